#include "serve/answer.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "base/address.h"
#include "base/content_type.h"
#include "base/hash.h"
#include "base/text.h"
#include "diagnostics/print.h"
#include "serve/dress_page.h"
#include "serve/overlay.h"
#include "serve/request.h"

namespace vav {
namespace {

constexpr std::string_view index_name = "index.html";
constexpr std::string_view not_found_page = "404.html";
constexpr std::string_view plain = "text/plain; charset=utf-8";
constexpr std::string_view html = "text/html; charset=utf-8";

// What a path leads to in a tree.
struct Found {
  int status = 200;
  const OutputFile* file = nullptr;  // nullptr: nothing, or a redirect
};

Found find(const OutputTree& tree, std::string_view target) {
  const auto path = path_of_target(target);
  if (path) {
    const bool is_folder = path->empty() || path->ends_with('/');
    const OutputFile* const file = tree.find(is_folder ? *path + std::string(index_name) : *path);
    if (file) return {.status = 200, .file = file};
    if (!is_folder && tree.find(join_path(*path, index_name))) return {.status = 302, .file = nullptr};
  }
  return {.status = 404, .file = tree.find(not_found_page)};
}

Result<std::string> bytes_of(const OutputFile& file, const Disk& disk) {
  return file.copy_from.empty() ? Result<std::string>(file.bytes) : disk.read_file(file.copy_from);
}

// Whether a page speaks of a file beside it, as a link does.
bool names(std::string_view page, std::string_view file) {
  return page.find(file) != std::string_view::npos ||
         page.find(target_of_path(file).substr(1)) != std::string_view::npos;
}

Answer redirect_to_folder(std::string_view target) {
  const std::size_t query = target.find('?');
  std::string location = target_of_path(*path_of_target(target)) + "/";
  if (query != std::string_view::npos) location += target.substr(query, target.find('#') - query);
  return {.status = 302, .type = std::string(plain), .body = location + "\n", .location = location};
}

// A page may be shown at the address of a page that is not there; its links are those of the root.
std::string base_for(const Found& found, std::string_view target) {
  return found.status == 404 && target.find('/', 1) != std::string_view::npos ? "/" : "";
}

// The page while no build has given a site.
Answer findings_page(const Site& site, const Disk& disk, std::string_view target) {
  std::string text;
  for (const Diagnostic& one : site.findings.all())
    text += to_text(one, {.colour = false, .path_prefix = {}, .language = site.language}, {});
  if (site.failure) text += fmt::format("{}\n  hint: {}\n", site.failure->message, site.failure->hint);
  const bool swedish = site.language == "sv";
  const std::string page = fmt::format(
      R"(<!DOCTYPE html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
<title>{1}</title>
</head>
<body>
<main>
<h1>{1}</h1>
<p>{2}</p>
<pre tabindex="0">{3}</pre>
</main>
</body>
</html>
)",
      swedish ? "sv" : "en", swedish ? "Ingen webbplats ännu" : "No site yet",
      swedish ? "Webbplatsen visas här när detta är rättat." : "The site appears here when this is mended.",
      escape_html(text));
  return {.status = 503,
          .type = std::string(html),
          .body = dress_page(page, {.mark = page_mark(site, disk, target), .base = {}}),
          .location = {}};
}

}  // namespace

std::string page_mark(const Site& site, const Disk& disk, std::string_view target) {
  if (!site.tree) return fingerprint(findings_json(site));
  const Found found = find(*site.tree, target);
  if (!found.file) return fingerprint(std::to_string(found.status));
  std::string shown = fmt::format("{} {}", found.status, fingerprint(found.file->bytes));
  const std::string_view folder = folder_of(found.file->path);
  for (const OutputFile& file : site.tree->files()) {
    if (folder_of(file.path) != folder || !names(found.file->bytes, file_name(file.path))) continue;
    const Result<std::string> bytes = bytes_of(file, disk);
    shown += bytes ? fingerprint(*bytes) : bytes.failure().message;
  }
  return fingerprint(shown);
}

std::string event_data(const Site& site, const Disk& disk, std::string_view target) {
  // A line end in JSON is a space; in an event it would end the data.
  const std::string findings = replace_all(findings_json(site), "\n", " ");
  return fmt::format(R"({{"mark":"{}","tree":{},"stale":{},"language":"{}","findings":{}}})",
                     page_mark(site, disk, target), site.tree != nullptr, site.stale, site.language, findings);
}

Answer answer(const Site& site, const Disk& disk, std::string_view target) {
  const std::string_view address = target.substr(0, target.find_first_of("?#"));
  if (address == script_address)
    return {.status = 200, .type = "text/javascript; charset=utf-8", .body = std::string(live_script), .location = {}};
  if (address == style_address)
    return {.status = 200, .type = "text/css; charset=utf-8", .body = std::string(live_style), .location = {}};
  if (!site.tree) return findings_page(site, disk, target);
  const Found found = find(*site.tree, target);
  if (found.status == 302) return redirect_to_folder(target);
  if (!found.file)
    return {.status = 404, .type = std::string(plain), .body = "There is no such page.\n", .location = {}};
  Result<std::string> bytes = bytes_of(*found.file, disk);
  // Removed since the build; the next one is under way.
  if (!bytes)
    return {.status = 404, .type = std::string(plain), .body = bytes.failure().message + "\n", .location = {}};
  const std::string type(content_type(found.file->path));
  if (type != html) return {.status = found.status, .type = type, .body = std::move(*bytes), .location = {}};
  const Dressing dressing = {.mark = page_mark(site, disk, target), .base = base_for(found, target)};
  return {.status = found.status, .type = type, .body = dress_page(*bytes, dressing), .location = {}};
}

}  // namespace vav
