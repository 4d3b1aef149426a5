#include "render/list_groups.h"

#include <fmt/format.h>
#include <map>
#include <optional>
#include <vector>

#include "base/text.h"

namespace vav {
namespace {

class Grouping {
 public:
  Grouping(std::size_t kind, const std::string& language, const SiteModel& model, const SiteData& data)
      : kind_(model.config.schema.kinds[kind]),
        pages_(data.pages_of(kind)),
        language_(language),
        model_(model),
        data_(data) {}

  List group() && {
    if (kind_.group_by.empty())
      add("", {}, language_, cards(pages_));
    else if (kind_.find_field(kind_.group_by))
      by_choice();
    else
      by_relation();
    return std::move(groups_);
  }

 private:
  // In the order in which vav.yaml lists the choices; pages without one last.
  void by_choice() {
    const Field& field = *kind_.find_field(kind_.group_by);
    std::map<std::string, std::vector<std::size_t>> by_value;
    for (const std::size_t page : pages_) by_value[choice_of(page, field.name)].push_back(page);
    for (const Choice& choice : field.choices)
      add(capitalize(choice.label.in(language_)), {}, language_, cards(by_value[choice.value]));
    add_ungrouped(by_value[""]);
  }

  std::string choice_of(std::size_t page, const std::string& field) const {
    for (const FieldValues& given : model_.pages[page].fields) {
      if (kind_.fields[given.field].name == field) return given.values.front().text_or_empty();
    }
    return "";
  }

  // Under the first page that the relation names, in that kind's list order; pages that name none last.
  void by_relation() {
    std::map<std::size_t, std::vector<std::size_t>> by_target;
    std::vector<std::size_t> ungrouped;
    for (const std::size_t page : pages_) {
      const auto target = first_target(page);
      (target ? by_target[*target] : ungrouped).push_back(page);
    }
    std::vector<std::size_t> targets;
    for (const auto& [target, members] : by_target) targets.push_back(target);
    data_.sort(targets);
    for (const std::size_t target : targets) {
      const std::size_t shown = data_.in_language(target, language_);
      add(model_.pages[shown].title, model_.routes.page_address[shown], model_.pages[shown].lang,
          cards(by_target[target]));
    }
    add_ungrouped(ungrouped);
  }

  std::optional<std::size_t> first_target(std::size_t page) const {
    for (const std::size_t edge : model_.graph.outgoing(page)) {
      const Relation& relation = model_.graph.relations()[edge];
      if (kind_.relations[relation.type].name == kind_.group_by) return relation.to;
    }
    return std::nullopt;
  }

  // As this list's language shows them.
  List cards(const std::vector<std::size_t>& pages) const {
    List all;
    for (const std::size_t page : pages) all.push_back(data_.card(data_.in_language(page, language_), language_));
    return all;
  }

  void add_ungrouped(const std::vector<std::size_t>& pages) {
    add(groups_.empty() ? "" : data_.word(language_, "ungrouped"), {}, language_, cards(pages));
  }

  void add(const std::string& label, const Value& address, const std::string& lang, List items) {
    if (!items.empty()) groups_.push_back(group_value(groups_.size() + 1, label, address, lang, std::move(items)));
  }

  const Kind& kind_;
  const std::vector<std::size_t>& pages_;
  const std::string& language_;
  const SiteModel& model_;
  const SiteData& data_;
  List groups_;
};

}  // namespace

std::string group_id(std::size_t number) {
  return fmt::format("vav-group-{}", number);
}

Value group_value(std::size_t number, const std::string& label, const Value& address, const std::string& lang,
                  List items) {
  const std::size_t count = items.size();
  return Value::map({{"id", group_id(number)},
                     {"label", label},
                     {"address", address},
                     {"lang", lang},
                     {"items", std::move(items)},
                     {"count", count},
                     {"goes_on", false}});
}

List groups_of_kind(std::size_t kind, const std::string& language, const SiteModel& model, const SiteData& data) {
  return Grouping(kind, language, model, data).group();
}

}  // namespace vav
