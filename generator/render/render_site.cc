#include "render/render_site.h"

#include <fmt/format.h>
#include <set>

#include "base/address.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "render/coverage_page.h"
#include "render/filters.h"
#include "render/list_pages.h"
#include "render/matrix_pages.h"
#include "render/overview_page.h"
#include "render/page_data.h"
#include "render/report_pages.h"
#include "render/search_pages.h"
#include "render/since_pages.h"
#include "render/timeline_pages.h"
#include "render/traceability_pages.h"
#include "typography/typeset_html.h"

namespace vav {
namespace {

Value with_site(const Value& page, const std::string& language, const SiteModel& model, const SiteData& data) {
  return Value::map({{"page", page},
                     {"site", data.site(language)},
                     {"strings", data.strings(language)},
                     {"theme", model.theme.settings},
                     {"assets", data.assets()}});
}

// Servers show the page of what is not there at any depth, so its links begin at the root of the server. Where the site
// lies there is known when it has an address; without one a site for the web is taken to lie at the root, and a site on
// disk has links as on other pages.
std::string root_of_links(const std::string& page_address, const SiteModel& model) {
  const bool is_known = !model.config.base_url.empty() || model.target == Target::web;
  return page_address == not_found_address && is_known ? root_of(model.config.base_url) : "";
}

RenderedFile render_plan(const PagePlan& plan, const SiteModel& model, const SiteData& data, Diagnostics& diagnostics) {
  const Value all = with_site(plan.page, plan.language, model, data);
  RenderedFile file;
  file.path = plan.address;
  const PagePlace place{.address = plan.address,
                        .language = plan.language,
                        .target = model.target,
                        .base_url = model.config.base_url,
                        .root = root_of_links(plan.address, model)};
  file.bytes =
      model.theme.templates.render(plan.template_name, all, render_filters(place, data.integrities()), diagnostics);
  // Only what readers see is typeset: data, addresses and the search index keep the words as their authors wrote them.
  if (model.config.text.typography) file.bytes = typeset_html(file.bytes, plan.language, model.config.text.breaks);
  file.made_by = plan.made_by;
  file.origin = plan.origin;
  file.leads_to = plan.leads_to;
  file.knows_places = plan.knows_places;
  file.style_hash = plan.style_hash;
  file.withdrawn = plan.withdrawn;
  file.hash = sha256(file.bytes);
  return file;
}

PagePlan plan_page(std::size_t number, const SiteModel& model, const SiteData& data) {
  const Page& page = model.pages[number];
  Value value = page_data(number, model, data);
  std::string template_name = value.at("template").text_or_empty();
  return {model.routes.page_address[number],
          page.lang,
          std::move(template_name),
          std::move(value),
          page.path,
          {page.path, {}}};
}

// A fault in a template shows on every page that uses it: it is told once.
void append_new(Diagnostics& all, const Diagnostics& found, std::set<std::string>& seen) {
  for (const Diagnostic& one : found.all()) {
    const std::string key = fmt::format("{}:{}:{}:{}:{}", one.span.path, one.span.place.line, one.span.place.column,
                                        one.id, one.message.english);
    if (seen.insert(key).second) all.all().push_back(one);
  }
}

std::vector<PagePlan> plan_pages_without_file(const SiteModel& model, const SiteData& data, const FacetTable& table) {
  const FacetPages facets(model, data, table);
  std::vector<PagePlan> plans = plan_list_pages(model, data, facets);
  for (PagePlan& plan : plan_search_pages(model, data, facets)) plans.push_back(std::move(plan));
  for (PagePlan& plan : plan_traceability(model, data, facets)) plans.push_back(std::move(plan));
  for (PagePlan& plan : plan_matrix(model, data)) plans.push_back(std::move(plan));
  for (PagePlan& plan : plan_coverage(model, data)) plans.push_back(std::move(plan));
  const auto size_of = [&](const PagePlan& plan) {
    Diagnostics told_when_it_is_made;
    return render_plan(plan, model, data, told_when_it_is_made).bytes.size();
  };
  for (PagePlan& plan : plan_report_pages(model, data, size_of)) plans.push_back(std::move(plan));
  for (PagePlan& plan : plan_since_pages(model, data)) plans.push_back(std::move(plan));
  for (PagePlan& plan : plan_timeline_pages(model, data)) plans.push_back(std::move(plan));
  for (PagePlan& plan : plan_overview(model, data, plans)) plans.push_back(std::move(plan));
  return plans;
}

}  // namespace

std::vector<RenderedFile> render_pages(const SiteModel& model, const SiteData& data, const FacetTable& facets,
                                       int threads, Diagnostics& diagnostics) {
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < model.pages.size(); ++i) {
    if (model.is_item(i)) items.push_back(i);
  }
  const std::vector<PagePlan> lists = plan_pages_without_file(model, data, facets);
  std::vector<RenderedFile> files(items.size() + lists.size());
  std::vector<Diagnostics> found(files.size());
  for_each_index(files.size(), threads, [&](std::size_t i) {
    files[i] = i < items.size() ? render_plan(plan_page(items[i], model, data), model, data, found[i])
                                : render_plan(lists[i - items.size()], model, data, found[i]);
  });
  std::set<std::string> seen;
  for (const Diagnostics& one : found) append_new(diagnostics, one, seen);
  return files;
}

