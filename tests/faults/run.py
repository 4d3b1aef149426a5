#!/usr/bin/env python3
"""usage: run.py --vav PROGRAM [CASE…]: faults that people make, one a file, and exactly what vav check must say of each.

cases/NAME.txt   a sentence; files under `=== PATH`; last `=== expected STATUS` with the findings, WRITTEN BY HAND from the files
                 above it: PATH:LINE:COLUMN LENGTH ID SEVERITY, or PATH ID SEVERITY where there
                 is no line. A line a-b stands for one finding on each of these lines.
                 The files lie over base/, unless vav.yaml is among them: then they are all that there is.
                 `=== PATH (escaped)`: \\t \\r \\0 \\\\ \\xFF (a byte) \\u0308 (a character), a \\ at the end joins two lines, and
                 ⟦TEXT×N⟧ stands for TEXT N times, with {n} as the number; in PATH too. (link) makes a symbolic link to the path
                 that follows, (folder) an empty folder. `arguments: …` above the first file adds arguments.
wording/NAME.txt what is said of it on a terminal: sentence, line, caret, hint. UPDATE_EXPECTED=1 refreshes these, and only these.
red/NAME.txt     cases that this program must fail, for the reason that stands after `red:`. A line `stand-in: …` is a shell
                 command that runs in place of vav; NAME.wording beside it is the wording that is kept.

Beside the findings: nothing is written, no signal, no more than the time allowed; and every finding of the catalogue that vav check
can tell has a case.
"""
import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
THEME = HERE.parent / "sites" / "theme"
UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"
TODAY = "2026-01-15"
# Seconds of the processor. A sanitizer is slow.
MOST_SECONDS = 50 if os.environ.get("VAV_PRESET") else 5
FINDING = re.compile(r"(?P<path>.+?)(?::(?P<from>\d+)(?:-(?P<to>\d+))?:(?P<column>\d+) (?P<length>\d+))? (?P<id>[a-z0-9-]+) (?P<severity>error|warning|note)")
HEADER = re.compile(r"=== (?P<path>.+?)(?: \((?P<how>escaped|link|folder)\))?")
# Told of a finished site, by vav verify.
NOT_BY_CHECK = re.compile(r"verify-.*")


class BadCase(Exception):
    pass


@dataclass
class Case:
    name: str
    files: dict = field(default_factory=dict)  # path -> (how, text)
    arguments: list = field(default_factory=list)
    status: int = 0
    findings: list = field(default_factory=list)
    red: str = ""
    stand_in: str = ""


def unescape(text):
    text = re.sub(r"\\\n", "", text)
    text = re.sub(r"⟦(.*?)×(\d+)⟧", lambda m: "".join(m[1].replace("{n}", str(n)) for n in range(1, int(m[2]) + 1)), text, flags=re.DOTALL)
    plain = {"t": b"\t", "r": b"\r", "n": b"\n", "0": b"\0", "\\": b"\\"}
    out = b""
    for part in re.split(r"(\\x[0-9A-F]{2}|\\u[0-9A-F]{4}|\\.)", text):
        if not part.startswith("\\"):
            out += part.encode()
        elif part[1] == "x" and len(part) == 4:
            out += bytes([int(part[2:], 16)])
        elif part[1] == "u" and len(part) == 6:
            out += chr(int(part[2:], 16)).encode()
        else:
            out += plain.get(part[1], part.encode())
    return out


def read_finding(line):
    match = FINDING.fullmatch(line)
    if not match:
        raise BadCase(f"no finding: {line}")
    path = match["path"]
    if "\\" in path:
        path = unescape(path).decode()
    if not match["from"]:
        return [(path, 0, 0, 0, match["id"], match["severity"])]
    lines = range(int(match["from"]), int(match["to"] or match["from"]) + 1)
    return [(path, one, int(match["column"]), int(match["length"]), match["id"], match["severity"]) for one in lines]


def read_case(path, case):
    """Fills in the case, as far as it can be read."""
    parts = re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for key, value in re.findall(r"^(arguments|red|stand-in): (.+)$", parts[0], flags=re.MULTILINE):
        if key == "arguments":
            case.arguments = value.split()
        else:
            setattr(case, key.replace("-", "_"), value)
    if not parts[-1].startswith("=== expected "):
        raise BadCase("the last part is not '=== expected STATUS'")
    for part in parts[1:-1]:
        head, _, text = part.partition("\n")
        match = HEADER.fullmatch(head)
        name = match["path"]
        if match["how"] == "escaped" and "\\" in name:
            name = unescape(name).decode()
        case.files[name] = (match["how"] or "", text)
    head, *lines = parts[-1].splitlines()
    case.status = int(head.removeprefix("=== expected "))
    for line in lines:
        if line.strip():
            case.findings += read_finding(line)


def lay_out(case, content):
    """Writes the knowledge base of a case."""
    files = dict(case.files)
    if "vav.yaml" not in files:
        for path in HERE.glob("base/**/*"):
            if path.is_file():
                files.setdefault(str(path.relative_to(HERE / "base")), ("", path.read_text(encoding="utf-8")))
    for name, (how, text) in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if how == "link":
            path.symlink_to(text.strip())
        elif how == "folder":
            path.mkdir()
        elif text.strip() != "(none)":
            path.write_bytes(unescape(text) if how == "escaped" else text.encode())


def snapshot(folder):
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_size) for path in Path(folder).rglob("*")}


