#include <algorithm>

#include "base/text.h"
#include "markdown/body_writer.h"

namespace vav {

WrittenBody BodyWriter::write(cmark_node* root) {
  used_marks_.resize(from_.marked.marks().size());
  for_each_node(root, [&](cmark_node* node, bool entering) { visit(node, entering); });
  close_language();
  if (footnotes_ > 0) add("</ol>\n</section>\n");
  add_hole(BodyPart::Hole::none);
  return std::move(out_);
}

void BodyWriter::visit(cmark_node* node, bool entering) {
  if (visit_container(node, entering) || visit_table(node, entering)) return;
  visit_inline(node, entering);
}

bool BodyWriter::visit_container(cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return true;
    case CMARK_NODE_PARAGRAPH:
      visit_paragraph(node, entering);
      return true;
    case CMARK_NODE_HEADING:
      visit_heading(node, entering);
      return true;
    case CMARK_NODE_ITEM:
      visit_item(node, entering);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      visit_code_block(node);
      return true;
    case CMARK_NODE_HTML_BLOCK:
      visit_html_block(node);
      return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      visit_footnote(node, entering);
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      start_line();
      add("<hr />\n");
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      visit_block_quote(node, entering);
      return true;
    case CMARK_NODE_LIST: {
      const bool bullets = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
      const int first = cmark_node_get_list_start(node);
      if (entering) start_line();
      if (!entering)
        add(bullets ? "</ul>\n" : "</ol>\n");
      else if (bullets)
        add("<ul>\n");
      else
        add(first == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(first) + "\">\n");
      return true;
    }
    default:
      return false;
  }
}

void BodyWriter::visit_paragraph(cmark_node* node, bool entering) {
  cmark_node* parent = cmark_node_parent(node);
  cmark_node* list = cmark_node_parent(parent);
  const bool tight =
      list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
  const bool element = !tight || !from_.anchors.id_of(node).empty();
  if (entering) {
    in_figure_ = element && is_figure(node);
    if (element) {
      start_line();
      add(in_figure_ ? "<figure" : node == attribution_ ? "<footer" : "<p");
      end_tag(node);
    }
    enter_leaf(node);
    if (node == attribution_) attribution_start_ = 0;
    return;
  }
  if (in_figure_) {
    leave_figure(node);
    return;
  }
  if (footnote_ == parent && footnote_ != nullptr && cmark_node_next(node) == nullptr) {
    add(" ");
    write_back_references(footnote_);
  }
  check_bold_paragraph(node);
  const bool is_attribution = attribution_start_ != std::string::npos;
  leave_leaf(node);
  add_passage_sign(node);
  if (element) add(is_attribution ? "</footer>\n" : "</p>\n");
}

// The page's title is its h1, so the headings of the body begin at h2.
void BodyWriter::visit_heading(cmark_node* node, bool entering) {
  const int written = cmark_node_get_heading_level(node);
  const std::string level = std::to_string(written == 1 ? 2 : written);
  if (!entering) {
    leave_leaf(node);
    report_heading_level(node, written);
    add("</h" + level + ">\n");
    return;
  }
  start_line();
  add("<h" + level);
  end_tag(node);
  heading_id_ = from_.anchors.id_of(node);
  enter_leaf(node);
}

void BodyWriter::visit_item(cmark_node* node, bool entering) {
  if (!entering) {
    add("</li>\n");
    return;
  }
  start_line();
  add("<li");
  end_tag(node);
  if (std::string_view(cmark_node_get_type_string(node)) != "tasklist") return;
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(node);
  add(done ? R"(<input type="checkbox" checked="" disabled="" /> )" : R"(<input type="checkbox" disabled="" /> )");
}

void BodyWriter::visit_code_block(cmark_node* node) {
  set_apart_code_block(node);
  start_line();
  const std::string info = from_.marked.restore(cmark_node_get_fence_info(node));
  const std::string code = from_.marked.restore(cmark_node_get_literal(node));
  if (std::string_view(info).substr(0, info.find_first_of(" \t")) == data_block_word) {
    add_data_block(node, code);
    return;
  }
  add("<pre><code");
  if (!info.empty()) {
    add(" class=\"language-");
    add_text(std::string_view(info).substr(0, info.find_first_of(" \t\n\v\f\r")));
    add("\"");
  }
  add(">");
  add_text(code);
  add("</code></pre>\n");
  const std::string_view text = trim(code);
  if (!text.empty()) out_.text.push_back({std::string(text), anchor_at(node)});
}

// A comment is dropped; anything after it on its last line would be dropped with it, so it is reported like all other
// HTML.
void BodyWriter::visit_html_block(cmark_node* node) {
  if (visit_language_line(node)) return;
  const std::string html = from_.marked.restore(cmark_node_get_literal(node));
  const int line = cmark_node_get_start_line(node);
  const ByteRange range = from_.source.lines(line, std::max(line, cmark_node_get_end_line(node)));
  const std::size_t end = html.find("-->");
  const std::string_view rest = std::string_view(html).substr(end == std::string::npos ? 0 : end + 3);
  if (trim(html).starts_with("<!--") && end != std::string::npos && is_blank(rest)) return;
  cursor_.enter(range);
  std::size_t at = cursor_.find("<");
  if (trim(html).starts_with("<!--") && end != std::string::npos) {
    cursor_.move_to(cursor_.find("-->") + 3);
    at = cursor_.position();
    while (at < range.end && (from_.source.text()[at] == ' ' || from_.source.text()[at] == '\t')) ++at;
  }
  report_html(at, from_.source.text().substr(0, range.end).find('\n', at) - at);
}

