// Pictures as bytes: what they are, how large they are shown, and the same picture without what its file tells beside
// it (who took it, where, with what, and the comments of programs). Decodes nothing; every size that a file claims is
// checked against the bytes that are there.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace vav {

enum class ImageFormat { png, jpeg, gif, webp, svg };

struct ImageFacts {
  ImageFormat format = ImageFormat::png;
  int width = 0, height = 0;  // as shown, in pixels: a JPEG that is to be turned is turned. SVG: 0 = it names no size

  friend bool operator==(const ImageFacts&, const ImageFacts&) = default;
};

// The format is that of the bytes, whatever the file is called. A failure says in one fixed English sentence what is
// wrong with the file: it is damaged, of no format that we know, or an SVG that does more than draw.
Result<ImageFacts> read_image(std::string_view bytes);

// What is drawn stays byte for byte: pixels, palettes, colour profiles, animation. All else goes, what follows the end
// of the picture too. Done twice, it changes nothing more. Fails where read_image() does.
Result<std::string> without_metadata(std::string_view bytes);

}  // namespace vav
