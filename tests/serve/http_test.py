"""What the server says, and to whom."""
import re
import signal
import socket
import subprocess
import unittest

from properties.program import tree, vav
from serve.server import PATIENCE, SITES, VAV, Events, Server, image

EXPECTED = SITES / "minimal/expected"
SCRIPT = re.compile(r'<script src="/_vav/live\.js" data-vav-mark="[0-9a-f]{32}" defer></script>\n')


class Http(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        def with_image(server):
            server.edit("moten/traff-1.md", "\n---\n", "\n---\n\n![Väven](väv%20bild.svg)\n")
            server.write("moten/väv bild.svg", image(20))

        cls.server = Server(prepare=with_image)
        cls.addClassCleanup(cls.server.close)

    def test_the_address_is_the_only_line(self):
        self.assertRegex(self.server.address, r"^http://127\.0\.0\.1:[1-9]\d*/$")
        self.assertEqual("", self.server.errors)

    def test_every_file_of_the_site(self):
        for path in sorted(EXPECTED.rglob("*")):
            if not path.is_file() or path.name == "manifest.json" or "traff-1" in str(path) or "search" in str(path):
                continue
            name = str(path.relative_to(EXPECTED))
            with self.subTest(name=name):
                status, headers, body = self.server.request("GET", "/" + name)
                self.assertEqual(200, status)
                self.assertEqual("no-store", headers["Cache-Control"])
                text, added = SCRIPT.subn("", body.decode())
                self.assertEqual(path.read_text(encoding="utf-8"), text)
                self.assertEqual(1 if name.endswith(".html") else 0, added)

    def test_content_types(self):
        for target, expected in (("/", "text/html; charset=utf-8"), ("/manifest.json", "application/json"), ("/search/sv/head.js", "text/javascript; charset=utf-8"),
                                 ("/moten/traff-1/v%C3%A4v%20bild.svg", "image/svg+xml"), ("/_vav/live.js", "text/javascript; charset=utf-8"), ("/_vav/live.css", "text/css; charset=utf-8")):
            with self.subTest(target=target):
                status, headers, _ = self.server.request("GET", target)
                self.assertEqual((200, expected), (status, headers["Content-Type"]))

    def test_a_file_that_a_page_names(self):
        self.assertIn('width="20"', self.server.text("/moten/traff-1/v%C3%A4v%20bild.svg"))

    def test_folders(self):
        self.assertEqual(self.server.text("/moten/index.html"), self.server.text("/moten/"))
        status, headers, _ = self.server.request("GET", "/moten/traff-1?a=b")
        self.assertEqual((302, "/moten/traff-1/?a=b"), (status, headers["Location"]))

    def test_head(self):
        _, headers, body = self.server.request("GET", "/moten/")
        status, head, nothing = self.server.request("HEAD", "/moten/")
        self.assertEqual((200, b""), (status, nothing))
        self.assertEqual(headers["Content-Length"], head["Content-Length"])
        self.assertEqual(str(len(body)), head["Content-Length"])
        self.assertEqual(404, self.server.request("HEAD", "/x")[0])

    def test_nothing_is_compressed_or_cut(self):
        status, headers, body = self.server.request("GET", "/", {"Accept-Encoding": "gzip, deflate, br", "Range": "bytes=10-20"})
        self.assertEqual((200, None, None), (status, headers["Content-Encoding"], headers["Content-Range"]))
        self.assertIn(b"</html>", body)

    def test_404(self):
        for target in ("/finns-inte", "/moten/finns-inte/", "/assets/", "/index.html/"):
            status, text = self.server.get(target)
            self.assertEqual(404, status, target)
            self.assertIn("<h1>Sidan finns inte</h1>", text)
        # Its links lead where they should also from below.
        self.assertIn('<base href="/">', self.server.text("/moten/finns-inte/"))

    def test_nothing_outside_the_tree(self):
        marker = self.server.folder / "secret"
        marker.write_text("hemligt", encoding="utf-8")
        up = len(marker.parts) * "../"
        ways = ["/../secret", "/../../secret", "/moten/../../secret", f"/{up}{marker}", f"//{marker}", f"/{marker}", str(marker), f"file://{marker}", f"http://127.0.0.1/{marker}"]
        ways += [way.replace("..", "%2e%2e") for way in ways] + [way.replace("../", "..%2f") for way in ways] + [way.replace("../", "%2E%2e%5c") for way in ways]
        ways += [way + "%00" for way in ways] + ["/secret%00.html", "/%00", "/content/vav.yaml", "/vav.yaml", "/moten/traff-1.md", "/theme/theme.yaml"]
        for way in ways:
            with self.subTest(way=way):
                status, _, body = self.server.request("GET", way, {"Host": f"127.0.0.1:{self.server.port}"})
                self.assertIn(status, (400, 404))
                self.assertNotIn(b"hemligt", body)
                self.assertNotIn(b"title:", body)

    def test_other_hosts(self):
        port = self.server.port
        for host in ("evil.example", f"evil.example:{port}", "localhost", f"localhost:{port + 1}", f"127.0.0.1.evil.example:{port}", f"[::1]:{port}", ""):
            for target in ("/", "/_vav/events?page=/", "/finns-inte"):
                with self.subTest(host=host, target=target):
                    status, headers, body = self.server.request("GET", target, {"Host": host})
                    self.assertEqual(403, status)
                    self.assertNotIn(b"<html", body)
                    self.assertEqual("no-store", headers["Cache-Control"])
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
            self.assertEqual(200, self.server.request("GET", "/", {"Host": host})[0])

    def test_no_host_and_two_hosts(self):
        for lines in (b"", b"Host: localhost:%d\r\nHost: evil.example\r\n" % self.server.port):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=PATIENCE) as raw:
                raw.sendall(b"GET / HTTP/1.1\r\n" + lines + b"\r\n")
                self.assertTrue(raw.makefile("rb").readline().startswith(b"HTTP/1.1 403"))

    def test_events_are_for_our_own_pages(self):
        with Events(self.server.port, headers={"Origin": "http://evil.example"}) as events:
            self.assertEqual(403, events.answer.status)
        with Events(self.server.port, headers={"Origin": self.server.address.rstrip("/")}) as events:
            self.assertEqual("text/event-stream", events.answer.headers["Content-Type"])
            self.assertEqual({"tree": True, "stale": False, "language": "en", "findings": []}, {k: v for k, v in events.next().items() if k != "mark"})

    def test_methods(self):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            with self.subTest(method=method):
                status, headers, _ = self.server.request(method, "/", body=b"x=1")
                self.assertEqual((405, "GET, HEAD"), (status, headers["Allow"]))
        self.assertIn(self.server.request("BREW", "/")[0], (400, 405, 501))

    def test_only_this_machine(self):
        with open("/proc/net/tcp", encoding="ascii") as sockets:
            ours = [line.split()[1] for line in sockets if line.split()[1].endswith(f":{self.server.port:04X}") and line.split()[3] == "0A"]
        self.assertEqual([f"0100007F:{self.server.port:04X}"], ours)

    def test_forty_streams_and_the_pages_still_answer(self):
        streams = [self.server.events() for _ in range(40)]
        try:
            for events in streams[8:]:
                self.assertIsNotNone(events.next())
            for target in ("/", "/moten/", "/aktorer/", "/_vav/live.js") * 10:
                self.assertEqual(200, self.server.get(target)[0])
            # The oldest gave way.
            for events in streams[:8]:
                while events.next() is not None:
                    pass
        finally:
            for events in streams:
                events.close()

    def test_a_taken_port(self):
        run = subprocess.run([VAV, "serve", self.server.content, "--port", str(self.server.port)], capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual((3, ""), (run.returncode, run.stdout))
        self.assertIn(f"port {self.server.port} ", run.stderr)
        self.assertIn("taken", run.stderr)
        self.assertIn("--port", run.stderr)

    def test_wrong_arguments(self):
        for port in ("-1", "65536", "x"):
            run = subprocess.run([VAV, "serve", self.server.content, "--port", port], capture_output=True, text=True, timeout=PATIENCE, check=False)
            self.assertEqual(2, run.returncode, port)
        run = subprocess.run([VAV, "serve", self.server.folder / "finns inte", "--port", "0"], capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual((3, ""), (run.returncode, run.stdout))
        self.assertIn("finns inte", run.stderr)


class Policy(unittest.TestCase):
    """The theme that comes with vav has a policy; on its way to the browser our script is let in, and nothing else."""

    def test_of_every_sort_of_page(self):
        server = Server(theme=None)
        self.addCleanup(server.close)
        built = server.folder / "built"
        run = vav("build", server.content, "--out", built, "--today", "2026-01-15")
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        policy = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
        for name in ("index.html", "404.html", "moten/index.html", "moten/traff-1/index.html", "sok/index.html"):
            before = (built / name).read_text(encoding="utf-8")
            after = server.text("/" + name)
            self.assertIn("default-src 'none'", policy.search(before)[0])
            self.assertNotIn("connect-src", policy.search(before)[0])
            self.assertEqual(policy.search(before)[0] + "; connect-src 'self'", policy.search(after)[0])
            self.assertEqual(policy.sub("", before), policy.sub("", SCRIPT.sub("", after)))
        self.assertIn("base-uri 'self'", policy.search(server.text("/finns/inte"))[0])


class End(unittest.TestCase):
    def test_signals_end_it_at_once_and_nothing_was_written(self):
        for which in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=which.name):
                server = Server()
                self.addCleanup(server.close)
                before = tree(server.content)
                streams = [server.events() for _ in range(5)]
                for events in streams:
                    events.next()
                # A connection that never says anything must not hold it up either.
                with socket.create_connection(("127.0.0.1", server.port)):
                    status, seconds = server.stop(which)
                self.assertEqual(0, status)
                self.assertLess(seconds, 5)
                self.assertEqual("", server.errors)
                self.assertEqual(before, tree(server.content))
                self.assertEqual([], list(server.cwd.iterdir()))
                for events in streams:
                    self.assertIsNone(events.next())
                    events.close()


if __name__ == "__main__":
    unittest.main()
