"""Our templates against the real Jinja2 (python3-jinja2): the cases kept in cases.txt, and thousands made at random in what both have."""
import os
import subprocess
import unittest
from pathlib import Path

from templates.generate import make_templates
from templates.make_cases import CASES, kept_as_jinja_says, render

TOOL = os.environ.get("VAV_RENDER_TOOL") or str(Path(__file__).resolve().parents[2] / "build/dev/bin/render_tool")
COUNT = 1500


def ours(cases):
    """[(findings, text)]"""
    written = "".join("".join(f"{name}\x1f{text}\x1f" for name, text in templates.items()) + "\x1e" for templates in cases)
    run = subprocess.run([TOOL], input=written.encode(), capture_output=True, timeout=300, check=True)
    return [tuple(one.split("\x1f")) for one in run.stdout.decode().split("\x1e")[:-1]]


def theirs(templates):
    """(error, text)"""
    try:
        return "", render(templates)
    except Exception as error:
        return repr(error), ""


def differences(cases):
    for templates, (findings, text) in zip(cases, ours(cases), strict=True):
        error, expected = theirs(templates)
        if bool(error) != bool(findings) or text != expected and not error:
            shown = "".join(f"--- {name}\n{one}\n" for name, one in templates.items())
            yield f"{shown}--- Jinja2 {error}\n{expected}\n--- vav {findings}\n{text}\n"


class Jinja(unittest.TestCase):
    def test_the_kept_cases_are_what_jinja_makes(self):
        self.assertEqual("", kept_as_jinja_says(CASES.read_text(encoding="utf-8")))

    def test_templates_made_at_random(self):
        cases = [make_templates(seed) for seed in range(COUNT)]
        found = list(differences(cases))
        if found:
            self.fail(f"{len(found)} of {COUNT} templates\n" + "\n".join(sorted(found, key=len)[:10]))

    def test_most_of_them_render(self):
        """Two that both fail tell little."""
        made = ours([make_templates(seed) for seed in range(COUNT)])
        self.assertGreater(sum(1 for findings, text in made if not findings and text), COUNT * 0.8)

    def test_red_twins(self):
        for case in ({"main": "{{ items | map('title') }}"}, {"main": "{{ 'None' }}"}):
            self.assertEqual(1, len(list(differences([case]))), case)
        self.assertEqual([], list(differences([{"main": "{{ 1 + }}"}, {"main": "{{ 1 }}"}])))
        self.assertNotEqual("", kept_as_jinja_says(CASES.read_text(encoding="utf-8").replace("7 9 3 -4", "7 9 3 -3")))


if __name__ == "__main__":
    unittest.main()
