// What vav.yaml declares: the kinds of pages a site has, their fields, and the relations between them. The program
// itself knows no meetings or agencies.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.h"
#include "base/value.h"

namespace vav {

// A text in several languages.
class LocalText {
 public:
  // The text in `language`, else in the site's language (the one declared first), else "".
  const std::string& in(std::string_view language) const;
  // Whether it is said in that very language.
  bool has(std::string_view language) const { return texts_.contains(language); }
  bool empty() const { return texts_.empty(); }

  friend bool operator==(const LocalText&, const LocalText&) = default;
  void set(std::string language, std::string text);

 private:
  std::map<std::string, std::string, std::less<>> texts_;
  std::string first_;  // language that was set first
};

enum class FieldType {
  text,          // one line of plain text
  rich_text,     // Markdown
  date,          // 2025-05-08
  partial_date,  // 2025-05-08, 2025-05 or 2025
  number,        // whole or with decimals
  flag,          // true or false
  url,           // http or https
  role_email,    // the mailbox of a role or office, never of a person
  choice,        // one of a list
  reference,     // a page of certain kinds; unlike a relation it has no name seen from the other side
  record,        // a group of fields
};
std::string_view field_type_name(FieldType type);
std::optional<FieldType> field_type_from(std::string_view name);
// Every name, in the order above.
std::vector<std::string> field_type_names();

struct Choice {
  std::string value;
  LocalText label;
  bool quiet = false;  // what goes without saying: kept as data, not shown beside a relation
};

struct Field {
  std::string name;
  FieldType type = FieldType::text;
  bool many = false;  // a list of them; a single one may be written without the list
  bool required = false;
  bool internal = false;                   // for editors only: checked, and never on the site
  bool personal = false;                   // tells of persons: whoever gives it reviews the page
  bool part = false;                       // a part of the page with a heading, not a fact beside the text
  int max_age_days = 0;                    // of a date: how old it may grow before it is told; 0 = any age
  std::vector<Choice> choices;             // for FieldType::choice
  std::vector<std::size_t> to;             // for FieldType::reference: kinds, as indices into Schema::kinds
  std::vector<Field> fields;               // for FieldType::record
  std::optional<Pattern> pattern;          // that a whole text, url or mailbox must fit
  std::optional<double> minimum, maximum;  // of a number; of a text its length in characters
  Value fallback;                          // value of a page that does not give the field; null = none
  std::string listed_in;  // of what a relation carries: a field of the page pointed at, whose texts it names; "" = any
  LocalText label;
  LocalText help;
};

// Whether a relation is evidence for the page it stands on, and in which direction it points.
enum class Evidence { none, supports, nuances, contradicts };
// As vav.yaml has it: "for", "nuanced", "against"; "" for none.
std::string_view evidence_name(Evidence evidence);

// The relation from a page to those of its kind that it stands in the place of (interface.md); vav.yaml declares it.
inline constexpr std::string_view replaces_relation = "replaces";

struct RelationType {
  std::string name;
  std::vector<std::size_t> to;  // kinds it may point at, as indices into Schema::kinds
  bool many = false;
  bool required = false;
  std::size_t at_least = 0;            // how many pages it points at; at_least > 0 is `required`
  std::optional<std::size_t> at_most;  // 1 unless `many`
  bool internal = false;               // for editors only: checked, and never on the site
  bool may_circle = false;             // else a page may not lead back to itself along it
  bool voice = false;                  // points at those who say what the page tells
  bool expected = false;               // pages without it are counted in the coverage report
  bool in_chain = false;               // leads from a step of the chain to the same or an earlier one
  Evidence evidence = Evidence::none;
  LocalText label;
  LocalText inverse;          // what the page pointed at calls it
  std::vector<Field> fields;  // what one link of it may carry beside `ref`
};

// One step of a path through the graph, from a page to others.
struct PathStep {
  bool inverse = false;  // from the page pointed at to those that point at it
  std::size_t kind = 0;  // inverse only: the kind on which the relation stands
  std::string relation;
};
using RelationPath = std::vector<PathStep>;

// A part of a page that gathers other pages: those that any of the paths leads to.
struct GatheredSection {
  LocalText label;
  std::vector<RelationPath> paths;
  LocalText empty;  // what to say when there are none; "" = leave the part out
};

// How a page says of itself that what looks amiss is meant: one choice of a field, with the reason in another.
struct Waiver {
  std::size_t field = 0;   // index into the kind's fields
  std::string value;       // that it must have
  std::size_t reason = 0;  // likewise: the field that holds the reason
};

struct Kind {
  std::string id;
  std::string folder;   // in the content folder
  std::string address;  // first part of its pages' addresses; "" = the root
  std::string mark;     // name of its silhouette in the theme
  LocalText one, many;
  std::string sort;       // a field of the kind; "" = by title
  std::string group_by;   // a relation or choice field of the kind; "" = one list
  std::string date_from;  // a relation: pages without a date of their own show that of the page it points at; "" = none
  std::string status;     // a choice field that says how far an item has come; "" = none
  std::string authority;  // name in SiteConfig::authorities; "" = none
  bool has_list = true;
  std::vector<Field> fields;
  std::vector<RelationType> relations;  // own ones first, then those that every kind has
  std::vector<GatheredSection> sections;
  std::optional<Waiver> unsupported;  // how a page says that it rests on nothing; a kind with one asks for evidence
  std::optional<Waiver> parked;       // how a page says that nothing shall come of it
  std::size_t chain_step = 0;         // 1-based place in the chain of evidence; 0 = none

  const Field* find_field(std::string_view name) const;
  // Whether its items claim something that other items are evidence for, or against.
  bool declares_evidence() const;
  // Index into `relations`, if there is one of that name.
  std::optional<std::size_t> find_relation(std::string_view name) const;
};

struct Schema {
  std::vector<Kind> kinds;
  std::vector<std::vector<std::size_t>> chain;  // steps in order, each a list of kinds

  std::optional<std::size_t> find_kind(std::string_view id) const;
  std::optional<std::size_t> find_folder(std::string_view folder) const;
};

}  // namespace vav
