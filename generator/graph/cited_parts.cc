#include "graph/cited_parts.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "graph/knowledge_graph.h"

namespace vav {
namespace {

std::string comparable(std::string_view text) {
  return to_lower(to_nfc(collapse_spaces(replace_all(text, "\u00A0", " "))));
}

// The longest of the names that `words` begins with, up to a comma, a semicolon or the end.
std::optional<std::size_t> named_first(std::string_view words, const std::vector<std::string>& names) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty() || !words.starts_with(names[i])) continue;
    const std::string_view rest = words.substr(names[i].size());
    const bool whole = rest.empty() || rest[0] == ',' || rest[0] == ';';
    if (whole && (!best || names[*best].size() < names[i].size())) best = i;
  }
  return best;
}

// The text of a list's value: itself, or the first text of a record.
Value name_of(const Field& field, const Value& value) {
  if (field.type != FieldType::record) return value;
  for (const Field& part : field.fields) {
    if (part.type == FieldType::text) return value.at(part.name);
  }
  return value;
}

class PartMatcher {
 public:
  PartMatcher(const CitationInputs& inputs, Diagnostics& diagnostics)
      : inputs_(inputs),
        pages_(inputs.pages),
        schema_(inputs.schema),
        diagnostics_(diagnostics),
        lists_(inputs.pages.size()) {}

  std::vector<std::vector<CitedList>> match() {
    collect_lists();
    for (const Relation& relation : inputs_.relations) {
      for (const Field& field : schema_.kinds[relation.kind].relations[relation.type].fields) {
        if (field.listed_in.empty()) continue;
        const Value& given = pages_[relation.from].references[relation.reference].extra.at(field.name);
        for (const Value& words : given.is_list() ? given.items() : List{given})
          match_words(relation, field.listed_in, words);
      }
    }
    report_uncited();
    return std::move(lists_);
  }

 private:
  // Fields that some relation takes its words from, on the pages that give them.
  void collect_lists() {
    for (const Kind& kind : schema_.kinds) {
      for (const RelationType& relation : kind.relations) {
        for (const Field& field : relation.fields) {
          if (field.listed_in.empty()) continue;
          for (const std::size_t target : relation.to) collect_lists_of(target, field.listed_in);
        }
      }
    }
  }

  void collect_lists_of(std::size_t kind, const std::string& name) {
    const Field* field = schema_.kinds[kind].find_field(name);
    if (field == nullptr) return;
    const auto index = static_cast<std::size_t>(field - schema_.kinds[kind].fields.data());
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (pages_[page].kind != kind || !inputs_.on_site[page] || list_of(page, index) != nullptr) continue;
      const FieldValues* given = pages_[page].find_field(index);
      if (given == nullptr) continue;
      CitedList list{index, {}};
      for (std::size_t i = 0; i < given->values.size(); ++i) {
        const Value& part = name_of(*field, given->values[i]);
        list.parts.push_back({part.text_or_empty(), part.place(), i, {}});
      }
      lists_[page].push_back(std::move(list));
    }
  }

  CitedList* list_of(std::size_t page, std::size_t field) {
    const auto found = std::ranges::find(lists_[page], field, &CitedList::field);
    return found == lists_[page].end() ? nullptr : &*found;
  }

  void match_words(const Relation& relation, const std::string& field_name, const Value& words) {
    const Kind& kind = schema_.kinds[pages_[relation.to].kind];
    const Field* field = kind.find_field(field_name);
    if (words.is_null() || field == nullptr) return;
    const auto index = static_cast<std::size_t>(field - kind.fields.data());
    CitedList* list = list_of(relation.to, index);
    for (const std::size_t twin : inputs_.twins[relation.to]) {
      if (list == nullptr && pages_[twin].kind == pages_[relation.to].kind) list = list_of(twin, index);
    }
    if (list == nullptr) return;
    std::vector<std::string> names;
    for (const CitedPart& part : list->parts) names.push_back(part.name);
    const std::vector<std::size_t> found = named_parts(words.text_or_empty(), names);
    if (found.empty()) report_unknown(relation, field_name, words, names);
    for (const std::size_t part : found) {
      std::vector<std::size_t>& citing = list->parts[part].pages;
      // Relations come in page order.
      if (citing.empty() || citing.back() != relation.from) citing.push_back(relation.from);
    }
  }

  void report_unknown(const Relation& relation, const std::string& field_name, const Value& words,
                      const std::vector<std::string>& names) {
    const std::string& text = words.text_or_empty();
    Wording hint = did_you_mean(text, names);
    if (hint.empty()) hint = did_you_mean(trim(std::string_view(text).substr(0, text.find_first_of(",;"))), names);
    if (hint.empty()) hint = say("its sections stand under '{}' in {}", field_name, pages_[relation.to].path);
    diagnostics_.add("unknown-section", {pages_[relation.from].path, words.place()},
                     say("'{}' begins with no section of '{}'", text, pages_[relation.to].title), std::move(hint));
  }

  void report_uncited() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (const CitedList& list : lists_[page]) {
        for (const CitedPart& part : list.parts) {
          if (part.pages.empty())
            diagnostics_.add("uncited-section", {pages_[page].path, part.place}, say("no page cites '{}'", part.name),
                             say("name it where a page points here, or take it off the list"));
        }
      }
    }
  }

  const CitationInputs& inputs_;
  const std::vector<Page>& pages_;
  const Schema& schema_;
  Diagnostics& diagnostics_;
  std::vector<std::vector<CitedList>> lists_;
};

}  // namespace

std::vector<std::size_t> named_parts(std::string_view words, const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const std::string& name : names) known.push_back(comparable(name));
  std::vector<std::size_t> found;
  const std::string all = comparable(words);
  std::string_view rest = all;
  bool must_name = true;
  while (true) {
    const auto part = named_first(rest, known);
    if (!part && must_name) return {};
    if (part) {
      if (std::ranges::find(found, *part) == found.end()) found.push_back(*part);
      rest.remove_prefix(known[*part].size());
    }
    // After a comma a part of the part may follow, or free words; after a semicolon another part.
    const std::size_t end = rest.find_first_of(part ? ",;" : ";");
    if (end == std::string_view::npos) return found;
    must_name = rest[end] == ';';
    rest = trim(rest.substr(end + 1));
  }
}

std::vector<std::vector<CitedList>> match_cited_parts(const CitationInputs& inputs, Diagnostics& diagnostics) {
  return PartMatcher(inputs, diagnostics).match();
}

}  // namespace vav
