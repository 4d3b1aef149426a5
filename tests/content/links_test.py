"""What every page of content/ must have: links in and out, a cited section, a summary and a short title; and what none may have.

Links are the relations in its front matter and the links in its text, as they are written; what vav adds to a page (menus, lists, links
back, mentions) does not count. A list page (_index.md) and a page of the site itself (sidor/) leads on, but need not be led to.
"""
import re
import unittest

from content.pages import CONTENT, Page, read_pages

LEAST = 2
# With the name of the site it makes 90, the most that a tab or a search hit shows.
LONGEST_TITLE = 64
LONGEST_SUMMARY = 200
SITE_PAGES = ("sidor", "redogorelser", "dataskydd")  # folders of pages about the site itself
# Keys whose values are pages: the relations of vav.yaml.
RELATIONS = {"source", "replaces", "participants", "about", "prepares", "asks", "meeting", "area", "actor", "from", "addressed_to", "supported_by",
             "nuanced_by", "contradicted_by", "part_of", "based_on", "follows_from", "responsible_actor", "translation_of"}
# Boxes that belong to an office, not to a person.
OFFICES = {"info@jamstalldhetsmyndigheten.se", "vastragotaland@lansstyrelsen.se"}
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w/.:-])(?:\+46|0)[ -]?\d{1,3}[ /-]{0,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}(?![\w/])")
IDENTITY = re.compile(r"(?<!\d)(?:19|20)?(\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01]))[-+ ]?(\d{4})(?!\d)")


def relations_of(page):
    """(target page, entry) of the relations in the front matter."""
    for key in RELATIONS & page.data.keys():
        for entry in page.texts_of([key]):
            reference = entry["ref"] if isinstance(entry, dict) else entry
            yield reference.split("#")[0], key, entry
    for entry in page.texts_of(["speakers", "key_figures"]):
        for key in {"actor", "source"} & entry.keys():
            yield entry[key].split("#")[0], key, {}


class Links:
    """Who leads to whom. An address is the language and the id; an English page may lead to a Swedish one."""

    def __init__(self, pages):
        self.pages = {(page.lang, page.id): page for page in pages if not page.is_list}
        self.names = {}
        for key, page in self.pages.items():
            for name in [page.id, *page.texts_of(["title", "short", "aliases"])]:
                self.names.setdefault((page.lang, name.casefold()), key)
        self.out = {page.name: set() for page in pages}
        self.into = {page.name: set() for page in pages}
        self.unknown = set()
        for page in pages:
            for target in [target for target, _, _ in relations_of(page)] + [target for target, _ in page.links()]:
                self._add(page, target)
        # A page and its translation lead to each other.
        for page in pages:
            twin = self.pages.get(("sv", page.data.get("translation_of")))
            if twin:
                self.out[twin.name].add(page.name)
                self.into[page.name].add(twin.name)

    def _add(self, page, target):
        if not target:
            return
        name = target.strip().casefold()
        key = self.names.get((page.lang, name)) or self.names.get(("sv", name))
        if not key:
            self.unknown.add((page.name, target))
        elif self.pages[key] is not page:
            self.out[page.name].add(self.pages[key].name)
            self.into[self.pages[key].name].add(page.name)


def link_faults(pages):
    links = Links(pages)
    for name, target in sorted(links.unknown):
        yield f"{name}: {target} is no page that this test finds"
    for page in pages:
        if len(links.out[page.name]) < LEAST:
            yield f"{page.name}: leads to {len(links.out[page.name])} pages"
        if not page.is_list and page.folder not in SITE_PAGES and len(links.into[page.name]) < LEAST:
            yield f"{page.name}: {len(links.into[page.name])} pages lead here: {', '.join(sorted(links.into[page.name]))}"


def source_faults(pages):
    """Every page says in which document and section its facts stand. The documents themselves, which others cite, do not; nor do translations,
    whose Swedish twin does; nor pages of the site, which speak of the site."""
    documents = {target for page in pages for target, key, _ in relations_of(page) if key == "source"}
    for page in pages:
        entries = page.texts_of(["source"])
        needless = page.is_list or page.folder in SITE_PAGES or page.id in documents or "translation_of" in page.data
        if not entries and not needless:
            yield f"{page.name}: cites no source"
        for entry in entries:
            if not isinstance(entry, dict) or not entry.get("section"):
                yield f"{page.name}: cites no section of {entry}"


