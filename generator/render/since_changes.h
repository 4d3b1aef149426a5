// What has come since a baseline, in the words of a language.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// "Sedan Träff 3": after the item or the day that the baseline is named after, else after its name.
std::string since_title(const Since& since, const std::string& language, const SiteModel& model, const SiteData& data);

// The parts of a list of changes, in the order in which readers get them.
enum class ChangePart { status, added, changed, withdrawn };
ChangePart part_of(const ItemChange& change);
// The key of its heading in the theme's words.
std::string_view word_of(ChangePart part);

class ChangeWords {
 public:
  ChangeWords(const Since& since, const std::string& language, const SiteModel& model, const SiteData& data);

  // A CHANGE of themes/README.md.
  Value value(const ItemChange& change) const;
  // The title of the item; of a hidden one that it is no longer for readers.
  std::string title(const ItemChange& change) const;
  // Which parts of it changed, in a line: "titel, text, Stöds av".
  std::string parts(const ItemChange& change) const;
  // The same, and the claims that it affects: "text. Berör: …".
  std::string summary(const ItemChange& change) const;
  // The kind of the item; nothing when vav.yaml has it no longer.
  std::optional<std::size_t> kind_of(const ItemChange& change) const;

 private:
  Value field_value(const FieldChange& change, const Kind& kind) const;
  std::string field_words(const std::vector<std::string>& texts, const Field& field) const;
  Value status_value(const ItemChange& change, const Kind& kind) const;
  Value relation_value(const RelationChange& change, const ItemChange& item, const Kind& kind) const;
  Value target_value(const std::string& target, const std::string& lang) const;
  List text_values(const ItemChange& change) const;
  static List runs(const std::string& before, const std::string& after);

  const Since& since_;
  const std::string& language_;
  const SiteModel& model_;
  const SiteData& data_;
  std::unordered_map<std::string_view, std::size_t> withdrawn_;  // id -> index into the changes
};

}  // namespace vav
