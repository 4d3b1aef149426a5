#include "exports/calendar.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace vav {
namespace {

Calendar one_day(const std::string& title, const std::string& day = "2025-05-08") {
  return {
      .product = "-//x//vav//sv",
      .title = "T",
      .time_zone = "Europe/Stockholm",
      .days = {{.uid = "a.date@x.se", .day = *parse_date(day), .stamp = *parse_date("2026-11-22"), .title = title}}};
}

TEST(Calendar, AWholeDay) {
  EXPECT_EQ(calendar_text(one_day("Träff 2")),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//vav//sv\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:T\r\n"
            "X-WR-TIMEZONE:Europe/Stockholm\r\nBEGIN:VEVENT\r\nUID:a.date@x.se\r\nDTSTAMP:20261122T000000Z\r\n"
            "DTSTART;VALUE=DATE:20250508\r\nDTEND;VALUE=DATE:20250509\r\nSUMMARY:Träff 2\r\nTRANSP:TRANSPARENT\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(Calendar, TheDayAfterTheLastOfAYear) {
  EXPECT_NE(calendar_text(one_day("x", "2024-12-31")).find("DTEND;VALUE=DATE:20250101\r\n"), std::string::npos);
  EXPECT_NE(calendar_text(one_day("x", "2024-02-28")).find("DTEND;VALUE=DATE:20240229\r\n"), std::string::npos);
}

TEST(Calendar, EscapesWhatMeansSomething) {
  EXPECT_NE(calendar_text(one_day("a, b; c\\d\ne\x01")).find("SUMMARY:a\\, b\\; c\\\\d\\ne\r\n"), std::string::npos);
}

// Whatever the length and the characters: no line above 75 bytes, no character cut, and the whole comes back.
TEST(Calendar, FoldsLongLines) {
  for (std::size_t length = 60; length < 240; ++length) {
    std::string title;
    while (title.size() < length) title += title.size() % 7 == 3 ? "å" : title.size() % 11 == 5 ? "€" : "x";
    const std::string text = calendar_text(one_day(title));
    std::string unfolded;
    const std::string lines = replace_all(text, "\r\n", "\n");
    for (const std::string_view line : split(lines, '\n')) {
      ASSERT_LE(line.size(), 75U);
      ASSERT_FALSE(find_invalid_utf8(line));
    }
    unfolded = replace_all(text, "\r\n ", "");
    ASSERT_NE(unfolded.find("SUMMARY:" + title + "\r\n"), std::string::npos);
  }
}

}  // namespace
}  // namespace vav
