"""No run of eight or more words of a source stands in content/. What the sources say is kept as marks only: see make_runs.py."""
import re
import unittest
from pathlib import Path

from content.pages import Page, read_pages
from content.words import LENGTH, mark_of, runs_of, words_of

MARKS = Path(__file__).with_name("eight_word_runs.txt")
# A quotation is marked, short and within its paragraph.
QUOTATION = re.compile("”([^”\n]*)”")
LONGEST_QUOTATION = 20
# Titles may stand as they are: those of the sources and groups (from their pages), and these laws and documents.
LAWS = [
    "lagen om tillgänglighet till digital offentlig service", "lagen om regionalt utvecklingsansvar", "lag om regionalt utvecklingsansvar",
    "Organisatorisk och social arbetsmiljö", "Planering och organisering av arbetsmiljöarbete", "Regleringsbrev för budgetåret 2024 avseende Jämställdhetsmyndigheten",
]
TITLED = {"kallor", "gruppteman"}
# A shorter name is too common a turn of phrase to be let through.
SHORTEST_NAME = 4


def names_of(pages):
    """Titles that may be taken over, as lists of words, the longest first."""
    titles = [title for page in pages if page.folder in TITLED for title in page.texts_of(["title", "short", "aliases"])]
    names = {tuple(words_of(title)) for title in titles + LAWS}
    return sorted((name for name in names if len(name) >= SHORTEST_NAME), key=len, reverse=True)


def copied_runs(page, marks, names, titles=None):
    """Each run of the page that a source has, but for quotations that are marked and for names."""
    text = QUOTATION.sub(lambda match: "”" if len(words_of(match[1])) <= LONGEST_QUOTATION else match[1], "\n".join(page.prose(titles=titles)))
    for piece in text.split("”"):
        words = words_of(piece)
        for run in runs_of([*without_names(words, names)]):
            if None not in run and mark_of(run) in marks:
                yield " ".join(run)


def without_names(words, names):
    """The words, with None where a name stood."""
    at = 0
    first = {name[0] for name in names}
    while at < len(words):
        name = next((name for name in names if words[at] in first and tuple(words[at:at + len(name)]) == name), None)
        yield None if name else words[at]
        at += len(name) if name else 1


class Copied(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.lines = MARKS.read_text(encoding="ascii").split()
        cls.pages = read_pages()

    def test_nothing_is_taken_over(self):
        marks, names = set(self.lines), names_of(self.pages)
        titles = {page.id: page.data["title"] for page in self.pages if not page.is_list and page.lang == "sv"}
        faults = [f"{page.name}: {run}" for page in self.pages for run in copied_runs(page, marks, names, titles)]
        self.assertEqual("", "\n".join(faults))

    def test_the_marks_are_the_sources(self):
        self.assertEqual(sorted(set(self.lines)), self.lines)
        self.assertGreater(len(self.lines), 15000)
        # The title of the report is public, and stands in it.
        title = words_of("Redovisning av uppdrag om samverkan kring könsbundna studie- och yrkesval")
        self.assertTrue(all(mark_of(run) in self.lines for run in runs_of(title)))


class Twins(unittest.TestCase):
    """A made-up source, and pages that take from it."""

    SOURCE = "Fiskarna i den stora sjön vill ha flera små och sköna stenar att simma kring på sommaren.²"

    def found(self, text, front="title: T", names=()):
        marks = {mark_of(run) for run in runs_of(words_of(self.SOURCE))}
        return list(copied_runs(Page("inspel/x.md", f"---\n{front}\n---\n{text}\n"), marks, [tuple(words_of(name)) for name in names]))

    def test_planted(self):
        self.assertEqual(1, len(self.found("Vi tror att den stora sjön vill ha flera små och så vidare.")))
        self.assertEqual(2, len(self.found("Den stora [[sjon|sjön]] vill *ha* flera\nsmå och ”sköna” {#a}".replace("”", ""))))
        self.assertEqual(1, len(self.found("", 'title: T\nsummary: "I den stora sjön vill ha flera små"')))
        self.assertEqual(1, len(self.found("", "title: T\nabout: [{ref: x, note: i den stora sjön vill ha flera små}]")))

    def test_seven_words(self):
        self.assertEqual([], self.found("i den stora sjön vill ha flera röda stenar att simma kring"))

    def test_quoted_or_a_name(self):
        self.assertEqual([], self.found("Gruppen skrev ”i den stora sjön vill ha flera små” och annat."))
        self.assertEqual(2, len(self.found(f"Den sade ”{20 * 'ja '} i den stora sjön vill ha flera små och” annat.")))
        self.assertEqual(1, len(self.found("Ett ” på fel ställe: i den stora sjön vill ha flera små.\n\nSedan ett till ”.")))
        self.assertEqual([], self.found("Läs i den stora sjön vill ha flera små böcker", names=["den stora sjön vill ha"]))

    def test_normal_form(self):
        for one, other in [("flera o\ufffdentliga \ufffdickor", "flera offentliga flickor"), ("arbets-\nmiljö", "arbetsmiljö"), ("väl\u00adfärd", "välfärd"),
                           ("a\u030ar", "år"), ("välfärd⁵⁵ och¹", "välfärd och"), ("\ufb01nns STOR", "finns stor"), ("studie-\noch yrkesval", "studie- och yrkesval")]:
            with self.subTest(one):
                self.assertEqual(words_of(other), words_of(one))
        self.assertEqual(LENGTH, len(next(runs_of(words_of(self.SOURCE)))))


if __name__ == "__main__":
    unittest.main()
