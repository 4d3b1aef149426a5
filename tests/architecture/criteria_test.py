"""The table of tests/README.md that says what holds each criterion of the published site: complete, and true of the files it names. AC48"""
import re
import tempfile
import unittest
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (AC\d\d) \| ([^|]+) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
LAST = 48


def faults(readme, folder):
    rows = ROW.findall(readme)
    numbers = [number for number, *_ in rows]
    wanted = [f"AC{number:02}" for number in range(1, LAST + 1)]
    yield from (f"{number} is missing" for number in wanted if number not in numbers)
    if numbers != sorted(set(numbers)):
        yield "a number stands twice, or in another order"
    for number, _, where, what in rows:
        named = re.findall(r"`([^`]+)`", where)
        if not named:
            yield f"{number} names no file"
        for name in named:
            path = folder / name
            if not path.is_file():
                yield f"{number}: no file {name}"
            elif number not in path.read_text(encoding="utf-8"):
                yield f"{number} does not stand in {name}"
        yield from (f"{number}: no file {name}" for name in re.findall(r"`(faults/[^`]+)`", what) if not (folder / name).is_file())


def without_twin(readme, folder):
    """Files of the table that hold tests and never say "red twin"; Python's twins stand in classes of their own."""
    names = {name for _, _, where, _ in ROW.findall(readme) for name in re.findall(r"`([^`]+_test\.js)`", where)}
    return sorted(name for name in names if "red twin" not in (folder / name).read_text(encoding="utf-8"))


class Criteria(unittest.TestCase):
    def test_the_table_holds(self):
        self.assertEqual([], list(faults((TESTS / "README.md").read_text(encoding="utf-8"), TESTS)))

    def test_every_file_has_red_twins(self):
        # These drive the real pages by hand; search_form_test.js and server_test.js hold the twins of their criteria.
        driven = ["browser/firefox_test.js", "browser/search_help_test.js", "browser/search_test.js", "markup/small_theme_test.js"]
        self.assertEqual(driven, without_twin((TESTS / "README.md").read_text(encoding="utf-8"), TESTS))

    def test_red_twins(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "a_test.js").write_text("test('AC02 red twin')", encoding="utf-8")
        (folder / "b_test.js").write_text("test('AC02')", encoding="utf-8")
        readme = "| AC02 | x | `a_test.js`, `b_test.js`, `c.js` | y |\n| AC01 | x | `a_test.js` | `faults/cases/x.txt` |\n| AC03 | x | nowhere | y |\n"
        found = list(faults(readme, folder))
        for fault in ("AC48 is missing", "a number stands twice, or in another order", "AC02: no file c.js", "AC01 does not stand in a_test.js",
                      "AC01: no file faults/cases/x.txt", "AC03 names no file"):
            self.assertIn(fault, found)
        self.assertEqual(["b_test.js"], without_twin(readme, folder))


if __name__ == "__main__":
    unittest.main()
