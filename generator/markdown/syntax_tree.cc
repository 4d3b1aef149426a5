#include "markdown/syntax_tree.h"

#include <cstdlib>
#include <cstring>
#include <vector>

#include "base/check.h"

namespace vav {

namespace {

struct BudgetExceeded {};

constexpr std::size_t alignment = 16;

}  // namespace

// cmark's allocator has no context argument, hence the pointer per thread. Nothing is freed before the tree is: three
// times faster than malloc.
class SyntaxTree::Arena {
 public:
  explicit Arena(std::size_t text_size) : budget_((std::size_t{64} << 20) + 128 * text_size) {
    VAV_CHECK(current == nullptr);
    current = this;
  }
  ~Arena() {
    current = nullptr;
    for (void* block : blocks_) std::free(block);
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = delete;
  Arena& operator=(Arena&&) = delete;

  // After the parse nothing large is asked for, and nothing may throw.
  void lift_budget() { budget_ = SIZE_MAX; }

  static cmark_mem* functions() {
    static cmark_mem functions = {calloc, realloc, [](void*) {}};
    return &functions;
  }

 private:
  // Each piece is preceded by its size, for realloc.
  static void* calloc(std::size_t count, std::size_t size) { return current->allocate(count * size); }

  static void* realloc(void* old, std::size_t size) {
    if (old == nullptr) return current->allocate(size);
    std::size_t old_size = 0;
    std::memcpy(&old_size, static_cast<char*>(old) - alignment, sizeof old_size);
    if (size <= old_size) return old;
    void* grown = current->allocate(size);
    std::memcpy(grown, old, old_size);
    return grown;
  }

  void* allocate(std::size_t size) {
    if (size > budget_) throw BudgetExceeded{};
    const std::size_t needed = alignment + (size + alignment - 1) / alignment * alignment;
    if (needed > left_) add_block(needed);
    char* piece = next_;
    next_ += needed;
    left_ -= needed;
    std::memcpy(piece, &size, sizeof size);
    return piece + alignment;
  }

  void add_block(std::size_t needed) {
    const std::size_t size = needed > block_size ? needed : block_size;
    if (size > budget_) throw BudgetExceeded{};
    budget_ -= size;
    void* block = std::calloc(1, size);
    VAV_CHECK(block != nullptr);
    blocks_.push_back(block);
    next_ = static_cast<char*>(block);
    left_ = size;
  }

  static constexpr std::size_t block_size = 64 << 10;
  static thread_local Arena* current;

  std::size_t budget_;
  std::vector<void*> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

thread_local SyntaxTree::Arena* SyntaxTree::Arena::current = nullptr;

void register_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
}

SyntaxTree::SyntaxTree(std::string_view text) : arena_(std::make_unique<Arena>(text.size())) {
  try {
    cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES, Arena::functions());
    for (const char* name : {"table", "strikethrough", "tasklist", "autolink"})
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    root_ = cmark_parser_finish(parser);
  } catch (const BudgetExceeded&) {
    root_ = nullptr;  // what was parsed so far lies in the arena and goes with it
  }
  arena_->lift_budget();
}

SyntaxTree::~SyntaxTree() = default;

cmark_node* SyntaxTree::new_node(cmark_node_type type) {
  return cmark_node_new_with_mem(type, Arena::functions());
}

}  // namespace vav
