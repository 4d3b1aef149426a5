#!/usr/bin/env python3
"""usage: evidence_bench.py --vav PROGRAM [--items 1000 5000 20000] [--check]: does the cost of a build grow with items and relations, and
no faster?

Makes knowledge bases of the kinds of tests/evidence/content/vav.yaml with so many items and five times as many relations, weaves each
once and prints processor time an item, as a ratio to the first of the same run too: seconds drift, ratios less. The graph is made
by arithmetic alone, so it is the same everywhere. With --check the exit status is 1 when time per item more than doubles, or a page is
larger than 1 MB.
"""
import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "build/bench/evidence"
CONFIG = ROOT / "tests/evidence/content/vav.yaml"
LARGEST = 1_000_000  # bytes
# Of a hundred items: how many are of each kind.
SHARES = {"meeting": 1, "theme": 3, "statement": 40, "proposal": 25, "conclusion": 20, "measure": 6, "actor": 5}
FOLDERS = {"meeting": "moten", "theme": "teman", "statement": "inspel", "proposal": "forslag", "conclusion": "slutsatser", "measure": "atgarder", "actor": "aktorer"}
AREAS = 20


def spread(number, count, of, step):
    """`count` different numbers below `of`, scattered by number."""
    return list(dict.fromkeys((number * step + i * (of // 7 + 1)) % of for i in range(count)))


def make(items, folder):
    """The folder of a knowledge base of so many items; returns how many relations it declares."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in (*FOLDERS.values(), "omraden", "fragor", "sidor"):
        (folder / name).mkdir(parents=True)
    text = re.sub(r"\ncoverage:\n(?:  .*\n)+", "\n", CONFIG.read_text(encoding="utf-8"))
    (folder / "vav.yaml").write_text(text.replace("columns: 4", "columns: 12") + "\n", encoding="utf-8")
    (folder / "sidor/start.md").write_text("---\ntitle: Start\npublished: 2026-01-15\n---\n\nEtt bygge.\n", encoding="utf-8")
    count = {kind: max(items * share // 100, 2) for kind, share in SHARES.items()}
    relations = 0

    def write(kind, number, fields, body):
        nonlocal relations
        lines = []
        for key, value in fields.items():
            if isinstance(value, tuple):
                target, numbers = value
                relations += len(numbers)
                value = "[" + ", ".join(f"{target}-{one}" for one in numbers) + "]"
            lines.append(f"{key}: {value}\n")
        path = folder / FOLDERS.get(kind, "omraden") / f"{kind}-{number}.md"
        path.write_text(f"---\ntitle: {kind.capitalize()} nummer {number}\n{''.join(lines)}published: 2026-01-15\n---\n\n{body} {{#p1}}\n", encoding="utf-8")

    for number in range(AREAS):
        write("area", number, {}, f"Område {number}.")
    for number in range(count["actor"]):
        write("actor", number, {}, f"Aktör {number}.")
    for number in range(count["meeting"]):
        write("meeting", number, {"date": f"20{10 + number % 15}-0{1 + number % 9}-1{number % 9}", "participants": ("actor", spread(number, 8, count["actor"], 11))}, f"Möte {number} hölls.")
    for number in range(count["theme"]):
        write("theme", number, {"meeting": f"meeting-{number % count['meeting']}", "participants": ("actor", spread(number, 5, count["actor"], 13)), "area": f"area-{number % AREAS}"}, f"Tema {number} togs upp.")
        relations += 2
    for number in range(count["statement"]):
        write("statement", number, {"actor": ("actor", spread(number, 2, count["actor"], 17)), "meeting": f"meeting-{number % count['meeting']}", "about": ("theme", spread(number, 2, count["theme"], 19))}, f"Inspel {number} handlade om arbetet.")
        relations += 1
    for number in range(count["proposal"]):
        write("proposal", number, {"from": ("statement", spread(number, 3, count["statement"], 23)), "addressed_to": ("actor", spread(number, 2, count["actor"], 29)), "about": ("area", spread(number, 1, AREAS, 3))}, f"Förslag {number} gäller [[statement-{number % count['statement']}]].")
    for number in range(count["conclusion"]):
        fields = {"order": number + 1, "about": ("area", spread(number, 1, AREAS, 7))}
        if number % 9:
            fields |= {"supported_by": ("proposal", spread(number, 3, count["proposal"], 31)), "nuanced_by": ("statement", spread(number, 2, count["statement"], 37))}
        write("conclusion", number, fields, f"Slutsats {number} vilar på [[proposal-{number % count['proposal']}]].")
    for number in range(count["measure"]):
        write("measure", number, {"number": number + 1, "follows_from": ("conclusion", spread(number, 5, count["conclusion"], 41)), "responsible_actor": ("actor", spread(number, 1, count["actor"], 43))}, f"Åtgärd {number} görs.")
    return relations


def weave(vav, content, out):
    """(wall seconds, processor seconds, peak MB, {pass: wall seconds}) of a build into a new folder."""
    shutil.rmtree(out, ignore_errors=True)
    started = time.monotonic()
    process = subprocess.Popen([vav, "build", content, "--out", out, "--today", "2026-02-01", "--profile"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(told[-2000:])
    passes = {name: float(seconds) * (1 if unit == "s" else 0.001) for name, seconds, unit in re.findall(r"^\s*(\w+)\s+([\d.]+) (ms|s)$", told, re.MULTILINE)}
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, passes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vav", required=True, type=os.path.abspath)
    parser.add_argument("--items", nargs="+", type=int, default=[1000, 5000, 20000])
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    print(f"{'items':>7} {'relations':>9} {'pages':>7} {'wall s':>7} {'cpu s':>7} {'ms/item':>8} {'ratio':>6} {'peak MB':>8} {'kB/item':>8} {'largest page, bytes':>20}")
    first, wrong = None, False
    for items in chosen.items:
        content, out = BENCH / f"content-{items}", BENCH / "site"
        relations = make(items, content)
        wall, spent, peak, passes = weave(chosen.vav, content, out)
        pages = sorted(((path.stat().st_size, path) for path in out.rglob("*.html")), reverse=True)
        each = spent / items * 1000
        first = first or each
        largest, page = pages[0]
        wrong = wrong or largest > LARGEST or each > 2 * first
        print(f"{items:>7} {relations:>9} {len(pages):>7} {wall:>7.1f} {spent:>7.1f} {each:>8.2f} {each / first:>6.2f} {peak:>8.0f} {peak * 1000 / items:>8.1f} {largest:>20} {page.relative_to(out)}")
        print("        " + ", ".join(f"{name} {taken / items * 1e6:.0f}" for name, taken in sorted(passes.items(), key=lambda one: -one[1])[:7]) + " (wall µs an item)", flush=True)
    return 1 if chosen.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
