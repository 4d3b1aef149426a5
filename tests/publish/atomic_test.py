"""The site is the old one or the new one, whole, whatever happens: a kill at any step, a full disk, a folder that cannot be written, readers who look on."""
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

from properties.program import ROOT, VAV, build, tree, vav
from publish.places import AS_EVERYONE_ELSE, mounted, overlay

HARD = ROOT / "tests/browser/hard/content"
TODAY = "2026-01-15"
# What changes a disk, and what tells people of it.
CHANGING = ("link", "rename", "renameat2", "mkdir", "unlink", "unlinkat", "rmdir", "write")


def weave(content, out, *arguments, before=(), **how):
    return subprocess.run([*map(str, before), VAV, "build", str(content), "--out", str(out), "--today", TODAY, *map(str, arguments)],
                          capture_output=True, text=True, check=False, timeout=300, env={**os.environ, "NO_COLOR": "1"}, **how)


def sums_faults(folder, handle=None):
    """What SHA256SUMS of the folder says wrongly, read through one handle of the folder."""
    own = handle is None
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY) if own else handle

    def read(name):
        with open(os.open(name, os.O_RDONLY, dir_fd=handle), "rb") as file:
            return file.read()
    try:
        for line in read("SHA256SUMS").decode().splitlines():
            digest, name = line.split("  ", 1)
            try:
                if hashlib.sha256(read(name)).hexdigest() != digest:
                    yield f"{name} is another file"
            except FileNotFoundError:
                yield f"{name} is missing"
    except FileNotFoundError:
        yield "SHA256SUMS is missing"
    finally:
        if own:
            os.close(handle)