def wording_faults(pages):
    for page in pages:
        title, summary = page.data.get("title", ""), page.data.get("summary", "")
        if not 0 < len(title) <= LONGEST_TITLE:
            yield f"{page.name}: the title has {len(title)} characters: {title}"
        if not 0 < len(summary) <= LONGEST_SUMMARY:
            yield f"{page.name}: the summary has {len(summary)} characters"
        if not re.search(r"[^.!?…]\.$", summary) or re.search(r"[.!?…] +[A-ZÅÄÖ]", summary):
            yield f"{page.name}: the summary is not one sentence with its full stop: {summary}"


def passes_luhn(digits):
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def private_faults(name, text):
    for address in ADDRESS.findall(text):
        if address.lower() not in OFFICES:
            yield f"{name}: the address {address}"
    for match in PHONE.finditer(text):
        yield f"{name}: the telephone number {match[0]}"
    for match in IDENTITY.finditer(text):
        if passes_luhn(match[1] + match[2]):
            yield f"{name}: the identity number {match[0]}"


class Content(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.pages = read_pages()

    def assert_none(self, faults):
        faults = list(faults)
        self.assertEqual("", "\n".join(faults))

    def test_links(self):
        self.assert_none(link_faults(self.pages))

    def test_sources(self):
        self.assert_none(source_faults(self.pages))

    def test_summaries_and_titles(self):
        self.assert_none(wording_faults(self.pages))

    def test_nobodys_address_or_number(self):  # AC42
        self.assert_none(fault for page in self.pages for fault in private_faults(page.name, page.text))

    def test_no_relation_is_forgotten(self):
        relations = re.findall(r"^ +(\w+):\n +to: ", (CONTENT / "vav.yaml").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual({*relations, "translation_of"}, RELATIONS)


class Twins(unittest.TestCase):
    SOUND = "title: En träff\nsummary: Gruppen möttes.\nsource: [{ref: r, section: Träffen}]"

    def page(self, body="", front=SOUND, name="inspel/x.md"):
        return Page(name, f"---\n{front}\n---\n{body}\n")

    def others(self, *bodies):
        front = "title: En sida\nsummary: En sida finns."
        return [self.page(body, front, f"kallor/{chr(ord('r') + at)}.md") for at, body in enumerate(bodies)]

    def test_sound(self):
        pages = [self.page("Se [[s]]."), *self.others("[[x]] [[s]]", "[[x|en träff]] [[r]]")]
        self.assertEqual([], [*link_faults(pages), *wording_faults(pages), *source_faults(pages[:2])])

    def test_links(self):
        self.assertEqual(["inspel/x.md: leads to 1 pages", "inspel/x.md: 0 pages lead here: "],
                         list(link_faults([self.page("[[r]] [[x]]"), *self.others("[[s]]", "[[r]]")]))[:2])
        # Not what stands in code, nor what a menu or vav itself adds.
        self.assertIn("inspel/x.md: leads to 1 pages", list(link_faults([self.page("`[[s]]`"), *self.others("[[x]] [[s]]", "[[x]] [[r]]")])))

    def test_sources(self):
        self.assertEqual(["inspel/x.md: cites no source"], list(source_faults([self.page(front="title: T\nsummary: S.")])))
        self.assertEqual(["inspel/x.md: cites no section of {'ref': 'r'}"], list(source_faults([self.page(front="source: [{ref: r}]")])))

    def test_summaries_and_titles(self):
        for summary in ("", "Gruppen möttes", "Gruppen möttes. Den talade länge.", "Möttes gruppen?", "Gruppen möttes..", "En " * 80 + "mening."):
            with self.subTest(summary):
                self.assertEqual(1, len(list(wording_faults([self.page(front=f'title: T\nsummary: "{summary}"')]))[:1]))
        self.assertEqual([], list(wording_faults([self.page(front='title: T\nsummary: "Gruppen möttes den 8 maj kl. 9 och talade om AFS 2023:2."')])))
        self.assertEqual(1, len(list(wording_faults([self.page(front=f"title: {65 * 'a'}\nsummary: En mening.")]))))

    def test_private(self):  # AC42
        for text in ("eva.ek@example.se", "ring 070-123 45 67", "ring 0701234567", "nås på +46 70 123 45 67", "811218-9876", "198112189876"):
            with self.subTest(text):
                self.assertEqual(1, len(list(private_faults("x", text))))
        for text in ("info@jamstalldhetsmyndigheten.se", "A2023/00672", "artikelnummer 2026-3-10119", "2023-06-07", "811218-9870", "10 000", "1954 och 1964"):
            with self.subTest(text):
                self.assertEqual([], list(private_faults("x", text)))


if __name__ == "__main__":
    unittest.main()
