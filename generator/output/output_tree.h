// What the site consists of, as bytes in memory, and the step that makes the disk hold exactly that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

// The file that lists every other file of the site; write_site() makes it.
inline constexpr std::string_view sums_path = "SHA256SUMS";

struct OutputFile {
  std::string path;       // relative, "/" between parts, as in base/address.h
  std::string bytes;      // the content, unless copy_from is set
  std::string copy_from;  // a file on disk to copy
  std::string made_by;    // for people: "the page moten/traff-2.md"
  // sha256() of the content, when the maker knows it already: hashing is most of the time that writing takes.
  std::string hash = {};
  SourceSpan origin = {};  // what an author wrote that it comes from; no path = nothing of theirs
};

// Sorted by path (bytes), each path once, without SHA256SUMS.
class OutputTree {
 public:
  // Two makers of one path (also when they differ in case only, or one is a folder of the other): "duplicate-output"
  // naming both; the first stays. The finding stands at the origin of the one that was left out.
  // REQUIRES: every path is relative and without empty parts or ".."; whoever makes paths from what authors write
  // checks that.
  static OutputTree lay_out(std::vector<OutputFile> files, Diagnostics& diagnostics);

  const std::vector<OutputFile>& files() const { return files_; }
  // nullptr when there is no such file.
  const OutputFile* find(std::string_view path) const;

 private:
  std::vector<OutputFile> files_;
};

// What SHA256SUMS holds: `HASH  path` a line, sorted by path, as sha256sum -c reads it. Files with copy_from are read
// from the disk.
Result<std::string> checksums(const Disk& disk, const OutputTree& tree, int threads);

struct WriteReport {
  std::size_t written = 0;    // new or changed files, SHA256SUMS among them
  std::size_t unchanged = 0;  // kept with their times
  std::size_t removed = 0;
  std::string note;  // when not all went the usual way, in a sentence
};

// Makes `folder` hold exactly the tree and its SHA256SUMS: all or nothing. A folder that holds anything vav did not
// write there (judged by its SHA256SUMS: a file that is not listed) is refused and left as it is; so is a file, and a
// folder that cannot be written. An empty or missing folder is fine. A link to a folder stays a link.
// When everything is as it should be already, nothing is written.
Result<WriteReport> write_site(Disk& disk, const OutputTree& tree, const std::string& folder, int threads);

// Where a run that was killed left the files of two sites in `folder`: brings back the old one, as write_site() does
// before anything else. Whether it had to.
Result<bool> restore_site(Disk& disk, const std::string& folder);

}  // namespace vav
