"""The real site, as woven by ./dev site, against site-criteria that need no browser (their numbers stand beside)."""
import json
import os
import re
import subprocess
import unicodedata
import unittest
from pathlib import Path

from built_site.legal import STATEMENT, foot_faults, statement_faults
from built_site.page import safety_faults, stands_alone, structure_faults, wording_faults
from built_site.whole import Site

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("VAV_SITE") or ROOT / "build/site")
VAV = os.environ.get("VAV") or str(ROOT / "build/bin/vav")
# Personal identity and coordination numbers: day up to 91, a check digit after - or +.
IDENTITY_NUMBER = re.compile(r"(?<![\d-])(19|20)?\d{2}(0\d|1[0-2])([0-2]\d|3[01]|[6-8]\d|9[01])[-+]\d{4}(?!\d)")
# Of persons, not of an office: mobile numbers, and e-mail that is not an office's (info@, registrator@).
PRIVATE = re.compile(r"(?<![\d/.-])(?:\+46[\s\xa0-]?\(?0?\)?|0)7[02369](?:[\s\xa0-]?\d){7}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
OFFICES = re.compile(r"^(info|registrator|diarium|kontakt|press|kansli|webb|dataskydd|dataskyddsombud|tillganglighet|vastragotaland)@")
TEXT_FILES = {".html", ".json", ".js", ".css", ".xml", ".ics", ".csv", ".txt", ".svg", ""}


def vav(*arguments):
    return subprocess.run([VAV, *arguments], cwd=ROOT, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, check=False)


class BuiltSite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(FOLDER)
        # Redirect pages hold nothing but a way on.
        cls.pages = {name: page for name, page in cls.site.pages.items() if not cls.site.is_redirect(name)}
        assert len(cls.pages) > 50, sorted(cls.pages)

    def assert_none(self, faults):
        faults = list(faults)
        if faults:
            self.fail("\n".join([f"{len(faults)} faults", *faults[:40]]))

    def assert_clean(self, check):
        self.assert_none(f"{name}: {fault}" for name, page in self.pages.items() for fault in check(page))

    def test_vav_verify_finds_nothing(self):  # AC42 AC44 AC45 AC46 AC47
        run = vav("verify", str(FOLDER))
        self.assertEqual(0, run.returncode, run.stdout + run.stderr)

    def test_vav_check_finds_nothing(self):  # AC07 AC08 AC10 AC36 AC42
        run = vav("check", "content", "--strict")
        self.assertEqual(0, run.returncode, run.stdout + run.stderr)

    def test_structure_of_every_page(self):  # AC03 AC04 AC05 AC06 AC07 AC08
        self.assert_clean(structure_faults)

    def test_every_page_has_the_policy_and_nothing_that_it_forbids(self):  # AC44 AC45
        self.assert_clean(safety_faults)

    def test_words_of_every_page(self):  # AC09 AC31 AC32
        self.assert_clean(wording_faults)

    def test_every_footer_leads_to_the_legal_pages(self):  # AC38
        # A file that is sent alone has nothing to lead to.
        self.assert_none(fault for name, page in self.pages.items() if not stands_alone(page) for fault in foot_faults(name, (FOLDER / name).read_text(encoding="utf-8")))

    def test_the_accessibility_statement_is_whole(self):  # AC38
        self.assert_none(statement_faults((FOLDER / STATEMENT).read_text(encoding="utf-8")))

    def test_search_knows_what_stands_in_the_parts_of_the_statement(self):
        documents = json.loads((FOLDER / "search/sv/documents.json").read_text(encoding="utf-8"))
        found = [one["id"] for one in documents if "oskäligt betungande enligt 12 §" in one["body"]]
        self.assertEqual(["tillganglighet"], found)

    def test_titles_are_unique_and_begin_with_the_heading(self):  # AC05
        titles = {}
        for name, page in self.pages.items():
            titles.setdefault(page.title, []).append(name)
        self.assert_none(f"{title}: {names}" for title, names in titles.items() if len(names) > 1)
        self.assert_none(f"{name}: {page.title}" for name, page in self.pages.items()
                         if name not in ("index.html", "sok/index.html") and not page.title.startswith(dict(page.headings).get(1, "?")[:40]))

    def test_every_link_leads_somewhere(self):  # AC45 AC46
        self.assert_none(fault for name in self.site.pages for fault in self.site.link_faults(name))

    def test_every_page_is_reached_from_the_start(self):  # AC29 AC46
        reached = self.site.reached_from("index.html")
        self.assert_none(sorted(self.pages.keys() - reached - {"404.html"}))

    def test_the_register_holds_every_page_of_content(self):  # AC29; a translation is reached from the page that it translates
        manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
        linked = {name for name in self.site.pages
                  for href, _ in self.site.pages["a-o/index.html"].link_texts if href.split("#")[0] == os.path.relpath(name, "a-o")}
        addresses = page_addresses(manifest)
        self.assertGreater(len(addresses), 50)
        self.assert_none(sorted(address for address in addresses if address not in linked and self.kind_of(manifest, address) and not address.startswith("en/")))

    @staticmethod
    def kind_of(manifest, address):
        return next((entry.get("kind") for name, entry in entries(manifest) if name == address), None)

    def test_manifest_names_files_that_exist(self):  # AC47
        manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
        self.assert_none(sorted(page_addresses(manifest) - self.site.files))

    def test_checksums(self):  # AC47
        self.assert_none(self.site.checksum_faults())

    def test_addresses(self):  # AC35
        self.assert_none(name for name in self.site.files
                         if name not in ("SHA256SUMS",) and not re.fullmatch(r"[a-z0-9-]+(/[a-zA-Z0-9._-]+)*|[a-z0-9._-]+", name))
        self.assert_none(name for name in self.site.files if len(name) > 120)

    def test_text_is_composed(self):  # AC35
        self.assert_none(name for name, text in self.texts() if not unicodedata.is_normalized("NFC", text))

    def test_nobodys_identity_number(self):  # AC42
        self.assert_none(f"{name}: {IDENTITY_NUMBER.search(text)[0]}" for name, text in self.texts() if IDENTITY_NUMBER.search(text))

    def test_nobodys_address(self):  # AC42
        self.assert_none(f"{name}: {fault}" for name, text in self.texts()
                         if not re.search(r"^search/.*(parts/|index\.json|head\.js)", name) for fault in private_faults(text))  # those hold cut words

    def test_earlier_addresses_answer(self):  # AC35
        self.assert_none(missing_addresses((ROOT / "tests/built_site/addresses.txt").read_text(encoding="utf-8"), self.site.files))

    def texts(self):
        for name in sorted(self.site.files):
            if Path(name).suffix in TEXT_FILES:
                yield name, (FOLDER / name).read_text(encoding="utf-8")


def private_faults(text):
    text = re.sub(r"\b[0-9a-f]{64}\b", "", text)  # a checksum may hold any figures
    return [match[0] for match in PRIVATE.finditer(text) if not OFFICES.match(match[0])]


def missing_addresses(listed, files):
    """Addresses that once were given out and answer no more, as a page or as one that leads on."""
    return [address for address in listed.split() if address not in files]


def entries(manifest):
    """(address, entry) pairs, whether the manifest is a map by address or a list."""
    pages = manifest.get("pages", manifest) if isinstance(manifest, dict) else manifest
    return pages.items() if isinstance(pages, dict) else [(entry["address"], entry) for entry in pages]


def page_addresses(manifest):
    return {address for address, entry in entries(manifest) if isinstance(entry, dict) and address.endswith(".html")}


if __name__ == "__main__":
    unittest.main()
