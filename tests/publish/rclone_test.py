"""publish.sh against rclone's own servers: what is sent, in which order, and what is not sent again."""
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from properties.program import ROOT, tree, vav

PUBLISH = ROOT / ".ci/publish.sh"
HARD = ROOT / "tests/browser/hard/content"
WRITTEN = re.compile(r"DEBUG : (\S+): Open: flags=O_(?:WRONLY|RDWR)|DEBUG : (\S+): Remove: *$", re.MULTILINE)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def order_faults(steps):
    """steps: ("send" or "remove", path). Every page goes up after all that pages need, nothing is removed before a page has come, the list comes last."""
    def is_page(path):
        return path.endswith(".html") or path.endswith("/head.js")
    sent = [path for deed, path in steps if deed == "send"]
    last_file = max((i for i, path in enumerate(sent) if not is_page(path) and path != "SHA256SUMS"), default=-1)
    yield from (f"{path} comes before what it may need" for path in sent[:last_file] if is_page(path))
    removed = [i for i, (deed, _) in enumerate(steps) if deed == "remove"]
    if removed:
        yield from (f"{path} comes after something was removed" for deed, path in steps[removed[0]:] if deed == "send" and path != "SHA256SUMS")
    if steps and steps[-1] != ("send", "SHA256SUMS"):
        yield "SHA256SUMS is not the last"


class Server:
    """rclone serve KIND over a folder, with all that it is asked for in a log."""

    def __init__(self, kind, folder):
        self.kind, self.folder, self.log = kind, Path(folder, "www"), Path(folder, "log")
        self.seen = 0
        self.folder.mkdir()
        self.port = free_port()
        login = ["--user", "vav", "--pass", "hemligt"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(["rclone", "serve", kind, self.folder, "--addr", f"127.0.0.1:{self.port}", "-vv", "--dir-cache-time", "0", *login], stdout=log, stderr=log)
        secret = subprocess.run(["rclone", "obscure", "hemligt"], capture_output=True, text=True, check=True).stdout.strip()
        address = f"url='http://127.0.0.1:{self.port}'" if kind == "webdav" else f"host=127.0.0.1,port={self.port}"
        self.target = f":{kind},{address},user=vav,pass={secret}:"
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError(self.log.read_text())

    def steps(self):
        """What was written and removed since the last time."""
        text = self.log.read_text()
        told, self.seen = text[self.seen:], len(text)
        return [("send", written) if written else ("remove", removed) for written, removed in WRITTEN.findall(told)]

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Published:
    kind = ""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.content = self.folder / "innehåll"
        shutil.copytree(HARD, self.content)
        (self.content / "moten/borta.md").write_text("---\ntitle: Ett möte\ndate: 2025-02-04\nsummary: Ett möte till.\npublished: 2026-01-10\n---\n\nInget.\n", encoding="utf-8")
        self.site = self.folder / "site"
        self.weave()
        self.server = Server(self.kind, self.folder)
        self.addCleanup(self.server.stop)

    def weave(self):
        run = vav("build", self.content, "--out", self.site, "--today", "2026-01-15")
        self.assertEqual(0, run.returncode, run.stderr)

    def publish(self, *arguments, status=0, target=None, site=None):
        run = subprocess.run([PUBLISH, site or self.site, target or self.server.target + "kunskapsbas", *arguments], capture_output=True, text=True, check=False,
                             env={**os.environ, "RCLONE_CONFIG": "/dev/null"})
        self.assertEqual(status, run.returncode, run.stdout + run.stderr)
        return run.stdout.splitlines()[-1] if run.stdout else run.stderr

    def steps(self):
        return [(deed, path.removeprefix("kunskapsbas/")) for deed, path in self.server.steps()]

    def published(self):
        return tree(self.server.folder / "kunskapsbas")

    def test_all_of_it(self):
        said = self.publish()
        self.assertIn(f": {len(tree(self.site)) - 1} files sent, 0 unchanged, 0 removed", said)
        self.assertEqual(tree(self.site), self.published())
        steps = self.steps()
        self.assertEqual(sorted(tree(self.site)), sorted(path for _, path in steps))
        self.assertEqual([], list(order_faults(steps)))

        # Nothing has changed: nothing is sent.
        said = self.publish()
        self.assertIn(": 0 files sent", said)
        self.assertEqual([], self.steps())

        # One page more words: few files go.
        before = tree(self.site)
        page = self.content / "moten/nytt.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nEtt stycke till.\n", encoding="utf-8")
        self.weave()
        changed = {path for path, digest in tree(self.site).items() if before.get(path) != digest}
        gone = set(before) - set(tree(self.site))
        self.publish("--dry-run")
        self.assertEqual([], self.steps())
        self.publish()
        steps = self.steps()
        self.assertEqual(changed, {path for deed, path in steps if deed == "send"})
        self.assertEqual(gone, {path for deed, path in steps if deed == "remove"})
        self.assertLess(len(changed), len(before) * 0.7)
        self.assertEqual([], list(order_faults(steps)))

        # A page that is gone is removed, after all else, and what others put there stays.
        foreign = self.server.folder / "kunskapsbas/någon-annans.txt"
        foreign.write_text("Hej", encoding="utf-8")
        (self.content / "moten/borta.md").unlink()
        self.weave()
        self.publish()
        steps = self.steps()
        self.assertIn(("remove", "moten/borta/index.html"), steps)
        self.assertEqual([], list(order_faults(steps)))
        self.assertEqual("Hej", foreign.read_text(encoding="utf-8"))
        foreign.unlink()
        self.assertEqual(tree(self.site), self.published())
        self.assertFalse((self.server.folder / "kunskapsbas/moten/borta").exists())

        # Somebody has changed a file there: --everything puts it right.
        (self.server.folder / "kunskapsbas/index.html").write_text("spoilt", encoding="utf-8")
        self.publish("--everything")
        self.assertEqual(tree(self.site), self.published())

    def test_one_that_was_cut_off_is_done_over(self):
        self.publish()
        (self.server.folder / "kunskapsbas/SHA256SUMS").unlink()
        (self.server.folder / "kunskapsbas/index.html").unlink()
        self.publish()
        self.assertEqual(tree(self.site), self.published())

    def test_refusals(self):
        self.publish(status=3, site=self.content)
        self.server.stop()
        self.assertIn("does not answer", self.publish("--dry-run", status=3))


class WebDav(Published, unittest.TestCase):
    kind = "webdav"


class Sftp(Published, unittest.TestCase):
    kind = "sftp"


class Folder(unittest.TestCase):
    def test_a_folder_is_a_target_too(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder, "site")
            self.assertEqual(0, vav("build", HARD, "--out", site, "--today", "2026-01-15").returncode)
            target = Path(folder, "en mapp å")
            subprocess.run([PUBLISH, site, target], check=True, capture_output=True)
            self.assertEqual(tree(site), tree(target))

    def test_wrong_arguments(self):
        for arguments in ([], ["a"], ["a", "b", "c"], ["a", "b", "--no"]):
            self.assertEqual(2, subprocess.run([PUBLISH, *arguments], capture_output=True, check=False).returncode)


class RedTwin(unittest.TestCase):
    def test_every_wrong_order_is_seen(self):
        good = [("send", "assets/site.css"), ("send", "index.html"), ("remove", "gammal.html"), ("send", "SHA256SUMS")]
        self.assertEqual([], list(order_faults(good)))
        for steps in ([good[1], good[0], *good[2:]], [good[2], *good[:2], good[3]], [*good[:2], good[3], good[2]]):
            self.assertNotEqual([], list(order_faults(steps)), steps)


if __name__ == "__main__":
    unittest.main()
