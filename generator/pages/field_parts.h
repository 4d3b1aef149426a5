// The single values of a page's fields, records opened: what in them points at other pages, and what in them is
// Markdown.
#pragma once

#include <functional>

#include "pages/page.h"

namespace vav {

// `field` is the one that the value belongs to: a field of the kind, or a part of a record.
using ValueVisitor = std::function<void(const Field& field, const Value& value)>;

// Visits the values of one field in the order in which they are written, parts of records in the order of the schema.
// Page::field_references and Page::rich_texts are in that order, field by field.
void for_each_value(const Field& field, const std::vector<Value>& values, const ValueVisitor& visit);

// Fills field_references and rich_texts of a page whose fields are read. Headings and passages in rich text are
// findings: the page's own text has them.
void collect_field_parts(const Kind& kind, Page& page, Diagnostics& diagnostics);

// The value as plain words, for sentences and lists: parts of a record joined by commas.
std::string value_words(const Field& field, const Value& value);

}  // namespace vav