Value template_data(std::size_t page, const SiteModel& model, const SiteData& data) {
  const PagePlan plan = plan_page(page, model, data);
  return with_site(plan.page, plan.language, model, data);
}

std::optional<Value> template_data_at(const std::string& address, const SiteModel& model, const SiteData& data) {
  if (const auto page = data.page_at(address); page && model.is_item(*page)) return template_data(*page, model, data);
  for (const PagePlan& plan : plan_pages_without_file(model, data, collect_facets(model, data))) {
    if (plan.address == address) return with_site(plan.page, plan.language, model, data);
  }
  return std::nullopt;
}

RenderedFile manifest(const SiteModel& model, const std::vector<RenderedFile>& pages,
                      const std::vector<std::string_view>& not_public) {
  std::map<std::string, Value> entries;
  std::map<std::string, std::size_t> number_of;
  for (std::size_t i = 0; i < model.pages.size(); ++i) {
    if (model.is_item(i)) number_of[model.routes.page_address[i]] = i;
  }
  for (const RenderedFile& file : pages) {
    MapBuilder entry;
    entry.set("sha256", file.hash);
    if (const auto found = number_of.find(file.path); found != number_of.end()) {
      const Page& page = model.pages[found->second];
      List passages;
      for (const Passage& passage : page.document.passages()) passages.emplace_back(passage.id);
      entry.set("title", page.title)
          .set("kind", model.kind_of(found->second).id)
          .set("id", page.id)
          .set("lang", page.lang);
      entry.set("published", page.published ? Value(page.published->iso()) : Value());
      List headings;
      for (const Heading& heading : page.document.headings()) headings.emplace_back(heading.id);
      entry.set("updated", page.updated ? Value(page.updated->iso()) : Value())
          .set("passages", passages)
          .set("headings", headings);
      if (const auto reason = not_public[found->second]; !reason.empty()) entry.set("not_public", std::string(reason));
    }
    if (file.withdrawn) {
      const Page& page = model.pages[*file.withdrawn];
      entry.set("title", page.title).set("id", page.id).set("lang", page.lang).set("withdrawn", page.withdrawn->iso());
    }
    entries[file.path] = std::move(entry).build();
  }
  MapBuilder all;
  for (auto& [address, entry] : entries) all.set(address, std::move(entry));
  const Value whole = Value::map(
      {{"format", 1}, {"target", model.target == Target::web ? "web" : "disk"}, {"pages", std::move(all).build()}});
  RenderedFile file{
      .path = "manifest.json", .bytes = to_pretty_json(whole) + "\n", .made_by = "the manifest", .hash = {}};
  file.hash = sha256(file.bytes);
  return file;
}

}  // namespace vav
