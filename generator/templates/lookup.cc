// Parts of values: keys of maps and items of lists.
#include <fmt/format.h>

#include "base/text.h"
#include "templates/filters.h"
#include "templates/findings.h"

namespace vav::templates {

const Value* find_key(const Value& object, std::string_view key, Problem& problem) {
  const Value* found = object.find(key);
  if (found != nullptr) return found;
  if (const Entries* entries = object.entries()) {
    std::vector<std::string> keys;
    for (const Entry& entry : *entries) keys.push_back(entry.key);
    problem = {say("the map has no key '{}'", key), did_you_mean(key, keys), true};
  } else {
    const bool is_nothing = object.is_null();
    problem = {say("{} has no key '{}'", type_word(object), key),
               is_nothing ? say("ask first, with 'if', whether there is a value") : Wording{}, false};
  }
  return nullptr;
}

const Value* find_item(const Value& object, const Value& key, Problem& problem) {
  const std::string* name = characters_of(key);
  if (name != nullptr && !object.is_list()) return find_key(object, *name, problem);
  const List* list = object.list();
  if (list == nullptr || key.integer() == nullptr) {
    problem.message = say("{} has no item at {}", type_word(object), type_word(key));
    return nullptr;
  }
  const auto count = static_cast<std::int64_t>(list->size());
  const std::int64_t index = *key.integer() < 0 ? *key.integer() + count : *key.integer();
  if (index >= 0 && index < count) return &(*list)[static_cast<std::size_t>(index)];
  problem = {say("the list has {} items, none at {}", count, *key.integer()), say("the first is 0"), true};
  return nullptr;
}

}  // namespace vav::templates
