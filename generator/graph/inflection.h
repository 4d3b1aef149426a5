// The forms in which a name stands in running text: UKÄ, UKÄ:s; validering, valideringen, valideringens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vav {

// All forms of a name in a language, itself first. `word`: an ordinary noun, which stands in the definite and the
// plural too; other names only in the genitive. Makes some forms that no one writes, and not every form: the rest are
// aliases.
std::vector<std::string> forms_of_name(std::string_view name, std::string_view language, bool word);

// UKÄ, STEM, MSV KLL: two capitals or more, and no small letter.
bool is_abbreviation(std::string_view name);

// No capital in it.
bool is_lower_case(std::string_view name);

}  // namespace vav
