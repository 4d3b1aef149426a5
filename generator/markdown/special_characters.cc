// The cure of a race in cmark-gfm 0.29.0.gfm.6 (upstream PR #176): every parse adds the special characters of its
// extensions (~ : w) to one global table and removes them again, so that two threads take them from each other and get
// wrong HTML, silently.
//
// The program is linked with --wrap for both functions (see rooms.cmake): nothing is ever removed, and nothing is added
// once the table is complete. All parsers of the house use the same extensions, so the table is right for each of them,
// and from then on only read.
#include "markdown/special_characters.h"

#include <atomic>
#include <mutex>

#include "markdown/document.h"
#include "markdown/syntax_tree.h"

namespace {
std::atomic<bool> table_is_complete = false;
}

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): names that ld's --wrap asks for
extern "C" {
void __real_cmark_inlines_add_special_character(unsigned char character, bool emphasis);

void __wrap_cmark_inlines_add_special_character(unsigned char character, bool emphasis) {
  if (!table_is_complete.load(std::memory_order_acquire))
    __real_cmark_inlines_add_special_character(character, emphasis);
}

void __wrap_cmark_inlines_remove_special_character(unsigned char /*character*/, bool /*emphasis*/) {}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace vav {

void prime_markdown_parser() {
  static std::once_flag once;
  std::call_once(once, [] {
    register_extensions();
    const SyntaxTree any_text("~~a~~ www.example.org");
    table_is_complete.store(true, std::memory_order_release);
  });
}

bool markdown_parser_is_primed() {
  return table_is_complete.load(std::memory_order_acquire);
}

}  // namespace vav
