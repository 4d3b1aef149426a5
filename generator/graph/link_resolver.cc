#include "graph/link_resolver.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"

namespace vav {
namespace {

constexpr std::size_t most_suggestions = 50;

bool has_scheme(std::string_view target) {
  const std::size_t colon = target.find(':');
  return colon != std::string_view::npos && target.find_first_of("/?#") > colon;
}

std::string quoted_list(const std::vector<std::string>& names) {
  return join(names, ", ");
}

std::vector<bool> opposite(std::vector<bool> flags) {
  flags.flip();
  return flags;
}

// REQUIRES: the page is not on the site, and not for editors only.
Wording why_left_out(const Page& page) {
  if (page.draft || !page.withdrawn)
    return say("such a page exists, but it is not published (a draft, or by its dates)");
  if (page.replaced_by) return say("the page was withdrawn: point at {} instead", page.replaced_by->text);
  return say("the page was withdrawn: take the link away, or point at another page");
}

}  // namespace

std::string path_of_target(const Page& page, const std::string& target) {
  const bool from_top = target.starts_with('/');
  return normal_path(from_top ? target.substr(1) : join_path(folder_of(page.path), target));
}

LinkResolver::LinkResolver(const GraphInputs& inputs, const NameTable& names)
    : inputs_(inputs), names_(names), left_out_(inputs.pages, opposite(inputs.on_site)) {
  for (std::size_t i = 0; i < inputs.pages.size(); ++i) paths_.emplace_back(inputs.pages[i].path, i);
  std::ranges::sort(paths_);
}

void LinkResolver::report_unknown(const Page& page, const WrittenName& name, Diagnostics& diagnostics) const {
  const SourceSpan span{page.path, name.place};
  const NameMatch left_out = left_out_.find(name.text, page.lang);
  const auto is_internal = [&](std::size_t other) { return inputs_.pages[other].internal; };
  if (std::ranges::any_of(left_out.pages, is_internal)) {
    diagnostics.add(
        "cites-internal", span, say("'{}' is for editors only; a public page cannot point at it", name.text),
        say("remove the link, or move it to where only editors read: a block ::: internal, or editors' own fields"));
    return;
  }
  // Looking for near names costs a walk through all of them; after so many findings nobody reads on.
  const std::string near = diagnostics.all().size() < most_suggestions ? names_.suggest(name.text) : "";
  diagnostics.add("unknown-reference", span, say("no page has the id, title, short name or alias '{}'", name.text),
                  !left_out.pages.empty() ? why_left_out(inputs_.pages[left_out.pages.front()])
                  : near.empty()          ? say("check the spelling, or write the page")
                                          : say("did you mean '{}'?", near));
}

std::optional<std::size_t> LinkResolver::resolve_name(const Page& page, const WrittenName& name,
                                                      Diagnostics& diagnostics) const {
  const NameMatch match = names_.find(name.text, page.lang);
  if (match.found()) return match.pages.front();
  if (match.pages.empty()) {
    report_unknown(page, name, diagnostics);
    return std::nullopt;
  }
  std::vector<std::string> candidates;
  for (const std::size_t candidate : match.pages) candidates.push_back(inputs_.pages[candidate].id);
  diagnostics.add("ambiguous-reference", {page.path, name.place},
                  say("'{}' may mean several pages: {}", name.text, quoted_list(candidates)),
                  say("write the id of the page that you mean"));
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
  diagnostics.add("dead-anchor", {page.path, place}, say("{} has no passage or heading '{}'", other.path, passage),
                  near ? say("did you mean '#{}'?", *near)
                  : known.empty()
                      ? say("the page has no headings or passages: put {{#id}} at the end of a paragraph to make one")
                      : say("it has: {}", quoted_list(known)));
  return false;
}

std::optional<std::size_t> LinkResolver::resolve(const Page& page, const Reference& reference,
                                                 Diagnostics& diagnostics) const {
  const RelationType& type = inputs_.config.schema.kinds[page.kind].relations[reference.relation];
  // What is for editors only may point at what is for editors only.
  const bool to_left_out = type.internal && names_.find(reference.target.text, page.lang).pages.empty() &&
                           left_out_.find(reference.target.text, page.lang).found();
  if (to_left_out) return std::nullopt;
  const auto target = resolve_reference(page, reference.target, {type.name, type.to, reference.passage}, diagnostics);
  return type.internal ? std::nullopt : target;
}

std::optional<std::size_t> LinkResolver::resolve(const Page& page, const FieldReference& reference,
                                                 Diagnostics& diagnostics) const {
  return resolve_reference(page, reference.target, {reference.name, reference.to, reference.passage}, diagnostics);
}

std::optional<std::size_t> LinkResolver::resolve_reference(const Page& page, const WrittenName& name,
                                                           const Wanted& wanted, Diagnostics& diagnostics) const {
  const auto target = resolve_name(page, name, diagnostics);
  if (!target) return std::nullopt;
  const Page& other = inputs_.pages[*target];
  const SourceSpan span{page.path, name.place};
  if (&other == &page) {
    diagnostics.add("self-reference", span, say("'{}' points at the page itself", wanted.name));
    return std::nullopt;
  }
  if (std::ranges::find(wanted.kinds, other.kind) == wanted.kinds.end()) {
    std::vector<std::string> allowed;
    for (const std::size_t kind : wanted.kinds) allowed.push_back(inputs_.config.schema.kinds[kind].id);
    diagnostics.add("wrong-kind", span,
                    say("'{}' may not point at {}, which is of the kind '{}'", wanted.name, other.id,
                        inputs_.config.schema.kinds[other.kind].id),
                    say("it may point at: {}", quoted_list(allowed)));
    return std::nullopt;
  }
  if (!has_passage(*target, wanted.passage, page, name.place, diagnostics)) return std::nullopt;
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
    // It would tell that server who reads, and be missing without a network.
    if (link.form == LinkForm::image) {
      diagnostics.add("missing-file", {page.path, link.place}, say("the picture lies on another web server"),
                      say("save it in the page's folder, and name it by its file name"));
    }
    return result;
  }
  if (link.target.empty()) {
    const auto self = static_cast<std::size_t>(&page - inputs_.pages.data());
    if (has_passage(self, link.fragment, page, link.place, diagnostics)) result.target = ResolvedLink::Target::here;
    return result;
  }
  const std::string path = path_of_target(page, link.target);
  if (extension(path) == "md" || extension(path).empty()) return resolve_page_path(page, path, link, diagnostics);
  if (!std::ranges::binary_search(inputs_.files, path)) {
    const auto near = nearest(path, inputs_.files);
    diagnostics.add("missing-file", {page.path, link.place}, say("there is no file {} in the content folder", path),
                    near ? say("did you mean {}?", *near) : say("the path counts from the folder of the page"));
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
  const bool left_out = found != paths_.end() && found->first == file;
  if (!exists && left_out) {
    report_unknown(page, {inputs_.pages[found->second].id, link.place}, diagnostics);
    return result;
  }
  if (!exists) {
    std::vector<std::string> known;
    for (const auto& [known_path, number] : paths_) known.push_back(known_path);
    const auto near = nearest(file, known);
    diagnostics.add("dead-link", {page.path, link.place}, say("there is no page {}", file),
                    near ? say("did you mean {}?", *near) : say("link to a page by its id: [[id]]"));
    return result;
  }
  if (!has_passage(found->second, link.fragment, page, link.place, diagnostics)) return result;
  result.target = ResolvedLink::Target::page;
  result.page = found->second;
  return result;
}

}  // namespace vav
