#include "diagnostics/swedish.h"

#include <unordered_map>

#include "diagnostics/wording.h"

namespace vav {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

Table joined() {
  Table table;
  for (const auto part :
       {wording::swedish_content(), wording::swedish_items(), wording::swedish_text(), wording::swedish_evidence(),
        wording::swedish_chain(), wording::swedish_coverage(), wording::swedish_theme(), wording::swedish_time(),
        wording::swedish_site(), wording::swedish_publishing(), wording::swedish_output(), wording::swedish_kinds()}) {
    for (const wording::Translation& one : part) table.emplace(one.english, one.swedish);
  }
  return table;
}

}  // namespace

std::string_view swedish_for(std::string_view english) {
  static const Table table = joined();
  const auto found = table.find(english);
  return found == table.end() ? std::string_view() : found->second;
}

}  // namespace vav
