"""What must not be done is not done: exit status, and everything on the disk as it was."""
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import CONTENT, build, copy_content, tree, vav


class Refusals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.site = Path(cls.folder, "site")
        run = build(CONTENT, cls.site)
        assert run.returncode == 0, run.stderr

    def setUp(self):
        self.out = Path(self.folder, self.id())
        shutil.copytree(self.site, self.out)
        self.before = tree(self.out)

    def assert_refused(self, status, *parts, run, left=None):
        self.assertEqual(status, run.returncode, run.stdout + run.stderr)
        for part in parts:
            self.assertIn(part, run.stderr)
        self.assertEqual(self.before, tree(left or self.out))

    def spoilt_content(self, name, text):
        content = copy_content(Path(self.folder, self.id() + "-content"))
        Path(content, name).write_text(text, encoding="utf-8")
        return content

    def test_a_faulty_page_leaves_the_old_site(self):
        content = self.spoilt_content("begrepp/fel.md", "---\ntitle: Fel\ndefinition: Fel\n---\n\nSe [[finns-inte-alls]].\n")
        run = build(content, self.out)
        self.assert_refused(1, "begrepp/fel.md:6:", "error: [", "finns-inte-alls", run=run)

    def test_a_faulty_page_makes_no_new_site(self):
        content = self.spoilt_content("begrepp/fel.md", "---\ntitel: Fel\n---\n")
        out = Path(self.folder, "ny")
        run = build(content, out)
        self.assertEqual(1, run.returncode)
        self.assertIn("begrepp/fel.md:2:1: error: [", run.stderr)
        self.assertFalse(out.exists())

    def test_content_without_vav_yaml(self):
        empty = Path(self.folder, "tom")
        empty.mkdir()
        run = build(empty, self.out)
        self.assertIn(run.returncode, (1, 2, 3))
        self.assertIn("vav.yaml", run.stderr)
        self.assertEqual(self.before, tree(self.out))

    def test_a_folder_with_somebody_elses_file(self):
        Path(self.out, "semesterbilder").mkdir()
        Path(self.out, "semesterbilder/1.jpg").write_text("x", encoding="utf-8")
        self.before = tree(self.out)
        self.assert_refused(3, "semesterbilder", run=build(CONTENT, self.out))

    def test_a_folder_that_was_never_a_site(self):
        foreign = Path(self.folder, "hemma")
        foreign.mkdir()
        Path(foreign, "brev.txt").write_text("Hej", encoding="utf-8")
        self.before = tree(foreign)
        self.assert_refused(3, "brev.txt", run=build(CONTENT, foreign), left=foreign)

    def test_a_file_where_the_site_should_be(self):
        place = Path(self.folder, "fil")
        place.write_text("Hej", encoding="utf-8")
        run = build(CONTENT, place)
        self.assertEqual(3, run.returncode, run.stderr)
        self.assertEqual("Hej", place.read_text(encoding="utf-8"))

    def test_a_place_that_cannot_be_written(self):
        # Nobody can make files here, not even root.
        run = build(CONTENT, "/proc/vav/site")
        self.assertEqual(3, run.returncode, run.stderr)
        self.assertIn("/proc/vav", run.stderr)

    def test_wrong_arguments(self):
        for arguments in (["bild"], ["build", CONTENT, "--ut", "x"], ["build", CONTENT, "--jobs", "många"],
                          ["build", CONTENT, "--target", "moln"], ["build", CONTENT, "--today", "i dag"], []):
            with self.subTest(arguments=arguments):
                run = vav(*arguments, cwd=self.folder)
                self.assertEqual(2, run.returncode, run.stdout + run.stderr)
                self.assertNotEqual("", run.stderr)
        self.assertEqual(self.before, tree(self.out))

    def test_verify_sees_a_changed_file(self):
        page = Path(self.out, "index.html")
        page.write_text(page.read_text(encoding="utf-8").replace("</main>", '<a href="/x.html">x</a></main>'), encoding="utf-8")
        self.before = tree(self.out)
        run = vav("verify", self.out)
        self.assert_refused(1, run=run)
        self.assertIn("index.html", run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
