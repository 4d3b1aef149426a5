"""The knowledge base as a site for the web, with redirects of every sort and a page that is gone."""
import shutil
import tempfile
from pathlib import Path

from properties.program import TODAY, copy_content, vav
from servers.hosts import PREFIX

BASE = f"https://example.org{PREFIX}"
# Old address -> where it leads, with the place on it where the whole old page became one; and what no old address may become.
OLD = {"moten/gammal-traff/": "moten/traff-2/", "gammal.html": "moten/traff-2/", "moten/hel-traff/": "moten/traff-2/#panel"}
# Old addresses of pages of which some places went elsewhere than the page: where it leads, and where its places lead. No server is ever asked
# for a place, so the page itself has to answer.
PLACED = {"moten/delad-traff/": ("moten/traff-2/", {"svar": "moten/traff-2/#panel", "bilaga": "moten/traff-2/"})}
# A place that has a new id on a page that stays: page, old id, new id.
RENAMED = ("moten/traff-2/", "gammal", "panel")
GONE = "begrepp/borttaget/"
# The report in one file: another page says the same.
ALONE = "rapport/rapport.html"


def content_with_old_addresses(folder):
    content = copy_content(Path(folder, "content"))
    page = content / "moten/traff-2.md"
    text = page.read_text(encoding="utf-8")
    former = ["moten/gammal-traff", "gammal.html", "moten/hel-traff -> panel", "moten/delad-traff", "moten/delad-traff#svar -> panel", "moten/delad-traff#bilaga", "#gammal -> panel"]
    page.write_text(text.replace("---\n", "---\nredirect_from: [" + ", ".join(f'"{one}"' for one in former) + "]\n", 1), encoding="utf-8")
    (content / "begrepp/borttaget.md").write_text(
        "---\ntitle: Borttaget begrepp\nwithdrawn: 2026-01-02\nwithdrawn_reason: Ordet används inte längre.\nreplaced_by: traff-2\n---\n", encoding="utf-8")
    return content


class WebSite:
    """Built once for a test class."""

    def __init__(self, *arguments):
        self.folder = tempfile.mkdtemp(prefix="vav-web-")
        self.content = content_with_old_addresses(self.folder)
        self.out = Path(self.folder, "en webbplats för å")
        self.run = vav("build", self.content, "--out", self.out, "--today", TODAY, "--target", "web", "--base-url", BASE, *arguments)
        if self.run.returncode != 0:
            raise RuntimeError(self.run.stderr)

    def pages(self):
        """Addresses of all pages that are there to be read or lead on, from the site's own."""
        paths = (str(path.relative_to(self.out)) for path in sorted(self.out.rglob("*.html")))
        return [path.removesuffix("index.html") if Path(path).name == "index.html" else path for path in paths if path != "404.html"]

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)
