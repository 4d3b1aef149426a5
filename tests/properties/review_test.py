"""Links that are to be reviewed, and quotations, over the real knowledge base: what `vav review` writes, and what a changed word does."""
import json
import random
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import TODAY, copy_content, vav

BOM = b"\xef\xbb\xbf"
PIN = re.compile(rb"pin: ([a-f][0-9a-f]{11})")
# What --pin adds: a key after the target, a line of its own, or braces round a bare name.
ADDED = re.compile(rb"(?<!\{ref: )(?:, pin: [a-f][0-9a-f]{11}|^ +pin: [a-f][0-9a-f]{11}\r?\n)|\{ref: ([^{},]+?), pin: [a-f][0-9a-f]{11}\}", re.MULTILINE)
# A passage of plain words, and its id.
PASSAGE = re.compile(r"^([A-ZÅÄÖ][^\[\]*_`\"”{}|<>\\&]{40,400}) \{#([a-z0-9-]+)\}$", re.MULTILINE)


def findings(content, *ids):
    run = vav("check", content, "--today", TODAY, "--diagnostics", "json")
    assert run.returncode in (0, 1), run.stderr
    return [one for one in json.loads(run.stderr or "[]") if one["id"] in ids]


def review(content, item, *arguments):
    run = vav("review", item, content, "--today", TODAY, "--language", "en", *arguments)
    assert run.returncode == 0, run.stderr + run.stdout
    return run.stdout


def pages(content):
    return sorted(path for path in content.rglob("*.md") if path.name not in ("README.md", "_index.md") and "/_" not in str(path))


