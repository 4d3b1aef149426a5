#include "markdown/anchors.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace vav {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_passage_id(std::string_view id) {
  return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == npos;
}

// The inlines of a leaf block whose end is the end of the block: its own, or those of a row's last cell that holds
// anything.
cmark_node* last_inlines(cmark_node* leaf) {
  if (cmark_node_get_type(leaf) != CMARK_NODE_TABLE_ROW) return leaf;
  cmark_node* cell = cmark_node_last_child(leaf);
  while (cell != nullptr && cmark_node_first_child(cell) == nullptr) cell = cmark_node_previous(cell);
  return cell;
}

class AnchorFinder {
 public:
  AnchorFinder(const MarkedText& marked, SourceText& source, const std::string& path, Diagnostics& diagnostics)
      : marked_(marked), source_(source), path_(path), diagnostics_(diagnostics) {}

  Anchors find(cmark_node* root) {
    std::vector<cmark_node*> leaves;
    for_each_node(root, [&](cmark_node* node, bool entering) {
      if (entering && is_leaf_block(node)) leaves.push_back(node);
    });
    for (cmark_node* leaf : leaves) take_passage(leaf);
    // What the author chose comes first, so that an id made from a heading never takes it.
    for (cmark_node* leaf : leaves)
      if (cmark_node_get_type(leaf) == CMARK_NODE_HEADING && !anchors_.ids.contains(leaf)) name_heading(leaf);
    name_footnotes(root);
    anchors_.all.assign(used_.begin(), used_.end());
    std::ranges::sort(anchors_.all);
    return std::move(anchors_);
  }

 private:
  void take_passage(cmark_node* leaf);
  static void cut_end(cmark_node* last, std::string_view literal, std::size_t length);
  cmark_node* carrier_of(cmark_node* leaf) const;
  void name_heading(cmark_node* heading);
  void name_footnotes(cmark_node* root);
  std::string_view footnote_label(cmark_node* footnote) const;
  std::string unique(const std::string& base);

  const MarkedText& marked_;
  SourceText& source_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  Anchors anchors_;
  std::unordered_set<std::string> used_;
  std::unordered_map<std::string, int> next_number_;
};

void AnchorFinder::take_passage(cmark_node* leaf) {
  cmark_node* inlines = last_inlines(leaf);
  cmark_node* last = inlines == nullptr ? nullptr : cmark_node_last_child(inlines);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT) return;
  const std::string literal(
      trim(std::string("x") + cmark_node_get_literal(last)));  // the x keeps the start from being trimmed
  const std::size_t mark = literal.rfind("{#");
  if (mark == npos || !literal.ends_with('}')) return;
  const std::string id = literal.substr(mark + 2, literal.size() - mark - 3);
  if (id.find_first_of(" {}") != npos) return;

  const ByteRange range = source_of(leaf, source_, 0);
  const std::size_t written = source_.text().substr(0, range.end).rfind("{#" + id + "}");
  const bool located = written != npos && written >= range.begin;
  if (located && written > 0 && source_.text()[written - 1] == '\\') return;
  PassageMark passage{
      id, located ? source_.place(written + 2, id.size()) : source_.line_start(cmark_node_get_start_line(leaf))};
  const SourceSpan span{path_, passage.place};
  const bool alone = cmark_node_get_type(leaf) == CMARK_NODE_PARAGRAPH && cmark_node_first_child(leaf) == last &&
                     is_blank(literal.substr(1, mark - 1));
  if (!is_passage_id(id) || alone) {
    diagnostics_.add("bad-passage", span,
                     alone ? say("the passage id '{}' stands alone", id) : say("'{}' is no passage id", id),
                     alone ? say("write it at the end of the paragraph or list item that it names")
                           : say("use a-z, 0-9 and hyphens only"));
    return;
  }
  cut_end(last, std::string_view(literal).substr(1), mark - 1);
  if (!used_.insert(id).second) {
    diagnostics_.add("duplicate-passage", span, say("the passage id '{}' stands twice on this page", id));
    return;
  }
  anchors_.ids[carrier_of(leaf)] = id;
  anchors_.passages[leaf] = std::move(passage);
}

void AnchorFinder::cut_end(cmark_node* last, std::string_view literal, std::size_t length) {
  while (length > 0 && (literal[length - 1] == ' ' || literal[length - 1] == '\t')) --length;
  cmark_node_set_literal(last, std::string(literal.substr(0, length)).c_str());
  if (length > 0) return;
  // The id stood on a line of its own.
  cmark_node* before = cmark_node_previous(last);
  cmark_node_unlink(last);
  if (before == nullptr) return;
  const cmark_node_type type = cmark_node_get_type(before);
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) cmark_node_unlink(before);
}

// The paragraph of a list item has no element of its own in a tight list, and in any list the item is what one points
// at.
cmark_node* AnchorFinder::carrier_of(cmark_node* leaf) const {
  cmark_node* parent = cmark_node_parent(leaf);
  const bool in_item =
      cmark_node_get_type(leaf) == CMARK_NODE_PARAGRAPH && cmark_node_get_type(parent) == CMARK_NODE_ITEM;
  return in_item && !anchors_.ids.contains(parent) ? parent : leaf;
}

