#!/usr/bin/env python3
"""usage: bench.py --vav PROGRAM [--pages 1000] [--runs 3]: wall, processor time and peak memory of a clean build.

The corpus is made by corpus.py (Debian's wswedish) and kept in build/bench. Reads only ratios well: seconds drift by 20 %.
"""
import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "build/bench"


def corpus(pages):
    """The folder of a made-up knowledge base of so many pages, made when it is not there."""
    folder = BENCH / f"corpus-{pages}"
    if not (folder / "vav.yaml").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        subprocess.run([sys.executable, "-B", Path(__file__).with_name("corpus.py"), "-n", str(pages), "-d", "vav", "-o", folder], check=True)
    return folder


def clean_build(vav, content, jobs=None):
    """(wall seconds, processor seconds, peak MB) of a build into a new folder."""
    out = BENCH / "site"
    # Renamed away, not deleted, just before: deleting inflates the system time of what follows.
    old = BENCH / f"old-{time.monotonic_ns()}"
    if out.exists():
        out.rename(old)
    arguments = [vav, "build", content, "--out", out, "--today", "2030-01-15"] + (["--jobs", str(jobs)] if jobs else [])
    started = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    shutil.rmtree(old, ignore_errors=True)
    if status != 0:
        raise SystemExit(f"vav build left with status {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def reading_time(content):
    """Seconds to read every file once: the least that any builder needs."""
    started = time.monotonic()
    for path in content.rglob("*.md"):
        path.read_bytes()
    return time.monotonic() - started


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vav", required=True, type=os.path.abspath)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for content in (ROOT / "content", corpus(arguments.pages)):
        pages = sum(1 for _ in content.rglob("*.md"))
        floor = min(reading_time(content) for _ in range(3))
        runs = [clean_build(arguments.vav, content) for _ in range(arguments.runs)]
        wall, processor, memory = (statistics.median(values) for values in zip(*runs))
        print(f"{content.name:14} {pages:7} pages  {wall:7.3f} s wall  {processor:7.3f} s processor  {memory:6.0f} MB  "
              f"{1e6 * wall / pages:6.0f} µs a page  {wall / floor:5.1f} x reading")
    return 0


if __name__ == "__main__":
    sys.exit(main())
