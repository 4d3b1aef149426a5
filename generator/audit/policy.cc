#include "audit/policy.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vav {
namespace {

// Workers are made of what the page has loaded; forms are sent to the site's own search, from disk too.
bool is_harmless(std::string_view directive, std::string_view word) {
  return word == "'none'" || (word == "'self'" && directive != "base-uri") ||
         (word == "blob:" && directive == "worker-src") || (word == "file:" && directive == "form-action");
}

}  // namespace

Wording fault_of_policy(std::string_view policy) {
  bool is_closed = false, holds_base = false, holds_forms = false;
  for (const std::string_view directive : split(policy, ';')) {
    const auto words = split(trim(directive), ' ');
    const std::string_view name = words.front();
    if (name == "default-src" && words.size() == 2 && words[1] == "'none'") is_closed = true;
    // Neither falls back on default-src.
    if (name == "base-uri") holds_base = true;
    if (name == "form-action") holds_forms = true;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool is_data = words[i] == "data:" && (name == "img-src" || name == "font-src");
      // Rules of style that stand in the page itself are held against this hash (read_html.cc).
      const bool is_hash = name == "style-src" && words[i].starts_with("'sha384-");
      if (words[i].empty() || is_data || is_hash || is_harmless(name, words[i])) continue;
      return say("the content security policy of the page lets in {}", words[i]);
    }
  }
  if (!is_closed) return say("the content security policy of the page does not begin with default-src 'none'");
  if (!holds_base || !holds_forms) return say("the content security policy of the page lacks base-uri or form-action");
  return {};
}

}  // namespace vav
