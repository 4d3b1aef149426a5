#include "graph/redirects.h"

#include <algorithm>
#include <set>

#include "base/address.h"
#include "graph/link_resolver.h"
#include "graph/names.h"

namespace vav {
namespace {

std::string path_of(const std::string& address) {
  return extension(address) == "html" ? address : join_path(address, "index.html");
}

class Collector {
 public:
  Collector(const GraphInputs& inputs, Diagnostics& diagnostics)
      : pages_(inputs.pages), on_site_(inputs.on_site), routes_(inputs.routes), diagnostics_(diagnostics) {
    redirects_.former_ids.resize(pages_.size());
    redirects_.moved_away.resize(pages_.size());
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (is_item(i)) page_at_[routes_.page_address[i]] = i;
    }
  }

  Redirects collect() && {
    for_each([&](std::size_t page, const FormerAddress& former) {
      if (former.fragment.empty()) add_address(page, former);
    });
    for_each([&](std::size_t page, const FormerAddress& former) {
      if (!former.fragment.empty()) add_place(page, former);
    });
    return std::move(redirects_);
  }

 private:
  bool is_item(std::size_t page) const { return on_site_[page] && pages_[page].role == SourceRole::page; }

  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!is_item(i)) continue;
      for (const FormerAddress& former : pages_[i].redirect_from) visit(i, former);
    }
  }

  void report(std::size_t page, const FormerAddress& former, Wording message, Wording hint) {
    diagnostics_.add("bad-redirect", {pages_[page].path, former.place}, std::move(message), std::move(hint));
  }

  // Whether the place that the redirect leads to is there. A place that is itself a former one makes a chain, or a
  // circle.
  bool leads_somewhere(std::size_t page, const FormerAddress& former) {
    if (!former.passage || former.passage->empty()) return true;
    const Page& to = pages_[page];
    if (to.document.has_anchor(*former.passage)) return true;
    const auto next = std::ranges::find_if(to.redirect_from, [&](const FormerAddress& other) {
      return other.address.empty() && other.fragment == *former.passage;
    });
    const bool is_chain = next != to.redirect_from.end();
    report(page, former,
           is_chain ? say("it leads to '#{}', which leads on itself", *former.passage)
                    : say("the page has no passage or heading '{}'", *former.passage),
           is_chain ? say("lead straight to where the passage is now") : say("lead to one that is there, or to none"));
    return false;
  }

  std::string place_on(std::size_t page, const FormerAddress& former) const {
    if (former.passage) return *former.passage;
    return pages_[page].document.has_anchor(former.fragment) ? former.fragment : "";
  }

  // Two files at one path are found when the site is laid out.
  void add_address(std::size_t page, const FormerAddress& former) {
    if (!leads_somewhere(page, former)) return;
    const std::string path = path_of(former.address);
    old_at_.try_emplace(path, redirects_.addresses.size());
    redirects_.addresses.push_back({path, page, former.passage.value_or(""), {}, {pages_[page].path, former.place}});
  }

  void add_place(std::size_t page, const FormerAddress& former) {
    if (!leads_somewhere(page, former)) return;
    const std::string path = path_of(former.address);
    const auto living = former.address.empty() ? page_at_.find(routes_.page_address[page]) : page_at_.find(path);
    if (!claimed_.emplace(living == page_at_.end() ? path : living->first, former.fragment).second) {
      report(page, former, say("another redirect leads on from '#{}' there", former.fragment), say("keep one of them"));
      return;
    }
    if (living == page_at_.end()) {
      const auto old = old_at_.find(path);
      if (old == old_at_.end()) {
        report(page, former, say("no page is at {}, and none was", former.address),
               say("name in redirect_from where that address leads now, without '#'"));
        return;
      }
      redirects_.addresses[old->second].places.push_back({former.fragment, page, place_on(page, former)});
      return;
    }
    const std::size_t from = living->second;
    if (pages_[from].document.has_anchor(former.fragment)) {
      report(page, former, say("{} still has '#{}'", pages_[from].path, former.fragment),
             say("a place that is there cannot lead elsewhere: leave this out"));
    } else if (from == page) {
      redirects_.former_ids[page].emplace(former.passage.value_or(""), former.fragment);
    } else {
      redirects_.moved_away[from].push_back({former.fragment, page, place_on(page, former)});
    }
  }

  const std::vector<Page>& pages_;
  const std::vector<bool>& on_site_;
  const Routes& routes_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> page_at_;
  std::map<std::string, std::size_t> old_at_;  // into redirects_.addresses
  std::set<std::pair<std::string, std::string>> claimed_;
  Redirects redirects_;
};

}  // namespace

Redirects collect_redirects(const GraphInputs& inputs, const std::vector<bool>& withdrawn, Diagnostics& diagnostics) {
  Redirects redirects = Collector(inputs, diagnostics).collect();
  const NameTable names(inputs.pages, inputs.on_site);
  const LinkResolver resolver(inputs, names);
  for (std::size_t i = 0; i < inputs.pages.size(); ++i) {
    const Page& page = inputs.pages[i];
    if (!withdrawn[i] || page.role != SourceRole::page) continue;
    Withdrawal& one = redirects.withdrawn.emplace_back(Withdrawal{i, std::nullopt});
    if (page.replaced_by) one.replaced_by = resolver.resolve_name(page, *page.replaced_by, diagnostics);
  }
  return redirects;
}

}  // namespace vav
