#include "render/search_documents.h"

#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "base/white_space.h"
#include "render/field_data.h"
#include "render/page_data.h"
#include "render/page_relations.h"
#include "search/search_files.h"

namespace vav {
namespace {

// Fields are part of what a reader sees, so they are part of what a reader finds. After the text: a sentence of it
// makes the better snippet.
void add_facts(const List& facts, SearchDocument& document) {
  for (const Value& fact : facts) {
    std::string text = fact.at("label").text_or_empty() + ":";
    for (const Value& one : fact.at("values").items()) {
      text += " " + one.at("text").text_or_empty();
      if (!text.ends_with('.')) text += ".";
    }
    document.passages.push_back({"", to_nfc(text)});
  }
}

std::string join_names(const std::vector<WrittenName>& names) {
  std::string text;
  for (const WrittenName& name : names) text += (text.empty() ? "" : ", ") + name.text;
  return text;
}

std::string aliases_of(const Page& page) {
  if (page.short_name.empty()) return join_names(page.aliases);
  return page.short_name + (page.aliases.empty() ? "" : ", " + join_names(page.aliases));
}

// What has one name alone is found by its words.
std::vector<std::string> names_of(const Page& page) {
  if (page.short_name.empty() && page.aliases.empty()) return {};
  std::vector<std::string> names = {page.title};
  if (!page.short_name.empty()) names.push_back(page.short_name);
  for (const WrittenName& alias : page.aliases) names.push_back(alias.text);
  return names;
}

void set_date(std::size_t number, const SiteModel& model, const SiteData& data, SearchDocument& document) {
  const Page& page = model.pages[number];
  if (const auto date = data.date_of(number)) {
    document.date_iso = date->iso();
    document.date_text = data.date_words_of(number, page.lang);
  } else if (const auto changed = page.updated ? page.updated : page.published) {
    document.date_iso = changed->iso();
    document.date_text = in_words(*changed, page.lang);
  }
}

void add_text(std::size_t number, const SiteModel& model, SearchDocument& document) {
  for (const TextBlock& block : model.pages[number].document.text()) {
    if (block.is_heading) document.headings += (document.headings.empty() ? "" : " ") + block.text;
    document.passages.push_back({block.anchor, to_nfc(shown_text(number, block.text, model))});
  }
}

void add_trail(const List& steps, SearchDocument& document) {
  for (const Value& step : steps) document.trail.push_back(step.at("title").text_or_empty());
}

// The list of a kind, by its introduction: "åtgärder" is best answered by the list of them.
SearchDocument list_document(std::size_t number, const SiteModel& model, const SiteData& data) {
  const Page& page = model.pages[number];
  const Kind& kind = model.kind_of(number);
  SearchDocument document{.id = page.id + "/", .lang = page.lang, .title = page.title};
  document.aliases = capitalize(kind.many.in(page.lang));
  document.summary = page.summary;
  document.kind = document.aliases;
  document.kind_id = kind.id;
  document.address = shown_address(data.list_address(page.kind, page.lang), model.target);
  add_trail(breadcrumb(data, page.lang, std::nullopt), document);
  add_text(number, model, document);
  return document;
}

SearchDocument item_document(std::size_t number, const SiteModel& model, const SiteData& data) {
  const Page& page = model.pages[number];
  const Kind& kind = model.kind_of(number);
  SearchDocument document{.id = page.id, .lang = page.lang, .title = page.title};
  document.aliases = aliases_of(page);
  document.names = names_of(page);
  document.summary = page.summary;
  document.kind = capitalize(kind.one.in(page.lang));
  document.kind_id = kind.id;
  set_date(number, model, data, document);
  document.address = shown_address(model.routes.page_address[number], model.target);
  document.outdated = is_replaced(number, model, data);
  if (page.id != model.config.start_page) add_trail(breadcrumb(data, page.lang, page.kind), document);
  add_text(number, model, document);
  add_facts(field_parts(number, model, data), document);
  add_facts(field_facts(number, model, data), document);
  add_facts(relation_facts(number, model, data), document);
  return document;
}

// Readers type words whole.
void drop_soft_hyphens(SearchDocument& document) {
  for (std::string* text : {&document.title, &document.aliases, &document.headings, &document.summary})
    *text = without_soft_hyphens(*text);
  for (std::string& step : document.trail) step = without_soft_hyphens(step);
  for (std::string& name : document.names) name = without_soft_hyphens(name);
  for (SearchPassage& passage : document.passages) passage.text = without_soft_hyphens(passage.text);
}

}  // namespace

std::vector<SearchDocument> collect_search_documents(const SiteModel& model, const SiteData& data,
                                                     const FacetTable& table, int threads) {
  std::vector<std::size_t> pages;
  for (std::size_t i = 0; i < model.pages.size(); ++i) {
    if (model.on_site[i]) pages.push_back(i);
  }
  std::vector<SearchDocument> documents(pages.size());
  for_each_index(pages.size(), threads, [&](std::size_t i) {
    const bool is_item = model.is_item(pages[i]);
    documents[i] = is_item ? item_document(pages[i], model, data) : list_document(pages[i], model, data);
    drop_soft_hyphens(documents[i]);
    documents[i].facets = table.values_of[pages[i]];
  });
  return documents;
}

std::vector<std::string> search_languages(const SiteModel& model) {
  std::set<std::string> used;
  for (std::size_t i = 0; i < model.pages.size(); ++i) {
    if (model.on_site[i]) used.insert(model.pages[i].lang);
  }
  std::vector<std::string> languages;
  if (used.erase(model.config.lang) > 0) languages.push_back(model.config.lang);
  languages.insert(languages.end(), used.begin(), used.end());
  return index_languages(languages);
}

}  // namespace vav
