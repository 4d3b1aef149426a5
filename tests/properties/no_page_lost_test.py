"""No page is ever passed over in silence: pages in = pages out + those that are listed as left out + those of which a finding tells."""
import json
import re
import shutil
import tempfile
import unittest
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from faults import run as faults
from properties.program import ROOT, TODAY, copy_content, vav

SITES = ROOT / "tests/sites"
SECOND = SITES / "citizens-assembly/content"
# A Markdown file that is none of the pages, by the findings that say so.
NO_PAGE = ("unknown-folder", "bad-file-name", "unreadable-file", "unused-file")


def pages_in(content):
    """Every Markdown file, whatever case its name ends in, that is not hidden, reserved, or the text above a list."""
    names = [path.relative_to(content) for path in Path(content).rglob("*") if path.suffix.lower() == ".md"]
    return sorted(str(name) for name in names if not name.parts[0] in ("theme", "baselines") and name.name != "README.md"
                  and not any(part.startswith((".", "_")) for part in name.parts))


def lost(pages, published, left_out, told):
    """Pages that are nowhere, or in two places. A page's id is its file's name."""
    somewhere = Counter(published) + Counter(Path(name).stem for name in left_out + told)
    return sorted((Counter(Path(name).stem for name in pages) - somewhere) + (somewhere - Counter(Path(name).stem for name in pages)))


def account(content, out, *arguments):
    """(pages, published, left out, told), or None where nothing was built."""
    run = vav("build", content, "--out", out, "--keep-going", "--diagnostics", "json", *arguments)
    findings = json.loads(run.stderr)
    if not Path(out, "manifest.json").exists():
        assert run.returncode == 1 and any(one["severity"] == "error" for one in findings), run.stderr
        return None
    manifest = json.loads(Path(out, "manifest.json").read_text(encoding="utf-8"))["pages"]
    pages = pages_in(content)
    told_out = [one for one in re.findall(r"^left out: (.+) \(([a-z ]+)\)$", run.stdout, re.MULTILINE) if not one[0].endswith("_index.md")]
    left_out = [name for name, _ in told_out]
    # A page in the place of each that was withdrawn says so.
    withdrawn = sorted(entry["id"] for entry in manifest.values() if "withdrawn" in entry)
    assert withdrawn == sorted(Path(name).stem for name, reason in told_out if reason == "withdrawn"), (withdrawn, told_out)
    told = sorted({one["path"] for one in findings if one["id"] in NO_PAGE and one["path"] in pages})
    return pages, [entry["id"] for entry in manifest.values() if "id" in entry and "withdrawn" not in entry], left_out, told


class NoPageLost(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def test_content(self):
        pages, published, left_out, told = account(copy_content(self.folder / "content"), self.folder / "site", "--today", TODAY)
        self.assertGreater(len(published), 50)
        self.assertEqual([], lost(pages, published, left_out, told))

    def test_second_knowledge_base(self):
        accounted = account(SECOND, self.folder / "site", "--today", "2026-01-15")
        self.assertEqual([], lost(*accounted))
        self.assertEqual(["pages/facilitator-notes.md", "recommendations/rain-barrels.md"], accounted[2])

    def test_before_most_of_it_is_published(self):
        accounted = account(SECOND, self.folder / "site", "--today", "2025-11-05")
        self.assertEqual([], lost(*accounted))
        self.assertGreater(len(accounted[2]), 2)

    def test_golden_sites(self):
        for content in sorted(SITES.glob("*/content")):
            with self.subTest(site=content.parent.name):
                accounted = account(content, self.folder / content.parent.name, "--today", "2026-01-15", "--theme", SITES / "theme")
                self.assertEqual([], lost(*accounted) if accounted else [])

    def test_seeded_faults(self):
        def one(path):
            case = faults.Case(path.stem)
            faults.read_case(path, case)
            content = self.folder / path.stem / "content"
            content.mkdir(parents=True)
            faults.lay_out(case, content)
            return path.stem, account(content, content.parent / "site", "--today", faults.TODAY, "--theme", SITES / "theme")
        with ThreadPoolExecutor() as pool:
            results = list(pool.map(one, sorted(faults.HERE.glob("cases/*.txt"))))
        self.assertGreater(sum(accounted is not None for _, accounted in results), 60)
        for name, accounted in results:
            with self.subTest(case=name):
                self.assertEqual([], lost(*accounted) if accounted else [])

    def test_a_lost_page_is_seen(self):
        pages, published, left_out, told = account(SECOND, self.folder / "site", "--today", "2026-01-15")
        self.assertEqual(["meter-every-home"], lost(pages, [one for one in published if one != "meter-every-home"] + ["meter-every-home"], left_out, told))
        self.assertEqual(["rain-barrels"], lost(pages, published, left_out[:1], told))
        self.assertEqual(["works"], lost(pages, [*published, "works"], left_out, told))
        self.assertEqual(["hidden"], lost([*pages, "pages/hidden.md"], published, left_out, told))


if __name__ == "__main__":
    unittest.main()
