// One reader for each format; each looks at the whole file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "images/image.h"

namespace vav::images {

struct CleanImage {
  ImageFacts facts;
  std::string bytes;  // without metadata
};

// REQUIRES: the bytes begin as those of the format do.
Result<CleanImage> clean_png(std::string_view bytes);
Result<CleanImage> clean_jpeg(std::string_view bytes);
Result<CleanImage> clean_gif(std::string_view bytes);
Result<CleanImage> clean_webp(std::string_view bytes);
Result<CleanImage> clean_svg(std::string_view bytes);

inline bool is_png(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1A\n");
}
inline bool is_jpeg(std::string_view bytes) {
  return bytes.starts_with("\xFF\xD8\xFF");
}
inline bool is_gif(std::string_view bytes) {
  return bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a");
}
inline bool is_webp(std::string_view bytes) {
  return bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP";
}

// Whole numbers of `count` bytes. REQUIRES: offset + count <= bytes.size(), count <= 4.
inline std::uint32_t big_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < count; ++i) number = number << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return number;
}
inline std::uint32_t little_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t i = count; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return number;
}
inline void append_little_endian(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFF);
}

}  // namespace vav::images
