"""vav move: every byte outside of the names that changed is as it was, the site still checks, the old address answers; all or nothing."""
import difflib
import os
import random
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import TODAY, VAV, build, copy_content, tree, vav

REDIRECT = re.compile(rb'(?:redirect_from: \[[^\n]*\]\r?\n|, "?[^\n"]+"?(?=\])|- "?[^\n]+"?\r?\n)')


def texts(content):
    return {str(path.relative_to(content)): path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}


def move_faults(before, after, old, new, moved):
    """What else changed than `old` to `new` and the redirects; `moved`: path -> path."""
    faults = []
    if {moved.get(path, path) for path in before} != set(after):
        faults.append(f"other files: {set(after) ^ {moved.get(path, path) for path in before}}")
    for path, text in before.items():
        now = after.get(moved.get(path, path), b"")
        if text == now:
            continue
        # Every stretch that differs is the name, or one entry of redirect_from.
        pieces = re.split(rb"(?<![\w-])(" + re.escape(old.encode()) + rb")(?![\w-])", text)
        pattern = b"".join(b"(?:" + re.escape(old.encode()) + b"|" + re.escape(new.encode()) + b")" if i % 2 else re.escape(piece) for i, piece in enumerate(pieces))
        rest = now
        if path in moved or path.endswith(".md") and b"redirect_from" in now:
            for entry in REDIRECT.finditer(now):
                shorter = now[: entry.start()] + now[entry.end():]
                if re.fullmatch(pattern, shorter):
                    rest = shorter
        if not re.fullmatch(pattern, rest):
            faults.append(f"{path}: " + "".join(difflib.unified_diff(text.decode().splitlines(True), now.decode().splitlines(True), n=0))[:500])
    return faults


