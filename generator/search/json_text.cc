#include "search/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

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

void append_number(std::string& out, std::size_t number) {
  std::array<char, 24> digits{};
  auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void append_thousandths(std::string& out, double thousandths) {
  if (!std::isfinite(thousandths)) {
    out += "null";
    return;
  }
  if (thousandths < 0) out += '-';
  const auto whole = static_cast<std::uint64_t>(std::fabs(thousandths));
  append_number(out, whole / 1000);
  std::uint64_t rest = whole % 1000;
  if (rest == 0) return;
  out += '.';
  for (std::uint64_t unit = 100; rest > 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

}  // namespace vav
