"""The figures of the five source documents: each stands on its page, in one paragraph, table row or key figure with the words that explain it."""
import re
import unittest

from content.pages import Page, as_prose, read_pages

# (page, figure, words beside it)
FIGURES = [
    # The report: work environment and working conditions.
    ("arbetsvillkor", "52", "äldreomsorgen chef"),
    ("socialstyrelsen-2026", "52", "medarbetare chef"),
    ("arbetsvillkor", "28", "procent tidsbegränsad äldreomsorgen"),
    ("arbetsvillkor", "20", "procent omsorgspersonal deltid"),
    ("arbetsvillkor", "40 000", "deltid"),
    ("arbetsvillkor", "hälften", "deltid äldreomsorgen"),
    ("arbetsmiljo", "2", "gånger sjukdagar undersköterskor"),
    ("arbetsmiljo", "9 av 10", "arbetsgivare obalans krav resurser"),
    ("arbetsmiljo", "6", "regionala forum Momentum"),
    # Financing, education, and the need of people.
    ("rapport-2026-5", "50 000", "äldreomsorgen 2030"),
    ("uppdraget", "50 000", "2030"),
    ("finansiering", "2–3", "gånger jobb dollar infrastruktur"),
    ("utbildning-och-kompetensvagar", "1 av 5", "gymnasieprogram jämn könsfördelning"),
    ("samordning-och-handlingsplan", "70", "procent Stockholms län"),
    ("samordning-och-handlingsplan", "hälften", "födda äldreomsorgen"),
    # The collaboration.
    ("samverkan-som-styrform", "10", "bjöds aktörer"),
    ("samverkan-som-styrform", "9", "deltog aktörer"),
    ("samverkan-som-styrform", "6", "möten uppstart återträff"),
    ("rapport-2026-5", "10", "åtgärder"),
    ("rapport-2026-5", "4", "områden fokus"),
    ("rapport-2026-5", "30", "Referenslistan poster"),
    ("tydliga-mal-och-uppdrag", "21", "regioner"),
    ("tillvaxtverket", "21", "regionerna"),
    ("traff-3", "21", "länen"),
    # The second meeting.
    ("traff-2", "8", "maj 2025"),
    ("barnens-olycksfallskommitte", "1954", "kommitté"),
    ("barnadodligheten", "1954", "kommitté"),
    ("barnadodligheten", "1964", "Volvo"),
    ("barnadodligheten", "1968", "brandvarnare"),
    ("barnadodligheten", "1970", "brandvarnare"),
    ("barnadodligheten", "2", "1 000"),
    ("volvo", "1964", "bilbarnstol"),
    ("bryggor", "31", "15 år"),
    ("traff-2-uka", "18", "juni årsrapporten"),
    # The preparation for the third.
    ("forarbete-traff-3", "23", "september 2025"),
    ("traff-3", "30", "september"),
    ("forarbete-traff-3", "fyra", "timmar deltagare"),
    ("forarbete-traff-3", "två", "bidrag"),
    # The newsletter.
    ("lansstyrelsernas-villkorsrapport", "244", "kommuner"),
    ("lansstyrelsernas-villkorsrapport", "80", "procent"),
    ("krisberedskap-i-kommunal-vard", "331 000", "kronor"),
    ("statliga-satsningar-2023", "50", "miljoner kronor"),
    ("offentlig-upphandling", "632", "miljarder"),
    ("offentlig-upphandling", "491", "miljarder"),
    ("offentlig-upphandling", "67", "procent styrelse"),
    ("offentlig-upphandling", "1 000", "miljarder"),
    ("kvinnors-foretagande", "9", "4 procent"),
    ("kvinnors-foretagande", "6", "3 procent"),
    ("kvinnors-foretagande", "2006", "företagande"),
    ("sou-2023-24", "18", "månader barn"),
    ("plan-utrikes-fodda-kvinnor", "31", "mars 2023"),
    ("sexton-forslag-2023", "sexton", "förslag"),
]


def blocks_of(page):
    """What stands together on a page: a key figure, a field, a paragraph, a list item or a row of a table."""
    for value in page.data.values():
        for entry in value if isinstance(value, list) else [value]:
            yield " ".join(entry.values()) if isinstance(entry, dict) else entry
    text = as_prose(page.body, page.lang, page.lang)
    yield from re.split(r"\n(?=[|-]|\d+\. |#)|\n\n", text)


def stands(page, figure, words):
    figure = re.compile(rf"(?<![\w,.])(?<!\d ){re.escape(figure)}(?!\w|[,.]\d| \d\d\d\b)", re.IGNORECASE)
    return any(figure.search(block) and all(word.lower() in block.lower() for word in words.split())
               for block in (" ".join(block.replace("\u00a0", " ").split()) for block in blocks_of(page)))


class Figures(unittest.TestCase):
    def test_every_figure_stands_on_its_page(self):
        pages = {page.id: page for page in read_pages() if page.lang == "sv"}
        faults = [f"{name}: {figure} with {words}" for name, figure, words in FIGURES if name not in pages or not stands(pages[name], figure, words)]
        self.assertEqual("", "\n".join(faults))

    def test_key_figures_are_numbered_and_sourced(self):
        """A key figure has a section; and a document of its own, or else the page is the document."""
        faults = [f"{page.name}: {entry.get('what')}" for page in read_pages() for entry in page.texts_of(["key_figures"])
                  if not entry.get("section") or not (entry.get("source") or page.folder == "kallor")]
        self.assertEqual([], faults)


class Twins(unittest.TestCase):
    PAGE = Page("omraden/x.md", '---\ntitle: X\nkey_figures:\n  - {what: "i äldreomsorgen", value: "40\u00a0000", unit: på deltid}\n---\n'
                "Av dem är 28 procent\nvisstidsanställda.\n\n| A | 3,5 |\n|---|---|\n| Chefer | 52 |\n")

    def test_found(self):
        for figure, words in (("40 000", "äldreomsorgen deltid"), ("28", "procent visstidsanställda"), ("52", "chefer"), ("3,5", "A")):
            with self.subTest(figure):
                self.assertTrue(stands(self.PAGE, figure, words))

    def test_not_found(self):
        for figure, words in (("29", "procent"), ("28", "chefer"), ("8", "procent"), ("000", "deltid"), ("40", "deltid"), ("3", "A"), ("5", "A"), ("52", "A")):
            with self.subTest(figure + words):
                self.assertFalse(stands(self.PAGE, figure, words), figure)


if __name__ == "__main__":
    unittest.main()
