#include "base/text.h"
#include "markdown/body_writer.h"
#include "markdown/link_address.h"

namespace vav {

bool BodyWriter::visit_inline(cmark_node* node, bool entering) {
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_TEXT:
      visit_text(node);
      return true;
    case CMARK_NODE_CODE:
      visit_code(node);
      return true;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      if (node == attribution_)
        start_attribution();
      else
        visit_break(type == CMARK_NODE_LINEBREAK);
      return true;
    case CMARK_NODE_HTML_INLINE:
      visit_html_inline(node);
      return true;
    case CMARK_NODE_LINK:
      visit_link(node, entering);
      return true;
    case CMARK_NODE_IMAGE:
      entering ? enter_image(node) : leave_image(node);
      return true;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      if (entering) visit_footnote_reference(node);
      return true;
    default:
      break;
  }
  if (images_ > 0) return true;
  const auto language = from_.language_nodes.find(node);
  if (language != from_.language_nodes.end()) {
    foreign_spans_ += entering ? 1 : -1;
    if (!language->second.empty()) add(entering ? "<span lang=\"" + language->second + "\">" : "</span>");
    return true;
  }
  if (type == CMARK_NODE_EMPH) add(entering ? "<em>" : "</em>");
  if (type == CMARK_NODE_STRONG) add(entering ? "<strong>" : "</strong>");
  if (type == CMARK_NODE_STRIKETHROUGH) add(entering ? "<del>" : "</del>");
  return true;
}

void BodyWriter::visit_text(cmark_node* node) {
  const std::string_view literal = cmark_node_get_literal(node);
  const auto plain = [&](std::string_view text) {
    report_open_wikilink(text);
    const std::size_t start = cursor_.follow(text);
    if (first_text_ == std::string_view::npos) first_text_ = start;
    note_source(start);
    plain_ += text;
    if (images_ == 0) add_words(text);
  };
  from_.marked.for_each_part(literal, plain, [&](const Mark& mark) {
    if (mark.is_wikilink())
      visit_wikilink(mark);
    else if (!mark.written.empty())
      plain(mark.written);
  });
}

void BodyWriter::visit_wikilink(const Mark& mark) {
  const auto number = static_cast<std::size_t>(&mark - from_.marked.marks().data());
  if (used_marks_[number]) return;  // only by a mark that the author has forged with character references
  used_marks_[number] = true;
  if (first_text_ == std::string_view::npos) first_text_ = mark.offset;
  note_source(mark.offset);
  cursor_.move_to(mark.offset + mark.written.size());
  if (images_ > 0 || !open_links_.empty()) {
    // A link in a link is none; cmark keeps its brackets, too.
    plain_ += mark.written;
    if (images_ == 0) add_text(mark.written);
    return;
  }
  const std::size_t start = plain_.size();
  plain_ += wikilink_text(mark);
  link_texts_.push_back({start, plain_.size()});
  const int index = static_cast<int>(out_.links.size());
  out_.links.push_back({.form = LinkForm::wikilink,
                        .target = mark.target,
                        .fragment = mark.fragment,
                        .text = mark.text,
                        .sentence = {},
                        .passage = anchor_at(leaf_),
                        .place = from_.source.place(mark.target_offset, mark.target_length)});
  add_hole(BodyPart::Hole::wikilink, index, "", wikilink_text(mark));
}

void BodyWriter::visit_code(cmark_node* node) {
  // In a table cmark has undone the \| of everything but the marks, also in code.
  const bool in_table = leaf_ != nullptr && cmark_node_get_type(leaf_) == CMARK_NODE_TABLE_ROW;
  std::string code;
  from_.marked.for_each_part(
      cmark_node_get_literal(node), [&](std::string_view text) { code += text; },
      [&](const Mark& mark) { code += in_table ? replace_all(mark.written, "\\|", "|") : mark.written; });
  const std::size_t start = cursor_.find(code);
  if (start != std::string_view::npos) cursor_.move_to(start + code.size());
  if (first_text_ == std::string_view::npos) first_text_ = start;
  note_source(start);
  if (start != std::string_view::npos)
    out_.prose.set_apart.push_back({SourcePart::Form::code, start, start + code.size()});
  plain_ += code;
  if (images_ > 0) return;
  add("<code>");
  add_text(code);
  add("</code>");
}

void BodyWriter::visit_break(bool hard) {
  plain_ += ' ';
  if (images_ > 0) return;
  if (hard)
    add("<br />\n");
  else
    add_words("\n");
}

void BodyWriter::visit_html_inline(cmark_node* node) {
  const std::string html = from_.marked.restore(cmark_node_get_literal(node));
  const std::size_t start = cursor_.find(html);
  if (start != std::string_view::npos) cursor_.move_to(start + html.size());
  if (html.starts_with("<!--")) return;
  report_html(start, html.find('\n') == std::string::npos ? html.size() : html.find('\n'));
}

void BodyWriter::visit_footnote_reference(cmark_node* node) {
  const std::string& id = from_.anchors.id_of(node);
  if (id.empty() || images_ > 0) return;
  const std::string number = cmark_node_get_literal(node);
  const std::string& target = from_.anchors.footnote_ids[static_cast<std::size_t>(std::atoi(number.c_str())) - 1];
  if (!open_links_.empty()) {
    add(R"(<sup class="footnote-ref" id=")" + id + "\">" + number + "</sup>");  // a link in a link is none
    return;
  }
  add(R"(<sup class="footnote-ref"><a href="#)" + target + R"(" id=")" + id + R"(" data-footnote-ref>)" + number +
      "</a></sup>");
}

void BodyWriter::visit_link(cmark_node* node, bool entering) {
  if (entering) {
    open_links_.push_back(open_link(node, LinkForm::link));
    const int index = open_links_.back().index;
    if (index < 0) return;
    add_hole(BodyPart::Hole::link_start, index, from_.marked.restore(cmark_node_get_title(node)));
    return;
  }
  const OpenLink open = std::move(open_links_.back());
  open_links_.pop_back();
  close_link(node, open);
  if (open.index >= 0) add_hole(BodyPart::Hole::link_end, open.index);
}

void BodyWriter::enter_image(cmark_node* node) {
  open_images_.push_back(open_link(node, LinkForm::image));
  ++images_;
}

void BodyWriter::leave_image(cmark_node* node) {
  --images_;
  const OpenLink open = std::move(open_images_.back());
  open_images_.pop_back();
  close_link(node, open);
  if (images_ > 0) return;
  const std::string alternative = plain_.substr(open.text_start);
  if (open.index < 0) {
    add_text(alternative);
    return;
  }
  // The title of a figure is its caption.
  const std::string title = in_figure_ ? "" : from_.marked.restore(cmark_node_get_title(node));
  add_hole(BodyPart::Hole::image, open.index, title, alternative);
}

}  // namespace vav
