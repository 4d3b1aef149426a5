// Which parts of a sequence stand in another too, in order: of blocks of a text, of words of a block.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vav {

// Parts of both sequences that correspond: equal ones when `kept`, else `before` was replaced by `after` (one of the
// two may be empty). Runs follow each other and cover both sequences; a kept one follows a replaced one and the other
// way.
struct DiffRun {
  bool kept = false;
  std::size_t before_begin = 0, before_end = 0;
  std::size_t after_begin = 0, after_end = 0;

  friend bool operator==(const DiffRun&, const DiffRun&) = default;
};

// By a longest common subsequence of what lies between the common beginning and end. Where that would take more than a
// million comparisons, what lies between counts as replaced.
std::vector<DiffRun> compare_sequences(std::span<const std::string> before, std::span<const std::string> after);

// A stretch of a text as a reader is shown a change.
struct WordRun {
  enum class Fate { kept, removed, added };
  Fate fate = Fate::kept;
  std::string text;

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

// Word by word: the texts of kept and added runs, joined by spaces, are the words of `after`, those of kept and removed
// runs the words of `before`.
std::vector<WordRun> compare_words(const std::string& before, const std::string& after);

}  // namespace vav
