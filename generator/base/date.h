// Dates of the Gregorian calendar, whole or partial, as people write them: 2025-05-08, 2025-05, 2025.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vav {

struct Date {
  int year = 0;   // 1000..9999
  int month = 0;  // 1..12; 0 = not known
  int day = 0;    // 1..31; 0 = not known

  bool whole() const { return day != 0; }
  std::string iso() const;  // "2025-05-08", "2025-05" or "2025"
  friend auto operator<=>(const Date&, const Date&) = default;
};

// nullopt when the text is not of that form or not a day of the calendar ("2025-02-30").
std::optional<Date> parse_date(std::string_view text);

// The same day so many months later; the last day of the month where it has no such day. REQUIRES: date.whole(),
// months >= 0.
Date plus_months(const Date& date, int months);

// The day after. REQUIRES: date.whole().
Date next_day(const Date& date);

// Days from one day to another; below 0 when `to` is the earlier one. REQUIRES: both whole.
int days_between(const Date& from, const Date& to);

// "8 maj 2025", "maj 2025", "2025" in a language, with a no-break space between day and month.
std::string in_words(const Date& date, const std::string& language);

// Today in Europe/Stockholm, or the day (UTC) of SOURCE_DATE_EPOCH when that is set. The one place that looks at a
// clock.
Date today();

}  // namespace vav
