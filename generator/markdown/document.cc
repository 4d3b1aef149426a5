#include "markdown/document.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "markdown/anchors.h"
#include "markdown/blocks.h"
#include "markdown/body_writer.h"
#include "markdown/document_body.h"
#include "markdown/languages.h"
#include "markdown/link_address.h"
#include "markdown/preflight.h"
#include "markdown/source_text.h"
#include "markdown/special_characters.h"
#include "markdown/syntax_tree.h"
#include "markdown/wikilinks.h"

namespace vav {

namespace {

void write_link_start(std::string& html, const LinkTarget& target, const std::string& title) {
  html += "<a href=\"";
  append_escaped_address(html, target.href);
  if (!title.empty()) {
    html += "\" title=\"";
    append_escaped_html(html, title);
  }
  html += target.external ? R"(" class="external">)" : "\">";
}

void write_image(std::string& html, const LinkTarget& target, const BodyPart& part) {
  if (target.href.empty()) {
    append_escaped_html(html, part.text);
    return;
  }
  html += "<img src=\"";
  append_escaped_address(html, target.href);
  html += "\" alt=\"";
  append_escaped_html(html, part.text);
  if (!part.title.empty()) {
    html += "\" title=\"";
    append_escaped_html(html, part.title);
  }
  html += "\"";
  if (target.width > 0) html += " width=\"" + std::to_string(target.width) + "\"";
  if (target.height > 0) html += " height=\"" + std::to_string(target.height) + "\"";
  html += " loading=\"lazy\" />";
}

void write_wikilink(std::string& html, const LinkTarget& target, const std::string& own_text, const BodyPart& part) {
  const std::string& found = target.text.empty() ? part.text : target.text;
  const std::string& text = own_text.empty() ? found : own_text;
  if (!target.href.empty()) write_link_start(html, target, "");
  if (target.stands_for.empty())
    append_escaped_html(html, text);
  else
    write_abbreviation(html, text, target.stands_for);
  if (!target.href.empty()) html += "</a>";
}

// A link from the passage to itself: its address is there to be copied. It never stands alone on a line.
void write_passage_sign(std::string& html, const std::string& id, const HtmlWords& words) {
  html += "\u00A0<a class=\"passage\" href=\"#" + id + "\" aria-label=\"";
  append_escaped_html(html, replace_all(words.passage_link, "{0}", id));
  html += "\">#</a>";
}

void report_complexity(const Complexity& complexity, const std::string& path, int first_line,
                       Diagnostics& diagnostics) {
  diagnostics.add("markdown-too-complex", {path, {first_line + complexity.line - 1, 1, 1}},
                  say("this {}, more than any page needs; the page is left empty", complexity.what));
}

// What is hidden is blank in the public text, which has the same lines.
void set_apart_hidden(std::string_view written, std::string_view shown, Prose& prose) {
  if (written == shown) return;
  std::size_t at = 0;
  for (const std::string_view line : split(shown, '\n')) {
    const std::size_t end = std::min(written.find('\n', at), written.size());
    if (is_blank(line) && !is_blank(written.substr(at, end - at)))
      prose.set_apart.push_back({SourcePart::Form::hidden, at, end});
    if (end == written.size()) return;
    at = end + 1;
  }
}

void write_places(std::string& html, const std::string& id, const FormerIds& former_ids) {
  const auto [first, last] = former_ids.equal_range(id);
  for (auto former = first; former != last; ++former) {
    html += "<span id=\"";
    append_escaped_html(html, former->second);
    html += "\"></span>";
  }
}

}  // namespace

Document::Document() : body_(std::make_unique<DocumentBody>()) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

bool Document::has_anchor(std::string_view id) const {
  return std::ranges::binary_search(body_->anchors, id);
}

Document parse_markdown(std::string_view written_text, const std::string& path, int first_line,
                        Diagnostics& all_diagnostics) {
  VAV_CHECK(markdown_parser_is_primed());
  Document document;
  Diagnostics diagnostics;
  // From here on nothing sees the text as it was written.
  PublicText text = cut_blocks(written_text, path, first_line, diagnostics);
  document.internal_targets_ = std::move(text.internal_targets);
  const auto refuse = [&](const Complexity& complexity) {
    report_complexity(complexity, path, first_line, diagnostics);
    all_diagnostics.append(diagnostics);
    return std::move(document);
  };
  if (const auto complexity = find_complexity(text.text)) return refuse(*complexity);
  hide_what_is_no_code(text, path, first_line, diagnostics);
  SourceText source(text.text, first_line);
  const MarkedText marked(text.text);
  const SyntaxTree tree(marked.text());
  if (tree.root() == nullptr) return refuse({1, say("page needs very much memory")});
  if (const auto deep_line = find_deep_nesting(tree.root())) return refuse({*deep_line, say("text nests very deep")});
  const LanguageNodes languages = wrap_languages(tree, marked, source, path, diagnostics);
  Anchors anchors = find_anchors(tree.root(), marked, source, path, diagnostics);
  BodyWriter writer({marked, anchors, text.languages, languages, source, path, diagnostics});
  WrittenBody written = writer.write(tree.root());
  std::ranges::stable_sort(diagnostics.all(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.span.place.line, a.span.place.column) < std::pair(b.span.place.line, b.span.place.column);
  });
  all_diagnostics.append(diagnostics);
  document.links_ = std::move(written.links);
  document.headings_ = std::move(written.headings);
  document.passages_ = std::move(written.passages);
  document.quotations_ = std::move(written.quotations);
  document.text_ = std::move(written.text);
  document.data_blocks_ = std::move(written.data_blocks);
  document.linkable_ = std::move(written.linkable);
  document.prose_ = std::move(written.prose);
  set_apart_hidden(written_text, text.text, document.prose_);
  document.body_->parts = std::move(written.parts);
  document.body_->anchors = std::move(anchors.all);
  return document;
}

std::string render_html(const Document& document, std::span<const LinkTarget> targets, const HtmlWords& words,
                        std::span<const std::string> data_html, std::span<const LinkedWords> linked,
                        const FormerIds& former_ids) {
  using Hole = BodyPart::Hole;
  VAV_CHECK(targets.size() == document.links_.size());
  std::string html;
  std::size_t next_linked = 0;
  for (const BodyPart& part : document.body_->parts) {
    html += part.html;
    static const LinkTarget none;
    const auto index = static_cast<std::size_t>(part.link);
    if (part.hole == Hole::run) {
      write_run(html, part, linked, next_linked);
      continue;
    }
    if (part.hole == Hole::data) {
      if (index < data_html.size()) html += data_html[index];
      continue;
    }
    const LinkTarget& target = part.link >= 0 ? targets[index] : none;
    if (part.hole == Hole::link_start && !target.href.empty()) write_link_start(html, target, part.title);
    if (part.hole == Hole::link_end && !target.href.empty()) {
      append_escaped_html(html, target.told);
      html += "</a>";
    }
    if (part.hole == Hole::image) write_image(html, target, part);
    if (part.hole == Hole::wikilink) write_wikilink(html, target, document.links_[index].text, part);
    if (part.hole == Hole::place) write_places(html, part.text, former_ids);
    if (part.hole == Hole::passage && !words.passage_link.empty()) write_passage_sign(html, part.text, words);
    if (part.hole == Hole::back_label && !words.back_to_text.empty()) {
      html += " aria-label=\"";
      append_escaped_html(html, words.back_to_text);
      html += '"';
    }
  }
  return html;
}

}  // namespace vav
