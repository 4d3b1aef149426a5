"""Whatever is saved is seen: the site follows, and the open pages hear of it."""
import os
import shutil
import unittest

from properties.program import tree
from serve.server import SITES, Server, image, until

PAGE = "---\ntitle: {title}\nsummary: En sida.\npublished: 2026-01-10\n---\n\n{text}\n"


class Changes(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.close)
        self.addCleanup(lambda: self.assertEqual([], list(self.server.cwd.iterdir())))

    def shows(self, target, text, status=200):
        until(lambda: (lambda found: found[0] == status and text in found[1])(self.server.get(target)), f"{target} with {text}")

    def test_an_edit_reaches_the_open_page_and_no_other(self):
        with self.server.events("/inspel/ett-inspel/") as statement, self.server.events("/aktorer/ostra/") as actor:
            before, other = statement.next(), actor.next()
            self.assertIn(before["mark"], self.server.text("/inspel/ett-inspel/"))
            self.server.edit("inspel/ett-inspel.md", "Vi sade", "Vi påstod")
            after = statement.until(lambda data: data["mark"] != before["mark"], "a new mark")
            text = self.server.text("/inspel/ett-inspel/")
            self.assertIn("Vi påstod", text)
            self.assertIn(after["mark"], text)
            self.assertEqual([], after["findings"])
            self.assertEqual(other["mark"], actor.next()["mark"])

    def test_the_ways_editors_save(self):
        path = self.server.content / "inspel/ett-inspel.md"
        text = path.read_text(encoding="utf-8")

        def over(temporary):
            def save(words):
                new = path.with_name(temporary)
                new.write_text(words, encoding="utf-8")
                os.replace(new, path)
            return save

        def with_backup(words):
            os.replace(path, path.with_name("ett-inspel.md~"))
            path.write_text(words, encoding="utf-8")
            path.with_name("ett-inspel.md~").unlink()

        def in_pieces(words):
            with open(path, "w", encoding="utf-8") as file:
                for piece in words.splitlines(True):
                    file.write(piece)
                    file.flush()

        def in_place(words):
            with open(path, "r+", encoding="utf-8") as file:
                file.write(words)
                file.truncate()

        for number, save in enumerate((over(".ett-inspel.md.swp"), over("4913"), with_backup, in_pieces, in_place)):
            save(text.replace("Vi sade", f"Sätt {number}"))
            self.shows("/inspel/ett-inspel/", f"Sätt {number}")

    def test_files_and_folders_come_and_go(self):
        self.assertEqual(404, self.server.get("/ny-sida/")[0])
        with self.server.events("/ny-sida/") as events:
            lost = events.next()
            self.server.write("sidor/ny-sida.md", PAGE.format(title="Ny sida", text="Helt ny."))
            events.until(lambda data: data["mark"] != lost["mark"], "the page that was missing")
        self.shows("/ny-sida/", "Helt ny.")
        os.rename(self.server.content / "sidor/ny-sida.md", self.server.content / "sidor/flyttad.md")
        self.shows("/flyttad/", "Helt ny.")
        self.assertEqual(404, self.server.get("/ny-sida/")[0])
        (self.server.content / "sidor/flyttad.md").unlink()
        self.shows("/flyttad/", "Sidan finns inte", 404)
        shutil.move(self.server.content / "inspel", self.server.folder / "inspel")
        self.shows("/inspel/ett-inspel/", "Sidan finns inte", 404)
        shutil.move(self.server.folder / "inspel", self.server.content / "inspel")
        self.shows("/inspel/ett-inspel/", "Vi sade")
        self.server.edit("inspel/ett-inspel.md", "Vi sade", "Åter sade vi")
        self.shows("/inspel/ett-inspel/", "Åter sade vi")

    def test_a_new_folder_is_watched_too(self):
        self.server.edit("moten/traff-1.md", "Se [[", "![Väven](bilder/djupt/nere/v.svg) Se [[")
        folder = self.server.content / "moten/bilder/djupt/nere"
        folder.mkdir(parents=True)
        for number in range(3):
            (folder / "v.svg").write_text(image(20 + number), encoding="utf-8")
            self.shows("/moten/traff-1/v.svg", f'width="{20 + number}"')

    def test_a_changed_image_reaches_the_page_that_shows_it(self):
        self.server.write("moten/v.svg", image(21))
        self.server.edit("moten/traff-1.md", "Se [[", "![Väven](v.svg) Se [[")
        self.shows("/moten/traff-1/v.svg", 'width="21"')
        with self.server.events("/moten/traff-1/") as events:
            before = events.next()
            self.server.write("moten/v.svg", image(22))
            events.until(lambda data: data["mark"] != before["mark"], "a new mark")

    def test_the_theme(self):
        with self.server.events() as events:
            before = events.next()
            self.server.edit("templates/base.html", "<main>", '<main class="ny">', folder=self.server.theme)
            events.until(lambda data: data["mark"] != before["mark"], "the changed theme")
        self.assertIn('<main class="ny">', self.server.text())
        # A file in CONTENT/theme wins, from the moment it is there.
        text = (self.server.theme / "templates/base.html").read_text(encoding="utf-8")
        self.server.write("theme/templates/base.html", text.replace('class="ny"', 'class="egen"'))
        self.shows("/", '<main class="egen">')
        # A broken one leaves the last site.
        self.server.write("theme/templates/base.html", "{% if %}")
        found = until(self.server.findings, "findings")
        self.assertIn("base.html", found[0]["path"])
        self.assertIn('<main class="egen">', self.server.text())
        shutil.rmtree(self.server.content / "theme")
        self.shows("/", '<main class="ny">')
        self.assertEqual([], self.server.findings())

    def test_a_faulty_page_is_left_out_and_told(self):
        self.server.write("sidor/fel.md", PAGE.format(title="Fel", text="Se [[finns-inte]].").replace("summary", "sumary"))
        with self.server.events() as events:
            data = events.until(lambda data: data["findings"], "findings")
        self.assertFalse(data["stale"])
        where = {(one["id"], one["severity"], one["path"], one["line"], one["column"]) for one in data["findings"]}
        self.assertIn(("unknown-key", "error", "sidor/fel.md", 3, 1), where)
        self.assertEqual(404, self.server.get("/fel/")[0])
        self.assertEqual(200, self.server.get("/moten/traff-1/")[0])
        until(lambda: "sidor/fel.md:3:1: error: [unknown-key]" in self.server.errors, "the finding on standard error")
        (self.server.content / "sidor/fel.md").unlink()
        until(lambda: not self.server.findings(), "no findings")

    def test_a_broken_configuration_leaves_the_last_site(self):
        text = (self.server.content / "vav.yaml").read_text(encoding="utf-8")
        with self.server.events() as events:
            before = events.next()
            self.server.write("vav.yaml", text.replace("format: 1", "format: 1\nformat: 1"))
            broken = events.until(lambda data: data["findings"], "findings")
            self.assertEqual((before["mark"], True, True), (broken["mark"], broken["stale"], broken["tree"]))
            self.assertEqual(("vav.yaml", 2), (broken["findings"][0]["path"], broken["findings"][0]["line"]))
            self.assertEqual(200, self.server.get()[0])
            self.server.write("vav.yaml", text.replace("Minsta väven", "Lagade väven"))
            mended = events.until(lambda data: not data["findings"], "no findings")
            self.assertFalse(mended["stale"])
        self.assertIn("Lagade väven", self.server.text())

    def test_content_that_goes_away_and_comes_back(self):
        away = self.server.folder / "away"
        os.rename(self.server.content, away)
        found = until(self.server.findings, "findings")
        self.assertIn("content", found[0]["message"])
        self.assertEqual(200, self.server.get()[0])
        os.rename(away, self.server.content)
        until(lambda: not self.server.findings(), "no findings")
        self.server.edit("inspel/ett-inspel.md", "Vi sade", "Åter sade vi")
        self.shows("/inspel/ett-inspel/", "Åter sade vi")

    def test_many_changes_at_once_end_in_the_last_state(self):
        for number in range(30):
            self.server.write(f"sidor/sida-{number}.md", PAGE.format(title=f"Sida {number}", text="x"))
            self.server.write("sidor/sista.md", PAGE.format(title="Sista", text=f"Gång {number}."))
            self.server.get("/")
        self.shows("/sista/", "Gång 29.")
        self.shows("/sida-29/", "Sida 29")
        self.assertEqual([], self.server.findings())

    def test_nothing_is_written(self):
        before = tree(self.server.content), tree(self.server.theme)
        self.server.edit("inspel/ett-inspel.md", "Vi sade", "Vi påstod")
        self.shows("/inspel/ett-inspel/", "Vi påstod")
        self.server.edit("inspel/ett-inspel.md", "Vi påstod", "Vi sade")
        self.shows("/inspel/ett-inspel/", "Vi sade")
        self.assertEqual(before, (tree(self.server.content), tree(self.server.theme)))


class NoSiteYet(unittest.TestCase):
    def test_the_findings_are_the_page_until_there_is_a_site(self):
        server = Server(content=SITES / "broken-config/content")
        self.addCleanup(server.close)
        self.assertIn("vav.yaml:", server.errors)
        status, text = server.get("/moten/")
        self.assertEqual(503, status)
        self.assertRegex(text, r"vav\.yaml:\d+:\d+: error: \[bad-config\]")
        with server.events("/moten/") as events:
            before = events.next()
            self.assertFalse(before["tree"])
            self.assertIn(before["mark"], text)
            shutil.copy(SITES / "minimal/content/vav.yaml", server.content / "vav.yaml")
            after = events.until(lambda data: data["tree"], "a site")
            self.assertNotEqual(before["mark"], after["mark"])
        self.assertEqual(200, server.get("/moten/")[0])

    def test_findings_in_swedish(self):
        server = Server("--language", "sv", content=SITES / "broken-config/content")
        self.addCleanup(server.close)
        self.assertIn("<h1>Ingen webbplats ännu</h1>", server.text())
        with server.events() as events:
            self.assertEqual("sv", events.next()["language"])


if __name__ == "__main__":
    unittest.main()
