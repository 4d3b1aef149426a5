"""`vav baseline`, and what the site tells of what has come since: from stored states alone."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from properties.program import ROOT, tree, vav

SMALL = ROOT / "tests/sites/citizens-assembly/content"
TODAY = "2026-01-15"


def git(*arguments, cwd):
    subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", *map(str, arguments)],
                   cwd=cwd, check=True, capture_output=True, timeout=120)


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


class Baseline(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.content = self.folder / "content"
        shutil.copytree(SMALL, self.content)
        shutil.rmtree(self.content / "baselines", ignore_errors=True)

    def baseline(self, name, *arguments):
        return vav("baseline", name, self.content, *arguments)

    def edit(self, name, before, after):
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(before, text)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    def build(self, content=None, name="site"):
        out = self.folder / name
        run = vav("build", content or self.content, "--out", out, "--today", TODAY)
        self.assertEqual(0, run.returncode, run.stderr)
        return out

    def page(self, out, address):
        html = (out / address / "index.html").read_text(encoding="utf-8")
        return html[html.index("<main"):html.index("</main>")]

    def changes(self, html):
        """[(part, kind, title)] in the order of the page."""
        found = []
        part = kind = ""
        for match in re.finditer(r"<h2[^>]*>(.*?)</h2>|<h3 class=\"kind\">(.*?)</h3>|<li class=\"change\">.*?<p class=\"t\"[^>]*>(.*?)</p>", html, re.DOTALL):
            if match[1] is not None:
                part = text_of(match[1])
            elif match[2] is not None:
                kind = text_of(match[2])
            else:
                found.append((part, kind, text_of(match[3])))
        return found

    def test_same_bytes_on_any_day(self):
        self.assertEqual(0, self.baseline("one").returncode)
        run = vav("baseline", "two", self.content, environment={"SOURCE_DATE_EPOCH": "1800000000", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
        self.assertEqual(0, run.returncode, run.stderr)
        one, two = ((self.content / f"baselines/{name}.json").read_bytes() for name in ("one", "two"))
        self.assertEqual(one, two)
        self.assertEqual("2026-01-12", json.loads(one)["date"])
        self.assertEqual(0, self.baseline("three", "--today", TODAY).returncode)
        self.assertEqual(TODAY, json.loads((self.content / "baselines/three.json").read_bytes())["date"])

    def test_only_what_readers_see(self):
        self.baseline("now")
        text = (self.content / "baselines/now.json").read_text(encoding="utf-8")
        ids = {item["id"] for item in json.loads(text)["items"]}
        self.assertNotIn("rain-barrels", ids)  # a draft
        self.assertNotIn("facilitator-notes", ids)  # for editors
        for word in ("facilitat", "table_host", '"table"'):
            self.assertNotIn(word, text)

    def test_does_not_write_over_another(self):
        self.assertEqual(0, self.baseline("now").returncode)
        before = (self.content / "baselines/now.json").read_bytes()
        self.edit("pages/about.md", "title: ", "title: New ")
        self.assertEqual(2, self.baseline("now").returncode)
        self.assertEqual(before, (self.content / "baselines/now.json").read_bytes())
        self.assertEqual(0, self.baseline("now", "--force").returncode)
        self.assertNotEqual(before, (self.content / "baselines/now.json").read_bytes())

    def test_force_writes_over_what_is_no_baseline(self):
        (self.content / "baselines").mkdir()
        (self.content / "baselines/now.json").write_text("{}", encoding="utf-8")
        self.assertEqual(1, vav("check", self.content, "--today", TODAY).returncode)
        self.assertEqual(0, self.baseline("now", "--force").returncode)
        self.assertEqual(0, vav("check", self.content, "--today", TODAY).returncode)

    def test_refuses_names_and_faulty_content(self):
        for name in ("Now", "a/b", "..", "å", "con", "2026-13-45", "2026-02-30"):
            self.assertEqual(2, self.baseline(name).returncode, name)
        self.edit("pages/about.md", "title: ", "titel: ")
        self.assertEqual(1, self.baseline("now").returncode)
        self.assertFalse((self.content / "baselines").exists())

    def test_nothing_is_new_at_once(self):
        self.baseline("now")
        out = self.build()
        self.assertEqual([], self.changes(self.page(out, "nytt/now")))
        self.assertIn("Nothing has changed", text_of(self.page(out, "nytt/now")))
        self.assertEqual([], list((out / "nytt/now").glob("*/")))

    def sow(self):
        """Changes of every sort; what the pages must tell of them."""
        self.baseline("opening")
        self.edit("recommendations/river-minimum.md", "status: rejected", "status: adopted")
        self.edit("recommendations/people-first.md", "title: People first in a dry year", "title: People first, always")
        self.edit("recommendations/people-first.md", "Drinking water comes before fields", "Drinking water always comes before fields")
        self.edit("recommendations/flat-surcharge.md", "disputed_by: [safe-minimum, ", "disputed_by: [")
        (self.content / "responses/treasury-on-price.md").unlink()
        (self.content / "ministries/sea.md").write_text("---\ntitle: Ministry of the Sea\nmailbox: registry@sea.example.org\npublished: 2026-01-14\n---\n", encoding="utf-8")
        return [("Status changed", "Recommendation", "A minimum for the river"), ("New", "Ministry", "Ministry of the Sea"),
                ("Changed", "Recommendations", "The same surcharge for all"), ("Changed", "Recommendations", "People first, always"),
                ("Withdrawn", "Response", "No steps before the review")]

    def test_tells_what_is_new(self):
        wanted = self.sow()
        out = self.build()
        html = self.page(out, "nytt/opening")
        self.assertEqual(wanted, self.changes(html))
        self.assertIn("Since Opening weekend", html)
        text = text_of(html)
        for words in ("Outcome: rejected → adopted", "Was called: People first in a dry year", "Disputed by: no longer"):
            self.assertIn(words, text)
        self.assertRegex(html, r"Drinking water <ins><span class=\"hide\">added: </span>always</ins>\s+comes")
        # A withdrawn answer concerns nothing that declares evidence; a changed testimony would concern what rests on it.
        self.edit("testimony/safe-minimum.md", "title: ", "title: On ")
        concerned = self.page(self.build(), "nytt/opening").split('<li class="change">')
        on = next(part for part in concerned if "testimony/safe-minimum/" in part.split("</p>")[0])
        self.assertEqual({"people-first", "price-steps"},
                         set(re.findall(r"recommendations/([a-z-]+)/index\.html", on.split('class="cite"')[1])))

    def test_pages_of_items_have_what_is_theirs(self):
        self.sow()
        out = self.build()
        treasury = self.changes(self.page(out, "nytt/opening/ministries/treasury"))
        self.assertIn(("Withdrawn", "Response", "No steps before the review"), treasury)
        self.assertIn(("Changed", "Recommendation", "The same surcharge for all"), treasury)
        self.assertFalse((out / "nytt/opening/ministries/rural-affairs").exists())

    def test_a_long_list_says_how_many_there_are_on_each_page(self):
        self.baseline("opening")
        for number in range(205):
            (self.content / f"ministries/sea-{number}.md").write_text(f"---\ntitle: Ministry of the Sea {number}\nmailbox: registry@sea.example.org\npublished: 2026-01-14\n---\n", encoding="utf-8")
        out = self.build()
        pages = [text_of(self.page(out, address)) for address in ("nytt/opening", "nytt/opening/2", "nytt/opening/3")]
        self.assertIn("New 205", pages[0])
        for page in pages[1:]:
            self.assertIn("New (continued) 205", page)

    def test_entries_of_the_feed(self):
        """Each tells what it affects, and is named by its language and id, also what was withdrawn."""
        self.sow()
        self.edit("testimony/safe-minimum.md", "title: ", "title: On ")
        feed = (self.build() / "nytt/opening/atom.xml").read_text(encoding="utf-8")
        entries = re.findall(r"<entry.*?</entry>", feed, re.DOTALL)
        on = next(one for one in entries if "On " in re.search(r"<title[^>]*>(.*?)</title>", one)[1])
        summary = re.search(r"<summary[^>]*>(.*?)</summary>", on)[1]
        self.assertRegex(summary, r"^Title\. Concerns: (People first, always; .+|.+; People first, always)$")
        self.assertIn("/since/opening/withdrawn/en/treasury-on-price</id>", feed)

    def test_a_page_for_editors_now_is_not_named(self):
        self.baseline("opening")
        self.edit("responses/treasury-on-price.md", "title: ", "visibility: internal\ntitle: ")
        out = self.build()
        self.assertEqual([("Withdrawn", "Response", "A page that readers no longer see")], self.changes(self.page(out, "nytt/opening")))
        leaks = [path for path in out.rglob("*") if path.is_file() and b"No steps before" in path.read_bytes()]
        self.assertEqual([], leaks)

    def test_same_bytes_from_a_clone_a_shallow_clone_and_an_unzipped_source(self):  # D8
        origin = self.folder / "origin"
        shutil.copytree(self.content, origin / "content")
        self.content = origin / "content"
        git("init", "-q", cwd=origin)
        git("add", "-A", cwd=origin)
        git("commit", "-qm", "first", cwd=origin)
        self.sow()
        git("add", "-A", cwd=origin)
        git("commit", "-qm", "second", cwd=origin)
        git("clone", "-q", origin, self.folder / "full", cwd=self.folder)
        git("clone", "-q", "--depth", "1", origin.as_uri(), self.folder / "shallow", cwd=self.folder)
        git("archive", "-o", self.folder / "source.zip", "HEAD", cwd=origin)
        shutil.unpack_archive(self.folder / "source.zip", self.folder / "unzipped")
        for path in (self.folder / "unzipped").rglob("*"):
            os.utime(path, (0, 0))
        self.assertFalse((self.folder / "unzipped/.git").exists())
        sites = [tree(self.build(self.folder / name / "content", f"site-{name}")) for name in ("full", "shallow", "unzipped")]
        self.assertIn("nytt/opening/index.html", sites[0])
        self.assertEqual(sites[0], sites[1])
        self.assertEqual(sites[0], sites[2])
        stored = [vav("baseline", "again", self.folder / name / "content") and (self.folder / name / "content/baselines/again.json").read_bytes()
                  for name in ("full", "shallow", "unzipped")]
        self.assertEqual(1, len(set(stored)))
