"""The zip that is handed out: what every common program unpacks from it is the site, and it is the same zip whenever it is made."""
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

from properties.program import CONTENT, TODAY, build, copy_content, tree, vav

TOP = "samverkan-for-valfarden"
UNPACKERS = {
    "unzip": lambda archive, folder: ["unzip", "-q", archive, "-d", folder],
    "bsdtar": lambda archive, folder: ["bsdtar", "-xf", archive, "-C", folder],
    "python": lambda archive, folder: ["python3", "-m", "zipfile", "-e", archive, folder],
}
DEVICES = re.compile(r"^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)", re.IGNORECASE)


def windows_faults(names):
    """What Windows would not unpack of these."""
    seen = {}
    for name in names:
        if len(name) > 120:
            yield f"{name}: {len(name)} characters"
        for part in name.split("/"):
            if DEVICES.match(part) or re.search(r'[<>:"|?*\\\x00-\x1f]', part) or part.endswith((".", " ")):
                yield f"{name}: {part}"
        clash = seen.setdefault(name.lower(), name)
        if clash != name:
            yield f"{name}: {clash}"


def pack(content, out, *arguments, **how):
    return vav("pack", content, "--out", out, "--today", TODAY, *arguments, **how)


class Packed(unittest.TestCase):  # AC45 AC47
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.site = cls.folder / "site"
        run = build(CONTENT, cls.site)
        assert run.returncode == 0, run.stderr
        cls.zip = cls.folder / "sajt.zip"
        run = pack(CONTENT, cls.zip)
        assert run.returncode == 0, run.stderr
        cls.said = run.stdout
        cls.bytes = cls.zip.read_bytes()

    def test_what_is_said(self):
        files = len(tree(self.site)) + 1
        self.assertRegex(self.said, rf"^\d+ pages, {files} files in {self.zip}: {len(self.bytes)} bytes, sha256 {hashlib.sha256(self.bytes).hexdigest()}\n$")

    def test_every_unpacker_gives_the_site(self):
        wanted = tree(self.site)
        for name, command in UNPACKERS.items():
            with self.subTest(unpacker=name):
                folder = self.folder / f"med {name} på skrivbordet"
                folder.mkdir()
                run = subprocess.run(command(self.zip, folder), capture_output=True, text=True, check=False)
                self.assertEqual((0, ""), (run.returncode, run.stdout + run.stderr))
                self.assertEqual([TOP], os.listdir(folder))
                found = tree(folder / TOP)
                self.assertNotEqual("", found.pop("LAS-MIG.txt"))
                # It lists the read-me too.
                sums = (folder / TOP / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
                self.assertEqual(len(wanted), len(sums))
                found.pop("SHA256SUMS")
                self.assertEqual({path: digest for path, digest in wanted.items() if path != "SHA256SUMS"}, found)
                check = subprocess.run(["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"], cwd=folder / TOP, capture_output=True, text=True, check=False)
                self.assertEqual((0, ""), (check.returncode, check.stdout + check.stderr))
                self.assertEqual(0, vav("verify", folder / TOP).returncode)

    def test_sound_to_who_tests_archives(self):
        run = subprocess.run(["unzip", "-tqq", self.zip], capture_output=True, text=True, check=False)
        self.assertEqual((0, ""), (run.returncode, run.stdout + run.stderr))

    def test_sorted_with_one_time_and_plain_permissions(self):
        with zipfile.ZipFile(self.zip) as archive:
            entries = archive.infolist()
        names = [entry.filename for entry in entries]
        self.assertEqual(sorted(names), names)
        self.assertEqual({(*map(int, TODAY.split("-")), 12, 0, 0)}, {entry.date_time for entry in entries})
        self.assertEqual({0o100644}, {entry.external_attr >> 16 for entry in entries})
        self.assertEqual([], list(windows_faults(names)))

    def test_red_twin_windows(self):
        found = list(windows_faults(["a/CON.txt", "a/b:c", "a./x", "A/x", "a/x", "x" * 121]))
        self.assertEqual(5, len(found), found)

    def test_the_read_me(self):
        with zipfile.ZipFile(self.zip) as archive:
            raw = archive.read(f"{TOP}/LAS-MIG.txt")
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))
        text = raw.decode("utf-8-sig")
        for words in ("Samverkan för välfärden", "Jämställdhetsmyndigheten", "Extrahera alla", f"mappen {TOP}", "index.html", "info@jamstalldhetsmyndigheten.se", "sha256sum -c SHA256SUMS"):
            self.assertIn(words, text)
        self.assertNotRegex(text, r"\{\d")
        self.assertIn("if ((Get-FileHash $f).Hash -ne $s) { $f }", text)
        # Short lines, so that it can be read in any program.
        self.assertLess(max(map(len, text.splitlines())), 125)

    def assert_same(self, *arguments, content=CONTENT, **how):
        out = self.folder / "annan mapp å" / (self.id() + ".zip")
        run = pack(content, out, *arguments, **how)
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        self.assertEqual(self.bytes, out.read_bytes())

    def test_same_bytes_again(self):
        self.assert_same()

    def test_same_bytes_in_another_time_zone(self):
        for zone in ("Pacific/Kiritimati", "America/St_Johns", "Europe/Stockholm", ""):
            self.assert_same(environment={"TZ": zone})

    def test_same_bytes_in_another_locale(self):
        self.assert_same(environment={"LC_ALL": "C", "LANG": "tr_TR.UTF-8"})

    def test_same_bytes_with_another_umask_and_one_thread(self):
        self.assert_same("--jobs", 1, umask=0o077)

    def test_same_bytes_on_another_day(self):
        with_today = pack(CONTENT, self.folder / "i morgon.zip", "--today", "2026-12-01")
        self.assertEqual(2, with_today.returncode)  # twice given
        run = vav("pack", CONTENT, "--out", self.folder / "i morgon.zip", "--today", "2026-12-01")
        self.assertEqual((0, ""), (run.returncode, run.stderr))
        with zipfile.ZipFile(self.folder / "i morgon.zip") as archive:
            self.assertEqual({(*map(int, TODAY.split("-")), 12, 0, 0)}, {entry.date_time for entry in archive.infolist()})

    def test_the_same_file_stays(self):
        before = self.zip.stat()
        run = pack(CONTENT, self.zip)
        self.assertIn("(unchanged)", run.stdout)
        self.assertEqual((before.st_ino, before.st_mtime_ns), (self.zip.stat().st_ino, self.zip.stat().st_mtime_ns))

    def test_faults_leave_the_old_zip(self):
        content = copy_content(self.folder / "spoilt")
        (content / "begrepp/fel.md").write_text("---\ntitle: Fel\ndefinition: Fel\n---\n\nSe [[finns-inte-alls]].\n", encoding="utf-8")
        old = self.folder / "old.zip"
        old.write_bytes(b"old")
        run = pack(content, old)
        self.assertEqual(1, run.returncode)
        self.assertIn("begrepp/fel.md:6:", run.stderr)
        self.assertEqual(b"old", old.read_bytes())

    def test_refusals(self):
        self.assertEqual(2, pack(CONTENT, CONTENT / "sajt.zip").returncode)
        self.assertEqual(3, pack(CONTENT, self.folder).returncode)
        run = pack(CONTENT, "/proc/vav/site.zip")
        self.assertEqual(3, run.returncode)
        self.assertIn("/proc/vav", run.stderr)

    def test_in_english_and_with_names_that_are_not_ascii(self):
        content = self.folder / "assembly"
        shutil.copytree(CONTENT.parent / "tests/sites/citizens-assembly/content", content)
        page = next(content.rglob("welcome.md"))
        (page.parent / "läge å.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
        page.write_text(page.read_text(encoding="utf-8") + "\n\n![Where it is](<läge å.svg>)\n", encoding="utf-8")
        out = self.folder / "assembly.zip"
        for locale in ("C.UTF-8", "C"):
            run = vav("pack", content, "--out", out, "--today", TODAY, environment={"LC_ALL": locale})
            self.assertEqual(0, run.returncode, run.stderr)
            with zipfile.ZipFile(out) as archive:
                name = "the-assembly-on-water/läge å.svg"
                self.assertTrue(archive.getinfo(name).flag_bits & 0x800)
                text = archive.read("the-assembly-on-water/READ-ME.txt").decode("utf-8-sig")
            self.assertIn("HOW TO OPEN IT", text)
            self.assertIn("the secretariat of the Assembly", text)
            for unpacker, command in UNPACKERS.items():
                folder = self.folder / f"{locale} {unpacker}"
                folder.mkdir()
                subprocess.run(command(out, folder), check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
                self.assertTrue((folder / name).is_file(), unpacker)


if __name__ == "__main__":
    unittest.main()
