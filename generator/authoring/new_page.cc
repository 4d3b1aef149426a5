#include "authoring/new_page.h"

#include <algorithm>
#include <fmt/format.h>

#include "authoring/page_template.h"
#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

// With its folder and index.html it must stay within what Windows holds (audit/check_names.cc).
constexpr std::size_t longest_id = 60;

// A title of one line: what is typed or pasted may hold line ends and other control characters.
std::string clean_title(std::string_view title) {
  std::string clean;
  for (const char c : title) clean += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return to_nfc(collapse_spaces(clean));
}

// Cut between words.
std::string id_from_title(std::string_view title) {
  std::string id = to_slug(title);
  if (id.size() <= longest_id) return id;
  const std::size_t hyphen = id.rfind('-', longest_id);
  id.resize(hyphen == std::string::npos || hyphen == 0 ? longest_id : hyphen);
  return id;
}

// Writers know a kind by its folder, or by what the site calls it.
bool goes_by(const Kind& kind, const std::string& folded) {
  if (folded == kind.folder) return true;
  for (const LocalText* label : {&kind.one, &kind.many}) {
    for (const char* language : {"sv", "en"}) {
      if (folded == fold(label->in(language))) return true;
    }
  }
  return false;
}

Result<std::size_t> find_kind(const std::string& name, const Schema& schema) {
  if (const auto kind = schema.find_kind(name)) return *kind;
  std::vector<std::size_t> meant;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < schema.kinds.size(); ++i) {
    ids.push_back(schema.kinds[i].id);
    if (goes_by(schema.kinds[i], fold(name))) meant.push_back(i);
  }
  if (meant.size() == 1) return meant.front();
  const auto near = nearest(name, ids);
  const std::string hint = near ? fmt::format("did you mean '{}'? ", *near) : "";
  return Failure{fmt::format("there is no kind '{}'", name), hint + "kinds: " + join(ids, ", ")};
}

Result<std::string> settle_id(const PageRequest& request, const std::string& title) {
  if (request.id.empty()) {
    std::string id = id_from_title(title);
    if (!id.empty()) return id;
    return Failure{fmt::format("no id can be made of the title '{}'", title),
                   "name it with --id: a-z, 0-9 and hyphens"};
  }
  const bool plain = request.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos &&
                     request.id.front() != '-' && request.id.back() != '-';
  if (plain) return request.id;
  const std::string slug = id_from_title(find_invalid_utf8(request.id) ? "" : request.id);
  return Failure{fmt::format("'{}' cannot be the id of a page: a-z, 0-9 and hyphens", request.id),
                 slug.empty() ? "" : fmt::format("--id {}", slug)};
}

Result<std::string> settle_language(const std::string& lang, const SiteConfig& config) {
  if (lang.empty()) return config.default_lang;
  const bool is_code = lang.size() == 2 && lang.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (!is_code) return Failure{fmt::format("'{}' is no language code", lang), "two letters, such as sv or en"};
  const auto& known = config.languages;
  if (lang == config.default_lang || known.size() < 2 || std::ranges::find(known, lang) != known.end()) return lang;
  return Failure{fmt::format("the site has no pages in '{}'", lang), "languages: " + join(known, ", ")};
}

const std::string& language_of(const SourceFile& page, const SiteConfig& config) {
  return page.lang.empty() ? config.default_lang : page.lang;
}

// The page that bears the id already: one in the same language, or of another kind. A translation may bear its twin's.
const SourceFile* find_owner(const std::string& id, std::size_t kind, const std::string& lang, const SiteConfig& config,
                             const std::vector<SourceFile>& pages) {
  const auto found = std::ranges::find_if(pages, [&](const SourceFile& page) {
    const bool same_id = page.role == SourceRole::page && page.id == id;
    return same_id && (language_of(page, config) == lang || page.kind != kind);
  });
  return found == pages.end() ? nullptr : &*found;
}

bool has_twin(const std::string& id, const std::vector<SourceFile>& pages) {
  return std::ranges::any_of(pages,
                             [&](const SourceFile& page) { return page.role == SourceRole::page && page.id == id; });
}

// The list of a kind may stand where the page would.
const Kind* list_in_the_way(const std::string& id, const Kind& kind, const Schema& schema) {
  if (!kind.address.empty()) return nullptr;
  const auto found =
      std::ranges::find_if(schema.kinds, [&](const Kind& other) { return other.has_list && other.address == id; });
  return found == schema.kinds.end() ? nullptr : &*found;
}

ExampleId example_from(const std::vector<SourceFile>& pages) {
  return [&pages](const std::vector<std::size_t>& kinds) -> std::string {
    for (const std::size_t kind : kinds) {
      const auto found = std::ranges::find_if(
          pages, [&](const SourceFile& page) { return page.role == SourceRole::page && page.kind == kind; });
      if (found != pages.end()) return found->id;
    }
    return "";
  };
}

}  // namespace

Result<NewPage> plan_page(const PageRequest& request, const SiteConfig& config, const std::vector<SourceFile>& pages,
                          const Disk& disk, const std::string& content) {
  const Result<std::size_t> kind_index = find_kind(request.kind, config.schema);
  if (!kind_index) return kind_index.failure();
  const Kind& kind = config.schema.kinds[*kind_index];
  if (find_invalid_utf8(request.title)) return Failure{"the title is not valid UTF-8"};
  const std::string title = clean_title(request.title);
  if (title.empty()) return Failure{"a page needs a title"};
  const Result<std::string> id = settle_id(request, title);
  if (!id) return id.failure();
  const Result<std::string> lang = settle_language(request.lang, config);
  if (!lang) return lang.failure();
  if (const SourceFile* owner = find_owner(*id, *kind_index, *lang, config, pages))
    return Failure{fmt::format("the id '{}' is taken by {}", *id, owner->path), "choose another one with --id"};
  const bool translated = *lang != config.default_lang;
  const Kind* other = translated ? nullptr : list_in_the_way(*id, kind, config.schema);
  if (other)
    return Failure{fmt::format("the list of '{}' has the address {}/", other->id, *id), "choose another id with --id"};
  NewPage page;
  page.path = join_path(translated ? *lang : "", join_path(kind.folder, *id + ".md"));
  if (disk.type_of(join_path(content, page.path), false))
    return Failure{fmt::format("{} is there already", join_path(content, page.path)), "choose another id with --id"};
  page.text = page_template({.kind = *kind_index,
                             .title = title,
                             .published = request.today,
                             .translation_of = has_twin(*id, pages) ? *id : "",
                             .in_another_language = translated,
                             .example = example_from(pages)},
                            config);
  return page;
}

}  // namespace vav
