#include "render/filters.h"

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

Value link_to(const Value& input, const std::string& page_address, const std::string& root, Wording& failure) {
  const std::string& address = input.text_or_empty();
  if (address.empty()) failure = say("link needs an address, not a {}", type_word(input));
  for (const std::string_view scheme : {"http://", "https://", "mailto:"}) {
    if (address.starts_with(scheme)) return address;
  }
  const std::size_t hash = address.find('#');
  const std::string path = address.substr(0, hash);
  const std::string fragment = hash == std::string::npos ? "" : address.substr(hash);
  if (path == page_address && !fragment.empty()) return fragment;
  return (root.empty() ? relative_link(page_address, path) : root + path) + fragment;
}

}  // namespace

const std::vector<std::string>& render_filter_names() {
  static const std::vector<std::string> names = {"link", "words", "format"};
  return names;
}

FilterTable render_filters(const std::string& page_address, const std::string& language, const std::string& root) {
  return {{"link", [page_address, root](const Value& input, std::span<const Value>,
                                        Wording& failure) { return link_to(input, page_address, root, failure); }},
          {"words",
           [language](const Value& input, std::span<const Value>, Wording& failure) -> Value {
             const auto date = parse_date(input.text_or_empty());
             if (!date) failure = say("words needs a date such as 2025-05-08");
             return date ? in_words(*date, language) : "";
           }},
          {"format", format_text}};
}

}  // namespace vav
