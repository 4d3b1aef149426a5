"""The second knowledge base, tests/sites/citizens-assembly: other kinds, relations, labels and languages than content/."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import ROOT, vav

SECOND = ROOT / "tests/sites/citizens-assembly/content"


class SecondSite(unittest.TestCase):
    """With the theme that comes with vav, and no word of C++ of its own."""

    @classmethod
    def setUpClass(cls):
        cls.out = Path(tempfile.mkdtemp(), "site")
        cls.addClassCleanup(shutil.rmtree, cls.out.parent)
        cls.built = vav("build", SECOND, "--out", cls.out, "--strict", "--today", "2026-01-15", "--twice")

    def test_builds_strictly(self):
        self.assertEqual((0, ""), (self.built.returncode, self.built.stderr))

    def test_is_portable_complete_and_clean(self):
        run = vav("verify", self.out)
        self.assertEqual((0, ""), (run.returncode, run.stderr))

    def test_nothing_for_editors_only_comes_out(self):
        canaries = ["Notes of the facilitators", "facilitator-notes", "second facilitator", "Facilitation", "Host of the table", "table_host", "rain-barrels", "second drawer", "cartographer"]
        for path in sorted(self.out.rglob("*")):
            text = str(path.relative_to(self.out)) + (path.read_text(encoding="utf-8", errors="replace") if path.is_file() else "")
            self.assertEqual([], [word for word in canaries if word in text], path)

    def test_its_own_words_and_no_others(self):
        page = Path(self.out, "recommendations/meter-every-home/index.html").read_text(encoding="utf-8")
        for words in ("Supported by", "Inferred by the secretariat", "Abstained", "Answers the question", "14\u00a0June 2025", 'lang="sv"'):
            self.assertIn(words, page)
        for words in ("Stöds av", "Förslag", "slutsats", "möte"):
            self.assertNotIn(words, page)
        twin = Path(self.out, "sv/recommendations/meter-every-home/index.html").read_text(encoding="utf-8")
        self.assertIn("Stöds av", twin)
        self.assertIn('recommendations/meter-every-home/index.html" lang="en" hreflang="en">English</a>', twin)

    def test_is_searched_in_its_own_languages(self):
        for query, found in (("metering homes", "recommendations/meter-every-home/index.html"), ("mätarna", "sv/recommendations/meter-every-home/index.html")):
            run = vav("search", query, SECOND, "--today", "2026-01-15", "--format", "json")
            self.assertEqual(0, run.returncode, run.stderr)
            self.assertEqual(found, json.loads(run.stdout)[0]["address"])

    def test_the_chain_can_be_walked(self):
        """From a ministry to those whose words stand behind what it was asked for, three steps away."""
        page = Path(self.out, "ministries/works/index.html").read_text(encoding="utf-8")
        self.assertIn("Voices behind them", page)
        self.assertIn("../../experts/chair-of-hydrology/index.html", page)


if __name__ == "__main__":
    unittest.main()
