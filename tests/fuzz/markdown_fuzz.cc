// Whatever an author writes: no crash, no HTML but our own, tags in pairs, ids that stand once; and what is for editors
// stays with them.
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
      "a",    "blockquote", "br",  "code",  "del",   "div",   "em", "figcaption", "figure", "h2",  "h3",
      "h4",   "h5",         "h6",  "hr",    "img",   "input", "li", "ol",         "p",      "pre", "section",
      "span", "strong",     "sup", "table", "tbody", "td",    "th", "thead",      "tr",     "ul"};
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

// A block for editors after the text shows nothing but where the text has left a code block open: then all of it stands
// in that, colons and all.
void check_internal_block(const std::string& text, const vav::Document& without) {
  static const std::string canary = "qkanariefågelq";
  // The fuzzer may have learned the word.
  if (text.find(canary) != std::string::npos) return;
  for (const vav::TextBlock& shown : without.text())
    if (shown.text.find(canary) != std::string::npos) return;
  const std::string block = "\n::: internal\n" + canary + " [[" + canary + "]] {#" + canary + "}\n## " + canary +
                            "\n\n[^" + canary + "]: " + canary + "\n:::\n";
  vav::Diagnostics diagnostics;
  const vav::Document document = vav::parse_markdown(text + block, "fuzz.md", 1, diagnostics);
  const std::string html = vav::render_html(document, std::vector<vav::LinkTarget>(document.links().size()));
  for (std::size_t at = html.find(canary); at != std::string::npos; at = html.find(canary, at + 1)) {
    const std::size_t code = html.rfind("<pre><code", at);
    require(code != std::string::npos && html.find("</code>", code) > at, "an internal block that is shown", html);
    require(html.substr(code, at - code).find("::: internal\n") != std::string::npos, "a part of an internal block",
            html);
  }
  for (const vav::TextBlock& shown : document.text())
    require(shown.text.find(canary) == std::string::npos || html.find(canary) != std::string::npos,
            "an internal block in the text", html);
  for (const vav::DocumentLink& link : document.links())
    require((link.target + link.text + link.sentence).find(canary) == std::string::npos, "a link for editors", html);
  for (const vav::Heading& heading : document.headings())
    require(heading.text.find(canary) == std::string::npos, "a heading for editors", html);
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
  for (const vav::DataBlock& block : document.data_blocks())
    require(block.place.line >= 1 && block.place.column >= 1 && block.first_line == block.place.line + 1 &&
                !vav::find_invalid_utf8(block.text),
            "a data block without a place", html);
  require(!vav::find_invalid_utf8(html), "HTML that is not UTF-8", html);
  for (const vav::DocumentLink& link : document.links())
    require(!vav::find_invalid_utf8(link.sentence), "a sentence cut inside a character", html);
  check_internal_block(text, document);
  return 0;
}
