"""The seeded knowledge base, content/: what comes of it against what expected.yaml says by hand.

That its pages show the same is what recount_test.py proves: every number of theirs is counted anew by what is compared here.
"""
import re
import shutil
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

from evidence.built import Tree
from evidence.knowledge import Knowledge, load
from evidence.pins import pin_of, plain_passage
from evidence.recount_tables import coverage_lines, matrix_cells
from evidence.recount_test import SEEDED, SEEDED_TODAY, build_seeded
from properties.program import vav

EXPECTED = load((SEEDED.parent / "expected.yaml").read_text(encoding="utf-8"))
SIGNS = {"for": "S", "nuanced": "N", "against": "E", "way": "W", "leads": "L", "review": "!"}


class Seeded(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.knowledge = Knowledge(SEEDED, SEEDED_TODAY)

    def test_links(self):
        links = defaultdict(lambda: defaultdict(list))
        for link in self.knowledge.links:
            links[link.later][link.bearing or "from"].append(link.earlier)
        self.assertEqual(EXPECTED["links"], {item: dict(bearings) for item, bearings in links.items()})

    def test_reach(self):
        for item, reached in EXPECTED["reach"].items():
            self.assertEqual(set(reached), self.knowledge.reach(item), item)

    def test_traceability(self):
        rows = self.knowledge.items(*self.knowledge.rows())
        others = [item for kind in self.knowledge.step if kind not in self.knowledge.rows() for item in self.knowledge.items(kind)]
        cells = {row: {item: "".join(SIGNS[name] for name in self.knowledge.bearings(row, item)) for item in others if self.knowledge.bearings(row, item)} for row in rows}
        self.assertEqual(EXPECTED["traceability"], cells)

    def test_matrix(self):
        _, rows, columns, cells, invited, spoke = matrix_cells(self.knowledge)
        filled = {row: {column: cells[row, column] for column in columns if any(cells[row, column])} for row in rows}
        self.assertEqual(EXPECTED["matrix"], {row: of_row for row, of_row in filled.items() if of_row})
        self.assertEqual(EXPECTED["invited"], {column: sorted(row for row, other in invited if other == column) for column in columns})
        self.assertEqual(EXPECTED["silent"], {"delta": sorted(column for row, column in invited - spoke)})

    def test_coverage(self):
        lines = coverage_lines(self.knowledge)
        self.assertEqual(EXPECTED["coverage"], {line: {"items": items, "apart": apart, "of": out_of} for line, (items, apart, out_of) in lines.items()})

    def test_the_report_of_the_program(self):
        """vav check prints the same lines in the same order."""
        run = vav("check", SEEDED, "--today", SEEDED_TODAY, "--strict", "--language", "en")
        self.assertEqual(0, run.returncode, run.stderr)
        told = [line for line in run.stdout.splitlines() if line.endswith("]")]
        wanted = [f"{len(line['items'])} of {line['of']}{', and ' + str(len(line['apart'])) + ' that say why' if line['apart'] else ''} [{name}]" for name, line in EXPECTED["coverage"].items()]
        self.assertEqual(wanted, [line.split(": ", 1)[1] if "silent" not in line and "without:" not in line else line.split(": ")[-1] for line in told])


class Suspects(unittest.TestCase):
    """A link whose passage has changed since somebody read it says so, and so do its cell and its conclusion; no other does."""

    WORDS = re.compile("[Bb]ehöver granskas|[Tt]o be reviewed|[Nn]eeds? to be reviewed")

    @classmethod
    def setUpClass(cls):
        cls.site = build_seeded(cls)
        cls.knowledge = Knowledge(SEEDED, SEEDED_TODAY)

    def words_on(self, address, tag, cls):
        tree = Tree((self.site / address).read_text(encoding="utf-8")).root
        return [one.text() for one in tree.all(tag, cls) if self.WORDS.search(one.text())]

    def test_files_say_which(self):
        self.assertEqual(EXPECTED["suspects"], {item: self.knowledge.suspects(item) for item in EXPECTED["suspects"]})
        pinned = {item: len(self.knowledge.pins(item)) for item in self.knowledge.items("conclusion") if self.knowledge.pins(item)}
        self.assertEqual({"slutsats-1": 2, "slutsats-2": 1}, pinned)

    def test_the_link_and_its_conclusion(self):
        for item in self.knowledge.items("conclusion"):
            suspects = EXPECTED["suspects"].get(item, [])
            page = f"slutsatser/{item}/index.html"
            with self.subTest(item):
                self.assertEqual(len(suspects), len(self.words_on(page, "p", "qualifier")))
                self.assertEqual([f"Underlaget har ändrats. {len(suspects)} länk behöver granskas."] if suspects else [], self.words_on(page, "p", "notice"))

    def test_the_cell(self):
        """Of its row on a page of its own, and in the table of all."""
        for item in self.knowledge.items("conclusion"):
            with self.subTest(item):
                path = f"sparbarhet/slutsatser/{item}/index.html"
                cells = self.words_on(path, "p", "cite") if (self.site / path).exists() else []
                self.assertEqual(["Stöder, Behöver granskas"] * len(EXPECTED["suspects"].get(item, [])), cells)
        table = Tree((self.site / "sparbarhet/index.html").read_text(encoding="utf-8")).root.first("table")
        held = {row.first("a").text(): [one.text() for one in row.all("small") if self.WORDS.search(one.text())] for row in table.all("tr") if row.first("th", scope="row")}
        self.assertEqual({"Praon behöver bli längre": ["1 ! behöver granskas"]}, {row: words for row, words in held.items() if words})
        self.assertEqual(["Praon behöver bli längre! Behöver granskas"], self.words_on("sparbarhet/inspel/index.html", "li", None))
        tree = Tree((self.site / "sparbarhet/urval/lage/granska/index.html").read_text(encoding="utf-8")).root
        rows = [row for row in tree.all("tr") if row.first("th", scope="row")]
        self.assertEqual(["Praon behöver bli längre"], [row.first("a").text() for row in rows])

    def test_what_waits(self):
        run = vav("review", "--list", SEEDED, "--today", SEEDED_TODAY, "--language", "en")
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertEqual(["inspel-1#veckor"], re.findall(r"inspel-\d#\w+|forslag-\d#\w+", run.stdout))

    def test_nothing_waits_once_it_is_reviewed(self):
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder, "content")
            shutil.copytree(SEEDED, content)
            before = (content / "slutsatser/slutsats-1.md").read_text(encoding="utf-8")
            self.assertEqual(0, vav("review", "slutsats-1", content, "--today", SEEDED_TODAY).returncode)
            after = (content / "slutsatser/slutsats-1.md").read_text(encoding="utf-8")
            passage = plain_passage((content / "inspel/inspel-1.md").read_text(encoding="utf-8"), "veckor")
            self.assertEqual(before.replace(next(pin for _, name, pin in self.knowledge.pins("slutsats-1") if name == "veckor"), pin_of(passage)), after)
            self.assertEqual([], Knowledge(content, SEEDED_TODAY).suspects("slutsats-1"))


