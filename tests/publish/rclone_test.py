"""publish.sh against rclone's own servers: what is sent, in which order, and what is not sent again."""
import hashlib
import itertools
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


JOURNAL = "SHA256SUMS.pending"


def order_faults(steps):
    """steps: ("send" or "remove", path). The journal is there while anything happens. Every page goes up after all that pages need, nothing is
    removed before a page has come, the list comes last."""
    def is_page(path):
        return path.endswith(".html") or path.endswith("/head.js")
    if steps[:1] != [("send", JOURNAL)]:
        yield "the journal is not the first"
    if steps[-1:] != [("remove", JOURNAL)]:
        yield "the journal does not go as the last"
    if [path for _, path in steps].count(JOURNAL) != 2:
        yield "the journal comes or goes more than once"
    steps = [step for step in steps if step[1] != JOURNAL]
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


FAILING = """#!/bin/sh
case "$1" in {deed}*) ;; *) exec {rclone} "$@" ;; esac
n=$(($(cat {count}) + 1))
echo $n >{count}
[ $n = {nth} ] || exec {rclone} "$@"
list=
for argument in "$@"; do
  case "$list" in --files-from-raw) list=$argument ;; esac
  if [ "$argument" = --files-from-raw ]; then list=$argument; fi
done
if [ -n "{half}" ] && [ -n "$list" ]; then
  head -n $((($(wc -l <"$list") + 1) / 2)) "$list" >{count}.half && mv {count}.half "$list"
  {rclone} "$@"
fi
exit 1
"""


class Failing:
    """An rclone whose nth copy or delete fails, and does nothing of it, or the first half of its files."""

    def __init__(self, folder, deed, nth, half):
        place = Path(tempfile.mkdtemp(prefix="rclone-", dir=folder))
        self.nth, self.count = nth, place / "count"
        self.count.write_text("0", encoding="utf-8")
        program = place / "rclone"
        program.write_text(FAILING.format(deed=deed, rclone=shutil.which("rclone"), count=self.count, nth=nth, half="1" if half else ""), encoding="utf-8")
        program.chmod(0o755)
        self.environment = {"PATH": f"{place}:{os.environ['PATH']}"}

    def has_failed(self):
        return int(self.count.read_text(encoding="utf-8")) >= self.nth


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

    def publish(self, *arguments, status=0, target=None, site=None, environment=None):
        run = subprocess.run([PUBLISH, site or self.site, target or self.server.target + "kunskapsbas", *arguments], capture_output=True, text=True, check=False,
                             env={**os.environ, "RCLONE_CONFIG": "/dev/null", **(environment or {})})
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
        self.assertEqual(sorted([*tree(self.site), JOURNAL, JOURNAL]), sorted(path for _, path in steps))
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
        self.assertEqual(changed | {JOURNAL}, {path for deed, path in steps if deed == "send"})
        self.assertEqual(gone | {JOURNAL}, {path for deed, path in steps if deed == "remove"})
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

    def test_one_that_was_cut_off_and_then_taken_back_leaves_nothing_of_it(self):
        self.publish()
        first = self.folder / "first"
        shutil.copytree(self.site, first)
        secret = "Det som dras tillbaka"
        (self.content / "moten/nytt.md").write_text("---\ntitle: Nytt\ndate: 2025-02-04\nsummary: Nytt.\npublished: 2026-01-10\n---\n\n" + secret + ".\n", encoding="utf-8")
        (self.content / "moten/till.md").write_text("---\ntitle: Till\ndate: 2025-02-04\nsummary: Till.\npublished: 2026-01-10\n---\n\n" + secret + ".\n", encoding="utf-8")
        (self.content / "moten/borta.md").unlink()
        self.weave()
        for deed in ("copy", "delete"):
            for half in (False, True):
                with self.subTest(deed=deed, half=half):
                    # The third copy is of files that pages need or of the pages themselves; the first removal is of pages.
                    failing = Failing(self.folder, deed, 3 if deed == "copy" else 1, half)
                    self.publish(status=1, environment=failing.environment)
                    self.assertTrue(failing.has_failed())
                    self.assertNotEqual(tree(first), self.published())
                    self.publish(site=first)
                    self.assertEqual(tree(first), self.published())
                    self.assertFalse([path for path in (self.server.folder / "kunskapsbas").rglob("*") if path.is_file() and secret.encode() in path.read_bytes()])

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
        for arguments in ([], ["a"], ["a", "b", "c"], ["a", "b", "--no"], ["a", "b", "--content"]):
            self.assertEqual(2, subprocess.run([PUBLISH, *arguments], capture_output=True, check=False).returncode)


