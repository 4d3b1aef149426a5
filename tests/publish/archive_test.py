"""archive.sh over a served site: every file of it is in the WARC, byte for byte. AC47"""
import functools
import gzip
import hashlib
import http.server
import json
import shutil
import subprocess
import tempfile
import threading
import unittest
import urllib.parse
from pathlib import Path

from properties.program import ROOT, tree, vav
from servers.hosts import serving
from servers.site import OLD, PLACED, WebSite

ARCHIVE = ROOT / ".ci/archive.sh"


def answers(warc, statuses=None):
    """address -> SHA-256 of what it answered, for each response of status 200 in the file; `statuses` gets those of all. A record is a gzip
    member of its own."""
    found = {}
    data = gzip.decompress(Path(warc).read_bytes())
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        length = int(fields["Content-Length"])
        if fields["WARC-Type"] == "response":
            status, _, body = rest[:length].partition(b"\r\n\r\n")
            if statuses is not None:
                statuses[fields["WARC-Target-URI"].strip("<>")] = int(status.split()[1])
            if status.split()[1] == b"200":
                found[fields["WARC-Target-URI"].strip("<>")] = hashlib.sha256(body).hexdigest()
        data = rest[length:].lstrip(b"\r\n")
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Archive(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)
        content = self.folder / "innehåll"
        shutil.copytree(ROOT / "tests/browser/hard/content", content)
        page = content / "moten/nytt.md"
        (content / "moten/läge å.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
        page.write_text(page.read_text(encoding="utf-8") + "\n\n![Läget](<läge å.svg>)\n", encoding="utf-8")
        self.site = self.folder / "www/under en väg"
        run = vav("build", content, "--out", self.site, "--today", "2026-01-15")
        self.assertEqual(0, run.returncode, run.stderr)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=self.folder / "www"))
        threading.Thread(target=server.serve_forever).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.url = f"http://127.0.0.1:{server.server_port}/under%20en%20v%C3%A4g/"

    def archive(self):
        return subprocess.run([ARCHIVE, self.url, self.folder / "arkiv"], capture_output=True, text=True, check=False)

    def test_everything_is_in_it(self):
        run = self.archive()
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        files = tree(self.site)
        self.assertIn(f"{len(files) + 1} addresses", run.stdout)
        found = answers(self.folder / "arkiv.warc.gz")
        wanted = {self.url + urllib.parse.quote(path): digest for path, digest in files.items()}
        wanted[self.url] = files["index.html"]
        self.assertEqual(wanted, found)
        pages = json.loads((self.site / "manifest.json").read_text(encoding="utf-8"))["pages"]
        self.assertEqual(set(), {self.url + urllib.parse.quote(page) for page in pages} - found.keys())
        self.assertTrue((self.folder / "arkiv.cdx").is_file())
        self.assertEqual({"arkiv.warc.gz", "arkiv.cdx", "www", "innehåll"}, {path.name for path in self.folder.iterdir()})

    def test_red_twin_a_file_that_does_not_answer(self):
        (self.site / "404.html").unlink()
        run = self.archive()
        self.assertEqual(3, run.returncode, run.stdout)
        self.assertIn("404", run.stderr)

    def test_no_site(self):
        (self.site / "SHA256SUMS").unlink()
        run = self.archive()
        self.assertEqual(3, run.returncode)
        self.assertIn("SHA256SUMS does not answer", run.stderr)


class OnServers(unittest.TestCase):
    """A site for the web behind the snippets that it brings."""

    @classmethod
    def setUpClass(cls):
        cls.site = WebSite()
        cls.addClassCleanup(cls.site.remove)

    def archive(self, kind):
        with tempfile.TemporaryDirectory() as folder, serving(kind, self.site.out) as address:
            run = subprocess.run([ARCHIVE, address, Path(folder, "arkiv")], capture_output=True, text=True, check=False)
            self.assertEqual((0, ""), (run.returncode, run.stderr))
            statuses = {}
            found = answers(Path(folder, "arkiv.warc.gz"), statuses)
        files = {path: digest for path, digest in tree(self.site.out).items() if not path.startswith("server/")}
        self.assertLess(len(files), len(tree(self.site.out)))
        wanted = {address + urllib.parse.quote(path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path): digest for path, digest in files.items()}
        # Old addresses are kept as what they are: answers that lead on.
        old = {address + path for path in [*OLD, *PLACED]}
        self.assertLessEqual(old, wanted.keys())
        self.assertEqual({200}, {status for one, status in statuses.items() if one not in old})
        self.assertEqual(wanted.keys(), statuses.keys())
        self.assertEqual({one: digest for one, digest in wanted.items() if statuses[one] == 200}, found)

    def test_nginx(self):
        self.archive("nginx")

    def test_apache(self):
        self.archive("apache")


if __name__ == "__main__":
    unittest.main()
