"""What the law wants of every page's foot and of the accessibility statement, read from the built pages alone."""
import posixpath
import re
from html.parser import HTMLParser

from built_site.page import VOID

STATEMENT, PRIVACY = "tillganglighet/index.html", "personuppgifter/index.html"
CONFORMITY = re.compile(r"(helt|delvis|inte) förenlig")
# Of the eleven items, those that are a part with a heading: how it begins, and what must stand there.
PARTS = {
    "Hur tillgänglig": CONFORMITY,
    "Kända brister": re.compile(r"Skäl.+I stället"),
    "Så är bedömningen gjord": re.compile(r"\w"),
    "Undantag som oskäligt betungande": re.compile("12.§"),
    "Innehåll som lagen inte omfattar": re.compile("9.§"),
    "Säg till": re.compile("@.+15.§"),
    "Tillsyn": re.compile("Digg"),
}
# Those that are facts: the label, and what its value looks like.
DATE = re.compile(r"\d{1,2}.[a-zåäö]+ \d{4}")
FACTS = {"Offentlig aktör": re.compile(r"\w"), "Tjänst": re.compile(r"\w"), "Bedömningen gjordes": DATE, "Redogörelsen uppdaterades": DATE}


class Parts(HTMLParser):
    """headings -> the text below, dt -> dd, and the links of the footer."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.parts, self.facts, self.foot_links, self.links = {}, {}, [], []
        self._open, self._heading, self._label = [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self._open.append(tag)
        if tag == "a":
            href = dict(attrs).get("href", "")
            self.links.append(href)
            if "footer" in self._open:
                self.foot_links.append(href)
        if tag in ("h1", "h2"):
            self._heading = ""
        if tag == "dt":
            self._label = ""

    def handle_endtag(self, tag):
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "h2":
            self.parts.setdefault(self._heading.strip(), "")

    def handle_data(self, data):
        if "h2" in self._open:
            self._heading += data
        elif "dt" in self._open:
            self._label += data
        elif "dd" in self._open:
            self.facts[self._label.strip()] = self.facts.get(self._label.strip(), "") + data.strip()
        elif self._heading:
            self.parts[self._heading.strip()] = self.parts.get(self._heading.strip(), "") + " " + " ".join(data.split())


def foot_faults(name, text):
    """The footer of the page `name` leads to the statement and to what is said of personal data."""
    links = {posixpath.normpath(posixpath.join(posixpath.dirname(name), href.split("#")[0])) for href in Parts(text).foot_links}
    for wanted in (STATEMENT, PRIVACY):
        # On the page itself the way there may be the page's own name.
        if wanted not in links:
            yield f"{name}: the footer does not lead to {wanted}"


def statement_faults(text):
    page = Parts(text)
    for label, wanted in FACTS.items():
        if not wanted.search(page.facts.get(label, "")):
            yield f"'{label}' is missing"
    for start, wanted in PARTS.items():
        bodies = [body for heading, body in page.parts.items() if heading.startswith(start)]
        if not any(wanted.search(body) for body in bodies):
            yield f"'{start} …' is missing, or does not say what it must"
    if "https://www.digg.se/tdosanmalan" not in page.links:
        yield "no link to the report form of the authority"
