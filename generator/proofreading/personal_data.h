// Personal data in running text, beside identity numbers (base/personal_number.h): mailboxes and telephone numbers, as
// they are written in Sweden.
// Knows the forms alone; what is allowed is decided by who asks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/personal_number.h"

namespace vav {

// Everything with the form of an e-mail address.
std::vector<PersonalDatum> find_emails(std::string_view text);
// A mailbox of a role or office by its words (info@, registrator@, uka@uka.se), or of a domain kept for examples.
bool is_functional_email(std::string_view email);

// 0XX-XXX XX XX, +46 …, 0046 … and bare numbers of mobile telephones.
std::vector<PersonalDatum> find_phones(std::string_view text);
// The digits as they are dialled in Sweden: "+46 (0)8-123 45 67" -> "081234567".
std::string dialled(std::string_view phone);

}  // namespace vav
