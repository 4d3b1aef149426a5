// Whatever an author writes: no crash, no HTML but our own, tags in pairs, ids that stand once.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "markdown/document.h"

namespace {

void require(bool condition, const char* what, const std::string& html) {
  if (condition) return;
  std::fprintf(stderr, "%s:\n%s\n", what, html.c_str());
  std::abort();
}

// Text is escaped, so each "<" starts a tag of ours.
void check_tags(const std::string& html) {
  static const std::set<std::string, std::less<>> known_tags = {
      "a",      "blockquote", "br",    "code",  "del",   "div", "em",    "h2", "h3",  "h4",
      "h5",     "h6",         "hr",    "img",   "input", "li",  "ol",    "p",  "pre", "section",
      "strong", "sup",        "table", "tbody", "td",    "th",  "thead", "tr", "ul"};
  static const std::set<std::string, std::less<>> void_tags = {"br", "hr", "img", "input"};
  std::vector<std::string> open;
  std::set<std::string> ids;
  for (std::size_t start = html.find('<'); start != std::string::npos; start = html.find('<', start + 1)) {
    const std::size_t end = html.find('>', start);
    require(end != std::string::npos, "a tag without an end", html);
    const bool closes = html[start + 1] == '/';
    const std::size_t name_start = start + (closes ? 2 : 1);
    const std::string name = html.substr(name_start, html.find_first_of(" >", name_start) - name_start);
    require(known_tags.contains(name), "a tag that is not ours", html);
    if (closes) {
      require(!open.empty() && open.back() == name, "tags that do not pair", html);
      open.pop_back();
    } else if (!void_tags.contains(name)) {
      require(name != "a" || std::ranges::find(open, "a") == open.end(), "a link in a link", html);
      open.push_back(name);
    }
    const std::string tag = html.substr(start, end - start);
    const std::size_t id = tag.find(" id=\"");
    if (id != std::string::npos) {
      const std::string value = tag.substr(id + 5, tag.find('"', id + 5) - id - 5);
      require(ids.insert(value).second, "an id that stands twice", html);
    }
  }
  require(open.empty(), "a tag that is not closed", html);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  vav::prime_markdown_parser();
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (vav::find_invalid_utf8(text)) return 0;
  vav::Diagnostics diagnostics;
  const vav::Document document = vav::parse_markdown(text, "fuzz.md", 1, diagnostics);
  std::vector<vav::LinkTarget> targets;
  for (const vav::DocumentLink& link : document.links())
    targets.push_back({.href = link.target.size() % 5 == 4 ? "" : "x.html", .text = link.target});
  const std::string html = vav::render_html(document, targets);
  check_tags(html);
  for (const vav::DocumentLink& link : document.links())
    require(link.place.line >= 1 && link.place.column >= 1 && link.place.length >= 1, "a link without a place", html);
  for (const vav::Passage& passage : document.passages())
    require(document.has_anchor(passage.id), "a passage without an anchor", html);
  for (const vav::Heading& heading : document.headings())
    require(html.find(" id=\"" + heading.id + "\"") != std::string::npos, "a heading without its id", html);
  require(!vav::find_invalid_utf8(html), "HTML that is not UTF-8", html);
  for (const vav::DocumentLink& link : document.links())
    require(!vav::find_invalid_utf8(link.sentence), "a sentence cut inside a character", html);
  return 0;
}
