// GIF (Graphics Interchange Format, version 89a, CompuServe 1990): a screen, then blocks; the data of each is a row of
// sub-blocks with their lengths before them, ended by a length of 0.
#include <optional>
#include <utility>

#include "images/formats.h"

namespace vav::images {

namespace {

constexpr char extension_sign = 0x21, image_sign = 0x2C, trailer_sign = 0x3B;
constexpr unsigned char plain_text = 0x01, graphic_control = 0xF9, application = 0xFF;

std::size_t table_length(unsigned char flags) {
  return (flags & 0x80) == 0 ? 0 : std::size_t{3} << ((flags & 7) + 1);
}

class GifReader {
 public:
  explicit GifReader(std::string_view bytes) : bytes_(bytes) {}

  // False = damaged.
  bool read();

  CleanImage image;

 private:
  bool read_screen();
  bool read_extension();
  bool read_application(std::size_t start, std::size_t end);
  bool read_image();
  // The offset after the sub-blocks that begin at `start`.
  std::optional<std::size_t> end_of_blocks(std::size_t start) const;
  unsigned char byte(std::size_t offset) const { return static_cast<unsigned char>(bytes_[offset]); }
  bool has(std::size_t count) const { return bytes_.size() - at_ >= count; }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string_view control_;  // how the next picture (or text) is shown
  bool has_pixels_ = false;
};

bool GifReader::read() {
  image.facts.format = ImageFormat::gif;
  if (!read_screen()) return false;
  while (has(1) && bytes_[at_] != trailer_sign) {
    const bool understood = bytes_[at_] == extension_sign ? read_extension() : read_image();
    if (!understood) return false;
  }
  image.bytes += trailer_sign;
  return has(1) && has_pixels_;
}

bool GifReader::read_screen() {
  if (!has(13)) return false;
  image.facts.width = static_cast<int>(little_endian(bytes_, 6, 2));
  image.facts.height = static_cast<int>(little_endian(bytes_, 8, 2));
  const std::size_t length = 13 + table_length(byte(10));
  if (!has(length) || image.facts.width == 0 || image.facts.height == 0) return false;
  image.bytes = bytes_.substr(0, length);
  at_ = length;
  return true;
}

bool GifReader::read_extension() {
  if (!has(3)) return false;
  const std::size_t start = at_;
  const auto end = end_of_blocks(start + 2);
  if (!end) return false;
  at_ = *end;
  const unsigned char label = byte(start + 1);
  if (label == graphic_control) {
    if (*end - start != 8) return false;
    control_ = bytes_.substr(start, 8);
  }
  if (label == application) return read_application(start, *end);
  // A text takes its graphic control with it. Comments, and what we do not know, take nothing.
  if (label == plain_text) control_ = {};
  return true;
}

// Only how often an animation is repeated is kept, with nothing beside it: XMP and the like come as applications, too.
bool GifReader::read_application(std::size_t start, std::size_t end) {
  if (byte(start + 2) != 11) return false;
  const std::string_view name = bytes_.substr(start + 3, 11);
  if (name != "NETSCAPE2.0" && name != "ANIMEXTS1.0") return true;
  for (std::size_t at = start + 14; at + 1 < end; at += 1U + byte(at)) {
    if (byte(at) != 3 || byte(at + 1) != 1) continue;
    image.bytes += bytes_.substr(start, 14);
    image.bytes += bytes_.substr(at, 4);
    image.bytes += '\0';
    break;
  }
  return true;
}

bool GifReader::read_image() {
  if (bytes_[at_] != image_sign || !has(11)) return false;
  const std::size_t start = at_;
  const std::size_t data = 10 + table_length(byte(at_ + 9));  // where the smallest code size stands
  if (!has(data + 2)) return false;
  const auto end = end_of_blocks(start + data + 1);
  if (!end) return false;
  image.bytes += control_;
  image.bytes += bytes_.substr(start, *end - start);
  control_ = {};
  has_pixels_ = true;
  at_ = *end;
  return true;
}

std::optional<std::size_t> GifReader::end_of_blocks(std::size_t start) const {
  while (start < bytes_.size()) {
    const std::size_t length = byte(start);
    start += 1 + length;
    if (length == 0) return start;
  }
  return std::nullopt;
}

}  // namespace

Result<CleanImage> clean_gif(std::string_view bytes) {
  GifReader reader(bytes);
  if (!reader.read()) return Failure{"the GIF image is damaged or cut short"};
  return std::move(reader.image);
}

}  // namespace vav::images
