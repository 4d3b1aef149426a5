#include "pages/field_parts.h"

#include <fmt/format.h>

#include "base/text.h"

namespace vav {
namespace {

RichText read_rich_text(const Page& page, const Value& value, Diagnostics& diagnostics) {
  RichText rich{{}, value.place()};
  Diagnostics found;
  rich.document = parse_markdown(value.text_or_empty(), page.path, value.place().line, found);
  // YAML does not tell how a text was quoted or indented, so everything in it is told at the field's own place.
  for (Diagnostic& one : found.all()) one.span.place = value.place();
  diagnostics.append(found);
  if (!rich.document.headings().empty() || !rich.document.passages().empty()) {
    diagnostics.add("bad-value", {page.path, value.place()}, say("a field's text has no headings or passage ids"),
                    say("write them in the text below the front matter"));
  }
  if (!rich.document.data_blocks().empty()) {
    diagnostics.add("bad-items", {page.path, value.place()}, say("a field's text has no tables of items"),
                    say("write them in the text below the front matter"));
  }
  return rich;
}

FieldReference read_reference(std::size_t top, const Field& field, const Value& value, std::string sentence) {
  const std::string& whole = value.text_or_empty();
  const std::size_t hash = whole.find('#');
  FieldReference reference;
  reference.field = top;
  reference.name = field.name;
  reference.target = {std::string(trim(std::string_view(whole).substr(0, hash))), value.place()};
  if (hash != std::string::npos) reference.passage = whole.substr(hash + 1);
  reference.to = field.to;
  reference.sentence = std::move(sentence);
  return reference;
}

}  // namespace

void for_each_value(const Field& field, const std::vector<Value>& values, const ValueVisitor& visit) {
  for (const Value& value : values) {
    if (field.type != FieldType::record) {
      visit(field, value);
      continue;
    }
    for (const Field& part : field.fields) {
      const Value& given = value.at(part.name);
      if (!given.is_null()) for_each_value(part, given.is_list() ? given.items() : List{given}, visit);
    }
  }
}

void collect_field_parts(const Kind& kind, Page& page, Diagnostics& diagnostics) {
  for (const FieldValues& given : page.fields) {
    const Field& top = kind.fields[given.field];
    for (const Value& whole : given.values) {
      for_each_value(top, {whole}, [&](const Field& field, const Value& value) {
        if (field.type == FieldType::rich_text) page.rich_texts.push_back(read_rich_text(page, value, diagnostics));
        if (field.type == FieldType::reference)
          page.field_references.push_back(
              read_reference(given.field, field, value, top.type == FieldType::record ? value_words(top, whole) : ""));
      });
    }
  }
}

std::string value_words(const Field& field, const Value& value) {
  if (const auto* whole = value.integer()) return fmt::format("{}", *whole);
  if (const auto* number = value.number()) return fmt::format("{:.15g}", *number);
  if (field.type != FieldType::record) return value.text_or_empty();
  std::vector<std::string> words;
  for (const Field& part : field.fields) {
    // A reference is known by its page, which nobody has looked up yet.
    if (part.type == FieldType::reference) continue;
    const Value& given = value.at(part.name);
    for (const Value& one : given.is_list() ? given.items() : List{given}) {
      if (std::string text = value_words(part, one); !text.empty()) words.push_back(std::move(text));
    }
  }
  return join(words, ", ");
}

}  // namespace vav
