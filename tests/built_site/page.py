"""What one built page says, read with Python's own parser, and the faults that can be seen in it alone."""
import base64
import hashlib
import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Elements in which text is not the site's own sentences.
VERBATIM = {"code", "pre", "script", "style", "kbd", "samp"}
EMPTY_WORDS = {"här", "läs mer", "klicka här", "länk", "more", "mer", "here", "read more"}
CSP = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; worker-src blob:; "
       "form-action 'self' file:; base-uri 'none'")
MONTHS = {"sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
          "en": "January February March April May June July August September October November December".split()}
# Where Swedish wants a no-break space: 10 000, 25 %, 5 §, s. 12, kl. 9.00, nr 5, 30 september.
PLAIN_SPACE = re.compile(r"\d[ \n](?:%|‰|§)|(?<!\d)\d{1,3}[ \n]\d{3}(?!\d)|(?<!\w)(?:s\.|kl\.|nr|art\.|kap\.|§)[ \n]\d|(?<!\d)\d\d?[ \n](?:"
                         + "|".join(MONTHS["sv"]) + r")\b", re.IGNORECASE)
# A word, spaces round a hyphen, a word; years and times with a hyphen between.
# Times with a colon, dates in figures alone (25/9, 8.5.2025), a full stop as decimal sign before what it measures.
FOREIGN_FIGURES = re.compile(r"(?<![\d:/.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])|(?<![\d/.])(?:[0-2]?\d|3[01])[./](?:0?\d|1[0-2])[./](?:20)?\d\d(?![\d/.])"
                             r"|\d\.\d+[ \xa0](?:%|procent|miljoner|miljarder|kronor)", re.IGNORECASE)
HYPHEN_AS_DASH = re.compile(r"\w[ \n]-{1,3}[ \n][^\W\d]|(?<![\w/:-])(?:19|20)\d\d-(?:19|20)\d\d(?![\w-])|(?<![\w/-])\d?\d[.:]\d\d-\d?\d[.:]\d\d(?!\d)")


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = []  # (tag, attributes, line) in order
        self.ids = []
        self.links = []  # (where it stands: "a href", address, line)
        self.headings = []  # (level, text)
        self.texts = []  # (text, language, verbatim)
        self.link_texts = []  # (href, text)
        self.times = []  # (datetime, text, language)
        self.title = ""
        self.inline_scripts = 0
        self.styles = []  # rules that stand in the page
        self._open = []  # (tag, language, verbatim, collected text)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        line = self.getpos()[0]
        self.elements.append((tag, attributes, line))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("href", "src", "action", "poster", "data"):
            if name in attributes:
                self.links.append((f"{tag} {name}", attributes[name] or "", line))
        for candidate in (attributes.get("srcset") or "").split(","):
            if candidate.strip():
                self.links.append((f"{tag} srcset", candidate.split()[0], line))
        if tag == "script" and "src" not in attributes and attributes.get("type") not in ("application/ld+json", "application/json"):
            self.inline_scripts += 1
        if tag not in VOID:
            outer = self._open[-1] if self._open else (None, "", False, None)
            self._open.append((tag, attributes.get("lang", outer[1]), outer[2] or tag in VERBATIM, [], attributes))
        elif tag == "img" and attributes.get("alt"):
            self._collect(attributes["alt"])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not any(entry[0] == tag for entry in self._open):
            return
        while self._open:
            name, language, _, parts, attributes = self._open.pop()
            self._leave(name, " ".join("".join(parts).split()), attributes, language)
            if name == tag:
                break

    def _leave(self, tag, text, attributes, language):
        if tag == "title" and not any(entry[0] == "svg" for entry in self._open):
            self.title = text
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), text.replace("\u00ad", "")))
        elif tag == "a" and "href" in attributes:
            self.link_texts.append((attributes["href"], attributes.get("aria-label") or text))
        elif tag == "time":
            self.times.append((attributes.get("datetime"), text, language))

    def _collect(self, data):
        for entry in self._open:
            entry[3].append(data)

    def handle_data(self, data):
        if self._open and self._open[-1][0] == "style":
            self.styles.append(data)
        self._collect(data)
        if self._open and data.strip():
            self.texts.append((data, self._open[-1][1], self._open[-1][2]))

    def all(self, tag):
        return [attributes for name, attributes, _ in self.elements if name == tag]