// Where cmark sees the lines of a block's colons otherwise than we do (in a comment, say), one may be missing.
bool BodyWriter::visit_language_line(cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  const auto block = std::ranges::lower_bound(from_.language_blocks, line, {}, &LanguageBlock::last_line);
  if (block == from_.language_blocks.end() || (line != block->first_line && line != block->last_line)) return false;
  close_language();
  if (line == block->first_line && !block->language.empty()) {
    start_line();
    add("<div lang=\"" + block->language + "\">\n");
    language_is_open_ = true;
  }
  return true;
}

void BodyWriter::close_language() {
  if (!language_is_open_) return;
  start_line();
  add("</div>\n");
  language_is_open_ = false;
}

void BodyWriter::visit_footnote(cmark_node* node, bool entering) {
  if (entering) {
    close_language();
    if (footnotes_++ == 0) add("<section class=\"footnotes\" data-footnotes>\n<ol>\n");
    footnote_ = node;
    back_references_written_ = false;
    add("<li");
    add_id(node);
    // It leaves the block in which it is written.
    const int line = cmark_node_get_start_line(node);
    const auto block = std::ranges::lower_bound(from_.language_blocks, line, {}, &LanguageBlock::last_line);
    const bool foreign = block != from_.language_blocks.end() && block->first_line < line && !block->language.empty();
    foreign_footnote_ = foreign;
    add(foreign ? " lang=\"" + block->language + "\">\n" : ">\n");
    return;
  }
  if (!back_references_written_) {
    write_back_references(node);
    add("\n");
  }
  add("</li>\n");
  footnote_ = nullptr;
  foreign_footnote_ = false;
}

void BodyWriter::write_back_references(cmark_node* footnote) {
  back_references_written_ = true;
  const auto& references = from_.anchors.footnotes.at(footnote).reference_ids;
  for (std::size_t i = 0; i < references.size(); ++i) {
    if (i > 0) add(" ");
    add("<a href=\"#" + references[i] + R"(" class="footnote-backref" data-footnote-backref)");
    add_hole(BodyPart::Hole::back_label);
    add(">↩");
    if (i > 0) add("<sup class=\"footnote-ref\">" + std::to_string(i + 1) + "</sup>");
    add("</a>");
  }
}

bool BodyWriter::visit_table(cmark_node* node, bool entering) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TABLE_CELL) {
    visit_cell(node, entering);
  } else if (type == CMARK_NODE_TABLE) {
    if (entering) {
      enter_table(node);
    } else {
      start_line();
      add(in_table_body_ ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
    }
  } else if (type == CMARK_NODE_TABLE_ROW) {
    const bool header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    start_line();
    if (!entering) {
      leave_leaf(node);
      add(header ? "</tr>\n</thead>" : "</tr>");
      return true;
    }
    if (header)
      add("<thead>\n");
    else if (!in_table_body_)
      add("<tbody>\n");
    in_table_header_ = header;
    in_table_body_ = !header;
    add("<tr");
    add_id(node);
    add(">");
    column_ = 0;
    enter_leaf(node);
  } else {
    return false;
  }
  return true;
}

// A wide table scrolls in a box of its own, which the keyboard must reach; then it needs a name, and the heading above
// has one.
void BodyWriter::enter_table(cmark_node* node) {
  check_table_header(node);
  start_line();
  if (heading_id_.empty())
    add("<div class=\"scroll\">\n<table>");
  else
    add(R"(<div class="scroll" tabindex="0" role="region" aria-labelledby=")" + heading_id_ +
        "\">\n<table aria-labelledby=\"" + heading_id_ + "\">");
  in_table_body_ = false;
}

void BodyWriter::visit_cell(cmark_node* node, bool entering) {
  if (!entering) {
    fill_sentences();
    if (cmark_node_next(node) == nullptr) add_passage_sign(cmark_node_parent(node));
    add(in_table_header_ ? "</th>" : "</td>");
    return;
  }
  cmark_node* table = cmark_node_parent(cmark_node_parent(node));
  const char alignment = static_cast<char>(cmark_gfm_extensions_get_table_alignments(table)[column_++]);
  start_line();
  add(in_table_header_ ? "<th scope=\"col\"" : "<td");
  // The attribute align of cmark is no longer HTML.
  if (alignment == 'l') add(" class=\"left\"");
  if (alignment == 'c') add(" class=\"center\"");
  if (alignment == 'r') add(" class=\"right\"");
  add(">");
  if (column_ == 1) add_place(cmark_node_parent(node));
  if (!plain_.empty() && cmark_node_first_child(node) != nullptr) plain_ += ", ";
  scope_start_ = plain_.size();
}

void BodyWriter::add_text(std::string_view text) {
  end_run();
  append_escaped_html(html_, text);
}

void BodyWriter::add_id(cmark_node* node) {
  const std::string& id = from_.anchors.id_of(node);
  if (!id.empty()) add(" id=\"" + id + "\"");
}

void BodyWriter::add_place(cmark_node* node) {
  const std::string& id = from_.anchors.id_of(node);
  if (!id.empty()) add_hole(BodyPart::Hole::place, -1, {}, id);
}

void BodyWriter::end_tag(cmark_node* node) {
  add_id(node);
  add(">");
  add_place(node);
}

void BodyWriter::start_line() {
  end_run();
  const bool after_data = !out_.parts.empty() && out_.parts.back().hole == BodyPart::Hole::data;
  const bool at_start = html_.empty() ? out_.parts.empty() || after_data : html_.back() == '\n';
  if (!at_start) html_ += '\n';
}

void BodyWriter::add_hole(BodyPart::Hole hole, int link, std::string title, std::string text) {
  end_run();
  out_.parts.push_back({std::move(html_), hole, link, std::move(title), std::move(text)});
  html_.clear();
}

}  // namespace vav
