#include "markdown/preflight.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vav {

namespace {

constexpr std::size_t most_bytes = 2 << 20;
constexpr int deepest_containers = 60;
constexpr int deepest_nodes = 200;
constexpr std::size_t longest_run = 1000;
constexpr std::size_t most_cells = 100'000;
constexpr std::size_t most_columns = 1000;
// Steps over a byte, about a tenth of a second in all. What cmark-gfm does in quadratic time is counted here.
constexpr double most_work = 2e8;

// The markup of one line, counted.
struct LineCounts {
  std::size_t pipes = 0, at_signs = 0, instructions = 0, images = 0, addresses = 0;
  std::size_t longest_run = 0;
  double word_work = 0;  // of addresses that end in brackets: www.a.b/))))
  bool is_delimiter = false;
};

// Lines without a blank one between: no paragraph and no table is longer.
struct Stretch {
  int first_line = 1;
  std::size_t bytes = 0, lines = 0;
  std::size_t at_signs = 0, instructions = 0, images = 0, addresses = 0;
  std::size_t most_pipes = 0;  // of a line
  std::size_t columns = 0, rows = 0;
};

LineCounts count_line(std::string_view line) {
  LineCounts counts;
  std::size_t run = 0, word_start = 0, brackets = 0;
  const auto end_word = [&](std::size_t end) {
    counts.word_work += static_cast<double>(brackets) * static_cast<double>(end - word_start);
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const char next = i + 1 < line.size() ? line[i + 1] : '\0';
    run = i > 0 && c == line[i - 1] ? run + 1 : 1;
    if (std::string_view("[]()*_`|<>!~&\\:@#\"'{}").find(c) != std::string_view::npos)
      counts.longest_run = std::max(counts.longest_run, run);
    if (c == '|') ++counts.pipes;
    if (c == '@') ++counts.at_signs;
    if (c == ')') ++brackets;
    if (c == '<' && (next == '?' || next == '!')) ++counts.instructions;
    if (c == '!' && next == '[') ++counts.images;
    if (c == ']' && next == '(') ++counts.addresses;
    if (c == ' ' || c == '\t') {
      end_word(i);
      word_start = i + 1;
      brackets = 0;
    }
  }
  end_word(line.size());
  // Without | and : it would underline a heading.
  counts.is_delimiter = line.find('-') != std::string_view::npos &&
                        line.find_first_of("|:") != std::string_view::npos &&
                        line.find_first_not_of("|-: \t\r>") == std::string_view::npos;
  return counts;
}

// Quotes and list items that start on this line, and the depth that its indentation may stand for.
int container_depth(std::string_view line) {
  int depth = 0, indent = 0, reached = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    std::size_t marker = 0;
    if (c == ' ' || c == '\t') {
      indent += c == ' ' ? 1 : 4;
      ++i;
      continue;
    }
    if (c == '>') marker = 1;
    if (c == '-' || c == '*' || c == '+') marker = 1;
    while (i + marker < line.size() && line[i + marker] >= '0' && line[i + marker] <= '9') ++marker;
    if (c >= '0' && c <= '9' && i + marker < line.size() && (line[i + marker] == '.' || line[i + marker] == ')'))
      ++marker;
    const std::size_t after = i + marker;
    const bool item = c != '>' && marker > 0 &&
                      (after == line.size() || line[after] == ' ' || line[after] == '\t' || line[after] == '\r');
    if (c != '>' && !item) break;
    reached = ++depth + indent / 2;
    i = after < line.size() && line[after] == ' ' ? after + 1 : after;  // the space that belongs to the marker
  }
  return reached;
}

class Preflight {
 public:
  std::optional<Complexity> check(std::string_view text) {
    if (text.size() > most_bytes) return Complexity{1, say("page is larger than 2 MB")};
    int number = 0;
    for (const std::string_view line : split_lines(text)) {
      ++number;
      if (is_blank(line)) {
        end_stretch();
        stretch_ = {.first_line = number + 1};
      } else {
        take_line(line, number);
      }
      if (found_) return found_;
    }
    end_stretch();
    return found_;
  }

 private:
  void take_line(std::string_view line, int number);
  void take_table(const LineCounts& counts, int number);
  void end_stretch();
  void refuse(int line, Wording what) {
    if (!found_) found_ = Complexity{line, std::move(what)};
  }
  void spend(double work, int line) {
    work_ += work;
    if (work_ > most_work) refuse(line, say("repeats markup so often that it would take long to read"));
  }

  Stretch stretch_;
  double work_ = 0;
  std::optional<Complexity> found_;
};

void Preflight::take_line(std::string_view line, int number) {
  const LineCounts counts = count_line(line);
  if (container_depth(line) > deepest_containers) refuse(number, say("line nests very many quotes or lists"));
  if (counts.longest_run > longest_run) refuse(number, say("line repeats one sign very often"));
  spend(counts.word_work, number);
  take_table(counts, number);
  stretch_.bytes += line.size() + 1;
  stretch_.lines += 1;
  stretch_.at_signs += counts.at_signs;
  stretch_.instructions += counts.instructions;
  stretch_.images += counts.images;
  stretch_.addresses += counts.addresses;
}

void Preflight::take_table(const LineCounts& counts, int number) {
  // Cells are appended to a list without a tail pointer.
  const auto cell_work = [](std::size_t pipes) { return static_cast<double>(pipes) * static_cast<double>(pipes); };
  stretch_.most_pipes = std::max(stretch_.most_pipes, counts.pipes);
  if (counts.is_delimiter) {
    // All that stands before in the stretch is searched for a header, for every line that looks like a delimiter.
    spend(static_cast<double>(stretch_.bytes) * static_cast<double>(stretch_.lines) / 5, number);
    spend(cell_work(stretch_.most_pipes), number);
    stretch_.columns = std::max(stretch_.columns, counts.pipes + 1);
    if (stretch_.columns > most_columns) refuse(number, say("table has too many columns"));
  }
  if (stretch_.columns == 0) return;
  spend(cell_work(counts.pipes), number);
  // A short row is filled up to the number of columns.
  if (++stretch_.rows * stretch_.columns > most_cells) refuse(number, say("table has too many cells"));
}

void Preflight::end_stretch() {
  const Stretch& s = stretch_;
  // An address is searched in all that follows, again for each, up to a thousand times; <? and <! look for their end to
  // the end.
  const auto scans = static_cast<double>(s.instructions + std::min<std::size_t>(s.at_signs, 1000));
  spend(scans * static_cast<double>(s.bytes), s.first_line);
  spend(static_cast<double>(s.images) * static_cast<double>(s.addresses) * 4, s.first_line);
}

}  // namespace

std::optional<Complexity> find_complexity(std::string_view text) {
  return Preflight().check(text);
}

std::optional<int> find_deep_nesting(cmark_node* root) {
  int depth = 0, line = 0;
  std::optional<int> deep;
  for_each_node(root, [&](cmark_node* node, bool entering) {
    // Leaves are entered and never left.
    const bool leaf = cmark_node_first_child(node) == nullptr;
    if (entering && cmark_node_get_start_line(node) > 0) line = cmark_node_get_start_line(node);
    if (!leaf) depth += entering ? 1 : -1;
    if (depth > deepest_nodes && !deep) deep = std::max(line, 1);
  });
  return deep;
}

}  // namespace vav
