"""Whatever vav says to people it says in Swedish too. Each check has a red twin."""
import tempfile
import unittest
from pathlib import Path

from architecture.wording import find_explanations, find_faults, find_sentences, find_type_names, places, read_tokens

ROOT = Path(__file__).resolve().parents[2]


class Generator(unittest.TestCase):
    maxDiff = None

    def test_every_sentence_has_its_swedish(self):
        self.assertEqual([], find_faults(ROOT / "generator"))

    def test_the_sentences_are_seen(self):
        sentences = [one for path in (ROOT / "generator").rglob("*.cc") for one in find_sentences(read_tokens(path.read_text(encoding="utf-8")))[0]]
        self.assertGreater(len(sentences), 250)
        kinds = (ROOT / "generator/diagnostics/kinds.cc").read_text(encoding="utf-8")
        self.assertEqual(len(kinds.split("severity_of")[0].split("\n    {\"")) - 1, len(find_explanations(read_tokens(kinds))[0]))
        types = find_type_names(read_tokens((ROOT / "generator/base/value.cc").read_text(encoding="utf-8")))
        self.assertEqual(["flag", "number", "text", "list", "map", "nothing"], [word for word, _ in types])


class MadeUpTable(unittest.TestCase):
    """A small generator with one fault at a time."""

    FILES = {
        "base/value.cc": 'std::string_view Value::type_name() const {\n  if (list()) return "list";\n  return "nothing";\n}\n',
        "diagnostics/kinds.cc": 'const std::vector<DiagnosticKind> kinds = {\n    {"bad", error, true, "It is bad: "\n     "{#id}."},\n};\n',
        "diagnostics/wording.h": "Wording say(fmt::format_string<int> english);\nWording as_written(std::string text);\n",
        "diagnostics/swedish_all.cc":
            'constexpr auto table = std::to_array<Translation>({\n    {"list", "en lista"},\n    {"nothing", "inget"},\n'
            '    {"It is bad: {#id}.", "Det är dåligt: {#id}."},\n    {"no \\"{}\\" in {}", "ingen \\"{}\\" i {}"},\n'
            '    {R"(a "{}")", "en {}"},\n    // say("nothing")\n});\n',
        "pages/page.cc": 'x = say("no \\"{}\\" "  // a comment: say(x)\n  "in {}", a, b);\ny = c == \'"\' ? vav::say(R"(a "{}")", 1\'000) : as_written("id");\n',
    }

    def faults(self, swedish="", page="", **changed):
        files = {**self.FILES, **{name.replace("__", "/") + ".cc": text for name, text in changed.items()}}
        files["diagnostics/swedish_all.cc"] = files["diagnostics/swedish_all.cc"].replace("    // say", swedish + "    // say")
        files["pages/page.cc"] += page
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return find_faults(folder)

    def test_a_whole_table_has_no_fault(self):
        self.assertEqual([], self.faults())

    def test_a_sentence_without_swedish(self):
        self.assertEqual(["pages/page.cc:4: no Swedish for: one more"], self.faults(page='z = say("one "\n "more");\n'))

    def test_swedish_without_words(self):
        self.assertEqual(["pages/page.cc:4: no Swedish for: one more"], self.faults('    {"one more", ""},\n', 'say("one more");\n'))

    def test_an_explanation_without_swedish(self):
        kinds = 'kinds = {{"a", error, true, "It is bad: {#id}."}, {"b", error, false, "New."}};'
        self.assertEqual(["diagnostics/kinds.cc:1: no Swedish for: New."], self.faults(diagnostics__kinds=kinds))

    def test_a_type_without_swedish(self):
        value = self.FILES["base/value.cc"].replace("  return", '  if (map()) return "map";\n  return')
        self.assertEqual(["base/value.cc:3: no Swedish for: map"], self.faults(base__value=value))

    def test_another_number_of_places(self):
        wrong = "diagnostics/swedish_all.cc:7: other {} than in English: "
        for english, swedish in [("more: {}", "mer"), ("more: {}", "mer: {} {}"), ("more", "mer: {}"), ("{} {}", "{0} {}"), ("{} {}", "{0} {0}"),
                                 ("more: {}", "mer: {"), ("a }} b", "a } b"), ("more: {}", "mer: {{}}"), ("more: {}", "mer: {namn}")]:
            with self.subTest(swedish=swedish):
                self.assertEqual([wrong + swedish], self.faults(f'    {{"{english}", "{swedish}"}},\n', f'say("{english}");\n'))
        for english, swedish in [("{} and {}", "{1} och {0}"), ("a }} and {}", "{} och ett }}")]:
            with self.subTest(swedish=swedish):
                self.assertEqual([], self.faults(f'    {{"{english}", "{swedish}"}},\n', f'say("{english}");\n'))

    def test_swedish_for_what_nothing_says(self):
        self.assertEqual(["diagnostics/swedish_all.cc:7: nothing says this any more: gone"], self.faults('    {"gone", "borta"},\n'))

    def test_swedish_that_stands_twice(self):
        self.assertEqual(["diagnostics/swedish_all.cc:7: stands twice: list"], self.faults('    {"list", "en rad"},\n'))

    def test_an_entry_of_another_form(self):
        self.assertEqual(["diagnostics/swedish_all.cc:7: not of the form {english, swedish}"], self.faults('    {"list", lista, "en rad"},\n'))

    def test_a_sentence_that_is_not_one_literal(self):
        for call in ("say(text)", 'say(many ? "a" : "b")', 'say("a" SUFFIX)', "say()", "return say(fmt::runtime(x), y)"):
            with self.subTest(call=call):
                self.assertEqual(["pages/page.cc:4: say() takes its sentence as one literal"], self.faults(page=f"{call};\n"))

    def test_a_sentence_passed_off_as_a_name(self):
        self.assertEqual(["pages/page.cc:4: as_written() is for what is the same in every language; this is a sentence: not so"],
                         self.faults(page='as_written("not so");\n'))

    def test_an_explanation_that_is_no_literal(self):
        kinds = 'kinds = {{"a", error, true, "It is bad: {#id}."}, {"b", error, false, why}};'
        self.assertEqual(["diagnostics/kinds.cc:1: not of the form {id, severity, fixed, explanation}"], self.faults(diagnostics__kinds=kinds))


class Reading(unittest.TestCase):
    def test_places(self):
        self.assertEqual([set(), {0, 1}, {0, 1}, set(), None], [places(text) for text in ("a", "{} {}", "{1} {0}", "{{}}", "}")])

    def test_escapes(self):
        self.assertEqual(['a "b" \\< å\n'], [text for text, _ in find_sentences(read_tokens(r'say("a \"b\" \\< \u00e5\n")'))[0]])


if __name__ == "__main__":
    unittest.main()
