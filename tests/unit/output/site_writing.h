// Helpers of the tests of write_site().
#pragma once

#include <gtest/gtest.h>
#include <map>
#include <string>

#include "disk/disk.h"
#include "output/output_tree.h"

namespace vav {

using Content = std::map<std::string, std::string>;  // path -> bytes

inline OutputTree tree_of(const Content& content) {
  std::vector<OutputFile> files;
  for (const auto& [path, bytes] : content) files.push_back({path, bytes, {}, "the test"});
  Diagnostics found;
  OutputTree tree = OutputTree::lay_out(std::move(files), found);
  EXPECT_TRUE(found.empty());
  return tree;
}

// The content and its SHA256SUMS.
inline Content with_sums(const Disk& disk, Content content) {
  content["SHA256SUMS"] = checksums(disk, tree_of(content), 1).value();
  return content;
}

// The files below the folder; folders without any file as "path/".
inline Content content_of(const Disk& disk, const std::string& folder) {
  Content content;
  const auto entries = disk.list_tree(folder);
  if (!entries) return {{"(no folder)", entries.failure().message}};
  for (const FileEntry& entry : *entries) {
    const std::string path = folder + "/" + entry.path;
    if (entry.type == FileType::file) content[entry.path] = disk.read_file(path).value();
    if (entry.type == FileType::link) content[entry.path] = "(link)";
    if (entry.type == FileType::folder && disk.list_tree(path)->empty()) content[entry.path + "/"] = "";
  }
  return content;
}

}  // namespace vav
