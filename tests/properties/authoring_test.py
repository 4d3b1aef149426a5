"""What vav makes for writers is right as it comes: a new page has gaps and no other fault, a new knowledge base has none."""
import json
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import CONTENT, TODAY, copy_content, tree, vav

SWEDISH, ENGLISH = "«FYLL I»", "«FILL IN»"
TITLES = ["Vanlig rubrik", "UKÄ: kunskap som finns", '"Citat" först', "Ett 'halvt' citat", "# nummer ett", "- med streck", "[hakparentes]", "{klammer}: #nu",
          "Slutar med kolon:", "2025", "2025-05-08", "Nej", "null", "true", "*viktigt* & <b>fet</b>", "\\bakåt\\", "å ä ö É ß 漢字 😀", "Rad ett\nrad två\toch tre",
          "100 % säkert, sade vi; eller?", "[[uka|UKÄ]] {#stycke}", "ord " * 200]


def kinds_of(content):
    """The ids of the kinds: keys two spaces in, below `kinds:`."""
    text = Path(content, "vav.yaml").read_text(encoding="utf-8")
    below = re.search(r"^kinds:\n((?:[ #\n].*\n|\n)+)", text, re.MULTILINE)[1]
    return re.findall(r"^ {2}([a-z-]+):$", below, re.MULTILINE)


def findings(content, *arguments):
    run = vav("check", content, "--today", TODAY, "--diagnostics", "json", *arguments)
    assert run.returncode in (0, 1), run.stderr
    return json.loads(run.stderr) if run.stderr.strip() else []


def fill(text, references):
    """The page as a writer would leave it: each gap filled with what its comment offers."""
    def one(match):
        key, value, words = match.groups()
        answer = "1"
        if found := re.search(r"\((?:till exempel|such as) ([a-z0-9-]+)\)", words):
            answer = found[1]
        elif key in references:
            answer = references[key]
        elif "2025-05-08" in words:
            answer = TODAY  # some dates may not be old
        elif "mejladress" in words:
            answer = "registrator@example.org"
        elif found := re.match(r"[^:]*: ([a-z-]+) \(", words):
            answer = found[1]
        elif not re.search(r": (tal|number)\b", words):
            answer = "Några ord"
        return f"{key}: {value.replace(SWEDISH, answer)}  # {words}"
    front, body = text.split("\n---\n", 1)
    front = re.sub(rf"^(\w+): (.*{SWEDISH}.*?)  # (.*)$", one, front, flags=re.MULTILINE)
    return front + "\n---\n" + body.replace(SWEDISH, "Några meningar.")


class NewPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.before = findings(CONTENT)

    def setUp(self):
        self.content = copy_content(Path(self.folder, self.id()))

    def new(self, *arguments, **how):
        run = vav("new", *arguments, "--today", TODAY, **how)
        self.assertEqual((0, ""), (run.returncode, run.stderr), arguments)
        return Path(how.get("cwd", "."), run.stdout.splitlines()[0])

    def test_every_kind_has_gaps_and_no_other_fault(self):
        kinds = kinds_of(CONTENT)
        self.assertGreater(len(kinds), 10)
        pages = {self.new(kind, f"Alldeles ny {kind}", self.content): kind for kind in kinds}
        gaps = {str(page.relative_to(self.content)): page.read_text(encoding="utf-8") for page in pages}
        expected = {(name, number) for name, text in gaps.items() for number, line in enumerate(text.splitlines(), 1)
                    if SWEDISH in line and not line.startswith("#")}
        self.assertGreaterEqual(len(expected), 2 * len(kinds))
        found = findings(self.content)
        self.assertEqual({"unfilled-gap"}, {one["id"] for one in found if one not in self.before})
        self.assertEqual(expected, {(one["path"], one["line"]) for one in found if one["id"] == "unfilled-gap"})

    def test_filled_gaps_pass(self):
        for kind in kinds_of(CONTENT):
            page = self.new(kind, f"Alldeles ny {kind}", self.content)
            page.write_text(fill(page.read_text(encoding="utf-8"), {}), encoding="utf-8")
        self.assertEqual(self.before, findings(self.content, "--strict"))

    def test_an_optional_line_only_needs_its_mark_off(self):
        """Every commented line is YAML of the right form once # is gone: then it has a gap, or is right as it is."""
        for kind in kinds_of(CONTENT):
            page = self.new(kind, f"Alldeles ny {kind}", self.content)
            text = page.read_text(encoding="utf-8")
            optional = re.findall(r"^# (\w+): ", text, re.MULTILINE)
            self.assertGreater(len(optional), 5)
            page.write_text(re.sub(r"^# (\w+: )", r"\1", text, flags=re.MULTILINE), encoding="utf-8")
        # Who is named on a page must have been looked over: that is asked for once the line is there.
        found = [one for one in findings(self.content) if one not in self.before and one["id"] != "unreviewed-person"]
        self.assertEqual({"unfilled-gap"}, {one["id"] for one in found}, [one for one in found if one["id"] != "unfilled-gap"])

    def test_any_title_is_kept(self):
        for number, title in enumerate(TITLES):
            with self.subTest(title=title):
                page = self.new("term", title, self.content, "--id", f"rubrik-{number}")
                page.write_text(fill(page.read_text(encoding="utf-8"), {}), encoding="utf-8")
        self.assertEqual(self.before, findings(self.content, "--strict"))
        for number, title in enumerate(TITLES):
            with self.subTest(title=title):
                run = vav("inspect", f"rubrik-{number}", self.content, "--today", TODAY)
                self.assertEqual(" ".join(title.split()), json.loads(run.stdout)["page"]["title"], run.stderr)

    def test_titles_make_ids(self):
        for title in TITLES:
            if re.search("[a-zå-ö0-9]", title):
                with self.subTest(title=title):
                    page = self.new("term", "Helt ny " + title, self.content)
                    self.assertRegex(page.name, r"^helt-ny-[a-z0-9-]{1,60}\.md$")

    def test_the_path_is_relative_to_the_current_folder(self):
        page = self.new("term", "Här", cwd=self.content)
        self.assertEqual(Path(self.content, "begrepp/har.md"), page)
        self.assertTrue(page.exists())

    def test_a_translation_lies_in_a_folder_of_its_own(self):
        translated = {path.name for path in Path(self.content, "en").rglob("*.md")}
        twin = next(path.stem for path in sorted(Path(self.content, "aktorer").glob("[a-z]*.md")) if path.name not in translated)
        page = self.new("actor", "An agency", self.content, "--id", twin, "--lang", "en")
        self.assertEqual(f"en/aktorer/{twin}.md", str(page.relative_to(self.content)))
        self.assertIn(f"\ntranslation_of: {twin}\n", page.read_text(encoding="utf-8"))
        page.write_text(fill(page.read_text(encoding="utf-8"), {}), encoding="utf-8")
        self.assertEqual(self.before, findings(self.content, "--strict"))

    def test_refusals_change_nothing(self):
        before = tree(self.content)
        for arguments, said in (
                (["termz", "X", self.content], "did you mean 'term'?"), (["åtgärdd", "X", self.content], "kinds: meeting,"),
                (["qqqqqqq", "X", self.content], "kinds: meeting,"), (["term", "", self.content], "a page needs a title"),
                (["term", "???", self.content], "--id"), (["term", "X", self.content, "--id", "../../x"], "cannot be the id"),
                (["term", "X", self.content, "--id", "uka"], "taken by aktorer/uka.md"), (["term", "X", self.content, "--lang", "../x"], "language code"),
                (["page", "Moten", self.content], "the list of 'meeting'"), (["term"], "TITLE"), (["term", "X", self.content, "--today", "nu"], "--today")):
            with self.subTest(arguments=arguments):
                run = vav("new", *arguments)
                self.assertEqual(2, run.returncode, run.stderr)
                self.assertIn(said, run.stderr)
        self.assertEqual(before, tree(self.content))

    def test_it_never_leaves_the_content(self):
        shutil.rmtree(Path(self.content, "begrepp"))
        outside = Path(self.folder, "utanfor")
        outside.mkdir()
        Path(self.content, "begrepp").symlink_to(outside)
        run = vav("new", "term", "X", self.content)
        self.assertEqual(3, run.returncode, run.stderr)
        self.assertIn("leads out of", run.stderr)
        self.assertEqual([], list(outside.iterdir()))

    def test_a_gap_that_is_spoken_of_is_no_gap(self):
        Path(self.content, "begrepp/lucka.md").write_text(
            f"---\ntitle: Lucka\ndefinition: Märket `{SWEDISH}`.\nsummary: En lucka.\n---\n\nVi skriver `{SWEDISH}`.\n", encoding="utf-8")
        self.assertEqual(self.before, findings(self.content))

    def test_no_content(self):
        run = vav("new", "term", "X", Path(self.folder, "ingenstans"))
        self.assertEqual(3, run.returncode)
        run = vav("new", "term", "X", self.folder)
        self.assertEqual(1, run.returncode)
        self.assertIn("[no-config]", run.stderr)


