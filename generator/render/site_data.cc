#include "render/site_data.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/address.h"
#include "base/hash.h"
#include "base/text.h"

namespace vav {
namespace {

// How many date_from relations in a row may lead to a date: a proposal's group, the group's meeting. A bound, so that a
// circle ends.
constexpr int most_date_steps = 4;

bool is_date(const Field& field) {
  return field.type == FieldType::date || field.type == FieldType::partial_date;
}

// Numbers and dates of a sort field as text that sorts.
std::string sort_text(const Value& value) {
  constexpr double sort_shift = 1e9;  // so that negative numbers sort before positive ones
  if (const auto* integer = value.integer())
    return fmt::format("{:020.3f}", static_cast<double>(*integer) + sort_shift);
  if (const auto* number = value.number()) return fmt::format("{:020.3f}", *number + sort_shift);
  return value.text_or_empty();
}

const FieldValues* first_date_field(const Page& page, const Kind& kind) {
  const auto found =
      std::ranges::find_if(page.fields, [&](const FieldValues& field) { return is_date(kind.fields[field.field]); });
  return found == page.fields.end() ? nullptr : &*found;
}

}  // namespace

Value date_value(const Date& date, const std::string& language) {
  return Value::map({{"iso", date.iso()}, {"words", in_words(date, language)}});
}

std::string date_field_words(const Page& page, const Kind& kind, const FieldValues& field,
                             const std::string& language) {
  const std::string words_name = kind.fields[field.field].name + std::string(date_words_ending);
  for (const FieldValues& other : page.fields) {
    // Words are written in the page's own language.
    if (kind.fields[other.field].name == words_name && page.lang == language)
      return other.values.front().text_or_empty();
  }
  const auto date = parse_date(field.values.front().text_or_empty());
  return date ? in_words(*date, language) : "";
}

SiteData::SiteData(const SiteModel& model) : model_(model), collator_(model.config.lang) {
  order_pages();
  std::set<std::string> others;
  for (const Page& page : model.pages) others.insert(page.lang);
  others.erase(model.config.lang);
  languages_ = {model.config.lang};
  languages_.insert(languages_.end(), others.begin(), others.end());
  for (const std::string& language : languages_) {
    for (std::size_t kind = 0; kind < model.config.schema.kinds.size(); ++kind) {
      std::string address = Routes::list_address(model.config.schema.kinds[kind]);
      const bool own = language != model.config.lang && !address.empty() && list_intro(kind, language);
      lists_[language].push_back(own ? join_path(language, address) : address);
      kinds_[language].push_back(make_kind(kind, language));
    }
  }
  for (std::size_t page = 0; page < model.pages.size(); ++page) {
    page_at_[model.routes.page_address[page]] = page;
    if (model.is_item(page) && model.graph.item_of(page) == page) item_with_[model.pages[page].id] = page;
    for (const std::string& language : languages_) cards_[language].push_back(make_card(page, language));
  }
  for (const std::string& language : languages_) site_[language] = make_site(language);
  MapBuilder assets;
  for (const Asset& asset : model.theme.assets) assets.set(asset.name, asset.address);
  assets_ = std::move(assets).build();
  if (model.target == Target::disk) return;
  for (const Asset& asset : model.theme.assets) integrities_[asset.address] = integrity_of(asset.bytes);
}

void SiteData::order_pages() {
  const auto& kinds = model_.config.schema.kinds;
  by_kind_.resize(kinds.size());
  std::vector<std::pair<std::string, std::string>> keys;
  for (std::size_t i = 0; i < model_.pages.size(); ++i) {
    const Page& page = model_.pages[i];
    const Kind& kind = kinds[page.kind];
    std::string first;
    for (const FieldValues& field : page.fields) {
      if (kind.fields[field.field].name == kind.sort) first = sort_text(field.values.front());
    }
    keys.emplace_back(std::move(first), collator_.sort_key(page.title));
    // A translation is listed where the page that it translates is.
    if (model_.is_item(i) && model_.graph.item_of(i) == i) by_kind_[page.kind].push_back(i);
  }
  rank_.resize(model_.pages.size());
  std::size_t rank = 0;
  for (auto& pages : by_kind_) {
    // The page number settles ties, so that equal titles keep the order of their paths.
    std::ranges::sort(pages, [&](std::size_t a, std::size_t b) { return std::tie(keys[a], a) < std::tie(keys[b], b); });
    for (const std::size_t page : pages) rank_[page] = rank++;
  }
  for (std::size_t i = 0; i < rank_.size(); ++i) rank_[i] = rank_[model_.graph.item_of(i)];
}

std::size_t SiteData::in_language(std::size_t page, const std::string& language) const {
  for (const std::size_t twin : model_.graph.family_of(page)) {
    if (model_.pages[twin].lang == language) return twin;
  }
  return model_.graph.item_of(page);
}

std::optional<std::size_t> SiteData::list_intro(std::size_t kind, const std::string& language) const {
  for (std::size_t i = 0; i < model_.pages.size(); ++i) {
    const Page& page = model_.pages[i];
    if (page.role == SourceRole::list_intro && model_.on_site[i] && page.kind == kind && page.lang == language)
      return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> SiteData::page_at(const std::string& address) const {
  const auto found = page_at_.find(address);
  return found == page_at_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> SiteData::find_item(std::string_view id, const std::string& language) const {
  const auto found = item_with_.find(std::string(id));
  return found == item_with_.end() ? std::nullopt : std::optional(in_language(found->second, language));
}

void SiteData::sort(std::vector<std::size_t>& pages) const {
  std::ranges::sort(pages, {}, [&](std::size_t page) { return rank_[page]; });
}

const Value& SiteData::strings(const std::string& language) const {
  const auto& all = model_.theme.strings;
  auto found = all.find(language);
  if (found == all.end()) found = all.find(model_.config.lang);
  return found == all.end() ? all.begin()->second : found->second;
}

const std::string& SiteData::word(const std::string& language, std::string_view key) const {
  return strings(language).at(key).text_or_empty();
}

std::optional<std::size_t> SiteData::date_source(std::size_t page, int steps) const {
  const Kind& kind = model_.kind_of(page);
  if (first_date_field(model_.pages[page], kind)) return page;
  if (steps == 0) return std::nullopt;
  for (const std::size_t edge : model_.graph.outgoing(page)) {
    const Relation& relation = model_.graph.relations()[edge];
    if (kind.relations[relation.type].name != kind.date_from) continue;
    if (const auto source = date_source(relation.to, steps - 1)) return source;
  }
  return std::nullopt;
}

std::optional<Date> SiteData::date_of(std::size_t page) const {
  const auto source = date_source(page, most_date_steps);
  if (!source) return std::nullopt;
  return parse_date(first_date_field(model_.pages[*source], model_.kind_of(*source))->values.front().text_or_empty());
}

std::string SiteData::date_words_of(std::size_t page, const std::string& language) const {
  const auto source = date_source(page, most_date_steps);
  if (!source) return "";
  const Page& dated = model_.pages[*source];
  const Kind& kind = model_.kind_of(*source);
  return date_field_words(dated, kind, *first_date_field(dated, kind), language);
}

std::string SiteData::citation(std::size_t page, const std::string& language) const {
  for (const std::size_t edge : model_.graph.outgoing(page)) {
    const Relation& relation = model_.graph.relations()[edge];
    if (model_.kind_of(page).relations[relation.type].name != "source") continue;
    const Page& source = model_.pages[relation.to];
    const Value& extra = model_.pages[page].references[relation.reference].extra;
    std::string text = source.short_name.empty() ? source.title : source.short_name;
    const std::string& section = extra.at("section").text_or_empty();
    const std::string& pages = extra.at("pages").text_or_empty();
    if (!section.empty()) text += ", " + section;
    if (!pages.empty()) text += ", " + replace_all(word(language, "page_numbers"), "{0}", pages);
    return text;
  }
  return "";
}

Value SiteData::make_card(std::size_t number, const std::string& language) const {
  const Page& page = model_.pages[number];
  const auto date = date_of(number);
  const Value none;
  const auto changed = page.updated ? page.updated : page.published;
  return Value::map({{"id", page.id},
                     {"title", page.title},
                     {"short", page.short_name.empty() ? none : Value(page.short_name)},
                     {"address", model_.routes.page_address[number]},
                     {"kind", by_language(kinds_, language)[page.kind]},
                     {"summary", page.summary},
                     {"date", date ? Value(date->iso()) : none},
                     {"date_text", date ? Value(date_words_of(number, language)) : none},
                     {"lang", page.lang},
                     // The section is in the words of the page that cites.
                     {"source", citation(number, page.lang)},
                     {"updated", changed ? date_value(*changed, language) : none}});
}

Value SiteData::make_kind(std::size_t number, const std::string& language) const {
  const Kind& kind = model_.config.schema.kinds[number];
  const auto intro = list_intro(number, language);
  const std::string summary = intro ? model_.pages[*intro].summary : "";
  const std::string& list = list_address(number, language);
  return Value::map({{"id", kind.id},
                     {"one", kind.one.in(language)},
                     {"many", kind.many.in(language)},
                     {"title_one", capitalize(kind.one.in(language))},
                     {"title_many", capitalize(kind.many.in(language))},
                     {"mark", kind.mark},
                     {"address", list.empty() ? Value() : Value(list)},
                     {"count", by_kind_[number].size()},
                     {"chain", kind.chain_step},
                     {"summary", summary}});
}

List SiteData::make_menus(const std::string& language) const {
  List menus;
  for (const Menu& menu : model_.config.menus) {
    List items;
    for (const MenuItem& item : menu.items) {
      const auto add = [&](const std::string& title, std::string_view address, const std::string& key,
                           const Value& mark, const std::string& lang) {
        items.push_back(
            Value::map({{"title", title}, {"address", address}, {"key", key}, {"mark", mark}, {"lang", lang}}));
      };
      switch (item.target) {
        case MenuItem::Target::kind: {
          const Kind& kind = model_.config.schema.kinds[item.kind];
          add(capitalize(kind.many.in(language)), list_address(item.kind, language), "kind:" + kind.id, kind.mark,
              language);
          break;
        }
        case MenuItem::Target::page:
          for (std::size_t page = 0; page < model_.pages.size(); ++page) {
            const Page& one = model_.pages[page];
            if (!model_.is_item(page) || one.id != item.page || one.lang != model_.config.lang) continue;
            add(one.short_name.empty() ? one.title : one.short_name, model_.routes.page_address[page], "page:" + one.id,
                {}, one.lang);
          }
          break;
        case MenuItem::Target::built_in:
          add(word(language, item.built_in.name), item.built_in.address, std::string(item.built_in.name), {}, language);
          break;
      }
    }
    menus.push_back(Value::map(
        {{"label", menu.label.in(language)}, {"id", fmt::format("menu-{}", menus.size() + 1)}, {"items", items}}));
  }
  return menus;
}

List SiteData::make_chain(const std::string& language) const {
  List steps;
  for (const auto& step : model_.config.schema.chain) {
    List kinds;
    std::size_t count = 0;
    std::vector<std::string> labels;
    for (const std::size_t kind : step) {
      kinds.push_back(this->kind(kind, language));
      count += by_kind_[kind].size();
      labels.push_back(model_.config.schema.kinds[kind].many.in(language));
    }
    const std::string label = join(labels, " " + word(language, "and") + " ");
    steps.push_back(Value::map({{"label", capitalize(label)}, {"kinds", kinds}, {"count", count}}));
  }
  return steps;
}

std::optional<Date> SiteData::last_change() const {
  std::optional<Date> last;
  for (std::size_t page = 0; page < model_.pages.size(); ++page) {
    const Page& one = model_.pages[page];
    const auto changed = one.updated ? one.updated : one.published;
    if (model_.is_item(page) && changed && (!last || *changed > *last)) last = changed;
  }
  return last;
}

Value SiteData::make_site(const std::string& language) const {
  const auto updated = last_change();
  List all_kinds;
  for (const Value& one : by_language(kinds_, language)) all_kinds.push_back(one);
  return Value::map({{"title", model_.config.title.in(language)},
                     {"publisher", model_.config.publisher.in(language)},
                     {"description", model_.config.description.in(language)},
                     {"lang", model_.config.lang},
                     {"contact", model_.config.contact.in(language)},
                     {"email", model_.config.email},
                     {"url", model_.config.base_url},
                     {"updated", updated ? date_value(*updated, language) : Value()},
                     {"home", home_address},
                     {"search", search_address},
                     {"register", register_address},
                     {"news", model_.tells_news() ? Value(news_address) : Value()},
                     {"overview", model_.has_overview() ? Value(overview_address) : Value()},
                     {"menus", make_menus(language)},
                     {"kinds", all_kinds},
                     {"chain", make_chain(language)}});
}

}  // namespace vav
