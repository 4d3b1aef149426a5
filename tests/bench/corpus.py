#!/usr/bin/env python3
"""Deterministic Swedish knowledge-base corpus generator (stdlib only).

usage: corpus.py -n 1000 -d vav|plain|hugo|eleventy|mkdocs|quartz|vitepress -o OUTDIR [--seed 1] [-j 2]

Every page depends only on (seed, N, index), so all dialects of one (seed, N) hold the
same text; only the front matter keys and the cross-link syntax differ.

Words: /usr/share/dict/swedish (Debian wswedish, real inflected forms) behind ~170 hand-ranked
function words, plus ~6000 compounds; Zipf-Mandelbrot p(r) ~ 1/(r+2.7)^1.03, with a topic
vocabulary per theme (18 % of tokens) and within-page repetition (18 %), so that document
frequencies look natural.  Heaps' law check: corpus.py --stats -n 1000 -d plain
"""
import argparse, bisect, itertools, multiprocessing as mp, os, random, re, sys, unicodedata

FUNC = """och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan
hon när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket
än här då sedan över bara blir upp även vad få två vill någon allt man några mellan första ha utan bli nya inom
blev detta dessa denna varit någonting hur måste genom sina sitt flera samt dem oss enligt både redan annat vilket
vilka vår våra vårt deras dess fram hela stora stor stort många del dag tid gång alltså därför eftersom medan dock
ännu aldrig alltid ofta ibland kanske dels bland kring trots innan gör göra gjort gå går gått se ser sett säger sagt
ta tar tagit ge ger gett fick bör behöver behövs finnas hos igen bra bättre bäst ny nytt gemensam gemensamma
samverkan mötet arbete arbetet frågan frågor barn unga skola skolan kommunen kommunerna regionen regionerna staten
stöd insatser behov ansvar roll parter parterna aktörer uppdrag resultat mål kunskap""".split()
HEADS = """samverkans skol miljö region kommun arbets barn ungdoms hälso vård omsorgs bostads trafik närings
utbildnings forsknings kultur landsbygds energi klimat vatten skogs jordbruks försörjnings trygghets säkerhets beredskaps
krishanterings digitaliserings informations data integritets jämställdhets demokrati medborgar folkhälso tandvårds
psykiatri äldre funktions rehabiliterings integrations språk lärar elev förskole gymnasie högskole företags
innovations export handels turism sjöfarts järnvägs kollektivtrafik plan bygg mark fastighets upphandlings ekonomi
budget skatte välfärds""".split()
TAILS = """frågor frågan arbete arbetet grupp gruppen gruppens plan planen planer råd rådet rådets avtal avtalet avtalen
modell modellen modeller process processen processer ansvar ansvaret mål målen strategi strategin strategier insats insatsen
insatser insatserna behov behovet behoven analys analysen analyser underlag underlaget möte mötet möten mötena stöd stödet
program programmet projekt projektet projekten utveckling utvecklingen samordning samordningen samordnare nätverk nätverket
bedömning bedömningen bedömningar uppföljning uppföljningen utredning utredningen verksamhet verksamheten verksamheter
organisation organisationen myndighet myndigheten myndigheter politik politiken perspektiv perspektivet system systemet
kostnad kostnader kostnaderna resurs resurser resurserna kompetens kompetensen åtgärd åtgärder åtgärderna område områden
nämnd nämnden forum forumet dialog dialogen överenskommelse överenskommelsen rapport rapporten""".split()
ACTORS = """Arbetsförmedlingen|Barnombudsmannen|Boverket|Brottsförebyggande rådet|Socialstyrelsen|Skolverket|Skolinspektionen|
Folkhälsomyndigheten|Försäkringskassan|Göteborgs stad|Malmö stad|Stockholms stad|Uppsala kommun|Umeå kommun|Örebro kommun|
Region Skåne|Region Västerbotten|Västra Götalandsregionen|Region Östergötland|Region Jämtland Härjedalen|Länsstyrelsen i Norrbotten|
Länsstyrelsen i Skåne|Polismyndigheten|Migrationsverket|Myndigheten för delaktighet|Naturvårdsverket|Energimyndigheten|
Trafikverket|Tillväxtverket|Vinnova|Lunds universitet|Karolinska institutet|Luleå tekniska universitet|Rädda Barnen|Röda Korset|
Svenskt Näringsliv|Sveriges Kommuner och Regioner|Unionen|Kommunal|Hyresgästföreningen""".replace("\n", "").split("|")
THEMES = """Skolnärvaro|Psykisk hälsa|Tidiga insatser|Nära vård|Äldreomsorg|Hemlöshet|Bostadsförsörjning|Våld i nära relationer|
Ungas etablering|Integration|Språkutveckling|Förskola|Gymnasieskola|Kompetensförsörjning|Arbetsmarknad|Rehabilitering|Missbruk och beroende|
Barnrätt|Funktionshinder|Jämställdhet|Demokrati|Medborgardialog|Civilsamhälle|Kultur och fritid|Idrott|Folkbildning|Trygghet|
Brottsförebyggande arbete|Krisberedskap|Totalförsvar|Informationssäkerhet|Digitalisering|Öppna data|Artificiell intelligens|Välfärdsteknik|
Klimatanpassning|Energiomställning|Vattenvård|Biologisk mångfald|Skogsbruk|Livsmedel|Landsbygd|Kollektivtrafik|Järnväg|Cykling|
Vägsäkerhet|Upphandling|Budget och uppföljning|Styrning och ledning|Tillit|Innovation|Forskning|Utvärdering|Internationellt samarbete|
Nordiskt samarbete|Rennäring|Minoritetsspråk|Tandvård|Läkemedel|Suicidprevention""".replace("\n", "").split("|")
TYPES = ("meeting", "theme", "statement", "conclusion")
SECTION = {"meeting": "meetings", "theme": "topics", "statement": "statements", "conclusion": "conclusions"}
PREFIX = {"meeting": "mote", "theme": "tema", "statement": "uttalande", "conclusion": "slutsats"}
HEADINGS = """Bakgrund|Deltagare och roller|Vad parterna är överens om|Var vi skiljer oss åt|Frågor till nästa möte|Underlag|Nuläge|
Behov av stöd|Ansvar och finansiering|Förslag till åtgärder|Risker|Erfarenheter|Lägesbild|Prioriteringar|Uppföljning|Slutsatser|
Öppna frågor|Ekonomiska konsekvenser|Rättsliga förutsättningar|Så går vi vidare""".replace("\n", "").split("|")

