// Words that are said to be another's, and the link that tells whose: what a check of quotations asks for, and the last
// line of a block quotation as its footer.
#include "base/text.h"
#include "markdown/body_writer.h"
#include "markdown/quotation_marks.h"

namespace vav {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool begins_with_dash(std::string_view text) {
  return text.starts_with("—") || text.starts_with("–") || text.starts_with("--");
}

bool is_break(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK || cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
}

bool is_link(cmark_node* node, const MarkedText& marked) {
  if (cmark_node_get_type(node) == CMARK_NODE_LINK) return true;
  if (cmark_node_get_type(node) != CMARK_NODE_TEXT) return false;
  const MarkedText::Found found = marked.find_mark(cmark_node_get_literal(node));
  return found.mark != nullptr && found.mark->is_wikilink();
}

// The last line of a block quotation, when it begins with a dash and holds a link: the end of the line before it, or
// its paragraph when it stands alone there. nullptr = it has no such line, or nothing above it.
cmark_node* find_attribution(cmark_node* block_quote, const MarkedText& marked) {
  cmark_node* last = cmark_node_last_child(block_quote);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_PARAGRAPH) return nullptr;
  cmark_node* start = cmark_node_last_child(last);
  bool has_link = false;
  for (; start != nullptr && !is_break(start); start = cmark_node_previous(start))
    has_link = has_link || is_link(start, marked);
  cmark_node* first = start == nullptr ? cmark_node_first_child(last) : cmark_node_next(start);
  if (!has_link || first == nullptr || cmark_node_get_type(first) != CMARK_NODE_TEXT ||
      !begins_with_dash(cmark_node_get_literal(first)))
    return nullptr;
  if (start != nullptr) return start;
  return cmark_node_previous(last) == nullptr ? nullptr : last;
}

}  // namespace

void BodyWriter::visit_block_quote(cmark_node* node, bool entering) {
  start_line();
  add(entering ? "<blockquote>\n" : "</blockquote>\n");
  block_quotes_ += entering ? 1 : -1;
  if (entering && block_quotes_ == 1) {
    quoted_.clear();
    quoted_place_.reset();
    attribution_ = find_attribution(node, from_.marked);
  }
  if (!entering && block_quotes_ == 0) attribution_ = nullptr;
}

void BodyWriter::start_attribution() {
  plain_ += ' ';
  attribution_start_ = plain_.size();
  add("</p>\n<footer>");
}

// Takes what the leaf says, up to the line that tells where the quotation is from; with that line it is complete.
void BodyWriter::add_to_block_quote() {
  const std::size_t end = std::min(attribution_start_, plain_.size());
  const std::string text = collapse_spaces(std::string_view(plain_).substr(0, end));
  if (!text.empty()) {
    if (!quoted_place_) quoted_place_ = place_of_plain({0, end});
    quoted_ += quoted_.empty() ? text : " " + text;
  }
  if (attribution_start_ == npos) return;
  for (std::size_t i = 0; i < link_texts_.size(); ++i) {
    if (link_texts_[i].begin < attribution_start_) continue;
    out_.quotations.push_back({quoted_, first_of_scope_ + i, quoted_place_.value_or(Place{})});
    break;
  }
  attribution_start_ = npos;
}

// `link` is one of the scope: in "( … )" right after words in quotation marks it tells where they are from.
void BodyWriter::add_quoted_words(std::size_t link) {
  const std::string_view whole = plain_;
  const std::string_view before = whole.substr(scope_start_, link_texts_[link].begin - scope_start_);
  const std::string_view open = without_unseen_end(before);
  if (!open.ends_with('(')) return;
  const auto words = quoted_words_at_end(without_unseen_end(open.substr(0, open.size() - 1)));
  if (!words) return;
  const ByteRange range{scope_start_ + words->begin, scope_start_ + words->end};
  if (const auto place = place_of_plain(range))
    out_.quotations.push_back(
        {std::string(whole.substr(range.begin, range.end - range.begin)), first_of_scope_ + link, *place});
}

}  // namespace vav
