#include "images/image.h"

#include <utility>

#include "images/formats.h"

namespace vav {

namespace {

bool may_be_svg(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<' && bytes.find("<svg") != std::string_view::npos;
}

Result<images::CleanImage> clean(std::string_view bytes) {
  if (images::is_png(bytes)) return images::clean_png(bytes);
  if (images::is_jpeg(bytes)) return images::clean_jpeg(bytes);
  if (images::is_gif(bytes)) return images::clean_gif(bytes);
  if (images::is_webp(bytes)) return images::clean_webp(bytes);
  if (may_be_svg(bytes)) return images::clean_svg(bytes);
  return Failure{"the file is no image in PNG, JPEG, GIF, WebP or SVG"};
}

}  // namespace

Result<ImageFacts> read_image(std::string_view bytes) {
  const auto image = clean(bytes);
  if (!image) return image.failure();
  return image->facts;
}

Result<std::string> without_metadata(std::string_view bytes) {
  auto image = clean(bytes);
  if (!image) return image.failure();
  return std::move(image->bytes);
}

}  // namespace vav
