#include "render/field_data.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "markdown/document.h"
#include "pages/field_parts.h"
#include "render/page_data.h"

namespace vav {
namespace {

bool is_date(const Field& field) {
  return field.type == FieldType::date || field.type == FieldType::partial_date;
}

bool is_words_of_a_date(const Kind& kind, const Field& field) {
  if (!field.name.ends_with(date_words_ending)) return false;
  const Field* date = kind.find_field(field.name.substr(0, field.name.size() - date_words_ending.size()));
  return date != nullptr && is_date(*date);
}

std::string plain_text_of(const Document& document) {
  std::string text;
  for (const TextBlock& block : document.text()) text += (text.empty() ? "" : " ") + block.text;
  return text;
}

// Whose web site an address leads to: "https://www.imy.se/om" -> "imy.se".
std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return "";
  address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#:"));
  if (address.starts_with("www.")) address.remove_prefix(4);
  return std::string(address);
}

// One value as readers see it.
struct Shown {
  std::string text;
  Value address = {};     // where it leads
  std::string host = {};  // of a web address
  Value item = {};        // card of the page that it leads to
  Value html = {};        // rich text
  List parts = {};        // of a record, one for each column
};

Value as_value(const Shown& shown) {
  return Value::map({{"text", shown.text},
                     {"address", shown.address},
                     {"host", shown.host},
                     {"item", shown.item},
                     {"html", shown.html},
                     {"parts", shown.parts},
                     {"note", ""},
                     {"qualifiers", List{}}});
}

// Walks the page's fields once, in the order of pages/field_parts.h, so that references and rich texts meet what the
// graph made of them.
class FieldWalk {
 public:
  FieldWalk(std::size_t number, const SiteModel& model, const SiteData& data)
      : FieldWalk(number, model.pages[number].lang, true, model, data) {}
  FieldWalk(std::size_t number, const std::string& language, bool with_html, const SiteModel& model,
            const SiteData& data)
      : number_(number),
        page_(model.pages[number]),
        kind_(model.kind_of(number)),
        language_(language),
        with_html_(with_html),
        model_(model),
        data_(data) {}

  // REQUIRES: called for the page's fields in order, each once.
  std::vector<Shown> show(const FieldValues& given) {
    const Field& field = kind_.fields[given.field];
    if (is_date(field)) return {{.text = date_field_words(page_, kind_, given, language_)}};
    std::vector<Shown> all;
    for (const Value& value : given.values) all.push_back(show_value(field, value));
    return all;
  }

 private:
  Shown show_value(const Field& field, const Value& value) {
    switch (field.type) {
      case FieldType::rich_text:
        return show_rich_text();
      case FieldType::reference:
        return show_reference(value);
      case FieldType::record:
        return show_record(field, value);
      case FieldType::url:
        return {.text = value.text_or_empty(), .address = value, .host = host_of(value.text_or_empty())};
      case FieldType::role_email:
        return {.text = value.text_or_empty(), .address = "mailto:" + value.text_or_empty()};
      default:
        return {.text = plain_words(field, value)};
    }
  }

  std::string plain_words(const Field& field, const Value& value) const {
    for (const Choice& choice : field.choices) {
      if (choice.value == value.text_or_empty()) return choice.label.in(language_);
    }
    if (const bool* flag = value.flag()) return data_.word(language_, *flag ? "yes" : "no");
    if (is_date(field)) {
      const auto date = parse_date(value.text_or_empty());
      return date ? in_words(*date, language_) : "";
    }
    return value_words(field, value);
  }

  Shown show_rich_text() {
    const std::size_t index = next_rich_text_++;
    const Document& document = page_.rich_texts[index].document;
    if (!with_html_) return {.text = plain_text_of(document)};
    return {.text = plain_text_of(document),
            .html = document_html(number_, document, model_.graph.rich_links_of(number_)[index], model_, data_)};
  }

