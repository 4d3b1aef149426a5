#include "render/page_data.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "render/downloads.h"
#include "render/feeds.h"
#include "render/field_data.h"
#include "render/item_tables.h"
#include "render/list_groups.h"
#include "render/page_relations.h"

namespace vav {
namespace {

constexpr int deepest_contents_level = 3;

// What a wikilink without words of its own shows: the short name where that is what was written, else the title.
const std::string& name_of_linked(const Page& page, const DocumentLink& written) {
  return !page.short_name.empty() && written.target == page.short_name ? page.short_name : page.title;
}

bool is_word_at(std::string_view text, std::size_t at, std::size_t length) {
  const auto is_part = [&](std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    return c >= 0x80 || std::isalnum(c) != 0 || c == '-';
  };
  return (at == 0 || !is_part(at - 1)) && (at + length == text.size() || !is_part(at + length));
}

LinkTarget link_target(const ResolvedLink& link, const DocumentLink& written, std::size_t page, const SiteModel& model,
                       const SiteData& data) {
  LinkTarget target;
  const std::string fragment = link.fragment.empty() ? "" : "#" + link.fragment;
  const std::string& here = model.routes.page_address[page];
  switch (link.target) {
    case ResolvedLink::Target::nothing:
      break;
    case ResolvedLink::Target::here:
      target.href = fragment.empty() ? relative_link(here, here, model.target) : fragment;
      break;
    case ResolvedLink::Target::page:
      target.href = relative_link(here, model.routes.page_address[link.page], model.target) + fragment;
      target.text = name_of_linked(model.pages[link.page], written);
      break;
    case ResolvedLink::Target::list_page:
      target.href = relative_link(here, data.list_address(link.page, model.pages[page].lang), model.target) + fragment;
      break;
    case ResolvedLink::Target::file:
      target.href = std::string(file_name(link.file)) + fragment;
      if (const auto image = model.images.find(link.file); image != model.images.end()) {
        target.width = image->second.width;
        target.height = image->second.height;
      }
      if (const auto size = model.file_sizes.find(link.file); size != model.file_sizes.end())
        target.told = type_and_size(link.file, size->second, model.pages[page].lang);
      break;
    case ResolvedLink::Target::outside:
      target.href = written.target + fragment;
      target.external = true;
      break;
  }
  return target;
}

std::vector<LinkTarget> link_targets(std::size_t page, const Document& document, const std::vector<ResolvedLink>& links,
                                     const SiteModel& model, const SiteData& data) {
  std::vector<LinkTarget> targets;
  for (std::size_t i = 0; i < document.links().size(); ++i)
    targets.push_back(link_target(links[i], document.links()[i], page, model, data));
  return targets;
}

HtmlWords html_words(std::size_t page, const SiteModel& model, const SiteData& data) {
  const std::string& language = model.pages[page].lang;
  return {.back_to_text = data.word(language, "back_to_text"), .passage_link = data.word(language, "passage_link")};
}

Value contents(const Page& page) {
  List headings;
  for (const Heading& heading : page.document.headings()) {
    if (heading.level > deepest_contents_level) continue;
    headings.push_back(Value::map({{"id", heading.id}, {"title", heading.text}, {"level", heading.level}}));
  }
  return headings;
}

Value passages(std::size_t number, const SiteModel& model) {
  List all;
  for (const Passage& passage : model.pages[number].document.passages())
    all.push_back(Value::map({{"id", passage.id}, {"text", shown_text(number, passage.text, model)}}));
  return all;
}

// Fields, then relations that are neither evidence nor shown in a part of their own.
Value facts(std::size_t number, const SiteModel& model, const SiteData& data) {
  List all = field_facts(number, model, data);
  for (Value& fact : relation_facts(number, model, data)) all.push_back(std::move(fact));
  return all;
}

// Who supervises what the page tells.
Value authority(std::size_t number, const SiteModel& model) {
  const auto found = model.config.authorities.find(model.kind_of(number).authority);
  if (found == model.config.authorities.end()) return {};
  const std::string& language = model.pages[number].lang;
  const auto& [name, authority] = *found;
  return Value::map(
      {{"name", authority.name.in(language)}, {"link", authority.link.in(language)}, {"address", authority.address}});
}

Value texts_of(const std::vector<WrittenName>& names) {
  List texts;
  for (const WrittenName& name : names) texts.emplace_back(name.text);
  return texts;
}

std::string menu_key(std::size_t number, const SiteModel& model) {
  const Kind& kind = model.kind_of(number);
  return Routes::list_address(kind).empty() ? "page:" + model.pages[number].id : "kind:" + kind.id;
}

std::string template_for(std::size_t number, const SiteModel& model) {
  const Page& page = model.pages[number];
  if (page.id == model.config.start_page && page.lang == model.config.lang) return "start.html";
  const std::string own = "kinds/" + model.kind_of(number).id + ".html";
  return model.theme.templates.has(own) ? own : "page.html";
}

Value twins(std::size_t number, const SiteModel& model, const SiteData& data) {
  List all;
  for (const std::size_t twin : model.graph.twins_of(number)) all.push_back(data.card(twin, model.pages[number].lang));
  return all;
}

// Places that were on the page and lie on others now.
Value moved_places(std::size_t number, const SiteModel& model) {
  List all;
  for (const MovedPlace& place : model.redirects.moved_away[number]) all.push_back(moved_place(place, model));
  return all;
}

Value start_lists(const SiteModel& model, const SiteData& data, const std::string& language) {
  List lists;
  for (const std::size_t kind : model.config.start_lists) {
    List items;
    for (const std::size_t page : data.pages_of(kind))
      items.push_back(data.card(data.in_language(page, language), language));
    lists.push_back(Value::map({{"kind", data.kind(kind, language)},
                                {"items", items},
                                {"groups", groups_of_kind(kind, language, model, data)}}));
  }
  return lists;
}

// The pages that changed last: newest first, then in list order.
Value latest(const SiteModel& model, const SiteData& data, const std::string& language) {
  constexpr std::size_t most_latest = 6;
  std::vector<std::pair<Date, std::size_t>> dated;
  for (std::size_t kind = 0; kind < model.config.schema.kinds.size(); ++kind) {
    for (const std::size_t page : data.pages_of(kind)) {
      const auto changed = model.pages[page].updated ? model.pages[page].updated : model.pages[page].published;
      if (changed && !Routes::list_address(model.kind_of(page)).empty()) dated.emplace_back(*changed, page);
    }
  }
  std::ranges::stable_sort(dated, std::greater<>(), [](const auto& one) { return one.first; });
  List cards;
  for (std::size_t i = 0; i < std::min(most_latest, dated.size()); ++i)
    cards.push_back(data.card(dated[i].second, language));
  return cards;
}

}  // namespace

Value moved_place(const MovedPlace& place, const SiteModel& model) {
  const std::string fragment = place.passage.empty() ? "" : "#" + place.passage;
  return Value::map({{"id", place.id},
                     {"title", model.pages[place.page].title},
                     {"address", model.routes.page_address[place.page] + fragment}});
}

std::string shown_text(std::size_t page, std::string text, const SiteModel& model) {
  const auto& written = model.pages[page].document.links();
  const auto& links = model.graph.links_of(page);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::string& target = written[i].target;
    const bool bare = written[i].form == LinkForm::wikilink && written[i].text.empty() && !target.empty();
    if (!bare || links[i].target != ResolvedLink::Target::page) continue;
    const std::string& name = name_of_linked(model.pages[links[i].page], written[i]);
    if (name == target) continue;
    for (std::size_t at = text.find(target); at != std::string::npos; at = text.find(target, at)) {
      const bool word = is_word_at(text, at, target.size());
      if (word) text.replace(at, target.size(), name);
      at += word ? name.size() : target.size();
    }
  }
  return text;
}

