// The knowledge base of `vav init`, in Swedish. starter_en.cc is the same in English.
#include "authoring/starter.h"

namespace vav {
namespace {

constexpr std::string_view readme = R"(# Skriva här

En sida är en fil. Mappen säger vilken sort den är, filnamnet är sidans id.

| Mapp | Sort |
|---|---|
| moten | möte |
| inspel | inspel |
| beslut | beslut |
| aktorer | aktör |
| sidor | sida, till exempel startsidan |

1. Gör en ny sida: `vav new statement "Bättre belysning"`. Skriv där det står `«FYLL I»`.
2. Se den i webbläsaren medan du skriver: `vav serve`.
3. Leta fel: `vav check --strict`.
4. Bygg webbplatsen: `vav build --out ../webbplats`. Mappen går att öppna direkt, eller att lägga på en webbserver.

- Länka med `[[id]]` eller `[[id|egen text]]`, till ett stycke med `[[id#stycke|egen text]]`.
- Sätt `{#kort-id}` sist i ett stycke som andra ska kunna länka till.
- Ett samband skrivs på den yngre sidan. På den andra kommer det av sig självt.
- Sorter, uppgifter, samband och menyer står i `vav.yaml`. Ändra där efter vad ni behöver. Sidorna som ligger här är
  exempel: byt ut dem.
)";

constexpr std::string_view config = R"(# Kunskapsbasens beskrivning: sorterna, deras uppgifter och hur de hänger ihop.
# Alla nycklar förklaras av: vav schema --reference
format: 1

site:
  title: Säkra skolvägar
  description: Från vad som sades på möten till vad som blev beslutat.
  publisher: Arbetsgruppen för säkra skolvägar
  contact: arbetsgruppens sekreterare
  lang: sv
  start: start            # den sida som blir webbplatsens första
  start_lists: [decision] # sorter som räknas upp på startsidan

defaults:
  responsible: Arbetsgruppen

# Menyerna i sidhuvudet: sorter, sidor, register (A–Ö) och search.
menus:
  - label: Tråden
    items: [meeting, statement, decision]
  - label: Mer
    items: [actor, register, search, om]

# Bevistrådens led, från det första till det sista.
chain: [meeting, statement, decision]

# Vad varje samband kan bära: {ref: id, certainty: plausible, note: "..."}
relation_fields:
  certainty:
    type: choice
    choices: [{value: strong, quiet: true, label: säkert}, {value: plausible, label: troligt}]
    label: Säkerhet
    help: Hur säkert det är att sambandet finns.
  note: {type: text, label: Anmärkning, help: En mening som läsaren ser bredvid sambandet.}

kinds:
  meeting:
    folder: moten
    mark: disc
    label: {sv: {one: möte, many: möten}}
    sort: date
    fields:
      date: {type: partial-date, required: true, label: Datum}
      place: {type: text, label: Plats}
    relations:
      participants: {to: [actor], many: true, label: Deltog, inverse: Deltog i}
    sections:
      - {label: Inspel, via: [statement.meeting], empty: Inga inspel är antecknade.}
      - {label: Beslut som följde, via: [statement.meeting, decision.supported_by]}

  statement:
    folder: inspel
    mark: speech
    label: {sv: {one: inspel, many: inspel}}
    group_by: meeting
    date_from: meeting    # har ingen egen dag: mötets visas
    relations:
      meeting: {to: [meeting], required: true, label: Möte, inverse: Inspel på mötet}
      actor: {to: [actor], many: true, label: Av, inverse: Har sagt}

  decision:
    folder: beslut
    mark: square
    label: {sv: {one: beslut, many: beslut}}
    fields:
      status:
        type: choice
        required: true
        choices: [{value: proposed, label: föreslaget}, {value: taken, label: fattat}, {value: done, label: genomfört}]
        label: Läge
      due: {type: partial-date, label: Klart senast, help: "Så mycket som är bestämt: 2025-05-08, 2025-05 eller 2025."}
    relations:
      # evidence: målet är ett underlag, för eller emot, och måste stå tidigare i tråden.
      supported_by: {to: [statement, meeting], many: true, evidence: for, label: Stöds av, inverse: Ger stöd åt}
      contradicted_by: {to: [statement, meeting], many: true, evidence: against, label: Talar emot, inverse: Talar emot beslutet}
      responsible_actor: {to: [actor], label: Genomförs av, inverse: Ska genomföra}

  actor:
    folder: aktorer
    mark: house
    label: {sv: {one: aktör, many: aktörer}}
    fields:
      website: {type: url, label: Webbplats}
    sections:
      - {label: Har sagt, via: [statement.actor], empty: Inget inspel är antecknat.}
      - {label: Ska genomföra, via: [decision.responsible_actor]}

