"""Counters of recount.py for the tables of evidence: sparbarhet/, matris/ and tackning/."""
import csv
import re

LETTERS = {"for": "S", "nuanced": "N", "against": "E", "leads": "→", "way": "○", "review": "!"}
WORDS = {"for": "stöder", "leads": "följer av den", "nuanced": "nyanserar", "against": "talar emot", "way": "genom andra led", "review": "behöver granskas"}
HEADS = {"Stöder": "for", "Nyanserar": "nuanced", "Talar emot": "against", "Följer av": "leads", "Genom andra led": "way"}


def number(text):
    """The first number of a text, None without one."""
    found = re.search(r"\d[\d ]*", text)
    return int(found[0].replace(" ", "")) if found else None


def listed(site, element, address):
    """Ids of the pages in the lists of an element, one for each item of a list."""
    return [site.links(one, address)[0] for one in element.all("li") if site.links(one, address)]


def rows_of_table(site, address):
    """[(id of the row, its cells)] of the table of a page, the heads of bands left out."""
    table = site.main(address).first("table")
    for line in table.first("tbody").parent.all("tr"):
        head = line.first("th", scope="row")
        ids = site.links(head, address) if head else []
        if ids:
            yield ids[0], line.all("td")


# sparbarhet/

def facet_items(knowledge, item, kinds):
    """Items of the kinds that an item is tied to: itself, those that it points at, and those found back along the chain."""
    def steps(kind, declared):
        own = knowledge.step.get(kind, 0)
        to = [kind if one == "same" else one for one in (declared["to"] if isinstance(declared["to"], list) else [declared["to"]])]
        return own and all(0 < knowledge.step.get(one, 0) <= own for one in to)
    found, seen, todo = set(), set(), [item]
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        if knowledge.kind_of[here] in kinds:
            found.add(here)
        page = next(one for one in knowledge.family[here] if one.id == here)
        for relation, declared in knowledge.relations(page.kind).items():
            for target, _ in knowledge.targets(page, relation):
                if steps(page.kind, declared):
                    todo.append(target)
                if here == item and knowledge.kind_of[target] in kinds:
                    found.add(target)
    return found


def rows_wanted(knowledge, address):
    """The rows that the table at an address must have, and None for an address that is no table of rows."""
    rows = knowledge.items(*knowledge.rows())
    parts = address.split("/")
    if address == "sparbarhet/index.html":
        return rows
    if parts[1] != "urval":
        return None
    choice, value = parts[2:4]
    if choice == "lage":
        has = {"granska": lambda row: bool(knowledge.suspects(row)),
               "utan-stod": lambda row: not any(link.carries() for link in knowledge.behind[row]),
               "ifragasatt": lambda row: any(not link.carries() for link in knowledge.behind[row]),
               "utan-foljd": lambda row: not knowledge.ahead[row]}[value]
        return [row for row in rows if has(row)]
    facet = next(one for one in knowledge.config["search"]["facets"] if one["id"] == choice)
    return [row for row in rows if value in facet_items(knowledge, row, facet["kinds"])]


def traceability(knowledge, site):
    """Every row and cell of the tables of rows, and what is said above them."""
    most = (knowledge.config.get("traceability") or {}).get("columns", 12)
    columns = [kind for step in knowledge.chain for kind in step if kind not in knowledge.rows() and knowledge.items(kind)]
    replaced = knowledge.replaced()
    for address in site.addresses("sparbarhet/"):
        wanted = rows_wanted(knowledge, address)
        if wanted is None:
            continue
        lines = list(rows_of_table(site, address))
        told = {row: cells[0].parent.first("th").text() for row, cells in lines}
        yield address, "rows marked as replaced", sorted(row for row in wanted if row in replaced), sorted(row for row, words in told.items() if "Ersatt av" in words)
        yield address, "rows", sorted(wanted), sorted(row for row, _ in lines)
        head = site.main(address).first("h2", id="vav-table").text()
        standing = [row for row in wanted if row not in replaced]
        yield address, "the numbers above", [len(standing), len([row for row in standing if any(link.carries() for link in knowledge.behind[row])])], [int(one) for one in re.findall(r"\d+", head)]
        heads = [site.links(one, address)[0] for one in site.main(address).first("thead").all("th", "x")]
        for row, cells in lines:
            shown, places = list(cells), iter(heads)
            for kind in columns:
                items = knowledge.items(kind)
                if len(items) > most:
                    cell = shown.pop(0)
                    yield address, f"{row} × {kind}", len([item for item in items if knowledge.bearings(row, item)]), number(cell.text()) or 0
                    held = [knowledge.bearings(row, item) for item in items]
                    counts = [f"{sum(name in names for names in held)} {LETTERS[name]} {words}" for name, words in WORDS.items() if any(name in names for names in held)]
                    yield address, f"{row} × {kind} by bearing", counts, [one.text() for one in cell.all("small")]
                    yield address, f"{row} × {kind} says that it is empty", not number(cell.text()), cell.text() == "saknas"
                    continue
                for _ in items:
                    item, cell = next(places), shown.pop(0)
                    names, link = knowledge.bearings(row, item), cell.first("a")
                    yield address, f"{row} × {item}", "".join(LETTERS[name] for name in names) or "–saknas", link.first("span").text() if link else cell.text()
                    yield address, f"{row} × {item}: drawn as", names[:1], [one.removeprefix("is-") for one in link.classes()] if link else []
            total = len([item for kind in columns for item in knowledge.items(kind) if knowledge.bearings(row, item)])
            yield address, f"{row}: in all", [total], [number(one.text()) for one in shown]


