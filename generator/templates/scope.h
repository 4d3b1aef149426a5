// The names that a place in a template sees while it is rendered, innermost last.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "templates/name_table.h"

namespace vav::templates {

class Scope {
 public:
  struct Mark {
    std::size_t bindings;
    std::size_t kept;
    std::uint32_t literals;
  };

  Scope(const Value& data, const NameTable& names);

  // All bound after mark() is gone after restore().
  Mark mark() const { return {bindings_.size(), kept_.size(), literals_}; }
  void restore(const Mark& mark);

  // `value` must live as long as the binding: it is part of the data, of an outer binding, or kept.
  void bind(NameId name, const Value* value) { bindings_.push_back({name, value}); }
  const Value* keep(Value value) { return &kept_.emplace_back(std::move(value)); }
  const Value* find(NameId name) const;
  std::vector<std::string> visible_names() const;

  // Counts list and map literals that went into bound values. {% set x = [x] %} a million times would be a value whose
  // destructor overflows the stack; false when there are more than anybody needs.
  bool add_literals(std::uint32_t count);

 private:
  struct Binding {
    NameId name;
    const Value* value;
  };

  const Value& data_;
  const NameTable& names_;
  std::vector<const Value*> globals_;  // of the data, by name
  std::vector<Binding> bindings_;
  std::deque<Value> kept_;  // a deque: its elements stay where they are
  std::uint32_t literals_ = 0;
};

}  // namespace vav::templates
