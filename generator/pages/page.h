// A page: what one file says, checked against its kind. Says nothing of other pages, so it may be cached by the file
// and the schema.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/value.h"
#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "markdown/document.h"
#include "pages/source_file.h"

namespace vav {

// A name as it is written, and where.
struct WrittenName {
  std::string text;
  Place place;
};

// An address that led to the page, or to a place on it, before: "moten/gammalt#resultat -> utfall".
struct FormerAddress {
  std::string address;   // from the top of the site, such as "moten/gammalt" or "gammal.html"; "" = that of this page
  std::string fragment;  // the passage or heading that it named; "" = the page as a whole
  // Where it leads on this page. Nothing = not said: to the place of the same name where there is one, else to the page
  // as a whole.
  std::optional<std::string> passage;
  Place place;
};

// One target of a relation, as it is written.
struct Reference {
  std::size_t relation = 0;  // index into the kind's relations
  WrittenName target;        // id, title, short name or alias
  std::string passage;       // after "#"; "" = the whole page
  Value extra;               // map of the relation's own fields that were given
  Place map_place;           // of the map that it is written as; line 0 = it is a bare name
  WrittenName pin;           // fingerprint of what it rests on when someone last read it; "" = none
};

// A field that was given: one or more values of the field's type. Dates and choices are text.
struct FieldValues {
  std::size_t field = 0;  // index into the kind's fields
  std::vector<Value> values;
};

// A page that a field points at, as it is written.
struct FieldReference {
  std::size_t field = 0;  // index into the kind's fields; a record's part counts as the record
  std::string name;       // of the field or part
  WrittenName target;
  std::string passage;
  std::vector<std::size_t> to;  // kinds that it may point at
  std::string sentence;         // the record around it in words; "" = it stands alone
};

// A field's text in Markdown.
struct RichText {
  Document document;
  Place place;
};

struct Page {
  std::string path;  // relative to the content folder
  SourceRole role = SourceRole::page;
  std::string id;
  std::size_t kind = 0;
  std::string lang;
  std::string title;
  Place title_place;
  std::string summary;
  std::string short_name;  // "" = none
  std::vector<WrittenName> aliases;
  std::optional<Date> published, updated, reviewed, review, expires;
  Place review_place;
  std::string responsible;
  std::vector<WrittenName> no_mentions;  // names that do not become links by themselves here; "all" = none does
  bool draft = false;
  bool internal = false;
  std::vector<FormerAddress> redirect_from;
  // The page is gone from that day on; at its address stands why, and what replaces it.
  std::optional<Date> withdrawn;
  std::string withdrawn_reason;
  std::optional<WrittenName> replaced_by;
  std::optional<WrittenName> translation_of;
  std::vector<FieldValues> fields;  // in the order of the kind
  std::vector<Reference> references;
  std::vector<FieldReference> field_references;  // in the order of pages/field_parts.h
  std::vector<RichText> rich_texts;              // likewise
  Document document;
  std::string fingerprint;

  const FieldValues* find_field(std::size_t field) const;
};

// Reads front matter and body. Every mistake is a finding; the page lives on with a sane default. Any thread.
Page parse_page(const SourceFile& source, const SiteConfig& config, Diagnostics& diagnostics);

// Why a page is not on the site on that day, in a word: "draft", "internal", "expired", "not yet published",
// "withdrawn"; "" = it is.
inline constexpr std::string_view withdrawn_page = "withdrawn";
std::string_view reason_left_out(const Page& page, const Date& today, bool with_drafts);

}  // namespace vav
