"""A reader's questions are answered two clicks from the start page of the built site: links by what they are called, the answer by its words."""
import os
import posixpath
import tempfile
import unittest
import urllib.parse
from pathlib import Path

from built_site.page import Page
from content.pages import ROOT

FOLDER = Path(os.environ.get("VAV_SITE") or ROOT / "build/site")
MOST_CLICKS = 2
# (question, the links to follow from the start page, words that stand on the page where they lead)
QUESTIONS = [
    ("What did UKÄ say?", ["UKÄ", "UKÄ: kunskap som redan finns behöver synas"], ["perspektiven inom JiM", "årsrapporten", "ungdomsenkät"]),
    ("What were lärosätena asked to do before the third meeting?", ["lärosätena", "förarbetet inför träff 3"],
     ["minst två bidrag", "23 september 2025", "fyra timmar per deltagare", "Malmö universitet"]),
    ("What were they asked before the second?", ["förarbetet inför träff 2"], ["peka ut vilka som har ansvar", "Södertörns högskola"]),
    ("What supports the conclusion on supervision?", ["slutsatsen om tillsyn"],
     ["Jämställdhetsmyndighetens egen bedömning", "kom inte upp i någon grupp", "Socialstyrelsens", "utredningen om en arbetsmiljöstrategi"]),
    ("And what measures follow from it?", ["slutsatsen om tillsyn", "Åtgärd 3: samordnad tillsyn"], ["Staten bör göra tillsynen mer effektiv"]),
    ("Who answers for measure 3?", ["åtgärd 3"], ["Utpekad i källan", "staten", "pekar inte ut någon myndighet"]),
    ("What came of the welfare lift?", ["välfärdslyftet"], ["Vart förslaget tog vägen", "Ordet välfärdslyft finns inte i rapportens åtgärder"]),
    ("And what conclusion carries it on?", ["välfärdslyftet", "höjda ambitioner"], ["välfärdslyft"]),
]


class Walk:
    def __init__(self, folder):
        self.folder, self.pages = Path(folder), {}

    def page(self, name):
        if name not in self.pages:
            self.pages[name] = Page((self.folder / name).read_text(encoding="utf-8"))
        return self.pages[name]

    def follow(self, name, text):
        """The page that the link called so leads to; it must be one page, whatever links have that name."""
        targets = {posixpath.normpath(posixpath.join(posixpath.dirname(name), urllib.parse.unquote(href.split("#")[0])))
                   for href, called in self.page(name).link_texts if plain(called) == text and "://" not in href and not href.startswith("#")}
        if len(targets) != 1:
            raise LookupError(f"{len(targets)} pages behind links called {text} on {name}")
        return targets.pop()

    def faults(self, clicks, words):
        if len(clicks) > MOST_CLICKS:
            return [f"{len(clicks)} clicks"]
        name = "index.html"
        try:
            for text in clicks:
                name = self.follow(name, text)
            text = squeezed("".join(text for text, _, _ in self.page(name).texts))
        except (LookupError, FileNotFoundError) as error:
            return [str(error)]
        return [f"{name} does not say: {word}" for word in words if squeezed(word) not in text]


def plain(text):
    return " ".join(text.replace("\u00ad", "").split())


def squeezed(text):
    """Without spaces, which the reading of a page loses between elements."""
    return plain(text).replace(" ", "")


class Questions(unittest.TestCase):
    def test_two_clicks_from_the_start(self):
        walk = Walk(FOLDER)
        for question, clicks, words in QUESTIONS:
            with self.subTest(question):
                self.assertEqual([], walk.faults(clicks, words))


class Twins(unittest.TestCase):
    def test_walks_that_fail(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, body in (("index.html", '<a href="a/index.html#x">Aktör</a> <a href="a/index.html">två</a> <a href="index.html">två</a>'),
                               ("a/index.html", '<p>Ett <b>svar</b></p><a href="../b/index.html">borta</a>')):
                path = Path(folder, name)
                path.parent.mkdir(exist_ok=True)
                path.write_text(f"<!doctype html><html lang=sv><body><main>{body}</main></body></html>", encoding="utf-8")
            walk = Walk(folder)
            self.assertEqual([], walk.faults(["Aktör"], ["Ett svar"]))
            self.assertEqual(["a/index.html does not say: frågan"], walk.faults(["Aktör"], ["frågan"]))
            self.assertEqual(["3 clicks"], walk.faults(["Aktör"] * 3, []))
            for clicks in (["Saknas"], ["två"], ["Aktör", "borta"]):
                with self.subTest(clicks):
                    self.assertEqual(1, len(walk.faults(clicks, [])))


if __name__ == "__main__":
    unittest.main()
