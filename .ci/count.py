#!/usr/bin/env python3
"""usage: count.py LOG STATUS: prints how many tests of a part passed and failed, read from what its runner printed last.

A part that left with a status other than 0 has at least one failure, whatever it printed; so has one that ran no test.
"""
import re
import sys

PLAIN = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)
CTEST = re.compile(r"^\d+% tests passed, (\d+) tests? failed out of (\d+)$", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in .*\n\n(OK|FAILED|NO TESTS RAN)(.*)$", re.MULTILINE)


def read_counts(text):
    for passed, failed in reversed(PLAIN.findall(text)):
        return int(passed), int(failed)
    for failed, total in reversed(CTEST.findall(text)):
        return int(total) - int(failed), int(failed)
    for total, _, rest in reversed(UNITTEST.findall(text)):
        # A test that was skipped has not shown anything.
        failed = sum(int(n) for n in re.findall(r"(?:failures|errors|skipped|unexpected successes)=(\d+)", rest))
        return max(0, int(total) - failed), failed
    return 0, 0


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
        passed, failed = read_counts(log.read())
    if failed == 0 and (sys.argv[2] != "0" or passed == 0):
        failed = 1
    print(passed, failed)


if __name__ == "__main__":
    main()