class NewKnowledgeBases(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def init(self, *arguments, status=0):
        run = vav("init", *arguments, "--today", "2026-11-22", cwd=self.folder)
        self.assertEqual(status, run.returncode, run.stdout + run.stderr)
        return run

    def assert_sound(self, content):
        today = ["--today", "2026-11-22"]
        checked = vav("check", content, "--strict", *today)
        self.assertEqual((0, ""), (checked.returncode, checked.stderr))
        built = vav("build", content, "--strict", "--out", self.folder / "site", *today)
        self.assertEqual((0, ""), (built.returncode, built.stderr))
        verified = vav("verify", self.folder / "site")
        self.assertEqual((0, ""), (verified.returncode, verified.stderr))

    def test_it_builds_at_once(self):
        for lang, mark in (("sv", SWEDISH), ("en", ENGLISH)):
            with self.subTest(lang=lang):
                self.init(lang, "--lang", lang)
                self.assert_sound(self.folder / lang)
                self.assertIn(f'<html lang="{lang}"', (self.folder / "site/index.html").read_text(encoding="utf-8"))
                self.assertIn(mark, (self.folder / lang / "README.md").read_text(encoding="utf-8"))
                for kind in kinds_of(self.folder / lang):
                    run = vav("new", kind, f"New {kind}", self.folder / lang)
                    self.assertEqual(0, run.returncode, run.stderr)
                    self.assertIn(mark, Path(run.stdout.splitlines()[0]).read_text(encoding="utf-8"))
                self.assertEqual({"unfilled-gap"}, {one["id"] for one in findings(self.folder / lang)})

    def test_the_current_folder_and_swedish_are_meant(self):
        self.init()
        self.assertIn("lang: sv", (self.folder / "vav.yaml").read_text(encoding="utf-8"))

    def test_a_knowledge_base_is_left_alone(self):
        self.init("kb")
        before = tree(self.folder / "kb")
        run = self.init("kb", "--lang", "en", status=2)
        self.assertIn("a knowledge base already", run.stderr)
        self.assertEqual(before, tree(self.folder / "kb"))

    def test_other_files_are_left_alone(self):
        (self.folder / "README.md").write_text("Mitt.", encoding="utf-8")
        (self.folder / "bild.png").write_text("x", encoding="utf-8")
        run = self.init(".")
        self.assertIn("README.md", run.stdout)
        self.assertEqual("Mitt.", (self.folder / "README.md").read_text(encoding="utf-8"))
        self.assertEqual("x", (self.folder / "bild.png").read_text(encoding="utf-8"))

    def test_what_cannot_be_written(self):
        (self.folder / "fil").write_text("Hej", encoding="utf-8")
        self.init("fil", status=3)
        self.init("/proc/vav", status=3)
        self.assertEqual("Hej", (self.folder / "fil").read_text(encoding="utf-8"))

    def test_another_language(self):
        self.init("kb", "--lang", "fi", status=2)
        self.assertFalse((self.folder / "kb").exists())


if __name__ == "__main__":
    unittest.main()
