#include "templates/scope.h"

#include <algorithm>

namespace vav::templates {

Scope::Scope(const Value& data, const NameTable& names) : data_(data), names_(names), globals_(names.size(), nullptr) {
  const Entries* entries = data.entries();
  if (entries == nullptr) return;
  for (const Entry& entry : *entries) {
    const NameId id = names.find(entry.key);
    if (id != no_index) globals_[id] = &entry.value;
  }
  bindings_.reserve(32);
}

void Scope::restore(const Mark& mark) {
  bindings_.resize(mark.bindings, {no_index, nullptr});
  while (kept_.size() > mark.kept) kept_.pop_back();
  literals_ = mark.literals;
}

const Value* Scope::find(NameId name) const {
  const auto found =
      std::find_if(bindings_.rbegin(), bindings_.rend(), [&](const Binding& binding) { return binding.name == name; });
  return found == bindings_.rend() ? globals_[name] : found->value;
}

std::vector<std::string> Scope::visible_names() const {
  std::vector<std::string> names;
  names.reserve(bindings_.size());
  for (const Binding& binding : bindings_) names.push_back(names_.text(binding.name));
  if (const Entries* entries = data_.entries()) {
    for (const Entry& entry : *entries) names.push_back(entry.key);
  }
  return names;
}

bool Scope::add_literals(std::uint32_t count) {
  constexpr std::uint32_t most = 1000;
  if (count > most - literals_) return false;
  literals_ += count;
  return true;
}

}  // namespace vav::templates
