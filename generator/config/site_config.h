// vav.yaml as a whole: what the site is called, its menus, and the schema of its pages.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_break.h"
#include "config/evidence_rules.h"
#include "config/schema.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

inline constexpr std::string_view config_file = "vav.yaml";

// A page that the program makes by itself and menus may name. Its name is also the key of its words in the theme.
struct BuiltInPage {
  std::string_view name;
  std::string_view address;
};
inline constexpr std::string_view register_address = "a-o/index.html";
inline constexpr std::string_view search_address = "sok/index.html";
inline constexpr std::string_view overview_address = "oversikt/index.html";
inline constexpr std::string_view traceability_address = "sparbarhet/index.html";
inline constexpr std::string_view matrix_address = "matris/index.html";
inline constexpr std::string_view coverage_address = "tackning/index.html";
inline constexpr std::string_view timeline_address = "tidslinje/index.html";
inline constexpr std::string_view news_address = "nytt/index.html";
inline constexpr std::string_view report_address = "rapport/index.html";
inline constexpr std::string_view report_file_address = "rapport/rapport.html";  // the same in one file
inline constexpr std::array built_in_pages = {
    BuiltInPage{"register", register_address}, BuiltInPage{"search", search_address},
    BuiltInPage{"overview", overview_address}, BuiltInPage{"traceability", traceability_address},
    BuiltInPage{"matrix", matrix_address},     BuiltInPage{"coverage", coverage_address},
    BuiltInPage{"timeline", timeline_address}, BuiltInPage{"news", news_address},
    BuiltInPage{"report", report_address}};

// Where a menu item leads: the list of a kind, a page, or one of built_in_pages.
struct MenuItem {
  enum class Target { kind, page, built_in };
  Target target = Target::page;
  std::size_t kind = 0;
  BuiltInPage built_in = {};
  std::string page;  // id
  Place place;
};

struct Menu {
  LocalText label;
  std::vector<MenuItem> items;
};

// Which words of a page's text lead to other pages by themselves.
struct MentionRules {
  std::vector<std::size_t> kinds;           // whose names do; none = nothing of the kind happens
  std::vector<std::size_t> word_kinds;      // of them, those whose names are ordinary words
  std::vector<std::string> words;           // single names that are ordinary words
  std::vector<std::string> case_sensitive;  // names that are ordinary words too
  std::vector<std::string> never;           // names that never do
};

// How texts are to be written, and what of persons may stand there.
struct TextRules {
  int longest_sentence = 30;  // words; 0 = as long as one likes
  bool typography = true;     // whether pages are typeset (typography/typeset_html.h)
  std::vector<WordBreak> breaks;
  std::vector<std::string> allowed_emails, allowed_phones;
};

// Who supervises what pages of some kinds tell, and where readers turn to it.
struct Authority {
  LocalText name;
  LocalText link;  // the words of the link to it
  std::string address;
};

// What hits of a search can be narrowed by.
struct FacetRule {
  enum class Source { items, kind, year };
  std::string id;
  LocalText label;
  Source source = Source::items;
  std::vector<std::size_t> kinds;  // of the items
};

// A date field of a kind whose items stand in the timeline.
struct TimelineDate {
  std::size_t kind = 0;
  std::size_t field = 0;             // of the kind
  std::optional<std::size_t> under;  // a relation of the kind: the item stands below the one that it points at
  LocalText label;                   // what the date is; empty = the item's own
  bool in_calendar = true;
};

struct Timeline {
  std::vector<TimelineDate> dates;  // in the order in which items of one day stand
  std::string calendar;             // file in the output tree; "" = none
};

// Which items have a feed of their own, beside that of the site.
struct FeedRules {
  std::string tag;  // how the ids of feeds and entries begin, after "tag:" (RFC 4151); "" = the site has no feeds
  std::vector<std::size_t> kinds;
};

struct SiteConfig {
  LocalText title;
  LocalText publisher;
  LocalText description;
  LocalText contact;  // role or office, in words
  std::string email;  // the mailbox of a role, for faults that readers find; "" = none
  std::map<std::string, Authority, std::less<>> authorities;
  std::string lang = "sv";
  std::vector<std::string> languages;  // that pages may have, the site's own first
  std::string base_url;                // "" = not known
  std::string start_page;              // id of the page that becomes index.html
  Place start_page_place;
  std::vector<std::size_t> start_lists;  // kinds listed on the start page
  std::string default_lang = "sv";
  LocalText default_responsible;
  std::string sources;          // folder with the texts of sources, from the content folder; "" = there is none
  int review_after_months = 0;  // since a page was last looked at; 0 = never stale by that
  TextRules text;
  std::vector<Menu> menus;
  std::map<std::string, Severity, std::less<>> severities;  // set for ids whose severity may change
  std::size_t full_index_pages = 5000;
  std::vector<FacetRule> facets;
  MentionRules mentions;
  TraceabilityRules traceability;
  MatrixRules matrix;
  std::vector<CoverageLimit> coverage_limits;
  Timeline timeline;
  FeedRules feeds;
  Value theme_settings;  // map of name -> value as written; the theme tells what is right
  Schema schema;

  // Whether a menu names the page that the program makes at the address.
  bool menus_name(std::string_view built_in_address) const;
  // The severity that vav.yaml gives to the finding's id, else its own.
  Severity severity_of(const Diagnostic& diagnostic) const;
};

// Reads CONTENT/vav.yaml. Every mistake in it is a finding with its place; nothing is returned when the file is missing
// or cannot be read at all.
std::optional<SiteConfig> read_config(const Disk& disk, const std::string& content_folder, Diagnostics& diagnostics);

}  // namespace vav