  Shown show_reference(const Value& value) {
    const std::size_t index = next_reference_++;
    const auto written = model_.graph.field_targets_of(number_)[index];
    if (!written) return {.text = value.text_or_empty()};
    const std::size_t target = data_.in_language(*written, page_.lang);
    const Page& other = model_.pages[target];
    // Only the page that was named is known to have the passage.
    const std::string passage = target == *written ? page_.field_references[index].passage : "";
    return {.text = other.short_name.empty() ? other.title : other.short_name,
            .address = model_.routes.page_address[target] + (passage.empty() ? "" : "#" + passage),
            .item = data_.card(target, page_.lang)};
  }

  Shown show_record(const Field& field, const Value& value) {
    Shown all;
    std::vector<std::string> words;
    for (const Field& part : field.fields) {
      const Value& given = value.at(part.name);
      Shown shown;
      for (const Value& one : given.is_list() ? given.items() : given.is_null() ? List{} : List{given}) {
        Shown next = show_value(part, one);
        if (!shown.text.empty()) next.text = shown.text + ", " + next.text;
        shown = std::move(next);
      }
      if (!shown.text.empty()) words.push_back(shown.text);
      all.parts.push_back(Value::map({{"name", part.name},
                                      {"label", part.label.in(language_)},
                                      {"text", shown.text},
                                      {"address", shown.address},
                                      {"host", shown.host},
                                      {"item", shown.item},
                                      {"html", shown.html},
                                      {"numeric", part.type == FieldType::number}}));
    }
    all.text = join(words, ", ");
    return all;
  }

  std::size_t number_;
  const Page& page_;
  const Kind& kind_;
  const std::string& language_;
  bool with_html_;
  const SiteModel& model_;
  const SiteData& data_;
  std::size_t next_reference_ = 0;
  std::size_t next_rich_text_ = 0;
};

// The parts of a record that at least one of the page's records gives: a column that is empty from top to bottom tells
// nobody anything.
std::vector<bool> given_parts(const Field& field, const std::vector<Shown>& records) {
  std::vector<bool> given(field.fields.size(), false);
  for (const Shown& record : records) {
    for (std::size_t i = 0; i < record.parts.size(); ++i)
      given[i] = given[i] || !record.parts[i].at("text").text_or_empty().empty();
  }
  return given;
}

template <typename T>
std::vector<T> only(const std::vector<bool>& wanted, const std::vector<T>& all) {
  std::vector<T> some;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (wanted[i]) some.push_back(all[i]);
  }
  return some;
}

List columns_of(const Field& field, const std::string& language) {
  List columns;
  for (const Field& part : field.fields)
    columns.push_back(Value::map({{"label", part.label.in(language)}, {"numeric", part.type == FieldType::number}}));
  return columns;
}

List as_values(const std::vector<Shown>& shown) {
  List values;
  for (const Shown& one : shown) values.push_back(as_value(one));
  return values;
}

// The language of what a value shows: words of the schema and of dates follow the reader, texts their writer.
std::string language_of(const Field& field, const Shown& shown, const std::string& item, const std::string& reader) {
  if (!shown.item.is_null()) return shown.item.at("lang").text_or_empty();
  switch (field.type) {
    case FieldType::text:
    case FieldType::rich_text:
    case FieldType::record:
      return item;
    default:
      return reader;
  }
}

// Those that are parts of the page, or those that are not.
List facts_of(std::size_t page, bool parts, const SiteModel& model, const SiteData& data) {
  const std::string& language = model.pages[page].lang;
  const Kind& kind = model.kind_of(page);
  List all;
  FieldWalk walk(page, model, data);
  for (const FieldValues& given : model.pages[page].fields) {
    const Field& field = kind.fields[given.field];
    std::vector<Shown> shown = walk.show(given);
    if (field.part != parts) continue;
    // The field that a list is sorted by is an ordinal, but for dates.
    if (!is_date(field) && (is_words_of_a_date(kind, field) || field.name == kind.sort)) continue;
    // Shown with the pages that cite them (sections_cited).
    if (std::ranges::find(model.graph.cited_lists_of(page), given.field, &CitedList::field) !=
        model.graph.cited_lists_of(page).end())
      continue;
    List columns = columns_of(field, language);
    if (field.type == FieldType::record) {
      const std::vector<bool> wanted = given_parts(field, shown);
      columns = only(wanted, columns);
      for (Shown& record : shown) record.parts = only(wanted, record.parts);
    }
    all.push_back(fact_value(field.name, field.label.in(language), field_type_name(field.type), std::move(columns),
                             as_values(shown)));
  }
  return all;
}

