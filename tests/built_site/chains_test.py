"""The thread on every page of the built site, and red twins: pages with a fault, which must be caught."""
import os
import re
import unittest
from pathlib import Path

from built_site.chains import Thread, thread_faults

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("VAV_SITE") or ROOT / "build/site")


class Chains(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = {path: path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("index.html"))}
        cls.threads = {path: Thread(text) for path, text in cls.pages.items() if 'class="chain"' in text or 'class="pole' in text}

    def test_picture_and_list_tell_the_same(self):
        faults = [f"{path}: {fault}" for path in self.threads for fault in thread_faults(self.pages[path])]
        self.assertEqual([], faults)
        self.assertGreater(sum(len(thread.drawn) for thread in self.threads.values()), 500)
        self.assertGreater(sum(len(thread.poles) for thread in self.threads.values()), 20)

    def page_with(self, pattern):
        return next(self.pages[path] for path, thread in self.threads.items() if len(thread.drawn) > 4 and re.search(pattern, self.pages[path]))

    def assert_caught(self, text, *parts):
        faults = list(thread_faults(text))
        self.assertTrue(any(all(part in fault for part in parts) for fault in faults), faults)

    def test_red_twin_a_thread_is_missing(self):
        text = self.page_with("data-edge")
        self.assert_caught(re.sub(r'<path class="[^"]*" data-edge="[^"]*" d="[^"]*"/>', "", text, count=1), "lacks")

    def test_red_twin_a_row_leads_elsewhere(self):
        text = self.page_with('<ul class="chain">')
        self.assert_caught(re.sub(r'(<ul class="chain">\s*<li[^>]*>.*?<a href=")[^"]*', r"\g<1>annan.html", text, count=1, flags=re.DOTALL), "annan.html")

    def test_red_twin_a_count_is_wrong(self):
        text = self.page_with('class="pole')
        self.assert_caught(re.sub(r'<span class="n">\d+', '<span class="n">77', text, count=1), "77")


if __name__ == "__main__":
    unittest.main()
