// SVG (Scalable Vector Graphics, W3C): read as XML, piece by piece, and written anew without comments, metadata and the
// private notes of drawing programs. Titles and descriptions are content.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "images/formats.h"
#include "images/svg_rules.h"
#include "images/xml_scanner.h"

namespace vav::images {

namespace {

constexpr std::string_view unreadable = "the SVG image cannot be read as XML, or has a document type";
constexpr double largest_side = 1e6;

// The number at the start of `text`, with what follows; nullopt = there is none.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

// In pixels; 0 = none that is known without the page ("100%", "2em").
double length_of(std::string_view text) {
  struct Unit {
    std::string_view name;
    double pixels;
  };
  constexpr std::array<Unit, 7> units = {
      {{"", 1}, {"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}}};
  text = trim(text);
  const auto number = take_number(text);
  if (!number || *number <= 0) return 0;
  for (const Unit& unit : units)
    if (text == unit.name) return *number * unit.pixels;
  return 0;
}

void read_size(const XmlPiece& root, ImageFacts& facts) {
  double width = 0, height = 0, box_width = 0, box_height = 0;
  for (const XmlAttribute& attribute : root.attributes) {
    if (attribute.name == "width") width = length_of(attribute.value);
    if (attribute.name == "height") height = length_of(attribute.value);
    if (attribute.name != "viewBox") continue;
    std::array<double, 4> box{};
    std::string_view rest = attribute.value;
    for (double& number : box) {
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n,"), rest.size()));
      number = take_number(rest).value_or(0);
    }
    box_width = box[2];
    box_height = box[3];
  }
  if (box_width > 0 && box_height > 0) {
    if (width == 0 && height == 0) width = box_width;
    if (width == 0) width = height * box_width / box_height;
    if (height == 0) height = width * box_height / box_width;
  }
  const auto fits = [](double side) { return side > 0 && side <= largest_side; };
  if (!fits(width) || !fits(height)) return;
  facts.width = std::max(1, static_cast<int>(std::lround(width)));
  facts.height = std::max(1, static_cast<int>(std::lround(height)));
}

class SvgReader {
 public:
  explicit SvgReader(std::string_view bytes) : scanner_(bytes) {}

  // Why not; "" = the image is ready.
  std::string_view read();

  CleanImage image;

 private:
  std::string_view take(const XmlPiece& piece);
  static std::string_view take_instruction(const XmlPiece& piece);
  std::string_view take_start(const XmlPiece& piece);
  std::string_view take_end(const XmlPiece& piece);
  std::string_view take_text(const XmlPiece& piece);
  std::string_view write_start(const XmlPiece& piece);

  XmlScanner scanner_;
  std::vector<std::string_view> open_;
  std::size_t dropped_ = 0;  // depth from which all is dropped; 0 = nothing is
  bool has_root_ = false;
  std::string style_;  // text of the open style element
};

std::string_view SvgReader::read() {
  image.facts.format = ImageFormat::svg;
  while (!scanner_.at_end()) {
    const auto piece = scanner_.next();
    if (!piece) return unreadable;
    const std::string_view refused = take(*piece);
    if (!refused.empty()) return refused;
  }
  return has_root_ && open_.empty() ? "" : unreadable;
}

std::string_view SvgReader::take(const XmlPiece& piece) {
  using Kind = XmlPiece::Kind;
  switch (piece.kind) {
    case Kind::comment:
      return "";
    case Kind::instruction:
      return take_instruction(piece);
    case Kind::start:
    case Kind::empty:
      return take_start(piece);
    case Kind::end:
      return take_end(piece);
    case Kind::text:
    case Kind::cdata:
      return take_text(piece);
  }
  return unreadable;
}

// <?xml …?> says what is assumed anyway, so it goes; but a file in another encoding is not what it seems.
std::string_view SvgReader::take_instruction(const XmlPiece& piece) {
  if (piece.name == "xml-stylesheet") return "the SVG image loads something or leads elsewhere";
  const std::size_t encoding = piece.content.find("encoding");
  if (piece.name != "xml" || encoding == std::string_view::npos) return "";
  const std::string_view rest = piece.content.substr(encoding);
  const bool is_utf8 =
      rest.find("\"UTF-8\"") != std::string_view::npos || rest.find("'UTF-8'") != std::string_view::npos ||
      rest.find("\"utf-8\"") != std::string_view::npos || rest.find("'utf-8'") != std::string_view::npos;
  return is_utf8 ? "" : unreadable;
}

std::string_view SvgReader::take_start(const XmlPiece& piece) {
  const bool is_empty = piece.kind == XmlPiece::Kind::empty;
  if (open_.empty()) {
    if (has_root_ || piece.name != "svg") return unreadable;
    has_root_ = true;
    read_size(piece, image.facts);
  } else if (open_.back() == "style" && dropped_ == 0) {
    return unreadable;
  }
  // Elements of other name spaces are notes of drawing programs.
  const bool notes = piece.name == "metadata" || piece.name.find(':') != std::string_view::npos;
  if (!is_empty) {
    open_.push_back(piece.name);
    if (notes && dropped_ == 0) dropped_ = open_.size();
  }
  if (dropped_ > 0 || notes) return "";
  if (piece.name == "script") return "the SVG image holds a script or an event handler";
  if (!is_drawing_element(piece.name)) return "the SVG image holds something that vav does not know";
  style_.clear();
  return write_start(piece);
}

std::string_view SvgReader::write_start(const XmlPiece& piece) {
  image.bytes += '<';
  image.bytes += piece.name;
  bool is_named = false;
  for (const XmlAttribute& attribute : piece.attributes) {
    is_named |= attribute.name == "xmlns";
    if (is_dropped_attribute(attribute.name)) continue;
    const std::string_view refused = refused_attribute(attribute.name, attribute.value);
    if (!refused.empty()) return refused;
    image.bytes += attribute.written;
  }
  // Without its name space a browser shows the file as text.
  if (!is_named && piece.name == "svg" && open_.size() <= 1)
    image.bytes.append(" xmlns=\"").append(svg_namespace).append("\"");
  image.bytes += piece.kind == XmlPiece::Kind::empty ? "/>" : ">";
  return "";
}

std::string_view SvgReader::take_end(const XmlPiece& piece) {
  if (open_.empty() || open_.back() != piece.name) return unreadable;
  const bool was_dropped = dropped_ > 0;
  if (dropped_ == open_.size()) dropped_ = 0;
  open_.pop_back();
  if (was_dropped) return "";
  if (piece.name == "style") {
    const std::string sheet = without_css_comments(style_);
    const std::string_view refused = refused_style(sheet);
    if (!refused.empty()) return refused;
    append_escaped_html(image.bytes, sheet);
    style_.clear();
  }
  image.bytes.append("</").append(piece.name).append(">");
  return "";
}

std::string_view SvgReader::take_text(const XmlPiece& piece) {
  const bool is_cdata = piece.kind == XmlPiece::Kind::cdata;
  if (open_.empty()) return is_blank(piece.content) && !is_cdata ? "" : unreadable;
  if (dropped_ > 0) return "";
  auto plain = is_cdata ? std::string(piece.content) : without_references(piece.content);
  if (!plain) return unreadable;
  if (open_.back() == "style")
    style_ += *plain;
  else if (is_cdata)
    append_escaped_html(image.bytes, *plain);
  else
    image.bytes += piece.written;
  return "";
}

}  // namespace

Result<CleanImage> clean_svg(std::string_view bytes) {
  if (find_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return Failure{std::string(unreadable)};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  SvgReader reader(bytes);
  const std::string_view refused = reader.read();
  if (!refused.empty()) return Failure{std::string(refused)};
  return std::move(reader.image);
}

}  // namespace vav::images
