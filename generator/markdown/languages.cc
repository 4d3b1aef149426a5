#include "markdown/languages.h"

#include <algorithm>
#include <vector>

#include "markdown/blocks.h"

namespace vav {

namespace {

// Brackets that nest deeper hold no language: each node looks at all around it when it is moved.
constexpr std::size_t deepest_brackets = 20;

// A bracket in the text of a node.
struct Bracket {
  std::size_t text = 0;    // which of the nodes
  std::size_t offset = 0;  // of the sign in it
};

struct Span {
  Bracket open, close;
  std::size_t end = 0;  // after the language, in the text of the closing bracket
  const Mark* mark = nullptr;
};

// The start or the end of a span.
struct Edge {
  std::size_t offset, end;  // of the signs that go
  const Mark* opens;        // nullptr = it closes
};

// The children of one node.
class LanguageWrapper {
 public:
  LanguageWrapper(const SyntaxTree& tree, const MarkedText& marked) : tree_(tree), marked_(marked) {}

  // Calls on_span(node, mark) for each span that it has made.
  template <typename OnSpan>
  void wrap(cmark_node* parent, OnSpan on_span) {
    nodes_.clear();
    spans_.clear();
    open_.clear();
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
      nodes_.push_back(node);
      if (cmark_node_get_type(node) == CMARK_NODE_TEXT) find_spans(nodes_.size() - 1);
    }
    if (spans_.empty()) return;
    const std::vector<std::vector<Edge>> edges = edges_by_node();
    last_ = nullptr;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (edges[i].empty())
        place(nodes_[i]);
      else
        split(nodes_[i], edges[i], on_span);
    }
  }

 private:
  void find_spans(std::size_t index);
  std::vector<std::vector<Edge>> edges_by_node() const;
  void place(cmark_node* node);

  template <typename OnSpan>
  void split(cmark_node* node, const std::vector<Edge>& edges, OnSpan on_span) {
    const std::string literal = cmark_node_get_literal(node);
    cmark_node_set_literal(node, literal.substr(0, edges.front().offset).c_str());
    place(node);
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (edges[i].opens != nullptr) {
        cmark_node* span = tree_.new_node(CMARK_NODE_EMPH);
        on_span(span, *edges[i].opens);
        place(span);
        around_.push_back(span);
      } else {
        around_.pop_back();
      }
      const std::size_t end = i + 1 < edges.size() ? edges[i + 1].offset : literal.size();
      if (end == edges[i].end) continue;
      cmark_node* text = tree_.new_node(CMARK_NODE_TEXT);
      cmark_node_set_literal(text, literal.substr(edges[i].end, end - edges[i].end).c_str());
      place(text);
    }
  }

  const SyntaxTree& tree_;
  const MarkedText& marked_;
  std::vector<cmark_node*> nodes_;
  std::vector<Span> spans_;
  std::vector<Bracket> open_;
  std::vector<cmark_node*> around_;  // the spans in which the next node stands
  cmark_node* last_ = nullptr;       // the one before the next outside of all spans
};

void LanguageWrapper::find_spans(std::size_t index) {
  const std::string_view literal = cmark_node_get_literal(nodes_[index]);
  bool is_escaped = false;
  bool has_open = false;  // the sign just before is a bracket that closes `open`
  Bracket open;
  std::size_t at = 0;
  while (at < literal.size()) {
    const MarkedText::Found found = marked_.find_mark(literal.substr(at));
    for (const std::size_t end = at + found.start; at < end; ++at) {
      const bool bracket = !is_escaped && (literal[at] == '[' || literal[at] == ']');
      is_escaped = false;
      has_open = bracket && literal[at] == ']' && !open_.empty();
      if (has_open) {
        open = open_.back();
        has_open = open_.size() <= deepest_brackets;
        open_.pop_back();
      } else if (bracket && literal[at] == '[') {
        open_.push_back({index, at});
      }
    }
    const std::size_t before = at;
    at += found.end - found.start;
    if (found.mark != nullptr && found.mark->form == Mark::Form::language && has_open)
      spans_.push_back({open, {index, before - 1}, at, found.mark});
    is_escaped = found.mark != nullptr && found.mark->form == Mark::Form::escape;
    if (found.start != found.end) has_open = false;
  }
}

// In the order of the text. Spans are found in the order of their ends, so the edges at which they start are not.
std::vector<std::vector<Edge>> LanguageWrapper::edges_by_node() const {
  std::vector<std::vector<Edge>> edges(nodes_.size());
  for (const Span& span : spans_) {
    edges[span.open.text].push_back({span.open.offset, span.open.offset + 1, span.mark});
    edges[span.close.text].push_back({span.close.offset, span.end, nullptr});
  }
  for (std::vector<Edge>& each : edges) std::ranges::sort(each, {}, &Edge::offset);
  return edges;
}

// What stands outside of all spans stays where it is.
void LanguageWrapper::place(cmark_node* node) {
  if (!around_.empty()) {
    cmark_node_append_child(around_.back(), node);
    return;
  }
  if (cmark_node_parent(node) == nullptr) cmark_node_insert_after(last_, node);
  last_ = node;
}

}  // namespace

LanguageNodes wrap_languages(const SyntaxTree& tree, const MarkedText& marked, SourceText& source,
                             const std::string& path, Diagnostics& diagnostics) {
  LanguageNodes languages;
  if (!marked.has_languages()) return languages;
  std::vector<cmark_node*> parents;
  for_each_node(tree.root(), [&](cmark_node* node, bool entering) {
    cmark_node* child = cmark_node_first_child(node);
    if (!entering || child == nullptr || cmark_node_get_type(node) == CMARK_NODE_DOCUMENT) return;
    if ((cmark_node_get_type(child) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE) parents.push_back(node);
  });
  LanguageWrapper wrapper(tree, marked);
  for (cmark_node* parent : parents)
    wrapper.wrap(parent, [&](cmark_node* span, const Mark& mark) {
      const bool known = is_language_code(mark.target);
      languages[span] = known ? mark.target : "";
      if (known) return;
      const Place place = mark.target.empty() ? source.place(mark.offset, mark.written.size())
                                              : source.place(mark.target_offset, mark.target_length);
      diagnostics.add("bad-language", {path, place},
                      mark.target.empty() ? say("no language is named") : say("'{}' is no language code", mark.target),
                      say("write a code such as en, sv or en-GB: '{}'", "[text]{lang=en}"));
    });
  return languages;
}

}  // namespace vav
