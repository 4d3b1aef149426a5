// Images made byte by byte, with a word in every place where a file may say more than the picture does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vav {

inline const std::string canary = "KANARIE";

inline std::string big(std::uint32_t number, int count) {
  std::string bytes;
  for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}
inline std::string little(std::uint32_t number, int count) {
  std::string bytes;
  for (int shift = 0; shift < 8 * count; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}
// Text with NUL in it.
template <std::size_t N>
std::string raw(const char (&text)[N]) {
  return std::string(text, N - 1);
}

// PNG. The checksum is no part of what is tested.
inline std::string png_chunk(const std::string& type, const std::string& data) {
  return big(static_cast<std::uint32_t>(data.size()), 4) + type + data + "CRC!";
}
inline const std::string png_start = raw("\x89PNG\r\n\x1A\n");
inline std::string png_header(std::uint32_t width, std::uint32_t height) {
  return png_chunk("IHDR", big(width, 4) + big(height, 4) + raw("\x08\x02\0\0\0"));
}

// JPEG
inline std::string segment(char marker, const std::string& content) {
  return std::string("\xFF") + marker + big(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}
inline std::string jpeg_frame(std::uint32_t width, std::uint32_t height) {
  return segment('\xC0', "\x08" + big(height, 2) + big(width, 2) + raw("\x01\x01\x11\0"));
}
inline const std::string jpeg_start = "\xFF\xD8";
inline const std::string jpeg_end = "\xFF\xD9";
inline const std::string jpeg_scan = segment('\xDA', raw("\x01\x01\0\0\x3F\0")) + raw("ab\xFF\0cd\xFF\xD0"
                                                                                      "ef\xFF\xFF\xD1gh");
// Exif with the orientation, the maker's name behind the directory, and that directory at another place than the first.
inline std::string exif(std::uint32_t orientation, bool little_end) {
  const auto number = [&](std::uint32_t value, int count) {
    return little_end ? little(value, count) : big(value, count);
  };
  return segment('\xE1', raw("Exif\0\0") + (little_end ? "II" : "MM") + number(42, 2) + number(12, 4) + "KANA" +
                             number(2, 2) + number(0x010F, 2) + number(2, 2) + number(8, 4) + number(42, 4) +
                             number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2) +
                             number(0, 4) + canary);
}
inline std::string exif_of_ours(char orientation) {
  return raw("\xFF\xE1\0\x22"
             "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0") +
         orientation + raw("\0\0\0\0\0\0");
}

// GIF
inline std::string blocks(const std::string& data) {
  return static_cast<char>(data.size()) + data + '\0';
}
inline std::string gif_start(std::uint32_t width, std::uint32_t height) {
  return "GIF89a" + little(width, 2) + little(height, 2) + raw("\x80\0\0") + "rgbRGB";
}
inline const std::string gif_control = raw("\x21\xF9\x04\0\x0A\0\0\0");
inline const std::string gif_image =
    raw("\x2C\0\0\0\0\x02\0\x02\0\x80rgbRGB\x02") + static_cast<char>(3) + "pix" + blocks("els");
inline const std::string gif_loop = "\x21\xFF\x0BNETSCAPE2.0" + blocks(raw("\x01\0\0"));

// WebP
inline std::string riff_chunk(const std::string& type, const std::string& data) {
  return type + little(static_cast<std::uint32_t>(data.size()), 4) + data +
         (data.size() % 2 == 1 ? std::string(1, '\0') : "");
}
inline std::string webp(const std::string& chunks) {
  return "RIFF" + little(static_cast<std::uint32_t>(chunks.size() + 4), 4) + "WEBP" + chunks;
}
inline std::string vp8(std::uint32_t width, std::uint32_t height) {
  return riff_chunk("VP8 ", raw("\x10\0\0\x9D\x01\x2A") + little(width | 0x4000, 2) + little(height, 2) + "pixel");
}
inline std::string vp8l(std::uint32_t width, std::uint32_t height) {
  return riff_chunk("VP8L", "\x2F" + little((width - 1) | (height - 1) << 14, 4) + "pixels");
}
inline std::string vp8x(char flags, std::uint32_t width, std::uint32_t height) {
  return riff_chunk("VP8X", flags + raw("\0\0\0") + little(width - 1, 3) + little(height - 1, 3));
}

inline std::string svg(const std::string& attributes, const std::string& content) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attributes + ">" + content + "</svg>";
}

}  // namespace vav
