// The part of XML (W3C, fifth edition) that drawings need, cut into pieces: tags with attributes, text, comments and
// instructions. No document type, so no entities but the five of XML itself. Whatever else stands there is an error.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vav::images {

struct XmlAttribute {
  std::string_view name;
  std::string value;         // references undone
  std::string_view written;  // all of it, with the space before
};

struct XmlPiece {
  enum class Kind { start, empty, end, text, cdata, comment, instruction };

  Kind kind = Kind::text;
  std::string_view name;     // of a tag or an instruction
  std::string_view written;  // all of it
  std::string_view content;  // of text (as written), CDATA or instruction
  std::vector<XmlAttribute> attributes;
};

class XmlScanner {
 public:
  explicit XmlScanner(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  // nullopt = not of this part of XML. REQUIRES: !at_end()
  std::optional<XmlPiece> next();

 private:
  std::optional<XmlPiece> markup(XmlPiece::Kind kind, std::string_view start, std::string_view end);
  std::optional<XmlPiece> tag();
  std::optional<XmlAttribute> attribute();
  std::string_view take_name();
  void skip_space();

  std::string_view text_;
  std::size_t at_ = 0;
};

// Character references and the five entities; nullopt = there are others.
std::optional<std::string> without_references(std::string_view text);

}  // namespace vav::images
