// Second walk over the tree: makes the HTML of the body, with holes where links lead, and all lists of a Document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/wording.h"
#include "markdown/anchors.h"
#include "markdown/blocks.h"
#include "markdown/document.h"
#include "markdown/document_body.h"
#include "markdown/languages.h"

namespace vav {

struct WrittenBody {
  std::vector<BodyPart> parts;
  std::vector<DocumentLink> links;
  std::vector<Heading> headings;
  std::vector<Passage> passages;
  std::vector<Quotation> quotations;
  std::vector<TextBlock> text;
  std::vector<DataBlock> data_blocks;
  std::vector<LinkableBlock> linkable;
  Prose prose;
};

// What the walk reads, and where it reports.
struct BodySource {
  const MarkedText& marked;
  const Anchors& anchors;
  const std::vector<LanguageBlock>& language_blocks;
  const LanguageNodes& language_nodes;
  SourceText& source;
  const std::string& path;
  Diagnostics& diagnostics;
};

class BodyWriter {
 public:
  explicit BodyWriter(const BodySource& from) : from_(from), cursor_(from.source.text()) {}

  WrittenBody write(cmark_node* root);

 private:
  struct Piece {
    std::size_t plain, source;  // where it begins in plain_, and in the source (npos = not found)
  };

  // A link or image that has been entered and not yet left.
  struct OpenLink {
    int index = -1;                // in links; -1 = it was refused, or stands in another link
    Wording refused;               // why
    std::size_t text_start = 0;    // in plain_
    std::size_t source_start = 0;  // of its `[`, or npos
  };

  // body_blocks.cc
  void visit(cmark_node* node, bool entering);
  bool visit_container(cmark_node* node, bool entering);
  bool visit_table(cmark_node* node, bool entering);
  void visit_paragraph(cmark_node* node, bool entering);
  void visit_heading(cmark_node* node, bool entering);
  void visit_item(cmark_node* node, bool entering);
  void visit_code_block(cmark_node* node);
  void visit_html_block(cmark_node* node);
  void visit_footnote(cmark_node* node, bool entering);
  void write_back_references(cmark_node* footnote);
  bool visit_language_line(cmark_node* node);
  void close_language();
  void enter_table(cmark_node* node);
  void visit_cell(cmark_node* node, bool entering);

  // body_figures.cc
  bool is_figure(cmark_node* paragraph) const;
  void leave_figure(cmark_node* paragraph);
  void add_data_block(cmark_node* node, std::string_view written);

  // body_text.cc: what the blocks say
  void enter_leaf(cmark_node* leaf);
  void leave_leaf(cmark_node* leaf);
  void fill_sentences();
  const std::string& anchor_at(cmark_node* leaf) const;
  void add_passage_sign(cmark_node* leaf);
  void report_heading_level(cmark_node* heading, int level);

  // body_quotations.cc
  void visit_block_quote(cmark_node* node, bool entering);
  void start_attribution();
  void add_to_block_quote();
  void add_quoted_words(std::size_t link);

  // body_prose.cc: what checks of the text ask for
  void note_source(std::size_t offset);  // what is added to plain_ next stands there in the source
  // Where a part of plain_ stands, to the end of its line; nothing when it is not known.
  std::optional<Place> place_of_plain(ByteRange range);
  void add_sentences(cmark_node* leaf);
  void check_bold_paragraph(cmark_node* paragraph);
  void check_table_header(cmark_node* table);
  void set_apart_code_block(cmark_node* node);

  // body_inlines.cc
  bool visit_inline(cmark_node* node, bool entering);
  void visit_text(cmark_node* node);
  void visit_wikilink(const Mark& mark);
  void visit_code(cmark_node* node);
  void visit_break(bool hard);
  void visit_html_inline(cmark_node* node);
  void visit_footnote_reference(cmark_node* node);
  void visit_link(cmark_node* node, bool entering);
  void enter_image(cmark_node* node);
  void leave_image(cmark_node* node);

  // body_links.cc: where links stand in the source
  OpenLink open_link(cmark_node* node, LinkForm form);
  void close_link(cmark_node* node, const OpenLink& open);
  ByteRange locate_link(cmark_node* node, const OpenLink& open);
  std::optional<ByteRange> locate_bare_address(cmark_node* node, const std::string& url) const;
  ByteRange locate_reference(std::size_t close, const OpenLink& open);
  void report_html(std::size_t offset, std::size_t length);
  void report_open_wikilink(std::string_view literal);

  // body_runs.cc: text in which words may become links
  bool is_linkable() const;
  void add_words(std::string_view text);
  void end_run();
  void end_linkable_block();

  // Writing
  void add(std::string_view html) {
    end_run();
    html_ += html;
  }
  void add_text(std::string_view text);
  void add_id(cmark_node* node);
  void add_place(cmark_node* node);  // where ids that it had before may stand
  void end_tag(cmark_node* node);    // with its id, and its place as the first thing in the element
  void start_line();
  void add_hole(BodyPart::Hole hole, int link = -1, std::string title = {}, std::string text = {});

  BodySource from_;
  SourceCursor cursor_;
  WrittenBody out_;
  std::string html_;  // since the last hole

  cmark_node* leaf_ = nullptr;
  std::string plain_;                                // of the block, so far
  std::vector<Piece> pieces_;                        // of plain_, in order
  std::size_t scope_start_ = 0;                      // of the block or cell, in plain_
  std::size_t first_of_scope_ = 0;                   // its first link, in links
  std::vector<ByteRange> link_texts_;                // where the links of the scope stand in plain_
  std::size_t first_text_ = std::string_view::npos;  // of the block, in the source

  int block_quotes_ = 0;  // entered and not left
  // Of the outermost: what it says so far, where that stands, and its last line when that tells where it is from.
  std::string quoted_;
  std::optional<Place> quoted_place_;
  cmark_node* attribution_ = nullptr;                  // its paragraph, or the end of the line before it
  std::size_t attribution_start_ = std::string::npos;  // in plain_, once reached

  std::string run_;            // words since the last piece of HTML that may become links
  std::size_t run_begin_ = 0;  // in plain_
  std::size_t links_before_run_ = 0;
  std::vector<LinkableRun> runs_;  // of the block or cell
  int foreign_spans_ = 0;          // entered and not left
  bool foreign_footnote_ = false;

  std::vector<OpenLink> open_links_;
  std::vector<OpenLink> open_images_;
  bool in_figure_ = false;
  int images_ = 0;  // entered and not left: what stands in them is their alternative text
  cmark_node* footnote_ = nullptr;
  bool back_references_written_ = false;
  int footnotes_ = 0;
  bool language_is_open_ = false;
  std::string heading_id_;  // of the nearest heading above
  int heading_level_ = 1;
  bool in_table_header_ = false, in_table_body_ = false;
  int column_ = 0;
  std::vector<bool> used_marks_;
};

}  // namespace vav
