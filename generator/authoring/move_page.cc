#include "authoring/move_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <ranges>
#include <set>

#include "authoring/name_place.h"
#include "authoring/redirect_entry.h"
#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "graph/routes.h"
#include "pages/page.h"

namespace vav {
namespace {

constexpr auto npos = std::string::npos;
using Offsets = std::map<std::string, std::set<std::size_t>>;  // path -> where a name begins

struct NamedPlace {
  std::string folder, id, passage;
};

NamedPlace read_place(std::string_view written) {
  NamedPlace target;
  const std::size_t hash = std::min(written.find('#'), written.size());
  if (hash < written.size()) target.passage = written.substr(hash + 1);
  std::string_view page = written.substr(0, hash);
  if (page.ends_with(".md")) page.remove_suffix(3);
  target.folder = folder_of(page);
  target.id = file_name(page);
  return target;
}

bool is_id(const std::string& text) {
  return !text.empty() && to_slug(text) == text;
}

class Mover {
 public:
  Mover(const SiteConfig& config, const std::vector<SourceFile>& sources, const Disk& disk, const std::string& content,
        const Trial& trial)
      : config_(config), sources_(sources), disk_(disk), content_(content), trial_(trial) {}

  Result<MovePlan> plan(const MoveRequest& request) {
    from_ = read_place(request.from);
    to_ = read_place(request.to);
    if (to_.id.empty()) to_.id = from_.id;
    for (const SourceFile& source : sources_) {
      if (source.role == SourceRole::page && source.id == from_.id) moved_.push_back(&source);
    }
    if (const auto refused = refuse_names()) return *refused;
    return from_.passage.empty() ? plan_page() : plan_passage();
  }

 private:
  std::optional<Failure> refuse_names() const {
    if (moved_.empty()) {
      std::vector<std::string> ids;
      for (const SourceFile& source : sources_) ids.push_back(source.id);
      const auto near = nearest(from_.id, ids);
      return Failure{fmt::format("there is no page with the id '{}'", from_.id),
                     near ? fmt::format("did you mean '{}'?", *near) : "the id is the file name without .md"};
    }
    if (from_.passage.empty() != to_.passage.empty())
      return Failure{"a page moves to an id, a passage to a passage",
                     "write vav move OLD NEW, or vav move PAGE#OLD PAGE#NEW"};
    const std::string& folder = config_.schema.kinds[moved_.front()->kind].folder;
    for (const std::string& written : {from_.folder, to_.folder}) {
      if (written.empty() || written == folder) continue;
      return Failure{fmt::format("pages of the kind '{}' lie in {}/, not in {}/",
                                 config_.schema.kinds[moved_.front()->kind].id, folder, written),
                     "the folder decides the kind; write the page anew there, and redirect_from in it"};
    }
    const std::string& id = to_.passage.empty() ? to_.id : to_.passage;
    if (!is_id(id)) return Failure{fmt::format("'{}' cannot be an id", id), "a-z, 0-9 and hyphens only"};
    if (to_.passage.empty()) return refuse_taken();
    if (to_.id != from_.id)
      return Failure{"a passage is renamed on its page",
                     "move its text by hand, and write in redirect_from of the other page: \"ADDRESS#OLD -> NEW\""};
    return std::nullopt;
  }

  std::optional<Failure> refuse_taken() const {
    if (to_.id == from_.id) return Failure{"the page has that id already", ""};
    const auto taken = std::ranges::find_if(
        sources_, [&](const SourceFile& source) { return source.role == SourceRole::page && source.id == to_.id; });
    if (taken != sources_.end())
      return Failure{fmt::format("the id '{}' is taken by {}", to_.id, taken->path), "choose another one"};
    return std::nullopt;
  }

  // As it lies on the disk, with its byte order mark if it has one.
  Result<std::string> bytes_of(const std::string& path) const { return disk_.read_file(join_path(content_, path)); }

  std::string new_path(const std::string& path) const { return join_path(folder_of(path), to_.id + ".md"); }
  std::string old_path(const std::string& path) const {
    for (const SourceFile* page : moved_) {
      if (new_path(page->path) == path) return page->path;
    }
    return path;
  }

