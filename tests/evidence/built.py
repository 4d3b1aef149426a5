"""What the pages of a built site show, read from their HTML with Python's own parser, and which item each of them is."""
import json
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []

    def __iter__(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    def classes(self):
        return (self.attributes.get("class") or "").split()

    def all(self, tag=None, cls=None, **attributes):
        return [one for one in self if (tag is None or one.tag == tag) and (cls is None or cls in one.classes())
                and all(one.attributes.get(name.replace("_", "-")) == value for name, value in attributes.items())]

    def first(self, *what, **how):
        found = self.all(*what, **how)
        return found[0] if found else None

    def text(self, without=()):
        """Its words, spaces and soft hyphens evened out; elements of the classes `without` left out."""
        words = "".join(child if isinstance(child, str) else "" if set(child.classes()) & set(without) else child.text(without) for child in self.children)
        return " ".join(words.replace("\u00ad", "").replace("\u00a0", " ").split())


class Tree(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self._here = Element("", {}, None)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), self._here)
        self._here.children.append(element)
        if tag not in VOID:
            self._here = element

    def handle_startendtag(self, tag, attrs):
        self._here.children.append(Element(tag, dict(attrs), self._here))

    def handle_endtag(self, tag):
        here = self._here
        while here.parent is not None and here.tag != tag:
            here = here.parent
        self._here = here.parent or here

    def handle_data(self, data):
        self._here.children.append(data)


class Built:
    """A built site, and which item each of its pages is."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))["pages"]
        self._trees = {}

    def has(self, address):
        return (self.folder / address).is_file()

    def page(self, address):
        if address not in self._trees:
            self._trees[address] = Tree((self.folder / address).read_text(encoding="utf-8")).root
        return self._trees[address]

    def main(self, address):
        return self.page(address).first("main")

    def addresses(self, prefix=""):
        return sorted(address for address in self.manifest if address.startswith(prefix))

    def target(self, address, href):
        """(address of the page that a link on a page leads to, fragment)."""
        path, _, fragment = href.partition("#")
        if not path:
            return address, fragment
        parts = []
        for part in (*PurePosixPath(address).parent.parts, *path.split("/")):
            if part == "..":
                parts.pop()
            elif part not in (".", ""):
                parts.append(part)
        return "/".join(parts), fragment

    def id_at(self, address):
        """The id of the page at an address; None for one that no file stands for."""
        return self.manifest.get(address, {}).get("id")

    def links(self, element, address):
        """Ids of the pages that links in the element lead to, in order."""
        found = [self.id_at(self.target(address, one.attributes.get("href") or "")[0]) for one in element.all("a")]
        return [one for one in found if one]

    def address_of(self, item, lang):
        return next(address for address, entry in self.manifest.items() if entry.get("id") == item and entry.get("lang") == lang)
