// The knowledge base of `vav init`, in English. starter_sv.cc is the same in Swedish.
#include "authoring/starter.h"

namespace vav {
namespace {

constexpr std::string_view readme = R"(# Writing here

A page is a file. The folder says what kind it is, the file name is its id.

| Folder | Kind |
|---|---|
| meetings | meeting |
| statements | statement |
| decisions | decision |
| actors | actor |
| pages | page, such as the start page |

1. Make a new page: `vav new statement "Better lights"`. Write where it says `«FILL IN»`.
2. See it in the browser while you write: `vav serve`.
3. Look for mistakes: `vav check --strict`.
4. Build the site: `vav build --out ../site`. The folder can be opened as it is, or put on a web server.

- Link with `[[id]]` or `[[id|words of your own]]`, to a passage with `[[id#passage|words of your own]]`.
- Put `{#short-id}` at the end of a paragraph that others should be able to link to.
- A relation is written on the younger page. The other one shows it by itself.
- Kinds, fields, relations and menus stand in `vav.yaml`. Change them to what you need. The pages that lie here are
  examples: replace them.
)";

constexpr std::string_view config =
    R"(# What the knowledge base consists of: its kinds, their fields, and how they hang together.
# Every key is explained by: vav schema --reference
format: 1

site:
  title: Safe ways to school
  description: From what was said at meetings to what was decided.
  publisher: The working group for safe ways to school
  contact: the secretary of the working group
  lang: en
  start: start            # the page that becomes the first one of the site
  start_lists: [decision] # kinds that are listed on the start page

defaults:
  responsible: The working group

# The menus of the page's head: kinds, pages, register (A–Z) and search.
menus:
  - label: The thread
    items: [meeting, statement, decision]
  - label: More
    items: [actor, register, search, about]

# The steps of the chain of evidence, first to last.
chain: [meeting, statement, decision]

# What every relation may carry: {ref: id, certainty: plausible, note: "..."}
relation_fields:
  certainty:
    type: choice
    choices: [{value: strong, quiet: true, label: strong}, {value: plausible, label: plausible}]
    label: Certainty
    help: How sure it is that the relation is there.
  note: {type: text, label: Note, help: A sentence that readers see beside the relation.}

kinds:
  meeting:
    folder: meetings
    mark: disc
    label: {en: {one: meeting, many: meetings}}
    sort: date
    fields:
      date: {type: partial-date, required: true, label: Date}
      place: {type: text, label: Place}
    relations:
      participants: {to: [actor], many: true, label: Participants, inverse: Took part in}
    sections:
      - {label: Statements, via: [statement.meeting], empty: No statements are on record.}
      - {label: Decisions that followed, via: [statement.meeting, decision.supported_by]}

  statement:
    folder: statements
    mark: speech
    label: {en: {one: statement, many: statements}}
    group_by: meeting
    date_from: meeting    # has no day of its own: that of the meeting is shown
    relations:
      meeting: {to: [meeting], required: true, label: Meeting, inverse: Statements at the meeting}
      actor: {to: [actor], many: true, label: By, inverse: Has said}

  decision:
    folder: decisions
    mark: square
    label: {en: {one: decision, many: decisions}}
    fields:
      status:
        type: choice
        required: true
        choices: [{value: proposed, label: proposed}, {value: taken, label: taken}, {value: done, label: carried out}]
        label: Status
      due: {type: partial-date, label: Done by, help: "As much as is settled: 2025-05-08, 2025-05 or 2025."}
    relations:
      # evidence: the target speaks for or against, and must stand earlier in the chain.
      supported_by: {to: [statement, meeting], many: true, evidence: for, label: Supported by, inverse: Supports}
      contradicted_by: {to: [statement, meeting], many: true, evidence: against, label: Contradicted by, inverse: Speaks against}
      responsible_actor: {to: [actor], label: Carried out by, inverse: Is to carry out}

