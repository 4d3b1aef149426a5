"""vav verify finds each fault that is seeded into a finished site by its own id, and nothing else, also when the lists of checksums have been made anew.

One row a fault: into a copy of a sound site, for both targets where nothing else is said. AC48"""
import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from properties.program import ROOT, vav
from publish.documents import NAME, docx, jpeg, pdf, png, stream

PAGE = "moten/nytt/index.html"
NUMBER = "850709-9805"  # of the tax agency's examples


def sums_of(site):
    lines = []
    for path in sorted((path for path in site.rglob("*") if path.is_file() and not path.is_symlink()), key=lambda path: os.fsencode(path.relative_to(site))):
        name = os.fsencode(path.relative_to(site))
        if name != b"SHA256SUMS":
            lines.append(hashlib.sha256(path.read_bytes()).hexdigest().encode() + b"  " + name + b"\n")
    return b"".join(lines)


def change_manifest(site, change):
    path = site / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def right_integrity(site):
    """Whoever changes a script changes the attributes that vouch for it."""
    for page in site.rglob("*.html"):
        def right(tag):
            address = re.search(r'\b(?:src|href)="([^"]+)"', tag[0])
            claim = re.search(r'\bintegrity="(sha\d+)-[^"]*"', tag[0])
            file = Path(os.path.normpath(page.parent / address[1].lstrip("/")))
            if not file.is_file() and address[1].startswith("/"):
                return tag[0]
            digest = base64.b64encode(hashlib.new(claim[1], file.read_bytes()).digest()).decode()
            return tag[0].replace(claim[0], f'integrity="{claim[1]}-{digest}"')
        raw = page.read_bytes()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            continue
        changed = re.sub(r"<(?:script|link)\b[^>]*\bintegrity=[^>]*>", right, text)
        if changed != text:
            page.write_text(changed, encoding="utf-8")


def lists_made_anew(site):
    def hashes(manifest):
        for page, entry in manifest["pages"].items():
            if (site / page).is_file():
                entry["sha256"] = hashlib.sha256((site / page).read_bytes()).hexdigest()
    right_integrity(site)
    change_manifest(site, hashes)
    (site / "SHA256SUMS").write_bytes(sums_of(site))


# Ways of seeding. Each gives a function of the site's folder.
def in_page(html, page=PAGE):
    def seed(site):
        path = site / page
        text = path.read_text(encoding="utf-8")
        assert "</main>" in text
        path.write_text(text.replace("</main>", html + "</main>"), encoding="utf-8")
    return seed


def replaced(pattern, by, page=PAGE):
    def seed(site):
        path = site / page
        text = path.read_text(encoding="utf-8")
        changed = re.sub(pattern, by, text, count=1)
        assert changed != text, pattern
        path.write_text(changed, encoding="utf-8")
    return seed


def in_asset(glob, text):
    def seed(site):
        path = next(site.glob(glob))
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return seed