Markup body_html(std::size_t page, const SiteModel& model, const SiteData& data) {
  const Document& document = model.pages[page].document;
  const AutomaticMentions& automatic = model.graph.automatic_mentions_of(page);
  std::vector<LinkTarget> targets = link_targets(page, document, model.graph.links_of(page), model, data);
  for (const std::size_t link : automatic.abbreviated_links)
    targets[link].stands_for = model.pages[model.graph.links_of(page)[link].page].title;
  const std::string& here = model.routes.page_address[page];
  std::vector<LinkedWords> linked;
  for (const NamedInText& name : automatic.names) {
    linked.push_back(
        {.block = name.block,
         .begin = name.begin,
         .end = name.end,
         .name_end = name.name_end,
         .href = name.linked ? relative_link(here, model.routes.page_address[name.page], model.target) : "",
         .stands_for = name.abbreviation ? model.pages[name.page].title : ""});
  }
  // What the page's tables of items show is made here, with all else that it shows.
  const std::vector<std::string> tables = item_tables_html(page, model, data);
  const FormerIds& former = model.redirects.former_ids[page];
  std::string top;
  const auto [first, last] = former.equal_range("");  // of the page as a whole
  for (auto one = first; one != last; ++one) top += fmt::format("<span id=\"{}\"></span>", escape_html(one->second));
  return {top + render_html(document, targets, html_words(page, model, data), tables, linked, former)};
}

