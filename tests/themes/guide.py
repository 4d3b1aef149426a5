"""Reads the designer's guide, themes/README.md: its tables of data, and the files of its examples."""
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "themes/README.md"
VALUE = re.compile(r"(?P<many>list of |map of )?(?P<one>text|number|true or false|anything|M|ADDRESS|[A-Z]+)(?P<null> or null)?")
ROW = re.compile(r"^\| `(?P<key>\w+)` \| (?P<value>.*?) \| ?.*\|$", re.MULTILINE)
ITEM = re.compile(r"`(?P<key>\w+)`: (?P<value>[^(]*?)(?: \(.*\))?", re.DOTALL)


@dataclass(frozen=True)
class Type:
    one: str
    many: str = ""  # "list", "map"
    null: bool = False
    element_null: bool = False


def read_type(text):
    match = VALUE.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is no type of the guide")
    null, many = bool(match["null"]), (match["many"] or "").removesuffix(" of ")
    # What a map may hold is null; a list as a whole may be.
    return Type(match["one"], many, null and many != "map", null and many == "map")


def read_shapes(text):
    """name -> {key: Type}; "every template", "PAGE" and the other names in capitals, and templates by their names."""
    data = text.split("\n## The data\n", 1)[1].split("\n## ", 1)[0]
    shapes = {}
    for section in data.split("\n### ")[1:]:
        title, body = section.split("\n", 1)
        rows = {row["key"]: read_type(row["value"]) for row in ROW.finditer(body)}
        for name in (title.split(", ") if rows else []):
            shapes[name] = rows
        for paragraph in re.findall(r"^\*\*(.+?)\*\*\s+(.+?)(?:\n\n|\Z)", body, re.MULTILINE | re.DOTALL):
            name, items = paragraph[0], " ".join(paragraph[1].split())
            found = [ITEM.fullmatch(part[part.find("`"):]) for part in items.split(" · ")] if "`: " in items else []
            shapes[name] = {item["key"]: read_type(item["value"].strip()) for item in found}
    return shapes


@dataclass(frozen=True)
class Example:
    title: str
    files: dict  # path -> text


def read_examples(text):
    """The files of each example: what stands in the block after `PATH`: at the end of a paragraph."""
    chapter = text.split("\n## Five changes\n", 1)[1].split("\n## ", 1)[0]
    examples = []
    for section in chapter.split("\n### ")[1:]:
        title, body = section.split("\n", 1)
        files = dict(re.findall(r"`([\w./-]+\.\w+)`(?:, add)?:\n\n```\w+\n(.*?)```", body, re.DOTALL))
        examples.append(Example(title, files))
    return examples


class Reader:
    """Compares data with the shapes of the guide."""

    def __init__(self, shapes):
        self.shapes = shapes
        self.faults = {}  # fault -> where first
        self.seen = set()  # (shape, key) that had a value

    def check_page(self, data, where):
        template = data["page"]["template"]
        own = self.shapes.get("kinds/KIND.html" if template.startswith("kinds/") else template)
        if own is None:
            self.fault(f"the guide has no template {template}", where)
            return
        page = self.shapes["PAGE"] | own
        self.check_map({key: value for key, value in data.items() if key != "page"},
                       {key: value for key, value in self.shapes["Every template"].items() if key != "page"}, "every template", where)
        self.check_map(data["page"], page, template, where)

    def check_map(self, value, shape, name, where):
        for key in value.keys() - shape.keys():
            self.fault(f"{name} has the key {key}, which the guide does not tell of", where)
        for key in shape.keys() - value.keys():
            self.fault(f"{name} lacks the key {key}, which the guide tells of", where)
        for key in value.keys() & shape.keys():
            self.check(value[key], shape[key], f"{name}.{key}", where)
            if value[key] not in (None, "", [], {}):
                self.seen.add((name, key))

    def check(self, value, kind, name, where):
        if kind.many == "list" and value is not None:
            if not isinstance(value, list):
                self.fault(f"{name} is no list", where)
                return
            for one in value:
                self.check(one, Type(kind.one), name, where)
        elif kind.many == "map":
            if not isinstance(value, dict):
                self.fault(f"{name} is no map", where)
                return
            for one in value.values():
                self.check(one, Type(kind.one, null=kind.element_null), name, where)
        elif value is None:
            if not kind.null and kind.one != "anything":
                self.fault(f"{name} is null", where)
        elif kind.one in self.shapes:
            if isinstance(value, dict):
                self.check_map(value, self.shapes[kind.one], kind.one, where)
            else:
                self.fault(f"{name} is no {kind.one}", where)
        else:
            self.check_plain(value, kind.one, name, where)

    def check_plain(self, value, kind, name, where):
        types = {"text": str, "M": str, "ADDRESS": str, "number": (int, float), "true or false": bool, "anything": object}
        if kind not in types:
            self.fault(f"the guide does not explain {kind}", name)
        elif not isinstance(value, types[kind]) or (kind == "number" and isinstance(value, bool)):
            self.fault(f"{name} is {value!r}, no {kind}", where)

    def fault(self, text, where):
        self.faults.setdefault(text, where)

    def all_faults(self):
        return [f"{text} ({where})" for text, where in self.faults.items()]
