"""The seeded knowledge base, content/: what comes of it against what expected.yaml says by hand.

That its pages show the same is what recount_test.py proves: every number of theirs is counted anew by what is compared here.
"""
import shutil
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

from evidence.knowledge import Knowledge, load
from evidence.recount_tables import coverage_lines, matrix_cells
from evidence.recount_test import SEEDED, SEEDED_TODAY
from properties.program import vav

EXPECTED = load((SEEDED.parent / "expected.yaml").read_text(encoding="utf-8"))
SIGNS = {"for": "S", "nuanced": "N", "against": "E", "way": "W", "leads": "L"}


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
