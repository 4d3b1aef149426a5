#include "base/csv.h"

#include <algorithm>

#include "base/check.h"

namespace vav {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr char separator = ';';

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; };
  return !text.empty() && text.front() >= '0' && text.front() <= '9' && std::ranges::all_of(text, is_part);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  constexpr std::string_view starts_formula = "=+-@\t\r\n";
  std::string cell;
  if (!text.empty() && starts_formula.find(text.front()) != std::string_view::npos && !is_number(text)) cell = "'";
  cell += text;
  if (cell.find_first_of(";,\"\r\n\t") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

CsvTable::CsvTable(const std::vector<std::string>& head) : bytes_(byte_order_mark), columns_(head.size()) {
  add(head);
}

void CsvTable::add(const std::vector<std::string>& cells) {
  VAV_CHECK(cells.size() == columns_);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) bytes_ += separator;
    bytes_ += csv_cell(cells[i]);
  }
  bytes_ += "\r\n";
}

}  // namespace vav
