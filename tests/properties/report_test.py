"""The report: it leads nowhere else, every number leads both ways, and it has every claim with all its evidence (D19)."""
import base64
import hashlib
import re
import shutil
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

from properties.program import CONTENT, ROOT, build, vav

EVIDENCE = ("supported_by", "nuanced_by", "contradicted_by")


class Links(HTMLParser):
    """Every id, every link with its text and the id of the section, article or item around it, and what else is loaded."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loaded = [], [], []
        self.here = None
        self.text = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
            if re.fullmatch(r"vav-[sua]\d+", values["id"]):
                self.here = values["id"]
        if tag == "a":
            self.links.append([self.here, values.get("href"), ""])
            self.text = self.links[-1]
        elif "href" in values or "src" in values or "srcset" in values:
            self.loaded.append(values.get("href") or values.get("src") or values.get("srcset"))

    def handle_endtag(self, tag):
        if tag == "a":
            self.text = None

    def handle_data(self, data):
        if self.text is not None:
            self.text[2] += data


def read(html):
    links = Links()
    links.feed(html)
    return links


def faults_of(html):
    links = read(html)
    faults = [f"loads {one}" for one in links.loaded]
    faults += [f"leads to {href}" for _, href, _ in links.links if not href.startswith("#")]
    faults += [f"{href} is nowhere" for _, href, _ in links.links if href.startswith("#") and href[1:] not in links.ids]
    faults += [f"{one} stands twice" for one in set(links.ids) if links.ids.count(one) > 1]
    # What claims cite, and what says that it is cited by them.
    cites = {(here, href[1:]) for here, href, _ in links.links if here and here.startswith("vav-s") and href.startswith("#vav-u")}
    cited = {(href[1:], here) for here, href, _ in links.links if here and here.startswith("vav-u") and href.startswith("#vav-s")}
    faults += [f"{claim} and {source} do not lead to each other" for claim, source in cites ^ cited]
    for _, href, text in links.links:
        number = re.search(r"\[(\d+)\]", text)
        if number and href != f"#vav-u{number[1]}":
            faults.append(f"[{number[1]}] leads to {href}")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r"style-src '(sha384-[^']+)'", html)
    if style and (not policy or policy[1] != "sha384-" + base64.b64encode(hashlib.sha384(style[1].encode()).digest()).decode()):
        faults.append("the policy refuses the style")
    if re.search(r"<script|<link|\sstyle=|\son\w+=", html.replace(style[0] if style else "", "")):
        faults.append("something that a single file may not hold")
    return faults


def edges():
    """How many links of evidence the conclusions of content/ declare."""
    count = 0
    for path in (CONTENT / "slutsatser").glob("[!_]*.md"):
        front = path.read_text(encoding="utf-8").split("---")[1]
        for name in EVIDENCE:
            value = re.search(rf"^{name}:(.*?)(?=^\w|\Z)", front, re.MULTILINE | re.DOTALL)
            if not value:
                continue
            text = re.sub(r"\{[^{}]*?\bref: *\"?([\w#-]+)\"?[^{}]*\}", r"\1", value[1])
            count += len(re.findall(r"\w[\w-]*(?:#[\w-]+)?", text))
    return count


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        run = build(CONTENT, cls.folder / "site")
        assert run.returncode == 0, run.stderr
        cls.file = (cls.folder / "site/rapport/rapport.html").read_text(encoding="utf-8")
        cls.page = (cls.folder / "site/rapport/index.html").read_text(encoding="utf-8")

    def test_the_file_leads_nowhere_else(self):
        self.assertEqual([], faults_of(self.file))

    def test_red_twins(self):
        for before, after, fault in [('href="#vav-u1"', 'href="#vav-u2"', "[1] leads to"), ('href="#vav-s1"', 'href="#vav-s999"', "#vav-s999 is nowhere"),
                                     ("</h1>", '</h1><img src="x.png">', "loads x.png"), ("</h1>", '</h1><a href="https://e.se">x</a>', "leads to https"),
                                     ("<style>", "<style> ", "the policy refuses"), ("</h1>", '</h1><p style="x">', "something that"),
                                     ('id="vav-u2"', 'id="vav-u1"', "vav-u1 stands twice")]:
            found = faults_of(self.file.replace(before, after, 1))
            self.assertTrue(any(one.startswith(fault) for one in found), f"{after}: {found}")

    def test_every_claim_with_all_its_evidence(self):
        for html in (self.file, self.page):
            links = read(html)
            claims = [one for one in links.ids if re.fullmatch(r"vav-s\d+", one)]
            self.assertEqual(len(list((CONTENT / "slutsatser").glob("[!_]*.md"))), len(claims))
            self.assertEqual([f"vav-s{i + 1}" for i in range(len(claims))], claims)
            self.assertEqual(edges(), len([1 for here, href, _ in links.links if here and here.startswith("vav-s") and href.startswith("#vav-u")]))
            measures = [one for one in links.ids if re.fullmatch(r"vav-a\d+", one)]
            self.assertEqual(len(list((CONTENT / "atgarder").glob("[!_]*.md"))), len(measures))

    def test_the_page_leads_into_the_site(self):
        for _, href, _ in read(self.page).links:
            if not href.startswith(("#", "mailto:")):
                self.assertTrue((self.folder / "site/rapport" / href.split("#")[0]).resolve().is_file(), href)

    def test_what_qualifies_a_link_stands(self):
        """Beside the number, and in the list of evidence: how sure it is, what is said of it, and that it is to be reviewed."""
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder, "content")
            shutil.copytree(ROOT / "tests/evidence/content", content)
            answer = "Inspelet gäller bara den ena av verkstäderna, och den har bytt kläder sedan mötet, säger de som var där."
            path = content / "slutsatser/slutsats-2.md"
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("ref: inspel-2#racker", f"ref: inspel-2#racker, note: '{answer}'"), encoding="utf-8")
            run = vav("build", content, "--out", Path(folder, "site"), "--today", "2026-02-01")
            self.assertEqual(0, run.returncode, run.stderr)
            for name in ("index.html", "rapport.html"):
                words = re.sub(r"\s+", " ", re.sub("<[^>]+>|\u00ad", "", Path(folder, "site/rapport", name).read_text(encoding="utf-8"))).replace("\u00a0", " ")
                with self.subTest(name):
                    self.assertRegex(words, r"Stöds av ?underlag \[1\] underlag \[2\] \([Bb]ehöver granskas, troligt\): Inspelet nämner inget antal\.")
                    self.assertRegex(words, r"Åberopas av nummer 1 \([Bb]ehöver granskas, troligt\)")
                    self.assertIn("Till nummer 1: Inspelet nämner inget antal.", words)
                    # Too long to stand beside the number: once, in the list of evidence.
                    self.assertEqual(1, words.count(answer))
                    self.assertIn(f"Till nummer 2: {answer}", words)

    def test_own_assessments_say_so(self):
        own = [path for path in (CONTENT / "slutsatser").glob("[!_]*.md") if "derivation: own-assessment" in path.read_text(encoding="utf-8")]
        self.assertTrue(own)
        self.assertEqual(len(own), self.file.count("Jämställdhetsmyndighetens egen bedömning</dd>"))
