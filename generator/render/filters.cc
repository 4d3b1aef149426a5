#include "render/filters.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/date.h"
#include "base/text.h"
#include "render/render_site.h"

namespace vav {
namespace {

std::string printed(const Value& value) {
  if (const auto* integer = value.integer()) return fmt::format("{}", *integer);
  if (const Markup* markup = value.markup()) return markup->html;
  return value.text_or_empty();
}

Value format_text(const Value& input, std::span<const Value> arguments, Wording& failure) {
  if (!input.is_text()) failure = say("format needs a text to fill");
  std::string text = input.text_or_empty();
  for (std::size_t i = 0; i < arguments.size(); ++i)
    text = replace_all(text, fmt::format("{{{}}}", i), printed(arguments[i]));
  return text;
}

Value link_to(const Value& input, const PagePlace& place, Wording& failure) {
  const std::string& address = input.text_or_empty();
  if (address.empty()) failure = say("link needs an address, not a {}", type_word(input));
  for (const std::string_view scheme : {"http://", "https://", "mailto:"}) {
    if (address.starts_with(scheme)) return address;
  }
  const std::size_t hash = std::min(address.find('#'), address.size());
  if (address.substr(0, hash) == place.address && hash < address.size()) return address.substr(hash);
  return place.root.empty() ? relative_link(place.address, address, place.target)
                            : place.root + shown_address(address, place.target);
}

// Search engines and people are given the address that ends in "/", which every server understands.
Value url_of(const Value& input, const PagePlace& place, Wording& failure) {
  const std::string& address = input.text_or_empty();
  if (address.empty()) failure = say("url needs an address, not a {}", type_word(input));
  return place.base_url.empty() ? "" : place.base_url + shown_address(address, Target::web);
}

Value integrity(const Value& input, const Integrities& integrities) {
  const auto known = integrities.find(input.text_or_empty());
  return known == integrities.end() ? "" : known->second;
}

}  // namespace

const std::vector<std::string>& render_filter_names() {
  static const std::vector<std::string> names = {"link", "url", "integrity", "words", "format"};
  return names;
}

FilterTable render_filters(const PagePlace& place, const Integrities& integrities) {
  return {{"link", [place](const Value& input, std::span<const Value>,
                           Wording& failure) { return link_to(input, place, failure); }},
          {"url", [place](const Value& input, std::span<const Value>,
                          Wording& failure) { return url_of(input, place, failure); }},
          {"integrity", [&integrities](const Value& input, std::span<const Value>,
                                       Wording&) { return integrity(input, integrities); }},
          {"words",
           [language = place.language](const Value& input, std::span<const Value>, Wording& failure) -> Value {
             const auto date = parse_date(input.text_or_empty());
             if (!date) failure = say("words needs a date such as 2025-05-08");
             return date ? in_words(*date, language) : "";
           }},
          {"format", format_text}};
}

}  // namespace vav
