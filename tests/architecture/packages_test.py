"""Whatever program the tests run is in a list of .ci/packages.sh, so that ./dev test brings it to a bare machine."""
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from architecture.tree_test import ROOT

# The first word of a list or of a call; and such words that are programs too, and mean something else in the tests.
FIRST_WORD = re.compile(r'[\[(]"([a-z][\w.+-]*)"[,\]]')
MERE_WORDS = {"column", "init", "ul"}


def listed_packages(text):
    return set(re.sub(r"#.*|\$\{.*?\}", "", " ".join(re.findall(r"^\w+_packages=\(([^)]*)\)", text, re.MULTILINE))).split())


def package_of(program):
    """The Debian package that brings a program; None for one that is not Debian's, or that every Debian has."""
    path = shutil.which(program)
    for name in (path, (path or "").removeprefix("/usr")):
        owner = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False).stdout.partition(":")[0] if path else ""
        if re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", owner):
            priority = subprocess.run(["dpkg-query", "-W", "-f=${Priority}", owner], capture_output=True, text=True, check=False).stdout
            return None if priority in ("required", "important") else owner
    return None


def unlisted(packages):
    words = {word for path in (ROOT / "tests").rglob("*.py") for word in FIRST_WORD.findall(path.read_text(encoding="utf-8"))} - MERE_WORDS
    needed = {word: package_of(word) for word in words}
    return sorted(f"{word} is of {package}" for word, package in needed.items() if package and package not in packages)


class Packages(unittest.TestCase):
    def test_every_program_of_the_tests_is_listed(self):
        self.assertEqual([], unlisted(listed_packages(Path(ROOT, ".ci/packages.sh").read_text(encoding="utf-8"))))

    def test_red_twin_one_that_is_not(self):
        packages = listed_packages(Path(ROOT, ".ci/packages.sh").read_text(encoding="utf-8"))
        self.assertEqual(["rclone is of rclone"], unlisted(packages - {"rclone"}))


if __name__ == "__main__":
    unittest.main()