class Review(unittest.TestCase):
    def setUp(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        self.content = copy_content(Path(folder) / "content")

    def items(self):
        """Pages with links to passages, in the site's own language: their translations go with them."""
        return [path for path in pages(self.content) if "/en/" not in str(path) and re.search(r"(?m)^  - .*#|^\w+: .*\w#\w", path.read_text(encoding="utf-8").split("\n---", 1)[0])]

    def test_pin_adds_pins_and_no_other_byte(self):
        for path in pages(self.content):
            path.write_bytes(re.sub(rb", pin: [a-f][0-9a-f]{11}", b"", path.read_bytes()))
        before = {path: path.read_bytes() for path in pages(self.content)}
        for number, path in enumerate(pages(self.content)):
            if number % 3 == 0:  # as other editors save it
                before[path] = BOM + before[path].replace(b"\n", b"\r\n")
                path.write_bytes(before[path])
        items = self.items()
        self.assertGreater(len(items), 20)
        for path in items:
            review(self.content, path.stem, "--pin")
        added = 0
        for path, old in before.items():
            new = path.read_bytes()
            added += len(PIN.findall(new)) - len(PIN.findall(old))
            # Bare names become maps; both sides without any pin and without those braces.
            strip = lambda text: ADDED.sub(lambda match: match[1] or b"", text)
            self.assertEqual(re.sub(rb"\{ref: ([^{},]+)\}", rb"\1", strip(new)), re.sub(rb"\{ref: ([^{},]+)\}", rb"\1", strip(old)), path)
            self.assertEqual(len(new) - len(old) > 0, len(PIN.findall(new)) > len(PIN.findall(old)), path)
        self.assertGreater(added, 100)
        self.assertEqual(findings(self.content, "suspect-link", "bad-pin"), [])

    def test_review_writes_the_pin_and_no_other_byte(self):
        for number, path in enumerate(pages(self.content)):
            if number % 2:
                path.write_bytes(BOM + path.read_bytes().replace(b"\n", b"\r\n"))
        right = {path: path.read_bytes() for path in pages(self.content)}
        pinned = {path for path, text in right.items() if PIN.search(text)}
        self.assertGreater(len(pinned), 10)
        for path in pinned:
            path.write_bytes(PIN.sub(b"pin: a00000000000", right[path]))
        self.assertEqual(len(findings(self.content, "suspect-link")), sum(len(PIN.findall(right[path])) for path in pinned))
        for path in sorted(pinned):
            if "/en/" not in str(path):
                review(self.content, path.stem)
        for path, text in right.items():
            self.assertEqual(path.read_bytes(), text, path)

    def test_a_changed_passage_makes_its_links_suspect_and_nothing_else_does(self):
        texts = {path: path.read_text(encoding="utf-8") for path in pages(self.content)}
        cited = {}
        for path, text in texts.items():
            for target, anchor in re.findall(r"ref: ([a-z0-9-]+)#([a-z0-9-]+), pin:", text):
                cited.setdefault((target, anchor), []).append(path)
        source, anchor = max(cited, key=lambda key: (len(cited[key]), key))
        path = next(path for path in texts if path.stem == source and "/en/" not in str(path))
        marked = f" {{#{anchor}}}"
        self.assertIn(marked, texts[path])
        # Elsewhere on the page, and markup and typography within.
        path.write_text(texts[path].replace("summary: ", "summary: Nytt. ", 1) + "\nNytt stycke. {#nytt-stycke}\n", encoding="utf-8")
        self.assertEqual(findings(self.content, "suspect-link"), [])
        changed = texts[path].replace(marked, " Nu." + marked, 1)
        path.write_text(changed, encoding="utf-8")
        found = findings(self.content, "suspect-link")
        self.assertEqual(sorted(one["path"] for one in found), sorted(str(one.relative_to(self.content)) for one in cited[source, anchor]))
        listed = vav("review", "--list", self.content, "--today", TODAY).stdout
        self.assertEqual(listed.count(f"{source}#{anchor}\n"), len(found))
        first = cited[source, anchor][0]
        review(self.content, first.stem)
        left = [one for one in cited[source, anchor] if one != first and one.stem != first.stem]
        self.assertTrue(left, "nothing would be left: choose a passage that more items cite")
        self.assertEqual(sorted(one["path"] for one in findings(self.content, "suspect-link")), sorted(str(one.relative_to(self.content)) for one in left))


class Quotations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        self.content = copy_content(Path(folder) / "content")
        self.passages = []
        for path in pages(self.content):
            if "/en/" in str(path):
                continue
            body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
            self.passages += [(path.stem, anchor, text) for text, anchor in PASSAGE.findall(body) if "\n" not in text]
        self.assertGreater(len(self.passages), 30)

    def misquotes(self, quotations):
        lines = ["---", "title: Citatprov", "---"]
        for quotation in quotations:
            lines += [quotation, ""]
        (self.content / "sidor" / "citatprov.md").write_text("\n".join(lines), encoding="utf-8")
        return [one["line"] for one in findings(self.content, "misquote")]

    def test_what_stands_there_passes_in_any_dress(self):
        dress = [lambda text: text, lambda text: text.replace("–", "-"), lambda text: text.replace(" ", "\u00a0", 1), lambda text: text[:4] + "\u00ad" + text[4:],
                 lambda text: text[0].lower() + text[1:].rstrip("."), lambda text: re.sub(r"^(\S+ \S+) \S+ (\S+)", r"\1 […] \2", text)]
        quotations = [f"Sagt: ”{dress[i % len(dress)](text)}” ([[{page}#{anchor}]])" for i, (page, anchor, text) in enumerate(self.passages)]
        self.assertEqual(self.misquotes(quotations), [])
        self.assertEqual(self.misquotes([one.replace("”", '"') for one in quotations]), [])

    def test_one_changed_word_is_found(self):
        chance = random.Random(7)
        quotations = []
        for page, anchor, text in self.passages:
            words = text.split(" ")
            at = chance.randrange(len(words))
            words[at] = chance.choice(["Qvist", "sju", "inte" if words[at] != "inte" else "ej"])
            quotations.append(f"Sagt: ”{' '.join(words)}” ([[{page}#{anchor}]])")
        self.assertEqual(self.misquotes(quotations), [4 + 2 * i for i in range(len(quotations))])


if __name__ == "__main__":
    unittest.main()
