#include "typography/tags.h"

#include <algorithm>
#include <array>

#include "typography/flow.h"

namespace vav {
namespace {

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

struct Element {
  std::string_view name;
  TextRole role;
  bool empty = false;  // void: it has no end tag
};

// Those that are no blocks with text in them, by name.
constexpr std::array<Element, 55> elements = {{
    {"a", TextRole::line},
    {"abbr", TextRole::line},
    {"area", TextRole::block, true},
    {"audio", TextRole::apart},
    {"b", TextRole::line},
    {"base", TextRole::block, true},
    {"bdi", TextRole::line},
    {"bdo", TextRole::line},
    {"br", TextRole::block, true},
    {"button", TextRole::apart},
    {"canvas", TextRole::apart},
    {"cite", TextRole::line},
    {"code", TextRole::verbatim},
    {"col", TextRole::block, true},
    {"data", TextRole::line},
    {"del", TextRole::line},
    {"dfn", TextRole::line},
    {"em", TextRole::line},
    {"embed", TextRole::block, true},
    {"font", TextRole::line},
    {"hr", TextRole::block, true},
    {"i", TextRole::line},
    {"iframe", TextRole::apart},
    {"img", TextRole::apart, true},
    {"input", TextRole::apart, true},
    {"ins", TextRole::line},
    {"kbd", TextRole::verbatim},
    {"label", TextRole::apart},
    {"link", TextRole::block, true},
    {"mark", TextRole::line},
    {"math", TextRole::verbatim},
    {"meta", TextRole::block, true},
    {"object", TextRole::apart},
    {"picture", TextRole::apart},
    {"pre", TextRole::verbatim},
    {"q", TextRole::line},
    {"s", TextRole::line},
    {"samp", TextRole::verbatim},
    {"script", TextRole::verbatim},
    {"select", TextRole::apart},
    {"small", TextRole::line},
    {"source", TextRole::block, true},
    {"span", TextRole::line},
    {"strong", TextRole::line},
    {"style", TextRole::verbatim},
    {"sub", TextRole::apart},
    {"sup", TextRole::apart},
    {"svg", TextRole::apart},
    {"textarea", TextRole::verbatim},
    {"time", TextRole::line},
    {"track", TextRole::block, true},
    {"u", TextRole::line},
    {"var", TextRole::line},
    {"video", TextRole::apart},
    {"wbr", TextRole::line, true},
}};

static_assert(std::ranges::is_sorted(elements, {}, &Element::name));

const Element* find_element(std::string_view name) {
  const auto found = std::ranges::lower_bound(elements, name, {}, &Element::name);
  return found != elements.end() && found->name == name ? &*found : nullptr;
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
  const Element* element = find_element(tag.name);
  if (element != nullptr) tag.role = element->role;
  tag.empty = !tag.closes && (tag.empty || (element != nullptr && element->empty));
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
