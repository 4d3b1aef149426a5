"""vav trace: the chain of one item, both ways, the same from either end."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import CONTENT, TODAY, copy_content, vav


def trace(item, content=CONTENT):
    run = vav("trace", item, content, "--format", "json", "--today", TODAY)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def ends(link):
    return link["later"], link["earlier"], link["bearing"]


def with_every_bearing(folder):
    """The real knowledge base; what speaks against a conclusion, and an item that replaces another, are added where it has none."""
    content = copy_content(folder)
    add(content / "slutsatser/slutsats-flexibla-utbildningar.md", "contradicted_by: [{ref: traff-2-uhr, note: Det talar emot.}]\n")
    replacing = content / "forslag/oppna-bryggor.md"
    (content / "forslag/tidigare-bryggor.md").write_text(replacing.read_text(encoding="utf-8").replace("title: ", "title: Tidigare ", 1), encoding="utf-8")
    add(replacing, "replaces: tidigare-bryggor\n")
    return content


def add(page, line):
    page.write_text(page.read_text(encoding="utf-8").replace("---\n", f"---\n{line}", 1), encoding="utf-8")


class Trace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The items that hang together with one measure: enough to see every step and each bearing that is there.
        cls.start = "atgard-10-flexibel-utbildning"
        folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.content = with_every_bearing(Path(folder) / "content")
        cls.whole = trace(cls.start, cls.content)
        cls.chains = {one["id"]: trace(one["id"], cls.content) for one in cls.whole["items"]}

    def test_every_step_of_the_chain_is_there(self):
        self.assertEqual({1, 2, 3, 4, 5}, {one["step"] for one in self.whole["items"]})
        self.assertEqual({"from", "for", "nuanced", "against", "replaces"}, {link["bearing"] for link in self.whole["links"]})

    def test_what_was_added_is_told(self):
        told = {ends(link) for link in self.whole["links"]}
        self.assertIn(("slutsats-flexibla-utbildningar", "traff-2-uhr", "against"), told)
        self.assertIn(("oppna-bryggor", "tidigare-bryggor", "replaces"), told)

    def test_a_link_is_told_from_both_of_its_ends(self):
        links = 0
        for item, chain in self.chains.items():
            for link in chain["links"]:
                if item not in (link["later"], link["earlier"]):
                    continue
                links += 1
                other = link["earlier"] if item == link["later"] else link["later"]
                seen = self.chains.get(other) or trace(other, self.content)
                self.assertIn(ends(link), [ends(one) for one in seen["links"]], f"{item} and {other}")
                self.assertEqual("behind" if item == link["later"] else "ahead", link["side"])
        self.assertGreater(links, 50)

    def test_every_item_of_a_chain_is_tied_to_it(self):
        for item, chain in self.chains.items():
            tied = {item} | {end for link in chain["links"] for end in (link["later"], link["earlier"])}
            self.assertEqual(tied, {one["id"] for one in chain["items"]})

    def test_links_are_those_that_are_written(self):
        page = (self.content / "atgarder" / f"{self.start}.md").read_text(encoding="utf-8")
        for link in self.whole["links"]:
            if link["later"] == self.start:
                self.assertIn(link["earlier"], page)

    def test_the_text_tells_every_link_once(self):
        run = vav("trace", self.start, self.content, "--language", "sv", "--today", TODAY)
        self.assertEqual(0, run.returncode, run.stderr)
        lines = [line for line in run.stdout.splitlines() if "├─ " in line or "└─ " in line]
        self.assertEqual(len(self.whole["links"]), len(lines))
        for heading in ("Vilar på", "Ledde till"):
            self.assertIn(heading, run.stdout.splitlines())

    def test_an_unknown_item_is_a_wrong_argument(self):
        run = vav("trace", "atgard-10-flexibel-utbildnig", CONTENT)
        self.assertEqual((2, ""), (run.returncode, run.stdout))
        self.assertIn("did you mean 'atgard-10-flexibel-utbildning'?", run.stderr)

    def test_an_item_outside_the_chain_has_none(self):
        run = vav("trace", "uka", CONTENT)
        self.assertEqual((2, ""), (run.returncode, run.stdout))
        self.assertIn("'actor'", run.stderr)


if __name__ == "__main__":
    unittest.main()