class Move(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.content = copy_content(self.folder / "content")

    def move(self, old, new, *arguments):
        return vav("move", old, new, self.content, "--today", TODAY, *arguments)

    def check(self):
        run = vav("check", self.content, "--today", TODAY)
        self.assertEqual(0, run.returncode, run.stderr)

    def test_pages_of_every_kind_change_names_and_nothing_else(self):
        build(self.content, self.folder / "published")
        ids = {path.stem: path for path in sorted(self.content.rglob("*.md")) if not path.name.startswith("_") and path.name != "README.md"}
        by_folder = {}
        for name, path in ids.items():
            by_folder.setdefault(path.parent, []).append(name)
        chosen = [random.Random(7).choice(names) for names in by_folder.values()] + ["traff-2", "uka", "om"]
        for old in dict.fromkeys(chosen):
            with self.subTest(old):
                new = f"{old}-omdopt"
                before = texts(self.content)
                run = self.move(old, new)
                self.assertEqual(0, run.returncode, run.stderr)
                after = texts(self.content)
                moved = {path: str(Path(path).with_name(f"{new}.md")) for path in before if Path(path).name == f"{old}.md"}
                self.assertEqual([], move_faults(before, after, old, new, moved))
        self.check()
        # Each published address and passage is answered still.
        run = vav("check", self.content, "--today", TODAY, "--against", self.folder / "published")
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertEqual(0, build(self.content, self.folder / "site").returncode)
        self.assertEqual(0, vav("verify", self.folder / "site").returncode)
        self.assertIn("../traff-2-omdopt/index.html", Path(self.folder, "site/moten/traff-2/index.html").read_text(encoding="utf-8"))

    def test_a_move_and_back_leaves_one_redirect(self):
        before = texts(self.content)
        self.assertEqual(0, self.move("traff-3", "traff-tre").returncode)
        run = self.move("traff-tre", "traff-3")
        self.assertEqual(0, run.returncode, run.stderr)
        after = texts(self.content)
        page = after["moten/traff-3.md"].replace(b"redirect_from: [moten/traff-tre]\n", b"")
        self.assertEqual(before, {**after, "moten/traff-3.md": page})

    def test_names_in_every_form_and_place_and_no_others(self):
        page = self.content / "sidor/prov.md"
        lines = ["---\r\n", "title: \"Prov: traff-2\"   # traff-2 i en kommentar\r\n", "summary: traff-2 nämns här.\r\n", "redirect_from:   # förr\r\n", "- sidor/traff-2\r\n", "---\r\n", "\r\n",
                 "Se [[traff-2]], [[traff-2|traff-2]], [[traff-2#panel|x]] och [mötet traff-2](../moten/traff-2.md) eller [dito](../moten/traff-2.md#panel).\r\n", "\r\n",
                 "Inte `[[traff-2]]`, traff-2 eller [[Träff 2]]\\.\r\n", "\r\n", "```\r\n", "[[traff-2]]\r\n", "```\r\n", "\r\n",
                 "| a | b |\r\n", "|---|---|\r\n", "| [[traff-2\\|två]] | [[traff-2]] |\r\n", "\r\n", "::: internal\r\n", "Hemligt: [[traff-2]].\r\n", ":::\r\n"]
        target = self.content / "moten/traff-2.md"
        text = target.read_text(encoding="utf-8")
        title = re.search(r"^title: \"?(.*?)\"?$", text, re.MULTILINE)[1]
        passage = re.search(r"\{#([a-z0-9-]+)\}", text)[1]
        whole = "".join(lines).replace("#panel", f"#{passage}").replace("[[Träff 2]]\\.", f"[[{title}]].")
        page.write_bytes(whole.encode())
        self.check()
        self.assertEqual(0, self.move("traff-2", "andra-traffen").returncode)
        expected = whole
        for form in ("[[traff-2]],", "[[traff-2|", "[[traff-2#", "moten/traff-2.md", "[[traff-2\\|", "[[traff-2]] |", "Hemligt: [[traff-2]]"):
            expected = expected.replace(form, form.replace("traff-2", "andra-traffen"))
        self.assertEqual(expected.encode(), page.read_bytes())

    def test_menus_and_the_start_page_of_vav_yaml_follow(self):
        before = (self.content / "vav.yaml").read_text(encoding="utf-8")
        self.assertEqual(0, self.move("start", "hem").returncode)
        self.assertEqual(0, self.move("om", "om-oss").returncode)
        after = (self.content / "vav.yaml").read_text(encoding="utf-8")
        self.assertEqual(before.replace("start: start ", "start: hem ").replace("[search, om,", "[search, om-oss,"), after)
        self.check()

    def test_a_passage_gets_a_new_id_and_the_old_one_is_kept_as_a_place(self):
        build(self.content, self.folder / "published")
        text = (self.content / "moten/traff-2.md").read_text(encoding="utf-8")
        old = re.search(r"\{#([a-z0-9-]+)\}", text)[1]
        before = texts(self.content)
        run = self.move(f"traff-2#{old}", "#nytt-stycke")
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertEqual([], move_faults(before, texts(self.content), old, "nytt-stycke", {"moten/traff-2.md": "moten/traff-2.md"}))
        run = vav("check", self.content, "--today", TODAY, "--against", self.folder / "published/manifest.json")
        self.assertEqual(0, run.returncode, run.stderr)
        # And once more: an old id leads straight to what is there now.
        run = self.move("traff-2#nytt-stycke", "traff-2#nyare")
        self.assertEqual(0, run.returncode, run.stderr)
        self.check()

    def test_what_cannot_be_is_refused_and_nothing_is_changed(self):
        before = tree(self.content)
        for old, new, status in (("finns-inte", "x", 2), ("traff-2", "traff-3", 2), ("traff-2", "Träff två", 2), ("traff-2", "sidor/traff-tva", 2), ("traff-2", "traff-2", 2),
                                 ("traff-2", "x#y", 2), ("traff-2#finns-inte", "#y", 2)):
            run = self.move(old, new)
            self.assertEqual(status, run.returncode, (old, new, run.stderr))
            self.assertEqual(before, tree(self.content))

    def test_a_faulty_knowledge_base_is_mended_first(self):
        (self.content / "sidor/fel.md").write_text("---\ntitle: Fel\n---\n\nSe [[finns-inte]].\n", encoding="utf-8")
        before = tree(self.content)
        run = self.move("traff-2", "andra-traffen")
        self.assertEqual(1, run.returncode)
        self.assertIn("[unknown-reference]", run.stderr)
        self.assertEqual(before, tree(self.content))

    def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(self):
        before = tree(self.content)
        os.chmod(self.content / "slutsatser", 0o555)
        self.addCleanup(os.chmod, self.content / "slutsatser", 0o755)
        # Root writes everywhere, unless that power is taken away.
        without = ["--bounding-set=-dac_override"] if os.getuid() == 0 else []
        run = vav(*without, VAV, "move", "traff-2", "andra-traffen", self.content, "--today", TODAY, program="setpriv")
        self.assertEqual(3, run.returncode, run.stderr)
        self.assertEqual(before, tree(self.content))

    def test_red_twin_a_byte_more_is_seen(self):
        before = {"a.md": b"x [[old]] y\n"}
        self.assertEqual([], move_faults(before, {"a.md": b"x [[new]] y\n"}, "old", "new", {}))
        self.assertEqual(1, len(move_faults(before, {"a.md": b"x [[new]]  y\n"}, "old", "new", {})))


class Published(unittest.TestCase):
    """vav check --against a published site."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.content = copy_content(self.folder / "content")
        build(self.content, self.folder / "published")

    def against(self):
        run = vav("check", self.content, "--today", TODAY, "--against", self.folder / "published")
        return run.returncode, re.findall(r"\[(vanished-[a-z]+)\] (\S+)", run.stderr)

    def test_the_same_content_answers_everywhere(self):
        self.assertEqual((0, []), self.against())

    def test_a_withdrawn_page_answers_with_all_its_passages(self):
        page = self.content / "begrepp/prov.md"
        page.write_text("---\ntitle: Prov av ord\npublished: 2026-01-02\ndefinition: Ett ord.\n---\n\nEtt ord. {#ett}\n", encoding="utf-8")
        self.assertEqual(0, build(self.content, self.folder / "published").returncode)
        page.unlink()
        self.assertEqual((1, "vanished-address"), (self.against()[0], self.against()[1][0][0]))
        page.write_text("---\ntitle: Prov av ord\nwithdrawn: 2026-01-02\nwithdrawn_reason: Det var ett prov.\n---\n", encoding="utf-8")
        self.assertEqual((0, []), self.against())

    def test_no_manifest_is_told(self):
        run = vav("check", self.content, "--today", TODAY, "--against", self.content / "vav.yaml")
        self.assertEqual(3, run.returncode)


if __name__ == "__main__":
    unittest.main()