void AnchorFinder::name_heading(cmark_node* heading) {
  std::string slug = to_slug(plain_text(heading, marked_));
  if (slug.empty()) slug = "h";
  anchors_.ids[heading] = unique(slug);
}

// cmark has it, but gives it to nobody.
std::string_view AnchorFinder::footnote_label(cmark_node* footnote) const {
  const int first = cmark_node_get_start_line(footnote);
  const ByteRange range = source_.lines(first, first);
  const std::string_view line = source_.text().substr(range.begin, range.end - range.begin);
  const std::size_t label = line.find("[^");
  const std::size_t end = line.find("]:", label);
  return label == npos || end == npos ? "" : line.substr(label + 2, end - label - 2);
}

// cmark has put the footnotes last, in the order of their numbers. A reference in an image's alternative text is not
// shown.
void AnchorFinder::name_footnotes(cmark_node* root) {
  std::vector<cmark_node*> notes;
  std::vector<std::string> bases;
  cmark_node* note = cmark_node_last_child(root);
  for (; note != nullptr && cmark_node_get_type(note) == CMARK_NODE_FOOTNOTE_DEFINITION;
       note = cmark_node_previous(note))
    notes.push_back(note);
  std::ranges::reverse(notes);
  for (cmark_node* each : notes) {
    bases.push_back(to_slug(footnote_label(each)));
    anchors_.footnote_ids.push_back(unique("fn-" + bases.back()));
    anchors_.ids[each] = anchors_.footnotes[each].id = anchors_.footnote_ids.back();
  }
  int images = 0;
  for_each_node(root, [&](cmark_node* node, bool entering) {
    if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) images += entering ? 1 : -1;
    if (!entering || images > 0 || cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_REFERENCE) return;
    const int number = std::atoi(cmark_node_get_literal(node));
    if (number < 1 || static_cast<std::size_t>(number) > notes.size()) return;
    const auto index = static_cast<std::size_t>(number) - 1;
    const std::string id = unique("fnref-" + bases[index]);
    anchors_.ids[node] = id;
    anchors_.footnotes[notes[index]].reference_ids.push_back(id);
  });
}

std::string AnchorFinder::unique(const std::string& base) {
  if (used_.insert(base).second) return base;
  int& number = next_number_.try_emplace(base, 2).first->second;
  std::string id = base + "-" + std::to_string(number);
  while (!used_.insert(id).second) id = base + "-" + std::to_string(++number);
  ++number;
  return id;
}

}  // namespace

const std::string& Anchors::id_of(const cmark_node* node) const {
  static const std::string none;
  const auto found = ids.find(node);
  return found == ids.end() ? none : found->second;
}

Anchors find_anchors(cmark_node* root, const MarkedText& marked, SourceText& source, const std::string& path,
                     Diagnostics& diagnostics) {
  return AnchorFinder(marked, source, path, diagnostics).find(root);
}

const std::string& wikilink_text(const Mark& mark) {
  if (!mark.text.empty()) return mark.text;
  return mark.target.empty() ? mark.fragment : mark.target;
}

std::string plain_text(cmark_node* node, const MarkedText& marked) {
  std::string text;
  for_each_node(node, [&](cmark_node* inner, bool entering) {
    if (!entering) return;
    const cmark_node_type type = cmark_node_get_type(inner);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
    if (type == CMARK_NODE_CODE) text += marked.restore(cmark_node_get_literal(inner));
    if (type == CMARK_NODE_TEXT)
      marked.for_each_part(
          cmark_node_get_literal(inner), [&](std::string_view plain) { text += plain; },
          [&](const Mark& mark) { text += mark.is_wikilink() ? wikilink_text(mark) : mark.written; });
  });
  return collapse_spaces(text);
}

ByteRange source_of(cmark_node* block, const SourceText& source, std::size_t cursor) {
  const int first = cmark_node_get_start_line(block);
  const int last = cmark_node_get_end_line(block);
  cmark_node* parent = cmark_node_parent(block);
  // The header of a table that follows a paragraph directly has the first line of that paragraph.
  if (cmark_node_get_type(block) == CMARK_NODE_TABLE_ROW && cmark_gfm_extensions_get_table_row_is_header(block) != 0) {
    const int body = cmark_node_next(block) == nullptr ? cmark_node_get_end_line(parent)
                                                       : cmark_node_get_start_line(cmark_node_next(block));
    ByteRange range = source.lines(first, std::max(first, body - 1));
    range.begin = std::clamp(cursor, range.begin, range.end);
    return range;
  }
  if (first > 0) return source.lines(first, std::max(first, last));
  cmark_node* next = cmark_node_next(block);
  const ByteRange until = source.lines(1, next == nullptr ? INT32_MAX : cmark_node_get_end_line(next));
  return {std::min(cursor, until.end), until.end};
}

}  // namespace vav
