// The site as one file: a zip archive that unpacks everywhere and is the same byte for byte whenever it is made.
#pragma once

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "disk/disk.h"
#include "output/output_tree.h"

namespace vav {

struct ZipForm {
  std::string top_folder;  // that everything lies in; "" = none
  Date day;                // all files get noon (UTC) of it as their time. REQUIRES: whole, from 1980 on
};

// The tree and its SHA256SUMS as the bytes of an archive: sorted by path, every file -rw-r--r-- of nobody, names in
// UTF-8 marked as such. REQUIRES: no other thread runs: libarchive asks for the time zone, which is UTC meanwhile.
Result<std::string> zip_of(const Disk& disk, const OutputTree& tree, const ZipForm& form, int threads);

// Makes `path` hold these bytes, whole or not at all; its folder is made. Nothing is written when it holds them
// already: false.
Result<bool> write_archive(Disk& disk, const std::string& path, const std::string& bytes);

}  // namespace vav
