// Reading the values that a PDF consists of, with their places. Used inside this room only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vav::documents {

struct PdfValue {
  enum class Kind { none, name, text, map, list, reference, word };  // word: numbers, true, obj, stream …
  Kind kind = Kind::none;
  std::string text;                // of a name without "/", of a text without its brackets (as written), of a word
  std::size_t start = 0, end = 0;  // bytes of the file
  std::vector<std::string> keys;   // of a map
  std::vector<PdfValue> values;    // of a map, as keys; of a list
  std::size_t object = 0;          // that a reference names

  bool is_name(std::string_view name) const { return kind == Kind::name && text == name; }
  bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
  // The value of the key in a map; a value of kind none when there is no such key.
  const PdfValue& at(std::string_view key) const;
  // A text that says something: other than spaces.
  bool says_something() const;
};

class PdfScanner {
 public:
  // `bytes` must outlive the scanner.
  PdfScanner(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  // The next value; none at the end of the bytes.
  PdfValue next();
  std::size_t place() const { return at_; }
  void go_to(std::size_t place) { at_ = place; }
  // Whether something did not close, or nests too deep.
  bool is_damaged() const { return is_damaged_; }

 private:
  void skip_space();
  PdfValue next_token();
  PdfValue read(int depth);
  PdfValue read_until(std::string_view end, int depth, PdfValue value);
  void read_text(PdfValue& value);
  void read_name(PdfValue& value);
  // A reference is two numbers and R.
  static void join_reference(std::vector<PdfValue>& values);

  std::string_view bytes_;
  std::size_t at_;
  bool is_damaged_ = false;
};

}  // namespace vav::documents
