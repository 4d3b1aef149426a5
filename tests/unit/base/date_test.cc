#include "base/date.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Date, WholeAndPartial) {
  EXPECT_EQ(parse_date("2025-05-08"), (Date{2025, 5, 8}));
  EXPECT_EQ(parse_date("2025-05"), (Date{2025, 5, 0}));
  EXPECT_EQ(parse_date("2025"), (Date{2025, 0, 0}));
  EXPECT_EQ(parse_date("2024-02-29")->iso(), "2024-02-29");
}

TEST(Date, RefusesWhatIsNoDayOfTheCalendar) {
  for (const char* bad :
       {"2025-02-29", "2025-13-01", "2025-00", "2025-5-8", "25-05-08", "2025-05-08T10", "", "-", "2025-", "x"}) {
    EXPECT_EQ(parse_date(bad), std::nullopt) << bad;
  }
}

TEST(Date, InWordsOfTheLanguage) {
  EXPECT_EQ(in_words({2025, 5, 8}, "sv"), "8\u00A0maj 2025");
  EXPECT_EQ(in_words({2024, 12, 0}, "sv"), "december 2024");
  EXPECT_EQ(in_words({2025, 0, 0}, "sv"), "2025");
  EXPECT_EQ(in_words({2025, 5, 8}, "en"), "8\u00A0May 2025");
}

TEST(Date, PartialSortsBeforeItsDays) {
  EXPECT_LT((Date{2025, 0, 0}), (Date{2025, 1, 1}));
}

TEST(Today, ObeysSourceDateEpoch) {
  setenv("SOURCE_DATE_EPOCH", "86400", 1);
  EXPECT_EQ(today().iso(), "1970-01-02");
  unsetenv("SOURCE_DATE_EPOCH");
}

TEST(Date, MonthsLater) {
  EXPECT_EQ(plus_months({2025, 1, 31}, 1), (Date{2025, 2, 28}));
  EXPECT_EQ(plus_months({2023, 12, 31}, 2), (Date{2024, 2, 29}));
  EXPECT_EQ(plus_months({2025, 5, 8}, 24), (Date{2027, 5, 8}));
  EXPECT_EQ(plus_months({2025, 5, 8}, 0), (Date{2025, 5, 8}));
}

TEST(DaysBetween, CountsOverLeapYearsAndBackwards) {
  EXPECT_EQ(days_between({2024, 2, 28}, {2024, 3, 1}), 2);
  EXPECT_EQ(days_between({2025, 1, 14}, {2026, 1, 15}), 366);
  EXPECT_EQ(days_between({2026, 1, 2}, {2026, 1, 1}), -1);
}

}  // namespace
}  // namespace vav