// The first value as it was written. Of rich text that could hold what is for editors only, so it is the text that
// readers see.
Value first_value(const Field& field, const FieldValues& given, const std::vector<Shown>& shown) {
  const auto is_rich = [](const Field& one) { return one.type == FieldType::rich_text; };
  if (is_rich(field)) return shown.front().text;
  return std::ranges::any_of(field.fields, is_rich) ? Value() : given.values.front();
}

// Where there is room for a fact (themes/README.md, FACT).
std::string_view shape_of(std::string_view type, const List& values) {
  constexpr std::size_t longest_short = 60;  // characters
  constexpr std::size_t most_short = 4;
  if (type == field_type_name(FieldType::record)) return "record";
  if (type == field_type_name(FieldType::rich_text)) return "sentence";
  const Value& first = values.front();
  // A link to another web site has words of its own, however long its address is.
  if (first.at("host").text_or_empty().empty() && count_characters(first.at("text").text_or_empty()) > longest_short)
    return "sentence";
  return values.size() > most_short ? "many" : "short";
}

}  // namespace

Value fact_value(const std::string& name, const std::string& label, std::string_view type, List columns, List values) {
  const std::string shape(shape_of(type, values));
  return Value::map({{"name", name},
                     {"label", label},
                     {"type", std::string(type)},
                     {"shape", shape},
                     {"columns", std::move(columns)},
                     {"values", std::move(values)}});
}

std::vector<FieldWords> field_words(std::size_t item, const std::string& field, const std::string& language,
                                    const SiteModel& model, const SiteData& data) {
  const Kind& kind = model.kind_of(item);
  FieldWalk walk(item, language, false, model, data);
  for (const FieldValues& given : model.pages[item].fields) {
    const Field& one = kind.fields[given.field];
    const std::vector<Shown> shown = walk.show(given);
    if (one.name != field) continue;
    std::vector<FieldWords> words;
    for (const Shown& value : shown)
      words.push_back({value.host.empty() ? value.text : value.host, value.address.text_or_empty(),
                       language_of(one, value, model.pages[item].lang, language)});
    return words;
  }
  return {};
}

Value field_map(std::size_t page, const SiteModel& model, const SiteData& data) {
  const std::string& language = model.pages[page].lang;
  const Kind& kind = model.kind_of(page);
  MapBuilder all;
  for (const Field& field : kind.fields) all.set(field.name, {});
  FieldWalk walk(page, model, data);
  for (const FieldValues& given : model.pages[page].fields) {
    const Field& field = kind.fields[given.field];
    const std::vector<Shown> shown = walk.show(given);
    std::vector<std::string> texts;
    for (const Shown& one : shown) texts.push_back(one.text);
    all.set(field.name, Value::map({{"label", field.label.in(language)},
                                    {"type", field_type_name(field.type)},
                                    {"value", first_value(field, given, shown)},
                                    {"text", join(texts, ", ")},
                                    {"texts", List(texts.begin(), texts.end())},
                                    {"values", as_values(shown)}}));
  }
  return std::move(all).build();
}

List field_facts(std::size_t page, const SiteModel& model, const SiteData& data) {
  return facts_of(page, false, model, data);
}

List field_parts(std::size_t page, const SiteModel& model, const SiteData& data) {
  return facts_of(page, true, model, data);
}

}  // namespace vav
