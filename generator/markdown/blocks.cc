#include "markdown/blocks.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/block_lines.h"
#include "markdown/source_text.h"
#include "markdown/syntax_tree.h"
#include "markdown/wikilinks.h"

namespace vav {

namespace {

constexpr std::size_t npos = std::string_view::npos;

class BlockCutter {
 public:
  BlockCutter(std::string_view source, const std::string& path, int first_line, Diagnostics& diagnostics)
      : source_(source), places_(source, first_line), path_(path), diagnostics_(diagnostics) {}

  PublicText cut();

 private:
  // A block whose text is hidden.
  struct Hidden {
    ColonLine opening;
    std::size_t begin = 0, end = 0;  // of `::: word` in the source
    bool reported = false;
  };

  void take_line(std::string_view line);
  void take_hidden(std::string_view line);
  void take_opening(const ColonLine& opening, std::string_view line);
  void take_closing(const ColonLine& closing, std::string_view line);
  void open_language(const ColonLine& opening, std::string_view code);
  void report_unclosed(std::size_t begin, std::size_t end, const Wording& what);
  void hide(const ColonLine& opening, std::string_view line, bool reported);
  void report_unknown(const ColonLine& opening, std::string_view line);
  void report(std::string_view id, std::size_t begin, std::size_t end, Wording message, Wording hint);

  std::size_t offset_of(std::string_view part) const { return static_cast<std::size_t>(part.data() - source_.data()); }

  std::string_view source_;
  SourceText places_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  PublicText out_;
  FenceTracker fence_;
  FenceTracker hidden_fence_;  // in hidden text
  std::optional<Hidden> hidden_;
  std::optional<ColonLine> language_;  // the open block of another language
  std::size_t language_begin_ = 0, language_end_ = 0;
  int line_ = 0;
};

PublicText BlockCutter::cut() {
  out_.text.reserve(source_.size());
  for (std::size_t start = 0; start < source_.size();) {
    const std::size_t end = source_.find('\n', start);
    ++line_;
    take_line(source_.substr(start, end == npos ? npos : end - start));
    if (end == npos) break;
    out_.text += '\n';
    start = end + 1;
  }
  if (hidden_ && !hidden_->reported) report_unclosed(hidden_->begin, hidden_->end, say("all that follows is hidden"));
  if (language_) {
    report_unclosed(language_begin_, language_end_, say("all that follows is taken for text in that language"));
    out_.languages.back().last_line = line_ + 1;
  }
  std::ranges::sort(out_.internal_targets);
  const auto repeated = std::ranges::unique(out_.internal_targets);
  out_.internal_targets.erase(repeated.begin(), repeated.end());
  return std::move(out_);
}

void BlockCutter::take_line(std::string_view line) {
  if (hidden_) {
    take_hidden(line);
    return;
  }
  const auto colons = read_colon_line(line);
  if (fence_.inside() || !colons) {
    fence_.take(line);
    if (colons) out_.taken_for_code.push_back(line_);
    out_.text += line;
    return;
  }
  if (colons->word.empty())
    take_closing(*colons, line);
  else
    take_opening(*colons, line);
}

void BlockCutter::take_hidden(std::string_view line) {
  // A block of code in hidden text may show how blocks are written. One that never ends keeps all hidden, and is told
  // as a block that is not closed.
  const bool in_code = hidden_fence_.inside();
  hidden_fence_.take(line);
  const auto closing = in_code ? std::nullopt : read_colon_line(line);
  const bool closes = closing && closing->word.empty() && closing->colons >= hidden_->opening.colons &&
                      (hidden_->opening.deep || !closing->deep);
  if (closes) {
    hidden_.reset();
    hidden_fence_ = {};
  } else {
    add_link_targets(line, out_.internal_targets);
  }
}

void BlockCutter::take_opening(const ColonLine& opening, std::string_view line) {
  const std::size_t space = opening.word.find_first_of(" \t");
  const std::string_view word = opening.word.substr(0, space);
  if (!opening.deep && opening.colons > 2 && opening.word == "internal") {
    hide(opening, line, false);
  } else if (!opening.deep && word == "lang" && !language_) {
    language_begin_ = offset_of(line) + opening.offset;
    language_end_ = offset_of(opening.word) + opening.word.size();
    open_language(opening, space == npos ? "" : trim(opening.word.substr(space)));
  } else {
    report_unknown(opening, line);
    hide(opening, line, true);
  }
}

void BlockCutter::open_language(const ColonLine& opening, std::string_view code) {
  const bool known = is_language_code(code);
  const std::string_view placed = code.empty() ? opening.word : code;
  if (!known)
    report("bad-language", offset_of(placed), offset_of(placed) + placed.size(),
           code.empty() ? say("no language is named") : say("'{}' is no language code", code),
           say("write a code such as en, sv or en-GB: '{}'", "::: lang en"));
  language_ = opening;
  out_.languages.push_back({line_, line_, known ? std::string(code) : ""});
  out_.text += language_line;
}

void BlockCutter::take_closing(const ColonLine& closing, std::string_view line) {
  if (language_ && !closing.deep && closing.colons >= language_->colons) {
    language_.reset();
    out_.languages.back().last_line = line_;
    out_.text += language_line;
    return;
  }
  const std::size_t begin = offset_of(line) + closing.offset;
  report("unknown-block", begin, begin + closing.colons, say("this line of colons closes no block"),
         language_ ? say("the open block is closed by {} colons at the start of a line", language_->colons)
                   : say("remove it, or write '{}' where the block begins", "::: internal"));
}

void BlockCutter::hide(const ColonLine& opening, std::string_view line, bool reported) {
  const std::size_t begin = offset_of(line) + opening.offset;
  hidden_ = Hidden{opening, begin, offset_of(opening.word) + opening.word.size(), reported};
}

void BlockCutter::report_unknown(const ColonLine& opening, std::string_view line) {
  const std::string_view word = opening.word.substr(0, opening.word.find_first_of(" \t"));
  const std::size_t begin = offset_of(opening.word);
  if (opening.deep) {
    report("unknown-block", offset_of(line) + opening.offset, begin + opening.word.size(),
           say("a block must begin at the start of a line; this one is hidden"),
           say("put '{}' at the start of a line, outside of lists and quotations", "::: " + std::string(word)));
  } else if (word == "lang") {
    report("unknown-block", begin, begin + opening.word.size(),
           say("a block of another language stands in another; it is hidden"),
           say("close the first block before the next begins"));
  } else if (opening.colons == 2) {
    report("unknown-block", offset_of(line) + opening.offset, begin + word.size(),
           say("a block begins with three colons; this one is hidden"), say("write '{}'", "::: internal"));
  } else if (word == "internal") {
    report("unknown-block", begin, begin + opening.word.size(), say("'{}' stands alone on its line", "::: internal"),
           say("put the text on the lines between it and '{}'", ":::"));
  } else {
    Wording hint = did_you_mean(word, {"internal", "lang"});
    if (hint.empty()) hint = say("known blocks are '{}' and '{}'", "::: internal", "::: lang en");
    report("unknown-block", begin, begin + word.size(), say("'{}' is no kind of block; its text is hidden", word),
           std::move(hint));
  }
}

void BlockCutter::report_unclosed(std::size_t begin, std::size_t end, const Wording& what) {
  report("unclosed-block", begin, end, say("the block is not closed; {}", what),
         say("write a line with '{}' where it ends", ":::"));
}

void BlockCutter::report(std::string_view id, std::size_t begin, std::size_t end, Wording message, Wording hint) {
  diagnostics_.add(id, {path_, places_.place(begin, end - begin)}, std::move(message), std::move(hint));
}

// The first of the lines (sorted) that does not stand between the fences of a code block; 0 = all do. A block that its
// container ends has, by cmark, the line after as its last, so the last line counts for none.
int first_outside_code(cmark_node* root, const std::vector<int>& lines) {
  auto next = lines.begin();
  int wrong = 0;
  for_each_node(root, [&](cmark_node* node, bool /*entering*/) {
    if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK) return;
    int length = 0, indent = 0;
    char sign = 0;
    if (cmark_node_get_fenced(node, &length, &indent, &sign) == 0) return;
    // Footnotes come last in the tree, wherever they stand; what stands in their code is taken for wrong.
    if (next != lines.end() && wrong == 0 && *next <= cmark_node_get_start_line(node)) wrong = *next;
    while (next != lines.end() && wrong == 0 && *next < cmark_node_get_end_line(node)) ++next;
  });
  return wrong == 0 && next != lines.end() ? *next : wrong;
}

}  // namespace