def traced_kinds(knowledge, site):
    """The same from the other side: each item of another kind, with the rows that it hangs together with."""
    rows = knowledge.items(*knowledge.rows())
    for kind in (kind for step in knowledge.chain for kind in step if kind not in knowledge.rows()):
        address = f"sparbarhet/{knowledge.kinds[kind]['folder']}/index.html"
        items = knowledge.items(kind)
        if not items:
            continue
        main = site.main(address)
        linked = [item for item in items if any(knowledge.bearings(row, item) for row in rows)]
        numbers = [int(one) for one in re.findall(r"\d+", main.first("h2", id="vav-table").text())]
        standing = set(items) - knowledge.replaced()
        yield address, "the numbers above", [len(standing), len(standing & set(linked))], numbers
        yield address, "items without", sorted(set(items) - set(linked)), sorted(site.links(main.first("ul", "rel"), address)) if main.first("ul", "rel") else []
        if not linked:
            continue
        heads = [HEADS[one.text()] for one in main.first("thead").all("th")[1:]]
        lines = dict(rows_of_table(site, address))
        yield address, "items with", sorted(linked), sorted(lines)
        for item, cells in lines.items():
            for name, cell in zip(heads, cells):
                yield address, f"{item}: {name}", sorted(row for row in rows if name in knowledge.bearings(row, item)), sorted(listed(site, cell, address))
                suspect = [one for one in cell.all("li") if "Behöver granskas" in one.text()]
                yield address, f"{item}: {name}, to review", sorted(row for row in rows if {name, "review"} <= set(knowledge.bearings(row, item))), sorted(site.links(one, address)[0] for one in suspect)


def traced_rows(knowledge, site):
    """The page of each row: what its numbers count, item by item."""
    kinds = [kind for step in knowledge.chain for kind in step if kind not in knowledge.rows()]
    for row in knowledge.items(*knowledge.rows()):
        address = f"sparbarhet/{knowledge.kinds[knowledge.kind_of[row]]['folder']}/{row}/index.html"
        found = {kind: [item for item in knowledge.items(kind) if knowledge.bearings(row, item)] for kind in kinds}
        yield address, "is there", any(found.values()), site.has(address)
        for section in site.main(address).all("section", "part") if site.has(address) else []:
            kind = section.first("h2").attributes["id"].removeprefix("vav-")
            yield address, kind, sorted(found[kind]), sorted(listed(site, section, address))
            yield address, f"the number of {kind}", len(found[kind]), number(section.first("p", "hang").text())


def read_csv(site, path):
    """[{head: cell}], and the heads."""
    text = (site.folder / path).read_text(encoding="utf-8-sig")
    lines = list(csv.reader(text.splitlines(), csv.Sniffer().sniff(text.splitlines()[0], delimiters=";,\t")))
    return lines[0], lines[1:]


def links_file(knowledge, site):
    """sparbarhet/samband.csv: a line for each pair that hangs together with how, and one for each item that nothing does."""
    path = "sparbarhet/samband.csv"
    rows = knowledge.items(*knowledge.rows())
    others = [item for step in knowledge.chain for kind in step if kind not in knowledge.rows() for item in knowledge.items(kind)]
    wanted = [(row, item, ", ".join(WORDS[name] for name in knowledge.bearings(row, item))) for row in rows for item in others if knowledge.bearings(row, item)]
    wanted += [(row, "", "saknas") for row in rows if not any(knowledge.bearings(row, item) for item in others)]
    wanted += [("", item, "saknas") for item in others if not any(knowledge.bearings(row, item) for row in rows)]
    _, lines = read_csv(site, path)
    yield path, "lines", len(wanted), len(lines)
    shown = {(line[1], line[4]): line[6] for line in lines}
    for row, item, words in wanted:
        yield path, f"{row} × {item}", words, shown.get((row, item))