def date_in_words(iso, language):
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = MONTHS[language][int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"


def structure_faults(page):  # AC03 AC04 AC05 AC07 AC08
    levels = [level for level, _ in page.headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    if levels and levels[0] != 1:
        yield "the first heading is not h1"
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            yield f"h{after} after h{before}"
    for text in (text for _, text in page.headings if not text):
        yield "an empty heading"
    for name in sorted({name for name in page.ids if page.ids.count(name) > 1}):
        yield f'two elements with id "{name}"'
    for tag, count in (("main", 1), ("title", 1)):
        if sum(1 for name, attributes, _ in page.elements if name == tag) < count:
            yield f"no {tag}"
    languages = [attributes.get("lang") for attributes in page.all("html")]
    if languages not in (["sv"], ["en"]):
        yield f"html lang is {languages}"
    if len(page.title) > 90:
        yield f"the title has {len(page.title)} characters"
    captions = len(page.all("caption"))
    named = sum(1 for attributes in page.all("table") if attributes.get("aria-label") or attributes.get("aria-labelledby"))
    if captions + named < len(page.all("table")):
        yield "table without caption or name"
    for attributes in page.all("th"):
        if "scope" not in attributes:
            yield "th without scope"
    for attributes in page.all("img"):
        if attributes.get("alt") is None:
            yield "img without alt"


def stands_alone(page):
    """Whether the page is a single file to be saved and sent: it has its own rules of style and leads nowhere."""
    return bool(page.styles) and all(address.startswith("#") for _, address, _ in page.links)


def policy_of(page):
    """The one policy that the page may have. The hash: what CSP Level 3 says of sources in a page."""
    if not stands_alone(page):
        return CSP
    digest = base64.b64encode(hashlib.sha384("".join(page.styles).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha384-{digest}'; base-uri 'none'; form-action 'none'"


def safety_faults(page):  # AC44 AC45
    policies = [attributes.get("content") for attributes in page.all("meta") if attributes.get("http-equiv") == "Content-Security-Policy"]
    if policies != [policy_of(page)]:
        yield f"the policy is {policies}"
    if page.inline_scripts:
        yield "a script in the page"
    if page.all("style") and not stands_alone(page):
        yield "a style sheet in the page"
    for tag, attributes, line in page.elements:
        for name in attributes:
            if name.startswith("on") or name == "style":
                yield f"{name}= on {tag} in line {line}"
        if tag in {"iframe", "object", "embed", "base"}:
            yield f"{tag} in line {line}"
        if "integrity" in attributes:
            yield f"integrity on {tag}: browsers refuse it on file://"
        if tag == "script" and attributes.get("type") == "module":
            yield "a module: browsers refuse it on file://"


def wording_faults(page):  # AC09 AC31 AC32
    for href, text in page.link_texts:
        if not text:
            yield f"the link to {href} has no text"
        elif text.lower().strip(" .:→»") in EMPTY_WORDS:
            yield f'"{text}" as the text of a link'
        elif re.match(r"https?://", text):
            yield f'the bare address "{text}" as the text of a link'
    for text, language, verbatim in page.texts:
        if verbatim or language != "sv":
            continue
        if re.search('["“]', text):
            yield f"straight or English quotation mark: {text.strip()[:60]}"
        if PLAIN_SPACE.search(text):
            yield f"a plain space in a number: {text.strip()[:60]}"
        if HYPHEN_AS_DASH.search(text):
            yield f"a hyphen for a dash: {text.strip()[:60]}"
        if FOREIGN_FIGURES.search(text):
            yield f"not a Swedish time, date or decimal: {text.strip()[:60]}"
        if re.search(r"(?<!\.)\.\.\.(?!\.)", text):
            yield f"full stops for an ellipsis: {text.strip()[:60]}"
    for datetime, text, language in page.times:
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", datetime or ""):
            yield f'time with datetime="{datetime}"'
        elif text.replace("\xa0", " ") not in (datetime, date_in_words(datetime, language)):
            yield f"the date {datetime} is called {text}"
