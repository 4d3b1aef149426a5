#!/usr/bin/env python3
"""usage: soak.py --vav PROGRAM [--rounds 20]: builds over and over with different numbers of threads; every site must be the same."""
import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def digest(folder):
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(f"{path.relative_to(folder)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vav", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    out = ROOT / "build/soak/site"
    first, failed = None, 0
    for round_number in range(arguments.rounds):
        jobs, fresh = chance.randint(1, 8), chance.random() < 0.5
        if fresh:
            shutil.rmtree(out, ignore_errors=True)
        run = subprocess.run([arguments.vav, "build", ROOT / "content", "--out", out, "--today", "2030-01-15", "--jobs", str(jobs)],
                             capture_output=True, text=True, check=False)
        found = digest(out) if run.returncode == 0 else f"status {run.returncode}: {run.stderr}"
        first = first or found
        if found != first or run.returncode != 0:
            failed += 1
            print(f"FAILED round {round_number}: --jobs {jobs}, {'into a new folder' if fresh else 'over the last site'}: {found}")
    print(f"{arguments.rounds - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
