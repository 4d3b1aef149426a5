#include "evidence/sequence_diff.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace vav {
namespace {

constexpr std::size_t most_comparisons = 1'000'000;

class DiffMaker {
 public:
  DiffMaker(std::span<const std::string> before, std::span<const std::string> after) : before_(before), after_(after) {}

  std::vector<DiffRun> make() {
    std::size_t begin = 0;
    while (begin < before_.size() && begin < after_.size() && before_[begin] == after_[begin]) ++begin;
    std::size_t end = 0;
    while (end < before_.size() - begin && end < after_.size() - begin &&
           before_[before_.size() - 1 - end] == after_[after_.size() - 1 - end])
      ++end;
    add(true, begin, begin);
    compare_middle(before_.size() - end, after_.size() - end);
    add(true, before_.size(), after_.size());
    return std::move(runs_);
  }

 private:
  // Extends what is covered to the ends given.
  void add(bool kept, std::size_t before_end, std::size_t after_end) {
    if (before_end == before_at_ && after_end == after_at_) return;
    if (!runs_.empty() && runs_.back().kept == kept) {
      runs_.back().before_end = before_end;
      runs_.back().after_end = after_end;
    } else {
      runs_.push_back({kept, before_at_, before_end, after_at_, after_end});
    }
    before_at_ = before_end;
    after_at_ = after_end;
  }

  void compare_middle(std::size_t before_end, std::size_t after_end) {
    const std::size_t rows = before_end - before_at_;
    const std::size_t columns = after_end - after_at_;
    if (rows == 0 || columns == 0 || rows * columns > most_comparisons) {
      add(false, before_end, after_end);
      return;
    }
    // longest[i * width + j]: length of the longest common subsequence of what follows i and j.
    const std::size_t width = columns + 1;
    std::vector<std::uint32_t> longest((rows + 1) * width, 0);
    const std::size_t first_before = before_at_;
    const std::size_t first_after = after_at_;
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        longest[i * width + j] = before_[first_before + i] == after_[first_after + j]
                                     ? longest[(i + 1) * width + j + 1] + 1
                                     : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
      }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows && j < columns) {
      if (before_[first_before + i] == after_[first_after + j]) {
        ++i;
        ++j;
        add(true, first_before + i, first_after + j);
      } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
        ++i;
        add(false, first_before + i, first_after + j);
      } else {
        ++j;
        add(false, first_before + i, first_after + j);
      }
    }
    add(false, before_end, after_end);
  }

  std::span<const std::string> before_, after_;
  std::vector<DiffRun> runs_;
  std::size_t before_at_ = 0, after_at_ = 0;
};

std::vector<std::string> words_of(const std::string& text) {
  const std::string spaced = collapse_spaces(text);
  std::vector<std::string> words;
  for (const std::string_view word : split(spaced, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  return join({words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)},
              " ");
}

}  // namespace

std::vector<DiffRun> compare_sequences(std::span<const std::string> before, std::span<const std::string> after) {
  return DiffMaker(before, after).make();
}

std::vector<WordRun> compare_words(const std::string& before, const std::string& after) {
  const std::vector<std::string> old_words = words_of(before);
  const std::vector<std::string> new_words = words_of(after);
  std::vector<WordRun> runs;
  const auto add = [&](WordRun::Fate fate, std::string text) {
    if (!text.empty()) runs.push_back({fate, std::move(text)});
  };
  for (const DiffRun& run : compare_sequences(old_words, new_words)) {
    if (run.kept) {
      add(WordRun::Fate::kept, joined(new_words, run.after_begin, run.after_end));
      continue;
    }
    add(WordRun::Fate::removed, joined(old_words, run.before_begin, run.before_end));
    add(WordRun::Fate::added, joined(new_words, run.after_begin, run.after_end));
  }
  return runs;
}

}  // namespace vav
