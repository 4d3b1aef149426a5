#include "graph/link_resolver.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"

namespace vav {
namespace {

bool has_scheme(std::string_view target) {
  const std::size_t colon = target.find(':');
  return colon != std::string_view::npos && target.find_first_of("/?#") > colon;
}

std::string quoted_list(const std::vector<std::string>& names) {
  return join(names, ", ");
}

}  // namespace

LinkResolver::LinkResolver(const GraphInputs& inputs, const NameTable& names) : inputs_(inputs), names_(names) {
  for (std::size_t i = 0; i < inputs.pages.size(); ++i) {
    paths_.emplace_back(inputs.pages[i].path, i);
    if (!inputs.on_site[i]) left_out_ids_.push_back(inputs.pages[i].id);
  }
  std::ranges::sort(paths_);
}

std::optional<std::size_t> LinkResolver::resolve_name(const Page& page, const WrittenName& name,
                                                      Diagnostics& diagnostics) const {
  const NameMatch match = names_.find(name.text, page.lang);
  if (match.found()) return match.pages.front();
  const SourceSpan span{page.path, name.place};
  if (match.pages.empty()) {
    const bool left_out = std::ranges::find(left_out_ids_, name.text) != left_out_ids_.end();
    const std::string near = names_.suggest(name.text);
    diagnostics.add("unknown-reference", span,
                    fmt::format("no page has the id, title, short name or alias '{}'", name.text),
                    left_out ? "a page with that id exists, but it is not published (draft, internal or by its dates)"
                    : near.empty() ? "check the spelling, or write the page"
                                   : fmt::format("did you mean '{}'?", near));
    return std::nullopt;
  }
  std::vector<std::string> candidates;
  for (const std::size_t candidate : match.pages) candidates.push_back(inputs_.pages[candidate].id);
  diagnostics.add("ambiguous-reference", span,
                  fmt::format("'{}' may mean several pages: {}", name.text, quoted_list(candidates)),
                  "write the id of the page that you mean");
  return std::nullopt;
}

bool LinkResolver::has_passage(std::size_t target, const std::string& passage, const Page& page, const Place& place,
                               Diagnostics& diagnostics) const {
  const Page& other = inputs_.pages[target];
  if (passage.empty() || other.document.has_anchor(passage)) return true;
  std::vector<std::string> known;
  for (const Heading& heading : other.document.headings()) known.push_back(heading.id);
  for (const Passage& one : other.document.passages()) known.push_back(one.id);
  const auto near = nearest(passage, known);
  diagnostics.add(
      "dead-anchor", {page.path, place}, fmt::format("{} has no passage or heading '{}'", other.path, passage),
      near            ? fmt::format("did you mean '#{}'?", *near)
      : known.empty() ? "the page has no headings or passages: put {#id} at the end of a paragraph to make one"
                      : fmt::format("it has: {}", quoted_list(known)));
  return false;
}

std::optional<std::size_t> LinkResolver::resolve(const Page& page, const Reference& reference,
                                                 Diagnostics& diagnostics) const {
  const auto target = resolve_name(page, reference.target, diagnostics);
  if (!target) return std::nullopt;
  const RelationType& type = inputs_.config.schema.kinds[page.kind].relations[reference.relation];
  const Page& other = inputs_.pages[*target];
  const SourceSpan span{page.path, reference.target.place};
  if (&other == &page) {
    diagnostics.add("self-reference", span, fmt::format("'{}' points at the page itself", type.name));
    return std::nullopt;
  }
  if (std::ranges::find(type.to, other.kind) == type.to.end()) {
    std::vector<std::string> allowed;
    for (const std::size_t kind : type.to) allowed.push_back(inputs_.config.schema.kinds[kind].id);
    diagnostics.add("wrong-kind", span,
                    fmt::format("'{}' may not point at {}, which is of the kind '{}'", type.name, other.id,
                                inputs_.config.schema.kinds[other.kind].id),
                    fmt::format("it may point at: {}", quoted_list(allowed)));
    return std::nullopt;
  }
  if (!has_passage(*target, reference.passage, page, reference.target.place, diagnostics)) return std::nullopt;
  return target;
}

ResolvedLink LinkResolver::resolve(const Page& page, const DocumentLink& link, Diagnostics& diagnostics) const {
  return link.form == LinkForm::wikilink ? resolve_wikilink(page, link, diagnostics)
                                         : resolve_markdown_link(page, link, diagnostics);
}

ResolvedLink LinkResolver::resolve_wikilink(const Page& page, const DocumentLink& link,
                                            Diagnostics& diagnostics) const {
  ResolvedLink result{.fragment = link.fragment};
  const auto self = static_cast<std::size_t>(&page - inputs_.pages.data());
  if (link.target.empty()) {
    if (has_passage(self, link.fragment, page, link.place, diagnostics)) result.target = ResolvedLink::Target::here;
    return result;
  }
  const auto target = resolve_name(page, {link.target, link.place}, diagnostics);
  if (!target || !has_passage(*target, link.fragment, page, link.place, diagnostics)) return result;
  result.target = *target == self ? ResolvedLink::Target::here : ResolvedLink::Target::page;
  result.page = *target;
  return result;
}

ResolvedLink LinkResolver::resolve_markdown_link(const Page& page, const DocumentLink& link,
                                                 Diagnostics& diagnostics) const {
  ResolvedLink result{.fragment = link.fragment};
  if (has_scheme(link.target) || link.target.starts_with("//")) {
    result.target = ResolvedLink::Target::outside;
    return result;
  }
  if (link.target.empty()) {
    const auto self = static_cast<std::size_t>(&page - inputs_.pages.data());
    if (has_passage(self, link.fragment, page, link.place, diagnostics)) result.target = ResolvedLink::Target::here;
    return result;
  }
  const bool from_top = link.target.starts_with('/');
  const std::string path =
      from_top ? normal_path(link.target.substr(1)) : normal_path(join_path(folder_of(page.path), link.target));
  if (extension(path) == "md" || extension(path).empty()) return resolve_page_path(page, path, link, diagnostics);
  if (!std::ranges::binary_search(inputs_.files, path)) {
    const auto near = nearest(path, inputs_.files);
    diagnostics.add("missing-file", {page.path, link.place},
                    fmt::format("there is no file {} in the content folder", path),
                    near ? fmt::format("did you mean {}?", *near) : "the path counts from the folder of the page");
    return result;
  }
  result.target = ResolvedLink::Target::file;
  result.file = path;
  return result;
}

ResolvedLink LinkResolver::resolve_page_path(const Page& page, const std::string& path, const DocumentLink& link,
                                             Diagnostics& diagnostics) const {
  ResolvedLink result{.fragment = link.fragment};
  const std::string file = extension(path).empty() ? path + ".md" : path;
  const auto found =
      std::ranges::lower_bound(paths_, file, {}, [](const auto& entry) -> const std::string& { return entry.first; });
  const bool exists = found != paths_.end() && found->first == file && inputs_.on_site[found->second];
  if (exists && inputs_.pages[found->second].role == SourceRole::list_intro) {
    result.target = ResolvedLink::Target::list_page;
    result.page = inputs_.pages[found->second].kind;
    return result;
  }
  if (const auto kind = inputs_.config.schema.find_folder(path); kind && inputs_.config.schema.kinds[*kind].has_list) {
    result.target = ResolvedLink::Target::list_page;
    result.page = *kind;
    return result;
  }
  if (!exists) {
    std::vector<std::string> known;
    for (const auto& [known_path, number] : paths_) known.push_back(known_path);
    const auto near = nearest(file, known);
    diagnostics.add("dead-link", {page.path, link.place}, fmt::format("there is no page {}", file),
                    near ? fmt::format("did you mean {}?", *near) : "link to a page by its id: [[id]]");
    return result;
  }
  if (!has_passage(found->second, link.fragment, page, link.place, diagnostics)) return result;
  result.target = ResolvedLink::Target::page;
  result.page = found->second;
  return result;
}

}  // namespace vav
