"""themes/README.md against what templates really get, and against the theme that it tells of. Each check has a red twin."""
import html
import json
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import CONTENT, ROOT, TODAY, vav
from themes.guide import GUIDE, Reader, Type, read_shapes, read_type

THEME = ROOT / "themes/vav"
TEMPLATES = {path.relative_to(THEME / "templates").as_posix(): path.read_text(encoding="utf-8") for path in sorted((THEME / "templates").rglob("*.html"))}
TEXT = GUIDE.read_text(encoding="utf-8")
# Templates that print all that they get, byte for byte: what stands in pre is not typeset.
DUMP = '<pre>{{ {"page": page, "site": site, "strings": strings, "theme": theme, "assets": assets} | json }}</pre>'


def dump_site(content, today, folder):
    """[(file, data)] of every page of a site."""
    theme, out = folder / "theme", folder / "site"
    (theme / "templates/kinds").mkdir(parents=True)
    shutil.copytree(THEME / "strings", theme / "strings")
    (theme / "static").mkdir()
    (theme / "static/site.css").write_text("p { margin: 0 }\n", encoding="utf-8")
    (theme / "theme.yaml").write_text("name: dump\nsettings:\n  columns: {default: 2, help: A number.}\n", encoding="utf-8")
    for name in ("page", "start", "list", "register", "search", "404", "redirect", "timeline", "news", "since", "report", "report_file", "withdrawn", "overview", "traceability", "traced_kind", "traced_row", "matrix", "coverage", "kinds/meeting"):
        (theme / f"templates/{name}.html").write_text(DUMP, encoding="utf-8")
    run = vav("build", content, "--theme", theme, "--out", out, "--today", today)
    assert run.returncode == 0, run.stderr
    return [(path.relative_to(out).as_posix(), json.loads(html.unescape(path.read_text(encoding="utf-8").removeprefix("<pre>").removesuffix("</pre>")))) for path in sorted(out.rglob("*.html"))]


def long_tables(to):
    """The seeded knowledge base of the tests of evidence with so many conclusions that its tables have several pages, and so many subjects that they are no choices."""
    shutil.copytree(ROOT / "tests/evidence/content", to)
    for number in range(10, 210):
        (to / f"slutsatser/lang-{number}.md").write_text(f"---\ntitle: Slutsats {number}\norder: {number}\nabout: [lang-omrade-{number}]\nderivation: own-assessment\nreason: Uppdiktad.\n---\n", encoding="utf-8")
        (to / f"omraden/lang-omrade-{number}.md").write_text(f"---\ntitle: Område {number}\n---\n", encoding="utf-8")
    return to


