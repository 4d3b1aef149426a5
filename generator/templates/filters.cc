#include "templates/filters.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "templates/filter_catalogue.h"

namespace vav::templates {
namespace {

Value fail(Problem& problem, Wording message, Wording hint = {}) {
  problem = {std::move(message), std::move(hint)};
  return {};
}

Value needs(Problem& problem, const Wording& what, const Value& input) {
  return fail(problem, say("the filter needs {}, not {}", what, type_word(input)),
              input.is_null() ? say("ask first, with 'if', whether there is a value") : Wording{});
}

std::string_view first_character(std::string_view text) {
  std::size_t end = 0;
  decode_character(text, end);
  return text.substr(0, end);
}

std::string_view last_character(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return text.substr(start);
}

Value end_of(const Value& input, bool first, Problem& problem) {
  if (const List* list = input.list()) {
    if (list->empty()) return {};
    return first ? list->front() : list->back();
  }
  const std::string* text = input.text();
  if (text == nullptr) return needs(problem, say("a list or a text"), input);
  if (text->empty()) return {};
  return first ? first_character(*text) : last_character(*text);
}

Value length_of(const Value& input, Problem& problem) {
  if (const List* list = input.list()) return list->size();
  if (const Entries* entries = input.entries()) return entries->size();
  if (const std::string* text = characters_of(input)) return count_characters(*text);
  return needs(problem, say("a text, a list or a map"), input);
}

Value join_items(const Value& input, std::span<const Value> arguments, Problem& problem) {
  const List* list = input.list();
  if (list == nullptr) return needs(problem, say("a list"), input);
  TextJoiner joiner;
  const Value separator = arguments.empty() ? Value("") : arguments[0];
  for (std::size_t i = 0; i < list->size(); ++i) {
    const bool joined = (i == 0 || joiner.add(separator)) && joiner.add((*list)[i]);
    if (!joined)
      return fail(problem, say("lists and maps cannot be joined as text"),
                  say("take a key of each first: map(attribute=\"title\")"));
    if (joiner.size() > value_limit) return fail(problem, say("the text becomes too long"));
  }
  return std::move(joiner).result();
}

// Letter by letter: what upper case is does not depend on the neighbours.
std::string to_upper(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const char c = text[offset];
    if (static_cast<unsigned char>(c) < 0x80) {
      result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      ++offset;
    } else {
      const std::size_t start = offset;
      decode_character(text, offset);
      result += vav::capitalize(text.substr(start, offset - start));
    }
  }
  return result;
}

// Markup is refused: "&amp;" in capitals is broken HTML.
Value change_case(const Value& input, BuiltinFilter filter, Problem& problem) {
  const std::string* text = input.text();
  if (input.markup()) return fail(problem, say("the filter needs text; this is markup, finished HTML"));
  if (text == nullptr) return needs(problem, say("text"), input);
  if (filter == BuiltinFilter::upper) return to_upper(*text);
  return filter == BuiltinFilter::lower ? to_lower(*text) : vav::capitalize(*text);
}

std::size_t count_parts(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// As MarkupSafe: if anything is markup, all of it becomes so, escaped where it was text.
Value replace_parts(const Value& input, std::span<const Value> arguments, Problem& problem) {
  const Value& from = arguments[0];
  const Value& to = arguments[1];
  if (!characters_of(input)) return needs(problem, say("text"), input);
  if (!characters_of(from) || !characters_of(to)) return fail(problem, say("the filter replaces text by text"));
  if (characters_of(from)->empty()) return fail(problem, say("the text to be replaced is empty"));
  const bool is_markup = input.markup() || from.markup() || to.markup();
  const auto html_of = [&](const Value& value) {
    return is_markup && value.text() ? escape_html(*value.text()) : *characters_of(value);
  };
  const std::string text = html_of(input);
  const std::string old_part = html_of(from);
  const std::string new_part = html_of(to);
  if (text.size() + count_parts(text, old_part) * new_part.size() > value_limit)
    return fail(problem, say("the text becomes too long"));
  std::string result = replace_all(text, old_part, new_part);
  return is_markup ? Value(Markup{std::move(result)}) : Value(std::move(result));
}

Value trim_text(const Value& input, Problem& problem) {
  if (const Markup* markup = input.markup()) return Markup{std::string(trim(markup->html))};
  if (const std::string* text = input.text()) return trim(*text);
  return needs(problem, say("text"), input);
}

Value escape_text(const Value& input, Problem& problem) {
  if (input.markup()) return input;
  if (input.is_list() || input.is_map()) return needs(problem, say("text"), input);
  return Markup{escape_html(plain_text(input))};
}

Value json_of(const Value& input, Problem& problem) {
  if (!within_limit(input)) return fail(problem, say("the value is too large"));
  return to_json(input);
}

Value to_integer(const Value& input, std::span<const Value> arguments, Problem& problem) {
  if (input.integer()) return input;
  if (const bool* flag = input.flag()) return *flag ? 1 : 0;
  constexpr double limit = 9.2e18;  // within 64 bits
  if (const double* number = input.number(); number && std::abs(*number) < limit)
    return static_cast<std::int64_t>(*number);
  if (const std::string* text = input.text()) {
    const std::string_view digits = trim(*text);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size()) return number;
  }
  if (!arguments.empty()) return arguments[0];
  return fail(problem,
              say("{} is no whole number", input.text() ? as_written(json_quote(*input.text())) : type_word(input)),
              say("int(0) gives 0 instead"));
}

Value list_of(const Value& input, Problem& problem) {
  if (input.is_list()) return input;
  const Entries* entries = input.entries();
  if (entries == nullptr) return needs(problem, say("a list or a map"), input);
  List keys;
  for (const Entry& entry : *entries) keys.emplace_back(entry.key);
  return keys;
}

Value reverse_list(const Value& input, Problem& problem) {
  if (!input.is_list()) return needs(problem, say("a list"), input);
  return List(input.items().rbegin(), input.items().rend());
}

Value batch_items(const Value& input, std::span<const Value> arguments, Problem& problem) {
  if (!input.is_list()) return needs(problem, say("a list"), input);
  const std::int64_t* asked = arguments[0].integer();
  if (asked == nullptr || *asked < 1 || *asked > 10'000)
    return fail(problem, say("the filter takes a number from 1 to 10000"));
  const auto size = static_cast<std::size_t>(*asked);
  List batches;
  const List& items = input.items();
  for (std::size_t start = 0; start < items.size(); start += size) {
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(start);
    List batch(first, first + static_cast<std::ptrdiff_t>(std::min(size, items.size() - start)));
    if (arguments.size() > 1) batch.resize(size, arguments[1]);
    batches.emplace_back(std::move(batch));
  }
  return batches;
}

// "a.b" names the key b of the key a. nullptr: there is none, and `problem` says so.
const Value* find_path(const Value& item, const Value& path, Problem& problem) {
  const std::string* keys = path.text();
  if (keys == nullptr) {
    problem.message = say("the filter takes the name of a key as text");
    return nullptr;
  }
  const Value* at = &item;
  for (const std::string_view key : split(*keys, '.')) {
    at = find_key(*at, key, problem);
    if (at == nullptr) return nullptr;
  }
  return at;
}

Value map_items(const Value& input, const Value& path, Problem& problem) {
  if (!input.is_list()) return needs(problem, say("a list"), input);
  List result;
  result.reserve(input.items().size());
  for (const Value& item : input.items()) {
    const Value* found = find_path(item, path, problem);
    if (found == nullptr) return {};
    result.push_back(*found);
  }
  return result;
}

bool is_selected(const Value* value, std::span<const Value> arguments, Problem& problem) {
  if (arguments.size() < 2) return is_true(*value);
  // The parser has let no other name through.
  switch (find_selection(arguments[1].text_or_empty()).value_or(Selection::defined)) {
    case Selection::defined:
      return value != nullptr;
    case Selection::undefined:
      return value == nullptr;
    case Selection::none:
      return value->is_null();
    case Selection::equal:
      return is_true(operate(Operator::equal, *value, arguments[2], problem));
    case Selection::not_equal:
      return is_true(operate(Operator::not_equal, *value, arguments[2], problem));
    case Selection::in:
      return contains(arguments[2], *value, problem);
  }
  return false;
}

Value select_items(const Value& input, std::span<const Value> arguments, bool wanted, Problem& problem) {
  if (!input.is_list()) return needs(problem, say("a list"), input);
  const Selection selection =
      arguments.size() < 2 ? Selection::equal : find_selection(arguments[1].text_or_empty()).value_or(Selection::equal);
  const bool may_lack = selection == Selection::defined || selection == Selection::undefined;
  List result;
  for (const Value& item : input.items()) {
    const Value* found = find_path(item, arguments[0], problem);
    if (may_lack) {
      problem = {};
    } else if (problem.found()) {
      return {};
    }
    if (is_selected(found, arguments, problem) == wanted) result.push_back(item);
    if (problem.found()) return {};
  }
  return result;
}

}  // namespace

Value apply_filter(BuiltinFilter filter, const Value& input, std::span<const Value> arguments, Problem& problem) {
  switch (filter) {
    case BuiltinFilter::batch:
      return batch_items(input, arguments, problem);
    case BuiltinFilter::capitalize:
    case BuiltinFilter::lower:
    case BuiltinFilter::upper:
      return change_case(input, filter, problem);
    case BuiltinFilter::escape:
      return escape_text(input, problem);
    case BuiltinFilter::first:
      return end_of(input, true, problem);
    case BuiltinFilter::integer:
      return to_integer(input, arguments, problem);
    case BuiltinFilter::join:
      return join_items(input, arguments, problem);
    case BuiltinFilter::json:
      return json_of(input, problem);
    case BuiltinFilter::last:
      return end_of(input, false, problem);
    case BuiltinFilter::length:
      return length_of(input, problem);
    case BuiltinFilter::list:
      return list_of(input, problem);
    case BuiltinFilter::map:
      return map_items(input, arguments[0], problem);
    case BuiltinFilter::rejectattr:
      return select_items(input, arguments, false, problem);
    case BuiltinFilter::replace:
      return replace_parts(input, arguments, problem);
    case BuiltinFilter::reverse:
      return reverse_list(input, problem);
    case BuiltinFilter::selectattr:
      return select_items(input, arguments, true, problem);
    case BuiltinFilter::trim:
      return trim_text(input, problem);
    case BuiltinFilter::fallback:
      break;
  }
  return input;
}

}  // namespace vav::templates
