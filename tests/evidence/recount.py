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


def overview(knowledge, site):
    """Of each kind of the chain: how many, of how many something came, of how many nothing, and how many links lead on. Of each beginning: what it reached."""
    address = "oversikt/index.html"
    steps, beginnings = ({id: table for table in site.main(address).all("table") if table.attributes.get("aria-labelledby") == id} for id in ("vav-steps", "vav-beginnings"))
    replaced = knowledge.replaced()
    for kind, row in zip((kind for step in knowledge.chain for kind in step), steps["vav-steps"].first("tbody").all("tr"), strict=True):
        items = knowledge.items(kind)
        led_on = [item for item in items if knowledge.ahead[item] or item in replaced]
        wanted = [len(items)]
        if knowledge.step[kind] < len(knowledge.chain):
            wanted += [len(led_on), len(items) - len(led_on), sum(len(knowledge.ahead[item]) for item in items)]
        yield address, f"the row of {kind}", wanted, [int(cell.text()) for cell in row.all("td") if cell.text().isdigit()]
    for row in beginnings["vav-beginnings"].first("tbody").all("tr"):
        item = site.links(row.first("th"), address)[0]
        reached = [knowledge.step[knowledge.kind_of[one]] for one in knowledge.reach(item, towards_evidence=False)]
        yield address, f"what {item} led to", [reached.count(step) for step in range(2, len(knowledge.chain) + 1)], [int(cell.text()) for cell in row.all("td")]


def report(knowledge, site):
    """Every claim that stands is there once, with as many references as it has evidence; every reference leads to a numbered entry."""
    address = "rapport/index.html"
    if not site.has(address):
        return
    main, replaced = site.main(address), knowledge.replaced()
    claims = [item for item in knowledge.items(*knowledge.rows()) if item not in replaced]
    sections = main.all("article", "claim")
    yield address, "claims", len(claims), len(sections)
    entries = [one.attributes["id"] for one in main.all("li") if (one.attributes.get("id") or "").startswith("vav-u")]
    yield address, "numbers of the list of evidence", [f"vav-u{number}" for number in range(1, len(entries) + 1)], entries
    referred = {one.attributes["href"][1:] for section in sections for one in section.all("a") if (one.attributes.get("href") or "").startswith("#vav-u")}
    yield address, "entries that are referred to", set(entries), referred
    for section in sections:
        references = [one for one in section.all("a") if (one.attributes.get("href") or "").startswith("#vav-u")]
        item = site.links(section.first("h3"), address)[0]
        yield address, f"references of {item}", len([link for link in knowledge.behind[item] if link.bearing]), len(references)


COUNTS = [lists_of_kinds, traceability, traced_kinds, traced_rows, links_file, table_file, matrix, matrix_file, coverage, poles, overview, report]


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