  page:
    folder: sidor
    address: /            # sidorna ligger direkt under webbplatsens rot
    mark: sheet
    list: false
    label: {sv: {one: sida, many: sidor}}
)";

constexpr std::string_view start = R"(---
title: Från möte till beslut
summary: Följ tråden från vad som sades på mötena till vad som ska göras.
published: $TODAY
---

Den här kunskapsbasen är ett exempel att börja från. Den handlar om en påhittad arbetsgrupp.

- Läs om [[forsta-motet|det första mötet]] och vad [[trafikkontoret|trafikkontoret]] sade där.
- Se [[prova-en-skolgata|beslutet]] och vad det vilar på.
- Byt ut sidorna mot era egna. Hur det går till står på [[om|sidan om webbplatsen]].
)";

constexpr std::string_view about = R"(---
title: Om webbplatsen
short: Om
summary: Hur sidorna hänger ihop, och hur du gör en ny.
published: $TODAY
---

## Så hänger det ihop

Ett inspel görs på ett möte. Ett beslut stöds av inspel, eller har inspel som talar emot. Sambandet skrivs på en av sidorna, och den andra visar det av sig själv. Se till exempel [[prova-en-skolgata]].

## Gör en ny sida

Skriv `vav new statement "Bättre belysning"`. Filen som kommer har allt som sorten behöver. Fyll i den, och titta med `vav serve`. {#ny-sida}
)";

constexpr std::string_view meeting = R"(---
title: Det första mötet
date: 2025-03-12
place: Stadsbiblioteket
participants: [trafikkontoret, foraldraforeningen]
summary: Gruppen samlade vad som gör vägen till skolan osäker.
published: $TODAY
---

Mötet gick laget runt. Två saker kom tillbaka: [[lagre-fart|farten utanför skolan]] och [[svart-att-parkera|var föräldrar ska stanna]].
)";

constexpr std::string_view speed = R"(---
title: Lägre fart gör störst skillnad
meeting: forsta-motet
actor: [trafikkontoret]
summary: Farten på de sista hundra metrarna avgör hur säker vägen är.
published: $TODAY
---

De flesta tillbud sker på de sista hundra metrarna, när många har bråttom. {#fart}

[[trafikkontoret]] har mätt på tre gator och kan mäta igen efter ett försök.
)";

constexpr std::string_view parking = R"(---
title: Svårt att parkera för den som kommer långt ifrån
meeting: forsta-motet
actor: [foraldraforeningen]
summary: Den som bor långt bort behöver kunna stanna nära skolan.
published: $TODAY
---

Några familjer har ingen buss att välja. En avstängd gata flyttar deras bilar till nästa kvarter, säger [[foraldraforeningen]]. {#langt-ifran}
)";

constexpr std::string_view decision = R"(---
title: Prova en skolgata i sex månader
status: taken
due: 2025-11
supported_by:
  - {ref: lagre-fart#fart, certainty: strong}
contradicted_by:
  - {ref: svart-att-parkera#langt-ifran, note: En av- och påstigning två kvarter bort ska minska problemet.}
responsible_actor: trafikkontoret
summary: Gatan framför skolan stängs för bilar en timme varje morgon, på försök.
published: $TODAY
---

Försöket följs med mätningar före och efter. Gruppen tar ställning när de är klara.
)";

constexpr std::string_view traffic_office = R"(---
title: Trafikkontoret
aliases: [kommunens trafikkontor]
summary: Sköter gatorna och mäter farten på dem.
published: $TODAY
---

Trafikkontoret deltar för att gatorna är dess ansvar.
)";

constexpr std::string_view parents = R"(---
title: Föräldraföreningen
summary: Samlar föräldrar vid skolan.
published: $TODAY
---

Föreningen frågar sina medlemmar inför varje möte.
)";

}  // namespace

const std::vector<StarterText>& swedish_starter() {
  static const std::vector<StarterText> files = {
      {"README.md", readme},
      {"sidor/start.md", start},
      {"sidor/om.md", about},
      {"moten/forsta-motet.md", meeting},
      {"inspel/lagre-fart.md", speed},
      {"inspel/svart-att-parkera.md", parking},
      {"beslut/prova-en-skolgata.md", decision},
      {"aktorer/trafikkontoret.md", traffic_office},
      {"aktorer/foraldraforeningen.md", parents},
      {"vav.yaml", config},
  };
  return files;
}

}  // namespace vav
