// A calendar as text: iCalendar, RFC 5545. Of whole days alone, so that no time zone is needed to read it.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace vav {

struct CalendarDay {
  std::string uid;                           // never changes, and is nobody else's: x@example.se
  Date day;                                  // whole
  Date stamp;                                // whole: when what is said of it was last changed
  std::string title, description, category;  // plain text; the last two may be ""
  std::string url;                           // "" = nobody knows
};

struct Calendar {
  std::string product;  // who makes it: -//example.se//vav//SV
  std::string title;
  std::string time_zone;  // in which the days are days: Europe/Stockholm
  std::vector<CalendarDay> days;
};

// REQUIRES: at least one day, without which a calendar is none.
std::string calendar_text(const Calendar& calendar);

}  // namespace vav
