"""The seeded knowledge base, content/: what comes of it against what expected.yaml says by hand."""
import unittest
from collections import defaultdict

from evidence.knowledge import Knowledge, load
from evidence.recount_test import SEEDED, SEEDED_TODAY

EXPECTED = load((SEEDED.parent / "expected.yaml").read_text(encoding="utf-8"))


class Reading(unittest.TestCase):
    """That the recount itself reads the files as a person does."""

    def setUp(self):
        self.knowledge = Knowledge(SEEDED, SEEDED_TODAY)

    def test_links(self):
        links = defaultdict(lambda: defaultdict(list))
        for link in self.knowledge.links:
            links[link.later][link.bearing or "from"].append(link.earlier)
        self.assertEqual(EXPECTED["links"], {item: dict(bearings) for item, bearings in links.items()})

    def test_reach(self):
        for item, reached in EXPECTED["reach"].items():
            self.assertEqual(set(reached), self.knowledge.reach(item), item)


if __name__ == "__main__":
    unittest.main()
