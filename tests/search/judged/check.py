#!/usr/bin/env python3
"""Checks the judged searches, tuning.json and held_out.json, against the content.

Every query has a known class and stands once over both files, every address is a page of content/,
every grade is 1, 2 or 3, and a query that is not nonsense has at least one 3. Prints how many
queries each class has; what is wrong is told, one line each, and gives exit code 1.
"""

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parents[2] / "content"
FILES = ("tuning.json", "held_out.json")
LEAST = {  # class -> least number of queries in each file
    "exact-title": 7, "inflected": 7, "compound-part": 7, "compound-query": 7, "missing-diacritics": 7,
    "misspelled": 7, "alias": 7, "several-words": 7, "actor-theme": 7, "prefix": 7, "other": 7, "nonsense": 8,
}
KEYS = {"query", "class", "relevant", "note"}


# Kinds with `address: /` in content/vav.yaml.
AT_ROOT = ("sidor", "redogorelser", "dataskydd")


def addresses():
    """The addresses of all pages: folder/id/, for a folder's own page folder/, for folders whose pages lie at the root just id/."""
    found = set()
    for path in CONTENT.rglob("*.md"):
        parts = list(path.relative_to(CONTENT).with_suffix("").parts)
        if len(parts) < 2:
            continue  # a file about the folder, no page
        if parts[-1] == "_index":
            parts.pop()
        elif parts[-2] in AT_ROOT:
            del parts[-2]
        found.add("/".join(parts) + "/")
    return found


def faults(row, known):
    """What is wrong with one query."""
    if not isinstance(row, dict) or not {"query", "class", "relevant"} <= set(row) <= KEYS:
        yield "has other keys than query, class, relevant and perhaps note"
        return
    if not row["query"].strip():
        yield "is empty"
    if row["class"] not in LEAST:
        yield f"has an unknown class, {row['class']}"
    for address, grade in row["relevant"].items():
        if address not in known:
            yield f"names a page that does not exist, {address}"
        if type(grade) is not int or not 1 <= grade <= 3:
            yield f"gives {address} the grade {grade!r}, not 1, 2 or 3"
    if row["class"] == "nonsense":
        if row["relevant"]:
            yield "is nonsense and yet has relevant pages"
    elif 3 not in row["relevant"].values():
        yield "has no page of grade 3"


def main():
    known = addresses()
    wrong, seen, counts = [], {}, {}
    for name in FILES:
        text = (HERE / name).read_text(encoding="utf-8")
        if text != unicodedata.normalize("NFC", text):
            wrong.append(f"{name}: not in Unicode form NFC")
        rows = json.loads(text)
        for number, row in enumerate(rows, 1):
            query = row.get("query", "") if isinstance(row, dict) else ""
            wrong += [f"{name}: query {number} ({query}) {fault}" for fault in faults(row, known)]
            key = " ".join(query.casefold().split())
            if key in seen:
                wrong.append(f"{name}: query {number} ({query}) also stands in {seen[key]}")
            seen[key] = name
        counts[name] = Counter(row.get("class") for row in rows if isinstance(row, dict))
        for kind, least in LEAST.items():
            if counts[name][kind] < least:
                wrong.append(f"{name}: {kind} has {counts[name][kind]} queries, at least {least} are needed")

    print(f"{'':20}" + "".join(f"{name:>15}" for name in FILES))
    for kind in LEAST:
        print(f"{kind:20}" + "".join(f"{counts[name][kind]:15}" for name in FILES))
    print(f"{'all':20}" + "".join(f"{sum(counts[name].values()):15}" for name in FILES))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