  actor:
    folder: actors
    mark: house
    label: {en: {one: actor, many: actors}}
    fields:
      website: {type: url, label: Website}
    sections:
      - {label: Has said, via: [statement.actor], empty: No statement is on record.}
      - {label: Is to carry out, via: [decision.responsible_actor]}

  page:
    folder: pages
    address: /            # its pages lie right below the root of the site
    mark: sheet
    list: false
    label: {en: {one: page, many: pages}}
)";

constexpr std::string_view start = R"(---
title: From meeting to decision
summary: Follow the thread from what was said at the meetings to what is to be done.
published: $TODAY
---

This knowledge base is an example to start from. It is about a working group that does not exist.

- Read about [[first-meeting|the first meeting]] and what [[traffic-office|the traffic office]] said there.
- See [[try-a-school-street|the decision]] and what it rests on.
- Replace the pages with your own. How to do that stands on [[about|the page about this site]].
)";

constexpr std::string_view about = R"(---
title: About this site
short: About
summary: How the pages hang together, and how to make a new one.
published: $TODAY
---

## How it hangs together

A statement is made at a meeting. A decision is supported by statements, or has statements that speak against it. The relation is written on one of the pages, and the other one shows it by itself. See for instance [[try-a-school-street]].

## Make a new page

Write `vav new statement "Better lights"`. The file that you get has all that its kind wants. Fill it in, and look at it with `vav serve`. {#new-page}
)";

constexpr std::string_view meeting = R"(---
title: The first meeting
date: 2025-03-12
place: The city library
participants: [traffic-office, parents-association]
summary: The group gathered what makes the way to school unsafe.
published: $TODAY
---

Everybody spoke in turn. Two things came up again: [[lower-speed|the speed outside the school]] and [[hard-to-park|where parents are to stop]].
)";

constexpr std::string_view speed = R"(---
title: Lower speed makes the greatest difference
meeting: first-meeting
actor: [traffic-office]
summary: The speed on the last hundred metres decides how safe the way is.
published: $TODAY
---

Most incidents happen on the last hundred metres, when many are in a hurry. {#speed}

[[traffic-office]] has measured in three streets and can do so again after a trial.
)";

constexpr std::string_view parking = R"(---
title: Hard to park for those who come from far away
meeting: first-meeting
actor: [parents-association]
summary: Those who live far away need to stop near the school.
published: $TODAY
---

Some families have no bus to choose. A closed street moves their cars to the next block, says [[parents-association]]. {#far-away}
)";

constexpr std::string_view decision = R"(---
title: Try a school street for six months
status: taken
due: 2025-11
supported_by:
  - {ref: lower-speed#speed, certainty: strong}
contradicted_by:
  - {ref: hard-to-park#far-away, note: A place to get off two blocks away should ease the problem.}
responsible_actor: traffic-office
summary: The street in front of the school is closed to cars for an hour each morning, on trial.
published: $TODAY
---

The trial is followed with measurements before and after. The group decides when they are done.
)";

constexpr std::string_view traffic_office = R"(---
title: The traffic office
aliases: [the city's traffic office]
summary: Looks after the streets and measures the speed in them.
published: $TODAY
---

The traffic office takes part since the streets are its responsibility.
)";

constexpr std::string_view parents = R"(---
title: The parents' association
summary: Brings together parents at the school.
published: $TODAY
---

The association asks its members before every meeting.
)";

}  // namespace

const std::vector<StarterText>& english_starter() {
  static const std::vector<StarterText> files = {
      {"README.md", readme},
      {"pages/start.md", start},
      {"pages/about.md", about},
      {"meetings/first-meeting.md", meeting},
      {"statements/lower-speed.md", speed},
      {"statements/hard-to-park.md", parking},
      {"decisions/try-a-school-street.md", decision},
      {"actors/traffic-office.md", traffic_office},
      {"actors/parents-association.md", parents},
      {"vav.yaml", config},
  };
  return files;
}

}  // namespace vav