class Sites(unittest.TestCase):
    """Two editions of a site, of which one page is the same, one changed, one gone, one new."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.old_content = self.folder / "gammal"
        self.new_content = self.folder / "ny"
        shutil.copytree(HARD, self.old_content)
        shutil.copytree(HARD, self.new_content)
        # Pages that lead to no other, so that no other changes with them.
        extra = "---\ntitle: Ett möte\ndate: 2025-02-04\nsummary: Ett möte till.\npublished: 2026-01-10\n---\n\n## Vad som sades\n\nInget nytt.\n"
        (self.old_content / "moten/borta.md").write_text(extra, encoding="utf-8")
        (self.new_content / "moten/ankommen.md").write_text(extra, encoding="utf-8")
        changed = self.new_content / "moten/nytt.md"
        changed.write_text(changed.read_text(encoding="utf-8") + "\nEtt stycke till.\n", encoding="utf-8")
        self.old = self.edition(self.old_content)
        self.new = self.edition(self.new_content)
        self.assertNotEqual(self.old, self.new)
        self.parent = self.folder / "www"
        self.out = self.parent / "site"

    def edition(self, content):
        out = self.folder / (content.name + "-utgåva")
        run = weave(content, out)
        self.assertEqual(0, run.returncode, run.stderr)
        return tree(out)

    def put_old(self, out=None):
        run = weave(self.old_content, out or self.out)
        self.assertEqual(0, run.returncode, run.stderr)

    def assert_old(self, run, *parts, out=None):
        self.assertEqual(3, run.returncode, run.stdout + run.stderr)
        for part in parts:
            self.assertIn(part, run.stderr)
        self.assertEqual(self.old, tree(out or self.out))
        self.assertEqual([], list(sums_faults(out or self.out)))


class Killed(Sites):
    def kill_at_every_step(self, check):
        """At each call of each sort; strace counts the calls of a sort by itself."""
        killed = {}
        for call in CHANGING:
            for step in range(1, 1000):
                self.put_old()
                run = weave(self.new_content, self.out, "--jobs", "1", before=["strace", "-f", "-qq", "-o", self.folder / "trace", "-e", f"trace={call}",
                                                                               "-e", f"inject={call}:signal=KILL:when={step}"])
                with self.subTest(call=call, step=step):
                    check(run)
                    # The next run gets along with what is there.
                    after = weave(self.new_content, self.out)
                    self.assertEqual(0, after.returncode, after.stderr)
                    self.assertEqual(self.new, tree(self.out))
                    self.assertEqual(["site"], os.listdir(self.parent))
                if run.returncode == 0:
                    break
                self.assertNotEqual(3, run.returncode, run.stderr)
                killed[call] = step
        self.assertGreater(sum(killed.values()), 30, killed)
        return killed

    def test_the_old_site_or_the_new_one_stands(self):
        killed = self.kill_at_every_step(lambda run: self.assertIn(tree(self.out), (self.old, self.new)))
        self.assertEqual(1, killed["renameat2"])

    def test_on_a_mount_point_every_page_has_what_it_needs(self):
        """There the files are replaced one by one: no page stands there before what it needs and leads to, and none is half."""
        def check(_):
            found = {name: digest for name, digest in tree(self.out).items() if not name.startswith(".vav-new/")}
            self.assertEqual([], [name for name, digest in found.items() if digest not in (self.old.get(name), self.new.get(name))])
            for name in found:
                if name.endswith(".html"):
                    page = Path(self.out, name)
                    for address in re.findall(r'<(?:script|link)[^>]* (?:src|href)="([^"#?:]+)"', page.read_text(encoding="utf-8")):
                        self.assertTrue(Path(page.parent, address).is_file(), f"{name} needs {address}")
                # What says where the parts of the search lie names none that is not there yet.
                if name.endswith("/head.js"):
                    parts = re.findall(r"\b[a-z]-[0-9a-f]{12}\b", Path(self.out, name).read_text(encoding="utf-8"))
                    self.assertGreater(len(parts), 3)
                    self.assertEqual([], [part for part in parts if not Path(self.out, name).parent.joinpath("parts", part + ".js").is_file()])
            # No page that stays or changes leads to one that has not come yet, or is gone.
            for name in set(found) & set(self.old) & set(self.new):
                if name.endswith(".html"):
                    links = re.findall(r'<a [^>]*href="([^"#?:]+\.html)', Path(self.out, name).read_text(encoding="utf-8"))
                    self.assertEqual([], [link for link in links if not Path(self.out, name).parent.joinpath(link).is_file()], name)
        self.parent.mkdir()
        with mounted("tmpfs", self.out):
            killed = self.kill_at_every_step(check)
        self.assertGreater(killed["rename"], 10)

    def test_killed_at_some_time_or_other(self):
        self.put_old()
        for number in range(15):
            process = subprocess.Popen([VAV, "build", self.new_content if number % 2 else self.old_content, "--out", self.out, "--today", TODAY],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(0.01 * number)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.assertIn(tree(self.out), (self.old, self.new))


class NoRoom(Sites):
    def test_a_full_disk_leaves_the_old_site(self):
        needed = sum(path.stat().st_size + 4096 for path in (self.folder / "gammal-utgåva").rglob("*"))
        other = self.folder / "annan"
        shutil.copytree(self.old_content, other)
        config = other / "vav.yaml"
        config.write_text(re.sub(r"^  title: .*$", "  title: Något helt annat", config.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
        for page in range(60):
            (other / f"moten/mote-{page}.md").write_text((HARD / "moten/nytt.md").read_text(encoding="utf-8"), encoding="utf-8")
        for mount_point in (self.parent, self.out):
            with self.subTest(mount_point=mount_point.name), mounted("tmpfs", mount_point, f"size={needed + 100_000}"):
                self.put_old()
                beside = os.listdir(mount_point)
                self.assert_old(weave(other, self.out), "No space left on device", "hint: the disk is full")
                self.assertEqual(beside, os.listdir(mount_point))

    def test_a_disk_that_is_read_only(self):
        self.put_old()
        with mounted("bind", self.parent, source=self.parent):
            subprocess.run(["mount", "-o", "remount,ro,bind", self.parent], check=True)
            self.assert_old(weave(self.new_content, self.out), "Read-only file system", "hint: the file system is read-only")

    def test_a_folder_that_may_not_be_written(self):
        self.put_old()
        folders = [self.parent, self.out, *(path for path in self.out.rglob("*") if path.is_dir())]
        for folder in folders:
            folder.chmod(0o555)
        try:
            self.assert_old(weave(self.new_content, self.out, before=AS_EVERYONE_ELSE), "Permission denied", "hint: check who owns")
        finally:
            for folder in folders:
                folder.chmod(0o755)

    def test_a_parent_that_may_not_be_written_is_told_of(self):
        self.put_old()
        self.parent.chmod(0o555)
        try:
            run = weave(self.new_content, self.out, before=AS_EVERYONE_ELSE)
            self.assertEqual((0, ""), (run.returncode, run.stderr))
            self.assertRegex(run.stdout, "one by one, since the folder could not be swapped in one step: cannot make folder .*: Permission denied")
            self.assertEqual(self.new, tree(self.out))
        finally:
            self.parent.chmod(0o755)


class Readers(Sites):
    """Someone reads the folder all the time while it is built 50 times."""

    def read_while_building(self, out):
        builds_are_done = threading.Event()
        faults, whole, overtaken = [], [], []

        def read():
            while not builds_are_done.is_set():
                handle = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
                try:
                    found = list(sums_faults(out, handle))
                    # A reader who holds a folder that is no longer the site has an old one in hand, which goes away; the next reader has the new one.
                    if found and not os.path.samestat(os.fstat(handle), os.stat(out)):
                        overtaken.append(found)
                        found = [one for one in found if "missing" not in one]
                    else:
                        whole.append(out)
                    faults.extend(found)
                finally:
                    os.close(handle)
        reader = threading.Thread(target=read)
        self.put_old(out)
        reader.start()
        try:
            for number in range(50):
                run = weave(self.new_content if number % 2 == 0 else self.old_content, out)
                self.assertEqual(0, run.returncode, run.stderr)
        finally:
            builds_are_done.set()
            reader.join()
        self.assertEqual([], faults)
        self.assertGreater(len(whole), 50)
        self.assertGreater(len(whole), len(overtaken))

    def test_a_folder(self):
        self.read_while_building(self.out)

    def test_a_link_to_a_folder(self):
        self.parent.mkdir()
        (self.parent / "data").mkdir()
        self.out.symlink_to("data")
        self.read_while_building(self.out)
        self.assertTrue(self.out.is_symlink())

    def test_red_twin_a_copy_over_the_site(self):
        """What a mere copy of files does: a reader sees half of each."""
        self.put_old()
        shutil.copy(self.folder / "ny-utgåva/moten/nytt/index.html", self.out / "moten/nytt/index.html")
        (self.out / "index.html").unlink()
        self.assertEqual({"index.html is missing", "moten/nytt/index.html is another file"}, set(sums_faults(self.out)))


class Ways(Sites):
    """Each way in which a site can come to its place, for real, and what is said of it."""

    def assert_replaced(self, out, said):
        self.put_old(out)
        times = {path.relative_to(out): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
        run = weave(self.new_content, out, "--explain")
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertEqual(self.new, tree(out))
        self.assertEqual([], list(sums_faults(out)))
        if said is None:
            self.assertNotIn("one by one", run.stdout)
        else:
            self.assertRegex(run.stdout, f"one by one, since the folder could not be swapped in one step: .*{said}")
        self.assertIn("changed: moten/nytt/index.html", run.stdout)
        self.assertIn("new: moten/ankommen/index.html", run.stdout)
        self.assertIn("unchanged: moten/gammalt/index.html", run.stdout)
        self.assertIn("removed: moten/borta/index.html", run.stdout)
        same = [path for path in times if self.old[str(path)] == self.new.get(str(path))]
        self.assertGreater(len(same), 5)
        self.assertEqual([], [str(path) for path in same if (out / path).stat().st_mtime_ns != times[path]])

    def test_swapped(self):
        self.assert_replaced(self.out, None)

    def test_a_link(self):
        (self.parent / "data").mkdir(parents=True)
        self.out.symlink_to("data")
        self.assert_replaced(self.out, None)
        self.assertTrue(self.out.is_symlink())

    def test_a_link_to_another_disk(self):
        self.parent.mkdir()
        with mounted("tmpfs", self.folder / "disk") as disk:
            (disk / "data").mkdir()
            self.out.symlink_to(disk / "data")
            self.assert_replaced(self.out, None)
            self.assertEqual(["data"], os.listdir(disk))
            self.out.unlink()

    def test_a_disk_of_its_own(self):
        with mounted("tmpfs", self.out):
            self.assert_replaced(self.out, "it is a mount point")

    def test_a_bind_mount(self):
        other = self.folder / "annan plats"
        other.mkdir()
        with mounted("bind", self.out, source=other):
            self.assert_replaced(self.out, "it is a mount point")
        self.assertEqual(self.new, tree(other))

    def test_an_upper_layer(self):
        (self.folder / "lower").mkdir()
        with overlay(self.folder, self.folder / "lower") as merged:
            self.assert_replaced(merged / "site", None)

    def test_a_lower_layer(self):
        self.put_old(self.folder / "lower/site")
        with overlay(self.folder, self.folder / "lower") as merged:
            run = weave(self.new_content, merged / "site", "--explain")
            self.assertEqual((0, ""), (run.returncode, run.stderr))
            self.assertIn("one by one, since the folder could not be swapped in one step: cannot exchange", run.stdout)
            self.assertEqual(self.new, tree(merged / "site"))
            self.assertEqual(["site"], os.listdir(merged))
            # Below, nothing was touched.
            self.assertEqual(self.old, tree(self.folder / "lower/site"))

    def test_where_files_have_one_name_only(self):
        """Some file systems know no hard links: unchanged files are copied, with their times."""
        self.put_old()
        before = {path: path.stat().st_mtime_ns for path in self.out.rglob("*.html")}
        run = weave(self.new_content, self.out, before=["strace", "-f", "-qq", "-o", self.folder / "trace", "-e", "trace=link,linkat", "-e", "inject=link,linkat:error=EPERM"])
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertEqual(self.new, tree(self.out))
        self.assertEqual([], [str(path) for path, time in before.items() if self.old[str(path.relative_to(self.out))] == self.new.get(str(path.relative_to(self.out))) and path.stat().st_mtime_ns != time])

    def test_where_folders_cannot_be_swapped(self):
        self.put_old()
        run = weave(self.new_content, self.out, before=["strace", "-f", "-qq", "-o", self.folder / "trace", "-e", "trace=renameat2", "-e", "inject=renameat2:error=EINVAL"])
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertIn("one by one, since the folder could not be swapped in one step: cannot exchange", run.stdout)
        self.assertEqual(self.new, tree(self.out))
        self.assertEqual(["site"], os.listdir(self.parent))


class Unchanged(Sites):
    def test_files_that_stay_are_the_same_files(self):
        self.put_old()
        before = {path: path.stat() for path in self.out.rglob("*") if path.is_file()}
        self.assertEqual(0, weave(self.new_content, self.out).returncode)
        for path, old in before.items():
            name = path.relative_to(self.out).as_posix()
            if self.old[name] == self.new.get(name):
                now = path.stat()
                self.assertEqual((old.st_ino, old.st_mtime_ns), (now.st_ino, now.st_mtime_ns), name)

    def test_rsync_sends_what_changed_and_nothing_else(self):
        self.put_old()
        mirror = self.folder / "spegel"
        subprocess.run(["rsync", "-a", f"{self.out}/", mirror], check=True)
        # rsync tells files apart by size and second.
        time.sleep(1.1)
        self.assertEqual(0, weave(self.new_content, self.out).returncode)
        run = subprocess.run(["rsync", "-a", "--delay-updates", "--delete-delay", "--out-format=%o %n", f"{self.out}/", mirror], capture_output=True, text=True, check=True)
        told = {line for line in run.stdout.splitlines() if not line.endswith("/")}
        sent = {f"send {name}" for name, digest in self.new.items() if self.old.get(name) != digest}
        gone = {f"del. {name}" for name in self.old if name not in self.new}
        self.assertEqual(sent | gone, told)
        self.assertLess(len(sent), len(self.new))
        self.assertEqual(tree(self.out), tree(mirror))


if __name__ == "__main__":
    unittest.main()
