// Tables for spreadsheets. UTF-8 with a byte order mark and semicolons, as Excel on a Swedish (or any other
// decimal-comma) machine opens it with a double click; lines end in CRLF, quotation marks as in RFC 4180. Programs read
// it with the dialect `delimiter=";"`, `encoding="utf-8-sig"`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vav {

class CsvTable {
 public:
  explicit CsvTable(const std::vector<std::string>& head);

  // REQUIRES: as many cells as the head has.
  void add(const std::vector<std::string>& cells);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::size_t columns_;
};

// A cell as it is written: quoted where it must be. A text that a spreadsheet would take for a formula (it begins with
// = + - @, a tab or a line end) gets an apostrophe before it, unless it is a plain number.
std::string csv_cell(std::string_view text);

}  // namespace vav
