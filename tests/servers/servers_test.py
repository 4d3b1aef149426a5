"""nginx and Apache, each with the snippet that the site brings: every page, every header, the page of what is not there, old addresses."""
import gzip
import http.client
import re
import unittest
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from properties.program import ROOT, vav
from servers.hosts import PREFIX, serving
from servers.site import ALONE, BASE, GONE, OLD, PLACED, RENAMED, WebSite

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "svg": "image/svg+xml", "xml": "application/xml", "txt": "text/plain", "csv": "text/csv", "ics": "text/calendar", "": "text/plain"}
UTF8 = {"html", "css", "js", "txt", "csv", "ics"}
POLICY = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "worker-src blob:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]


META_POLICY = re.compile(r'Content-Security-Policy" content="([^"]*)"')
# What bears a fingerprint of its content in its name never changes: one rule, that of publishing.
FINGERPRINT = re.compile(re.search(r"^fingerprint='(.*)'$", (ROOT / ".ci/publish.sh").read_text(encoding="utf-8"), re.MULTILINE)[1])


def directives(policy):
    """name -> its sources."""
    return {words[0]: words[1:] for words in (part.split() for part in policy.split(";")) if words}


def policy_faults(path, header, meta):
    """What the policy of the page allows and that of its answer does not: browsers hold to both."""
    header, meta = directives(header), directives(meta)
    for name, sources in meta.items():
        allowed = header.get(name, header.get("default-src", []))
        # file: is for pages that are opened from disk.
        for source in sources:
            if source not in ("'none'", "file:", *allowed):
                yield f"{path}: {name} allows {source} in the page, and not in the header"


def policy_of(site):
    """POLICY, and beside 'self' each style that a page brings by its hash."""
    hashes = set()
    for path in site.out.rglob("*.html"):
        meta = META_POLICY.search(path.read_text(encoding="utf-8"))
        hashes |= {source for source in directives(meta[1]).get("style-src", []) if source.startswith("'sha")} if meta else set()
    return [" ".join([part, *sorted(hashes)]) if part.startswith("style-src ") else part for part in POLICY]


class Client:
    """One connection, kept as long as the server keeps it."""

    def __init__(self, address):
        self.host = urlsplit(address).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=20)

    def get(self, path, **headers):
        """(status, headers, body) of a path from the root of the server."""
        self.connection.request("GET", path, headers={"Host": self.host, **headers})
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()