def table_file(knowledge, site):
    """sparbarhet/matris.csv: each row, what its cells say, and its numbers."""
    path = "sparbarhet/matris.csv"
    most = (knowledge.config.get("traceability") or {}).get("columns", 12)
    kinds = [kind for step in knowledge.chain for kind in step if kind not in knowledge.rows()]
    heads, lines = read_csv(site, path)
    yield path, "rows", sorted(knowledge.items(*knowledge.rows())), sorted(line[0] for line in lines)
    yield path, "rows as the page has them", [row for row, _ in rows_of_table(site, "sparbarhet/index.html")], [line[0] for line in lines]
    for row, _, *cells in lines:
        shown, total = dict(zip(heads[2:], cells)), 0
        for kind in kinds:
            held = {item: knowledge.bearings(row, item) for item in knowledge.items(kind)}
            count = len([names for names in held.values() if names])
            yield path, f"{row} × {kind}", str(count), shown[knowledge.plural(kind).capitalize()]
            total += count
            for item, names in held.items() if len(held) <= most else []:
                yield path, f"{row} × {item}", ", ".join(WORDS[name] for name in names) or "saknas", shown[knowledge.title(item)]
        yield path, f"{row}: in all", str(total), cells[-1]


# matris/

def matrix_cells(knowledge):
    """{(row, column): [the items of each view]}, and the pairs that are invited and that have spoken."""
    rules = knowledge.config["matrix"]
    rows, columns = knowledge.items(rules["rows"]), [item for kind in rules["columns"] for item in knowledge.items(kind)]
    cells, spoke, replaced = {}, set(), knowledge.replaced()
    for view in rules["views"]:
        of_rows = {row: set(knowledge.follow(view["rows"], row)) for row in rows}
        of_columns = {column: set(knowledge.follow(view["columns"], column)) for column in columns}
        for row in rows:
            for column in columns:
                both = of_rows[row] & of_columns[column]
                cells.setdefault((row, column), []).append(sorted(both - replaced))
                if both and view.get("voice"):
                    spoke.add((row, column))
    invited = {(row, column) for column in columns for row in knowledge.follow(rules.get("invited") or [], column) if row in rows}
    return rules, rows, columns, cells, invited, spoke


def matrix(knowledge, site):
    """Every number, sum and silence of the matrix and its views, and the list that each number leads to."""
    if not knowledge.config.get("matrix"):
        return
    rules, rows, columns, cells, invited, spoke = matrix_cells(knowledge)
    views = [(None, "matris/index.html", rules["views"])] + [(place, f"matris/{view['id']}/index.html", [view]) for place, view in enumerate(rules["views"])]
    for place, address, of in views if len(rules["views"]) > 1 else views[:1]:
        def count(row, column):
            return sum(len(one) for one in cells[row, column]) if place is None else len(cells[row, column][place])
        silence = place is None or bool(of[0].get("voice"))
        main = site.main(address)
        heads = [site.links(one, address)[0] for one in main.first("thead").all("th", "x")]
        told = [row for row in rows if any(any(cells[row, column]) or (row, column) in invited | spoke for column in columns)]
        lines = dict(rows_of_table(site, address))
        yield address, "columns", sorted(columns), sorted(heads)
        yield address, "rows", sorted(told), sorted(lines)
        yield address, "rows with nothing", sorted(set(rows) - set(told)), sorted(site.links(main.first("ul", "cols"), address)) if main.first("ul", "cols") else []
        yield address, "rows above", len(told), number(main.first("h2", id="vav-table").text())
        if rules.get("silent"):
            yield address, "silent of invited", [len(invited - spoke), len(invited)], [int(one) for one in re.findall(r"\d+", main.first("span", "silent").parent.text())][-2:]
        for row, line in [*lines.items(), (None, main.first("tfoot").all("td"))]:
            of_row = [row] if row else rows
            shown = list(line)
            for kind in rules["columns"]:
                of_kind = [column for column in heads if knowledge.kind_of[column] == kind]
                for column in of_kind:
                    cell, wanted = shown.pop(0), sum(count(one, column) for one in of_row)
                    silent = bool(row) and silence and (row, column) in invited - spoke
                    yield address, f"{row or 'sum'} × {column}", wanted, number(cell.text()) or 0
                    if row and not wanted:
                        yield address, f"{row} × {column} in words", silent, cell.first("span", "silent") is not None
                        yield address, f"{row} × {column} says so", True, bool(cell.first("span", "hide").text())
                        yield address, f"{row} × {column} shows so", "tyst" if silent else "–", cell.first("span", aria_hidden="true").text()
                    if row and wanted:
                        target, part = site.target(address, cell.first("a").attributes["href"])
                        yield address, f"{row} × {column} leads to", f"matris/{row}/{column}/index.html", target
                        section = next(one for one in site.main(target).all("section", "part") if one.first("h2", id=part)) if part else site.main(target)
                        yield target, "listed", sorted(item for one in (cells[row, column] if place is None else [cells[row, column][place]]) for item in one), sorted(item for one in section.all("ul", "rel") for item in listed(site, one, target))
                if shown and of_kind:
                    yield address, f"{row or 'sum'}: sum of {kind}", sum(count(one, column) for one in of_row for column in of_kind), number(shown.pop(0).text())


