// JPEG (ITU-T T.81, annex B): segments that begin with a marker, FF and a byte; after the header of a scan its data, in
// which FF is followed by 00. What programs write stands in APP segments: JFIF (ITU-T T.871) in APP0, Exif (CIPA
// DC-008) and XMP in APP1, colour profiles (ICC.1, annex B.4) in APP2, Adobe's colour transform in APP14.
#include <optional>
#include <utility>

#include "images/formats.h"

namespace vav::images {

namespace {

constexpr unsigned char start_of_image = 0xD8, end_of_image = 0xD9, start_of_scan = 0xDA, comment = 0xFE;
constexpr unsigned char app0 = 0xE0, app1 = 0xE1, app2 = 0xE2, app14 = 0xEE, app15 = 0xEF;
constexpr std::string_view exif_name("Exif\0\0", 6);
constexpr int upright = 1;

bool is_frame(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool is_restart(unsigned char marker) {
  return marker >= 0xD0 && marker <= 0xD7;
}

// Tag 0x0112 of the first directory: how the picture must be turned to be upright, 1 to 8.
int orientation_in(std::string_view tiff) {
  if (tiff.size() < 8 || (!tiff.starts_with("II") && !tiff.starts_with("MM"))) return upright;
  const auto number = [&](std::size_t offset, std::size_t count) {
    return tiff[0] == 'I' ? little_endian(tiff, offset, count) : big_endian(tiff, offset, count);
  };
  const std::size_t directory = number(4, 4);
  if (directory > tiff.size() - 2) return upright;
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.size()) break;
    if (number(entry, 2) != 0x0112 || number(entry + 2, 2) != 3) continue;
    const auto value = static_cast<int>(number(entry + 8, 2));
    return value >= 1 && value <= 8 ? value : upright;
  }
  return upright;
}

// An Exif segment that holds the orientation alone.
std::string orientation_segment(int orientation) {
  std::string segment("\xFF\xE1\x00\x22", 4);
  segment += exif_name;
  segment += std::string_view("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  segment += static_cast<char>(orientation);
  segment += std::string_view("\0\0\0\0\0\0", 6);
  return segment;
}

class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes) : bytes_(bytes) {}

  // False = damaged.
  bool read();

  CleanImage image;

 private:
  std::optional<unsigned char> next_marker();
  bool read_segment(unsigned char marker);
  void keep_application(unsigned char marker, std::string_view segment);
  bool read_frame(std::string_view content);
  bool read_scan_data();
  bool has(std::size_t count) const { return bytes_.size() - at_ >= count; }

  std::string_view bytes_;
  std::size_t at_ = 2;   // after the start of the image
  int orientation_ = 0;  // 0 = no Exif so far
  bool has_scan_ = false;
};

bool JpegReader::read() {
  image.facts.format = ImageFormat::jpeg;
  image.bytes += bytes_.substr(0, 2);
  while (const auto marker = next_marker()) {
    if (*marker == end_of_image) {
      image.bytes += "\xFF\xD9";
      if (orientation_ >= 5) std::swap(image.facts.width, image.facts.height);  // it lies on its side
      return has_scan_ && image.facts.width > 0;
    }
    if (!read_segment(*marker)) return false;
  }
  return false;
}

std::optional<unsigned char> JpegReader::next_marker() {
  if (!has(2) || bytes_[at_] != '\xFF') return std::nullopt;
  while (has(1) && bytes_[at_] == '\xFF') ++at_;  // any number of FF may come before
  if (!has(1)) return std::nullopt;
  return static_cast<unsigned char>(bytes_[at_++]);
}

bool JpegReader::read_segment(unsigned char marker) {
  if (marker < 0xC0 || is_restart(marker) || marker == start_of_image) return false;
  if (!has(2)) return false;
  const std::size_t length = big_endian(bytes_, at_, 2);
  if (length < 2 || !has(length)) return false;
  const std::string_view segment = bytes_.substr(at_, length);  // without its marker
  at_ += length;
  if (marker >= app0 && marker <= app15) {
    keep_application(marker, segment);
    return true;
  }
  if (marker == comment) return true;
  if (is_frame(marker) && !read_frame(segment.substr(2))) return false;
  image.bytes += '\xFF';
  image.bytes += static_cast<char>(marker);
  image.bytes += segment;
  return marker != start_of_scan || read_scan_data();
}

void JpegReader::keep_application(unsigned char marker, std::string_view segment) {
  const std::string_view content = segment.substr(2);
  // Version, units and density, without the small picture that may follow.
  if (marker == app0 && content.starts_with(std::string_view("JFIF\0", 5)) && content.size() >= 14) {
    image.bytes += std::string_view("\xFF\xE0\x00\x10", 4);
    image.bytes += content.substr(0, 12);
    image.bytes += std::string_view("\0\0", 2);
  }
  if (marker == app1 && content.starts_with(exif_name) && orientation_ == 0) {
    orientation_ = orientation_in(content.substr(exif_name.size()));
    if (orientation_ != upright) image.bytes += orientation_segment(orientation_);
  }
  if (marker == app2 && content.starts_with(std::string_view("ICC_PROFILE\0", 12))) {
    image.bytes += "\xFF\xE2";
    image.bytes += segment;
  }
  if (marker == app14 && content.starts_with("Adobe") && content.size() >= 12) {
    image.bytes += std::string_view("\xFF\xEE\x00\x0E", 4);
    image.bytes += content.substr(0, 12);
  }
}

bool JpegReader::read_frame(std::string_view content) {
  if (content.size() < 6) return false;
  image.facts.height = static_cast<int>(big_endian(content, 1, 2));
  image.facts.width = static_cast<int>(big_endian(content, 3, 2));
  // A height of 0 is told after the first scan (DNL), which no browser reads.
  return image.facts.width > 0 && image.facts.height > 0;
}

bool JpegReader::read_scan_data() {
  const std::size_t start = at_;
  has_scan_ = true;
  for (;;) {
    const std::size_t sign = bytes_.find('\xFF', at_);
    if (sign == std::string_view::npos || sign + 1 >= bytes_.size()) return false;
    const auto next = static_cast<unsigned char>(bytes_[sign + 1]);
    at_ = sign + 2;
    if (next == 0 || is_restart(next)) continue;
    at_ = sign;
    if (next != 0xFF) break;
    // Fill bytes before a restart are part of the data.
    const std::size_t after = bytes_.find_first_not_of('\xFF', sign);
    if (after == std::string_view::npos) return false;
    if (!is_restart(static_cast<unsigned char>(bytes_[after])) && bytes_[after] != '\0') break;
    at_ = after + 1;
  }
  image.bytes += bytes_.substr(start, at_ - start);
  return true;
}

}  // namespace

Result<CleanImage> clean_jpeg(std::string_view bytes) {
  JpegReader reader(bytes);
  if (!reader.read()) return Failure{"the JPEG image is damaged or cut short"};
  return std::move(reader.image);
}

}  // namespace vav::images