def slugify(s):
    s = s.lower().replace("å", "a").replace("ä", "a").replace("ö", "o").replace("é", "e")
    s = unicodedata.normalize("NFKD", s).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", s).strip("-")

G = {}
def init(seed, n, dialect, out):
    if G.get("key") == (seed, n): 
        G.update(dialect=dialect, out=out); return
    rng = random.Random(seed)
    with open("/usr/share/dict/swedish", encoding="iso-8859-1") as f:
        dic = [w.strip() for w in f]
    seen = set(FUNC)
    dic = [w for w in dic if 2 < len(w) < 22 and w.isalpha() and w.islower() and w not in seen]
    rng.shuffle(dic)
    comp = [h + t for h in HEADS for t in TAILS]
    rng.shuffle(comp)
    vocab = list(FUNC)
    ci = iter(comp)
    for i, w in enumerate(dic):            # every 6th word of the first 40k is a compound
        vocab.append(w)
        if i % 6 == 5:
            c = next(ci, None)
            if c: vocab.append(c)
    w = [1.0 / (r + 2.7) ** 1.03 for r in range(1, len(vocab) + 1)]
    cw = list(itertools.accumulate(w))
    topics = []
    tw = list(itertools.accumulate(1.0 / (r + 2.0) for r in range(400)))
    for t in range(len(THEMES)):
        topics.append([vocab[int(200 + (len(vocab) - 200) * rng.random() ** 3)] for _ in range(400)])
    G.update(key=(seed, n), seed=seed, n=n, dialect=dialect, out=out, vocab=vocab, cw=cw, topics=topics, tw=tw,
             aslug=[slugify(a) for a in ACTORS], tslug=[slugify(t) for t in THEMES])
    G["heads"] = [head(i) for i in range(n)]
    G["meetings"] = [i for i in range(n) if G["heads"][i][0] == "meeting"] or [0]

def ptype(i):
    m = i % 20                               # 15 % meetings, 5 % themes, 60 % statements, 20 % conclusions
    return "meeting" if m in (0, 7, 13) else "theme" if m == 4 else "conclusion" if m in (2, 9, 15, 18) else "statement"

