"""The spelling of content/, by hunspell and our own words.txt. Swedish pages in Swedish, English pages and marked words in English."""
import re
import subprocess
import unittest
from pathlib import Path

from content.pages import Page, read_pages

WORDS = Path(__file__).with_name("words.txt")
DICTIONARIES = {"sv": "sv_SE", "en": "en_GB"}
# The first half of a compound keeps its hyphen: "hälso-" is a word and "hälso" is none.
WORD = re.compile(r"[^\W\d_]+(?:-(?!\w))?")
# In the name of a source, and its aliases, either language may stand.
NAMING = ("title", "short", "aliases")


def unknown(words, language):
    if not words:
        return set()
    run = subprocess.run(["hunspell", "-i", "utf-8", "-d", DICTIONARIES[language], "-l"], input="\n".join(sorted(words)), capture_output=True,
                         text=True, encoding="utf-8", check=False)
    if run.returncode or "an't" in run.stderr:
        raise RuntimeError(f"hunspell: {run.stderr}")
    return set(run.stdout.split())


def words_in(texts):
    return {word for text in texts for word in WORD.findall(text.replace("\u00ad", "")) if len(word) > 1}


def is_ours(word, ours):
    """In the list as it stands, as the first word of a sentence or in the genitive."""
    return any(form in ours or form[:1].lower() + form[1:] in ours for form in (word, word.removesuffix("s")))


def faults_of(pages, ours):
    """{(page, word)} of the words that no list has."""
    used = {"sv": set(), "en": set()}
    for page in pages:
        for language in used:
            used[language].update((page.name, word) for word in words_in(page.prose(language)))
    wrong = {language: unknown({word for _, word in places}, language) for language, places in used.items()}
    # The Swedish dictionary knows the names of places.
    names = {word for word in wrong["en"] if word[0].isupper()}
    wrong["en"] -= names - unknown(names, "sv")
    titles = {page.name: words_in(page.texts_of(NAMING)) for page in pages if page.folder == "kallor"}
    english = unknown({word for words in titles.values() for word in words}, "en")
    return {(name, word) for language, places in used.items() for name, word in places
            if word in wrong[language] and not is_ours(word, ours) and not (word in titles.get(name, ()) and word not in english)}


class Spelling(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.lines = WORDS.read_text(encoding="utf-8").split("\n")[:-1]

    def test_content(self):
        faults = sorted(faults_of(read_pages(), set(self.lines)))
        self.assertEqual("", "\n".join(f"{name}: {word}" for name, word in faults))

    def test_our_own_words(self):
        self.assertEqual(sorted(set(self.lines)), self.lines)
        self.assertEqual([], [line for line in self.lines if not WORD.fullmatch(line)])
        # hunspell knows these already.
        self.assertEqual(set(), set(self.lines) - unknown(self.lines, "sv") - unknown(self.lines, "en"))


class Twins(unittest.TestCase):
    def faults(self, text, name="inspel/x.md", front="title: En träff", ours=("JiM",)):
        return {word for _, word in faults_of([Page(name, f"---\n{front}\n---\n{text}\n")], set(ours))}

    def test_misspelt(self):
        self.assertEqual({"arbetsvilkor"}, self.faults("Bättre **arbetsvilkor** i [[x|välfärden]]."))
        self.assertEqual({"myndiget"}, self.faults("", front='title: En träff\nsummary: "En myndiget."'))
        self.assertEqual({"myndiget"}, self.faults("", front="title: En träff\nkey_figures:\n  - {what: en myndiget, value: \"5\"}"))
        self.assertEqual({"colaboration"}, self.faults("The colaboration in Skåne.", "en/inspel/x.md", "title: A meeting"))
        self.assertEqual({"gendr"}, self.faults("På engelska [gendr budgeting]{lang=en}."))
        self.assertEqual({"gender", "budgeting"}, self.faults("På engelska gender budgeting."))

    def test_sound(self):
        self.assertEqual(set(), self.faults("JiM:s mål i `kod xyzzq` på [sidan](https://xyzzq.se/qwrt). Hälso- och sjukvård {#qwrt}, [[xyzzq]]."))
        self.assertEqual(set(), self.faults("", "kallor/x.md", "title: Gender budgeting"))


if __name__ == "__main__":
    unittest.main()
