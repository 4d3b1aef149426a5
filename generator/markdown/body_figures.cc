// Figures, and blocks that ask for items of the knowledge base.
#include <algorithm>

#include "base/text.h"
#include "markdown/body_writer.h"

namespace vav {

namespace {

// A paragraph that is one picture with a title is a figure: the title is its caption. nullptr = it is none.
cmark_node* figure_image(cmark_node* paragraph) {
  cmark_node* image = nullptr;
  for (cmark_node* child = cmark_node_first_child(paragraph); child != nullptr; child = cmark_node_next(child)) {
    const cmark_node_type type = cmark_node_get_type(child);
    if (type == CMARK_NODE_TEXT && is_blank(cmark_node_get_literal(child))) continue;  // left of a {#id}
    if (type != CMARK_NODE_IMAGE || image != nullptr) return nullptr;
    image = child;
  }
  const char* title = image == nullptr ? nullptr : cmark_node_get_title(image);
  return title == nullptr || is_blank(title) ? nullptr : image;
}

}  // namespace

bool BodyWriter::is_figure(cmark_node* paragraph) const {
  return footnote_ == nullptr && figure_image(paragraph) != nullptr;
}

void BodyWriter::leave_figure(cmark_node* paragraph) {
  const std::string caption = collapse_spaces(from_.marked.restore(cmark_node_get_title(figure_image(paragraph))));
  add("\n<figcaption>");
  add_text(caption);
  add("</figcaption>\n</figure>\n");
  if (!is_blank(plain_)) plain_ += trim(plain_).ends_with('.') ? " " : ". ";
  plain_ += caption;
  in_figure_ = false;
  leave_leaf(paragraph);
}

// cmark takes away what stands before the lines of a block in a list or a quotation. Blank, it keeps the columns of the
// rest as they are in the file.
void BodyWriter::add_data_block(cmark_node* node, std::string_view written) {
  const int fence = cmark_node_get_start_line(node);
  const auto source_line = [&](int line) {
    const ByteRange range = from_.source.lines(line, line);
    return from_.source.text().substr(range.begin, range.end - range.begin);
  };
  DataBlock block;
  int line = fence;
  for (const std::string_view kept : split_lines(written)) {
    const auto whole = split_lines(source_line(++line));
    const bool fits = !whole.empty() && whole.front().ends_with(kept);
    if (fits) block.text.append(count_characters(whole.front().substr(0, whole.front().size() - kept.size())), ' ');
    block.text += kept;
    block.text += '\n';
  }
  const std::size_t start = from_.source.lines(fence, fence).begin;
  const std::size_t word = from_.source.text().find(data_block_word, start);
  block.place = from_.source.place(std::min(word, from_.source.text().size()), data_block_word.size());
  block.first_line = block.place.line + 1;
  block.heading_id = heading_id_;
  const int index = static_cast<int>(out_.data_blocks.size());
  out_.data_blocks.push_back(std::move(block));
  add_hole(BodyPart::Hole::data, index);
}

}  // namespace vav
