// What the blocks say, as plain text: headings, passages, text for the search, and the sentence around each link.
#include "base/text.h"
#include "markdown/body_writer.h"
#include "markdown/sentences.h"

namespace vav {

void BodyWriter::enter_leaf(cmark_node* leaf) {
  leaf_ = leaf;
  plain_.clear();
  pieces_.clear();
  scope_start_ = 0;
  first_text_ = std::string_view::npos;
  cursor_.enter(source_of(leaf, from_.source, cursor_.position()));
}

void BodyWriter::leave_leaf(cmark_node* leaf) {
  if (block_quotes_ > 0) add_to_block_quote();
  fill_sentences();
  add_sentences(leaf);
  const std::string text = collapse_spaces(plain_);
  const bool is_heading = cmark_node_get_type(leaf) == CMARK_NODE_HEADING;
  if (is_heading) {
    const int level = cmark_node_get_heading_level(leaf);
    const bool located = first_text_ != std::string_view::npos && cursor_.position() > first_text_;
    const Place place = located ? from_.source.place(first_text_, cursor_.position() - first_text_)
                                : from_.source.line_start(cmark_node_get_start_line(leaf));
    out_.headings.push_back({level == 1 ? 2 : level, text, heading_id_, place});
  }
  const auto passage = from_.anchors.passages.find(leaf);
  if (passage != from_.anchors.passages.end())
    out_.passages.push_back({passage->second.id, text, passage->second.place});
  if (!text.empty()) out_.text.push_back({text, anchor_at(leaf), is_heading});
  leaf_ = nullptr;
}

// Sets the sentences of the links since the start of the block or cell.
void BodyWriter::fill_sentences() {
  end_linkable_block();
  const std::string_view scope = std::string_view(plain_).substr(scope_start_);
  for (std::size_t i = 0; i < link_texts_.size(); ++i) {
    const ByteRange range = link_texts_[i];
    out_.links[first_of_scope_ + i].sentence =
        sentence_around(scope, range.begin - scope_start_, range.end - scope_start_);
    add_quoted_words(i);
  }
  link_texts_.clear();
  first_of_scope_ = out_.links.size();
}

// The id that leads nearest to a block: its own, that of an item or footnote around it, or that of the heading above.
const std::string& BodyWriter::anchor_at(cmark_node* leaf) const {
  const auto passage = from_.anchors.passages.find(leaf);
  if (passage != from_.anchors.passages.end()) return passage->second.id;
  for (cmark_node* around = cmark_node_parent(leaf); around != nullptr; around = cmark_node_parent(around)) {
    const std::string& id = from_.anchors.id_of(around);
    if (!id.empty()) return id;
  }
  return heading_id_;
}

// Stands last in the passage. Headings have none: contents lists lead to them.
void BodyWriter::add_passage_sign(cmark_node* leaf) {
  const auto passage = from_.anchors.passages.find(leaf);
  if (passage != from_.anchors.passages.end()) add_hole(BodyPart::Hole::passage, -1, {}, passage->second.id);
}

void BodyWriter::report_heading_level(cmark_node* heading, int level) {
  const ByteRange line = from_.source.lines(cmark_node_get_start_line(heading), cmark_node_get_start_line(heading));
  const std::size_t sign = from_.source.text().substr(0, line.end).find('#', line.begin);
  const bool underlined = sign == std::string_view::npos || out_.headings.empty();
  const SourceSpan span{from_.path, underlined ? out_.headings.back().place : from_.source.place(sign, 1)};
  if (level == 1) {
    from_.diagnostics.add("heading-level", span, say("the page's title is its only heading of level 1"),
                          say("write ## instead of #"));
  } else if (level > heading_level_ + 1) {
    from_.diagnostics.add("heading-level", span,
                          say("a heading of level {} follows one of level {}", level, heading_level_),
                          say("go down one level at a time: level {} comes next", heading_level_ + 1));
  }
  heading_level_ = level == 1 ? 2 : level;
}

}  // namespace vav
