#!/usr/bin/env python3
"""usage: count.py LOG STATUS: prints how many tests of a part passed and failed, read from what its runner printed last.
A part with runners of several sorts has the sum of them.

A part that left with a status other than 0 has at least one failure, whatever it printed; so has one that ran no test.
"""
import re
import sys

PLAIN = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)
CTEST = re.compile(r"^\d+% tests passed, (\d+) tests? failed out of (\d+)$", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in .*\n\n(OK|FAILED|NO TESTS RAN)(.*)$", re.MULTILINE)


def read_counts(text):
    passed = failed = 0
    for good, bad in PLAIN.findall(text)[-1:]:
        passed, failed = passed + int(good), failed + int(bad)
    for bad, total in CTEST.findall(text)[-1:]:
        passed, failed = passed + int(total) - int(bad), failed + int(bad)
    for total, _, rest in UNITTEST.findall(text)[-1:]:
        # A test that was skipped has not shown anything.
        bad = sum(int(n) for n in re.findall(r"(?:failures|errors|skipped|unexpected successes)=(\d+)", rest))
        passed, failed = passed + max(0, int(total) - bad), failed + bad
    return passed, failed


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
        passed, failed = read_counts(log.read())
    if failed == 0 and (sys.argv[2] != "0" or passed == 0):
        failed = 1
    print(passed, failed)


if __name__ == "__main__":
    main()
