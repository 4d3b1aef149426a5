// Whatever bytes are called an image: no crash and no read beyond them; and what is cleaned once is clean, and still
// the same picture.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "images/image.h"

namespace {

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // In memory of its own, so that the sanitizer sees a byte too far.
  const std::vector<char> bytes(data, data + size);
  const std::string_view image(bytes.data(), bytes.size());
  const auto facts = vav::read_image(image);
  const auto cleaned = vav::without_metadata(image);
  require(facts.ok() == cleaned.ok(), "one reads it, the other does not");
  if (!facts) {
    require(!facts.failure().message.empty(), "a failure without a reason");
    return 0;
  }
  require(facts->width >= 0 && facts->height >= 0 && (facts->width > 0) == (facts->height > 0), "an impossible size");
  // An orientation, the name space of an SVG, and the escapes of its style sheets may be longer than they were.
  require(cleaned->size() <= 6 * image.size() + 100, "an image that has grown");
  const auto again = vav::read_image(*cleaned);
  require(again.ok() && *again == *facts, "another picture");
  require(*vav::without_metadata(*cleaned) == *cleaned, "not clean at once");
  return 0;
}
