#!/usr/bin/env python3
"""usage: large_site.py --vav PROGRAM --pages N --out FOLDER: a made-up knowledge base of so many pages, woven (see corpus.py)."""
import argparse
import os
import subprocess

from bench import corpus


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vav", required=True, type=os.path.abspath)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    subprocess.run([arguments.vav, "build", corpus(arguments.pages), "--out", arguments.out, "--today", "2030-01-15"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
