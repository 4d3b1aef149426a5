// Whatever a page holds: typeset twice is typeset once, it stays UTF-8, and its tags stay as they were.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "typography/typeset_html.h"

namespace {

void require(bool condition, const char* what, const std::string& html) {
  if (condition) return;
  std::fprintf(stderr, "%s:\n%s\n", what, html.c_str());
  std::abort();
}

std::size_t count(const std::string& text, char sign) {
  std::size_t found = 0;
  for (const char c : text) found += c == sign ? 1 : 0;
  return found;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string html(reinterpret_cast<const char*>(data), size);
  if (vav::find_invalid_utf8(html)) return 0;
  const std::vector<vav::WordBreak> breaks = {*vav::parse_word_break("a|b"), *vav::parse_word_break("ord|bok")};
  for (const char* language : {"sv", "en", "fi"}) {
    const std::string once = vav::typeset_html(html, language, breaks);
    require(!vav::find_invalid_utf8(once), "not UTF-8", html);
    require(vav::typeset_html(once, language, breaks) == once, "not the same when typeset again", html);
    for (const char sign : {'<', '>', '=', '/'}) require(count(once, sign) == count(html, sign), "a tag is gone", html);
  }
  return 0;
}