def run(case, vav, folder, style):
    """(status, standard output, standard error); a status below 0 is a signal. OSError when there is no such program."""
    command = ["sh", "-c", case.stand_in] if case.stand_in else [vav, "check", "content", "--today", TODAY, "--theme", str(THEME), "--diagnostics", style, *case.arguments]
    limited = ["sh", "-c", f'ulimit -t {MOST_SECONDS}; exec "$@"', "sh", *command]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC"}
    done = subprocess.run(limited, cwd=folder, env=environment, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def tell(finding):
    path, line, column, length, name, severity = finding
    return f"{path}:{line}:{column} {length} {name} {severity}" if line else f"{path} {name} {severity}"


def compare_findings(expected, found):
    faults = [f"missing: {tell(one)}\n" for one in expected if expected.count(one) > found.count(one)]
    faults += [f"not expected: {tell(one)}\n" for one in found if found.count(one) > expected.count(one)]
    return "".join(dict.fromkeys(faults))


def check_wording(case, text):
    """The terminal tells the same findings as the JSON; its words are those that are kept."""
    heads = re.findall(r"^content/(.*?)(?::(\d+):(\d+))?: (error|warning|note): \[([a-z0-9-]+)\] ", text, flags=re.MULTILINE)
    told = [(path, int(line or 0), int(column or 0), name, severity) for path, line, column, severity, name in heads]
    faults = "" if sorted(told) == sorted(one[:3] + one[4:] for one in case.findings) else "the findings on the terminal are others than those in JSON\n"
    kept = HERE / "red" / (case.name + ".wording") if case.red else HERE / "wording" / (case.name + ".txt")
    text = "".join(line[:300] + ("…" if len(line) > 300 else "") + "\n" for line in text.split("\n")).strip("\n") + "\n"
    if not text.strip() or (case.red and not kept.exists()):
        return faults
    if UPDATE and not case.red:
        kept.write_text(text, encoding="utf-8")
    elif not kept.exists():
        faults += f"{kept.name} is not kept: UPDATE_EXPECTED=1 writes it\n"
    elif kept.read_text(encoding="utf-8") != text:
        faults += f"other words than in {kept.relative_to(HERE)}:\n{text}"
    return faults


def check(case, vav):
    """What is wrong, or ''."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        content.mkdir()
        lay_out(case, content)
        before = snapshot(folder)
        status, _, errors = run(case, vav, folder, "json")
        if status < 0 or status >= 128:
            return f"ended by signal {-status if status < 0 else status - 128}: crash, or more than {MOST_SECONDS} seconds\n{errors[-2000:]}"
        try:
            found = [tuple(one[key] for key in ("path", "line", "column", "length", "id", "severity")) for one in json.loads(errors)]
        except (json.JSONDecodeError, KeyError, TypeError):
            return f"standard error is no list of findings: {errors[:500]}\n"
        found = [one if one[1] else (one[0], 0, 0, 0, one[4], one[5]) for one in found]
        faults = compare_findings(case.findings, found)
        if status != case.status:
            faults += f"status {status}, not {case.status}\n"
        if not faults and not case.stand_in:
            faults += check_wording(case, run(case, vav, folder, "text")[2])
        changed = sorted({path.removeprefix(folder + "/") for path, _ in set(before.items()) ^ set(snapshot(folder).items())})
        if changed:
            faults += f"written or changed: {', '.join(changed)}\n"
        return faults


def judge(path, vav):
    case = Case(path.stem)
    try:
        read_case(path, case)
        faults = check(case, vav)
    except (BadCase, subprocess.TimeoutExpired) as problem:
        faults = f"{type(problem).__name__}: {problem}\n"
    if case.red:
        right = case.red in faults
        faults = "" if right else f"it should have failed with “{case.red}”, but: {faults or 'nothing was found'}\n"
    return path, case, faults


def uncovered(vav, cases):
    """Findings that vav check can tell and no case expects, and what is kept for no case."""
    listing = subprocess.run([vav, "check", "--list"], env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, timeout=60, check=False).stdout
    known = {line.split(" ")[0] for line in listing.splitlines() if line and not line.startswith(" ")}
    covered = {finding[4] for case in cases for finding in case.findings}
    faults = [f"no case for {name}\n" for name in sorted(known - covered) if not NOT_BY_CHECK.fullmatch(name)]
    names = {case.name for case in cases}
    faults += [f"wording/{path.name} belongs to no case\n" for path in sorted(HERE.glob("wording/*.txt")) if path.stem not in names]
    return "".join(faults) if known else "vav check --list tells nothing\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vav", required=True, type=os.path.abspath)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    paths = sorted(HERE.glob("cases/*.txt")) + sorted(HERE.glob("red/*.txt"))
    if arguments.names:
        paths = [path for path in paths if path.stem in arguments.names]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2 * (os.cpu_count() or 1)) as pool:
        results = list(pool.map(lambda path: judge(path, arguments.vav), paths))
    failed = 0
    for path, _, faults in results:
        if faults:
            failed += 1
            lines = faults.splitlines(True)
            print(f"FAILED {path.relative_to(HERE)}\n{''.join(lines[:30])}{f'… {len(lines) - 30} lines more' if len(lines) > 30 else ''}")
    total = len(results)
    if not arguments.names:
        total += 1
        faults = uncovered(arguments.vav, [case for path, case, _ in results if path.parent.name == "cases"])
        if "no case for dead-link" not in uncovered(arguments.vav, []):
            faults += "its red twin: a catalogue without cases is taken for covered\n"
        if faults:
            failed += 1
            print(f"FAILED the catalogue\n{faults}")
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