def header_faults(path, headers, policy_wanted):
    """What the headers of an answer lack."""
    faults = []
    policy = [part.strip() for part in headers.get("Content-Security-Policy", "").split(";")]
    if policy != policy_wanted:
        faults.append(f"{path}: policy {policy}")
    for name, wanted in (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")):
        if headers.get_all(name) != [wanted]:
            faults.append(f"{path}: {name} {headers.get_all(name)}")
    if "geolocation=()" not in headers.get("Permissions-Policy", ""):
        faults.append(f"{path}: no Permissions-Policy")
    wanted = "public, max-age=31536000, immutable" if FINGERPRINT.search(path.removeprefix(PREFIX)) else "no-cache"
    if headers.get_all("Cache-Control") != [wanted]:
        faults.append(f"{path}: Cache-Control {headers.get_all('Cache-Control')}")
    return faults


def type_fault(path, headers):
    ending = path.rsplit("/", 1)[1].rpartition(".")[2].lower() if "." in path.rsplit("/", 1)[1] else ""
    ending = "html" if path.endswith("/") else ending
    # A feed says that it is one.
    wanted = "application/atom+xml" if path.endswith("/atom.xml") else TYPES[ending]
    given = headers.get("Content-Type", "").lower().replace(" ", "")
    if given.split(";")[0] != wanted or (ending in UTF8 and not given.endswith(";charset=utf-8")):
        return [f"{path}: Content-Type {headers.get('Content-Type')}"]
    return []


class OnServer:
    """What holds of every server. Each has its own class below."""
    kind = ""

    @classmethod
    def setUpClass(cls):
        cls.site = WebSite()
        cls.addClassCleanup(cls.site.remove)
        cls.policy = policy_of(cls.site)
        server = serving(cls.kind, cls.site.out)
        cls.address = server.__enter__()
        cls.addClassCleanup(server.__exit__, None, None, None)

    def setUp(self):
        self.client = Client(self.address)
        self.addCleanup(self.client.connection.close)

    def test_every_page_and_all_that_it_loads_answers_with_every_header(self):
        faults = []
        seen = set()
        waiting = [PREFIX + page for page in self.site.pages() if page not in OLD]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            status, headers, body = self.client.get(path)
            if status != 200:
                faults.append(f"{path}: {status}")
                continue
            faults += header_faults(path, headers, self.policy) + type_fault(path, headers)
            if path.endswith("/"):
                folder = path
                for link in re.findall(r'(?:href|src)="([^"#?:]*)["#?]', body.decode()):
                    parts = []
                    for part in (link if link.startswith("/") else folder + link).split("/")[1:]:
                        parts = parts[:-1] if part == ".." else parts if part == "." else parts + [part]
                    if link:
                        waiting.append("/" + "/".join(parts))
        self.assertEqual([], faults[:10])
        self.assertGreater(len(seen), 450)

    def test_files_for_programs_have_their_types(self):
        faults = []
        for name in ("sitemap.xml", "robots.txt", "manifest.json", "SHA256SUMS", "search/sv/index.json", "search/sv/head.js"):
            status, headers, _ = self.client.get(PREFIX + name)
            faults += [f"{name}: {status}"] if status != 200 else type_fault("/" + name, headers) + header_faults(name, headers, self.policy)
        self.assertEqual([], faults)

    def test_what_is_not_there_says_so_at_any_depth(self):
        for path in ("x", "x/y/z", "moten/finns/inte/alls.html", "server/nginx.conf", "server/web.config"):
            status, headers, body = self.client.get(PREFIX + path)
            self.assertEqual(404, status, path)
            self.assertEqual([], header_faults(path, headers, self.policy))
            text = body.decode()
            self.assertIn('lang="sv"', text, path)
            links = re.findall(r'(?:href|src)="(/[^"#?]*)"', text)
            self.assertGreater(len(links), 10)
            for link in set(links):
                self.assertEqual(200, self.client.get(link)[0], link)

    def test_old_addresses_lead_on_for_ever(self):
        for old, new in OLD.items():
            forms = [old, old + "index.html", old.rstrip("/")] if old.endswith("/") else [old]
            for form in forms:
                status, headers, _ = self.client.get(PREFIX + form)
                self.assertEqual(301, status, form)
                to = urlsplit(headers["Location"])
                self.assertEqual(PREFIX + new, f"{to.path}#{to.fragment}" if to.fragment else to.path, form)
                self.assertNotEqual("", to.path)
                self.assertIn(urlsplit(headers["Location"]).netloc, ("", self.client.host), form)

    def test_an_old_page_with_places_of_its_own_answers_and_leads_on_to_each(self):
        for old, (new, places) in PLACED.items():
            with self.subTest(page=old):
                status, headers, _ = self.client.get(PREFIX + old.rstrip("/"))
                self.assertEqual((301, PREFIX + old), (status, urlsplit(headers["Location"]).path))
                for form in (old, old + "index.html"):
                    status, headers, body = self.client.get(PREFIX + form)
                    self.assertEqual(200, status, form)
                    text = body.decode()
                    at = BASE + old
                    refresh = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', text)[1]
                    self.assertEqual(BASE + new, urljoin(at, refresh))
                    # What moved.js reads: a place and where it leads, in turn.
                    script = re.search(r'<script src="([^"]*)"[^>]* data-to="([^"]*)" data-places="([^"]*)"', text)
                    self.assertEqual(200, self.client.get(urlsplit(urljoin(at, script[1])).path)[0])
                    self.assertEqual(BASE + new, urljoin(at, script[2]))
                    words = script[3].split()
                    self.assertEqual({place: BASE + to for place, to in places.items()}, {place: urljoin(at, to) for place, to in zip(words[::2], words[1::2])})
        page, former, now = RENAMED
        for place in {former, now} | {urlsplit(to).fragment for to in [*OLD.values(), *(to for _, places in PLACED.values() for to in places.values())]} - {""}:
            self.assertIn(f'id="{place}"', self.client.get(PREFIX + page)[2].decode())

    def test_no_header_forbids_what_its_page_allows(self):
        faults = []
        seen = 0
        for page in self.site.pages():
            if page in OLD:
                continue
            status, headers, body = self.client.get(PREFIX + page)
            meta = META_POLICY.search(body.decode())
            faults += policy_faults(page, headers.get("Content-Security-Policy", ""), meta[1]) if meta and status == 200 else [f"{page}: {status}, policy {meta}"]
            seen += 1
        self.assertEqual([], faults[:10])
        self.assertGreater(seen, 450)

    def test_the_report_may_use_the_style_that_it_brings(self):
        _, headers, body = self.client.get(PREFIX + ALONE)
        style = [source for source in directives(META_POLICY.search(body.decode())[1])["style-src"] if source.startswith("'sha")]
        self.assertEqual(1, len(style))
        self.assertIn(style[0], directives(headers["Content-Security-Policy"])["style-src"])

    def test_what_bears_its_fingerprint_is_kept_for_ever_and_nothing_else_is(self):
        faults = []
        kept = set()
        for path in sorted(self.site.out.rglob("*")):
            name = path.relative_to(self.site.out).as_posix()
            if path.suffix == ".html" or name.startswith("server/") or not path.is_file():
                continue
            status, headers, _ = self.client.get(PREFIX + name)
            faults += header_faults(name, headers, self.policy) if status == 200 else [f"{name}: {status}"]
            if FINGERPRINT.search(name):
                kept.add(re.sub(r"/[^/]*$", "", name))
        self.assertEqual([], faults[:10])
        self.assertEqual({"assets", "search/sv/parts", "search/en/parts"}, kept)

    def test_a_folder_without_its_slash_leads_to_it(self):
        for path in (PREFIX.rstrip("/"), PREFIX + "moten", PREFIX + "moten/traff-2"):
            status, headers, _ = self.client.get(path)
            self.assertEqual((301, path + "/"), (status, urlsplit(headers["Location"]).path))
            self.assertIn(urlsplit(headers["Location"]).netloc, ("", self.client.host))

    def test_a_page_that_is_gone_says_so(self):
        status, _, body = self.client.get(PREFIX + GONE)
        self.assertEqual(200, status)
        self.assertIn("Ordet används inte längre.", body.decode())

    def test_text_is_sent_compressed_and_unchanged_pages_are_not_sent_again(self):
        for path in ("moten/traff-2/", "search/sv/documents.json"):
            status, headers, body = self.client.get(PREFIX + path, **{"Accept-Encoding": "gzip"})
            self.assertEqual((200, "gzip"), (status, headers["Content-Encoding"]))
            self.assertEqual(self.client.get(PREFIX + path)[2], gzip.decompress(body))
        tag = self.client.get(PREFIX + "moten/")[1]["ETag"]
        self.assertEqual(304, self.client.get(PREFIX + "moten/", **{"If-None-Match": tag})[0])

    def test_red_twin_a_missing_header_and_a_wrong_type_are_seen(self):
        _, headers, _ = self.client.get(PREFIX)
        del headers["X-Content-Type-Options"]
        headers.replace_header("Content-Type", "text/html")
        self.assertEqual(1, len(header_faults("/", headers, self.policy)))
        self.assertEqual(1, len(type_fault("/", headers)))

    def test_red_twin_a_policy_that_forbids_what_a_page_allows(self):
        meta = "default-src 'none'; style-src 'sha384-x'; form-action 'self' file:; worker-src blob:"
        self.assertEqual([], list(policy_faults("x", "default-src 'none'; style-src 'self' 'sha384-x'; form-action 'self'; worker-src blob:", meta)))
        for header in ("default-src 'none'; style-src 'self'; form-action 'self'; worker-src blob:", "default-src 'none'; style-src 'sha384-x'; form-action 'none'; worker-src blob:",
                       "default-src 'none'; style-src 'sha384-x'; form-action 'self'"):
            self.assertEqual(1, len(list(policy_faults("x", header, meta))), header)

    def test_red_twin_a_wrong_time_to_be_kept(self):
        _, headers, _ = self.client.get(PREFIX + "robots.txt")
        self.assertEqual([], [fault for fault in header_faults("search/sv/head.js", headers, self.policy) if "Cache-Control" in fault])
        for path in ("assets/site.0123abcd.css", "search/sv/parts/x-0123456789ab.js"):
            self.assertEqual(1, len([fault for fault in header_faults(path, headers, self.policy) if "Cache-Control" in fault]))


class Nginx(OnServer, unittest.TestCase):
    kind = "nginx"


class Apache(OnServer, unittest.TestCase):
    kind = "apache"


class Snippets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = WebSite()
        cls.addClassCleanup(cls.site.remove)

    def test_the_site_is_whole(self):
        run = vav("verify", self.site.out)
        self.assertEqual((0, ""), (run.returncode, run.stderr))

    def test_the_policy_of_the_servers_is_that_of_the_pages(self):
        meta = re.search(r'Content-Security-Policy" content="([^"]*)"', (self.site.out / "index.html").read_text(encoding="utf-8"))[1]
        self.assertEqual(POLICY[:-1], [part.strip().replace(" file:", "") for part in meta.split(";")])

    def test_iis_gets_xml_of_sections_that_it_has_without_further_modules(self):
        # No IIS runs here: that it takes the file has not been tried.
        tree = ElementTree.parse(self.site.out / "server/web.config").getroot()
        known = {"defaultDocument", "directoryBrowse", "urlCompression", "httpErrors", "httpProtocol", "staticContent", "httpRedirect"}
        self.assertEqual("configuration", tree.tag)
        for server in tree.iter("system.webServer"):
            self.assertLessEqual({section.tag for section in server}, known)
        for parent in tree.iter():
            # A key that is added twice stops IIS.
            for key in ("fileExtension", "name"):
                added = [one.get(key) for one in parent if one.get(key) and one.tag in ("add", "mimeMap")]
                self.assertEqual(sorted(set(added)), sorted(added))
        headers = {one.get("name"): one.get("value") for one in tree.find("system.webServer/httpProtocol/customHeaders")}
        self.assertEqual(policy_of(self.site), [part.strip() for part in headers["Content-Security-Policy"].split(";")])
        redirects = {one.get("path"): one.find("system.webServer/httpRedirect").get("destination") for one in tree.iter("location") if one.find("system.webServer/httpRedirect") is not None}
        self.assertEqual({old.rstrip("/"): PREFIX + new for old, new in OLD.items()}, redirects)

    def test_search_engines_are_told_of_pages_to_read_only(self):
        tree = ElementTree.parse(self.site.out / "sitemap.xml").getroot()
        told = {url.text for url in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
        self.assertEqual({BASE + page for page in self.site.pages() if page not in OLD and page not in PLACED and page not in (GONE, ALONE)}, told)
        leads = {old: new.partition("#")[0] for old, new in OLD.items()} | {old: new for old, (new, _) in PLACED.items()}
        for page in self.site.pages():
            text = (self.site.out / page / "index.html" if page.endswith("/") or not page else self.site.out / page).read_text(encoding="utf-8")
            canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', text)
            self.assertEqual([] if page in (GONE, ALONE) else [BASE + leads.get(page, page)], canonical, page)


if __name__ == "__main__":
    unittest.main()
