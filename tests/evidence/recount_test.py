"""Every count on the evidence pages, of the seeded knowledge base and of the real one, against one made anew from the files; each
counter has a red twin: the same page with one number falsified must be caught."""
import os
import shutil
import tempfile
import unittest
from pathlib import Path

from evidence.recount import COUNTS, recount
from properties.program import CONTENT, ROOT, TODAY, vav

SEEDED = Path(__file__).resolve().parent / "content"
SEEDED_TODAY = "2026-02-01"


def build_seeded(test_class):
    folder = Path(tempfile.mkdtemp())
    test_class.addClassCleanup(shutil.rmtree, folder)
    run = vav("build", SEEDED, "--out", folder / "site", "--today", SEEDED_TODAY, "--strict")
    if run.returncode:
        raise AssertionError(run.stderr)
    return folder / "site"


class Counts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = build_seeded(cls)

    def test_seeded_site(self):
        faults, compared = recount(SEEDED, self.site, SEEDED_TODAY)
        self.assertEqual([], faults)
        self.assertGreater(compared, 15)

    def test_real_site(self):
        faults, compared = recount(CONTENT, os.environ.get("VAV_SITE") or ROOT / "build/site", TODAY)
        self.assertEqual([], faults)
        self.assertGreater(compared, 15)

    # Counter: a page that it reads, what stands there, what is put in its place.
    FALSIFIED = {
        "lists_of_kinds": ("slutsatser/index.html", "6 slutsatser</p>", "7 slutsatser</p>"),
        "traceability": ("sparbarhet/index.html", "<strong>9</strong>", "<strong>8</strong>"),
        "traced_kinds": ("sparbarhet/forslag/index.html", "4 förslag, 2 hänger", "4 förslag, 3 hänger"),
        "traced_rows": ("sparbarhet/slutsatser/slutsats-1/index.html", '<p class="hang">3 inspel', '<p class="hang">2 inspel'),
        "links_file": ("sparbarhet/samband.csv", "stöder, behöver granskas", "stöder, genom andra led"),
        "table_file": ("sparbarhet/matris.csv", "nyanserar", "stöder"),
        "matrix_file": ("matris/matris.csv", ";1;", ";2;"),
        "matrix": ("matris/alfa/tema-skola/index.html", 'href="../../../forslag/forslag-3/', 'href="../../../forslag/forslag-4/'),
        "poles": ("en/slutsatser/slutsats-1/index.html", '<p class="hang">3 ', '<p class="hang">2 '),
        "overview": ("oversikt/index.html", '<td class="right">8</td></tr>', '<td class="right">9</td></tr>'),
        "report": ("rapport/index.html", '<a href="#vav-u2">', '<a href="#vav-u1">'),
        "coverage": ("tackning/index.html", "2 av 5", "1 av 5"),
    }

    def test_red_twins(self):
        """Each counter catches a page with one number falsified, and no other counter is needed for it."""
        self.assertEqual({count.__name__ for count in COUNTS}, set(self.FALSIFIED))
        for count in COUNTS:
            address, words, others = self.FALSIFIED[count.__name__]
            with self.subTest(count.__name__), tempfile.TemporaryDirectory() as folder:
                spoilt = Path(folder, "site")
                shutil.copytree(self.site, spoilt)
                page = spoilt / address
                text = page.read_text(encoding="utf-8")
                self.assertTrue(words in text, f"{words} does not stand in {address}")
                page.write_text(text.replace(words, others, 1), encoding="utf-8")
                faults, _ = recount(SEEDED, spoilt, SEEDED_TODAY, [count])
                self.assertTrue(any(fault.startswith(address) for fault in faults), faults)


if __name__ == "__main__":
    unittest.main()
