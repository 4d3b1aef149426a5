#include "audit/policy.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vav {
namespace {

constexpr std::array<std::string_view, 4> harmless = {"'none'", "'self'", "blob:", "file:"};

}  // namespace

Wording fault_of_policy(std::string_view policy) {
  bool is_closed = false;
  for (const std::string_view directive : split(policy, ';')) {
    const auto words = split(trim(directive), ' ');
    const std::string_view name = words.front();
    if (name == "default-src" && words.size() == 2 && words[1] == "'none'") is_closed = true;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool is_data = words[i] == "data:" && (name == "img-src" || name == "font-src");
      // Rules of style that stand in the page itself are held against this hash (read_html.cc).
      const bool is_hash = name == "style-src" && words[i].starts_with("'sha384-");
      if (words[i].empty() || is_data || is_hash || std::ranges::find(harmless, words[i]) != harmless.end()) continue;
      return say("the content security policy of the page lets in {}", words[i]);
    }
  }
  return is_closed ? Wording{} : say("the content security policy of the page does not begin with default-src 'none'");
}

}  // namespace vav
