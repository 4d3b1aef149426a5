#include "authoring/redirect_entry.h"

#include "authoring/yaml_text.h"
#include "base/text.h"

namespace vav {
namespace {

constexpr std::string_view key = "redirect_from:";
constexpr std::string_view fence = "---";
constexpr auto npos = std::string_view::npos;

struct Line {
  std::size_t begin = 0, end = 0, next = 0;  // without its end; where the following one begins
};

Line line_at(std::string_view file, std::size_t begin) {
  const std::size_t feed = file.find('\n', begin);
  const std::size_t next = feed == npos ? file.size() : feed + 1;
  std::size_t end = feed == npos ? file.size() : feed;
  if (end > begin && file[end - 1] == '\r') --end;
  return {begin, end, next};
}

// After the quotation mark that closes the one at `at`.
std::size_t after_quoted(std::string_view file, std::size_t at) {
  const char quote = file[at];
  for (++at; at < file.size(); ++at) {
    if (file[at] == '\\' && quote == '"') {
      ++at;
    } else if (file[at] == quote) {
      if (quote == '"' || at + 1 == file.size() || file[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return npos;
}

// Where the "]" of a list in brackets stands whose "[" is at `at`.
std::size_t end_of_brackets(std::string_view file, std::size_t at) {
  for (++at; at < file.size();) {
    const char c = file[at];
    if (c == ']') return at;
    if (c == '"' || c == '\'') {
      at = after_quoted(file, at);
      if (at == npos) return npos;
    } else if (c == '#' && (file[at - 1] == ' ' || file[at - 1] == '\n')) {
      at = line_at(file, at).end;
    } else {
      ++at;
    }
  }
  return npos;
}

// Where a value on one line ends: before a comment and the blanks around it.
std::size_t end_of_value(std::string_view file, std::size_t at, const Line& line) {
  if (file[at] == '"' || file[at] == '\'') return after_quoted(file, at);
  const std::size_t comment = file.substr(0, line.end).find(" #", at);
  std::size_t end = comment == npos ? line.end : comment;
  while (end > at && file[end - 1] == ' ') --end;
  return end;
}

std::string inserted(std::string_view file, std::size_t at, std::string_view text) {
  return std::string(file.substr(0, at)) + std::string(text) + std::string(file.substr(at));
}

// `line` is that of the key, `close` where the front matter's last line of --- begins.
std::optional<std::string> add_to(std::string_view file, const Line& line, std::size_t close,
                                  const std::string& entry) {
  const std::size_t value = file.substr(0, line.end).find_first_not_of(' ', line.begin + key.size());
  if (value != npos && file[value] == '[') {
    const std::size_t end = end_of_brackets(file, value);
    if (end == npos || end > close) return std::nullopt;
    const std::string_view inside = trim(file.substr(value + 1, end - value - 1));
    return inserted(file, end, (inside.empty() ? "" : inside.ends_with(',') ? " " : ", ") + entry);
  }
  if (value != npos && file[value] != '#') {
    const std::size_t end = end_of_value(file, value, line);
    if (end == npos || end > close) return std::nullopt;
    return inserted(inserted(file, end, ", " + entry + "]"), value, "[");
  }
  // A line each.
  std::optional<Line> last;
  std::string_view indent;
  for (Line one = line_at(file, line.next); one.begin < close; one = line_at(file, one.next)) {
    const std::string_view text = file.substr(one.begin, one.end - one.begin);
    const std::size_t first = text.find_first_not_of(' ');
    if (first == npos || text[first] == '#') continue;
    if (!text.substr(first).starts_with("- ")) break;
    last = one;
    indent = text.substr(0, first);
  }
  if (!last) return std::nullopt;
  const std::string_view line_end = file.substr(last->end, last->next - last->end);
  return inserted(file, last->next, std::string(indent) + "- " + entry + std::string(line_end));
}

}  // namespace

std::optional<std::string> with_redirect(std::string_view file, std::string_view entry) {
  const std::string written = yaml_text(entry);
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const Line first = line_at(file, file.starts_with(mark) ? mark.size() : 0);
  if (trim(file.substr(first.begin, first.end - first.begin)) != fence) return std::nullopt;
  std::optional<Line> found;
  for (Line line = line_at(file, first.next); line.begin < file.size(); line = line_at(file, line.next)) {
    const std::string_view text = file.substr(line.begin, line.end - line.begin);
    if (text.starts_with(key)) found = line;
    if (!text.starts_with(fence) || trim(text) != fence) continue;
    if (found) return add_to(file, *found, line.begin, written);
    const std::string_view line_end = file.substr(first.end, first.next - first.end);
    return inserted(file, line.begin, std::string(key) + " [" + written + "]" + std::string(line_end));
  }
  return std::nullopt;
}

}  // namespace vav