PublicText cut_blocks(std::string_view source, const std::string& path, int first_line, Diagnostics& diagnostics) {
  return BlockCutter(source, path, first_line, diagnostics).cut();
}

void hide_what_is_no_code(PublicText& text, const std::string& path, int first_line, Diagnostics& diagnostics) {
  if (text.taken_for_code.empty()) return;
  int wrong = 0;
  {
    const MarkedText marked(text.text);
    const SyntaxTree tree(marked.text());
    if (tree.root() == nullptr) return;  // it will be refused
    wrong = first_outside_code(tree.root(), text.taken_for_code);
  }
  if (wrong == 0) return;
  SourceText source(text.text, first_line);
  diagnostics.add("unknown-block", {path, source.line_start(wrong)},
                  say("this may be the start of a block or a line of code; all that follows is hidden"),
                  say("close the code block above with a line of its own"));
  const ByteRange rest = source.lines(wrong, INT32_MAX);
  const auto lines = static_cast<std::size_t>(std::ranges::count(text.text.substr(rest.begin), '\n'));
  text.text.replace(rest.begin, std::string::npos, std::string(lines, '\n'));
}

bool is_language_code(std::string_view code) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_alphanumeric = [&](char c) { return is_letter(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const std::vector<std::string_view> parts = split(code, '-');
  if (parts.empty() || parts[0].size() < 2 || parts[0].size() > 3 || !std::ranges::all_of(parts[0], is_letter))
    return false;
  return std::all_of(parts.begin() + 1, parts.end(), [&](std::string_view part) {
    return part.size() >= 2 && part.size() <= 8 && std::ranges::all_of(part, is_alphanumeric);
  });
}

}  // namespace vav
