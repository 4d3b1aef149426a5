"""Documents that pages offer: what they tell of who made them does not go out, and what cannot be cleaned is refused with what to do about it. AC42"""
import json
import re
import shutil
import subprocess
import tempfile
import unittest
import zlib
from pathlib import Path

from properties.program import ROOT, vav
from publish.documents import NAME, docx, jpeg, office, odt, packed_stream, pdf, stream, xmp


def utf16(text):
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex()


def names_somebody(data):
    """Whether the name stands anywhere in the bytes, or in what is packed in them."""
    written = [NAME.encode(), NAME.encode("utf-16-be"), utf16(NAME).encode(), utf16(NAME).upper().encode(), NAME.encode().hex().encode()]
    packed = []
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            packed.append(zlib.decompressobj().decompress(data[start.end():]))
        except zlib.error:
            pass
    return any(form in part for part in [data, *packed] for form in written)


class Documents(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.content = self.folder / "content"
        shutil.copytree(ROOT / "tests/browser/hard/content", self.content)

    def build(self, name, data):
        """The finished run and the findings, with the document on a page."""
        page = self.content / "moten/rapport.md"
        page.write_text(f"---\ntitle: Rapporten\ndate: 2025-02-03\nsummary: En rapport.\npublished: 2026-01-10\n---\n\n[Rapporten]({name})\n", encoding="utf-8")
        if data is not None:
            (self.content / "moten" / name).write_bytes(data)
        run = vav("build", self.content, "--out", self.folder / "site", "--today", "2026-01-15", "--diagnostics", "json")
        return run, [(finding["id"], finding["path"]) for finding in json.loads(run.stderr)], json.loads(run.stderr)

    def assert_cleaned(self, data, name="rapport.pdf"):
        self.assertTrue(names_somebody(data), "the test's document names nobody")
        run, ids, findings = self.build(name, data)
        self.assertEqual([], findings)
        self.assertEqual(0, run.returncode)
        out = (self.folder / "site/moten/rapport" / name).read_bytes()
        self.assertFalse(names_somebody(out))
        self.assertEqual(len(data), len(out))
        # A reader of PDF still takes it, and it shows what it showed.
        (self.folder / "in.pdf").write_bytes(data)
        (self.folder / "out.pdf").write_bytes(out)
        check = subprocess.run(["qpdf", "--check", self.folder / "out.pdf"], capture_output=True, text=True, check=False)
        self.assertEqual(0, check.returncode, check.stdout + check.stderr)
        verified = vav("verify", self.folder / "site")
        self.assertEqual(0, verified.returncode, verified.stderr)
        return out

    def assert_refused(self, wanted, data, *words, name="rapport.pdf"):
        run, ids, findings = self.build(name, data)
        self.assertEqual({(wanted, f"moten/{name}")}, set(ids), findings)
        self.assertEqual(1, run.returncode)
        told = " ".join(finding["message"] + " " + finding["hint"] for finding in findings)
        for word in words:
            self.assertIn(word, told)
        self.assertFalse((self.folder / "site").exists())

    # PDF: what is taken out

    def test_author_and_programs(self):
        out = self.assert_cleaned(pdf(f"/Title (Rapport) /Author ({NAME}) /Creator (Word) /Producer (Skrivare 3) /Company (Byrån AB) /CreationDate (D:20250203)"))
        self.assertIn(b"/Title (Rapport)", out)
        self.assertIn(b"D:20250203", out)
        for word in (b"Word", b"Skrivare", b"Byr"):
            self.assertNotIn(word, out)

    def test_in_hexadecimal_and_utf16(self):
        self.assert_cleaned(pdf(f"/Author <{utf16(NAME)}>"))

    def test_names_written_in_other_ways(self):
        self.assert_cleaned(pdf(f"/Auth#6fr ({NAME})"))

    def test_texts_that_are_objects_of_their_own(self):
        self.assert_cleaned(pdf("/Title 6 0 R /Author 7 0 R", ["(Rapport)", f"({NAME})"]))

    def test_older_editions_in_the_same_file(self):
        data = pdf("/Title (Rapport)")
        older = pdf(f"/Author ({NAME})")
        start = len(older)
        later = f"5 0 obj\n<< /Title (Rapport) >>\nendobj\nxref\n5 1\n{start:010d} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R /Prev {older.rindex(b'xref', 0, older.rindex(b'startxref'))} >>\n" \
                f"startxref\n{start + len('5 0 obj') + len(chr(10) + '<< /Title (Rapport) >>' + chr(10) + 'endobj' + chr(10))}\n%%EOF\n"
        self.assertNotEqual(data, older)
        self.assert_cleaned(older + later.encode())

    def test_xmp(self):
        out = self.assert_cleaned(pdf("/Title (Rapport)", [stream(xmp(), "/Type /Metadata /Subtype /XML")], "/Metadata 6 0 R"))
        self.assertIn("Rapport om väven".encode(), out)
        self.assertIn(b"<pdfuaid:part>1</pdfuaid:part>", out)
        self.assertNotIn(b"Skrivare 3", out)

    def test_notes_of_readers(self):
        self.assert_cleaned(pdf("", page=f"/Annots [<< /Type /Annot /Subtype /Highlight /Rect [0 0 1 1] /QuadPoints [0 0 1 0 0 1 1 1] /T ({NAME}) /Contents (Bra) >>]"))

    def test_pictures_with_what_the_camera_wrote(self):
        picture = jpeg(NAME)
        entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"
        self.assert_cleaned(pdf("", [stream(picture, entries)]))

    def test_a_page_printed_by_chromium(self):
        """A real program's PDF: the title stays, its names go, the photograph in it tells nothing."""
        (self.folder / "bild.jpg").write_bytes(jpeg(NAME))
        (self.folder / "sida.html").write_text(f"<!doctype html><html lang=sv><title>Rapporten</title><meta name=author content='{NAME}'><h1>Hej</h1><img src=bild.jpg alt=x width=100>", encoding="utf-8")
        printed = self.folder / "tryckt.pdf"
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={printed}", f"file://{self.folder}/sida.html"],
                       capture_output=True, timeout=120, check=True)
        data = printed.read_bytes()
        self.assertIn(b"Skia/PDF", data)
        run, _, findings = self.build("rapport.pdf", data)
        self.assertEqual((0, []), (run.returncode, findings))
        out = (self.folder / "site/moten/rapport/rapport.pdf").read_bytes()
        self.assertFalse(names_somebody(out))
        self.assertNotIn(b"Skia/PDF", out)
        self.assertIn(b"Rapporten", out)
        self.assertIn(b"/StructTreeRoot", out)
        self.assertEqual(0, subprocess.run(["qpdf", "--check", self.folder / "site/moten/rapport/rapport.pdf"], capture_output=True, check=False).returncode)

    def test_one_with_nothing_to_hide_stays_as_it_is(self):
        data = pdf("/Title (Rapport) /CreationDate (D:20250203)")
        run, _, findings = self.build("rapport.pdf", data)
        self.assertEqual((0, []), (run.returncode, findings))
        self.assertEqual(data, (self.folder / "site/moten/rapport/rapport.pdf").read_bytes())

    # PDF: what is refused

    def test_packed_objects_and_the_cure_that_the_hint_names(self):
        (self.folder / "in.pdf").write_bytes(pdf(f"/Title (Rapport) /Author ({NAME})"))
        subprocess.run(["qpdf", "--object-streams=generate", self.folder / "in.pdf", self.folder / "packed.pdf"], check=True)
        packed = (self.folder / "packed.pdf").read_bytes()
        self.assertTrue(names_somebody(packed))
        run, ids, findings = self.build("rapport.pdf", packed)
        self.assertEqual([("document-metadata", "moten/rapport.pdf")], ids, findings)
        self.assertEqual(1, run.returncode)
        cure = re.search(r"qpdf (--[^ ]+ --[^ ]+) OLD\.pdf NEW\.pdf", findings[0]["hint"])
        subprocess.run(["qpdf", *cure[1].split(), self.folder / "packed.pdf", self.folder / "plain.pdf"], check=True)
        self.assert_cleaned((self.folder / "plain.pdf").read_bytes())

    def test_packed_xmp(self):
        self.assert_refused("document-metadata", pdf("", [packed_stream(xmp(), "/Type /Metadata /Subtype /XML")], "/Metadata 6 0 R"), "dc:creator", "qpdf")

    def test_packed_xmp_that_names_nobody(self):
        run, _, findings = self.build("rapport.pdf", pdf("", [packed_stream(xmp(""), "/Type /Metadata /Subtype /XML")], "/Metadata 6 0 R"))
        self.assertEqual((0, []), (run.returncode, findings))

    def test_signed(self):
        signature = "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>"
        self.assert_refused("document-metadata", pdf(f"/Author ({NAME})", [signature]), "signature")

    def test_encrypted(self):
        (self.folder / "in.pdf").write_bytes(pdf(f"/Author ({NAME})"))
        subprocess.run(["qpdf", "--encrypt", "", "hemligt", "256", "--", self.folder / "in.pdf", self.folder / "locked.pdf"], check=True)
        self.assert_refused("bad-document", (self.folder / "locked.pdf").read_bytes(), "encrypted", "without a password")

    def test_a_file_in_it(self):
        (self.folder / "in.pdf").write_bytes(pdf())
        (self.folder / "bilaga.txt").write_text("Hej", encoding="utf-8")
        subprocess.run(["qpdf", self.folder / "in.pdf", "--add-attachment", self.folder / "bilaga.txt", "--", self.folder / "with.pdf"], check=True)
        self.assert_refused("bad-document", (self.folder / "with.pdf").read_bytes(), "other files lie in the document")

    def test_what_does_something(self):
        for deed in ("/S /JavaScript /JS (x)", "/S /Launch /F (x)", "/S /SubmitForm /F (x)", "/S /Java#53cript"):
            with self.subTest(deed=deed):
                self.assert_refused("bad-document", pdf(catalog=f"/OpenAction << {deed} >>"), "code or sends something")

    def test_damaged(self):
        for data in (b"%PDF-1.7\nhej", pdf()[:200], pdf("/Title (Rapport")):
            with self.subTest(size=len(data)):
                self.assert_refused("bad-document", data, "cannot be read")

    # Other formats

    def test_documents_of_word(self):
        path = self.content / "moten/rapport.docx"
        cases = {"docProps/core.xml": {}, "docProps/app.xml": {"author": "", "docProps/app.xml": "<Properties><Company>Byrån AB</Company></Properties>"},
                 "docProps/custom.xml": {"author": "", "docProps/custom.xml": '<Properties><property name="x"/></Properties>'},
                 "word/comments.xml": {"author": "", "word/comments.xml": f'<w:comments><w:comment w:id="0" w:author="{NAME}"/></w:comments>'}}
        for part, more in cases.items():
            with self.subTest(part=part):
                docx(path, more.pop("author", NAME), **more)
                self.assert_refused("document-metadata", None, part, "Inspect Document", name="rapport.docx")
        docx(path, "")
        run, _, findings = self.build("rapport.docx", None)
        self.assertEqual((0, []), (run.returncode, findings))

    def test_macros_and_objects(self):
        path = self.content / "moten/rapport.docx"
        docx(path, "", **{"word/vbaProject.bin": "x"})
        self.assert_refused("bad-document", None, "word/vbaProject.bin", name="rapport.docx")
        docx(path, "", **{"word/embeddings/oleObject1.bin": "x"})
        self.assert_refused("bad-document", None, "oleObject1", name="rapport.docx")

    def test_open_documents(self):
        path = self.content / "moten/rapport.odt"
        odt(path)
        self.assert_refused("document-metadata", None, "meta.xml", name="rapport.odt")
        odt(path, "", **{"content.xml": f"<o><office:annotation><dc:creator>{NAME}</dc:creator></office:annotation></o>"})
        self.assert_refused("document-metadata", None, "content.xml", name="rapport.odt")
        odt(path, "")
        run, _, findings = self.build("rapport.odt", None)
        self.assertEqual((0, []), (run.returncode, findings))

    def test_old_formats(self):
        self.assert_refused("bad-document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007", name="rapport.doc")

    def test_other_archives_are_nobodys_business(self):
        office(self.content / "moten/data.zip", {"a.csv": "x;y\n"})
        run, _, findings = self.build("data.zip", None)
        self.assertEqual((0, []), (run.returncode, findings))

    def test_red_twin(self):
        for data in (pdf(f"/Author ({NAME})"), pdf("", [packed_stream(xmp())]), pdf(f"/Author <{utf16(NAME)}>")):
            self.assertTrue(names_somebody(data))
        self.assertFalse(names_somebody(pdf("/Title (Rapport)")))


if __name__ == "__main__":
    unittest.main()
