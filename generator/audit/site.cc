#include "audit/site.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/address.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"

namespace vav {
namespace {

// Servers and browsers take page.HTML for a page too.
std::string type_of(std::string_view path) {
  return to_lower_ascii(extension(path));
}

// Text in which persons may be named.
bool may_name_persons(std::string_view type) {
  constexpr std::array<std::string_view, 19> types = {"html", "htm", "xhtml", "css",    "js",         "mjs", "json",
                                                      "txt",  "xml", "svg",   "csv",    "ics",        "md",  "vtt",
                                                      "yaml", "yml", "tsv",   "jsonld", "webmanifest"};
  return std::ranges::find(types, type) != types.end();
}

// What is left of a text of any encoding that has the signs of ASCII where ASCII has them, or beside zeros (UTF-16), as
// spreadsheets write it: enough to find numbers.
std::string ascii_of(std::string_view bytes) {
  std::string ascii;
  for (const char c : bytes) {
    if (c != '\0') ascii += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  }
  return ascii;
}

bool is_read_as_text(std::string_view path) {
  const std::string type = type_of(path);
  return is_page(path) || type == "css" || type == "js" || type == "mjs" || type == "svg" || path == sums_name ||
         path == manifest_name;
}

FileFacts facts_of(const std::string& path, std::string_view bytes) {
  FileFacts facts;
  facts.hash = sha256(bytes);
  const std::string type = type_of(path);
  read_bytes(path, bytes, facts);
  const bool is_code = type == "css" || type == "js" || type == "mjs";
  const bool is_named = may_name_persons(type);
  if (!is_named && !is_read_as_text(path)) return facts;
  const auto invalid = find_invalid_utf8(bytes);
  if (is_named) {
    const std::string ascii = invalid ? ascii_of(bytes) : "";
    read_text(path, invalid ? std::string_view(ascii) : bytes, is_code, facts);
  }
  if (!is_read_as_text(path)) return facts;
  if (invalid) {
    const LineColumn where = locate(bytes.substr(0, *invalid), *invalid);
    facts.findings.add("bad-utf8", {path, {where.line, where.column, 1}}, say("the file is not valid UTF-8"));
    return facts;
  }
  if (type == "css" || type == "js") facts.integrity = integrity_of(bytes);
  if (is_page(path) || type == "svg") read_html(path, bytes, facts);
  if (type == "css") read_css(bytes, facts);
  if (type == "js" || type == "mjs") read_script(path, bytes, facts);
  return facts;
}

}  // namespace

bool is_not_utf8(const FileFacts& facts) {
  return std::ranges::find(facts.findings.all(), "bad-utf8", &Diagnostic::id) != facts.findings.all().end();
}

const FileFacts* Site::find(std::string_view path) const {
  const auto found = files.find(path);
  return found == files.end() ? nullptr : &found->second;
}

bool is_page(std::string_view path) {
  const std::string type = type_of(path);
  return type == "html" || type == "htm" || type == "xhtml";
}

Result<Site> read_site(const Disk& disk, const std::string& folder, int threads) {
  auto entries = disk.list_tree(folder);
  if (!entries) return entries.failure();
  Site site;
  site.entries = std::move(*entries);
  std::vector<std::string> paths;
  for (const FileEntry& entry : site.entries) {
    if (entry.type == FileType::file) paths.push_back(entry.path);
    if (entry.type == FileType::folder) site.folders.insert(entry.path);
  }
  std::vector<FileFacts> facts(paths.size());
  std::vector<std::optional<Failure>> failures(paths.size());
  for_each_index(paths.size(), threads, [&](std::size_t i) {
    auto bytes = disk.read_file(join_path(folder, paths[i]));
    if (!bytes) {
      failures[i] = bytes.failure();
      return;
    }
    facts[i] = facts_of(paths[i], *bytes);
    if (is_not_utf8(facts[i])) return;
    // Each of these paths is one item, so no two threads write to one of them.
    if (paths[i] == sums_name) {
      site.sums = std::move(*bytes);
    } else if (paths[i] == manifest_name) {
      site.manifest = std::move(*bytes);
    }
  });
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (const auto& failure = failures[i]) return *failure;
    site.files.emplace_hint(site.files.end(), paths[i], std::move(facts[i]));
  }
  return site;
}

}  // namespace vav
