#!/usr/bin/env python3
"""usage: annotate.py FILE.sarif: prints each finding as the workflow command that shows it on its line of a proposed change (GitHub, Gitea, Forgejo).

Exit status: 0 fine, 2 wrong arguments; 3 where the file is no SARIF, for then vav refused (3 too), and the file holds its words: they are shown in one line."""
import json
import sys
import urllib.parse
from pathlib import Path

KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def escaped(text, in_property=False):
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *(((":", "%3A"), (",", "%2C")) if in_property else ())):
        text = text.replace(sign, code)
    return text


def command(result):
    place = result["locations"][0]["physicalLocation"]
    region = place["region"]
    values = {"file": urllib.parse.unquote(place["artifactLocation"]["uri"]), "line": region["startLine"], "col": region["startColumn"],
              "endColumn": region["endColumn"], "title": result["ruleId"]}
    return f"::{KINDS[result['level']]} " + ",".join(f"{key}={escaped(str(value), True)}" for key, value in values.items()) + f"::{escaped(result['message']['text'])}"


def refuse(words):
    print(f"::error::There are no findings to show: {escaped(words)}")
    sys.exit(3)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        text = Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace")
        sarif = json.loads(text)
    except OSError as failure:
        refuse(f"{sys.argv[1]}: {failure.strerror}")
    except ValueError:
        refuse(" ".join(text.split()) or f"{sys.argv[1]} is empty")
    for run in sarif["runs"]:
        for result in run["results"]:
            print(command(result))


if __name__ == "__main__":
    main()
