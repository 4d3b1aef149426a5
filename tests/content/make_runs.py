#!/usr/bin/env python3
"""usage: make_runs.py FOLDER > eight_word_runs.txt: a mark for every run of eight words in the .txt files of a folder.

Run it anew when a source is added. README.md and other notes beside the sources are not read.
"""
import re
import sys
from pathlib import Path

from words import mark_of, runs_of, words_of

FOOTNOTE = re.compile("^ *[⁰¹²³⁴-⁹]+ .*$|^ *\\d+ *$|^ *<?https?:.*$", re.MULTILINE)


def readings(text):
    """The ways in which a text may be read on: past a footnote or a page number, with a cut word joined or not."""
    for whole in (text, FOOTNOTE.sub("", text)):
        yield words_of(whole)
        yield words_of(re.sub("-\n", "- \n", whole))


def main():
    marks = set()
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        for words in readings(path.read_text(encoding="utf-8")):
            marks.update(mark_of(run) for run in runs_of(words))
    print("\n".join(sorted(marks)))


if __name__ == "__main__":
    main()
