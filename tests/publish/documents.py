"""Documents and pictures as programs make them, with a person's name in them: PDF by hand, Word and OpenDocument, JPEG and PNG."""
import struct
import zipfile
import zlib

NAME = "Anna Andersson"


def pdf(info="", objects=(), catalog="", trailer="", page=""):
    """A PDF of one page. info: the entries of its Info dictionary; objects: further objects from number 6 on, bytes or text."""
    content = b"BT /F1 24 Tf 72 700 Td (Hej) Tj ET"
    parts = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> {page} >>",
             b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content), f"<< {info} >>", *objects]
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part if isinstance(part, bytes) else part.encode("latin-1"))
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R /Info 5 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(data, entries=""):
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def packed_stream(data, entries=""):
    return stream(zlib.compress(data), "/Filter /FlateDecode " + entries)


def xmp(author=NAME):
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdf:Producer="Skrivare 3" xmlns:ex="http://exempel.se/" ex:Handlaggare="{author}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Rapport om väven</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def office(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def docx(path, author=NAME, **more):
    office(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document><w:body><w:p>Hej</w:p></w:body></w:document>",
                  "docProps/core.xml": f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Rapport</dc:title><dc:creator>{author}</dc:creator></cp:coreProperties>', **more})


def odt(path, author=NAME, **more):
    office(path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content><text:p>Hej</text:p></office:document-content>",
                  "meta.xml": f"<office:document-meta><office:meta><meta:initial-creator>{author}</meta:initial-creator></office:meta></office:document-meta>", **more})


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(author=None):
    told = chunk(b"tEXt", b"Author\0" + author.encode("latin-1")) if author else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + told + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


# One grey point, without metadata.
PLAIN_JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc4001f0000010501010101010100000000000000000102030405060708090a0b"
    "ffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a"
    "434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4"
    "d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00" + "7b" + "ffd9")


def jpeg(author=None):
    if not author:
        return PLAIN_JPEG
    told = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02" + struct.pack(">II", len(author) + 1, 26) + struct.pack(">I", 0) + author.encode("latin-1") + b"\0"
    return PLAIN_JPEG[:2] + b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told + PLAIN_JPEG[2:]
