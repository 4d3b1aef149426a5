#include "config/format.h"

#include <algorithm>

#include "base/check.h"
#include "config/format_evidence.h"

namespace vav {
namespace {

using enum FormatType;

FormatMap field_format(std::string_view name, std::string_view help, bool in_record) {
  FormatMap map{name, help, {}};
  map.keys = {
      {"type", text, "", false, "text",
       "text, rich-text (Markdown), date, partial-date (2025-05-08, 2025-05 or 2025), number, flag, url, role-email "
       "(the mailbox of a role, never of a person), choice, reference (a page) or record (a group of fields)",
       "text rich-text date partial-date number flag url role-email choice reference record"},
      {"many", flag, "", false, "false", "a list of them; a single one may be written without the list"},
      {"required", flag, "", false, "false", "a page without it is an error"},
      {"default", value, "", false, "", "the value of a page that does not give the field"},
      {"pattern", text, "", false, "", "a regular expression that the whole text, url or role-email must fit"},
      {"min", number, "", false, "", "the least number; of a text its least length in characters"},
      {"max", number, "", false, "", "the greatest number; of a text its greatest length in characters"},
      {"choices", map_list, "choice", false, "",
       "for type choice: the values that may be chosen; a plain text is its own label"},
      {"to", text_list, "", false, "", "for type reference: the kinds that it may point at"},
      {"personal", flag, "", false, "false", "it tells of persons: a page that gives it must have `reviewed`"},
      {"label", local_text, "", false, "the field's name", "what readers call it"},
      {"help", local_text, "", false, "", "what writers should know; shown by vav new and by editors with vav schema"},
  };
  if (!in_record) {
    map.keys.push_back({"listed_in", text, "", false, "",
                        "of what a relation carries: a field of the page pointed at; the text must begin with one of "
                        "its texts (of a record with its first text), where the page gives it"});
    map.keys.push_back({"part", flag, "", false, "false",
                        "it is a part of its pages, with its label as heading, rather than a fact beside the text"});
    map.keys.push_back({"max_age_days", number, "", false, "",
                        "for type date: when the day of a page is longer ago, that is told (old-date)"});
    map.keys.push_back({"fields", named_maps, "record field", false, "", "for type record: its fields"});
    map.keys.push_back(
        {"visibility", text, "", false, "public", "internal: checked, and never on the site", "public internal"});
  }
  return map;
}

// The file, and what it says of the site as a whole.
std::vector<FormatMap> site_formats() {
  return {
      {"vav.yaml",
       "The whole file. It lies in the content folder; what it declares is all that vav knows of a site.",
       {{"format", number, "", true, "", "1: the version of this format"},
        {"site", map, "site", true, "", "what the site is called, and its languages"},
        {"defaults", map, "defaults", false, "", "values of keys that pages leave out"},
        {"menus", map_list, "menu", false, "", "the menus of the page's head, in order"},
        {"chain", text_list, "", false, "",
         "the steps of the chain of evidence, first to last; each is a kind, or a list of kinds on one step"},
        {"relation_fields", named_maps, "field", false, "", "what a link of any relation may carry beside its target"},
        {"common", map, "common", false, "", "fields and relations that every kind has"},
        {"kinds", named_maps, "kind", true, "", "the sorts of pages, by their id"},
        {"review", map, "review", false, "", "when a page counts as stale"},
        {"sources", text, "", false, "none",
         "folder with the texts of sources, ID.txt or ID.md, that quotations are checked against; never published, so "
         "its name starts with _, or it lies outside of the content folder"},
        {"mentions", map, "mentions", false, "", "words of the text that lead to pages by themselves"},
        {"severity", map, "", false, "",
         "the severity of findings by their id: error, warning or note; `vav check --list` shows which may change"},
        {"search", map, "search", false, "", "the search index and its facets"},
        {"text", map, "text", false, "", "how texts are to be written"},
        {"allow", map, "allow", false, "", "mailboxes and telephone numbers that may stand on pages"},
        {"timeline", map, "timeline", false, "", "what has its place in time: the timeline and the calendar"},
        {"feeds", map, "feeds", false, "", "feeds that tell readers of what is new"},
        {"theme", map, "theme", false, "", "what is chosen of the theme"},
        {"traceability", map, "traceability", false, "", "the table of what rests on what"},
        {"matrix", map, "matrix", false, "none", "the table of who said what of which subject"},
        {"coverage", map, "coverage", false, "", "what is wanted of the evidence"}}},
      {"site",
       "What the site is called, and its languages.",
       {{"title", local_text, "", true, "", "name of the site"},
        {"publisher", local_text, "", false, "", "who answers for it"},
        {"description", local_text, "", false, "", "one sentence about it"},
        {"lang", text, "", false, "sv", "its own language"},
        {"languages", text_list, "", false, "lang alone",
         "every language that pages may have; labels of vav.yaml that lack one are a warning"},
        {"start", text, "", true, "", "id of the page that becomes index.html"},
        {"start_lists", text_list, "", false, "", "kinds that are listed on the start page"},
        {"contact", local_text, "", false, "", "role or office to write to, in words"},
        {"email", text, "", false, "", "mailbox of a role or office, to which readers write about a fault on a page"},
        {"authorities", named_maps, "authority", false, "",
         "who supervises what some pages tell, by names that kinds refer to: an accessibility statement, for one"},
        {"url", text, "", false, "",
         "the address at which it is published, when it is known: citations show it, and the links of 404.html begin "
         "there"}}},
      {"authority",
       "Somebody to whom readers may turn when they are not content with the answer that they get here.",
       {{"name", local_text, "", true, "", "what it is called"},
        {"link", local_text, "", true, "", "the words of the link to it, such as: report it to the authority"},
        {"address", text, "", true, "", "where that link leads: https://…"}}},
  };
}

// What holds for all pages.
std::vector<FormatMap> rule_formats() {
  return {
      {"defaults",
       "Values of keys that pages leave out.",
       {{"lang", text, "", false, "site.lang", "language of a page"},
        {"responsible", local_text, "", false, "", "role or office that answers for a page"}}},
      {"menu",
       "One menu.",
       {{"label", local_text, "", true, "", "its heading"},
        {"items", text_list, "", true, "", "kinds (their lists), pages by id, `register` (A–Ö) and `search`"}}},
      {"review",
       "A page is looked at again from time to time; `vav check` reports those whose time has come.",
       {{"after_months", number, "", false, "0",
         "months since a page was last published, updated or reviewed; 0 = only pages that say so by `review`"}}},
      {"mentions",
       "The first mention of a page in another's text leads there by itself: by its title, its short name or an alias, "
       "in the language of the page, also with an ending (UKÄ:s). One link a page and target: what the text links to "
       "by hand is left alone. A short name in capitals tells what it is short for where it is first used.",
       {{"kinds", text_list, "", false, "none", "kinds of the pages that are found by their names"},
        {"words", text_list, "", false, "none",
         "of these, kinds whose names are ordinary words, such as terms, and single names of others (Regeringen): the "
         "capital of a title is only that of a heading, and the words stand in all their forms"},
        {"case_sensitive", text_list, "", false, "",
         "names that are ordinary words too: only as they are written here, and never first in a sentence when that is "
         "where a capital says nothing"},
        {"never", text_list, "", false, "", "names that never become links, in whatever case; see also no_mentions"}}},
      {"search",
       "The search index, and what a reader may narrow a search by.",
       {{"full_index_pages", number, "", false, "5000", "above so many pages search/LANG/index.json is left out"},
        {"facets", map_list, "facet", false, "", "what hits can be narrowed by, in order"}}},
      {"facet",
       "Something that hits can be narrowed by; each value that occurs gets a page of its own, too.",
       {{"id", text, "", true, "", "a-z, 0-9 and hyphens: its name in addresses, and what they say there stays so"},
        {"label", local_text, "", true, "", "what readers call it"},
        {"of", text, "", false, "items",
         "where a page's values come from: its kind, the year of its date, or the items it is tied to",
         "items kind year"},
        {"kinds", text_list, "", false, "",
         "of items: their kinds. A page has the items of these kinds that its relations lead to, "
         "step by step where they go back along the chain; and an item has itself"}}},
      {"text",
       "How texts are to be written.",
       {{"longest_sentence", number, "", false, "30",
         "words; a longer sentence is told as a note (long-sentence); 0 = as long as one likes"},
        {"typography", flag, "", false, "true",
         "pages are typeset: quotation marks, dashes, ellipses and no-break spaces of Swedish and English text become "
         "those of the language; what is written in code, addresses and other languages stays"},
        {"breaks", text_list, "", false, "",
         "long words, with | where they may break in headings: universitets|kanslers|ämbetet, also as the beginning of "
         "longer words; the text of pages, searches and names stay without marks. Needs typography"}}},
      {"allow",
       "Mailboxes and telephone numbers that may stand on pages although they look like a person's.",
       {{"emails", text_list, "", false, "", "mailboxes, such as anna@example.org"},
        {"phones", text_list, "", false, "", "telephone numbers in quotation marks, however they are grouped"}}},
      {"theme",
       "What is chosen of the theme.",
       {{"settings", values, "", false, "the theme's own",
         "values for settings of the theme, by their names; `vav theme list` shows them all"}}},
  };
}

// What has its place in time, and who is told of it.
std::vector<FormatMap> time_formats() {
  return {
      {"timeline",
       "A page that lists what has its place in time, year by year, and a calendar file of what has a whole day.",
       {{"dates", map_list, "timeline date", false, "",
         "the dates that make it up; of one day, in this order. Without any there is no timeline"},
        {"calendar", text, "", false, "no calendar", "name of the calendar file (RFC 5545): meetings.ics"}}},
      {"timeline date",
       "A date field whose items stand in the timeline. Items whose date is partial keep the order of their list.",
       {{"kind", text, "", true, "", "the kind of the items"},
        {"date", text, "", true, "", "a field of type date or partial-date"},
        {"label", local_text, "", false, "", "what the date is, where it is not the item's own: Due"},
        {"under", text, "", false, "", "a relation of the kind: the item stands below the one that it points at"},
        {"calendar", flag, "", false, "true", "whether whole days of it stand in the calendar"}}},
      {"feeds",
       "Atom feeds (RFC 4287) of what is new: one of the site, and one of each item of some kinds with all that "
       "belongs to it.",
       {{"tag", text, "", true, "",
         "how ids begin that never change: a domain of yours, a year in which it was yours, a name: "
         "example.se,2026:site"},
        {"kinds", text_list, "", false, "none", "kinds whose items have a feed each"}}},
  };
}

// Kinds and their fields.
std::vector<FormatMap> kind_formats() {
  return {
      {"common",
       "Fields and relations that every kind has.",
       {{"fields", named_maps, "field", false, "", "fields, by their names"},
        {"relations", named_maps, "relation", false, "", "relations, by their names"}}},
      {"kind",
       "A sort of page. Its pages are the files FOLDER/ID.md.",
       {{"folder", text, "", true, "", "folder of its pages in the content folder: a-z, 0-9 and hyphens"},
        {"address", text, "", false, "the folder", "first part of its pages' addresses; / = the root of the site"},
        {"mark", text, "", false, "", "name of its sign in the theme"},
        {"label", named_maps, "kind label", true, "", "what it is called, by language"},
        {"sort", text, "", false, "title", "field by which its list is sorted"},
        {"group_by", text, "", false, "", "relation or choice field by which its list is divided"},
        {"authority", text, "", false, "",
         "the one of site.authorities that supervises what its pages tell; they name it and lead there"},
        {"date_from", text, "", false, "",
         "a relation: a page without a date of its own shows that of the page it points at"},
        {"status", text, "", false, "",
         "a choice field that says how far an item has come: what is new tells a change of it apart"},
        {"list", flag, "", false, "true", "whether it has a list page"},
        {"fields", named_maps, "field", false, "", "its fields, by their names"},
        {"relations", named_maps, "relation", false, "", "its relations, by their names"},
        {"sections", map_list, "section", false, "", "parts of its pages that gather other pages"},
        {"unsupported", map, "waiver", false, "",
         "how a page says that it rests on no evidence; a page of the kind has evidence, or says so"},
        {"parked", map, "waiver", false, "", "how a page says that nothing shall come of it, for the time being"}}},
      {"waiver",
       "How a page says of itself that what looks amiss is meant: one choice, and a reason. For `parked` a reason "
       "alone will "
       "do: a page that gives it says it.",
       {{"field", text, "", false, "`parked`: the reason alone", "a field of type choice"},
        {"value", text, "", false, "`parked`: the reason alone", "the choice that says it"},
        {"reason", text, "", true, "", "a field of type text or rich-text: a page that says it must give the reason"}}},
      {"kind label",
       "What a kind is called in one language.",
       {{"one", text, "", true, "", "one of them"}, {"many", text, "", true, "", "several"}}},
      field_format("field", "Something that a page says of itself.", false),
      field_format("record field", "A field inside a record. A record holds no records.", true),
      {"choice",
       "One value of a choice.",
       {{"value", text, "", true, "", "what is written in front matter"},
        {"label", local_text, "", false, "the value", "what readers see"},
        {"quiet", flag, "", false, "false", "goes without saying: kept as data, not shown beside a link"}}},
  };
}

// How pages hang together.
std::vector<FormatMap> relation_formats() {
  return {
      {"relation",
       "A link from a page to others. It is written on one of the two pages, the younger; the other shows it by "
       "itself.",
       {{"to", text_list, "", true, "", "kinds that it may point at; `same` is the kind it stands on"},
        {"many", flag, "", false, "false", "whether it may point at several pages"},
        {"required", flag, "", false, "false", "a page without it is an error"},
        {"min", number, "", false, "1 when required, else 0", "the least number of pages it points at"},
        {"max", number, "", false, "1 unless many", "the greatest number of pages it points at"},
        {"evidence", text, "", false, "",
         "for, nuanced or against: the target is evidence for this page; it must stand on the same step of the chain "
         "or an earlier one",
         "for nuanced against"},
        {"voice", flag, "", false, "false",
         "the target is one of those who say what this page tells: evidence is counted and grouped by them"},
        {"expected", flag, "", false, "false",
         "a page without it is no fault, but the coverage report counts it and names it"},
        {"cycles", flag, "", false, "false",
         "whether pages may lead back to themselves along it; along the chain, to its own kind, never unless this says "
         "so"},
        {"visibility", text, "", false, "public", "internal: checked, and never on the site", "public internal"},
        {"label", local_text, "", true, "", "what it is called on the page that it stands on"},
        {"inverse", local_text, "", true, "", "what it is called on the page that it points at"},
        {"fields", named_maps, "field", false, "",
         "what one link of it may carry beside its target (`ref`) and the fingerprint of what it rests on (`pin`)"}}},
      {"section",
       "A part of a page that gathers other pages by following relations.",
       {{"label", local_text, "", true, "", "its heading"},
        {"via", text_list, "", true, "",
         "a path, or a list of paths: `relation` the way it is written, `kind.relation` to the pages that point here"},
        {"empty", local_text, "", false, "the part is left out", "what to say when there are no such pages"}}},
  };
}

const std::vector<FormatMap>& table() {
  static const std::vector<FormatMap> maps = [] {
    std::vector<FormatMap> all;
    for (auto* formats : {site_formats, rule_formats, time_formats, kind_formats, relation_formats, evidence_formats}) {
      for (FormatMap& one : formats()) all.push_back(std::move(one));
    }
    return all;
  }();
  return maps;
}

}  // namespace

const FormatKey* FormatMap::find(std::string_view key) const {
  const auto found = std::ranges::find(keys, key, &FormatKey::key);
  return found == keys.end() ? nullptr : &*found;
}

const std::vector<FormatMap>& config_format() {
  return table();
}

const FormatMap& config_format(std::string_view name) {
  const auto found = std::ranges::find(table(), name, &FormatMap::name);
  VAV_CHECK(found != table().end());
  return *found;
}

}  // namespace vav
