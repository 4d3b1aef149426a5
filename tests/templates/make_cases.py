#!/usr/bin/env python3
"""Writes what the real Jinja2 makes of the templates in cases.txt, or checks that it is still that (--check; jinja_test.py does too).

cases.txt holds, for each case, the templates by hand and the expected text by this script. The C++ test
tests/unit/templates/jinja_cases_test.cc renders the same templates from the same data (sample_data.h) and compares.
Where vav differs on purpose (themes/README.md), finalize() and the json filter below bring Jinja to vav's side.
"""
import json
import pathlib
import sys

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

CASES = pathlib.Path(__file__).with_name("cases.txt")

# The same as sample_data() in tests/unit/templates/sample_data.h.
DATA = {
    "site": {"title": "Väven & duken", "publisher": "UKÄ", "home": "index.html"},
    "page": {
        "title": "Träff <2>",
        "body": Markup("<p>Bröd &amp; text</p>"),
        "summary": "",
        "updated": None,
        "count": 3,
        "ratio": 2.5,
        "published": True,
        "tags": ["öppen", "data", "ai"],
        "fields": {"antal": 7, "form": "distans"},
    },
    "items": [
        {"id": "a", "title": "Åre & Östersund", "kind": {"one": "plats"}, "count": 2, "date": "2025-05-08"},
        {"id": "b", "title": "beslut", "kind": {"one": "beslut"}, "count": 0, "date": None},
        {"id": "c", "title": "<c>", "kind": {"one": "plats"}, "count": 5, "date": "2024"},
    ],
    "numbers": [3, 1, 2],
    "pairs": [["x", 1], ["y", 2]],
    "empty_list": [],
    "empty_map": {},
    "empty_text": "",
    "quote": "\"it's\" <b> & c",
    "html": Markup("<em>x</em>"),
    "nothing": None,
    "zero": 0,
    "yes": True,
    "no": False,
}


def finalize(value):
    """vav prints nothing for none, and true and false as in HTML and JSON. (Constants come here as text already.)"""
    return {"None": "", "True": "true", "False": "false"}.get(str(value), value)


def read_cases(text):
    """[(name, {template name: text})]; the expected text is left out."""
    cases = []
    for block in text.split("\n=== ")[1:]:
        name, rest = block.split("\n", 1)
        templates = {}
        for part in ("\n" + rest).split("\n--- ")[1:]:
            title, _, body = part.partition("\n")
            if title != "expected":
                templates[title] = body
        cases.append((name, templates))
    return cases


def render(templates):
    environment = Environment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, finalize=finalize,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return environment.get_template("main").render(DATA).replace("&#34;", "&quot;")  # the same character


def as_jinja_says(old):
    """The text of cases.txt with what Jinja2 makes of it."""
    new = old.split("\n=== ", 1)[0]
    for name, templates in read_cases(old):
        new += f"\n=== {name}"
        for title, body in templates.items():
            new += f"\n--- {title}\n{body}"
        try:
            new += f"\n--- expected\n{render(templates)}"
        except Exception as error:
            sys.exit(f"{name}: {error!r}")
    return new + "\n"


def kept_as_jinja_says(old):
    """What is wrong, or ""."""
    return "" if old == as_jinja_says(old) else "cases.txt is not what Jinja2 says; run make_cases.py and look at the difference"


def main():
    old = CASES.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(kept_as_jinja_says(old) or 0)
    CASES.write_text(as_jinja_says(old), encoding="utf-8")


if __name__ == "__main__":
    main()
