#include "authoring/field_words.h"

#include <fmt/format.h>

#include "base/text.h"

namespace vav {
namespace {

class Words {
 public:
  Words(const Schema& schema, std::string language) : schema_(schema), language_(std::move(language)) {}

  std::string pick(const char* swedish, const char* english) const { return language_ == "sv" ? swedish : english; }

  std::string form(const Field& field) const {
    std::string words = plain_form(field);
    if (field.pattern) words += pick(" på formen ", " of the form ") + field.pattern->expression();
    words += limits(field);
    if (field.many) words += pick(", flera går bra", ", one or several");
    return words;
  }

  std::string target(const std::vector<std::size_t>& kinds, const ExampleId& example) const {
    std::vector<std::string> names;
    for (const std::size_t kind : kinds) names.push_back(schema_.kinds[kind].one.in(language_));
    std::string words = pick("id för ", "id of a page of the kind ") + alternatives(names);
    const std::string id = example ? example(kinds) : "";
    if (!id.empty()) words += pick(" (till exempel ", " (such as ") + id + ")";
    return words;
  }

 private:
  std::string plain_form(const Field& field) const {
    switch (field.type) {
      case FieldType::text:
        return "text";
      case FieldType::rich_text:
        return pick("text i Markdown", "text in Markdown");
      case FieldType::date:
        return pick("datum som 2025-05-08", "date such as 2025-05-08");
      case FieldType::partial_date:
        return pick("datum som 2025-05-08, 2025-05 eller 2025", "date such as 2025-05-08, 2025-05 or 2025");
      case FieldType::number:
        return pick("tal", "number");
      case FieldType::flag:
        return pick("true eller false", "true or false");
      case FieldType::url:
        return pick("adress som börjar med https://", "address that starts with https://");
      case FieldType::role_email:
        return pick("mejladress till en funktion, aldrig en persons", "mailbox of a role, never of a person");
      case FieldType::choice:
        return choices(field);
      case FieldType::reference:
        return target(field.to, {});
      case FieldType::record:
        return parts(field);
    }
    return {};
  }

  std::string choices(const Field& field) const {
    std::vector<std::string> names;
    for (const Choice& choice : field.choices) {
      const std::string& label = choice.label.in(language_);
      names.push_back(label.empty() || label == choice.value ? choice.value
                                                             : fmt::format("{} ({})", choice.value, label));
    }
    return alternatives(names);
  }

  std::string parts(const Field& record) const {
    std::vector<std::string> names;
    for (const Field& part : record.fields) names.push_back(fmt::format("{} ({})", part.name, form(part)));
    return join(names, ", ");
  }

  std::string limits(const Field& field) const {
    const bool is_number = field.type == FieldType::number;
    const std::string unit = is_number ? "" : pick(" tecken", " characters");
    std::string words;
    if (field.minimum) words += fmt::format("{}{:.15g}{}", pick(", minst ", ", at least "), *field.minimum, unit);
    if (field.maximum) words += fmt::format("{}{:.15g}{}", pick(", högst ", ", at most "), *field.maximum, unit);
    return words;
  }

  // "a, b or c"
  std::string alternatives(const std::vector<std::string>& names) const {
    if (names.empty()) return {};
    const std::vector<std::string> first(names.begin(), names.end() - 1);
    if (first.empty()) return names.back();
    return join(first, ", ") + pick(" eller ", " or ") + names.back();
  }

  const Schema& schema_;
  std::string language_;
};

// As one line: help may be written over several.
std::string one_line(std::string_view text) {
  std::string line = collapse_spaces(text);
  std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return line;
}

}  // namespace

std::string FieldWords::line() const {
  return label + ": " + description();
}

std::string FieldWords::description() const {
  // That a text is a text goes without saying.
  if (!help.empty() && form == "text") return help;
  return help.empty() ? form : form + ". " + help;
}

FieldWords field_words(const Field& field, const Schema& schema, const std::string& language) {
  return {one_line(field.label.in(language)), one_line(Words(schema, language).form(field)),
          one_line(field.help.in(language))};
}

FieldWords relation_words(const RelationType& relation, const Schema& schema, const std::string& language,
                          const ExampleId& example) {
  const Words words(schema, language);
  std::string form = words.target(relation.to, example);
  if (relation.many) form += words.pick(", flera går bra", ", one or several");
  if (relation.at_least > 1) form += fmt::format("{}{}", words.pick(", minst ", ", at least "), relation.at_least);
  if (relation.many && relation.at_most)
    form += fmt::format("{}{}", words.pick(", högst ", ", at most "), *relation.at_most);
  return {one_line(relation.label.in(language)), one_line(form), ""};
}

std::string names_and_choices(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  for (const Field& field : fields) {
    std::vector<std::string> choices;
    for (const Choice& choice : field.choices) choices.push_back(choice.value);
    names.push_back(choices.empty() ? field.name : fmt::format("{} ({})", field.name, join(choices, ", ")));
  }
  return join(names, ", ");
}

}  // namespace vav
