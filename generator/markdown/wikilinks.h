// Wikilinks are taken out of the text before cmark sees it, and put back when the tree is walked. cmark would split
// `[[a_b]]` into several nodes, let a definition `[sida]: /x` steal `[[Sida]]`, and end a table's cell at the `|`; and
// so each place in the source is known exactly. The same goes for the end of `[text]{lang=en}`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vav {

// Something of the source that stands as a mark (a noncharacter, a number, a noncharacter) in the text that cmark gets.
struct Mark {
  enum class Form {
    plain,     // text that cmark must not interpret
    wikilink,  // [[target#fragment|text]]
    language,  // {lang=target}, just after a ]
    escape,    // nothing, just before \[ or \]: in the tree it tells them from brackets that mean something
  };

  Form form = Form::plain;
  std::string written;     // how it stands in the source
  std::size_t offset = 0;  // of `written` in the source
  std::string target, fragment, text;
  std::size_t target_offset = 0,
              target_length = 0;  // bytes of the source; of the fragment with its # when there is no target

  bool is_wikilink() const { return form == Form::wikilink; }
};

class MarkedText {
 public:
  explicit MarkedText(std::string_view source);

  // The text for cmark. It has the lines of the source, but not its columns.
  const std::string& text() const { return text_; }
  const std::vector<Mark>& marks() const { return marks_; }
  // Whether ]{lang= stands anywhere.
  bool has_languages() const { return has_languages_; }

  // Calls plain(text) and mark(Mark) for the parts of a piece of what cmark gives back.
  template <typename Plain, typename OnMark>
  void for_each_part(std::string_view piece, Plain plain, OnMark mark) const {
    while (!piece.empty()) {
      const Found found = find_mark(piece);
      if (found.start > 0) plain(piece.substr(0, found.start));
      if (found.mark != nullptr) mark(*found.mark);
      piece.remove_prefix(found.end);
    }
  }

  // The first mark in a piece of what cmark gives back, or its end.
  struct Found {
    std::size_t start, end;
    const Mark* mark;  // nullptr = a forged one, which says nothing, or none
  };
  Found find_mark(std::string_view piece) const;

  // With all marks as they were written: for code, addresses and titles.
  std::string restore(std::string_view piece) const;

 private:
  std::size_t take_wikilink(std::string_view source, std::size_t offset);
  std::size_t take_caret(std::string_view source, std::size_t offset);
  std::size_t take_language(std::string_view source, std::size_t offset);
  std::size_t take_escape(std::string_view source, std::size_t offset);
  void add_mark(Mark mark);

  std::string text_;
  std::vector<Mark> marks_;
  bool has_languages_ = false;
};

}  // namespace vav
