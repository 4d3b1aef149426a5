#!/usr/bin/env python3
"""usage: run.py --vav PROGRAM [NAME…]: small sites, woven and compared with what is kept.

tests/sites/NAME/content/  the knowledge base; arguments of its own, if any, in NAME/arguments.txt (one a line)
tests/sites/NAME/expected/ the whole site that must come out (but SHA256SUMS, which only repeats it, the index, and the scripts of
                           assets/, which every site has)
tests/sites/NAME/expected-diagnostics.txt  exit status on the first line, then what stands on standard error, with paths
                           relative to NAME. Without it: status 0 and not a word. With another status than 0 no site may come out.

UPDATE_EXPECTED=1 writes what came out, to be read in the diff before it is kept.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SITES = Path(__file__).resolve().parent
THEME = SITES / "theme"
UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"
TODAY = "2026-01-15"
# Neither the index itself, which follows from documents.json (tests/search proves that).
SAME_EVERYWHERE = re.compile(r"SHA256SUMS|search/[a-z]+/(index\.json|head\.js|parts/[a-z]-[0-9a-f]{12}\.js)|assets/(lunr|search)[a-z.-]*\.[0-9a-f]{8}\.js|assets/lunr-languages\.LICENSE\.[0-9a-f]{8}\.txt")


def tree(folder):
    folder = Path(folder)
    files = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: data for name, data in files.items() if not SAME_EVERYWHERE.fullmatch(name)}


def weave(vav, site, out):
    """(status, standard error)"""
    extra = site / "arguments.txt"
    arguments = extra.read_text(encoding="utf-8").splitlines() if extra.exists() else []
    theme = [] if any(word.startswith("--theme") for word in arguments) else ["--theme", os.path.relpath(THEME, site)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC"}
    run = subprocess.run([vav, "build", "content", "--out", out, "--today", TODAY, *theme, *arguments],
                         cwd=site, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return run.returncode, run.stderr


def differences(expected, found, what):
    """How two texts or byte strings differ, for people."""
    if expected == found:
        return ""
    try:
        before, after = (side.decode() if isinstance(side, bytes) else side for side in (expected, found))
    except UnicodeDecodeError:
        return f"{what}: {len(expected)} bytes expected, {len(found)} other bytes found\n"
    lines = list(difflib.unified_diff(before.splitlines(True), after.splitlines(True), f"expected/{what}", f"found/{what}"))
    cut = "" if len(lines) <= 60 else f"… {len(lines) - 60} lines more\n"
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines[:60]) + cut


def check_diagnostics(site, status, errors):
    path = site / "expected-diagnostics.txt"
    found = f"{status}\n{errors}"
    if UPDATE:
        if found == "0\n":
            path.unlink(missing_ok=True)
        else:
            path.write_text(found, encoding="utf-8")
        return ""
    return differences(path.read_text(encoding="utf-8") if path.exists() else "0\n", found, "diagnostics")


def check_tree(site, out):
    expected_folder = site / "expected"
    if UPDATE:
        shutil.rmtree(expected_folder, ignore_errors=True)
        for name, data in (tree(out) if out.exists() else {}).items():
            (expected_folder / name).parent.mkdir(parents=True, exist_ok=True)
            (expected_folder / name).write_bytes(data)
        return ""
    expected, found = tree(expected_folder), tree(out)
    faults = [f"missing: {name}\n" for name in sorted(expected.keys() - found.keys())]
    faults += [f"not expected: {name}\n" for name in sorted(found.keys() - expected.keys())]
    faults += [differences(expected[name], found[name], name) for name in sorted(expected.keys() & found.keys())]
    return "".join(faults)


def check(vav, site):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "site")
        status, errors = weave(vav, site, out)
        faults = check_diagnostics(site, status, errors.replace(folder, "OUT")) + check_tree(site, out)
        if not UPDATE and status == 0 and not (site / "expected").exists():
            faults += "there is no expected/: UPDATE_EXPECTED=1 writes it\n"
        return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vav", required=True, type=os.path.abspath)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    sites = sorted(path.parent for path in SITES.glob("*/content"))
    if arguments.names:
        sites = [SITES / name for name in arguments.names]
    failed = 0
    for site in sites:
        faults = check(arguments.vav, site)
        if faults:
            failed += 1
            print(f"\nFAILED {site.name}\n{faults.rstrip()}")
    print(f"{len(sites) - failed} passed, {failed} failed")
    return 1 if failed or not sites else 0


if __name__ == "__main__":
    sys.exit(main())
