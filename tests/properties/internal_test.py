"""What is for editors only never leaves the content folder: canary words in every place where one may stand."""
import struct
import tempfile
import unittest
import zlib
from pathlib import Path

from properties.program import vav

CANARY = "kanariefagel"
CONFIG = """format: 1
site: {title: Prov, lang: sv, start: start}
kinds:
  note:
    folder: anteckningar
    label: {sv: {one: anteckning, many: anteckningar}}
    fields:
      secret: {visibility: internal}
      rows: {type: record, many: true, fields: {what: {}}, visibility: internal}
      told: {type: rich-text, label: {sv: Sagt}}
      items: {type: record, many: true, fields: {what: {type: rich-text, label: {sv: Vad}}}, label: {sv: Rader}}
    relations:
      aside: {to: [note], many: true, visibility: internal, label: {sv: Vid sidan}, inverse: {sv: Vid sidan av}}
  page:
    folder: sidor
    address: /
    list: false
    label: {sv: {one: sida, many: sidor}}
"""


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png():
    """One pixel, and the canary in each place where a program writes about a picture."""
    word = CANARY.encode()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"tEXt", b"Author\0" + word)
            + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + word) + chunk(b"eXIf", b"MM\0*" + word)
            + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"") + word)


class Internal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.content = Path(folder.name, "content")
        self.out = Path(folder.name, "site")
        self.write("vav.yaml", CONFIG)
        self.write("sidor/start.md", f"---\ntitle: Start\n---\nHej. ![ett prov](bild.png)\n\n::: internal\n{CANARY} [[hemlig-{CANARY}]] "
                                     f"![{CANARY}]({CANARY}.png) {{#{CANARY}}}\n\n## {CANARY}\n:::\n\n<!-- {CANARY} -->\n\nMer text, se [[oppen]].\n")
        self.write("sidor/bild.png", png())
        self.write(f"sidor/{CANARY}.png", png())
        self.write("anteckningar/oppen.md", f"---\ntitle: Öppen\nsecret: {CANARY}\nrows: [{{what: {CANARY}}}]\naside: [hemlig-{CANARY}]\n"
                                            f"told: |\n  Öppet.\n\n  ::: internal\n  {CANARY}\n  :::\n"
                                            f"items:\n  - what: |\n      Öppet.\n\n      ::: internal\n      {CANARY}\n      :::\n"
                                            f"# {CANARY}\n---\nText.\n")
        self.write(f"anteckningar/hemlig-{CANARY}.md", f"---\ntitle: {CANARY}\nshort: {CANARY}\naliases: [{CANARY}]\nvisibility: internal\n"
                                                       f"redirect_from: {CANARY}\n---\n![{CANARY}]({CANARY}-2.png) [[oppen]]\n")
        self.write(f"anteckningar/{CANARY}-2.png", png())

    def write(self, name, data):
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    def build(self, *arguments):
        return vav("build", self.content, "--out", self.out, *arguments)

    def leaks(self):
        """Every file of the site with the canary in its name or bytes."""
        word = CANARY.encode()
        return [str(path.relative_to(self.out)) for path in sorted(self.out.rglob("*"))
                if CANARY in path.name or (path.is_file() and word in path.read_bytes().lower())]

    def test_no_canary_leaves(self):
        for extra in ([], ["--drafts"], ["--keep-going"]):
            run = self.build(*extra)
            self.assertEqual(0, run.returncode, run.stderr)
            self.assertEqual([], self.leaks())
            self.assertTrue((self.out / "bild.png").exists(), "the picture itself goes out")
            self.assertNotIn(CANARY, (self.out / "search/sv/documents.json").read_text(encoding="utf-8"))

    def test_no_template_gets_a_canary(self):
        run = vav("inspect", "oppen", self.content)
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertIn("Öppet.", run.stdout)
        self.assertNotIn(CANARY, run.stdout.lower())

    def test_the_same_words_in_public_places_are_found(self):
        """The red twin: the look for canaries sees each place that it claims to see."""
        start = self.content / "sidor/start.md"
        public = start.read_text(encoding="utf-8")
        for spoilt in (public.replace("::: internal\n", "").replace(":::\n", "").replace(f" [[hemlig-{CANARY}]]", ""),
                       public.replace("bild.png", f"{CANARY}.png"), public + f"\nÄven {CANARY}.\n"):
            start.write_text(spoilt, encoding="utf-8")
            run = self.build()
            self.assertEqual(0, run.returncode, run.stderr)
            self.assertNotEqual([], self.leaks())

    def test_a_public_page_cannot_cite_an_internal_one(self):
        for text in (f"[[hemlig-{CANARY}]]", f"[x](../anteckningar/hemlig-{CANARY}.md)"):
            self.write("anteckningar/oppen.md", f"---\ntitle: Öppen\n---\n{text}\n")
            run = self.build()
            self.assertEqual(1, run.returncode)
            self.assertIn("[cites-internal]", run.stderr)
            self.assertFalse(self.out.exists())


if __name__ == "__main__":
    unittest.main()
