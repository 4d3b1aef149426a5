// WebP (RFC 9649; the RIFF container of WebP): RIFF, length, WEBP, then chunks of type, length and data, filled up to
// an even length. The bits of a key frame of VP8 are those of RFC 6386, section 9.1.
#include <utility>

#include "images/formats.h"

namespace vav::images {

namespace {

constexpr std::size_t header_length = 8;  // of a chunk
constexpr unsigned char exif_flag = 0x08, xmp_flag = 0x04;
constexpr std::size_t frame_header_length = 16;

struct Chunk {
  std::string_view type, data;
};

// Takes the first chunk off; false = the rest is too short for it.
bool take_chunk(std::string_view& rest, Chunk& chunk) {
  if (rest.size() < header_length) return false;
  const std::size_t length = little_endian(rest, 4, 4);
  const std::size_t filled = length + length % 2;
  if (filled > rest.size() - header_length) return false;
  chunk = {rest.substr(0, 4), rest.substr(header_length, length)};
  rest.remove_prefix(header_length + filled);
  return true;
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  out += type;
  append_little_endian(out, static_cast<std::uint32_t>(data.size()));
  out += data;
  if (data.size() % 2 == 1) out += '\0';
}

bool is_bitstream(std::string_view type) {
  return type == "VP8 " || type == "VP8L";
}

// The size in a picture's own data; false = there is none.
bool read_size(const Chunk& chunk, ImageFacts& facts) {
  const std::string_view data = chunk.data;
  if (chunk.type == "VP8 ") {
    const bool key_frame = data.size() >= 10 && (data[0] & 1) == 0 && data.substr(3, 3) == "\x9D\x01\x2A";
    if (!key_frame) return false;
    facts.width = static_cast<int>(little_endian(data, 6, 2) & 0x3FFF);
    facts.height = static_cast<int>(little_endian(data, 8, 2) & 0x3FFF);
    return facts.width > 0 && facts.height > 0;
  }
  if (data.size() < 5 || data[0] != '\x2F') return false;
  const std::uint32_t bits = little_endian(data, 1, 4);
  facts.width = static_cast<int>(bits & 0x3FFF) + 1;
  facts.height = static_cast<int>(bits >> 14 & 0x3FFF) + 1;
  return true;
}

class WebpReader {
 public:
  // False = damaged.
  bool read(std::string_view bytes);

  CleanImage image;

 private:
  bool take_canvas(std::string_view data);
  bool take_frame(std::string_view data);
  bool has_pixels_ = false;
};

bool WebpReader::read(std::string_view bytes) {
  image.facts.format = ImageFormat::webp;
  const std::size_t length = little_endian(bytes, 4, 4);
  if (length < 4 || length > bytes.size() - 8) return false;
  std::string_view rest = bytes.substr(12, length - 4);
  bool extended = false, first = true;
  Chunk chunk;
  while (!rest.empty()) {
    if (!take_chunk(rest, chunk)) return false;
    if (first && chunk.type == "VP8X") {
      extended = true;
      if (!take_canvas(chunk.data)) return false;
    } else if (is_bitstream(chunk.type)) {
      ImageFacts inner;
      if (has_pixels_ || !read_size(chunk, extended ? inner : image.facts)) return false;
      append_chunk(image.bytes, chunk.type, chunk.data);
      has_pixels_ = true;
    } else if (first) {
      return false;
    } else if (extended && chunk.type == "ANMF") {
      if (!take_frame(chunk.data)) return false;
    } else if (extended && (chunk.type == "ICCP" || chunk.type == "ANIM" || chunk.type == "ALPH")) {
      append_chunk(image.bytes, chunk.type, chunk.data);
    }
    first = false;
  }
  std::string header = "RIFF";
  append_little_endian(header, static_cast<std::uint32_t>(image.bytes.size() + 4));
  image.bytes.insert(0, header + "WEBP");
  return has_pixels_;
}

bool WebpReader::take_canvas(std::string_view data) {
  if (data.size() != 10) return false;
  image.facts.width = static_cast<int>(little_endian(data, 4, 3)) + 1;
  image.facts.height = static_cast<int>(little_endian(data, 7, 3)) + 1;
  std::string canvas(1, static_cast<char>(static_cast<unsigned char>(data[0]) & 0x3F & ~(exif_flag | xmp_flag)));
  canvas += std::string_view("\0\0\0", 3);
  canvas += data.substr(4);
  append_chunk(image.bytes, "VP8X", canvas);
  return true;
}

// A frame of an animation has chunks of its own, among which may be any.
bool WebpReader::take_frame(std::string_view data) {
  if (data.size() < frame_header_length) return false;
  std::string frame(data.substr(0, frame_header_length));
  std::string_view rest = data.substr(frame_header_length);
  bool has_pixels = false;
  Chunk chunk;
  while (!rest.empty()) {
    if (!take_chunk(rest, chunk)) return false;
    if (!is_bitstream(chunk.type) && chunk.type != "ALPH") continue;
    has_pixels |= is_bitstream(chunk.type);
    append_chunk(frame, chunk.type, chunk.data);
  }
  append_chunk(image.bytes, "ANMF", frame);
  has_pixels_ |= has_pixels;
  return has_pixels;
}

}  // namespace

Result<CleanImage> clean_webp(std::string_view bytes) {
  WebpReader reader;
  if (!reader.read(bytes)) return Failure{"the WebP image is damaged or cut short"};
  return std::move(reader.image);
}

}  // namespace vav::images