  Result<MovePlan> plan_page() {
    const Result<Diagnostics> before = trial_({});
    if (!before) return before.failure();
    // Without the page every name of it is missed; under its new id, those by which it names itself.
    ContentChange without, renamed;
    for (const SourceFile* page : moved_) {
      const Result<std::string> bytes = bytes_of(page->path);
      if (!bytes) return bytes.failure();
      without.removed.push_back(page->path);
      renamed.removed.push_back(page->path);
      renamed.written[new_path(page->path)] = *bytes;
    }
    Offsets names;
    for (const ContentChange* change : {&without, &renamed}) {
      const Result<Diagnostics> found = trial_(*change);
      if (!found) return found.failure();
      for (const Diagnostic& one : found->all()) {
        if (one.id != "unknown-reference" && one.id != "dead-link") continue;
        if (const auto failed = add_name(names, *change, one, [&](const std::string& file) {
              const std::size_t at = find_id(file, one.span.place, from_.id, one.id == "dead-link");
              const auto in_value = find_links_in_value(file, one.span.place, from_.id);
              return at == npos || !in_value.empty() ? in_value : std::vector<std::size_t>{at};
            }))
          return *failed;
      }
    }
    MovePlan plan;
    if (const auto failed = rewrite(names, from_.id.size(), to_.id, plan)) return *failed;
    for (const SourceFile* page : moved_) {
      if (const auto failed = move_file(*page, plan)) return *failed;
    }
    return proven(std::move(plan), *before, {"unknown-reference", "dead-link", "missing-file"});
  }

  Result<MovePlan> plan_passage() {
    const Result<Diagnostics> before = trial_({});
    if (!before) return before.failure();
    ContentChange renamed;
    const std::string mark = "{#" + from_.passage + "}";
    for (const SourceFile* page : moved_) {
      Result<std::string> bytes = bytes_of(page->path);
      if (!bytes) return bytes.failure();
      const std::size_t at = bytes->find(mark);
      if (at == npos) continue;
      if (bytes->find(mark, at + 1) != npos)
        return Failure{fmt::format("{} stands more than once in {}", mark, page->path), "rename it by hand"};
      renamed.written[page->path] = bytes->replace(at + 2, from_.passage.size(), to_.passage);
    }
    if (renamed.written.empty())
      return Failure{
          fmt::format("no passage of '{}' has {}", from_.id, mark),
          "the id of a heading follows from its words: write {#NEW} after them, and redirect_from: \"#OLD -> NEW\""};
    const Result<Diagnostics> found = trial_(renamed);
    if (!found) return found.failure();
    MovePlan plan;
    plan.change = renamed;
    Offsets names;
    for (const Diagnostic& one : found->all()) {
      if (one.id != "dead-anchor" && one.id != "bad-redirect") continue;
      if (const auto failed = add_name(names, renamed, one, [&](const std::string& file) {
            const std::size_t at = find_passage(file, one.span.place, from_.passage);
            return at == npos ? std::vector<std::size_t>{} : std::vector<std::size_t>{at};
          }))
        return *failed;
    }
    if (const auto failed = rewrite(names, from_.passage.size(), to_.passage, plan)) return *failed;
    for (const auto& [path, bytes] : renamed.written) {
      if (const auto failed = lead_on(path, fmt::format("#{} -> {}", from_.passage, to_.passage), plan)) return *failed;
    }
    return proven(std::move(plan), *before, {"dead-anchor", "bad-redirect"});
  }

  // The bytes of a file as the plan has them so far.
  Result<std::string> bytes_in(const ContentChange& change, const std::string& path) const {
    const auto written = change.written.find(path);
    return written == change.written.end() ? bytes_of(path) : Result<std::string>(written->second);
  }

  // `change` is what the finding was found in.
  template <typename Find>
  std::optional<Failure> add_name(Offsets& names, const ContentChange& change, const Diagnostic& finding,
                                  const Find& find) const {
    const std::string path = old_path(finding.span.path);
    const Result<std::string> bytes = bytes_in(change, path);
    if (!bytes) return bytes.failure();
    for (const std::size_t at : find(*bytes)) names[path].insert(at);
    return std::nullopt;
  }

