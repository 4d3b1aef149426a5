"""What holds for the whole repository: no way of one machine, no host of a registry, no folder outside the plan."""
import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP_FOLDERS = {"generator", "content", "themes", "assets", "tests"}
RESOLVED = re.compile(r'"resolved": *"https?:')


def kept_files():
    """What git keeps or would keep."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    names = sorted({name for name in listed.stdout.decode().split("\0") if name})
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def hosts_in(lockfile):
    return RESOLVED.findall(lockfile)


class Tree(unittest.TestCase):
    def test_top_level_folders(self):
        folders = {path.relative_to(ROOT).parts[0] for path in kept_files() if len(path.relative_to(ROOT).parts) > 1}
        self.assertEqual(set(), {name for name in folders if not name.startswith(".")} - TOP_FOLDERS)

    def test_no_file_names_a_folder_of_this_machine(self):
        place = str(ROOT).encode() + b"/"
        self.assertEqual([], [str(path) for path in kept_files() if place in path.read_bytes()])

    def test_no_lockfile_names_a_host(self):
        locks = [path for path in kept_files() if path.name == "package-lock.json"]
        self.assertNotEqual([], locks)
        self.assertEqual([], [str(path) for path in locks if hosts_in(path.read_text(encoding="utf-8"))])
        self.assertNotEqual([], hosts_in('"resolved": "https://registry.example/x.tgz"'))

    def test_what_is_to_be_run_can_be_run(self):
        scripts = [path for path in kept_files() if path.suffix in {".sh", ""} and path.read_bytes()[:2] == b"#!"]
        self.assertIn(ROOT / "dev", scripts)
        self.assertEqual([], [str(path) for path in scripts if not path.stat().st_mode & 0o100])


if __name__ == "__main__":
    unittest.main()
