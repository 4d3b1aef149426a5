"""The same content gives the same bytes, whatever surrounds the program."""
import os
import shutil
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

from properties.program import CONTENT, TODAY, build, copy_content, tree, vav


class SameBytes(unittest.TestCase):  # AC47
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.out = Path(cls.folder, "first")
        run = build(CONTENT, cls.out)
        assert run.returncode == 0, run.stderr
        cls.first = tree(cls.out)
        assert len(cls.first) > 50, cls.first

    def assert_same(self, *arguments, content=CONTENT, **how):
        out = Path(self.folder, self.id())
        run = build(content, out, *arguments, **how)
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        found = tree(out)
        self.assertEqual(self.first.keys(), found.keys())
        self.assertEqual([], [name for name in found if found[name] != self.first[name]])

    def test_again(self):
        self.assert_same()

    def test_one_thread(self):
        self.assert_same("--jobs", 1)

    def test_four_threads(self):
        self.assert_same("--jobs", 4)

    def test_another_time_zone(self):
        self.assert_same(environment={"TZ": "Pacific/Kiritimati"})

    def test_another_locale(self):
        self.assert_same(environment={"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"})

    def test_another_umask(self):
        self.assert_same(umask=0o077)

    def test_another_current_folder(self):
        self.assert_same(cwd="/")

    def test_content_elsewhere_with_other_times(self):
        content = copy_content(Path(self.folder, "en annan plats å"))
        for path in content.rglob("*.md"):
            os.utime(path, (1, 1))
        self.assert_same(content=content)

    def test_over_itself_writes_nothing(self):
        times = {path: path.stat().st_mtime_ns for path in self.out.rglob("*") if path.is_file()}
        run = build(CONTENT, self.out)
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertEqual(self.first, tree(self.out))
        self.assertEqual([], [str(path) for path, time in times.items() if path.stat().st_mtime_ns != time])

    def test_the_default_day_does_not_show_through(self):
        """--today is the only clock: SOURCE_DATE_EPOCH of that day gives the same."""
        out = Path(self.folder, self.id())
        noon = int(datetime.fromisoformat(f"{TODAY}T12:00:00+00:00").timestamp())
        run = vav("build", CONTENT, "--out", out, environment={"SOURCE_DATE_EPOCH": str(noon)})
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertEqual(self.first, tree(out))


if __name__ == "__main__":
    unittest.main()
