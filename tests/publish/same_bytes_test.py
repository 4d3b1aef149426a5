"""The same site and the same zip, whatever surrounds the program: threads, time zone, locale, order of files, path and umask, mixed. AC47"""
import itertools
import random
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from properties.program import CONTENT, TODAY, tree, vav

JOBS = (1, 2, 3, 8)
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/Stockholm")
LOCALES = ("C", "C.UTF-8", "sv_SE.UTF-8", "tr_TR.UTF-8")
UMASKS = (0o022, 0o077, 0o000)
ORDERS = ("as it is", "shuffled", "disordered")
PLACES = ("a", "en längre väg med mellanslag/och en mapp till")
DIMENSIONS = (JOBS, ZONES, LOCALES, UMASKS, ORDERS, PLACES)
ROUNDS = 8


def rounds():
    """Combinations in which every value of every dimension comes up, the same every time."""
    chance = random.Random(8)
    columns = []
    for values in DIMENSIONS:
        column = list(itertools.islice(itertools.cycle(values), ROUNDS))
        chance.shuffle(column)
        columns.append(column)
    return list(zip(*columns))


def shuffled_copy(to):
    """The content, with its files made in another order, so that most file systems list them in another."""
    paths = sorted(path for path in CONTENT.rglob("*") if path.is_file())
    random.Random(1).shuffle(paths)
    for path in paths:
        target = to / path.relative_to(CONTENT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


class Matrix(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def made(self, content, out, *arguments, **how):
        """The hashes of the site and the bytes of the zip."""
        for command, name in (("build", "site"), ("pack", "site.zip")):
            run = vav(command, content, "--out", out / name, "--today", TODAY, *arguments, **how)
            self.assertEqual((0, ""), (run.returncode, run.stderr))
        return tree(out / "site"), (out / "site.zip").read_bytes()

    def content(self, order):
        """A folder with the content in that order."""
        if order == "as it is":
            return CONTENT
        folder = self.folder / order
        if not folder.exists():
            if order == "shuffled":
                shuffled_copy(folder)
            else:
                folder.mkdir()
                run = subprocess.run(["disorderfs", "--shuffle-dirents=yes", "--multi-user=no", CONTENT, folder], capture_output=True, text=True, check=False)
                self.assertEqual(0, run.returncode, f"disorderfs needs /dev/fuse: {run.stderr}")
                self.addCleanup(subprocess.run, ["umount", folder], check=True)
        return folder

    def test_every_mixture(self):
        first = self.made(CONTENT, self.folder / "first")
        self.assertGreater(len(first[0]), 50)
        for jobs, zone, locale, umask, order, place in rounds():
            with self.subTest(jobs=jobs, zone=zone, locale=locale, umask=oct(umask), order=order, place=place):
                out = self.folder / "out" / place
                shutil.rmtree(self.folder / "out", ignore_errors=True)
                found = self.made(self.content(order), out, "--jobs", jobs, "--language", "en", umask=umask, environment={"TZ": zone, "LC_ALL": locale})
                self.assertEqual([], [name for name in first[0].keys() | found[0].keys() if first[0].get(name) != found[0].get(name)])
                self.assertEqual(first[1], found[1])

    def test_disorder_is_disorder(self):
        """Red twin: the folder that is shuffled does list its files otherwise."""
        disordered = self.content("disordered")
        # As the system lists them, not sorted as Python's tools would.
        listings = {subprocess.run(["ls", "-U", disordered / "begrepp"], capture_output=True, text=True, check=True).stdout for _ in range(5)}
        self.assertGreater(len(listings), 1)

    def test_all_values_come_up(self):
        for values, column in zip(DIMENSIONS, zip(*rounds())):
            self.assertEqual(set(values), set(column))

    def test_twice(self):
        run = vav("build", CONTENT, "--out", self.folder / "site", "--today", TODAY, "--twice")
        self.assertEqual(0, run.returncode, run.stderr)
        files = len(tree(self.folder / "site"))
        self.assertRegex(run.stdout, rf"twice: the same bytes of {files} files with \d+ and \d+ threads")


if __name__ == "__main__":
    unittest.main()
