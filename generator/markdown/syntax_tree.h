// A text parsed by cmark-gfm. All memory of the parse lies in one arena, which has a budget: hostile text runs into it
// instead of eating the machine.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <memory>
#include <string_view>

// Node types of the extensions; cmark-gfm exports them but installs no header that says so.
extern "C" {
// NOLINTNEXTLINE(readability-identifier-naming)
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
}

namespace vav {

// REQUIRES: called once, before any thread parses.
void register_extensions();

class SyntaxTree {
 public:
  // Only one tree may live in a thread at a time.
  explicit SyntaxTree(std::string_view text);
  ~SyntaxTree();
  SyntaxTree(const SyntaxTree&) = delete;
  SyntaxTree& operator=(const SyntaxTree&) = delete;
  SyntaxTree(SyntaxTree&&) = delete;
  SyntaxTree& operator=(SyntaxTree&&) = delete;

  // nullptr = the text asked for more memory than any sane page needs.
  cmark_node* root() const { return root_; }
  // Lives as long as the tree.
  static cmark_node* new_node(cmark_node_type type);

 private:
  class Arena;
  std::unique_ptr<Arena> arena_;
  cmark_node* root_ = nullptr;
};

// Calls visit(node, entering) for a node and all below it, in order; leaves are only entered. Without recursion: depth
// is up to the author.
template <typename Visit>
void for_each_node(cmark_node* root, Visit visit) {
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator))
    visit(cmark_iter_get_node(iterator), event == CMARK_EVENT_ENTER);
  cmark_iter_free(iterator);
}

inline bool is_leaf_block(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_TABLE_ROW;
}

}  // namespace vav
