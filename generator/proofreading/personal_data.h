// Personal data in running text: identity numbers, mailboxes and telephone numbers, as they are written in Sweden.
// Knows the forms alone; what is allowed is decided by who asks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

// Bytes of the text that was searched.
struct PersonalDatum {
  std::size_t offset = 0, length = 0;
};

// YYMMDD-XXXX or YYYYMMDD-XXXX, with a dash, a plus or nothing between; a day of the calendar (plus 60 in a
// coordination number) and the right check digit.
std::vector<PersonalDatum> find_personal_numbers(std::string_view text);

// Everything with the form of an e-mail address.
std::vector<PersonalDatum> find_emails(std::string_view text);
// A mailbox of a role or office by its words (info@, registrator@, uka@uka.se), or of a domain kept for examples.
bool is_functional_email(std::string_view email);

// 0XX-XXX XX XX, +46 …, 0046 … and bare numbers of mobile telephones.
std::vector<PersonalDatum> find_phones(std::string_view text);
// The digits as they are dialled in Sweden: "+46 (0)8-123 45 67" -> "081234567".
std::string dialled(std::string_view phone);

}  // namespace vav