class Replaced(unittest.TestCase):
    """What has been replaced is in no number; where it is shown, it says so."""

    @classmethod
    def setUpClass(cls):
        cls.site = build_seeded(cls)

    def main(self, address):
        return Tree((self.site / address).read_text(encoding="utf-8")).root.first("main")

    def test_the_table(self):
        main = self.main("sparbarhet/index.html")
        self.assertEqual("5 slutsatser, 2 med stöd i underlaget", main.first("h2", id="vav-table").text())
        self.assertIn("1 som har ersatts visas men räknas inte.", [one.text() for one in main.all("p", "small")])
        row = next(one for one in main.all("th", scope="row") if one.text().startswith("Kläderna är för små"))
        self.assertEqual("Kläderna är för småErsatt av Kläderna behöver passa", row.text())

    def test_the_matrix(self):
        """forslag-2-gammalt is not counted, and that is said."""
        main = self.main("matris/index.html")
        self.assertIn("1 som har ersatts räknas inte. Det som ersätter dem räknas i stället.", [one.text() for one in main.all("p", "small")])

    def test_the_report(self):
        for address in ("rapport/index.html", "rapport/rapport.html"):
            with self.subTest(address):
                main = self.main(address)
                claims = {one.first("h3").text().split(" ", 1)[1]: one for one in main.all("article", "claim")}
                self.assertEqual(5, len(claims))
                self.assertNotIn("Kläderna är för små", claims)
                self.assertEqual(["Ersätter: Kläderna är för små"], [one.text() for one in claims["Kläderna behöver passa"].all("p", "back")])


class Limits(unittest.TestCase):
    """Limits in vav.yaml turn the exit status of vav check --strict."""

    def test_flip(self):
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder, "content")
            shutil.copytree(SEEDED, content)
            config = content / "vav.yaml"
            text = config.read_text(encoding="utf-8")
            config.write_text(text.replace("conclusion-without-evidence: 2", "conclusion-without-evidence: 1"), encoding="utf-8")
            self.assertEqual((0, 1), tuple(vav("check", content, "--today", SEEDED_TODAY, *strict).returncode for strict in ([], ["--strict"])))
            # The faulty page mended, the limit holds again.
            page = content / "slutsatser/slutsats-3.md"
            page.write_text(page.read_text(encoding="utf-8").replace("part: first", "part: first\nsupported_by: [inspel-4]"), encoding="utf-8")
            run = vav("check", content, "--today", SEEDED_TODAY, "--strict")
            self.assertEqual(0, run.returncode, run.stderr)


if __name__ == "__main__":
    unittest.main()
