#include <algorithm>
#include <fmt/format.h>

#include "audit/checks.h"
#include "audit/url.h"
#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

constexpr std::string_view not_found_page = "404.html";

class LinkCheck {
 public:
  LinkCheck(const Site& site, Diagnostics& findings) : site_(site), findings_(findings) {
    for (const auto& [path, facts] : site.files) {
      if (!find_invalid_utf8(path)) by_lower_case_.try_emplace(to_lower(path), path);
    }
    server_root_ = root_of_not_found_page();
  }

  void check(const std::string& from, const Link& link) {
    const Url url = resolve_url(from, link.url);
    const auto report = [&](std::string_view id, Wording message, Wording hint = {}) {
      findings_.add(id, {from, link.place}, std::move(message), std::move(hint));
    };
    switch (url.kind) {
      case UrlKind::inside:
        check_inside(from, link, url);
        return;
      case UrlKind::script:
        report("verify-inline-script", say("\"{}\" is a script, not a place", link.url));
        return;
      case UrlKind::root:
        if (from == not_found_page && leads_into_site(link.url)) return;
        report("verify-root-relative", say("\"{}\" starts at the root of the server, or of the disk", link.url),
               say("lead there from the page's own folder, with ../"));
        return;
      case UrlKind::this_computer:
        report("verify-root-relative", say("\"{}\" leads to a place on one computer only", link.url));
        return;
      case UrlKind::network:
      case UrlKind::web:
        if (link.is_loaded) {
          report("verify-external-resource", say("\"{}\" is loaded from outside the folder", link.url),
                 say("copy the file into the site"));
        } else if (url.kind == UrlKind::network) {
          report("verify-root-relative", say("\"{}\" leads to no server from a page opened from disk", link.url),
                 say("write https: before it"));
        }
        return;
      case UrlKind::other:
        // Pictures may stand in the page itself; other schemes are servers of another sort, or another place to hide
        // code.
        if (!link.is_loaded || (!link.is_code && to_lower_ascii(trim(link.url)).starts_with("data:"))) return;
        report("verify-external-resource", say("\"{}\" is loaded from outside the folder", link.url),
               say("copy the file into the site"));
        return;
    }
  }

 private:
  // The file of the site that a path from its own folder leads to.
  const FileFacts* file_at(std::string_view path) const {
    const bool is_folder = site_.target == Target::web && (path.empty() || path.ends_with('/'));
    return site_.find(is_folder ? std::string(path) + std::string(start_page) : std::string(path));
  }

  // Where the site lies on its server, as the page that servers show at any depth has it: the beginning of its links.
  // That any of them leads to a file below some folder tells which.
  std::string root_of_not_found_page() const {
    const FileFacts* page = site_.find(not_found_page);
    if (page == nullptr) return "";
    for (const Link& link : page->links) {
      const std::string_view url = std::string_view(link.url).substr(0, link.url.find_first_of("?#"));
      for (std::size_t slash = 0; url.starts_with('/') && slash != std::string_view::npos;
           slash = url.find('/', slash + 1)) {
        const std::string_view path = url.substr(slash + 1);
        if (!path.empty() && file_at(path) != nullptr) return std::string(url.substr(0, slash + 1));
      }
    }
    return "";
  }

  bool leads_into_site(std::string_view url) const {
    url = url.substr(0, url.find_first_of("?#"));
    return !server_root_.empty() && url.starts_with(server_root_) &&
           file_at(url.substr(server_root_.size())) != nullptr;
  }

  void check_inside(const std::string& from, const Link& link, const Url& url) {
    const auto report = [&](std::string_view id, Wording message, Wording hint = {}) {
      findings_.add(id, {from, link.place}, std::move(message), std::move(hint));
    };
    if (url.path == ".." || url.path.starts_with("../")) {
      report("verify-broken-link", say("\"{}\" leads out of the folder", link.url));
      return;
    }
    if (site_.target == Target::web) {
      check_on_web(from, link, url);
      return;
    }
    const bool is_folder = url.path.empty() || site_.folders.contains(url.path);
    if (is_folder) {
      const std::string start = join_path(url.path, start_page);
      const bool has_start = site_.find(start) != nullptr;
      report("verify-folder-link", say("\"{}\" leads to a folder, not to a page", link.url),
             has_start ? say("lead to {}", relative_link(from, start)) : Wording{});
      return;
    }
    check_file(from, link, url, url.names_folder ? nullptr : site_.find(url.path));
  }

