"""The thread of one item on its page: the picture and the list tell the same links, and the counts are those of the links."""
import re
from collections import Counter
from html.parser import HTMLParser


class Thread(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.drawn = []  # edges of the picture
        self.nodes = []  # addresses in the order of the picture; None = the page itself
        self.listed = []  # (edge, address, address of the row that it stands under; None = the page itself)
        self.poles = []  # [count told, entries]
        self.total = None
        self._svg = False
        self._rows = []  # open rows of the list: [edge, address]
        self._list_depth = 0
        self._want_count = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        classes = (attributes.get("class") or "").split()
        if tag == "figure" and "picture" in classes:
            self._svg = True
        elif self._svg and tag == "path" and "data-edge" in attributes:
            self.drawn.append(attributes["data-edge"])
        elif self._svg and tag == "a":
            self.nodes.append(attributes["href"])
        elif self._svg and tag == "g" and "here" in classes:
            self.nodes.append(None)
        elif tag == "ul" and ("chain" in classes or self._list_depth):
            self._list_depth += 1
        elif self._list_depth and tag == "li":
            self._rows.append([attributes["data-edge"], None])
        elif self._list_depth and tag == "a":
            self._rows[-1][1] = attributes["href"]
            under = self._rows[-2][1] if len(self._rows) > 1 else None
            self.listed.append((self._rows[-1][0], attributes["href"], under))
        elif tag == "div" and "pole" in classes:
            self.poles.append([None, 0])
        elif tag == "span" and "n" in classes and self.poles and self.poles[-1][0] is None:
            self._want_count = True
        elif tag == "p" and "t" in classes and self.poles and not self._svg and self._in_evidence:
            self.poles[-1][1] += 1
        if tag == "h2":
            self._in_evidence = attributes.get("id") == "vav-evidence"

    _in_evidence = False

    def handle_endtag(self, tag):
        if tag == "figure":
            self._svg = False
        elif self._list_depth and tag == "ul":
            self._list_depth -= 1
        elif self._list_depth and tag == "li":
            self._rows.pop()

    def handle_data(self, data):
        if self._want_count:
            self.poles[-1][0] = int(data)
            self._want_count = False
        found = re.match(r"\s*(\d+) (?:belägg|pieces? of evidence)\b", data)
        if found and self.total is None:
            self.total = int(found[1])


def without_passage(address):
    return address.split("#", 1)[0] if address else address


def thread_faults(text):
    thread = Thread(text)
    edges = Counter(edge for edge, _, _ in thread.listed)
    if thread.nodes and Counter(thread.drawn) != edges:
        yield f"the picture has {sorted((Counter(thread.drawn) - edges).elements())} more than the list, and lacks {sorted((edges - Counter(thread.drawn)).elements())}"
        return
    for edge, address, under in thread.listed if thread.nodes else []:
        ends = {without_passage(thread.nodes[int(number)]) for number in edge.split("-")}
        if {without_passage(address), without_passage(under)} != ends:
            yield f"the row {edge} ties {address} to {under}, the picture {sorted(map(str, ends))}"
    for told, entries in thread.poles:
        if told != entries:
            yield f"a pole tells of {told} and has {entries}"
    if thread.poles and thread.total != sum(entries for _, entries in thread.poles):
        yield f"{thread.total} pieces of evidence are told of, {sum(entries for _, entries in thread.poles)} are there"
