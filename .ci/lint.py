#!/usr/bin/env python3
"""usage: lint.py [--fix] [--changed] [FILE…]: clang-format and clang-tidy over C++, node --check over JavaScript, shellcheck over shell.

Needs build/dev/compile_commands.json. clang-tidy takes some ten seconds a file, so a file that passed is remembered in
$VAV_LINT_CACHE (~/.cache/vav/lint) by all that it was judged by: its text, the project's headers in it, .clang-tidy, the
compiler's arguments and the version of the tool. A file that failed is judged again each time. With --changed clang-tidy
judges only what this change touches: since origin/main, or where HEAD is origin/main (or there is none) since the commit before.
All else is quick and done for every file.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CLANG_FORMAT = "clang-format-19"
CLANG_TIDY = "clang-tidy-19"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
MONTH = 30 * 24 * 3600


def cache_folder():
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("VAV_LINT_CACHE") or Path(home) / "vav" / "lint")


def kept_files():
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    names = sorted({name for name in listed.stdout.decode().split("\0") if name})
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def git(*words):
    run = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.strip() if run.returncode == 0 else ""


def changed_files():
    """What differs from the base of this change, in commits or not yet. Everything, where there is no base."""
    head, base = git("rev-parse", "HEAD"), git("merge-base", "HEAD", "origin/main")
    if base in ("", head):
        base = git("rev-parse", "--verify", "HEAD~1")
    if not base:
        return set(kept_files())
    names = git("diff", "--name-only", base).splitlines() + git("ls-files", "--others", "--exclude-standard").splitlines()
    return {ROOT / name for name in names if (ROOT / name).is_file()}


def touched(judged, changed, known):
    """The changed sources, and for each changed header one source that includes it, its own where there is one."""
    chosen = [path for path in judged if path in changed]
    for header in sorted(path for path in changed if path.suffix == ".h"):
        own = [path for path in judged if path.with_suffix(".h") == header]
        users = own or [path for path in judged if header in headers_of(path, known)]
        chosen += [path for path in users[:1] if path not in chosen]
    return chosen


def headers_of(path, known):
    """The project's headers that `path` includes, directly or not. `known` remembers what each file includes."""
    found, todo = set(), [path]
    while todo:
        current = todo.pop()
        if current not in known:
            names = INCLUDE.findall(current.read_text(encoding="utf-8"))
            places = [(ROOT / "generator" / name, current.parent / name) for name in names]
            known[current] = [place.resolve() for pair in places for place in pair if place.is_file()]
        for header in known[current]:
            if header not in found:
                found.add(header)
                todo.append(header)
    return sorted(found)


class Tidy:
    def __init__(self):
        with open(ROOT / "build/dev/compile_commands.json", encoding="utf-8") as file:
            self.commands = {Path(entry["file"]).resolve(): entry["command"] for entry in json.load(file)}
        version = subprocess.run([CLANG_TIDY, "--version"], capture_output=True, check=True).stdout
        self.ground = version + b"".join((ROOT / name).read_bytes() for name in (".clang-tidy", "tests/.clang-tidy"))
        self.cache = cache_folder()
        self.cache.mkdir(parents=True, exist_ok=True)
        self.known = {}

    def forget_old(self):
        for entry in self.cache.iterdir():
            if entry.stat().st_mtime < time.time() - MONTH:
                entry.unlink(missing_ok=True)

    def key(self, path):
        # The same source in another folder, or with another launcher before the compiler, is the same source.
        arguments = self.commands[path].replace(str(ROOT), ".").split(" ")
        command = " ".join(arguments[arguments.index(next(a for a in arguments if a.startswith("-"))):])
        parts = [self.ground, command.encode(), path.read_bytes(), *(h.read_bytes() for h in headers_of(path, self.known))]
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()

    def check(self, path):
        if path not in self.commands:
            return "it is in no target of preset dev, so clang-tidy cannot judge it"
        mark = self.cache / self.key(path)
        if mark.exists():
            mark.touch()
            return ""
        run = subprocess.run([CLANG_TIDY, "--quiet", "-p", "build/dev", "--extra-arg=-Wno-error", str(path)],
                             cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            mark.touch()
            return ""
        return run.stdout + "".join(line for line in run.stderr.splitlines(True) if "warnings generated" not in line)


def complaint(command):
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def is_shell(path):
    return path.suffix == ".sh" or (path.suffix == "" and path.read_bytes()[:30].startswith(b"#!/usr/bin/env bash"))


def checks_of(files, changed):
    """(name, function that gives a complaint or "") for each thing to check; the slow ones first. `changed`: None = all."""
    sources = [path for path in files if path.suffix in {".cc", ".h"}]
    judged = [path for path in sources if path.suffix == ".cc" and "fuzz" not in path.relative_to(ROOT).parts]
    if changed is not None:
        judged = touched(judged, changed, {})
    tidy = Tidy() if judged else None
    if tidy:
        tidy.forget_old()
    checks = [(f"clang-tidy {path.relative_to(ROOT)}", lambda path=path: tidy.check(path)) for path in judged]
    for path in files:
        name = path.relative_to(ROOT)
        if path in sources:
            checks.append((f"clang-format {name}", lambda name=name: complaint([CLANG_FORMAT, "--dry-run", "-Werror", str(name)])))
        elif path.suffix in {".js", ".mjs", ".cjs"}:
            checks.append((f"node --check {name}", lambda name=name: complaint(["node", "--check", str(name)])))
        elif is_shell(path):
            checks.append((f"shellcheck {name}", lambda name=name: complaint(["shellcheck", "-x", str(name)])))
    return checks


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fix", action="store_true", help="format the C++ files and check nothing")
    parser.add_argument("--changed", action="store_true", help="clang-tidy judges only what this change touches")
    parser.add_argument("files", nargs="*", type=lambda name: Path(name).resolve())
    arguments = parser.parse_args()
    files = arguments.files or kept_files()
    if arguments.fix:
        sources = [str(path) for path in files if path.suffix in {".cc", ".h"}]
        return subprocess.run([CLANG_FORMAT, "-i", *sources], cwd=ROOT, check=False).returncode if sources else 0
    for tool in (CLANG_FORMAT, CLANG_TIDY, "node", "shellcheck"):
        if not shutil.which(tool):
            print(f"{tool} is missing\n0 passed, 1 failed")
            return 1
    checks = checks_of(files, changed_files() if arguments.changed else None)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (name, _), what in zip(checks, pool.map(lambda check: check[1](), checks)):
            if what:
                failed += 1
                print(f"\nFAILED {name}\n{what.rstrip()}", flush=True)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
