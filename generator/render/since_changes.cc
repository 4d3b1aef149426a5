#include "render/since_changes.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "config/common_fields.h"
#include "evidence/sequence_diff.h"
#include "render/page_data.h"

namespace vav {
namespace {

// Of a stretch that stays, so many words beside what changed say where it is.
constexpr std::size_t words_around = 8;
// Affected items that are named; the rest is counted.
constexpr std::size_t most_affected = 12;
// Bytes of the changed texts of one item that are shown; the rest is counted.
constexpr std::size_t most_text = 6000;
// Two texts of which less than so much is the same are two texts, not one that has changed.
constexpr double least_alike = 0.3;

std::string_view word_of(WordRun::Fate fate) {
  return fate == WordRun::Fate::kept ? "kept" : fate == WordRun::Fate::removed ? "removed" : "added";
}

Value run_value(WordRun::Fate fate, std::string text) {
  return Value::map({{"fate", word_of(fate)}, {"text", std::move(text)}});
}

// The middle of a long stretch that stays is left out; of the first its beginning, of the last its end.
std::string shortened(const std::string& text, bool is_first, bool is_last) {
  const auto words = split(text, ' ');
  const std::size_t before = is_first ? 0 : words_around;
  const std::size_t after = is_last ? 0 : words_around;
  if (words.size() <= before + after + 2) return text;
  std::vector<std::string> parts(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(before));
  parts.emplace_back("…");
  parts.insert(parts.end(), words.end() - static_cast<std::ptrdiff_t>(after), words.end());
  return join(parts, " ");
}

bool is_alike(const std::vector<WordRun>& runs) {
  std::size_t kept = 0;
  std::size_t all = 0;
  for (const WordRun& run : runs) {
    const std::size_t length = run.text.size() * (run.fate == WordRun::Fate::kept ? 2 : 1);
    all += length;
    if (run.fate == WordRun::Fate::kept) kept += length;
  }
  return static_cast<double>(kept) >= least_alike * static_cast<double>(all);
}

const Field* find_field(const std::string& name, const Kind& kind) {
  const Field* field = kind.find_field(name);
  return field == nullptr ? find_common_field(name) : field;
}

// Records and fields about persons tell that they changed, not how.
bool shows_values(const Field& field) {
  return field.type != FieldType::record && !field.personal;
}

}  // namespace

ChangePart part_of(const ItemChange& change) {
  if (change.status) return ChangePart::status;
  if (change.sort == ItemChange::Sort::added) return ChangePart::added;
  return change.sort == ItemChange::Sort::changed ? ChangePart::changed : ChangePart::withdrawn;
}

std::string_view word_of(ChangePart part) {
  switch (part) {
    case ChangePart::status:
      return "since_status";
    case ChangePart::added:
      return "since_added";
    case ChangePart::changed:
      return "since_changed";
    case ChangePart::withdrawn:
      return "since_withdrawn";
  }
  return "";
}

std::string since_title(const Since& since, const std::string& language, const SiteModel& model, const SiteData& data) {
  std::string name = since.baseline.name;
  if (const auto date = parse_date(name)) name = in_words(*date, language);
  for (std::size_t page = 0; page < model.pages.size(); ++page) {
    const Page& one = model.pages[page];
    if (model.is_item(page) && one.id == since.baseline.name && model.graph.item_of(page) == page)
      name = one.short_name.empty() ? one.title : one.short_name;
  }
  return replace_all(data.word(language, "since_title"), "{0}", name);
}

ChangeWords::ChangeWords(const Since& since, const std::string& language, const SiteModel& model, const SiteData& data)
    : since_(since), language_(language), model_(model), data_(data) {
  for (std::size_t i = 0; i < since.changes.size(); ++i) {
    if (since.changes[i].sort == ItemChange::Sort::withdrawn)
      withdrawn_.emplace(since.baseline.state.items[*since.changes[i].before].id, i);
  }
}

std::optional<std::size_t> ChangeWords::kind_of(const ItemChange& change) const {
  if (change.page) return model_.pages[*change.page].kind;
  return model_.config.schema.find_kind(since_.baseline.state.items[*change.before].kind);
}

std::string ChangeWords::title(const ItemChange& change) const {
  if (change.hidden) return data_.word(language_, "since_hidden");
  return change.page ? model_.pages[*change.page].title : since_.baseline.state.items[*change.before].title;
}

std::string ChangeWords::parts(const ItemChange& change) const {
  const auto kind = kind_of(change);
  if (change.sort != ItemChange::Sort::changed || !kind) return "";
  const Kind& declared = model_.config.schema.kinds[*kind];
  std::vector<std::string> words;
  if (!change.title_before.empty()) words.push_back(data_.word(language_, "since_title_part"));
  if (change.status) words.push_back(find_field(change.status->name, declared)->label.in(language_));
  if (!change.texts.empty()) words.push_back(data_.word(language_, "since_text_part"));
  for (const FieldChange& field : change.fields) words.push_back(find_field(field.name, declared)->label.in(language_));
  for (const RelationChange& relation : change.relations)
    words.push_back(declared.relations[*declared.find_relation(relation.name)].label.in(language_));
  return join(words, ", ");
}

std::string ChangeWords::summary(const ItemChange& change) const {
  std::vector<std::string> names;
  for (const std::size_t page : change.affected) {
    if (names.size() < most_affected) names.push_back(model_.pages[data_.in_language(page, language_)].title);
  }
  std::string told = parts(change);
  if (names.empty()) return told;
  std::string affected = data_.word(language_, "since_affects") + " " + join(names, "; ");
  if (change.affected.size() > names.size())
    affected += " " + replace_all(data_.word(language_, "timeline_more"), "{0}",
                                  fmt::format("{}", change.affected.size() - names.size()));
  return told.empty() ? affected : told + ". " + affected;
}

Value ChangeWords::value(const ItemChange& change) const {
  const auto number = kind_of(change);
  const Value kind = number ? data_.kind(*number, language_) : Value();
  List fields;
  List relations;
  Value status;
  if (number && change.page) {
    const Kind& declared = model_.config.schema.kinds[*number];
    status = status_value(change, declared);
    for (const FieldChange& one : change.fields) fields.push_back(field_value(one, declared));
    for (const RelationChange& one : change.relations) relations.push_back(relation_value(one, change, declared));
  }
  List affected;
  for (const std::size_t page : change.affected) {
    if (affected.size() < most_affected) affected.push_back(data_.card(data_.in_language(page, language_), language_));
  }
  const std::string lang =
      change.page ? model_.pages[*change.page].lang : since_.baseline.state.items[*change.before].lang;
  const List texts = text_values(change);
  return Value::map({{"title", title(change)},
                     {"lang", change.hidden ? language_ : lang},
                     {"item", change.page ? data_.card(*change.page, language_) : Value()},
                     {"kind", kind},
                     {"title_before", change.title_before},
                     {"status", status},
                     {"fields", fields},
                     {"relations", relations},
                     {"texts", texts},
                     {"more_texts", change.page ? change.texts.size() - texts.size() : 0},
                     {"affected", affected},
                     {"more_affected", change.affected.size() - affected.size()}});
}

std::string ChangeWords::field_words(const std::vector<std::string>& texts, const Field& field) const {
  std::vector<std::string> words;
  for (const std::string& text : texts) {
    const auto choice = std::ranges::find(field.choices, text, &Choice::value);
    const auto date = parse_date(text);
    const bool is_set = text == "true";
    const bool is_date = field.type == FieldType::date || field.type == FieldType::partial_date;
    if (choice != field.choices.end())
      words.push_back(choice->label.in(language_));
    else if (is_date && date)
      words.push_back(in_words(*date, language_));
    else if (field.type == FieldType::flag)
      words.push_back(is_set ? data_.word(language_, "yes") : data_.word(language_, "no"));
    else
      words.push_back(text);
  }
  return join(words, ", ");
}

Value ChangeWords::status_value(const ItemChange& change, const Kind& kind) const {
  if (!change.status) return {};
  const Field& field = *kind.find_field(change.status->name);
  const auto words = [&](const std::vector<std::string>& texts) {
    return texts.empty() ? data_.word(language_, "since_unset") : field_words(texts, field);
  };
  return Value::map({{"label", field.label.in(language_)},
                     {"before", words(change.status->before)},
                     {"after", words(change.status->after)}});
}

Value ChangeWords::field_value(const FieldChange& change, const Kind& kind) const {
  const Field& field = *find_field(change.name, kind);
  const List shown =
      shows_values(field) ? runs(field_words(change.before, field), field_words(change.after, field)) : List{};
  return Value::map({{"label", field.label.in(language_)}, {"runs", shown}});
}

Value ChangeWords::relation_value(const RelationChange& change, const ItemChange& item, const Kind& kind) const {
  const std::string& lang = model_.pages[*item.page].lang;
  const auto values = [&](const std::vector<std::string>& targets) {
    List all;
    for (const std::string& target : targets) all.push_back(target_value(target, lang));
    return all;
  };
  return Value::map({{"label", kind.relations[*kind.find_relation(change.name)].label.in(language_)},
                     {"added", values(change.added)},
                     {"removed", values(change.removed)},
                     {"altered", values(change.altered)}});
}

// A page that is on the site leads there; of another the title that it had, when it is not kept from readers now.
Value ChangeWords::target_value(const std::string& target, const std::string& lang) const {
  const std::string_view id = id_of_target(target);
  const std::string_view place = place_of_target(target);
  const auto make = [](const std::string& text, const Value& address) {
    return Value::map({{"text", text}, {"address", address}});
  };
  if (const auto page = data_.find_item(id, lang)) {
    const bool has_passage =
        place.size() > id.size() && model_.pages[*page].document.has_anchor(place.substr(id.size() + 1));
    // Two passages of one page are two links, and a reader hears which.
    const std::string passage = has_passage ? std::string(place.substr(id.size())) : "";
    return make(model_.pages[*page].title + (has_passage ? " (" + passage + ")" : ""),
                model_.routes.page_address[*page] + passage);
  }
  if (const auto found = withdrawn_.find(id); found != withdrawn_.end())
    return make(title(since_.changes[found->second]), Value());
  return make(data_.word(language_, "since_hidden"), Value());
}

List ChangeWords::runs(const std::string& before, const std::string& after) {
  List all;
  const std::vector<WordRun> words = compare_words(before, after);
  if (!is_alike(words)) {
    if (!before.empty()) all.push_back(run_value(WordRun::Fate::removed, before));
    if (!after.empty()) all.push_back(run_value(WordRun::Fate::added, after));
    return all;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool kept = words[i].fate == WordRun::Fate::kept;
    all.push_back(
        run_value(words[i].fate, kept ? shortened(words[i].text, i == 0, i + 1 == words.size()) : words[i].text));
  }
  return all;
}

List ChangeWords::text_values(const ItemChange& change) const {
  List all;
  if (!change.page) return all;
  const auto& blocks = model_.pages[*change.page].document.text();
  std::size_t shown = 0;
  for (const TextChange& one : change.texts) {
    for (const auto* side : {&one.before, &one.after})
      for (const std::string& text : *side) shown += text.size();
    if (shown > most_text && !all.empty()) break;
    const std::string anchor = one.first < blocks.size() ? blocks[one.first].anchor : "";
    List parts;
    // Blocks correspond in order; what one side has more stands alone.
    for (std::size_t i = 0; i < std::max(one.before.size(), one.after.size()); ++i) {
      const auto text = [&](const std::vector<std::string>& texts) {
        return i < texts.size() ? shown_text(*change.page, texts[i], model_) : "";
      };
      parts.push_back(Value::map({{"runs", runs(text(one.before), text(one.after))}}));
    }
    all.push_back(
        Value::map({{"address", model_.routes.page_address[*change.page] + (anchor.empty() ? "" : "#" + anchor)},
                    {"blocks", std::move(parts)}}));
  }
  return all;
}

}  // namespace vav