class Data(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.pages = dump_site(long_tables(folder / "content"), "2026-02-01", folder)
        for content, today in ((CONTENT, TODAY), (ROOT / "tests/sites/citizens-assembly/content", "2026-01-15"),
                               (ROOT / "tests/sites/addresses/content", "2026-01-15")):
            folder = Path(tempfile.mkdtemp())
            cls.addClassCleanup(shutil.rmtree, folder)
            cls.pages += dump_site(content, today, folder)
        cls.reader = cls.read(read_shapes(TEXT), cls.pages)

    @staticmethod
    def read(shapes, pages):
        reader = Reader(shapes)
        for name, data in pages:
            reader.check_page(data, name)
        return reader

    def test_templates_get_what_the_guide_tells(self):
        self.assertEqual([], self.reader.all_faults())

    def test_every_key_was_seen_with_a_value(self):
        """Else the guide could say anything of it."""
        seen = {key for _, key in self.reader.seen}
        self.assertEqual({"page"}, {key for shape in self.reader.shapes.values() for key in shape} - seen)

    def test_every_template_was_seen(self):
        templates = {data["page"]["template"] for _, data in self.pages}
        self.assertEqual({"start.html", "page.html", "list.html", "register.html", "search.html", "404.html", "redirect.html", "timeline.html", "news.html", "since.html", "report.html", "report_file.html", "withdrawn.html", "overview.html", "traceability.html", "traced_kind.html", "traced_row.html", "matrix.html", "coverage.html", "kinds/meeting.html"}, templates)

    def test_vav_inspect_tells_the_same(self):
        address = next(name for name, data in self.pages if data["page"]["template"] == "list.html")
        run = vav("inspect", address, CONTENT, "--today", TODAY)
        self.assertEqual(dict(self.pages)[address]["page"], json.loads(run.stdout)["page"])
        self.assertEqual(2, vav("inspect", "no/such/page.html", CONTENT).returncode)

    def test_red_twins(self):
        shapes = read_shapes(TEXT)
        card, fact = shapes["CARD"], shapes["FACT"]
        for changed, fault in [({"CARD": {key: value for key, value in card.items() if key != "date"}}, "CARD has the key date, which the guide does not tell of"),
                               ({"CARD": card | {"author": Type("text")}}, "CARD lacks the key author, which the guide tells of"),
                               ({"CARD": card | {"short": Type("text")}}, "CARD.short is null"),
                               ({"CARD": card | {"kind": Type("text")}}, "CARD.kind is {"),
                               ({"FACT": fact | {"values": Type("FACTVALUE")}}, "FACT.values is no FACTVALUE"),
                               ({"FACT": fact | {"label": Type("number")}}, "FACT.label is '"),
                               ({"FACT": fact | {"values": Type("NOWHERE", "list")}}, "the guide does not explain NOWHERE"),
                               ({"list.html": None}, "the guide has no template list.html")]:
            with self.subTest(fault=fault):
                faults = self.read({name: shape for name, shape in (shapes | changed).items() if shape is not None}, self.pages[::8]).faults
                self.assertTrue(any(one.startswith(fault) for one in faults), list(faults)[:5])

    def test_types(self):
        self.assertEqual([Type("text"), Type("LINK", "list", True), Type("FIELD", "map", False, True)],
                         [read_type(text) for text in ("text", "list of LINK or null", "map of FIELD or null")])
        for wrong in ("texts", "list of lists", "text, or nothing"):
            self.assertRaises(ValueError, read_type, wrong)


def table_after(text, sentence):
    """The first two cells of each row of the table that follows."""
    rows = text.split(sentence, 1)[1].split("|---", 1)[1].split("\n\n", 1)[0]
    return [tuple(cell.strip() for cell in row.split("|")[1:3]) for row in rows.splitlines()[1:]]


class Theme(unittest.TestCase):
    def test_templates(self):
        told = {name.strip("`") for name, _ in table_after(TEXT, "## Which template a page gets")}
        self.assertEqual({name for name in TEMPLATES if "/" not in name and name != "base.html"} | {"kinds/KIND.html"}, told)

    def test_blocks(self):
        """Each where it is made: in a template that extends none with such a block."""
        made = set()
        for name, text in TEMPLATES.items():
            parents = [text]
            while extends := re.search(r'{% extends "(.+?)" %}', parents[-1]):
                parents.append(TEMPLATES[extends[1]])
            above = {block for parent in parents[1:] for block in re.findall(r"{% block (\w+) %}", parent)}
            made |= {(f"`{block}`", f"`{name}`") for block in re.findall(r"{% block (\w+) %}", text) if block not in above}
        self.assertEqual(made, set(table_after(TEXT, "Blocks of the templates")))

    def test_templates_say_what_they_are_for(self):
        # search.html is told of in a chapter of its own.
        self.assertEqual([], [name for name, text in TEMPLATES.items() if not re.match(r"{# .+[.] #}\n", text) and name != "search.html"])

    def test_parts_name_what_has_to_be_set(self):
        faults = []
        for name, text in TEMPLATES.items():
            for names, part in re.findall(r'{%-? with ((?:(?!%}).)+?) %}{% include "(.+?)" %}', text):
                for one in re.findall(r"(?:^|, )(\w+) = ", names):
                    if f"`{one}`" not in TEMPLATES[part].split("\n", 1)[0]:
                        faults.append(f"{part} does not say that it needs {one}, which {name} sets")
        self.assertEqual([], faults)

    def test_words_that_the_generator_takes(self):
        chapter = TEXT.split("\n## Words that the generator takes itself\n", 1)[1].split("\n## ", 1)[0]
        calls = [call for path in (ROOT / "generator/render").rglob("*.cc") for call in re.findall(r"\bword\((?:[^()]|\([^()]*\))*\)", path.read_text(encoding="utf-8"))]
        taken = {word for call in calls for word in re.findall(r'"(\w+)"', call)}
        # Parts of what is new are called by what word_of() says.
        taken |= set(re.findall(r'return "(since_\w+)"', (ROOT / "generator/render/since_changes.cc").read_text(encoding="utf-8")))
        # Built-in pages in menus are called by the words of their names.
        taken |= set(re.findall(r'BuiltInPage\{"(\w+)"', (ROOT / "generator/config/site_config.h").read_text(encoding="utf-8")))
        self.assertIn("register_title", taken)
        self.assertIn("register", taken)
        self.assertEqual(taken, set(re.findall(r"`(\w+)`", chapter)))

    def test_the_search_page(self):
        chapter, page = TEXT.split("\n## The search page\n", 1)[1].split("\n## ", 1)[0], TEMPLATES["search.html"]
        self.assertEqual(set(re.findall(r'id="(search[\w-]*)"', page)), set(re.findall(r"`#(search[\w-]*)`", chapter)))
        self.assertEqual(set(re.findall(r" (data-[a-z]+)=", page)), set(re.findall(r"`(data-[a-z]+)`", chapter)))
        self.assertEqual(set(re.findall(r'"(\w+)": strings', page)), set(re.search(r"the words `(.+?)`", chapter)[1].split()))

    def test_filters_and_tests(self):
        catalogue = (ROOT / "generator/templates/filter_catalogue.cc").read_text(encoding="utf-8")
        filters, tests = catalogue.split("test_catalogue()", 1)
        self.assertEqual(set(re.findall(r'{"(\w+)", ', filters)), set(re.search(r"- Filters: `(.+?)`", TEXT)[1].split()))
        self.assertEqual(set(re.findall(r'{"(\w+)", ', tests)), set(re.search(r"- Tests after `is`: (.+?)\.", TEXT)[1].split(", ")))

    def test_grounds_of_colours_are_those_of_the_stylesheet(self):
        settings = (THEME / "theme.yaml").read_text(encoding="utf-8")
        tokens = set(re.findall(r"--[\w-]+: (#[0-9a-f]{6});", (THEME / "static/site.css").read_text(encoding="utf-8")))
        grounds = [colour for line in re.findall(r"^    on: .*$", settings, re.MULTILINE) for colour in re.findall(r"#[0-9a-f]{6}", line)]
        self.assertGreater(len(grounds), 10)
        self.assertEqual(set(), set(grounds) - tokens)


if __name__ == "__main__":
    unittest.main()
