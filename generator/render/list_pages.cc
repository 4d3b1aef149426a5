#include "render/list_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/address.h"
#include "base/text.h"
#include "render/list_groups.h"
#include "render/list_series.h"
#include "render/page_data.h"
#include "render/render_site.h"

namespace vav {
namespace {

class ListPlanner {
 public:
  ListPlanner(const SiteModel& model, const SiteData& data, const FacetPages& facets, std::string language)
      : model_(model), data_(data), facets_(facets), language_(std::move(language)) {}

  // The lists of the language.
  std::vector<PagePlan> plan_lists() {
    for (std::size_t kind = 0; kind < model_.config.schema.kinds.size(); ++kind) {
      const bool own = language_ == model_.config.lang || data_.list_intro(kind, language_);
      if (own && !data_.list_address(kind, language_).empty()) plan_list(kind);
    }
    return std::move(plans_);
  }

  // The pages that a site has once, whatever its languages.
  std::vector<PagePlan> plan_single_pages() {
    plan_register();
    plan_simple(not_found_address, "404.html", data_.word(language_, "not_found_title"));
    for (const OldAddress& old : model_.redirects.addresses) plan_redirect(old);
    for (const Withdrawal& one : model_.redirects.withdrawn) plan_withdrawal(one);
    return std::move(plans_);
  }

 private:
  void plan_list(std::size_t number) {
    const Kind& kind = model_.config.schema.kinds[number];
    const std::string& address = data_.list_address(number, language_);
    const auto intro = data_.list_intro(number, language_);
    const Value& kind_value = data_.kind(number, language_);
    std::string title = kind_value.at("title_many").text_or_empty();
    if (intro && model_.pages[*intro].title != model_.pages[*intro].id) title = model_.pages[*intro].title;
    MapBuilder page = page_frame({.title = title,
                                  .lang = language_,
                                  .address = address,
                                  .summary = intro ? model_.pages[*intro].summary : "",
                                  .menu_key = "kind:" + kind.id,
                                  .template_name = "list.html",
                                  .kind = kind_value,
                                  .breadcrumb = breadcrumb(data_, language_, std::nullopt)},
                                 model_);
    const Markup body = intro ? body_html(*intro, model_, data_) : Markup{};
    page.set("intro", body.html.empty() ? Value() : Value(body))
        .set("groups", groups_of_kind(number, language_, model_, data_))
        // The pages of facets are in the site's own language.
        .set("facets", language_ == model_.config.lang ? facets_.choices_of_kind(number) : List{})
        .set("translations", twins_of_list(number))
        .set("count", data_.pages_of(number).size());
    add_split({address, language_, "list.html", std::move(page).build(), fmt::format("the list of {}", kind.id)},
              list_keys);
  }

  // The same list in the other languages that have it.
  List twins_of_list(std::size_t kind) const {
    List twins;
    for (const std::string& language : data_.languages()) {
      const std::string& address = data_.list_address(kind, language);
      if (language == language_ || address == data_.list_address(kind, language_)) continue;
      twins.push_back(Value::map(
          {{"title", data_.kind(kind, language).at("title_many")}, {"address", address}, {"lang", language}}));
    }
    return twins;
  }

  void plan_register() {
    struct RegisterEntry {
      std::string key;
      std::string text;
      std::size_t page;
      bool alias;
    };
    std::vector<RegisterEntry> entries;
    for (std::size_t i = 0; i < model_.pages.size(); ++i) {
      // A translation is found by way of the page that it translates.
      if (!model_.is_item(i) || model_.graph.item_of(i) != i) continue;
      const Page& page = model_.pages[i];
      const auto add = [&](const std::string& text, bool alias) {
        entries.push_back({data_.collator().sort_key(text), text, i, alias});
      };
      add(page.title, false);
      if (!page.short_name.empty() && page.short_name != page.title) add(page.short_name, true);
      for (const WrittenName& alias : page.aliases) {
        if (alias.text != page.title && alias.text != page.short_name) add(alias.text, true);
      }
    }
    std::ranges::sort(entries, [](const RegisterEntry& a, const RegisterEntry& b) {
      return std::tie(a.key, a.page) < std::tie(b.key, b.page);
    });
    List letters;
    List current;
    std::string letter;
    const auto close = [&] {
      if (current.empty()) return;
      // å, ä and ö would share the id "a" and "o": ids are numbered instead.
      letters.push_back(Value::map(
          {{"letter", letter}, {"id", fmt::format("bokstav-{}", letters.size() + 1)}, {"entries", current}}));
      current.clear();
    };
    for (const RegisterEntry& entry : entries) {
      const std::string own = data_.collator().register_letter(entry.text);
      if (own != letter) close();
      letter = own;
      current.push_back(Value::map({{"text", entry.text}, {"item", card(entry.page)}, {"alias", entry.alias}}));
    }
    close();
    MapBuilder page =
        simple_page(register_address, "register.html", data_.word(language_, "register_title"), "register");
    page.set("letters", letters);
    add_split({std::string(register_address), language_, "register.html", std::move(page).build(), "the register"},
              register_keys);
  }