def new_file(name, content):
    def seed(site):
        path = site / name if isinstance(name, str) else Path(os.fsdecode(os.fsencode(site) + b"/" + name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return seed


def in_manifest(change):
    return lambda site: change_manifest(site, change)


def raw(name, change):
    """The list itself is spoilt: it is not made anew after this."""
    def seed(site):
        (site / name).write_bytes(change((site / name).read_bytes()))
    return seed


def orphan(site):
    shutil.copytree(site / "moten/nytt", site / "moten/ensam")
    change_manifest(site, lambda manifest: manifest["pages"].update({"moten/ensam/index.html": dict(manifest["pages"][PAGE])}))


def case_clash(site):
    (site / "assets/A.txt").write_text("a", encoding="utf-8")
    (site / "assets/a.txt").write_text("a", encoding="utf-8")


def word(site):
    docx(site / "moten/nytt/rapport.docx")


def redirects_in_a_row(site):
    """Two pages that send on, the first to the second; named by the manifest as others are."""
    policy = re.search(POLICY, (site / PAGE).read_text(encoding="utf-8"))[0]
    on_web = json.loads((site / "manifest.json").read_text(encoding="utf-8")).get("target") == "web"
    for name, to in (("forst", "sedan"), ("sedan", "bred")):
        address = f"../{to}/" if on_web else f"../{to}/index.html"
        (site / name).mkdir()
        (site / name / "index.html").write_text(f'<!doctype html><html lang="sv"><head><meta charset="utf-8">{policy}<meta http-equiv="refresh" content="0; url={address}"><title>x</title></head>'
                                                f'<body><a href="{address}">x</a></body></html>', encoding="utf-8")
    change_manifest(site, lambda manifest: manifest["pages"].update({"forst/index.html": {"sha256": ""}, "sedan/index.html": {"sha256": ""}}))


SCRIPT = "assets/search.*.js"
STYLE = "assets/site.*.css"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
POLICY = r'<meta http-equiv="Content-Security-Policy"[^>]*>'

# (id, what, seed, targets); "lists" in targets: the lists of checksums stay as the seed left them.
CASES = [
    ("verify-broken-link", "a link", in_page('<a href="finns-inte.html">x</a>'), "disk web"),
    ("verify-broken-link", "out of the site", in_page('<a href="../../../x.html">x</a>'), "disk web"),
    ("verify-broken-link", "another case of letters", in_page('<a href="../../Assets/x.css">x</a>'), "disk web"),
    ("verify-broken-link", "a picture", in_page('<img src="finns-inte.png" alt="">'), "disk web"),
    ("verify-broken-link", "one picture of several", in_page('<img srcset="finns-inte.png 2x" alt="">'), "disk web"),
    ("verify-broken-link", "a script", in_page('<script src="finns-inte.js"></script>'), "disk web"),
    ("verify-broken-link", "in a stylesheet", in_asset(STYLE, "\na { background: url(finns-inte.png) }\n"), "disk web"),
    ("verify-broken-link", "a base", in_page('<base href="x/">'), "disk web"),
    ("verify-broken-link", "the file is gone", lambda site: next(site.glob("assets/mark.*.svg")).unlink(), "disk web"),
    ("verify-broken-fragment", "in the page", in_page('<a href="#finns-inte">x</a>'), "disk web"),
    ("verify-broken-fragment", "in another", in_page('<a href="../../bred/index.html#finns-inte">x</a>'), "disk"),
    ("verify-broken-fragment", "in another", in_page('<a href="../../bred/#finns-inte">x</a>'), "web"),
    ("verify-root-relative", "a link", in_page('<a href="/index.html">x</a>'), "disk web"),
    ("verify-root-relative", "a picture", in_page('<img src="/x.png" alt="">'), "disk web"),
    ("verify-root-relative", "without its scheme", in_page('<a href="//example.se/">x</a>'), "disk web"),
    ("verify-root-relative", "a file of one computer", in_page('<a href="file:///home/a.html">x</a>'), "disk web"),
    ("verify-folder-link", "from disk", in_page('<a href="../../bred/">x</a>'), "disk"),
    ("verify-folder-link", "the folder's page by its file", in_page('<a href="../../bred/index.html">x</a>'), "web"),
    ("verify-external-resource", "a picture", in_page('<img src="https://example.se/a.png" alt="">'), "disk web"),
    ("verify-external-resource", "a script", in_page('<script src="http://example.se/a.js"></script>'), "disk web"),
    ("verify-external-resource", "a stylesheet", in_page('<link rel="stylesheet" href="//example.se/a.css">'), "disk web"),
    ("verify-external-resource", "a connection", in_page('<link rel="preconnect" href="https://example.se/">'), "disk web"),
    ("verify-external-resource", "a frame", in_page('<iframe src="https://example.se/"></iframe>'), "disk web"),
    ("verify-external-resource", "a film", in_page('<video poster="https://example.se/a.png"></video>'), "disk web"),
    ("verify-external-resource", "an object", in_page('<object data="https://example.se/a.pdf"></object>'), "disk web"),
    ("verify-external-resource", "a font", in_asset(STYLE, "\n@font-face { font-family: x; src: url(https://example.se/a.woff2) }\n"), "disk web"),
    ("verify-external-resource", "an import", in_asset(STYLE, '\n@import "https://example.se/a.css";\n'), "disk web"),
    ("verify-external-resource", "in a drawing", in_page('<svg><image href="https://example.se/a.png"/></svg>'), "disk web"),
    ("verify-external-resource", "in a drawing's file", new_file("assets/x.svg", SVG.format('<image href="https://example.se/a.png"/>')), "disk web"),
    ("verify-external-resource", "a form", in_page('<form action="https://example.se/"><button>x</button></form>'), "disk web"),
    ("verify-external-resource", "a ping", in_page('<a href="#" ping="https://example.se/">x</a>'), "disk web"),
    ("verify-external-resource", "an old attribute", in_page('<table background="https://example.se/a.png"></table>'), "disk web"),
    ("verify-external-resource", "a fill of a drawing", in_page('<svg><path fill="url(https://example.se/a.svg#b)"/></svg>'), "disk web"),
    ("verify-external-resource", "a picture by its density", in_asset(STYLE, '\na { background: image-set("https://example.se/a.png" 1x) }\n'), "disk web"),
    ("verify-external-resource", "an import behind a comment", in_asset(STYLE, '\n@import/**/"https://example.se/a.css";\n'), "disk web"),
    ("verify-external-resource", "a relation after a tab", in_page('<link rel="alternate\tstylesheet" href="https://example.se/a.css">'), "disk web"),
    ("verify-external-resource", "another sort of server", in_page('<img src="ftp://example.se/a.png" alt="">'), "disk web"),
    ("verify-external-resource", "a script as data", in_page('<script src="data:text/javascript,alert(1)"></script>'), "disk web"),
    ("verify-external-resource", "a page as data", in_page('<iframe src="data:text/html,x"></iframe>'), "disk web"),
    ("verify-external-resource", "a source that a script names", in_asset(SCRIPT, '\nnew Image().src = "https://example.se/a.png";\n'), "disk web"),
    ("verify-external-resource", "a style of a drawing's file", new_file("assets/x.svg", SVG.format('<style>a { fill: url(https://example.se/a) }</style>')), "disk web"),
    ("verify-external-resource", "a page that sends readers elsewhere", in_page('<meta http-equiv="refresh" content="5; url=https://example.se/">', "bred/index.html"), "disk web"),
    ("verify-inline-script", "a script", in_page("<script>alert(1)</script>"), "disk web"),
    ("verify-inline-script", "a style", in_page("<style>a { color: red }</style>"), "disk web"),
    ("verify-inline-script", "a style attribute", in_page('<p style="color: red">x</p>'), "disk web"),
    ("verify-inline-script", "a handler", in_page('<p onclick="x()">x</p>'), "disk web"),
    ("verify-inline-script", "an address", in_page('<a href="javascript:x()">x</a>'), "disk web"),
    ("verify-inline-script", "a page in an attribute", in_page('<iframe srcdoc="x"></iframe>'), "disk web"),
    ("verify-inline-script", "in a drawing", in_page('<svg><circle style="fill: red"/></svg>'), "disk web"),
    ("verify-inline-script", "in a drawing's file", new_file("assets/x.svg", SVG.format("<script>x()</script>")), "disk web"),
    ("verify-inline-script", "a handler in a drawing's file", new_file("assets/x.svg", SVG.format('<g onload="x()"/>')), "disk web"),
    ("verify-inline-script", "an animation to a script", in_page('<svg><a><animate attributeName="href" to="javascript:x()"/></a></svg>'), "disk web"),
    ("verify-inline-script", "a file whose ending is in capitals", new_file("assets/x.SVG", SVG.format("<script>x()</script>")), "disk web"),
    ("verify-integrity-attribute", "from disk", replaced('<link rel="stylesheet" ', '<link rel="stylesheet" integrity="sha256-AAAA" '), "disk"),
    ("verify-integrity-attribute", "a wrong one", replaced(r'integrity="(sha\d+-)....', r'integrity="\1AAAA'), "web wrong-integrity"),
    ("verify-integrity-attribute", "none", replaced(r'(<link rel="stylesheet"[^>]*) integrity="[^"]*"', r"\1"), "web"),
    ("verify-online-only-script", "fetch", in_asset(SCRIPT, '\nfetch("x.json");\n'), "disk web"),
    ("verify-online-only-script", "XMLHttpRequest", in_asset(SCRIPT, "\nnew XMLHttpRequest();\n"), "disk web"),
    ("verify-online-only-script", "a module", in_page('<script type="module" src="x"></script>'), "disk"),
    ("verify-online-only-script", "an import", in_asset(SCRIPT, '\nimport("./x.js");\n'), "disk web"),
    ("verify-online-only-script", "a worker in a file", in_asset(SCRIPT, '\nnew Worker("x.js");\n'), "disk web"),
    ("verify-online-only-script", "scripts of a worker", in_asset(SCRIPT, '\nimportScripts("x.js");\n'), "disk web"),
    ("verify-online-only-script", "a stream", in_asset(SCRIPT, '\nnew EventSource("x");\n'), "disk web"),
    ("verify-online-only-script", "a socket", in_asset(SCRIPT, '\nnew WebSocket("x");\n'), "disk web"),
    ("verify-online-only-script", "a beacon", in_asset(SCRIPT, '\nnavigator.sendBeacon("x");\n'), "disk web"),
    ("verify-online-only-script", "a service worker", in_asset(SCRIPT, '\nnavigator.serviceWorker.register("x.js");\n'), "disk web"),
    ("verify-online-only-script", "fetch by its name", in_asset(SCRIPT, '\nself["fetch"]("x.json");\n'), "disk web"),
    ("verify-online-only-script", "fetch under another name", in_asset(SCRIPT, "\nvar f = fetch; f('x.json');\n"), "disk web"),
    ("verify-online-only-script", "fetch of a frame", in_asset(SCRIPT, "\nframes.fetch?.('x.json');\n"), "disk web"),
    ("verify-online-only-script", "a transport", in_asset(SCRIPT, "\nnew WebTransport('x');\n"), "disk web"),
    ("verify-online-only-script", "a worker at an address", new_file("assets/x.js", "var x = 'y.js'\nnew Worker(x)\n"), "disk web"),
    ("verify-online-only-script", "a worklet", in_asset(SCRIPT, "\nCSS.paintWorklet.addModule('x.js');\n"), "disk web"),
    ("verify-online-only-script", "an import after a line without its end", new_file("assets/x.js", "var a = 1\nimport b from './b.js'\n"), "disk web"),
    ("verify-online-only-script", "a sign of another file", in_page('<svg><use href="../../assets/x.svg#a"/></svg>'), "disk web"),
    ("verify-orphan", "a page that nobody leads to", orphan, "disk web"),
    ("verify-redirect-chain", "one that leads to another", redirects_in_a_row, "disk web"),
    ("verify-bad-sum", "a changed asset", lambda site: next(site.glob("assets/mark.*.svg")).write_text(SVG.format("")), "disk web lists"),
    ("verify-bad-sum", "a file that is not listed", new_file("assets/extra.txt", "x"), "disk web lists"),
    ("verify-bad-sum", "a file that is not there", raw("SHA256SUMS", lambda old: old + b"0" * 64 + b"  x.txt\n"), "disk web lists"),
    ("verify-bad-sum", "listed twice", raw("SHA256SUMS", lambda old: old + old.splitlines(True)[0]), "disk web lists"),
    ("verify-bad-sum", "no line of the form", raw("SHA256SUMS", lambda old: old + b"hej\n"), "disk web lists"),
    ("verify-bad-sum", "no list", lambda site: (site / "SHA256SUMS").unlink(), "disk web lists"),
    ("verify-bad-manifest", "no JSON", raw("manifest.json", lambda old: old[:-4]), "disk sums"),
    ("verify-bad-manifest", "an empty file", raw("manifest.json", lambda old: b""), "disk sums"),
    ("verify-bad-manifest", "another format", in_manifest(lambda manifest: manifest.update(format=99)), "disk web"),
    ("verify-bad-manifest", "another target", in_manifest(lambda manifest: manifest.update(target="moln")), "disk"),
    ("verify-bad-manifest", "a page that is not there", in_manifest(lambda manifest: manifest["pages"].update({"x/index.html": {"sha256": "0" * 64}})), "disk web"),
    ("verify-bad-manifest", "a page that it does not name", in_manifest(lambda manifest: manifest["pages"].pop(PAGE)), "disk web"),
    ("verify-bad-manifest", "a wrong sum", in_manifest(lambda manifest: manifest["pages"][PAGE].update(sha256="0" * 64)), "disk web sums"),
    ("verify-bad-manifest", "a passage that is not there", in_manifest(lambda manifest: manifest["pages"][PAGE]["passages"].append("finns-inte")), "disk web"),
    ("verify-bad-manifest", "a heading that is not there", in_manifest(lambda manifest: manifest["pages"][PAGE]["headings"].append("finns-inte")), "disk web"),
    ("verify-bad-manifest", "passages that are no list", in_manifest(lambda manifest: manifest["pages"][PAGE].update(passages="ja")), "disk web"),
    ("verify-personal-number", "in the manifest", in_manifest(lambda manifest: manifest["pages"][PAGE].update(title=NUMBER)), "disk web"),
    ("verify-bad-manifest", "a key twice", raw("manifest.json", lambda old: old.replace(b'"format"', b'"format": 1,\n  "format"', 1)), "disk sums"),
    ("verify-bad-manifest", "no manifest", lambda site: (site / "manifest.json").unlink(), "disk sums"),
    ("verify-bad-name", "a device", new_file("assets/con.txt", "x"), "disk web"),
    ("verify-bad-name", "a sign", new_file("assets/a:b.txt", "x"), "disk web"),
    ("verify-bad-name", "its end", new_file("assets/a.", "x"), "disk web"),
    ("verify-bad-name", "a long path", new_file("assets/" + "a" * 114, "x"), "disk web"),
    ("verify-bad-name", "alike but for case", case_clash, "disk web"),
    ("verify-bad-name", "no UTF-8", new_file(b"assets/\xe5.txt", "x"), "disk web"),
    ("verify-bad-name", "a link", lambda site: (site / "assets/x.txt").symlink_to("y.txt"), "disk web"),
    ("verify-personal-number", "in a page", in_page(f"<p>{NUMBER}</p>"), "disk web"),
    ("verify-personal-number", "in a comment", in_page(f"<!-- {NUMBER} -->"), "disk web"),
    ("verify-personal-number", "in an attribute", in_page(f'<p title="{NUMBER}">x</p>'), "disk web"),
    ("verify-personal-number", "without its dash", in_page("<p>198507099805</p>"), "disk web"),
    ("verify-personal-number", "in data", new_file("assets/x.json", f'{{"nr": "{NUMBER}"}}'), "disk web"),
    ("verify-personal-number", "in a table", new_file("assets/x.csv", f"namn;nr\nx;{NUMBER}\n"), "disk web"),
    ("verify-personal-number", "in a drawing", new_file("assets/x.svg", SVG.format(f"<text>{NUMBER}</text>")), "disk web"),
    ("verify-personal-number", "in a script", in_asset(SCRIPT, f'\nvar nr = "{NUMBER}";\n'), "disk web"),
    ("verify-personal-number", "divided by markup", in_page("<p>850709-<strong>9805</strong></p>"), "disk web"),
    ("verify-personal-number", "in a table of a spreadsheet", new_file("assets/x.csv", f"n\u00e4r;{NUMBER}\n".encode("latin-1")), "disk web"),
    ("verify-personal-number", "in a table of two bytes a sign", new_file("assets/x.csv", f"nr\n{NUMBER}\n".encode("utf-16")), "disk web"),
    ("verify-personal-number", "in captions", new_file("assets/x.vtt", f"WEBVTT\n\n{NUMBER}\n"), "disk web"),
    ("verify-internal", "as the manifest says", in_manifest(lambda manifest: manifest["pages"][PAGE].update(not_public="internal")), "disk web"),
    ("verify-internal", "as its visibility says", in_manifest(lambda manifest: manifest["pages"][PAGE].update(visibility="internal")), "disk web"),
    ("verify-internal", "as the page says", replaced("</head>", '<meta name="visibility" content="internal"></head>'), "disk web"),
    ("verify-metadata", "a photograph", new_file("moten/nytt/bild.jpg", jpeg(NAME)), "disk web"),
    ("verify-metadata", "a drawing of points", new_file("moten/nytt/bild.png", png(NAME)), "disk web"),
    ("verify-metadata", "a drawing of lines", new_file("moten/nytt/bild.svg", SVG.format(f"<metadata>{NAME}</metadata>")), "disk web"),
    ("verify-metadata", "a PDF", new_file("moten/nytt/rapport.pdf", pdf(f"/Author ({NAME})")), "disk web"),
    ("verify-metadata", "a document of Word", word, "disk web"),
    ("verify-bad-document", "a PDF that runs", new_file("moten/nytt/rapport.pdf", pdf(objects=["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"])), "disk web"),
    ("verify-bad-document", "a PDF with a file in it", new_file("moten/nytt/rapport.pdf", pdf(objects=[stream(b"x", "/Type /EmbeddedFile")])), "disk web"),
    ("verify-bad-document", "an encrypted PDF", new_file("moten/nytt/rapport.pdf", pdf(trailer="/Encrypt << /Filter /Standard >>")), "disk web"),
    ("verify-bad-document", "an old document", new_file("moten/nytt/rapport.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "disk web"),
    ("verify-no-policy", "none", replaced(POLICY, ""), "disk web"),
    ("verify-no-policy", "one that lets in scripts of the page", replaced("script-src ", "script-src 'unsafe-inline' "), "disk web"),
    ("verify-no-policy", "one that lets in others", replaced("img-src ", "img-src https: "), "disk web"),
    ("verify-no-policy", "one that is open", replaced("default-src 'none'", "default-src 'self'"), "disk web"),
    ("verify-no-policy", "one that lets scripts be made", replaced("script-src ", "script-src blob: "), "disk web"),
    ("verify-no-policy", "one without a rule for forms", replaced("form-action [^;]*; ", ""), "disk web"),
    ("verify-no-policy", "one in the body", lambda site: replaced("<h1", re.search(POLICY, (site / PAGE).read_text(encoding="utf-8"))[0] + "<h1")(site) or replaced(POLICY, "")(site), "disk web"),
    ("verify-not-a-site", "no start page", lambda site: (site / "index.html").unlink(), "disk web"),
    ("bad-utf8", "a page", raw("404.html", lambda old: old.replace(b"</main>", b"\xe5</main>")), "disk web"),
]
# Where a fault brings another with it, by the nature of the thing.
ALSO = {
    # SHA256SUMS names the file.
    ("verify-bad-name", "no UTF-8"): {"bad-utf8"},
    ("verify-online-only-script", "a module"): {"verify-broken-link"},
    # 404.html, which servers show at any depth, leads there from their root.
    ("verify-broken-link", "the file is gone", "web"): {"verify-root-relative"},
}


def found_in(site):
    """ids -> the findings, as vav verify tells them to programs."""
    run = vav("verify", site, "--diagnostics", "json")
    findings = json.loads(run.stderr)
    assert run.returncode == (1 if findings else 0), run
    return {finding["id"] for finding in findings}, findings


def fault_of_case(wanted, found):
    return "" if found == wanted else f"wanted {sorted(wanted)}, found {sorted(found)}"


class Seeded(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        for target in ("disk", "web"):
            run = vav("build", ROOT / "tests/browser/hard/content", "--out", cls.folder / target, "--today", "2026-01-15", "--target", target)
            assert run.returncode == 0, run.stderr

    def seeded(self, target, seed, how):
        site = self.folder / "seeded"
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(self.folder / target, site, symlinks=True)
        seed(site)
        words = how.split()
        if "wrong-integrity" in words or "sums" in words:
            if "wrong-integrity" in words:
                change_manifest(site, lambda manifest: manifest["pages"][PAGE].update(sha256=hashlib.sha256((site / PAGE).read_bytes()).hexdigest()))
            (site / "SHA256SUMS").write_bytes(sums_of(site))
        elif "lists" not in words:
            lists_made_anew(site)
        return site

    def test_each_fault_is_found_by_its_id(self):
        for wanted, what, seed, how in CASES:
            for target in ("disk", "web"):
                if target not in how.split():
                    continue
                with self.subTest(id=wanted, what=what, target=target):
                    found, findings = found_in(self.seeded(target, seed, how))
                    self.assertEqual("", fault_of_case({wanted} | ALSO.get((wanted, what), set()) | ALSO.get((wanted, what, target), set()), found), findings[:5])

    def test_a_sound_site_has_no_fault(self):
        for target in ("disk", "web"):
            self.assertEqual((set(), []), found_in(self.seeded(target, lambda site: None, "")))

    def test_every_id_has_a_case(self):
        listed = set(re.findall(r"^(verify-[a-z-]+) ", vav("check", "--list").stdout, re.MULTILINE))
        self.assertEqual(listed, {wanted for wanted, *_ in CASES if wanted.startswith("verify-")})

    def test_red_twin(self):
        """A verifier that finds nothing, or something else beside it, fails."""
        self.assertEqual("", fault_of_case({"verify-orphan"}, {"verify-orphan"}))
        for found in (set(), {"verify-bad-sum"}, {"verify-orphan", "verify-bad-sum"}):
            self.assertNotEqual("", fault_of_case({"verify-orphan"}, found))
        # And a fault whose lists were not made anew is found by its id beside theirs.
        found, _ = found_in(self.seeded("disk", in_page("<script>alert(1)</script>"), "lists"))
        self.assertEqual({"verify-inline-script", "verify-bad-sum", "verify-bad-manifest"}, found)


if __name__ == "__main__":
    unittest.main()
