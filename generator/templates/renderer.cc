#include "templates/renderer.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "base/text.h"

namespace vav::templates {
namespace {

// Gives a variable back its value at the end of a block of code.
template <typename T>
class Restore {
 public:
  Restore(T& variable, T value) : variable_(variable), old_(std::exchange(variable, value)) {}
  ~Restore() { variable_ = old_; }
  Restore(const Restore&) = delete;
  Restore& operator=(const Restore&) = delete;
  Restore(Restore&&) = delete;
  Restore& operator=(Restore&&) = delete;

 private:
  T& variable_;
  T old_;
};

}  // namespace

void Renderer::render(Index index, std::string& out) {
  const Restore lineage(lineage_, &std::as_const(context_.compiled().lineages[index]));
  const Restore current(context_.current, context_.current);
  const Restore chain(chain_, static_cast<const BlockChain*>(nullptr));
  for (const Index at : lineage_->templates) {
    context_.current = &context_.compiled().templates[at];
    if (at == lineage_->templates.back()) {
      render_body(context_.current->body, out);
      continue;
    }
    // Of a template that extends another only what it sets is for all to see.
    for (const Statement& statement : context_.current->body) {
      if (statement.kind == StatementKind::assign) assign(statement.parts->assignments);
    }
  }
}

void Renderer::render_body(const std::vector<Statement>& body, std::string& out) {
  for (const Statement& statement : body) {
    if (!context_.spend(1, statement.range)) return;
    render_statement(statement, out);
  }
}

void Renderer::render_statement(const Statement& statement, std::string& out) {
  switch (statement.kind) {
    case StatementKind::text:
      out.append(context_.current->text, statement.range.offset, statement.range.length);
      return;
    case StatementKind::print:
      print(statement.expression, out);
      return;
    case StatementKind::assign:
      assign(statement.parts->assignments);
      return;
    default:
      break;
  }
  if (context_.enter(statement.range)) {
    switch (statement.kind) {
      case StatementKind::condition:
        render_condition(statement, out);
        break;
      case StatementKind::loop:
        render_loop(statement, out);
        break;
      case StatementKind::with:
        render_with(statement, out);
        break;
      case StatementKind::include:
        render_include(statement, out);
        break;
      default:
        render_block(statement, out);
    }
  }
  context_.leave();
}

void Renderer::print(const Expression& expression, std::string& out) {
  Value storage;
  const Value& value = evaluator_.evaluate(expression, storage);
  const std::size_t before = out.size();
  if (const std::string* text = value.text()) {
    append_escaped_html(out, *text);
  } else if (const Markup* markup = value.markup()) {
    out += markup->html;
  } else if (value.is_list() || value.is_map()) {
    context_.report("template-type", expression.range, say("a {} cannot be printed", type_word(value)),
                    value.is_list() ? say("go through it with 'for', or make text of it with join() or json")
                                    : say("print one of its keys, or make text of it with json"));
  } else {
    out += plain_text(value);
  }
  context_.spend((out.size() - before) / 64, expression.range);
}

void Renderer::render_condition(const Statement& statement, std::string& out) {
  for (const Branch& branch : statement.parts->branches) {
    Value storage;
    if (branch.condition && !is_true(evaluator_.evaluate(*branch.condition, storage))) continue;
    render_body(branch.body, out);
    return;
  }
}

void Renderer::render_loop(const Statement& statement, std::string& out) {
  Value storage;
  const Value& value = evaluator_.evaluate(statement.expression, storage);
  const List* list = value.list();
  const Entries* entries = value.entries();
  const bool is_empty = list ? list->empty() : (!entries || entries->empty());
  if (!list && !entries && !Evaluator::is_failed(value)) {
    context_.report("template-type", statement.expression.range,
                    say("'for' needs a list or a map, not {}", type_word(value)),
                    value.is_null() ? say("ask first, with 'if', whether there is a value") : Wording{});
  }
  if (is_empty) {
    render_body(statement.parts->otherwise, out);
  } else if (list) {
    render_list(statement, *list, out);
  } else {
    render_map(statement, *entries, out);
  }
}

void Renderer::render_list(const Statement& statement, const List& items, std::string& out) {
  const Compound& parts = *statement.parts;
  LoopState state{0, items.size()};
  const Restore loop(context_.loop, static_cast<const LoopState*>(&state));
  for (; state.index < items.size(); ++state.index) {
    const Scope::Mark mark = context_.scope().mark();
    const Value& item = items[state.index];
    if (parts.second == no_index) {
      context_.scope().bind(parts.first, &item);
    } else if (!bind_pair(statement, item)) {
      return;
    }
    if (!render_round(statement, mark, out)) return;
  }
}

// `for a, b in list` is for lists of pairs.
bool Renderer::bind_pair(const Statement& statement, const Value& pair) {
  if (pair.items().size() != 2) {
    context_.report("template-type", statement.expression.range,
                    say("'for' with two names needs a map, or a list of lists of two"));
    return false;
  }
  context_.scope().bind(statement.parts->first, pair.items().data());
  context_.scope().bind(statement.parts->second, &pair.items()[1]);
  return true;
}

void Renderer::render_map(const Statement& statement, const Entries& entries, std::string& out) {
  const Compound& parts = *statement.parts;
  LoopState state{0, entries.size()};
  const Restore loop(context_.loop, static_cast<const LoopState*>(&state));
  for (; state.index < entries.size(); ++state.index) {
    const Scope::Mark mark = context_.scope().mark();
    const Entry& entry = entries[state.index];
    const Value key(entry.key);
    context_.scope().bind(parts.first, &key);
    if (parts.second != no_index) context_.scope().bind(parts.second, &entry.value);
    if (!render_round(statement, mark, out)) return;
  }
}

bool Renderer::render_round(const Statement& statement, const Scope::Mark& mark, std::string& out) {
  render_body(statement.parts->body, out);
  context_.scope().restore(mark);
  return context_.spend(1, statement.range);
}

// All values first, then the names: in {% with a = 1, b = a %} the second a is the outer one.
void Renderer::assign(const std::vector<Assignment>& assignments) {
  std::vector<std::pair<NameId, const Value*>> values;
  values.reserve(assignments.size());
  for (const Assignment& assignment : assignments) {
    Value storage;
    const Value* value = &evaluator_.evaluate(assignment.value, storage);
    if (!context_.scope().add_literals(assignment.literals)) {
      context_.stop(assignment.value.range, say("more lists and maps are set than a page can need"),
                    say("are they set inside each other?"));
      value = &Evaluator::failed();
    }
    if (value == &storage) value = context_.scope().keep(std::move(storage));
    values.emplace_back(assignment.name, value);
  }
  for (const auto& [name, value] : values) {
    if (name != no_index) context_.scope().bind(name, value);
  }
}

void Renderer::render_with(const Statement& statement, std::string& out) {
  const Scope::Mark mark = context_.scope().mark();
  assign(statement.parts->assignments);
  render_body(statement.parts->body, out);
  context_.scope().restore(mark);
}

void Renderer::render_include(const Statement& statement, std::string& out) {
  const Index target = context_.current->includes[statement.target].target;
  if (target == no_index) return;
  const Scope::Mark mark = context_.scope().mark();
  render(target, out);
  context_.scope().restore(mark);
}

void Renderer::render_block(const Statement& statement, std::string& out) {
  const auto chain = std::ranges::find(lineage_->blocks, statement.target, &BlockChain::name);
  if (chain != lineage_->blocks.end()) render_version(*chain, 0, out);
}

void Renderer::render_version(const BlockChain& chain, std::size_t version, std::string& out) {
  const auto [owner, block] = chain.versions[version];
  const Restore current(context_.current, &context_.compiled().templates[owner]);
  const Restore current_chain(chain_, &chain);
  const Restore current_version(version_, version);
  const Scope::Mark mark = context_.scope().mark();
  render_body(context_.current->blocks[block].body, out);
  context_.scope().restore(mark);
}

Markup Renderer::render_parent_block(Range /*range*/) {
  Markup result;
  if (chain_ && version_ + 1 < chain_->versions.size()) render_version(*chain_, version_ + 1, result.html);
  return result;
}

}  // namespace vav::templates
