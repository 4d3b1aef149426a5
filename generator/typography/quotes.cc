#include <algorithm>

#include "base/unicode.h"
#include "typography/rules.h"

namespace vav {
namespace {

constexpr char32_t ellipsis = 0x2026;
constexpr char32_t single_open = 0x2018, single_close = 0x2019, double_open = 0x201C, double_close = 0x201D;

bool begins_here(const Flow& flow, std::size_t i) {
  const char32_t c = before(flow, i);
  const bool dash = c == '-' || c == 0x2013 || c == 0x2014 || c == '/';
  return c == 0 || is_space(c) || dash || c == '(' || c == '[' || c == '{' || c == single_open || c == double_open;
}

bool ends_here(const Flow& flow, std::size_t i) {
  return flow[i].value == '\'' && !is_space(before(flow, i)) && !is_word_character(at(flow, i + 1));
}

// Opens a quotation, and is no apostrophe in front of a word: something closes it, and it is no decade ('90s).
bool opens_single(const Flow& flow, std::size_t i) {
  if (!begins_here(flow, i) || is_digit(at(flow, i + 1))) return false;
  for (std::size_t later = i + 1; later < flow.size(); ++later) {
    if (ends_here(flow, later)) return true;
  }
  return false;
}

}  // namespace

// Three full stops, neither more nor less: four are a pause that someone meant, or dots that lead to a number.
void set_ellipses(Flow& flow, std::vector<Edit>& edits) {
  for (std::size_t i = 0; i < flow.size(); ++i) {
    std::size_t end = i;
    while (at(flow, end) == '.' && !flow[end].fixed) ++end;
    if (end - i != 3) {
      i = std::max(i, end);
      continue;
    }
    flow[i].value = ellipsis;
    remove_character(flow, i + 2, edits);
    remove_character(flow, i + 1, edits);
  }
}

void set_swedish_quotes(Flow& flow) {
  for (Character& c : flow) {
    if (c.fixed) continue;
    if (c.value == '"' || c.value == double_open || c.value == 0x201E) c.value = double_close;
    if (c.value == '\'' || c.value == single_open || c.value == 0x201A) c.value = single_close;
  }
}

void set_english_quotes(Flow& flow) {
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (flow[i].fixed) continue;
    if (flow[i].value == '"') flow[i].value = begins_here(flow, i) ? double_open : double_close;
    if (flow[i].value == '\'') flow[i].value = opens_single(flow, i) ? single_open : single_close;
  }
}

}  // namespace vav
