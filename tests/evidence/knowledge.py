"""A knowledge base as its files say it is: vav.yaml and front matter, read with Debian's python3-yaml and nothing of vav.

An item is a page together with its translations, named by the id of the page that the others translate. Links of the chain, what an
item rests on and what rests on it are worked out here anew, by the words of generator/config/vav-yaml.md and content/README.md.
"""
import unicodedata
from collections import defaultdict
from datetime import date
from pathlib import Path

import yaml

from evidence.pins import pin_of, plain_passage


class Dates(yaml.SafeLoader):
    """Dates stay the text that was written: 2025-05 is one, too."""


Dates.yaml_implicit_resolvers = {letter: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:timestamp"] for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
BEARINGS = {"for": "for", "nuanced": "nuanced", "against": "against"}


def load(text):
    return yaml.load(text, Dates)


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def fold(name):
    return unicodedata.normalize("NFC", str(name)).casefold()


class Page:
    def __init__(self, path, kind, lang, front):
        self.path, self.kind, self.id, self.lang, self.front = path, kind, path.stem, lang, front
        self.item = front.get("translation_of", self.id)

    def names(self):
        return [self.id, *(str(one) for one in (self.front.get("title"), self.front.get("short")) if one), *map(str, as_list(self.front.get("aliases")))]


class Link:
    """One declared link of the chain, from a later item to an earlier one."""

    def __init__(self, later, earlier, relation, bearing, passage):
        self.later, self.earlier, self.relation, self.bearing, self.passage = later, earlier, relation, bearing, passage

    def carries(self):
        return self.bearing in ("", "for")

    def key(self):
        return (self.later, self.earlier, self.relation, self.passage)


class Knowledge:
    def __init__(self, folder, today):
        self.folder = Path(folder)
        self.config = load((self.folder / "vav.yaml").read_text(encoding="utf-8"))
        self.kinds = self.config["kinds"]
        self.lang = self.config["site"].get("lang", "sv")
        self.chain = [as_list(step) for step in self.config.get("chain", [])]
        self.step = {kind: number for number, step in enumerate(self.chain, 1) for kind in step}
        self.pages = [page for page in self._read() if self._on_site(page, today)]
        self.kind_of = {page.item: page.kind for page in self.pages if page.item == page.id}
        self.family = defaultdict(list)
        for page in self.pages:
            self.family[page.item].append(page)
        self._names = self._all_names()
        self.links = self._links()
        self.behind, self.ahead = defaultdict(list), defaultdict(list)
        for link in self.links:
            self.behind[link.later].append(link)
            self.ahead[link.earlier].append(link)
        self._pointing = self._inverse()
        self._reached = {}
        self._suspects = {}

    # reading

    def _read(self):
        by_folder = {kind["folder"]: name for name, kind in self.kinds.items()}
        languages = [self.lang, *as_list(self.config["site"].get("languages"))]
        for path in sorted(self.folder.rglob("*.md")):
            parts = path.relative_to(self.folder).parts
            lang = parts[0] if len(parts) == 3 and parts[0] in languages else self.lang
            if parts[-2:-1] and parts[-2] in by_folder and path.name != "README.md" and not path.name.startswith(("_", ".")):
                front = load(path.read_text(encoding="utf-8").split("---\n")[1]) or {}
                yield Page(path, by_folder[parts[-2]], front.get("lang", lang), front)

    @staticmethod
    def _on_site(page, today):
        front = page.front
        published, expires = str(front.get("published") or ""), str(front.get("expires") or "")
        return not (front.get("draft") or front.get("visibility") == "internal" or published > str(today) or (expires and expires <= str(today)))

    def _all_names(self):
        """By language and folded name, the item; ids come before titles, titles before other names."""
        names = {}
        for rank in (lambda page: [page.id], lambda page: page.names()):
            for page in self.pages:
                for name in rank(page):
                    names.setdefault(fold(name), page.item)
        return names

    def item(self, reference):
        """The item that a reference means, and the passage of it."""
        text = str(reference["ref"] if isinstance(reference, dict) else reference)
        name, _, passage = text.partition("#")
        return self._names.get(fold(name)), passage

    # relations

    def relations(self, kind):
        return {**(self.config.get("common", {}).get("relations") or {}), **(self.kinds[kind].get("relations") or {})}

    def targets(self, page, relation):
        """[(item, passage)] in the order written; what leads nowhere, or to what is not on the site, is left out."""
        found = [self.item(one) for one in as_list(page.front.get(relation))]
        return [(item, passage) for item, passage in found if item in self.kind_of]

    def related(self, item, relation):
        """Items that the item or a translation of it points at by the relation, each once."""
        return list(dict.fromkeys(target for page in self.family[item] for target, _ in self.targets(page, relation)))

    def _links(self):
        links = {}
        for page in self.pages:
            for relation, declared in self.relations(page.kind).items():
                for earlier, passage in self.targets(page, relation) if declared.get("visibility") != "internal" else []:
                    before, here = self.step.get(self.kind_of[earlier], 0), self.step.get(page.kind, 0)
                    if earlier == page.item or not (0 < before < here or 0 < before == here and declared.get("evidence")):
                        continue
                    link = Link(page.item, earlier, relation, BEARINGS.get(declared.get("evidence"), ""), passage)
                    links.setdefault(link.key(), link)
        return list(links.values())

    def pins(self, item):
        """[(item cited, passage, pin)] of the links to earlier items that the item's pages pin."""
        found = []
        for page in self.family[item]:
            for relation in self.relations(page.kind):
                for one in as_list(page.front.get(relation)):
                    cited, passage = self.item(one)
                    if isinstance(one, dict) and one.get("pin") and self.step.get(self.kind_of.get(cited), 0):
                        found.append((cited, passage, one["pin"]))
        return found

    def suspects(self, item):
        if item not in self._suspects:
            self._suspects[item] = self._suspects_of(item)
        return self._suspects[item]

    def _suspects_of(self, item):
        """What its pins say has changed since. Passages with markup are taken for unchanged: nobody reads Markdown here."""
        changed = set()
        for cited, passage, pin in self.pins(item):
            page = next(one for one in self.family[cited] if "translation_of" not in one.front)
            text = plain_passage(page.path.read_text(encoding="utf-8"), passage) if passage else None
            if text is not None and pin_of(text) != pin:
                changed.add(f"{cited}#{passage}")
        return sorted(changed)

    def _inverse(self):
        """(kind, relation, item) -> items that point at it by that relation."""
        pointing = defaultdict(dict)
        for item, kind in self.kind_of.items():
            for relation in self.relations(kind):
                for target in self.related(item, relation):
                    pointing[kind, relation, target][item] = True
                    pointing["", relation, target][item] = True  # of whatever kind
        return pointing

    def follow(self, paths, item):
        """Items that any of the paths leads to from the item: what `via` of vav.yaml means."""
        paths = as_list(paths)
        if not any(isinstance(path, list) for path in paths):
            paths = [paths]
        found = {}
        for path in paths:
            here = [item]
            for step in as_list(path):
                kind, dot, relation = step.rpartition(".")
                here = list(dict.fromkeys(other for one in here for other in (self._pointing[kind, relation, one] if dot else self.related(one, relation))))
            found.update(dict.fromkeys(here))
        return [one for one in found if one != item]

    # the chain

    def items(self, *kinds):
        return [item for item, kind in self.kind_of.items() if kind in kinds]

    def reach(self, item, towards_evidence=True):
        """Items that links which carry lead to, however many steps away."""
        seen, todo = set(), [item]
        while todo:
            here = todo.pop()
            for link in self.behind[here] if towards_evidence else self.ahead[here]:
                other = link.earlier if towards_evidence else link.later
                if link.carries() and other not in seen:
                    seen.add(other)
                    todo.append(other)
            for other in self.predecessors(here) if towards_evidence else self.successors(here):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return seen - {item}

    def in_chain(self, item):
        return self.kind_of[item] in self.step

    def predecessors(self, item):
        """Items of the chain that the item replaces: it rests on what they rested on."""
        return [other for other in self.related(item, "replaces") if self.in_chain(item) and self.in_chain(other)]

    def successors(self, item):
        return [other for other in self._pointing["", "replaces", item] if self.in_chain(item) and self.in_chain(other)]

    def voices(self, item):
        """Those who say what an item tells; where it does not say, those of what it rests on."""
        def own(one):
            return [target for relation, declared in self.relations(self.kind_of[one]).items() if declared.get("voice") for target in self.related(one, relation)]
        if own(item):
            return set(own(item))
        found, seen, todo = set(), {item}, [item]
        while todo:
            here = todo.pop()
            for other in [link.earlier for link in self.behind[here] if link.carries()] + self.predecessors(here):
                if other in seen:
                    continue
                seen.add(other)
                found.update(own(other))
                if not own(other):
                    todo.append(other)
        return found

    def origins(self, item):
        return {other for other in self.reach(item) if self.step[self.kind_of[other]] == 1}

    def waived(self, item, key):
        """Whether the item's page says what `unsupported` or `parked` of its kind asks for."""
        waiver = self.kinds[self.kind_of[item]].get(key)
        return bool(waiver) and (self.text(item, waiver["field"]) == waiver["value"] if "field" in waiver else bool(self.text(item, waiver["reason"])))

    def rows(self):
        """The kinds whose items are to have evidence."""
        named = as_list((self.config.get("traceability") or {}).get("rows"))
        return named or [kind for step in self.chain for kind in step if any(one.get("evidence") for one in self.relations(kind).values())]

    def bearings(self, row, item):
        """How an item hangs together with a row: for, nuanced, against; leads for what follows; way when others carry it; review when a link is suspect."""
        follows = self.step[self.kind_of[item]] > self.step[self.kind_of[row]]
        found = {link.bearing or "for" for link in self.behind[row] + self.ahead[row] if item in (link.later, link.earlier)}
        names = [("leads" if follows and name == "for" else name) for name in ("for", "nuanced", "against") if name in found]
        if row not in self._reached:
            self._reached[row] = self.reach(row) | self.reach(row, False)
        if not names and item in self._reached[row]:
            names = ["way"]
        if names != ["way"] and (self._is_suspect(row, item) or self._is_suspect(item, row)):
            names.append("review")
        return names

    def _is_suspect(self, item, cited):
        return any(one.partition("#")[0] == cited for one in self.suspects(item))

    def replaced(self):
        """Items that another one replaces."""
        return {target for item in self.kind_of for target in self.related(item, "replaces")}

    def text(self, item, field):
        """A field of the item's own page, "" when it does not give it."""
        own = next(page for page in self.family[item] if page.id == item)
        return str(own.front.get(field) or "")

    def plural(self, kind):
        return self.kinds[kind]["label"][self.lang]["many"]

    def title(self, item, lang=None):
        """As readers of a language see it."""
        shown = next((page for page in self.family[item] if page.lang == (lang or self.lang)), None) or next(page for page in self.family[item] if page.id == item)
        return str(shown.front.get("title") or shown.id)


def newest_day(folder):
    """The day of the newest page: on it nothing is still to come."""
    days = [str(page.front.get(key)) for page in Knowledge(folder, date(9999, 1, 1)).pages for key in ("published", "updated") if page.front.get(key)]
    return max(days)