  // A server shows the page of a folder at the address that ends in "/"; every page has that one address.
  void check_on_web(const std::string& from, const Link& link, const Url& url) {
    const bool is_index = !url.names_folder && file_name(url.path) == start_page && !link.url.starts_with('#') &&
                          !link.url.starts_with('?') && !link.url.empty();
    const bool is_folder = url.path.empty() || site_.folders.contains(url.path);
    if (is_index || (is_folder && !url.names_folder)) {
      const std::string page = is_index ? url.path : join_path(url.path, start_page);
      findings_.add("verify-folder-link", {from, link.place},
                    say("\"{}\" is not the address of a page on the web, which ends in /", link.url),
                    say("lead to {}", relative_link(from, page, Target::web)));
      return;
    }
    if (!is_folder) {
      check_file(from, link, url, url.names_folder ? nullptr : site_.find(url.path));
      return;
    }
    Url page = url;
    page.path = join_path(url.path, start_page);
    check_file(from, link, page, site_.find(page.path));
  }

  void check_file(const std::string& from, const Link& link, const Url& url, const FileFacts* target) {
    if (target != nullptr) {
      check_fragment(from, link, url, *target);
      return;
    }
    findings_.add("verify-broken-link", {from, link.place},
                  say("\"{}\" leads to {}, which is not there", link.url, url.path), hint_for(from, url.path));
  }

  // A name that differs in case works on the maker's computer and breaks on the server.
  Wording hint_for(const std::string& from, const std::string& path) const {
    if (find_invalid_utf8(path)) return {};
    const auto near = by_lower_case_.find(to_lower(path));
    return near == by_lower_case_.end() ? Wording{} : say("did you mean {}?", relative_link(from, near->second));
  }

  void check_fragment(const std::string& from, const Link& link, const Url& url, const FileFacts& target) {
    const bool names_nothing = url.fragment.empty() || url.fragment == "top" || url.fragment.starts_with(":~:");
    if (names_nothing || !is_page(url.path) || target.anchors.contains(url.fragment)) return;
    const std::vector<std::string> anchors(target.anchors.begin(), target.anchors.end());
    const auto near = find_invalid_utf8(url.fragment) ? std::nullopt : nearest(url.fragment, anchors);
    findings_.add("verify-broken-fragment", {from, link.place}, say("{} has no place \"{}\"", url.path, url.fragment),
                  near ? say("did you mean #{}?", *near) : Wording{});
  }

  const Site& site_;
  Diagnostics& findings_;
  std::map<std::string, std::string> by_lower_case_;
  std::string server_root_;
};

}  // namespace

void check_links(const Site& site, Diagnostics& findings) {
  LinkCheck check(site, findings);
  for (const auto& [path, facts] : site.files) {
    for (const Link& link : facts.links) check.check(path, link);
  }
}

void check_reachable(const Site& site, Diagnostics& findings) {
  std::set<std::string, std::less<>> reached = {std::string(start_page)};
  std::vector<std::string> waiting = {std::string(start_page)};
  while (!waiting.empty()) {
    const std::string path = std::move(waiting.back());
    waiting.pop_back();
    const FileFacts* page = site.find(path);
    if (page == nullptr) continue;
    for (const Link& link : page->links) {
      if (!link.leads_on) continue;
      const std::string to = file_at_link(site, path, link.url);
      if (!is_page(to)) continue;
      if (reached.insert(to).second) waiting.push_back(to);
    }
  }
  for (const auto& [path, facts] : site.files) {
    // Servers lead to 404.html, and old addresses to pages that only send on or say that they are gone.
    const bool is_expected =
        !is_page(path) || path == not_found_page || facts.is_redirect || site.withdrawn.contains(path);
    if (is_expected || reached.contains(path)) continue;
    findings.add("verify-orphan", {path, {}}, say("following links from the start page, no reader gets to the page"),
                 say("lead to it from a page that readers know"));
  }
}

}  // namespace vav
