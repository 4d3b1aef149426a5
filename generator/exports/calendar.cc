#include "exports/calendar.h"

#include <fmt/format.h>

#include "base/check.h"

namespace vav {
namespace {

// Bytes of a line without its end (RFC 5545, 3.1).
constexpr std::size_t longest_line = 75;
constexpr std::string_view line_end = "\r\n";

// RFC 5545, 3.3.11. Other control characters may not stand in a text.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    if (c == '\n')
      result += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t')
      result += c;
  }
  return result;
}

bool is_inside_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string day_text(const Date& day) {
  return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

class CalendarWriter {
 public:
  std::string write(const Calendar& calendar) {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", escaped(calendar.product));
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", escaped(calendar.title));
    line("X-WR-TIMEZONE", escaped(calendar.time_zone));
    for (const CalendarDay& one : calendar.days) day(one);
    line("END", "VCALENDAR");
    return std::move(text_);
  }

 private:
  void day(const CalendarDay& one) {
    line("BEGIN", "VEVENT");
    line("UID", escaped(one.uid));
    line("DTSTAMP", day_text(one.stamp) + "T000000Z");
    line("DTSTART;VALUE=DATE", day_text(one.day));
    // The day after is the first that is no part of it.
    line("DTEND;VALUE=DATE", day_text(next_day(one.day)));
    line("SUMMARY", escaped(one.title));
    if (!one.description.empty()) line("DESCRIPTION", escaped(one.description));
    if (!one.category.empty()) line("CATEGORIES", escaped(one.category));
    if (!one.url.empty()) line("URL", one.url);
    line("TRANSP", "TRANSPARENT");
    line("END", "VEVENT");
  }

  // Folded where it is too long, never within a character.
  void line(std::string_view name, std::string_view value) {
    const std::string whole = fmt::format("{}:{}", name, value);
    std::size_t begin = 0;
    std::size_t room = longest_line;
    while (whole.size() - begin > room) {
      std::size_t end = begin + room;
      while (is_inside_character(whole[end])) --end;
      text_.append(whole, begin, end - begin).append(line_end).append(" ");
      begin = end;
      room = longest_line - 1;  // the blank that goes on a line counts
    }
    text_.append(whole, begin).append(line_end);
  }

  std::string text_;
};

}  // namespace

std::string calendar_text(const Calendar& calendar) {
  VAV_CHECK(!calendar.days.empty());
  return CalendarWriter().write(calendar);
}

}  // namespace vav