  void add_split(PagePlan whole, const ListKeys& keys) {
    for (PagePlan& one : split_list(std::move(whole), keys, model_, data_)) plans_.push_back(std::move(one));
  }

  void plan_simple(std::string_view address, const std::string& template_name, const std::string& title) {
    plans_.push_back({std::string(address), language_, template_name,
                      simple_page(address, template_name, title, "").build(), "the page " + std::string(address)});
  }

  MapBuilder simple_page(std::string_view address, const std::string& template_name, const std::string& title,
                         const std::string& menu_key) const {
    return page_frame({.title = title,
                       .lang = language_,
                       .address = std::string(address),
                       .menu_key = menu_key,
                       .template_name = template_name,
                       .breadcrumb = breadcrumb(data_, language_, std::nullopt),
                       .canonical = std::string(address == not_found_address ? "" : address)},
                      model_);
  }

  // As this list's language shows it.
  const Value& card(std::size_t page) const { return data_.card(data_.in_language(page, language_), language_); }

  void plan_redirect(const OldAddress& old) {
    const Page& to = model_.pages[old.page];
    MapBuilder page = page_frame({.title = to.title,
                                  .lang = to.lang,
                                  .address = old.path,
                                  .template_name = "redirect.html",
                                  .canonical = model_.routes.page_address[old.page]},
                                 model_);
    List places;
    for (const MovedPlace& place : old.places) places.push_back(moved_place(place, model_));
    const std::string& address = model_.routes.page_address[old.page];
    const std::string leads_to = old.passage.empty() ? address : address + "#" + old.passage;
    page.set("target", data_.card(old.page, to.lang)).set("to", leads_to).set("places", std::move(places));
    plans_.push_back({.address = old.path,
                      .language = to.lang,
                      .template_name = "redirect.html",
                      .page = std::move(page).build(),
                      .made_by = fmt::format("redirect_from in {}", to.path),
                      .origin = old.origin,
                      .leads_to = leads_to,
                      .knows_places = !old.places.empty()});
  }

  void plan_withdrawal(const Withdrawal& one) {
    const Page& gone = model_.pages[one.page];
    const std::string& address = model_.routes.page_address[one.page];
    MapBuilder page = page_frame({.title = gone.title,
                                  .lang = gone.lang,
                                  .address = address,
                                  .template_name = "withdrawn.html",
                                  .breadcrumb = breadcrumb(data_, gone.lang, gone.kind),
                                  .canonical = ""},
                                 model_);
    page.set("withdrawn", date_value(*gone.withdrawn, gone.lang))
        .set("reason", gone.withdrawn_reason)
        .set("replaced_by", one.replaced_by ? data_.card(*one.replaced_by, gone.lang) : Value());
    plans_.push_back({.address = address,
                      .language = gone.lang,
                      .template_name = "withdrawn.html",
                      .page = std::move(page).build(),
                      .made_by = gone.path,
                      .origin = {gone.path, {}},
                      .withdrawn = one.page});
  }

  const SiteModel& model_;
  const SiteData& data_;
  const FacetPages& facets_;
  std::string language_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> plan_list_pages(const SiteModel& model, const SiteData& data, const FacetPages& facets) {
  std::vector<PagePlan> plans;
  for (const std::string& language : data.languages()) {
    for (PagePlan& one : ListPlanner(model, data, facets, language).plan_lists()) plans.push_back(std::move(one));
  }
  for (PagePlan& one : ListPlanner(model, data, facets, model.config.lang).plan_single_pages())
    plans.push_back(std::move(one));
  return plans;
}

}  // namespace vav
