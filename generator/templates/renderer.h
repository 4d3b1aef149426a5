// Statements -> text.
#pragma once

#include <string>
#include <vector>

#include "templates/evaluator.h"
#include "templates/render_context.h"

namespace vav::templates {

class Renderer : private ParentBlock {
 public:
  explicit Renderer(RenderContext& context) : context_(context), evaluator_(context, *this) {}

  // Appends what the template makes to `out`.
  void render(Index index, std::string& out);

 private:
  void render_body(const std::vector<Statement>& body, std::string& out);
  void render_statement(const Statement& statement, std::string& out);
  void print(const Expression& expression, std::string& out);
  void render_condition(const Statement& statement, std::string& out);
  void render_loop(const Statement& statement, std::string& out);
  void render_list(const Statement& statement, const List& items, std::string& out);
  void render_map(const Statement& statement, const Entries& entries, std::string& out);
  // The body once, with what render_list or render_map has bound since `mark`; false when the render is to stop.
  bool render_round(const Statement& statement, const Scope::Mark& mark, std::string& out);
  bool bind_pair(const Statement& statement, const Value& pair);
  void assign(const std::vector<Assignment>& assignments);
  void render_with(const Statement& statement, std::string& out);
  void render_include(const Statement& statement, std::string& out);
  void render_block(const Statement& statement, std::string& out);
  void render_version(const BlockChain& chain, std::size_t version, std::string& out);
  Markup render_parent_block(Range range) override;

  RenderContext& context_;
  Evaluator evaluator_;
  const Lineage* lineage_ = nullptr;   // of the template that is rendered or included
  const BlockChain* chain_ = nullptr;  // of the block at work
  std::size_t version_ = 0;
};

}  // namespace vav::templates
