"""The pages of content/ as they are written: front matter, text and links. Reads the forms of YAML that content/ uses, no other."""
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
LINK = re.compile(r"\[\[([^\]|#\\]*)(?:#([^\]|\\]*))?(?:\\?\|([^\]]*))?\]\]")
OUTSIDE = re.compile(r"!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)")
# What a person reads of a page's front matter, beside the title; ids, dates and sections of sources are not among them.
PROSE_FIELDS = ("title", "short", "summary", "date_text", "purpose", "form", "effort", "hand_in", "uncertain", "reason", "no_measure",
                "responsible_text", "role", "period", "definition", "note", "topic", "office", "what", "unit")
# Those in Markdown; they stand on the legal pages alone.
RICH_FIELDS = ("conformity_reason", "why", "instead", "method", "disproportionate", "outside_the_law", "feedback", "what")


def read_front_matter(text):
    data, key = {}, None
    for line in text.split("\n"):
        if key and isinstance(data[key], Block) and (line.startswith("  ") or not line):
            data[key] = Block(f"{data[key]}{line[2:]}\n")
            continue
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith(" ") or line.startswith("- "):
            _read_below(data[key], line.strip())
            continue
        key, _, value = line.partition(":")
        data[key] = Block() if value.strip() == "|" else read_value(value.strip()) if value.strip() else []
    return data


class Block(str):
    """A text over several lines, after `key: |`."""


def _read_below(entries, line):
    """One line under a key: `- value`, `- key: value`, or `key: value` of the entry before."""
    new, item = line.startswith("- "), line.removeprefix("- ")
    match = None if item[:1] in "\"'[{" else re.match(r"(\w+):(?:\s+(.*))?$", item)
    if not match:
        entries.append(read_value(item))
        return
    if new:
        entries.append({})
    entries[-1][match[1]] = read_value(match[2]) if match[2] else []


def read_value(text):
    value, rest = _flow(text, "")
    if rest.strip() and not rest.strip().startswith("#"):
        raise ValueError(f"not of a form that this reads: {text}")
    return value


def _flow(text, ends):
    """(value, what follows) of a scalar, a [list] or a {map} on one line."""
    text = text.lstrip()
    if text.startswith('"'):
        match = re.match(r'"((?:[^"\\]|\\.)*)"', text)
        return re.sub(r"\\(.)", r"\1", match[1]), text[match.end():]
    if text.startswith("'"):
        match = re.match(r"'((?:[^']|'')*)'", text)
        return match[1].replace("''", "'"), text[match.end():]
    if text.startswith("["):
        values, text = [], text[1:].lstrip()
        while not text.startswith("]"):
            value, text = _flow(text, ",]")
            values.append(value)
            text = text.lstrip().removeprefix(",").lstrip()
        return values, text[1:]
    if text.startswith("{"):
        values, text = {}, text[1:].lstrip()
        while not text.startswith("}"):
            name, _, text = text.partition(":")
            values[name.strip()], text = _flow(text, ",}")
            text = text.lstrip().removeprefix(",").lstrip()
        return values, text[1:]
    if not ends:
        return re.sub(r"\s+#.*", "", text), ""
    match = re.match(f"[^{re.escape(ends)}]*", text)
    return match[0].strip(), text[match.end():]


class Page:
    def __init__(self, name, text):
        self.name, self.text = name, text
        match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
        self.data = read_front_matter(match[1])
        # What is for the editors only is not published.
        self.body = re.sub(r"(?ms)^::: internal\n.*?^:::\n", "", text[match.end():])
        parts = name.removesuffix(".md").split("/")
        self.lang = "en" if parts[0] == "en" else "sv"
        self.folder, self.id = parts[-2], parts[-1]

    @property
    def is_list(self):
        return self.id == "_index"

    def prose(self, language=None, titles=None):
        """What a person reads of the page, one string a field and the body; without code, addresses and ids."""
        yield from self._fields(language)
        for text in self._rich_texts():
            yield as_prose(text, self.lang if language is None else language, self.lang, titles)
        yield as_prose(self.body, self.lang if language is None else language, self.lang, titles)

    def _fields(self, language):
        if language not in (None, self.lang):
            return
        for value in self._maps():
            yield from (one for key, one in value.items() if key in PROSE_FIELDS and isinstance(one, str) and not self._is_choice(key))

    def _rich_texts(self):
        return [one for value in self._maps() for key, one in value.items() if key in RICH_FIELDS and self._is_rich(key) and isinstance(one, str)]

    def _is_rich(self, key):
        return key != "what" or self.folder == "redogorelser"

    def _maps(self):
        return [one for one in (self.data, *(one for entries in self.data.values() if isinstance(entries, list) for one in entries)) if isinstance(one, dict)]

    def _is_choice(self, key):
        return key == "form" and self.folder == "inspel" or key == "what" and self._is_rich(key)

    def links(self):
        """(target, where in it) of the links in the text."""
        return [(target, place) for target, place, _ in LINK.findall(without_code("\n".join([*self._rich_texts(), self.body])))]

    def texts_of(self, names):
        return [value for name in names for value in _as_list(self.data.get(name, []))]


def _as_list(value):
    return value if isinstance(value, list) else [value]


def without_code(body):
    return re.sub(r"`[^`\n]*`", " ", re.sub(r"(?ms)^```.*?^```$", "", body))


def as_prose(body, language, own, titles=None):
    """The text of a body in one language: a span of another language is marked [words]{lang=xx}."""
    body = without_code(body)
    spans = re.findall(r"\[([^\[\]]*)\]\{lang=(\w+)\}", body)
    if language != own:
        return "\n".join(text for text, lang in spans if lang == language)
    body = re.sub(r"\[([^\[\]]*)\]\{lang=\w+\}", " … ", body)
    body = LINK.sub(lambda match: match[3] or (titles or {}).get(match[1], " … "), body)
    body = OUTSIDE.sub(r"\1", body)
    body = re.sub(r"(?m)^(?::::.*|\|?[\s:|-]+\|)$", " ", body)
    body = re.sub(r"\{[#.][^}]*\}", " ", body)
    return re.sub(r"\S+@\S+|\bhttps?://\S+|\bwww\.\S+", " ", re.sub(r"[*_\\]", "", body))


def read_pages(folder=CONTENT):
    folder = Path(folder)
    return [Page(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
            for path in sorted(folder.rglob("*.md")) if path.relative_to(folder).as_posix() != "README.md"]
