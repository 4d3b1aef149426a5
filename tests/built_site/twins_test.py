"""Red twins: each check of site_test.py on a small page or site that must fail it."""
import hashlib
import tempfile
import unittest
from pathlib import Path

from built_site.legal import foot_faults, statement_faults
from built_site.page import CSP, Page, date_in_words, policy_of, safety_faults, structure_faults, wording_faults
from built_site.site_test import IDENTITY_NUMBER, missing_addresses, private_faults
from built_site.whole import Site

SOUND = f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Träff – Väv</title>
<meta http-equiv="Content-Security-Policy" content="{CSP}"><link rel="stylesheet" href="s.css"></head>
<body><main id="m"><h1>Träff</h1><p><a href="b/index.html#p">Nästa träff</a> <a href="https://example.org/">exempel</a>
<time datetime="2025-09-30">30\xa0september 2025</time> 25\xa0% sa ”ja” <code>"x"</code> <span lang="en">said "yes"</span></p></main></body></html>"""


class PageTwins(unittest.TestCase):
    def faults(self, check, old, new):
        self.assertIn(old, SOUND)
        return list(check(Page(SOUND.replace(old, new))))

    def test_a_sound_page_has_no_fault(self):
        page = Page(SOUND)
        for check in (structure_faults, safety_faults, wording_faults):
            self.assertEqual([], list(check(page)))

    def test_structure(self):  # AC03 AC04 AC05 AC07 AC08
        for old, new, fault in (
                ("<h1>Träff</h1>", "<h2>Träff</h2>", "0 h1"),
                ("<h1>Träff</h1>", "<h1>Träff</h1><h1>Två</h1>", "2 h1"),
                ("<h1>Träff</h1>", "<h2>A</h2><h1>Träff</h1>", "the first heading is not h1"),
                ("<h1>Träff</h1>", "<h1>Träff</h1><h3>Hopp</h3>", "h3 after h1"),
                ("<h1>Träff</h1>", "<h1> </h1>", "an empty heading"),
                ("<h1>", '<h1 id="m">', 'two elements with id "m"'),
                ('lang="sv"', "", "html lang is [None]"),
                ("<title>", "<title>" + 90 * "x", "the title has 101 characters"),
                ("</p>", "</p><table><tr><th>A</th></tr></table>", "th without scope"),
                ("</p>", "</p><table><tr><td>A</td></tr></table>", "table without caption or name"),
                ("</p>", '</p><img src="s.css">', "img without alt"),
                ("<main id", "<div id", "no main")):
            self.assertIn(fault, self.faults(structure_faults, old, new))

    def test_safety(self):  # AC44 AC45
        for old, new, fault in (
                (CSP, CSP.replace("'self'", "'self' 'unsafe-inline'", 1), "the policy is"),
                ("</main>", "<script>x</script></main>", "a script in the page"),
                ("</main>", "<style>x</style></main>", "a style sheet in the page"),
                ("<h1>", '<h1 style="color:red">', "style= on h1"),
                ("<h1>", '<h1 onclick="x">', "onclick= on h1"),
                ("</main>", '<iframe src="x"></iframe></main>', "iframe"),
                ("<link ", '<link integrity="sha256-x" ', "integrity on link"),
                ("</main>", '<script type="module" src="x"></script></main>', "a module")):
            self.assertTrue(any(found.startswith(fault) for found in self.faults(safety_faults, old, new)), fault)

    def test_a_file_that_stands_alone_has_the_hash_of_its_rules(self):  # AC44
        page = '<meta http-equiv="Content-Security-Policy" content="{}"><style>p{{}}</style><a href="#x">x</a>'
        right = policy_of(Page(page.format("")))
        self.assertEqual([], list(safety_faults(Page(page.format(right)))))
        for wrong, start in ((page.format(CSP), "the policy is"), (page.format(right).replace("p{}", "p{ }"), "the policy is"),
                             (page.format(right).replace("#x", "b.html"), "the policy is")):
            found = list(safety_faults(Page(wrong)))
            self.assertTrue(found and found[0].startswith(start), wrong)

    def test_wording(self):  # AC09 AC31 AC32
        for old, new, fault in (
                ("Nästa träff", "Läs mer", '"Läs mer" as the text'),
                ("Nästa träff", "", "the link to b/index.html#p has no text"),
                (">exempel<", ">https://example.org/<", "the bare address"),
                ("”ja”", '"ja"', "straight or English"),
                ("”ja”", "“ja”", "straight or English"),
                ("25\xa0%", "25 %", "a plain space"),
                ("25\xa0%", "10 000 kr", "a plain space"),
                ("25\xa0%", "enligt 5 §.", "a plain space"),
                ("25\xa0%", "se s. 12", "a plain space"),
                ("25\xa0%", "Kl. 9.00", "a plain space"),
                ("25\xa0%", "den 30\nseptember", "a plain space"),
                ("25\xa0%", "idéer - inte pengar", "a hyphen for a dash"),
                ("25\xa0%", "åren 2024-2025", "a hyphen for a dash"),
                ("25\xa0%", "kl.\xa09.00-15.30", "a hyphen for a dash"),
                ("25\xa0%", "mötet börjar 9:30", "not a Swedish time"),
                ("25\xa0%", "senast 8.5.2025", "not a Swedish time"),
                ("25\xa0%", "senast 23/9/25", "not a Swedish time"),
                ("25\xa0%", "2.5\xa0procent", "not a Swedish time"),
                ("25\xa0%", "och så ...", "full stops"),
                ('datetime="2025-09-30"', 'datetime="30/9"', "time with datetime"),
                ("30\xa0september", "29\xa0september", "the date 2025-09-30 is called 29")):
            self.assertTrue(any(found.startswith(fault) for found in self.faults(wording_faults, old, new)), fault)

    def test_dates_in_swedish(self):
        self.assertEqual(["2025", "september 2025", "8 maj 2025"], [date_in_words(iso, "sv") for iso in ("2025", "2025-09", "2025-05-08")])
        self.assertEqual(["2025", "September 2025", "8 May 2025"], [date_in_words(iso, "en") for iso in ("2025", "2025-09", "2025-05-08")])

    def test_identity_numbers(self):  # AC42
        # Made up; the date part alone decides.
        for text in ("19121212-1212", "121212+1212", "19121272-1212"):
            self.assertTrue(IDENTITY_NUMBER.search(text), text)
        for text in ("2025-05-08", "1912121212", "20251308-1212", "2024:123-4567"):
            self.assertFalse(IDENTITY_NUMBER.search(text), text)

    def test_private_addresses(self):  # AC42
        for text in ("070-123 45 67", "0701234567", "+46 70 123 45 67", "anna.ek@example.org"):
            self.assertEqual([text], private_faults(f"Ring {text} nu"), text)
        for text in ("registrator@example.org", "A2023/00672", "2070-1234567", "08-123 45 67", "@media"):
            self.assertEqual([], private_faults(f"Se {text} nu"), text)

    def test_an_address_that_is_gone(self):  # AC35
        self.assertEqual(["b/index.html"], missing_addresses("a/index.html\nb/index.html\n", {"a/index.html"}))


STATEMENT = """<h1>R</h1><dl><dt>Offentlig aktör</dt><dd>A</dd><dt>Tjänst</dt><dd>T</dd><dt>Bedömningen gjordes</dt><dd>2\xa0maj 2026</dd>
<dt>Redogörelsen uppdaterades</dt><dd>3\xa0maj 2026</dd></dl><h2>Hur tillgänglig är den?</h2><p>Den är delvis förenlig.</p><h2>Kända brister</h2><p>Skäl, I stället</p>
<h2>Så är bedömningen gjord</h2><p>Själva</p><h2>Undantag som oskäligt betungande</h2><p>Inga, 12\xa0§</p><h2>Innehåll som lagen inte omfattar</h2><p>Inget, 9\xa0§</p>
<h2>Säg till</h2><p>a@b.se, även enligt 15\xa0§</p><h2>Tillsyn</h2><p>Digg. <a href="https://www.digg.se/tdosanmalan">Anmäl</a></p>"""
FOOT = '<main><a href="../tillganglighet/index.html">x</a></main><footer><a href="../tillganglighet/index.html">T</a> <a href="../personuppgifter/index.html#x">P</a></footer>'


class LegalTwins(unittest.TestCase):  # AC38
    def test_a_whole_statement_has_no_fault(self):
        self.assertEqual([], list(statement_faults(STATEMENT)))

    def test_a_statement_that_lacks_something(self):
        for old, new, fault in (("Tjänst", "Annat", "'Tjänst' is"), ("2\xa0maj 2026", "våren", "'Bedömningen"), ("3\xa0maj 2026", "", "'Redogörelsen"),
                                ("delvis förenlig", "ganska bra", "'Hur"), ("Skäl, ", "", "'Kända"), ("<p>Själva</p>", "", "'Så"), ("12\xa0§", "", "'Undantag"),
                                ("9\xa0§", "", "'Innehåll"), ("15\xa0§", "", "'Säg"), ("a@b.se", "", "'Säg"), ("Digg.", "", "'Tillsyn"),
                                ("https://www.digg.se/tdosanmalan", "x.html", "no link"), ("Offentlig aktör", "", "'Offentlig")):
            self.assertIn(old, STATEMENT)
            self.assertTrue(any(found.startswith(fault) for found in statement_faults(STATEMENT.replace(old, new))), old)

    def test_footers(self):
        self.assertEqual([], list(foot_faults("a/index.html", FOOT)))
        self.assertEqual(2, len(list(foot_faults("index.html", FOOT))), "leads out of the site from there")
        self.assertEqual(1, len(list(foot_faults("a/index.html", FOOT.replace(' <a href="../personuppgifter/index.html#x">P</a>', "")))))
        self.assertEqual(1, len(list(foot_faults("a/index.html", FOOT.replace('<footer><a href="../tillganglighet/', '<footer><a href="../x/')))))


class SiteTwins(unittest.TestCase):
    def site(self, **changed):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        files = {"index.html": SOUND, "b/index.html": '<p id="p"><a href="../index.html">Start</a>', "s.css": "", **changed}
        for name, text in files.items():
            path = Path(folder.name, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        sums = "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items()))
        Path(folder.name, "SHA256SUMS").write_text(sums, encoding="utf-8")
        return Site(folder.name)

    def link_faults(self, old, new):
        return [fault.split(": ")[-1] for fault in self.site(**{"index.html": SOUND.replace(old, new)}).link_faults("index.html")]

    def test_a_sound_site_has_no_fault(self):
        site = self.site()
        self.assertEqual([], [*site.link_faults("index.html"), *site.link_faults("b/index.html"), *site.checksum_faults()])
        self.assertEqual({"index.html", "b/index.html"}, site.reached_from("index.html"))

    def test_links(self):  # AC45 AC46
        for new, fault in (("b/", "no such file (a folder"), ("b/finns-inte.html", "no such file"), ("/b/index.html", "is not relative"),
                           ("//b/index.html", "is not relative"), ("javascript:x()", "is not relative"), ("../x.html", "leads out of the site"),
                           ("b/index.html#q", "no such place"), ("", "leads nowhere")):
            self.assertTrue(any(found.startswith(fault) for found in self.link_faults("b/index.html#p", new)), fault)

    def test_only_the_page_that_servers_show_anywhere_has_links_from_the_root(self):  # AC40
        for address, faults in (("/b/index.html", 0), ("/x/y/b/index.html#p", 0), ("/x/finns-inte.html", 1)):
            site = self.site(**{"404.html": SOUND.replace("b/index.html#p", address)})
            self.assertEqual(faults, len(list(site.link_faults("404.html"))), address)

    def test_something_fetched_from_elsewhere(self):
        self.assertEqual(["is fetched from elsewhere"], self.link_faults('href="s.css"', 'href="https://example.org/s.css"'))

    def test_a_page_that_nothing_leads_to(self):  # AC29 AC46
        site = self.site(**{"c.html": "ensam"})
        self.assertNotIn("c.html", site.reached_from("index.html"))

    def test_checksums(self):  # AC47
        site = self.site()
        (site.folder / "s.css").write_text("ändrad", encoding="utf-8")
        (site.folder / "b/index.html").unlink()
        (site.folder / "ny.txt").write_text("", encoding="utf-8")
        self.assertEqual(["ny.txt is not listed", "b/index.html is missing", "s.css is another file"],
                         list(Site(site.folder).checksum_faults()))


if __name__ == "__main__":
    unittest.main()
