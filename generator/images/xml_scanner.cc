#include "images/xml_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace vav::images {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// More names are allowed by XML; those of SVG need no more.
bool is_name_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_.:").find(c) != npos;
}

std::optional<char32_t> numbered_character(std::string_view reference) {
  const bool hexadecimal = reference.starts_with('x');
  if (hexadecimal) reference.remove_prefix(1);
  unsigned number = 0;
  const auto read =
      std::from_chars(reference.data(), reference.data() + reference.size(), number, hexadecimal ? 16 : 10);
  const bool whole = read.ec == std::errc() && read.ptr == reference.data() + reference.size();
  const bool character = number < 0x110000 && (number < 0xD800 || number > 0xDFFF) &&
                         (number >= 0x20 || number == '\t' || number == '\n' || number == '\r');
  return whole && character ? std::optional<char32_t>(number) : std::nullopt;
}

}  // namespace

std::optional<XmlPiece> XmlScanner::next() {
  using Kind = XmlPiece::Kind;
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("<!--")) {
    auto comment = markup(Kind::comment, "<!--", "-->");
    if (comment && comment->content.find("--") != npos) return std::nullopt;
    return comment;
  }
  if (rest.starts_with("<![CDATA[")) return markup(Kind::cdata, "<![CDATA[", "]]>");
  if (rest.starts_with("<?")) {
    auto instruction = markup(Kind::instruction, "<?", "?>");
    if (instruction) {
      const std::size_t end = instruction->content.find_first_of(" \t\r\n");
      instruction->name = instruction->content.substr(0, end);
    }
    return instruction;
  }
  if (rest.starts_with('<')) return tag();
  XmlPiece text;
  text.written = text.content = rest.substr(0, rest.find('<'));
  at_ += text.written.size();
  return text;
}

std::optional<XmlPiece> XmlScanner::markup(XmlPiece::Kind kind, std::string_view start, std::string_view end) {
  const std::size_t found = text_.find(end, at_ + start.size());
  if (found == npos) return std::nullopt;
  XmlPiece piece;
  piece.kind = kind;
  piece.content = text_.substr(at_ + start.size(), found - at_ - start.size());
  piece.written = text_.substr(at_, found + end.size() - at_);
  at_ = found + end.size();
  return piece;
}

std::optional<XmlPiece> XmlScanner::tag() {
  const std::size_t start = at_++;
  XmlPiece piece;
  piece.kind = XmlPiece::Kind::start;
  if (text_.substr(at_).starts_with('/')) {
    piece.kind = XmlPiece::Kind::end;
    ++at_;
  }
  piece.name = take_name();
  if (piece.name.empty()) return std::nullopt;
  for (;;) {
    const std::size_t before = at_;
    skip_space();
    if (text_.substr(at_).starts_with('/') && piece.kind == XmlPiece::Kind::start) {
      piece.kind = XmlPiece::Kind::empty;
      ++at_;
    }
    if (text_.substr(at_).starts_with('>')) break;
    if (at_ == before || piece.kind != XmlPiece::Kind::start) return std::nullopt;
    auto attribute = this->attribute();
    if (!attribute) return std::nullopt;
    attribute->written = text_.substr(before, at_ - before);
    constexpr std::size_t most_attributes = 100;
    const bool repeated =
        std::ranges::find(piece.attributes, attribute->name, &XmlAttribute::name) != piece.attributes.end();
    if (repeated || piece.attributes.size() == most_attributes) return std::nullopt;
    piece.attributes.push_back(std::move(*attribute));
  }
  ++at_;
  piece.written = text_.substr(start, at_ - start);
  return piece;
}

std::optional<XmlAttribute> XmlScanner::attribute() {
  XmlAttribute attribute;
  attribute.name = take_name();
  skip_space();
  if (attribute.name.empty() || !text_.substr(at_).starts_with('=')) return std::nullopt;
  ++at_;
  skip_space();
  const char quote = at_ < text_.size() ? text_[at_] : ' ';
  if (quote != '"' && quote != '\'') return std::nullopt;
  const std::size_t end = text_.find(quote, at_ + 1);
  if (end == npos) return std::nullopt;
  const std::string_view written = text_.substr(at_ + 1, end - at_ - 1);
  auto value = without_references(written);
  if (!value || written.find('<') != npos) return std::nullopt;
  attribute.value = std::move(*value);
  at_ = end + 1;
  return attribute;
}

std::string_view XmlScanner::take_name() {
  const std::size_t start = at_;
  while (at_ < text_.size() && is_name_sign(text_[at_])) ++at_;
  return text_.substr(start, at_ - start);
}

void XmlScanner::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

std::optional<std::string> without_references(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  std::string plain;
  for (std::size_t sign = text.find('&'); sign != npos; sign = text.find('&')) {
    plain += text.substr(0, sign);
    const std::size_t end = text.substr(0, sign + 12).find(';', sign);
    if (end == npos) return std::nullopt;
    const std::string_view name = text.substr(sign + 1, end - sign - 1);
    if (name.starts_with('#')) {
      const auto character = numbered_character(name.substr(1));
      if (!character) return std::nullopt;
      append_utf8(plain, *character);
    } else {
      const auto* entity = std::ranges::find(entities, name, &std::pair<std::string_view, char>::first);
      if (entity == entities.end()) return std::nullopt;
      plain += entity->second;
    }
    text.remove_prefix(end + 1);
  }
  plain += text;
  return plain;
}

}  // namespace vav::images
