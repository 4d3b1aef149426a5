"""The examples of the designer's guide: each is built as it stands there, and changes what it says. So is the small theme, with a second knowledge base too."""
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from built_site.page import safety_faults, stands_alone, structure_faults
from built_site.whole import Site
from properties.program import ROOT, TODAY, copy_content, vav
from themes.guide import GUIDE, read_examples

EXAMPLES = {example.title: example.files for example in read_examples(GUIDE.read_text(encoding="utf-8"))}
SMALL = ROOT / "tests/themes/small"


class Built(unittest.TestCase):
    def folder(self):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        return folder

    def assert_sound(self, out, *arguments, content=None, today=TODAY):
        run = vav("build", content, "--out", out, "--strict", "--today", today, *arguments)
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        run = vav("verify", out)
        self.assertEqual((0, ""), (run.returncode, run.stderr))


class Examples(Built):
    def make(self, title, more=""):
        folder = self.folder()
        content = copy_content(folder / "content")
        for path, text in EXAMPLES[title].items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            old = target.read_text(encoding="utf-8") if path == "content/vav.yaml" else ""
            target.write_text(old + text, encoding="utf-8")
        if more:
            path = content / "vav.yaml"
            path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
        theme = ["--theme", folder / "small"] if (folder / "small").exists() else []
        self.assert_sound(folder / "site", *theme, content=content)
        return folder / "site"

    def text(self, out, pattern):
        [path] = out.glob(pattern)
        return path.read_text(encoding="utf-8")

    def test_all_are_tried(self):
        self.assertEqual(["A colour", "The template of a page", "A block", "A setting", "A whole small theme"], list(EXAMPLES))
        self.assertEqual([], [title for title, files in EXAMPLES.items() if not files])

    def test_a_colour(self):
        style = self.text(self.make("A colour"), "assets/site.*.css")
        self.assertIn("--vejde:#6b1f7c;", style)
        self.assertIn("--vejde:#e3b5f2;", style)

    def test_the_template_of_a_page(self):
        page = self.text(self.make("The template of a page"), "moten/index.html")
        self.assertRegex(page, r'<li>\n<p class="t"><a href="[^"]+">[^<]+</a></p>\n<div class="cite"><p><time')
        self.assertNotIn('class="tag"', page)

    def test_a_block(self):
        out = self.make("A block")
        with_line = [path for path in out.glob("omraden/*/index.html") if "Har du frågor om" in path.read_text(encoding="utf-8")]
        self.assertEqual(len(list(out.glob("omraden/*/index.html"))), len(with_line))
        self.assertNotIn("Har du frågor om", self.text(out, "index.html"))

    def test_a_setting(self):
        line = '<section class="part"><div class="flow"><p>'
        areas = [path.read_text(encoding="utf-8") for path in self.make("A setting").glob("omraden/*/index.html")]
        self.assertTrue(areas and all(line in text for text in areas))
        areas = [path.read_text(encoding="utf-8") for path in self.make("A setting", "theme: {settings: {area_question: false}}\n").glob("omraden/*/index.html")]
        self.assertTrue(areas and not any(line in text for text in areas))

    def test_the_whole_small_theme_is_the_one_that_is_tested(self):
        files = {f"small/{path.relative_to(SMALL).as_posix()}": path.read_text(encoding="utf-8") for path in SMALL.rglob("*") if path.is_file()}
        self.assertEqual(files, EXAMPLES["A whole small theme"])


class SmallTheme(Built):
    def check(self, content, today, word):
        out = self.folder() / "site"
        self.assert_sound(out, "--theme", SMALL, content=content, today=today)
        site = Site(out)
        faults = [f"{name}: {fault}" for name, page in site.pages.items() if not site.is_redirect(name) for fault in (*structure_faults(page), *safety_faults(page))]
        faults += [fault for name in site.pages for fault in site.link_faults(name)]
        # Captions of tables in a text and the lengths of titles are no matter of a theme.
        self.assertEqual([], [fault for fault in faults if not re.search("table without caption or name$|the title has [0-9]+ characters$", fault)])
        # A file that stands alone has a template of its own, which the small theme takes from the one below.
        for name, page in site.pages.items():
            if not site.is_redirect(name) and not stands_alone(page):
                text = (out / name).read_text(encoding="utf-8")
                self.assertIn('<main id="vav-main"', text, name)
                self.assertNotIn("selvage", text, name)
        self.assertIn(word, (out / "index.html").read_text(encoding="utf-8"))
        [style] = out.glob("assets/site.*.css")
        self.assertRegex(style.read_text(encoding="utf-8"), re.compile(r"--vejde:#7a1f3d;.*--accent:#7a1f3d}.*prefers-color-scheme:dark.*--accent:#ffb3c7}", re.DOTALL))

    def test_with_the_real_content(self):
        self.check(ROOT / "content", TODAY, ">Leta</a>")

    def test_with_the_second_knowledge_base(self):
        self.check(ROOT / "tests/sites/citizens-assembly/content", "2026-01-15", ">Look for</a>")

    def test_red_twin_without_what_it_inherits(self):
        theme = self.folder() / "small"
        shutil.copytree(SMALL, theme)
        file = theme / "theme.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("inherits: vav\n", ""), encoding="utf-8")
        run = vav("check", "content", "--theme", theme)
        self.assertEqual(1, run.returncode)
        for words in ("the setting 'link_colour' has no default", "theme.yaml:15:3: error: [bad-theme]"):
            self.assertIn(words, run.stderr)

    def test_red_twin_with_a_link_that_is_not_whole(self):
        theme = self.folder() / "small"
        shutil.copytree(SMALL, theme)
        file = theme / "templates/parts/card.html"
        file.write_text(file.read_text(encoding="utf-8").replace("item.address | link", "item.address"), encoding="utf-8")
        out = self.folder() / "site"
        self.assertEqual(0, vav("build", "content", "--theme", theme, "--out", out).returncode)
        run = vav("verify", out)
        self.assertEqual(1, run.returncode)
        self.assertIn("verify-broken-link", run.stderr)


if __name__ == "__main__":
    unittest.main()
