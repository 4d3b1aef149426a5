#include "typography/tags.h"

#include <algorithm>
#include <array>

#include "typography/flow.h"

namespace vav {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 13> names = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                                             "input", "link", "meta", "source", "track", "wbr"};
  return is_one_of(name, names);
}

// Attributes up to the ">" of a tag; a ">" in quotation marks ends nothing.
void read_attributes(std::string_view html, std::size_t at, Tag& tag) {
  while (at < html.size() && html[at] != '>') {
    if (is_white(html[at]) || html[at] == '/' || html[at] == '=') {
      tag.empty = html[at] == '/';
      ++at;
      continue;
    }
    tag.empty = false;
    const std::size_t name_begin = at;
    while (at < html.size() && !is_white(html[at]) && html[at] != '=' && html[at] != '>' && html[at] != '/') ++at;
    const std::string_view name = html.substr(name_begin, at - name_begin);
    if (at >= html.size() || html[at] != '=') continue;
    ++at;
    const bool quoted = at < html.size() && (html[at] == '"' || html[at] == '\'');
    const std::size_t value_begin = quoted ? at + 1 : at;
    std::size_t value_end = quoted ? html.find(html[at], value_begin) : html.find_first_of(" \n\t\r\f>", value_begin);
    value_end = std::min(value_end, html.size());
    if (name == "lang") tag.language = html.substr(value_begin, value_end - value_begin);
    at = std::min(value_end + (quoted ? 1 : 0), html.size());
  }
  tag.end = std::min(at + 1, html.size());
}

std::size_t behind(std::string_view html, std::string_view what, std::size_t from) {
  const std::size_t found = html.find(what, from);
  return found == std::string_view::npos ? html.size() : found + what.size();
}

}  // namespace

bool is_verbatim(std::string_view name) {
  static constexpr std::array<std::string_view, 8> names = {"code", "pre",  "script", "style",
                                                            "kbd",  "samp", "math",   "textarea"};
  return is_one_of(name, names);
}

bool is_inline(std::string_view name) {
  static constexpr std::array<std::string_view, 22> names = {
      "a", "abbr", "b",    "bdi", "bdo", "cite",  "data", "del",    "dfn",  "em", "font",
      "i", "ins",  "mark", "q",   "s",   "small", "span", "strong", "time", "u",  "var"};
  return is_one_of(name, names) || name == "wbr";
}

bool stands_apart(std::string_view name) {
  static constexpr std::array<std::string_view, 14> names = {"img",   "svg",     "sup",    "sub",    "button",
                                                             "input", "select",  "label",  "object", "video",
                                                             "audio", "picture", "canvas", "iframe"};
  return is_one_of(name, names) || is_verbatim(name);
}

std::optional<Tag> read_tag(std::string_view html, std::size_t begin) {
  Tag tag;
  const std::string_view rest = html.substr(begin);
  if (rest.starts_with("<!--")) {
    tag.end = behind(html, "-->", begin + 4);
    return tag;
  }
  if (rest.starts_with("<!") || rest.starts_with("<?")) {
    tag.end = behind(html, ">", begin);
    return tag;
  }
  tag.closes = rest.starts_with("</");
  const std::size_t name_begin = begin + (tag.closes ? 2 : 1);
  if (name_begin >= html.size() || !is_letter(html[name_begin])) return std::nullopt;
  const std::size_t name_end = std::min(html.find_first_of(" \n\t\r\f/>", name_begin), html.size());
  tag.name = in_lower_case(html.substr(name_begin, name_end - name_begin));
  read_attributes(html, name_end, tag);
  tag.empty = !tag.closes && (tag.empty || is_void(tag.name));
  // What stands in these is text to a browser, whatever it looks like.
  const bool raw = tag.name == "script" || tag.name == "style" || tag.name == "textarea";
  if (raw && !tag.closes) {
    tag.end = std::min(html.find("</" + tag.name, tag.end), html.size());
    tag.end = behind(html, ">", tag.end);
    tag.empty = true;
  }
  return tag;
}

Reference read_reference(std::string_view html, std::size_t begin) {
  struct Known {
    std::string_view text;
    char32_t character;
  };
  // Those that escaping writes, and those that people write in templates.
  static constexpr std::array<Known, 16> all = {{{"&quot;", '"'},
                                                 {"&#34;", '"'},
                                                 {"&#39;", '\''},
                                                 {"&apos;", '\''},
                                                 {"&amp;", '&'},
                                                 {"&lt;", '<'},
                                                 {"&gt;", '>'},
                                                 {"&nbsp;", no_break_space},
                                                 {"&#160;", no_break_space},
                                                 {"&ndash;", 0x2013},
                                                 {"&mdash;", 0x2014},
                                                 {"&hellip;", 0x2026},
                                                 {"&lsquo;", 0x2018},
                                                 {"&rsquo;", 0x2019},
                                                 {"&ldquo;", 0x201C},
                                                 {"&rdquo;", 0x201D}}};
  for (const Known& one : all) {
    if (html.substr(begin).starts_with(one.text)) return {one.character, one.text.size()};
  }
  return {'&', 1};
}

}  // namespace vav