Markup document_html(std::size_t page, const Document& document, const std::vector<ResolvedLink>& links,
                     const SiteModel& model, const SiteData& data) {
  return {render_html(document, link_targets(page, document, links, model, data), html_words(page, model, data))};
}

List breadcrumb(const SiteData& data, const std::string& language, std::optional<std::size_t> kind) {
  List crumbs;
  crumbs.push_back(Value::map({{"title", data.word(language, "start")}, {"address", home_address}}));
  if (kind && !data.list_address(*kind, language).empty()) {
    crumbs.push_back(Value::map(
        {{"title", data.kind(*kind, language).at("title_many")}, {"address", data.list_address(*kind, language)}}));
  }
  return crumbs;
}

namespace {

// Bytes that stand for themselves in an address; all others are written as %XX.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view plain = "-._~";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos))
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

// A letter to who answers for the site, which tells what page it is about.
Value letter_about(const PageFrame& frame, const SiteModel& model) {
  if (model.config.email.empty()) return {};
  return fmt::format("mailto:{}?subject={}", model.config.email,
                     percent_encoded(fmt::format("{} ({})", frame.title, frame.address)));
}

}  // namespace

std::string html_title(const std::string& title, const std::string& site) {
  constexpr std::size_t most = 90;
  if (title == site) return title;
  const std::string ending = " – " + site;
  const std::size_t room = most - std::min(count_characters(ending) + 1, most);
  if (count_characters(title) <= room + 1) return title + ending;
  std::size_t offset = 0;
  std::size_t cut = 0;
  for (std::size_t count = 0; count <= room && offset < title.size(); ++count) {
    if (title[offset] == ' ') cut = offset;
    decode_character(title, offset);
  }
  return title.substr(0, cut == 0 ? offset : cut) + "…" + ending;
}

MapBuilder page_frame(const PageFrame& frame, const SiteModel& model) {
  const std::string& site_title = model.config.title.in(frame.lang);
  const std::string canonical = frame.canonical.value_or(frame.address);
  MapBuilder page;
  page.set("title", frame.title)
      .set("html_title", html_title(frame.title, site_title))
      .set("lang", frame.lang)
      .set("address", frame.address)
      .set("canonical", canonical.empty() ? Value() : Value(canonical))
      .set("summary", frame.summary)
      .set("kind", frame.kind)
      .set("breadcrumb", frame.breadcrumb)
      .set("menu_key", frame.menu_key)
      .set("template", frame.template_name)
      .set("published", {})
      .set("updated", {})
      .set("responsible", "")
      .set("feedback", letter_about(frame, model))
      .set("feed", download_value(feed_address(frame.address), model, frame.lang))
      .set("translations", List{});
  return page;
}

Value page_data(std::size_t number, const SiteModel& model, const SiteData& data) {
  const Page& page = model.pages[number];
  const std::string template_name = template_for(number, model);
  const bool is_start = template_name == "start.html";
  MapBuilder all = page_frame(
      {.title = page.title,
       .lang = page.lang,
       .address = model.routes.page_address[number],
       .summary = page.summary,
       .menu_key = menu_key(number, model),
       .template_name = template_name,
       .kind = Routes::list_address(model.kind_of(number)).empty() ? Value() : data.kind(page.kind, page.lang),
       .breadcrumb = is_start ? List{} : breadcrumb(data, page.lang, page.kind)},
      model);
  const Markup body = body_html(number, model, data);
  all.set("published", page.published ? date_value(*page.published, page.lang) : Value())
      .set("updated", page.updated ? date_value(*page.updated, page.lang) : Value())
      .set("responsible", page.responsible)
      .set("translations", twins(number, model, data))
      .set("to_review",
           model.suspects.count_on(number) + model.suspects.count_behind(model.graph.item_of(number), model.evidence))
      .set("short", page.short_name)
      .set("body", body.html.empty() ? Value() : Value(body))
      .set("contents", contents(page))
      .set("passages", passages(number, model))
      .set("moved", moved_places(number, model))
      .set("fields", field_map(number, model, data))
      .set("facts", facts(number, model, data))
      .set("field_parts", field_parts(number, model, data))
      .set("authority", authority(number, model))
      .set("aliases", texts_of(page.aliases));
  add_relations(number, model, data, all);
  all.set("lists", is_start ? start_lists(model, data, page.lang) : List{})
      .set("latest", is_start ? latest(model, data, page.lang) : List{});
  return std::move(all).build();
}

}  // namespace vav
