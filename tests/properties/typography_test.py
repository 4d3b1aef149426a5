"""Where typography ends: pages that readers see are typeset; everything that programs read keeps the author's signs."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from built_site.page import Page
from properties.program import ROOT, build, tree, vav

CONFIG = """format: 1
site: {title: 'Prov "ett"', start: start}
kinds:
  page:
    folder: sidor
    label: {sv: {one: sida, many: sidor}}
    fields: {note: {label: Anm}}
"""
PAGE = """---
title: '"Rubrik" - del 7-9'
summary: 'Enligt "lagen" 5 §, den 30 september.'
published: 2026-01-01
note: 'kl. 9.00-15.30 - "prick"'
---

## Mål "ett" - 25 %

Hon sa **"ja** och" gick ... av 10 000 se `a - "b" 7-9` och [gender "x" - y]{lang=en}. {#ett}

    kod - "b" 25 %

Adressen [länken "ut"](https://www.example.org/a-b/7-9?q="x") och https://www.example.org/7-9. Telefon 031-392 90 00.
"""
SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"


class Typography(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.on, cls.off = cls.make("on"), cls.make("off", "text: {typography: false}\n")

    @classmethod
    def make(cls, name, more="", *arguments, page=PAGE):
        content, out = cls.folder / name / "content", cls.folder / name / "site"
        (content / "sidor").mkdir(parents=True)
        (content / "vav.yaml").write_text(CONFIG + more, encoding="utf-8")
        (content / "sidor/start.md").write_text(page, encoding="utf-8")
        run = build(content, out, "--theme", ROOT / "tests/sites/theme", *arguments)
        assert run.returncode == 0, run.stderr
        return out

    def page(self, out):
        return (out / "index.html").read_text(encoding="utf-8")

    def test_what_readers_see_is_typeset(self):
        text = self.page(self.on)
        for shown in ("<h1>”Rubrik” – del 7–9</h1>", "– 25" + SPACE + "%", "<strong>”ja</strong> och” gick … av 10" + SPACE + "000",
                      '<span lang="en">gender “x” – y</span>', "länken ”ut”</a>"):
            self.assertIn(shown, text)

    def test_code_addresses_attributes_and_ids_are_not(self):
        text = self.page(self.on)
        for kept in ("<code>a - &quot;b&quot; 7-9</code>", "kod - &quot;b&quot; 25 %", 'a-b/7-9?q=', ">https://www.example.org/7-9</a>", "031-392 90 00",
                     'id="mal-ett-25"'):
            self.assertIn(kept, text)

    def test_what_programs_read_keeps_the_signs_of_the_author(self):
        ours = {name for name in tree(self.on) if not name.endswith(".html") and name not in ("SHA256SUMS", "manifest.json")}
        self.assertEqual({name: mark for name, mark in tree(self.on).items() if name in ours}, {name: mark for name, mark in tree(self.off).items() if name in ours})
        documents = (self.on / "search/sv/documents.json").read_text(encoding="utf-8")
        for kept in ('7-9', '\\"ja och\\" gick ... av 10 000', '25 %'):
            self.assertIn(kept, documents)
        manifests = [json.loads((out / "manifest.json").read_text(encoding="utf-8"))["pages"]["index.html"] for out in (self.on, self.off)]
        self.assertEqual('"Rubrik" - del 7-9', manifests[0]["title"])
        self.assertNotEqual(manifests[0].pop("sha256"), manifests[1].pop("sha256"))
        self.assertEqual(*manifests)
        told = vav("inspect", "start", self.on.parent / "content").stdout
        self.assertIn('\\"Rubrik\\" - del 7-9', told)

    def test_the_elements_are_those_of_the_page_without(self):
        pages = [Page(self.page(out)) for out in (self.on, self.off)]
        self.assertEqual(*([(tag, attributes) for tag, attributes, _ in page.elements] for page in pages))

    def test_it_can_be_turned_off(self):
        text = self.page(self.off)
        self.assertIn("<h1>&quot;Rubrik&quot; - del 7-9</h1>", text)
        self.assertNotIn("”", text)

    def test_a_phrase_is_found_with_either_space(self):
        content = self.on.parent / "content"
        hits = [vav("search", phrase, content).stdout for phrase in ("10 000", f"10{SPACE}000", "30 september", f"30{SPACE}september")]
        self.assertIn("index.html", hits[0])
        self.assertEqual(hits[0], hits[1])
        self.assertEqual(hits[2], hits[3])

    def test_any_number_of_threads_gives_the_same_bytes(self):
        self.assertEqual(tree(self.make("one", "", "--jobs", "1")), tree(self.make("four", "", "--jobs", "4")))

    def test_long_words_may_break_in_headings_and_nothing_else_of_it_is_kept(self):
        out = self.make("breaks", "text: {breaks: [rub|rik, m|ål]}\n")
        text = self.page(out)
        for shown in ("<h1>”Rub" + SOFT_HYPHEN + "rik”", ">M" + SOFT_HYPHEN + "ål ”ett”"):
            self.assertIn(shown, text)
        self.assertEqual(self.page(self.on), text.replace(SOFT_HYPHEN, ""))
        pages = {"index.html", "SHA256SUMS", "manifest.json"}
        self.assertEqual(*({name: mark for name, mark in tree(site).items() if name not in pages} for site in (self.on, out)))

    def test_words_with_soft_hyphens_are_found_whole(self):
        written = PAGE.replace("Rubrik", "Rub" + SOFT_HYPHEN + "rik").replace("10 000", "ämbets" + SOFT_HYPHEN + "verk")
        out = self.make("soft", page=written)
        self.assertIn("ämbets" + SOFT_HYPHEN + "verk", self.page(out))
        documents = (out / "search/sv/documents.json").read_text(encoding="utf-8")
        self.assertIn("ämbetsverk", documents)
        for query in ("rubrik", "ämbetsverk"):
            self.assertIn("index.html", vav("search", query, self.folder / "soft/content").stdout)
        self.assertEqual([], [name for name in tree(out / "search") if SOFT_HYPHEN.encode() in (out / "search" / name).read_bytes()])


if __name__ == "__main__":
    unittest.main()