class CutOff(unittest.TestCase):
    """Publishing that is cut off at any step, and what any next one makes of it. Small made-up sites in a folder, so that every step can be tried."""

    EDITIONS = {
        "first": {"index.html": "1", "a/index.html": "a", "gone/index.html": "g", "data.json": "d", "same.txt": "s", "assets/site.11111111.css": "c"},
        "second": {"index.html": "2", "a/index.html": "secret", "new/index.html": "secret", "data.json": "e", "same.txt": "s", "assets/site.22222222.css": "c2"},
        "third": {"index.html": "3", "third/index.html": "t", "data.json": "d", "same.txt": "s", "assets/site.11111111.css": "c"},
    }

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)
        for name, files in self.EDITIONS.items():
            for path, text in files.items():
                (self.folder / name / path).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name / path).write_text(text, encoding="utf-8")
            sums = "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {path}\n" for path, text in sorted(files.items()))
            (self.folder / name / "SHA256SUMS").write_text(sums, encoding="utf-8")
        self.target = self.folder / "www"

    def publish(self, name, *arguments, environment=None):
        return subprocess.run([PUBLISH, self.folder / name, self.target, *arguments], capture_output=True, text=True, check=False,
                              env={**os.environ, "RCLONE_CONFIG": "/dev/null", **(environment or {})})

    def start(self):
        shutil.rmtree(self.target, ignore_errors=True)
        shutil.copytree(self.folder / "first", self.target)
        (self.target / "foreign.txt").write_text("mine", encoding="utf-8")

    def assert_published(self, name):
        self.assertEqual({**tree(self.folder / name), "foreign.txt": hashlib.sha256(b"mine").hexdigest()}, tree(self.target))

    def cut(self, name, deed, nth, half, *arguments):
        """Whether that step was there to be cut off."""
        failing = Failing(self.folder, deed, nth, half)
        run = self.publish(name, *arguments, environment=failing.environment)
        self.assertEqual(failing.has_failed(), run.returncode != 0, run.stderr)
        return failing.has_failed()

    def test_every_step_and_every_next_edition(self):
        cuts = 0
        for deed in ("copy", "delete"):
            for nth in itertools.count(1):
                self.start()
                if not self.cut("second", deed, nth, True):
                    self.assert_published("second")
                    break
                cuts += 1
                cut = self.folder / "cut"
                shutil.copytree(self.target, cut)
                for after in self.EDITIONS:
                    shutil.rmtree(self.target)
                    shutil.copytree(cut, self.target)
                    run = self.publish(after)
                    self.assertEqual(0, run.returncode, run.stderr)
                    with self.subTest(deed=deed, nth=nth, after=after):
                        self.assert_published(after)
                shutil.rmtree(cut)
        # Journal, for ever, files, pages, list; pages that have gone, files that have gone, journal.
        self.assertEqual(5 + 3, cuts)

    def test_two_that_were_cut_off(self):
        for first, second in ((2, 2), (4, 1), (4, 3), (5, 5)):
            self.start()
            self.assertTrue(self.cut("second", "copy", first, True))
            self.assertTrue(self.cut("third", "copy", second, True))
            self.assertEqual(0, self.publish("first").returncode)
            with self.subTest(first=first, second=second):
                self.assert_published("first")

    def test_a_journal_that_was_cut_off_itself(self):
        self.start()
        self.cut("second", "copy", 4, False)
        shutil.copytree(self.target, self.folder / "cut")
        journal = (self.target / JOURNAL).read_bytes()
        for length in (0, 70, journal.index(b"\n") + 1, len(journal) - 1):
            shutil.rmtree(self.target)
            shutil.copytree(self.folder / "cut", self.target)
            (self.target / JOURNAL).write_bytes(journal[:length])
            run = self.publish("first")
            self.assertEqual(0, run.returncode, run.stderr)
            self.assertIn(" 0 unchanged", run.stdout)
            self.assertFalse((self.target / JOURNAL).exists())
            self.assertEqual({}, {path: digest for path, digest in tree(self.folder / "first").items() if tree(self.target).get(path) != digest})

    def test_only_what_bears_a_fingerprint_is_sent_to_be_kept_for_ever(self):
        files = {"index.html": False, "a/protokoll.20250508.pdf": False, "a/x-012345678901.js": False, "search/sv/head.js": False, "data.json": False,
                 "assets/site.0123abcd.css": True, "assets/lunr.LICENSE.0123abcd.txt": True, "search/sv/parts/x-0123456789ab.js": True}
        site = self.folder / "site"
        for path in files:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(path, encoding="utf-8")
        (site / "SHA256SUMS").write_text("".join(f"{hashlib.sha256(path.encode()).hexdigest()}  {path}\n" for path in files), encoding="utf-8")
        program = self.folder / "bin/rclone"
        program.parent.mkdir()
        # Tells, of each file to be copied, what is to be said of it.
        program.write_text(f"""#!/bin/sh
if [ "$1" = copy ]; then while read -r path; do echo "$path|$9" >>{self.folder}/told; done <"$5"; fi
exec {shutil.which("rclone")} "$@"
""", encoding="utf-8")
        program.chmod(0o755)
        run = self.publish("site", environment={"PATH": f"{program.parent}:{os.environ['PATH']}"})
        self.assertEqual(0, run.returncode, run.stderr)
        told = dict(line.split("|") for line in (self.folder / "told").read_text(encoding="utf-8").splitlines())
        self.assertEqual({path: "Cache-Control: public, max-age=31536000, immutable" if kept else "Cache-Control: no-cache" for path, kept in {**files, "SHA256SUMS": False}.items()}, told)

    def test_a_dry_run_leaves_no_journal(self):
        self.start()
        before = tree(self.target)
        self.assertEqual(0, self.publish("second", "--dry-run").returncode)
        self.assertEqual(before, tree(self.target))

    def test_one_that_is_not_finished_is_seen_by_verify(self):
        shutil.rmtree(self.folder / "first")
        self.assertEqual(0, vav("build", HARD, "--out", self.folder / "first", "--today", "2026-01-15").returncode)
        self.assertEqual(0, self.publish("first").returncode)
        run = vav("verify", self.target)
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertTrue(self.cut("first", "copy", 3, False, "--everything"))
        run = vav("verify", self.target)
        self.assertEqual(1, run.returncode)
        self.assertIn(JOURNAL, run.stderr)


class RedTwin(unittest.TestCase):
    def test_every_wrong_order_is_seen(self):
        good = [("send", "assets/site.css"), ("send", "index.html"), ("remove", "gammal.html"), ("send", "SHA256SUMS")]
        begin, end = ("send", JOURNAL), ("remove", JOURNAL)
        self.assertEqual([], list(order_faults([begin, *good, end])))
        for steps in ([good[1], good[0], *good[2:]], [good[2], *good[:2], good[3]], [*good[:2], good[3], good[2]]):
            self.assertNotEqual([], list(order_faults([begin, *steps, end])), steps)
        for steps in (good, [*good, end], [begin, *good], [good[0], begin, *good[1:], end], [begin, *good[:3], end, good[3]], [begin, good[0], begin, *good[1:], end]):
            self.assertNotEqual([], list(order_faults(steps)), steps)


if __name__ == "__main__":
    unittest.main()
