#include "output/output_tree.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>

#include "base/address.h"
#include "base/check.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

// Paths that some systems (Windows, macOS) take for one have the same key.
std::string clash_key(std::string_view path) {
  return find_invalid_utf8(path) ? std::string(path) : to_lower(to_nfc(path));
}

// Two files that cannot both be.
struct Clash {
  Wording words;
  const OutputFile* other = nullptr;
};

// Which paths are taken already, as files and as folders of files.
class TakenPaths {
 public:
  // Takes the path, or says why not.
  std::optional<Clash> take(const OutputFile& file) {
    if (auto clash = clash_with_file(file)) return clash;
    if (auto clash = clash_with_folders(file)) return clash;
    files_.emplace(clash_key(file.path), &file);
    for (std::string_view folder = folder_of(file.path); !folder.empty(); folder = folder_of(folder)) {
      folders_.try_emplace(clash_key(folder), TakenFolder{folder, &file});
    }
    return std::nullopt;
  }

 private:
  struct TakenFolder {
    std::string_view path;
    const OutputFile* file;  // the first one in it
  };

  std::optional<Clash> clash_with_file(const OutputFile& file) const {
    const std::string key = clash_key(file.path);
    if (const auto same = files_.find(key); same != files_.end()) {
      const OutputFile& other = *same->second;
      if (other.path == file.path) {
        return Clash{say("\"{}\" is written by {} and by {}", file.path, other.made_by, file.made_by), &other};
      }
      return Clash{say(R"("{}", written by {}, and "{}", written by {}, are one file on Windows and macOS)", other.path,
                       other.made_by, file.path, file.made_by),
                   &other};
    }
    if (const auto same = folders_.find(key); same != folders_.end()) {
      const OutputFile& below = *same->second.file;
      return Clash{say(R"("{}", written by {}, would have to be a folder too, for "{}", written by {})", file.path,
                       file.made_by, below.path, below.made_by),
                   &below};
    }
    return std::nullopt;
  }

  std::optional<Clash> clash_with_folders(const OutputFile& file) const {
    for (std::string_view folder = folder_of(file.path); !folder.empty(); folder = folder_of(folder)) {
      const std::string key = clash_key(folder);
      if (const auto above = files_.find(key); above != files_.end()) {
        const OutputFile& other = *above->second;
        return Clash{say(R"("{}", written by {}, would have to be a folder too, for "{}", written by {})", other.path,
                         other.made_by, file.path, file.made_by),
                     &other};
      }
      const auto same = folders_.find(key);
      if (same != folders_.end() && same->second.path != folder) {
        const OutputFile& other = *same->second.file;
        return Clash{say(R"(the folders of "{}", written by {}, and "{}", written by {}, differ in case only)",
                         other.path, other.made_by, file.path, file.made_by),
                     &other};
      }
    }
    return std::nullopt;
  }

  std::unordered_map<std::string, const OutputFile*> files_;
  std::unordered_map<std::string, TakenFolder> folders_;
};

// Nothing may be written beside the folder of the site, whatever was asked for.
bool stays_inside(std::string_view path) {
  const auto parts = split(path, '/');
  return std::ranges::none_of(parts, [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

}  // namespace

OutputTree OutputTree::lay_out(std::vector<OutputFile> files, Diagnostics& diagnostics) {
  const OutputFile sums{std::string(sums_path), {}, {}, "vav itself"};
  TakenPaths taken;
  taken.take(sums);
  std::vector<bool> stays(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    VAV_CHECK(stays_inside(files[i].path));
    const auto clash = taken.take(files[i]);
    stays[i] = !clash;
    if (!clash) continue;
    // A file of the content, where one of the two has one.
    const SourceSpan& origin = files[i].origin.path.empty() ? clash->other->origin : files[i].origin;
    diagnostics.add("duplicate-output", origin.path.empty() ? SourceSpan{files[i].made_by, {}} : origin, clash->words,
                    say("give one of them another address"));
  }
  OutputTree tree;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (stays[i]) tree.files_.push_back(std::move(files[i]));
  }
  std::ranges::sort(tree.files_, {}, &OutputFile::path);
  return tree;
}

const OutputFile* OutputTree::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &OutputFile::path);
  return found != files_.end() && found->path == path ? &*found : nullptr;
}

Result<std::string> checksums(const Disk& disk, const OutputTree& tree, int threads) {
  const auto& files = tree.files();
  std::vector<std::string> sums(files.size());
  std::vector<std::optional<Failure>> failures(files.size());
  for_each_index(files.size(), threads, [&](std::size_t i) {
    if (!files[i].hash.empty()) {
      sums[i] = files[i].hash;
      return;
    }
    if (files[i].copy_from.empty()) {
      sums[i] = sha256(files[i].bytes);
      return;
    }
    const auto bytes = disk.read_file(files[i].copy_from);
    if (bytes) {
      sums[i] = sha256(*bytes);
    } else {
      failures[i] = bytes.failure();
    }
  });
  std::string text;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (const auto& failure = failures[i]) return *failure;
    text += sums[i];
    text += "  ";
    text += files[i].path;
    text += '\n';
  }
  return text;
}

}  // namespace vav
