#include "render/table_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/address.h"
#include "base/text.h"
#include "render/list_groups.h"

namespace vav {

std::vector<RowBand> bands_of_kind(std::size_t kind, const SiteModel& model, const SiteData& data) {
  std::vector<RowBand> bands;
  for (const Value& group : groups_of_kind(kind, model.config.lang, model, data)) {
    RowBand& band = bands.emplace_back(RowBand{group.at("label").text_or_empty(), {}});
    for (const Value& card : group.at("items").items()) {
      if (const auto page = data.page_at(card.at("address").text_or_empty()))
        band.items.push_back(model.graph.item_of(*page));
    }
  }
  return bands;
}

std::string address_of_part(const std::string& address, std::size_t part) {
  if (part == 0) return address;
  return join_path(std::string(folder_of(address)), fmt::format("sida-{}/index.html", part + 1));
}

List part_links(const std::string& address, std::size_t parts, std::size_t here) {
  List links;
  for (std::size_t part = 0; parts > 1 && part < parts; ++part) {
    links.push_back(Value::map(
        {{"label", fmt::format("{}", part + 1)}, {"address", address_of_part(address, part)}, {"here", part == here}}));
  }
  return links;
}

std::size_t parts_for(std::size_t rows) {
  return std::max<std::size_t>((rows + most_rows - 1) / most_rows, 1);
}

List replaced_by(std::size_t item, const SiteModel& model, const SiteData& data) {
  List cards;
  std::set<std::size_t> seen;
  for (const std::size_t number : model.evidence.replaced_by(item)) {
    const std::size_t successor = model.evidence.successions()[number].successor;
    if (seen.insert(successor).second)
      cards.push_back(data.card(data.in_language(successor, model.config.lang), model.config.lang));
  }
  return cards;
}

Value column_head(std::size_t item, const SiteModel& model, const SiteData& data) {
  const Value& card = data.card(data.in_language(item, model.config.lang), model.config.lang);
  const Value& short_name = card.at("short");
  return Value::map({{"title", short_name.is_null() ? card.at("title") : short_name},
                     {"full", card.at("title")},
                     {"address", card.at("address")},
                     {"lang", card.at("lang")},
                     {"replaced", model.evidence.is_replaced(item)}});
}

std::string names_of_kinds(const std::vector<std::size_t>& kinds, const SiteModel& model, const SiteData& data) {
  std::vector<std::string> names;
  for (const std::size_t kind : kinds) names.push_back(model.config.schema.kinds[kind].many.in(model.config.lang));
  if (names.empty()) return "";
  const std::string last = names.back();
  names.pop_back();
  const std::string& lang = model.config.lang;
  return names.empty() ? last : join(names, ", ") + " " + data.word(lang, "and") + " " + last;
}

std::string title_with_names(const std::string& pattern, std::vector<std::string> names, const SiteConfig& config,
                             const std::string& language) {
  constexpr std::size_t longest = 90;
  const std::size_t rest = count_characters(" – ") + count_characters(config.title.in(language));
  while (true) {
    std::string title = pattern;
    for (std::size_t i = 0; i < names.size(); ++i) title = replace_all(title, fmt::format("{{{}}}", i), names[i]);
    if (count_characters(title) + rest <= longest) return title;
    std::string& name =
        *std::ranges::max_element(names, {}, [](const std::string& one) { return count_characters(one); });
    const std::size_t word = name.find_last_of(' ');
    if (word == std::string::npos) return title;
    name.resize(word);
    while (!name.empty() && std::string_view(" ,:;–").find(name.back()) != std::string_view::npos) name.pop_back();
    name += "…";
  }
}

}  // namespace vav
