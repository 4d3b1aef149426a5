#include "theme/theme_files.h"

#include <algorithm>
#include <array>

#include "base/address.h"
#include "base/text.h"
#include "yaml/parse.h"

namespace vav {
namespace {

class FileReader {
 public:
  FileReader(const Disk& disk, Diagnostics& diagnostics) : disk_(disk), diagnostics_(diagnostics) {}

  // Later folders come later among the versions of a file.
  void read(const std::string& folder, const std::string& finding_prefix, ThemeOrigin origin) {
    const Result<std::vector<FileEntry>> entries = disk_.list_tree(folder);
    if (!entries) {
      diagnostics_.add("bad-theme", {finding_prefix.empty() ? folder : finding_prefix, {}},
                       say("the theme cannot be read: {}", entries.failure().message),
                       say("name a theme's folder with --theme"));
      return;
    }
    for (const FileEntry& entry : *entries) {
      const std::string finding_path = join_path(finding_prefix, entry.path);
      if (entry.type != FileType::file || is_beside(entry.path) || !has_place(entry.path, finding_path)) continue;
      Result<std::string> text = disk_.read_file(join_path(folder, entry.path));
      if (text) {
        files_[entry.path].push_back({origin, finding_path, std::move(*text)});
      } else {
        diagnostics_.add("bad-theme", {finding_path, {}}, as_written(text.failure().message),
                         as_written(text.failure().hint));
      }
    }
  }

  ThemeFiles take() { return std::move(files_); }

 private:
  // Files for people and of editors: README.md, LICENSE, .page.html.swp.
  static bool is_beside(const std::string& path) {
    const std::string_view name = file_name(path);
    return name.starts_with('.') || (path == name && (name == "LICENSE" || extension(path) == "md"));
  }

  bool has_place(const std::string& path, const std::string& finding_path) {
    const bool has = path == theme_file || path.starts_with(templates_folder) || path.starts_with(static_folder) ||
                     (path.starts_with(strings_folder) && extension(path) == "yaml");
    if (!has) {
      diagnostics_.add("bad-theme", {finding_path, {}}, say("a theme has no place for '{}'", path),
                       say("a theme consists of theme.yaml, templates/, static/ and strings/LANG.yaml"));
    }
    return has;
  }

  const Disk& disk_;
  Diagnostics& diagnostics_;
  ThemeFiles files_;
};

// theme.yaml is read in full, with its findings, once all files are there.
bool inherits(const Disk& disk, const ThemeFolders& folders) {
  const Result<std::string> text = disk.read_file(join_path(folders.theme, std::string(theme_file)));
  Diagnostics unheeded;
  return text && parse_yaml(*text, "", 1, {}, unheeded).at("inherits").text_or_empty() == inherited_theme;
}

struct CommentMarks {
  std::string_view opens, closes;
};

// The text of the comment at the start of the file.
std::string_view first_comment(std::string_view path, std::string_view text) {
  static constexpr auto marks =
      std::to_array<CommentMarks>({{"{#", "#}"}, {"/*", "*/"}, {"<!--", "-->"}, {"#", "\n"}, {"//", "\n"}});
  const std::string_view ending = extension(path);
  const bool is_text = ending == "html" || ending == "css" || ending == "svg" || ending == "yaml" || ending == "js";
  if (!is_text) return {};
  text = trim(text);
  for (const auto& [opens, closes] : marks) {
    if (!text.starts_with(opens)) continue;
    text.remove_prefix(opens.size());
    return trim(text.substr(0, text.find(closes)));
  }
  return {};
}

}  // namespace

ThemeFiles read_theme_files(const Disk& disk, const ThemeFolders& folders, Diagnostics& diagnostics) {
  FileReader reader(disk, diagnostics);
  const bool is_with_vav = folders.theme == folders.with_vav;
  if (!is_with_vav && !folders.with_vav.empty() && inherits(disk, folders))
    reader.read(folders.with_vav, folders.with_vav_prefix, ThemeOrigin::with_vav);
  reader.read(folders.theme, folders.finding_prefix, is_with_vav ? ThemeOrigin::with_vav : ThemeOrigin::own);
  if (disk.type_of(folders.override_folder, true) == FileType::folder)
    reader.read(folders.override_folder, "theme/", ThemeOrigin::content);
  return reader.take();
}

std::string purpose_of(std::string_view path, std::string_view text) {
  if (find_invalid_utf8(text)) return {};
  const std::string comment = collapse_spaces(first_comment(path, text));
  const std::size_t end = comment.find(". ");
  return comment.substr(0, end == std::string::npos ? end : end + 1);
}

}  // namespace vav
