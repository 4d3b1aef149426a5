#include "search/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/text.h"

namespace vav {
namespace {

void append_unit_escape(std::string& out, char16_t unit) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[static_cast<std::size_t>(unit >> shift) & 15U];
}

void append_ascii(std::string& out, char16_t unit) {
  switch (unit) {
    case u'"':
      out += "\\\"";
      return;
    case u'\\':
      out += "\\\\";
      return;
    case u'\b':
      out += "\\b";
      return;
    case u'\t':
      out += "\\t";
      return;
    case u'\n':
      out += "\\n";
      return;
    case u'\f':
      out += "\\f";
      return;
    case u'\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (unit < 0x20) {
    append_unit_escape(out, unit);
  } else {
    out += static_cast<char>(unit);
  }
}

bool is_high(char16_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(char16_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

void append_json_string(std::string& out, std::u16string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    if (unit < 0x80) {
      append_ascii(out, unit);
    } else if (is_high(unit) && i + 1 < text.size() && is_low(text[i + 1])) {
      append_utf8(out, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (text[i + 1] - 0xDC00)));
      ++i;
    } else if (is_high(unit) || is_low(unit)) {
      append_unit_escape(out, unit);
    } else {
      append_utf8(out, unit);
    }
  }
  out += '"';
}

std::size_t number_size(std::size_t number) {
  std::size_t digits = 1;
  for (; number >= 10; number /= 10) ++digits;
  return digits;
}

char* write_number(char* at, std::size_t number) {
  return std::to_chars(at, at + std::numeric_limits<std::size_t>::digits10 + 1, number).ptr;
}

std::size_t thousandths_size(double thousandths) {
  if (!std::isfinite(thousandths)) return 4;
  const auto whole = static_cast<std::uint64_t>(std::fabs(thousandths));
  const std::size_t size = number_size(whole / 1000) + (thousandths < 0 ? 1 : 0);
  if (whole % 1000 == 0) return size;
  if (whole % 100 == 0) return size + 2;
  return size + (whole % 10 == 0 ? 3 : 4);
}

char* write_thousandths(char* at, double thousandths) {
  if (!std::isfinite(thousandths)) return std::copy_n("null", 4, at);
  if (thousandths < 0) *at++ = '-';
  const auto whole = static_cast<std::uint64_t>(std::fabs(thousandths));
  at = write_number(at, whole / 1000);
  std::uint64_t rest = whole % 1000;
  if (rest == 0) return at;
  *at++ = '.';
  for (std::uint64_t unit = 100; rest > 0; unit /= 10) {
    *at++ = static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
  return at;
}

}  // namespace vav
