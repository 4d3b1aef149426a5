"""Feeds by the rules of RFC 4287, and the calendar as another program reads it (Debian's python3-icalendar)."""
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

from properties.program import CONTENT, build, copy_content

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
MOST_ENTRIES = 50


def faults_of(path, site, base=""):
    """What RFC 4287 does not allow in the feed, or what it leads to and is not there."""
    faults = []
    feed = ET.fromstring(path.read_bytes())
    if feed.tag != ATOM + "feed":
        return [f"{feed.tag} is no feed"]

    def one(element, name):
        found = element.findall(ATOM + name)
        if len(found) != 1 or not (found[0].text or "").strip():
            faults.append(f"{len(found)} {name}, one with a text is wanted")
            return ""
        return found[0].text

    def check_links(element):
        for link in element.findall(ATOM + "link"):
            href = link.get("href", "")
            if base:
                target = site / href.removeprefix(base) if href.startswith(base) else None
            else:
                target = (path.parent / href).resolve() if "://" not in href else None
            if target is None or not target.is_file():
                faults.append(f"a link leads to {href}")
        if [link.get("rel") for link in element.findall(ATOM + "link")].count("alternate") != 1:
            faults.append("one link rel=alternate is wanted")

    def check_time(element, name):
        if not TIME.fullmatch(one(element, name)):
            faults.append(f"{name} is no time")

    ids = [one(feed, "id")]
    one(feed, "title")
    check_time(feed, "updated")
    check_links(feed)
    if len(feed.findall(f"{ATOM}author/{ATOM}name")) != 1:
        faults.append("the feed names no author")
    entries = feed.findall(ATOM + "entry")
    times = []
    for entry in entries:
        ids.append(one(entry, "id"))
        one(entry, "title")
        check_time(entry, "updated")
        check_links(entry)
        times.append(one(entry, "updated"))
    if any(not id_.startswith("tag:") for id_ in ids) or len(set(ids)) != len(ids):
        faults.append("an id that is no tag, or stands twice")
    if times != sorted(times, reverse=True) or (times and one(feed, "updated") != times[0]):
        faults.append("entries are not newest first, or the feed has another time than its newest")
    if len(entries) > MOST_ENTRIES:
        faults.append(f"{len(entries)} entries")
    return faults


class Feeds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.site = cls.folder / "site"
        run = build(CONTENT, cls.site)
        assert run.returncode == 0, run.stderr
        cls.feeds = sorted(cls.site.rglob("atom.xml"))

    def test_every_feed_is_valid(self):
        self.assertGreater(len(self.feeds), 50)
        self.assertEqual({}, {str(path.relative_to(self.site)): faults for path in self.feeds if (faults := faults_of(path, self.site))})

    def test_red_twins(self):
        path = self.site / "atom.xml"
        whole = path.read_text(encoding="utf-8")
        for before, after, fault in [("<updated>2026", "<updated>den 2026", "updated is no time"), ("tag:", "name:", "an id that is no tag"),
                                     ('href="moten/', 'href="borta/', "a link leads to borta/"), ("<author>", "<contributor>", None),
                                     ("  <title>", "  <titel>", None)]:
            twin = self.site / "twin.xml"
            twin.write_text(whole.replace(before, after), encoding="utf-8")
            try:
                faults = faults_of(twin, self.site)
            except ET.ParseError:
                faults = ["no XML"]
            self.assertTrue(faults and (fault is None or any(one.startswith(fault) for one in faults)), f"{after}: {faults}")
            twin.unlink()

    def test_pages_name_their_feeds(self):
        """Every feed is named in the head of the page that it belongs to, and no page names one that is not there."""
        named = set()
        for page in self.site.rglob("*.html"):
            for link in re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', page.read_text(encoding="utf-8")):
                named.add((page.parent / link).resolve())
        self.assertEqual({path.resolve() for path in self.feeds}, named)

    def test_an_entry_for_every_item_that_belongs(self):
        """An actor's feed has what the actor said."""
        said = {path.stem for path in (CONTENT / "inspel").glob("*.md") if re.search(r"^actor: .*\buka\b", path.read_text(encoding="utf-8"), re.MULTILINE)}
        text = (self.site / "aktorer/uka/atom.xml").read_text(encoding="utf-8")
        self.assertTrue(said)
        self.assertEqual(set(), {item for item in said if f"/item/{item}<" not in text})

    def test_addresses_are_whole_where_the_site_has_one(self):
        content = copy_content(self.folder / "with-address")
        path = content / "vav.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("site:\n", "site:\n  url: https://exempel.se/bas/\n", 1), encoding="utf-8")
        out = self.folder / "addressed"
        run = build(content, out)
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertEqual([], faults_of(out / "aktorer/uka/atom.xml", out, "https://exempel.se/bas/"))
        # Ids stay as they were: readers have them.
        ids = [re.findall(r"<id>(.*?)</id>", (folder / "atom.xml").read_text(encoding="utf-8")) for folder in (self.site, out)]
        self.assertEqual(ids[0], ids[1])

    def test_calendar(self):
        lines = (self.site / "moten.ics").read_bytes().split(b"\r\n")
        self.assertEqual(b"", lines[-1])
        self.assertFalse([line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line])
        wanted = {}
        for kind, field in (("moten", "date"), ("forarbeten", "due")):
            for path in (CONTENT / kind).glob("[!_]*.md"):
                day = re.search(rf"^{field}: (\d{{4}}-\d\d-\d\d)$", path.read_text(encoding="utf-8"), re.MULTILINE)
                if day:
                    wanted[f"{path.stem}.{field}.jamstalldhetsmyndigheten.se"] = day[1]
        self.assertTrue(wanted)
        # The python3 that Debian's package is for.
        read = ("import sys, icalendar; c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
                "for e in c.walk('VEVENT'): print(e['UID'], e.decoded('DTSTART').isoformat(), (e.decoded('DTEND') - e.decoded('DTSTART')).days, "
                "e.decoded('DTSTAMP').isoformat(), str(e['SUMMARY']) != '')")
        run = subprocess.run(["/usr/bin/python3", "-c", read, self.site / "moten.ics"], capture_output=True, text=True, check=False)
        self.assertEqual("", run.stderr)
        found = dict(line.split(" ", 2)[:2] for line in run.stdout.splitlines())
        self.assertEqual(wanted, found)
        self.assertEqual({"1"}, {line.split()[2] for line in run.stdout.splitlines()})
        self.assertEqual({"True"}, {line.split()[4] for line in run.stdout.splitlines()})