def matrix_file(knowledge, site):
    """matris/matris.csv: every number of every view, and who is silent, in the order of the page."""
    if not knowledge.config.get("matrix"):
        return
    path = "matris/matris.csv"
    rules, rows, columns, cells, invited, spoke = matrix_cells(knowledge)
    heads, lines = read_csv(site, path)
    shown = {line[0]: dict(zip(heads, line)) for line in lines}
    yield path, "rows", sorted(rows), sorted(shown)
    on_page = [row for row, _ in rows_of_table(site, "matris/index.html")]
    yield path, "rows as the page has them", on_page, [line[0] for line in lines if line[0] in on_page]
    for row in rows:
        for column in columns:
            for view, items in zip(rules["views"], cells[row, column]):
                yield path, f"{row} × {column}: {view['id']}", str(len(items)), shown[row][f"{knowledge.title(column)} ({view['label'][knowledge.lang]})"]
            if rules.get("silent"):
                yield path, f"{row} × {column}: silent", str(int((row, column) in invited - spoke)), shown[row][f"{knowledge.title(column)} ({rules['silent'][knowledge.lang]})"]


# tackning/

def coverage_lines(knowledge):
    """{id of the line: (items, counted apart, of how many)}."""
    replaced, lines = knowledge.replaced(), {}

    def apart(items, key):
        return sorted(item for item in items if not knowledge.waived(item, key)), sorted(item for item in items if knowledge.waived(item, key))
    has_voices = any(relation.get("voice") for kind in knowledge.kinds for relation in knowledge.relations(kind).values())
    for kind in knowledge.rows():
        items = [item for item in knowledge.items(kind) if item not in replaced]
        supported = [item for item in items if any(link.carries() for link in knowledge.behind[item])]
        lines[f"{kind}-without-evidence"] = (*apart(set(items) - set(supported), "unsupported"), len(items))
        if has_voices:
            lines[f"{kind}-one-voice"] = (sorted(item for item in supported if len(knowledge.voices(item)) < 2), [], len(supported))
        if knowledge.step[kind] > 1:
            lines[f"{kind}-one-origin"] = (sorted(item for item in supported if len(knowledge.origins(item)) < 2), [], len(supported))
        pinned = [item for item in items if knowledge.pins(item)]
        if pinned:
            lines[f"{kind}-to-review"] = (sorted(item for item in pinned if knowledge.suspects(item)), [], len(pinned))
    for kind in knowledge.step:
        items = [item for item in knowledge.items(kind) if item not in replaced]
        if knowledge.step[kind] < len(knowledge.chain):
            lines[f"{kind}-unused"] = (*apart([item for item in items if not knowledge.ahead[item]], "parked"), len(items))
        for relation, declared in knowledge.relations(kind).items():
            if declared.get("expected"):
                lines[f"{kind}-without-{relation}"] = (sorted(item for item in items if not knowledge.related(item, relation)), [], len(items))
    if (knowledge.config.get("matrix") or {}).get("silent"):
        *_, invited, spoke = matrix_cells(knowledge)
        lines["silent"] = (sorted(row for row, _ in invited - spoke), [], len(invited))
    return lines


def coverage(knowledge, site):
    """Each line of the report: how many of how many, in the table and at its own heading, and which."""
    address, wanted = "tackning/index.html", coverage_lines(knowledge)
    main = site.main(address)
    table = {one.first("a").attributes["href"].removeprefix("#"): one.all("td") for one in main.first("tbody").all("tr")}
    names = {"vav-" + line.replace("_", "-"): line for line in wanted}
    yield address, "lines", sorted(names), sorted(table)
    for section in main.all("section", "part"):
        name = section.first("h2").attributes.get("id")
        if name not in names:
            continue
        items, apart, out_of = wanted[names[name]]
        yield address, f"{name} in the table", [len(items), out_of, len(apart)], [int(one) for cell in table[name] for one in re.findall(r"\d+", cell.text())]
        yield address, f"{name} at its heading", [len(items), out_of], [int(one) for one in re.findall(r"\d+", section.first("p", "hang").text())][:2]
        lists = [sorted(site.links(one, address)[0] for one in found.all("li")) for found in section.all("ul", "rel")]
        yield address, f"{name}: items", [one for one in (items, apart) if one], lists
