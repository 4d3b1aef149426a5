// Hyphens that stand for a dash. A hyphen between figures is a range only when nothing else can be meant: telephone and
// diary numbers, dates such as 2025-09-30 and ISBN keep theirs.
#include <optional>
#include <string>

#include "base/unicode.h"
#include "typography/rules.h"

namespace vav {
namespace {

constexpr char32_t dash = 0x2013;

bool is_number_character(char32_t c) {
  return is_digit(c) || c == '.' || c == ',' || c == ':';
}

bool is_group(const Flow& flow, std::size_t space) {
  return is_space(at(flow, space)) && is_digit(at(flow, space + 1)) && is_digit(at(flow, space + 2)) &&
         is_digit(at(flow, space + 3)) && !is_digit(at(flow, space + 4));
}

std::string digits_between(const Flow& flow, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_space(flow[i].value)) text += static_cast<char>(flow[i].value);
  }
  return text;
}

struct Number {
  std::size_t begin = 0, end = 0;
  std::string text;  // without spaces
};

// The number that ends at `end`; with its groups of three when `grouped` (10 000).
std::optional<Number> number_before(const Flow& flow, std::size_t end, bool grouped) {
  std::size_t begin = end;
  while (begin > 0 && is_number_character(flow[begin - 1].value)) --begin;
  while (begin < end && !is_digit(flow[begin].value)) ++begin;
  while (grouped && begin >= 2 && is_group(flow, begin - 1) && is_digit(flow[begin - 2].value)) {
    --begin;
    while (begin > 0 && is_digit(flow[begin - 1].value)) --begin;
  }
  if (begin == end || !is_digit(flow[end - 1].value) || !opens(before(flow, begin))) return std::nullopt;
  // "+46 8-123": a telephone number.
  std::size_t country = begin;
  while (country > 0 && (is_digit(flow[country - 1].value) || is_space(flow[country - 1].value))) --country;
  if (before(flow, country) == '+') return std::nullopt;
  return Number{begin, end, digits_between(flow, begin, end)};
}

bool ends_number(const Flow& flow, std::size_t end) {
  const char32_t next = at(flow, end);
  if (is_space(next)) return !is_digit(at(flow, end + 1));
  if (next == '-' || next == 0x2010 || next == 0x2011)
    return is_word_character(at(flow, end + 1)) && !is_digit(at(flow, end + 1));
  return !is_word_character(next) && next != '/' && next != dash && next != '@' && next != '_' &&
         next != something_else;
}

std::optional<Number> number_after(const Flow& flow, std::size_t begin) {
  std::size_t end = begin;
  while (is_number_character(at(flow, end))) ++end;
  while (end > begin && !is_digit(flow[end - 1].value)) --end;
  while (end > begin && is_group(flow, end)) end += 4;
  if (end == begin || !is_digit(flow[begin].value) || !ends_number(flow, end)) return std::nullopt;
  return Number{begin, end, digits_between(flow, begin, end)};
}

bool all_digits(const std::string& text) {
  return text.find_first_not_of("0123456789") == std::string::npos;
}

// 9.00 or 09:00
bool is_time(const std::string& text) {
  const std::size_t point = text.find_first_of(".:");
  return point != std::string::npos && (point == 1 || point == 2) && text.size() == point + 3 &&
         all_digits(text.substr(0, point)) && all_digits(text.substr(point + 1)) && std::stoi(text) <= 24 &&
         text[point + 1] < '6';
}

bool is_year(const std::string& text) {
  return text.size() == 4 && all_digits(text) && text >= "1700" && text <= "2199";
}

// A number of at most nine digits, with a decimal comma or none.
std::optional<double> value_of(const std::string& text) {
  const std::size_t comma = text.find(',');
  const std::string whole = text.substr(0, comma);
  if (whole.empty() || whole.size() > 9 || !all_digits(whole) || (whole.size() > 1 && whole.front() == '0'))
    return std::nullopt;
  double value = std::stod(whole);
  if (comma == std::string::npos) return value;
  const std::string decimals = text.substr(comma + 1);
  if (decimals.empty() || decimals.size() > 6 || !all_digits(decimals)) return std::nullopt;
  double weight = 0.1;
  for (const char digit : decimals) {
    value += (digit - '0') * weight;
    weight /= 10;
  }
  return value;
}

bool is_range(const std::string& from, const std::string& to) {
  if (is_time(from) && is_time(to)) return true;
  if (is_year(from) && all_digits(to)) {
    // 2024-25; but 2009-12 may be December, and 2024-3456 is a diary number.
    if (to.size() == 2) return to > "12" && to > from.substr(2);
    return is_year(to) && from < to;
  }
  const auto low = value_of(from), high = value_of(to);
  return low && high && *low < *high;
}

bool is_range_at(const Flow& flow, std::size_t left_end, std::size_t right_begin) {
  const auto to = number_after(flow, right_begin);
  if (!to) return false;
  for (const bool grouped : {false, true}) {
    const auto from = number_before(flow, left_end, grouped);
    if (from && is_range(from->text, to->text)) return true;
  }
  return false;
}

// A run of one to three hyphens between two spaces, with words on both sides.
std::size_t spaced_run(const Flow& flow, std::size_t i) {
  std::size_t end = i;
  while (at(flow, end) == '-' && !flow[end].fixed) ++end;
  const bool spaced = end - i <= 3 && i >= 2 && is_space(before(flow, i)) && is_space(at(flow, end)) &&
                      end + 1 < flow.size() && !is_space(flow[i - 2].value) && !is_space(flow[end + 1].value);
  return spaced ? end - i : 0;
}

void set_spaced_dash(Flow& flow, std::size_t i, std::size_t length, std::vector<Edit>& edits) {
  const bool figures = is_digit(flow[i - 2].value) && is_digit(flow[i + length + 1].value);
  const bool range =
      figures && !flow[i - 1].fixed && !flow[i + length].fixed && is_range_at(flow, i - 1, i + length + 1);
  if (figures && !range) return;  // a minus, perhaps
  flow[i].value = dash;
  if (range) remove_character(flow, i + length, edits);
  for (std::size_t extra = length; extra > 1; --extra) remove_character(flow, i + extra - 1, edits);
  if (range) remove_character(flow, i - 1, edits);
}

}  // namespace

void set_dashes(Flow& flow, std::vector<Edit>& edits) {
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (flow[i].value != '-' || flow[i].fixed) continue;
    if (const std::size_t length = spaced_run(flow, i); length > 0)
      set_spaced_dash(flow, i, length, edits);
    else if (is_digit(before(flow, i)) && is_digit(at(flow, i + 1)) && is_range_at(flow, i, i + 1))
      flow[i].value = dash;
  }
}

}  // namespace vav
