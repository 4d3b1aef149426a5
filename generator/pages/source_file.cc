#include "pages/source_file.h"

#include <fmt/format.h>
#include <optional>

#include "base/address.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

constexpr std::string_view list_intro_name = "_index.md";

bool is_hidden_part(std::string_view part) {
  return part.starts_with('.') || (part.starts_with('_') && part != list_intro_name);
}

// Folders and files at the top of the content folder that are not content.
bool is_reserved(std::string_view path) {
  const auto parts = split(path, '/');
  if (parts.front() == "baselines" || parts.front() == "theme") return true;
  if (path == config_file) return true;
  for (const std::string_view part : parts) {
    if (is_hidden_part(part)) return true;
  }
  return parts.back() == "README.md";
}

bool is_id(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos &&
         name.front() != '-' && name.back() != '-';
}

std::vector<std::string> known_folders(const Schema& schema) {
  std::vector<std::string> folders;
  for (const Kind& kind : schema.kinds) folders.push_back(kind.folder);
  return folders;
}

// The role, kind, id and language that a Markdown file has by its path, or a finding.
std::optional<SourceFile> classify(const std::string& path, const Schema& schema, Diagnostics& diagnostics) {
  SourceFile file{.path = path};
  auto parts = split(path, '/');
  if (parts.size() == 3 && is_short_language_code(parts[0]) && !schema.find_folder(parts[0])) {
    file.lang = parts[0];
    parts.erase(parts.begin());
  }
  const auto kind = parts.size() == 2 ? schema.find_folder(parts[0]) : std::nullopt;
  if (!kind) {
    const auto folders = known_folders(schema);
    const auto near = parts.size() == 2 ? nearest(parts[0], folders) : std::nullopt;
    diagnostics.add("unknown-folder", {path, {}},
                    say("this Markdown file lies in a folder that no kind in vav.yaml names"),
                    near ? say("did you mean the folder '{}'?", *near)
                         : say("a page lies directly in one of: {}. Start the name with _ if it is not a page.",
                               join(folders, ", ")));
    return std::nullopt;
  }
  file.kind = *kind;
  if (parts[1] == list_intro_name) {
    file.role = SourceRole::list_intro;
    file.id = parts[0];
    return file;
  }
  file.id = parts[1].substr(0, parts[1].size() - 3);
  if (!is_id(file.id) || extension(path) != "md") {
    diagnostics.add("bad-file-name", {path, {}}, say("'{}' cannot be the id of a page", file.id),
                    say("name the file {}.md", to_slug(file.id).empty() ? "sidans-id" : to_slug(file.id)));
    return std::nullopt;
  }
  return file;
}

void read_source(const Disk& disk, const std::string& content_folder, SourceFile& file, Diagnostics& diagnostics) {
  Result<std::string> text = disk.read_file(join_path(content_folder, file.path));
  if (!text) {
    diagnostics.add("unreadable-file", {file.path, {}}, as_written(text.failure().message),
                    as_written(text.failure().hint));
    file.readable = false;
    return;
  }
  file.text = std::move(*text);
  if (file.text.starts_with(byte_order_mark)) file.text.erase(0, byte_order_mark.size());
  file.fingerprint = fingerprint(file.text);
  const auto bad = find_invalid_utf8(file.text);
  const std::size_t nul = file.text.find('\0');
  if (bad || nul != std::string::npos) {
    const LineColumn at = locate(file.text, bad ? *bad : nul);
    diagnostics.add("bad-utf8", {file.path, {at.line, at.column, 1}},
                    bad ? say("this is not valid UTF-8") : say("a NUL character stands here"),
                    bad ? say("save the file as UTF-8") : say("remove it"));
    file.text.clear();
    file.readable = false;
  }
}

}  // namespace

Result<Sources> collect_sources(const Disk& disk, const std::string& content_folder, const SiteConfig& config,
                                int threads, Diagnostics& diagnostics) {
  const Result<std::vector<FileEntry>> entries = disk.list_tree(content_folder);
  if (!entries) return entries.failure();
  Sources sources;
  for (const FileEntry& entry : *entries) {
    if (is_reserved(entry.path)) continue;
    const bool markdown = to_lower(extension(entry.path)) == "md";
    if (entry.type == FileType::link) {
      diagnostics.add("unreadable-file", {entry.path, {}}, say("symbolic links are not followed"),
                      say("put a copy of the file here"));
    } else if (entry.type == FileType::folder) {
      if (markdown)
        diagnostics.add("bad-file-name", {entry.path, {}}, say("this is a folder, but its name ends as that of a page"),
                        say("rename the folder"));
    } else if (!markdown) {
      sources.files.push_back(entry.path);
    } else if (auto file = classify(entry.path, config.schema, diagnostics)) {
      sources.pages.push_back(std::move(*file));
    }
  }
  std::vector<Diagnostics> found(sources.pages.size());
  for_each_index(sources.pages.size(), threads,
                 [&](std::size_t i) { read_source(disk, content_folder, sources.pages[i], found[i]); });
  for (const Diagnostics& one : found) diagnostics.append(one);
  return sources;
}

}  // namespace vav
