// Runs: text in which words may become links by themselves. The walk leaves a hole for each, and what becomes of its
// words is decided elsewhere.
#include "base/text.h"
#include "markdown/body_writer.h"
#include "markdown/link_address.h"
#include "markdown/sentences.h"

namespace vav {

bool BodyWriter::is_linkable() const {
  if (leaf_ == nullptr || images_ > 0 || !open_links_.empty()) return false;
  if (language_is_open_ || foreign_footnote_ || foreign_spans_ > 0) return false;
  const cmark_node_type type = cmark_node_get_type(leaf_);
  return type == CMARK_NODE_PARAGRAPH || (type == CMARK_NODE_TABLE_ROW && !in_table_header_);
}

// REQUIRES: plain_ ends with the text already, with a space for a line end.
void BodyWriter::add_words(std::string_view text) {
  if (!is_linkable()) {
    add_text(text);
    return;
  }
  if (run_.empty()) {
    run_begin_ = plain_.size() - text.size();
    links_before_run_ = out_.links.size();
  }
  run_ += text;
}

void BodyWriter::end_run() {
  if (run_.empty()) return;
  // A comma between two links is not worth a hole.
  if (run_.size() <= 2) {
    append_escaped_html(html_, run_);
    run_.clear();
    return;
  }
  const std::size_t begin = run_begin_ - scope_start_;
  runs_.push_back({begin, begin + run_.size(), links_before_run_});
  out_.parts.push_back({.html = std::move(html_),
                        .hole = BodyPart::Hole::run,
                        .link = static_cast<int>(out_.linkable.size()),
                        .title = {},
                        .text = std::move(run_),
                        .start = begin});
  html_.clear();
  run_.clear();
}

void BodyWriter::end_linkable_block() {
  end_run();
  if (runs_.empty()) return;
  out_.linkable.push_back({plain_.substr(scope_start_), anchor_at(leaf_), std::move(runs_)});
  runs_.clear();
}

void write_abbreviation(std::string& html, std::string_view text, const std::string& stands_for) {
  html += "<abbr title=\"";
  append_escaped_html(html, stands_for);
  html += "\">";
  append_escaped_html(html, text);
  html += "</abbr>";
}

void write_run(std::string& html, const BodyPart& run, std::span<const LinkedWords> linked, std::size_t& next) {
  const std::string_view text = run.text;
  const auto block = static_cast<std::size_t>(run.link);
  std::size_t done = 0;
  for (; next < linked.size() && linked[next].block == block && linked[next].end <= run.start + text.size(); ++next) {
    const LinkedWords& words = linked[next];
    const std::size_t begin = words.begin - run.start;
    const std::size_t name_end = words.name_end - run.start;
    const std::size_t end = words.end - run.start;
    append_escaped_html(html, text.substr(done, begin - done));
    if (!words.href.empty()) {
      html += "<a href=\"";
      append_escaped_address(html, words.href);
      html += "\">";
    }
    if (words.stands_for.empty())
      append_escaped_html(html, text.substr(begin, name_end - begin));
    else
      write_abbreviation(html, text.substr(begin, name_end - begin), words.stands_for);
    append_escaped_html(html, text.substr(name_end, end - name_end));
    if (!words.href.empty()) html += "</a>";
    done = end;
  }
  append_escaped_html(html, text.substr(done));
}

std::string Document::sentence_in(const LinkableBlock& block, std::size_t begin, std::size_t end) {
  return sentence_around(block.text, begin, end);
}

}  // namespace vav