  // Offsets are those of the files as the plan has them so far.
  std::optional<Failure> rewrite(const Offsets& names, std::size_t length, const std::string& by,
                                 MovePlan& plan) const {
    for (const auto& [path, offsets] : names) {
      Result<std::string> bytes = bytes_in(plan.change, path);
      if (!bytes) return bytes.failure();
      for (const std::size_t at : std::ranges::reverse_view(offsets)) bytes->replace(at, length, by);
      plan.change.written[path] = *bytes;
      plan.names += offsets.size();
    }
    return std::nullopt;
  }

  std::optional<Failure> move_file(const SourceFile& source, MovePlan& plan) const {
    const Result<std::string> bytes = bytes_in(plan.change, source.path);
    if (!bytes) return bytes.failure();
    const std::string path = new_path(source.path);
    plan.change.written[path] = *bytes;
    plan.change.written.erase(source.path);
    plan.change.removed.push_back(source.path);
    Diagnostics unheeded;
    std::vector<Page> page;
    page.push_back(parse_page(source, config_, unheeded));
    const std::string before = assign_addresses(page, config_, unheeded).page_address.front();
    page.front().id = to_.id;
    const std::string now = assign_addresses(page, config_, unheeded).page_address.front();
    // The start page's address has no id in it.
    if (before == now || before == home_address) return std::nullopt;
    // Back to an address that led on until now.
    for (const FormerAddress& former : page.front().redirect_from) {
      if (former.address != folder_of(now) || !former.fragment.empty()) continue;
      return replace_redirect(path, former.address, std::string(folder_of(before)), plan);
    }
    return lead_on(path, std::string(folder_of(before)), plan);
  }

  static std::optional<Failure> replace_redirect(const std::string& path, const std::string& entry,
                                                 const std::string& by, MovePlan& plan) {
    std::string& bytes = plan.change.written[path];
    const std::size_t key = bytes.find("redirect_from:");
    const std::size_t at = key == npos ? npos : bytes.find(entry, key);
    if (at == npos)
      return Failure{fmt::format("redirect_from of {} cannot be rewritten", path), "take the entry away by hand"};
    bytes.replace(at, entry.size(), by);
    plan.redirected.push_back(by);
    return std::nullopt;
  }

  static std::optional<Failure> lead_on(const std::string& path, const std::string& entry, MovePlan& plan) {
    const auto with = with_redirect(plan.change.written[path], entry);
    if (!with)
      return Failure{fmt::format("redirect_from of {} cannot be rewritten", path),
                     "write it as a list in brackets: redirect_from: [a, b]"};
    plan.change.written[path] = *with;
    plan.redirected.push_back(entry);
    return std::nullopt;
  }

  // Names that are missed now and were not before could not be rewritten.
  Result<MovePlan> proven(MovePlan plan, const Diagnostics& before, const std::set<std::string>& ids) const {
    const Result<Diagnostics> after = trial_(plan.change);
    if (!after) return after.failure();
    const auto count = [&](const Diagnostics& found) {
      return std::ranges::count_if(found.all(), [&](const Diagnostic& one) { return ids.contains(one.id); });
    };
    if (count(*after) <= count(before)) return plan;
    for (const Diagnostic& one : after->all()) {
      const bool is_known = std::ranges::any_of(
          before.all(), [&](const Diagnostic& other) { return other.id == one.id && other.message == one.message; });
      if (!ids.contains(one.id) || is_known) continue;
      return Failure{fmt::format("{}:{}:{} would be wrong then: {}", one.span.path, one.span.place.line,
                                 one.span.place.column, one.message.english),
                     "rewrite it by hand first, or link by the page's title"};
    }
    return plan;
  }

  const SiteConfig& config_;
  const std::vector<SourceFile>& sources_;
  const Disk& disk_;
  const std::string& content_;
  const Trial& trial_;
  NamedPlace from_, to_;
  std::vector<const SourceFile*> moved_;  // the page in each of its languages
};

}  // namespace

Result<MovePlan> plan_move(const MoveRequest& request, const SiteConfig& config, const std::vector<SourceFile>& sources,
                           const Disk& disk, const std::string& content, const Trial& trial) {
  return Mover(config, sources, disk, content, trial).plan(request);
}

}  // namespace vav
