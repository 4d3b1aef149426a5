#include "evidence/cited_text.h"

#include <algorithm>

#include "base/text.h"
#include "pages/field_parts.h"

namespace vav {
namespace {

std::string whole_page(const Page& page, const Kind& kind) {
  std::vector<std::string> parts = {page.title, page.summary};
  for (const FieldValues& given : page.fields) {
    const Field& field = kind.fields[given.field];
    if (field.internal) continue;
    for (const Value& value : given.values) parts.push_back(value_words(field, value));
  }
  for (const TextBlock& block : page.document.text()) parts.push_back(block.text);
  return join(parts, "\n");
}

// Footnotes stand last, below the last heading, and belong to no section.
bool is_of_text(const TextBlock& block, const Document& document) {
  return block.anchor.empty() ||
         std::ranges::find(document.headings(), block.anchor, &Heading::id) != document.headings().end() ||
         std::ranges::find(document.passages(), block.anchor, &Passage::id) != document.passages().end();
}

std::string section_from(const Heading& heading, const Document& document) {
  std::vector<std::string> parts;
  for (const TextBlock& block : document.text()) {
    const bool starts = block.is_heading && block.anchor == heading.id;
    if (parts.empty() && !starts) continue;
    if (block.is_heading && !starts) {
      const auto other = std::ranges::find(document.headings(), block.anchor, &Heading::id);
      if (other == document.headings().end() || other->level <= heading.level) break;
    }
    if (is_of_text(block, document)) parts.push_back(block.text);
  }
  return join(parts, "\n");
}

}  // namespace

std::optional<std::string> cited_text(const Page& page, const Kind& kind, std::string_view anchor) {
  if (anchor.empty()) return whole_page(page, kind);
  const Document& document = page.document;
  const auto heading = std::ranges::find(document.headings(), anchor, &Heading::id);
  if (heading != document.headings().end()) return section_from(*heading, document);
  const auto passage = std::ranges::find(document.passages(), anchor, &Passage::id);
  if (passage != document.passages().end()) return passage->text;
  std::vector<std::string> parts;
  for (const TextBlock& block : document.text()) {
    if (block.anchor == anchor) parts.push_back(block.text);
  }
  return parts.empty() ? std::nullopt : std::optional(join(parts, "\n"));
}

}  // namespace vav
