"""vav theme list and vav theme eject."""
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import ROOT, copy_content, vav

THEME = ROOT / "themes/vav"
CARD = "templates/parts/card.html"


class Command(unittest.TestCase):
    def setUp(self):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        self.content = copy_content(folder / "content")

    def run_theme(self, *arguments, status=0, language="en"):
        run = vav("theme", *arguments, self.content, "--language", language)
        self.assertEqual(status, run.returncode, run.stdout + run.stderr)
        return run.stdout if status == 0 else run.stderr

    def line_of(self, path, *arguments):
        [line] = [line for line in self.run_theme("list", *arguments).splitlines() if line.startswith(path + " ")]
        return " ".join(line.split())


class List(Command):
    def test_every_file_is_listed(self):
        listed = [line.split()[0] for line in self.run_theme("list").split("\n\n")[0].splitlines()]
        self.assertEqual(sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*") if path.is_file()), listed)

    def test_where_a_file_comes_from_and_what_it_is_for(self):
        self.assertEqual(f"{CARD} vav One item of a list, from `item` (a CARD).", self.line_of(CARD))
        own = self.content / "theme/templates/parts"
        own.mkdir(parents=True)
        (own / "card.html").write_text("{# A line. More of it. #}\n<li></li>", encoding="utf-8")
        (own / "extra.html").write_text("<p></p>", encoding="utf-8")
        (self.content / "theme/strings").mkdir()
        (self.content / "theme/strings/sv.yaml").write_text("search: Leta\n", encoding="utf-8")
        place = f"{self.content}/theme"
        self.assertEqual(f"{CARD} {place} instead of vav A line.", self.line_of(CARD))
        self.assertEqual(f"templates/parts/extra.html {place}", self.line_of("templates/parts/extra.html"))
        self.assertEqual(f"strings/sv.yaml {place} added to vav The interface's words.", self.line_of("strings/sv.yaml"))

    def test_a_theme_that_inherits(self):
        small = ROOT / "tests/themes/small"
        self.assertTrue(self.line_of("templates/base.html", "--theme", small).startswith(f"templates/base.html {small} instead of vav The frame"))
        self.assertTrue(self.line_of("templates/page.html", "--theme", small).startswith("templates/page.html vav "))
        self.assertIn("accent: #7a1f3d, and #ffb3c7 on dark pages\n  The colour of the line", self.run_theme("list", "--theme", small))

    def test_settings(self):
        self.assertIn("\nheader_menus: 2\n  How many", self.run_theme("list"))
        with (self.content / "vav.yaml").open("a", encoding="utf-8") as file:
            file.write("theme: {settings: {header_menus: 1}}\n")
        self.assertIn("\nheader_menus: 1 (the theme's own: 2)\n", self.run_theme("list"))
        self.assertIn("\nheader_menus: 1 (temats eget: 2)\n", self.run_theme("list", language="sv"))

    def test_a_theme_at_fault_is_listed_all_the_same(self):
        (self.content / "theme").mkdir()
        (self.content / "theme/page.html").write_text("", encoding="utf-8")
        run = vav("theme", "list", self.content)
        self.assertEqual(1, run.returncode)
        self.assertIn(CARD, run.stdout)
        self.assertIn("a theme has no place for 'page.html'", run.stderr)

    def test_no_content(self):
        shutil.rmtree(self.content)
        self.assertIn("there is no content folder", self.run_theme("list", status=3))


class Eject(Command):
    def test_copies_one_file_and_says_what_is_next(self):
        out = self.run_theme("eject", CARD)
        self.assertEqual((THEME / CARD).read_bytes(), (self.content / "theme" / CARD).read_bytes())
        self.assertEqual([CARD], [path.relative_to(self.content / "theme").as_posix() for path in (self.content / "theme").rglob("*") if path.is_file()])
        self.assertEqual([f"{self.content}/theme/{CARD}", "Change it there: it counts instead of the theme's own file.", f"See it with: vav serve {self.content}"], out.splitlines())
        self.assertIn("Ändra den där", self.run_theme("eject", "strings/sv.yaml", language="sv"))
        # As it is it changes nothing.
        self.assertEqual(0, vav("check", self.content).returncode)

    def test_never_overwrites(self):
        self.run_theme("eject", CARD)
        own = self.content / "theme" / CARD
        own.write_text("mine", encoding="utf-8")
        self.assertIn("is there already and stays as it is", self.run_theme("eject", CARD, status=2))
        self.assertEqual("mine", own.read_text(encoding="utf-8"))

    def test_never_leaves_the_content_folder(self):
        outside = self.content.parent / "outside"
        outside.mkdir()
        (self.content / "theme").symlink_to(outside)
        self.assertIn("leads out of", self.run_theme("eject", CARD, status=3))
        self.assertEqual([], list(outside.iterdir()))

    def test_an_unknown_name_gets_the_nearest(self):
        for name, near in (("card.html", CARD), ("templates/card.html", CARD), ("templates/parts/crad.html", CARD), ("crad.html", CARD), ("template/page.html", "templates/page.html")):
            with self.subTest(name=name):
                told = self.run_theme("eject", name, status=2)
                self.assertIn(f"the theme has no file '{name}'", told)
                self.assertIn(f"did you mean '{near}'?", told)
        self.assertIn("vav theme list shows the files of the theme", self.run_theme("eject", "qqqqqqqqqqqqqqqqqqqq", status=2))
        self.assertFalse((self.content / "theme").exists())

    def test_copies_the_version_that_counts(self):
        small = ROOT / "tests/themes/small"
        self.run_theme("eject", CARD, "--theme", small)
        self.assertEqual((small / CARD).read_bytes(), (self.content / "theme" / CARD).read_bytes())


if __name__ == "__main__":
    unittest.main()
