#!/usr/bin/env python3
"""usage: annotate.py FILE.sarif: prints each finding as the workflow command that shows it on its line of a proposed change (GitHub, Gitea, Forgejo)."""
import json
import sys
import urllib.parse

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


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        sarif = json.load(file)
    for run in sarif["runs"]:
        for result in run["results"]:
            print(command(result))


if __name__ == "__main__":
    main()
