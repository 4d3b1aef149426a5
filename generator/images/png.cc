// PNG (Portable Network Graphics Specification, third edition, W3C): a signature, then chunks of length, type, data and
// checksum. Animated PNG is part of it (acTL, fcTL, fdAT).
#include <algorithm>
#include <array>

#include "images/formats.h"

namespace vav::images {

namespace {

constexpr std::size_t signature_length = 8;
constexpr std::size_t frame_length = 12;  // of a chunk, around its data: length, type, checksum
constexpr std::uint32_t longest_chunk = 0x7FFFFFFF;

// What a viewer needs. Dropped: tEXt, zTXt, iTXt, eXIf, tIME and all that we do not know.
bool is_drawn(std::string_view type) {
  constexpr std::array<std::string_view, 20> drawn = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                                      "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT",
                                                      "acTL", "fcTL", "fdAT", "cICP", "mDCV", "cLLI"};
  return std::ranges::find(drawn, type) != drawn.end();
}

// A chunk whose name begins with a capital letter must be understood by whoever draws the picture.
bool is_critical(std::string_view type) {
  return type[0] >= 'A' && type[0] <= 'Z';
}

bool is_name(std::string_view type) {
  return std::ranges::all_of(type, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

}  // namespace

Result<CleanImage> clean_png(std::string_view bytes) {
  const Failure damaged{"the PNG image is damaged or cut short"};
  CleanImage image;
  image.facts.format = ImageFormat::png;
  image.bytes = bytes.substr(0, signature_length);
  bool has_pixels = false;
  for (std::size_t at = signature_length;;) {
    if (bytes.size() - at < frame_length) return damaged;
    const std::uint32_t length = big_endian(bytes, at, 4);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (length > longest_chunk || length > bytes.size() - at - frame_length || !is_name(type)) return damaged;
    const bool is_first = at == signature_length;
    if (is_first != (type == "IHDR")) return damaged;
    if (is_first) {
      if (length != 13) return damaged;
      const std::uint32_t width = big_endian(bytes, at + 8, 4), height = big_endian(bytes, at + 12, 4);
      if (width == 0 || height == 0 || width > longest_chunk || height > longest_chunk) return damaged;
      image.facts.width = static_cast<int>(width);
      image.facts.height = static_cast<int>(height);
    }
    if (!is_drawn(type) && is_critical(type)) return Failure{"the PNG image needs a part that vav does not know"};
    // The checksum is that of the chunk alone, so it stays right.
    if (is_drawn(type)) image.bytes += bytes.substr(at, frame_length + length);
    has_pixels |= type == "IDAT";
    at += frame_length + length;
    if (type == "IEND") break;  // what follows is none of the picture
  }
  if (!has_pixels) return damaged;
  return image;
}

}  // namespace vav::images
