#!/usr/bin/env python3
"""usage: recount.py CONTENT SITE [TODAY]: counts everything anew that the evidence pages of SITE count, from the files of CONTENT.

Nothing of vav is used: front matter is read in knowledge.py, HTML in built.py. Prints each number that is wrong; exit status 1 then.
A page that counts gets a function here, in COUNTS; it yields (address, what is counted, what it must be, what the page says).
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evidence.built import Built
from evidence.knowledge import Knowledge, newest_day
from evidence.recount_tables import coverage, links_file, matrix, matrix_file, number, table_file, traceability, traced_kinds, traced_rows


def lists_of_kinds(knowledge, site):
    """The list of each kind: what its head counts, and what is listed."""
    for kind, declared in knowledge.kinds.items():
        folder = declared.get("address", declared["folder"]).strip("/")
        address = f"{folder}/index.html"
        if not folder or declared.get("list") is False or not site.has(address):
            continue
        items = knowledge.items(kind)
        main = site.main(address)
        head = main.first("p", "kind")
        yield address, "the number in the head", len(items), number(head.text())
        yield address, "the items listed", sorted(items), sorted(set(site.links(main, address)) & set(items))


def poles(knowledge, site):
    """What each item rests on, the same on its page in every language whichever of them says it: the total, and each pole."""
    for row in knowledge.items(*knowledge.rows()):
        links = [link for link in knowledge.links if link.later == row and link.bearing]
        for page in knowledge.family[row] if links else []:
            address = site.address_of(row, page.lang)
            section = site.main(address).first("h2", id="vav-evidence").parent
            yield address, "links of evidence", len(links), number(section.first("p", "hang").text())
            for bearing in sorted({link.bearing for link in links}):
                pole = next(one for one in section.all("div", "pole") if bearing in one.classes())
                wanted = [link.earlier for link in links if link.bearing == bearing]
                yield address, f"the number of {bearing}", len(wanted), number(pole.first("span", "n").text())
                yield address, f"the items {bearing}", set(), set(wanted) - set(site.links(pole, address))


COUNTS = [lists_of_kinds, traceability, traced_kinds, traced_rows, links_file, table_file, matrix, matrix_file, coverage, poles]


def recount(content, site, today=None, counts=None):
    """(faults, how many numbers were compared)."""
    knowledge, built = Knowledge(content, today or newest_day(content)), Built(site)
    faults, compared = [], 0
    for count in counts or COUNTS:
        before = compared
        for address, what, wanted, shown in count(knowledge, built):
            compared += 1
            if wanted != shown:
                faults.append(f"{address}: {what}: is {shown!r}, must be {wanted!r}")
        if compared == before:
            faults.append(f"{count.__name__}: the site has nothing that it counts")
    return faults, compared


def main():
    faults, compared = recount(*sys.argv[1:4])
    print("\n".join(faults) or f"{compared} counts are right")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
