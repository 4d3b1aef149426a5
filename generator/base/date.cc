#include "base/date.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include "base/text.h"

namespace vav {
namespace {

std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Date date_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day parts(day);
  return {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
          static_cast<int>(static_cast<unsigned>(parts.day()))};
}

std::chrono::sys_days day_of(const Date& date) {
  return std::chrono::year(date.year) / date.month / date.day;
}

std::optional<Date> source_date_epoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr) return std::nullopt;
  const std::string_view all(text);
  std::int64_t seconds = 0;
  const auto [stop, error] = std::from_chars(all.data(), all.data() + all.size(), seconds);
  if (error != std::errc() || stop != all.data() + all.size()) return std::nullopt;
  return date_of(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

}  // namespace

std::string Date::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<Date> parse_date(std::string_view text) {
  const auto parts = split(text, '-');
  if (parts.empty() || parts.size() > 3) return std::nullopt;
  Date date;
  const auto year = digits(parts[0], 4);
  if (!year || *year < 1000) return std::nullopt;
  date.year = *year;
  if (parts.size() > 1) {
    const auto month = digits(parts[1], 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (parts.size() > 2) {
    const auto day = digits(parts[2], 2);
    if (!day) return std::nullopt;
    date.day = *day;
    const std::chrono::year_month_day whole(std::chrono::year(date.year),
                                            std::chrono::month(static_cast<unsigned>(date.month)),
                                            std::chrono::day(static_cast<unsigned>(date.day)));
    if (!whole.ok()) return std::nullopt;
  }
  return date;
}

Date plus_months(const Date& date, int months) {
  namespace chrono = std::chrono;
  const auto month =
      chrono::year(date.year) / chrono::month(static_cast<unsigned>(date.month)) + chrono::months(months);
  const auto last = static_cast<int>(static_cast<unsigned>((month / chrono::last).day()));
  return {static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())),
          std::min(date.day, last)};
}

Date next_day(const Date& date) {
  return date_of(day_of(date) + std::chrono::days(1));
}

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((day_of(to) - day_of(from)).count());
}

std::string in_words(const Date& date, const std::string& language) {
  if (date.month == 0) return date.iso();
  UErrorCode status = U_ZERO_ERROR;
  const char* pattern = date.day == 0 ? "MMMM y" : "d\u00A0MMMM y";
  icu::SimpleDateFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(language.c_str()), status);
  // A fixed zone on both sides: the day written is the day shown.
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  calendar.set(date.year, date.month - 1, date.day == 0 ? 1 : date.day);
  icu::UnicodeString words;
  format.format(calendar.getTime(status), words);
  std::string result;
  return U_SUCCESS(status) ? words.toUTF8String(result) : date.iso();
}

Date today() {
  if (const auto fixed = source_date_epoch()) return *fixed;
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(icu::TimeZone::createTimeZone("Europe/Stockholm"), status);
  return {calendar.get(UCAL_YEAR, status), calendar.get(UCAL_MONTH, status) + 1, calendar.get(UCAL_DATE, status)};
}

}  // namespace vav
