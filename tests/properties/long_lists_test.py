"""Lists and registers that are too long for one page: every entry stands on one of their pages, and links to a group lead to where it begins."""
import re
import shutil
import tempfile
import unittest
from pathlib import Path
from urllib.parse import urljoin

from properties.program import vav

MOST = {"ord": 500, "a-o": 2000}
COUNT = 2403
CONFIG = """\
format: 1
site: {title: Lång, publisher: En myndighet, lang: sv, start: start}
menus: [{label: Allt, items: [word, area, register, search]}]
search:
  facets: [{id: omrade, kinds: [area], label: Område}, {id: typ, of: kind, label: Typ}]
kinds:
  word:
    folder: ord
    label: {sv: {one: ord, many: ord}}
    group_by: area
    relations: {area: {to: [area], label: Område, inverse: Ord inom}}
  area: {folder: omraden, label: {sv: {one: område, many: områden}}}
  page: {folder: sidor, list: false, label: {sv: {one: sida, many: sidor}}}
"""


def make(content):
    """2,403 words in three areas: 700, 1,700, and 3 without one."""
    for folder in ("ord", "omraden", "sidor"):
        (content / folder).mkdir(parents=True)
    (content / "vav.yaml").write_text(CONFIG, encoding="utf-8")
    (content / "sidor/start.md").write_text("---\ntitle: Start\n---\n\nHär.\n", encoding="utf-8")
    for area in ("a", "b"):
        (content / f"omraden/omrade-{area}.md").write_text(f"---\ntitle: Område {area.upper()}\n---\n\nOm {area}.\n", encoding="utf-8")
    for number in range(COUNT):
        area = "a" if number < 700 else "b" if number < 2400 else None
        (content / f"ord/ord-{number}.md").write_text(
            f"---\ntitle: {'A' if number < 2100 else 'Å'} ord {number}\n{f'area: omrade-{area}' + chr(10) if area else ''}---\n\nText {number}.\n", encoding="utf-8")


class LongLists(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        make(cls.folder / "content")
        cls.out = cls.folder / "site"
        cls.built = vav("build", cls.folder / "content", "--out", cls.out, "--today", "2026-01-15")

    def main_of(self, path):
        return re.search(r"<main.*?</main>", (self.out / path).read_text(encoding="utf-8"), re.DOTALL)[0]

    def series(self, folder):
        """The list's own page, and those that it says it goes on on, in order."""
        nav = re.search(r'<nav class="series".*?</nav>', self.main_of(f"{folder}/index.html"), re.DOTALL)[0]
        addresses = [urljoin(f"{folder}/index.html", one) for one in re.findall(r'href="([^"#]*)"', nav)]
        return [f"{folder}/index.html", *(one for one in addresses if one != f"{folder}/index.html")]

    def words(self, path):
        addresses = (urljoin(path, link) for link in re.findall(r'href="([^"#]*)"', self.main_of(path)))
        return [int(found[1]) for found in (re.fullmatch(r"ord/ord-(\d+)/index\.html", address) for address in addresses) if found]

    def test_it_is_whole(self):
        self.assertEqual(0, self.built.returncode, self.built.stderr)
        run = vav("verify", self.out)
        self.assertEqual((0, ""), (run.returncode, run.stderr))

    def test_every_entry_stands_once(self):
        for folder, length in (("ord", 5), ("a-o", 2)):
            with self.subTest(list=folder):
                pages = self.series(folder)
                self.assertEqual(length, len(pages))
                found = [self.words(page) for page in pages]
                self.assertEqual(list(range(COUNT)), sorted(sum(found, [])))
                self.assertLessEqual(max(map(len, found)), MOST[folder])

    def test_a_value_of_the_search_too(self):
        pages = self.series("sok/omrade/omrade-a")
        self.assertEqual(set(range(700)), set(sum((self.words(page) for page in pages), [])))
        self.assertEqual(2, len(pages))

    def test_groups_are_found_where_they_begin(self):
        for page in self.series("ord"):
            toc = re.search(r'<nav class="toc".*?</nav>', self.main_of(page), re.DOTALL)[0]
            groups = [(urljoin(page, link) if not link.startswith("#") else page + link, int(count))
                      for link, count in re.findall(r'href="([^"]*)"[^>]*>[^<]*</a> <span class="count">(\d+)<', toc)]
            self.assertEqual([("ord/index.html#vav-group-1", 700), ("ord/2/index.html#vav-group-2", 1700), ("ord/5/index.html#vav-group-3", 3)], groups)
        for page, begins, goes_on in (("ord/index.html", [1], []), ("ord/2/index.html", [2], [1]), ("ord/3/index.html", [], [2]), ("ord/5/index.html", [3], [2])):
            heads = re.findall(r'<h2 id="vav-group-(\d)".*?<p class="hang">(.*?)</p>', self.main_of(page), re.DOTALL)
            self.assertEqual(begins, [int(group) for group, words in heads if "fortsättning" not in words])
            self.assertEqual(goes_on, [int(group) for group, words in heads if "fortsättning" in words])

    def test_letters_are_found_where_they_begin(self):
        for page in self.series("a-o"):
            nav = re.search(r'<nav class="letters".*?</nav>', self.main_of(page), re.DOTALL)[0]
            links = [urljoin(page, link) if not link.startswith("#") else page + link for link in re.findall(r'href="([^"]*)"', nav)]
            # 2,100 words with A, the areas, the start page, words with Å.
            self.assertEqual(["a-o/index.html#bokstav-1", *(f"a-o/2/index.html#bokstav-{number}" for number in (2, 3, 4))], links)

    def test_further_pages_have_titles_of_their_own(self):
        titles = [re.search("<title>(.*?)</title>", (self.out / page).read_text(encoding="utf-8"))[1] for page in self.series("ord")]
        self.assertEqual(["Ord – Lång", "Ord, sida 2 – Lång", "Ord, sida 3 – Lång", "Ord, sida 4 – Lång", "Ord, sida 5 – Lång"], titles)


if __name__ == "__main__":
    unittest.main()
