"""nginx and Apache, each with the snippet that the site brings: every page, every header, the page of what is not there, old addresses."""
import gzip
import http.client
import re
import unittest
from urllib.parse import urlsplit
from xml.etree import ElementTree

from properties.program import vav
from servers.hosts import PREFIX, serving
from servers.site import ALONE, BASE, GONE, OLD, WebSite

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "svg": "image/svg+xml", "xml": "application/xml", "txt": "text/plain", "csv": "text/csv", "ics": "text/calendar", "": "text/plain"}
UTF8 = {"html", "css", "js", "txt", "csv", "ics"}
POLICY = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "worker-src blob:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]


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


def header_faults(path, headers, cached):
    """What the headers of an answer lack."""
    faults = []
    policy = [part.strip() for part in headers.get("Content-Security-Policy", "").split(";")]
    if policy != POLICY:
        faults.append(f"{path}: policy {policy}")
    for name, wanted in (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")):
        if headers.get_all(name) != [wanted]:
            faults.append(f"{path}: {name} {headers.get_all(name)}")
    if "geolocation=()" not in headers.get("Permissions-Policy", ""):
        faults.append(f"{path}: no Permissions-Policy")
    wanted = "public, max-age=31536000, immutable" if cached else "no-cache"
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
            faults += header_faults(path, headers, path.startswith(PREFIX + "assets/")) + type_fault(path, headers)
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
            faults += [f"{name}: {status}"] if status != 200 else type_fault("/" + name, headers) + header_faults(name, headers, False)
        self.assertEqual([], faults)

    def test_what_is_not_there_says_so_at_any_depth(self):
        for path in ("x", "x/y/z", "moten/finns/inte/alls.html", "server/nginx.conf", "server/web.config"):
            status, headers, body = self.client.get(PREFIX + path)
            self.assertEqual(404, status, path)
            self.assertEqual([], header_faults(path, headers, False))
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
                self.assertEqual(PREFIX + new, urlsplit(headers["Location"]).path, form)
                self.assertIn(urlsplit(headers["Location"]).netloc, ("", self.client.host), form)

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
        self.assertEqual(1, len(header_faults("/", headers, False)))
        self.assertEqual(1, len(type_fault("/", headers)))


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
        self.assertEqual(POLICY, [part.strip() for part in headers["Content-Security-Policy"].split(";")])
        redirects = {one.get("path"): one.find("system.webServer/httpRedirect").get("destination") for one in tree.iter("location") if one.find("system.webServer/httpRedirect") is not None}
        self.assertEqual({old.rstrip("/"): PREFIX + new for old, new in OLD.items()}, redirects)

    def test_search_engines_are_told_of_pages_to_read_only(self):
        tree = ElementTree.parse(self.site.out / "sitemap.xml").getroot()
        told = {url.text for url in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
        self.assertEqual({BASE + page for page in self.site.pages() if page not in OLD and page not in (GONE, ALONE)}, told)
        for page in self.site.pages():
            text = (self.site.out / page / "index.html" if page.endswith("/") or not page else self.site.out / page).read_text(encoding="utf-8")
            canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', text)
            self.assertEqual([] if page in (GONE, ALONE) else [BASE + OLD.get(page, page)], canonical, page)


if __name__ == "__main__":
    unittest.main()
