// Markdown text -> Document -> HTML. GitHub's dialect (tables, strikethrough, task lists, autolinks, footnotes) with
// wikilinks, passage ids, heading ids, text in other languages and hidden blocks of our own. Knows nothing of pages:
// what a link leads to is decided elsewhere and handed back when HTML is made.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "diagnostics/diagnostic.h"
#include "markdown/prose.h"

namespace vav {

enum class LinkForm {
  wikilink,  // [[target#fragment|text]]
  link,      // [text](target#fragment), a reference link, or an autolink
  image,     // ![text](target)
};

// A link as it is written. Links come in the order of the text; footnotes last.
struct DocumentLink {
  LinkForm form = LinkForm::link;
  std::string target;  // without the fragment; percent-encoding and character references undone; "" = this page. With a
                       // scheme: as written
  std::string fragment;  // without "#"; "" = none
  std::string text;      // what the reader sees, as plain text; "" for a wikilink that shows its target's title
  std::string sentence;  // the plain text of the sentence (or list item, cell, heading) in which the link stands
  std::string passage;   // id of the passage or, failing that, of the nearest heading above; "" = none
  Place place;           // of the target in the file (of the whole link where the target cannot be located)
};

struct Heading {
  int level = 2;
  std::string text;  // plain
  std::string id;    // unique in the page; explicit {#id} or made from the text
  Place place;
};

// A paragraph, list item, table row or heading that can be cited: it carries {#id} at its end.
struct Passage {
  std::string id;
  std::string text;  // plain
  Place place;
};

// Words that are said to be another's: a block quotation whose last line begins with a dash and holds a link, or words
// in quotation marks that a link in parentheses follows: ”so” ([[page#passage]]).
struct Quotation {
  std::string text;      // plain, without the marks and the line that tells where it is from
  std::size_t link = 0;  // that tells it: index into links()
  Place place;           // of the text, to the end of its first line
};

// A block of plain text, for the search index and snippets.
struct TextBlock {
  std::string text;
  std::string anchor;  // id of the passage, or of the nearest heading above; "" = top of the page
  bool is_heading = false;
};

// A fenced block with the info word `items`: it asks for items of the knowledge base. What it says is read, and what it
// shows is made, elsewhere.
struct DataBlock {
  std::string text;        // lines as they stand in the file, what is around them (a list, a quotation) blank
  int first_line = 1;      // of the text, in the file
  Place place;             // of the info word
  std::string heading_id;  // of the nearest heading above; "" = none
};
inline constexpr std::string_view data_block_word = "items";
// A stretch of a block's text that stands outside links, code, images and text in other languages.
struct LinkableRun {
  std::size_t begin = 0, end = 0;  // in LinkableBlock::text
  std::size_t links_before = 0;    // how many of the document's links stand before it
};

// The plain text of a paragraph, list item or cell of a table in whose runs words may become links by themselves. No
// heading is one.
struct LinkableBlock {
  std::string text;     // as written, with a space for each line end
  std::string passage;  // as DocumentLink::passage
  std::vector<LinkableRun> runs;
};

// What a link of the document leads to. `href` empty = render the text alone (the link was reported as dead).
struct LinkTarget {
  std::string href;
  std::string text;           // for a wikilink without text of its own
  std::string stands_for;     // of a wikilink that shows an abbreviation: what that is short for; "" = it shows none
  std::string told;           // of a file: what stands last in the link, " (PDF, 412 kB)"
  bool external = false;      // gets class "external"
  int width = 0, height = 0;  // images: pixels, 0 = unknown
};

// Words of a run that become a link, or are told to be an abbreviation, though nobody marked them up.
struct LinkedWords {
  std::size_t block = 0;           // in Document::linkable()
  std::size_t begin = 0, end = 0;  // in its text, within one run
  std::size_t name_end = 0;        // where an ending begins: that of "UKÄ" in "UKÄ:s"
  std::string href;                // "" = no link
  std::string stands_for;          // what the name is short for; "" = it is no abbreviation
};

// The words of the interface that the body of a page needs; "" = none.
struct HtmlWords {
  std::string back_to_text;  // aria-label of the arrow that leads from a footnote back to the text
  std::string passage_link;  // aria-label of the sign after a passage, {0} = its id
};

// Ids that places of the page had before: id now -> before. Each stays a place that addresses may name.
using FormerIds = std::multimap<std::string, std::string>;

struct DocumentBody;

class Document {
 public:
  Document();
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const std::vector<DocumentLink>& links() const { return links_; }
  const std::vector<Heading>& headings() const { return headings_; }
  const std::vector<Passage>& passages() const { return passages_; }
  const std::vector<TextBlock>& text() const { return text_; }
  const std::vector<Quotation>& quotations() const { return quotations_; }
  // In the order of the text; nothing of them is in text().
  const std::vector<DataBlock>& data_blocks() const { return data_blocks_; }
  const std::vector<LinkableBlock>& linkable() const { return linkable_; }
  // The sentence around bytes of a linkable block, as DocumentLink::sentence.
  static std::string sentence_in(const LinkableBlock& block, std::size_t begin, std::size_t end);
  // What the links in blocks for editors lead to, as DocumentLink::target; web addresses left out. Sorted, each once.
  // Nothing else of such blocks is in the document.
  const std::vector<std::string>& internal_targets() const { return internal_targets_; }
  // For checks of the text; offsets count from the start of the text that was parsed.
  const Prose& prose() const { return prose_; }
  // True when some heading, passage or footnote of the page has this id.
  bool has_anchor(std::string_view id) const;

 private:
  friend Document parse_markdown(std::string_view text, const std::string& path, int first_line,
                                 Diagnostics& diagnostics);
  friend std::string render_html(const Document& document, std::span<const LinkTarget> targets, const HtmlWords& words,
                                 std::span<const std::string> data_html, std::span<const LinkedWords> linked,
                                 const FormerIds& former_ids);
  std::unique_ptr<DocumentBody> body_;
  std::vector<DocumentLink> links_;
  std::vector<Heading> headings_;
  std::vector<Passage> passages_;
  std::vector<Quotation> quotations_;
  std::vector<TextBlock> text_;
  std::vector<DataBlock> data_blocks_;
  std::vector<LinkableBlock> linkable_;
  std::vector<std::string> internal_targets_;
  Prose prose_;
};

// Must be called once, before any thread parses: see special_characters.cc for the race that this cures. Later calls do
// nothing.
void prime_markdown_parser();

// `text` is the part of the file below the front matter, whose first line is line `first_line` of the file `path`.
// Raw HTML (other than comments, which are dropped), forbidden schemes (anything but http, https, mailto, tel), passage
// ids that are duplicate or malformed, headings of level 1, blocks between colons that are unknown or not closed and
// hostile nesting are reported; the document lives on without them. Any thread. REQUIRES: valid UTF-8;
// prime_markdown_parser() was called.
Document parse_markdown(std::string_view text, const std::string& path, int first_line, Diagnostics& diagnostics);

// HTML of the document's body. REQUIRES: one target for each of document.links(), in order; `linked` in the order of
// the text. `data_html` is what stands in place of each of document.data_blocks(); those beyond its end show nothing.
// Any thread.
std::string render_html(const Document& document, std::span<const LinkTarget> targets, const HtmlWords& words = {},
                        std::span<const std::string> data_html = {}, std::span<const LinkedWords> linked = {},
                        const FormerIds& former_ids = {});

}  // namespace vav