def head(i):
    rng = random.Random(G["seed"] * 1_000_003 + i)
    t = ptype(i)
    ws = [w for w in rng.choices(G["vocab"], cum_weights=G["cw"], k=rng.randint(3, 6))]
    ws += [G["topics"][rng.randrange(60)][rng.randrange(60)]]
    title = " ".join(ws); title = title[0].upper() + title[1:]
    slug = f"{PREFIX[t]}-{i:06d}-{slugify(' '.join(ws[-2:]))[:40].strip('-')}"
    return t, slug, title

def link(i, text):
    t, slug, title = G["heads"][i]
    d = G["dialect"]
    sec = SECTION[t]
    if d in ("plain", "quartz", "vav"): return f"[[{slug}|{text}]]" if text != slug else f"[[{slug}]]"
    if d == "hugo": return f"[{text}](/{sec}/{slug}.md)"
    if d == "eleventy": return f"[{text}](/{sec}/{slug}.md)"
    if d == "vitepress": return f"[{text}](/{sec}/{slug}.md)"
    if d == "mkdocs": return f"[{text}](../{sec}/{slug}.md)"
    raise SystemExit("dialect?")

def page(i):
    n = G["n"]; d = G["dialect"]
    t, slug, title = G["heads"][i]
    rng = random.Random(G["seed"] * 7_000_003 + 31 * n + i)
    R = rng.random
    themes = sorted(rng.sample(range(60), rng.choice((1, 2, 2, 3, 3, 4))))
    actors = sorted(rng.sample(range(40), rng.choice((1, 2, 3, 3, 4, 5)) if t != "meeting" else rng.randint(3, 8)))
    nw = rng.randint(230, 760)                # + titles, link texts, headings = 300-900 words
    base = rng.choices(G["vocab"], cum_weights=G["cw"], k=int(nw * .64) + 40)
    toks = base + rng.choices(G["topics"][rng.choice(themes)], cum_weights=G["tw"], k=int(nw * .18)) + rng.choices(base, k=int(nw * .18))
    rng.shuffle(toks)
    pos = 0
    def take(k):
        nonlocal pos
        r = toks[pos:pos + k]; pos += k
        if len(r) < k: r += rng.choices(base, k=k - len(r))
        return r
    links = []
    for _ in range(rng.randint(5, 10)):
        j = int(n * R()) if R() < .5 else int(n * R() ** 2)
        links.append(j if j != i else (j + 1) % n)
    mt = G["meetings"][int(len(G["meetings"]) * R())]
    notes = []
    nfoot = rng.randint(1, 3) if i % 3 == 0 else 0
    def sentence():
        ws = list(take(6 + int(R() * 15)))
        if not ws: return ""
        ws[0] = ws[0][0].upper() + ws[0][1:]
        m = len(ws)
        if m > 9: ws[m // 2] += ","
        r = R()
        if r < .10 and m > 4:
            k = 1 + int(R() * (m - 3)); ws[k] = "**" + ws[k]; ws[k + 1] = ws[k + 1].rstrip(",") + "**"
        elif r < .20 and m > 3:
            k = 1 + int(R() * (m - 2)); ws[k] = "*" + ws[k].rstrip(",") + "*"
        elif r < .215:
            ws.append(f"[{G['vocab'][300 + int(R() * 5000)]}](https://example.org/dok/{int(R() * 99999)})")
        elif r < .225: ws.append("`§ %d kap`" % (1 + int(R() * 30)))
        elif r < .26: ws.append(str(1990 + int(R() * 37)))
        s = " ".join(ws) + "."
        return s
    def para():
        s = [sentence() for _ in range(2 + int(R() * 4))]
        if links and R() < .75:
            j = links.pop(); s.append("Se " + link(j, G["heads"][j][2]) + ".")
        if len(notes) < nfoot and R() < .6:
            notes.append(" ".join(take(9)) + "."); s[-1] += f"[^{len(notes)}]"
        return " ".join(x for x in s if x)
    out = []
    hs = rng.sample(HEADINGS, 8)
    out.append(para())
    tabled = False
    while pos < nw:
        out.append("## " + (hs.pop() if hs else "Övrigt " + str(len(out))))
        out.append(para())
        r = R()
        if r < .45:
            out.append("### " + " ".join(take(3)).capitalize())
            out.append(para())
        if R() < .55:
            items = []
            for q in range(rng.randint(3, 6)):
                it = " ".join(take(5 + int(R() * 7)))
                if links and R() < .3:
                    j = links.pop(); it += " – " + link(j, G["heads"][j][2])
                items.append("- " + it)
                if R() < .12: items.append("    - " + " ".join(take(5)))
            out.append("\n".join(items))
        if R() < .3: out.append("> " + sentence() + "\n> " + sentence())
        if i % 4 == 0 and not tabled:
            tabled = True
            rows = ["| Aktör | Fråga | Ansvar | År |", "|---|---|:-:|---:|"]
            for q in range(rng.randint(4, 8)):
                rows.append(f"| {ACTORS[rng.choice(actors)]} | {' '.join(take(3))} | {' '.join(take(1))} | {2016 + int(R() * 10)} |")
            out.append("\n".join(rows))
    if links:
        out.append("## Se även")
        out.append("\n".join("- " + link(j, G["heads"][j][2]) for j in links))
    while len(notes) < nfoot:
        notes.append("Not " + str(len(notes) + 1) + "."); out.append("Källa saknas delvis.[^%d]" % len(notes))
    for k, x in enumerate(notes, 1): out.append(f"[^{k}]: {x}")
    summary = " ".join(rng.choices(base, k=rng.randint(12, 24))).capitalize() + "."
    date = f"{2015 + int(R() * 11)}-{1 + int(R() * 12):02d}-{1 + int(R() * 28):02d}"
    an = [ACTORS[a] for a in actors]; tn = [THEMES[x] for x in themes]
    if d == "vav":
        fm = [f'title: "{title}"', f'summary: "{summary}"', f"published: {date}", f"date: {date}"]
        fm.append("actors: [" + ", ".join("aktor-" + G["aslug"][a] for a in actors) + "]")
        fm.append("topics: [" + ", ".join("amne-" + G["tslug"][x] for x in themes) + "]")
        if t in ("statement", "conclusion"): fm.append(f"meeting: {G['heads'][mt][1]}")
        return SECTION[t] + "/" + slug + ".md", "---\n" + "\n".join(fm) + "\n---\n\n" + "\n\n".join(out) + "\n", date, actors, themes
    fm = [f'title: "{title}"', f"date: {date}"]
    if d == "hugo": fm.append(f"pagetype: {t}")
    else: fm.append(f"type: {t}")
    fm.append("actors: [" + ", ".join(f'"{x}"' for x in an) + "]")
    fm.append("themes: [" + ", ".join(f'"{x}"' for x in tn) + "]")
    if d == "quartz":
        fm.append("tags: [" + ", ".join(["aktor/" + G["aslug"][a] for a in actors] + ["tema/" + G["tslug"][x] for x in themes]) + "]")
    if t in ("statement", "conclusion"): fm.append(f"meeting: {G['heads'][mt][1]}")
    fm.append(f'summary: "{summary}"')
    if d in ("quartz", "vitepress", "mkdocs"): fm.append(f'description: "{summary}"')
    return SECTION[t] + "/" + slug + ".md", "---\n" + "\n".join(fm) + "\n---\n\n" + "\n\n".join(out) + "\n", date, actors, themes

def work(rng_):
    a, b = rng_
    tot = 0; meta = []
    for i in range(a, b):
        p, txt, date, ac, th = page(i)
        bs = txt.encode(); tot += len(bs)
        with open(os.path.join(G["out"], p), "wb") as f: f.write(bs)
        if G["dialect"] == "mkdocs": meta.append((i, date, ac, th))
    return tot, meta

VAV_CONFIG = """format: 1
site:
  title: Kunskapsbank
  publisher: Provmyndigheten
  description: En påhittad kunskapsbas för mätning.
  lang: sv
  start: start
  contact: Registrator
defaults:
  lang: sv
  responsible: Provenheten
common:
  relations:
    actors: {to: [actor], many: true, label: {sv: Aktörer}, inverse: {sv: Nämnd i}}
    topics: {to: [topic], many: true, label: {sv: Ämnen}, inverse: {sv: Sidor om ämnet}}
kinds:
  session:
    folder: meetings
    mark: disc
    label: {sv: {one: möte, many: möten}}
    fields: {date: {type: partial-date, label: {sv: Datum}}}
  theme:
    folder: topics
    mark: hexagon
    label: {sv: {one: tema, many: teman}}
    fields: {date: {type: partial-date, label: {sv: Datum}}}
  statement:
    folder: statements
    mark: speech
    label: {sv: {one: uttalande, many: uttalanden}}
    fields: {date: {type: partial-date, label: {sv: Datum}}}
    relations: {meeting: {to: [session], label: {sv: Möte}, inverse: {sv: Uttalanden}}}
  conclusion:
    folder: conclusions
    mark: square
    label: {sv: {one: slutsats, many: slutsatser}}
    fields: {date: {type: partial-date, label: {sv: Datum}}}
    relations: {meeting: {to: [session], label: {sv: Möte}, inverse: {sv: Slutsatser}}}
  actor: {folder: actors, mark: house, label: {sv: {one: aktör, many: aktörer}}}
  topic: {folder: subjects, mark: bars, label: {sv: {one: ämne, many: ämnen}}}
  page: {folder: pages, address: /, mark: sheet, list: false, label: {sv: {one: sida, many: sidor}}}
"""

def write_vav_frame(out):
    def put(name, title, body=""):
        path = os.path.join(out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(f'---\ntitle: "{title}"\nsummary: "{title}."\npublished: 2026-01-15\n---\n{body}')
    with open(os.path.join(out, "vav.yaml"), "w", encoding="utf-8") as f: f.write(VAV_CONFIG)
    put("pages/start.md", "Kunskapsbank", "\nVälkommen.\n")
    for name, slug in zip(ACTORS, G["aslug"]): put(f"actors/aktor-{slug}.md", name)
    for name, slug in zip(THEMES, G["tslug"]): put(f"subjects/amne-{slug}.md", name)

def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("-n", type=int, required=True); ap.add_argument("-d", default="plain"); ap.add_argument("-o")
    ap.add_argument("--seed", type=int, default=1); ap.add_argument("-j", type=int, default=2); ap.add_argument("--stats", action="store_true")
    a = ap.parse_args()
    init(a.seed, a.n, a.d, a.o)
    if a.stats:
        from collections import Counter
        c = Counter(); df = Counter()
        for i in range(a.n):
            body = page(i)[1].split("\n---\n", 1)[1]
            ws = re.findall(r"[^\W\d_]+", body.lower()); c.update(ws); df.update(set(ws))
        tok = sum(c.values())
        print(f"pages {a.n} tokens {tok} ({tok/a.n:.0f}/page) distinct {len(c)} hapax {sum(v==1 for v in c.values())} distinct/page {sum(df.values())/a.n:.0f} nonASCII tokens {sum(v for w,v in c.items() if not w.isascii())/tok:.1%} top {c.most_common(8)}")
        return
    for s in SECTION.values(): os.makedirs(os.path.join(a.o, s), exist_ok=True)
    step = 500
    jobs = [(k, min(k + step, a.n)) for k in range(0, a.n, step)]
    if a.j > 1 and len(jobs) > 1:
        with mp.get_context("fork").Pool(a.j) as p: res = p.map(work, jobs, chunksize=1)
    else: res = [work(j) for j in jobs]
    if a.d == "vav":
        write_vav_frame(a.o)
    home = "# Kunskapsbank\n\nVälkommen.\n"
    if a.d in ("mkdocs", "vitepress", "quartz"):
        open(os.path.join(a.o, "index.md"), "w").write("---\ntitle: Kunskapsbank\n---\n\n" + home)
    if a.d == "mkdocs":                      # MkDocs has no taxonomies: index pages as Markdown
        meta = [m for r in res for m in r[1]]
        meta.sort(key=lambda m: m[1], reverse=True)
        for key, names, slugs, idx in (("actors", ACTORS, G["aslug"], 2), ("themes", THEMES, G["tslug"], 3)):
            os.makedirs(os.path.join(a.o, key), exist_ok=True)
            for k, nm in enumerate(names):
                L = [f"- {m[1]} {link(m[0], G['heads'][m[0]][2])}" for m in meta if k in m[idx]]
                open(os.path.join(a.o, key, slugs[k] + ".md"), "w").write(f'---\ntitle: "{nm}"\n---\n\n# {nm}\n\n' + "\n".join(L) + "\n")
            open(os.path.join(a.o, key, "index.md"), "w").write(f'---\ntitle: "{key}"\n---\n\n' + "\n".join(f"- [{nm}]({slugs[k]}.md)" for k, nm in enumerate(names)) + "\n")
    print(f"{a.d} N={a.n} {sum(r[0] for r in res)/1e6:.2f} MB markdown -> {a.o}")

if __name__ == "__main__": main()
