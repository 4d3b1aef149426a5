// How Swedish and English are set, as rules on a flow. Each rule may be applied again to what it has made and changes
// nothing then.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/word_break.h"
#include "typography/flow.h"

namespace vav {

// What a language binds with a no-break space.
struct SpaceRules {
  std::span<const std::string_view> months;          // after a day: 30 september
  std::span<const std::string_view> before_numbers;  // s. 12, kl. 9.00, nr 5
  std::span<const std::string_view> after_numbers;   // 25 %, 5 §, 10 kr
  std::span<const std::string_view> word_pairs;      // abbreviations written with a space: "t. ex."
};

// quotes.cc
void set_ellipses(Flow& flow, std::vector<Edit>& edits);
void set_swedish_quotes(Flow& flow);  // ”…” and ’…’: the same mark on both sides
void set_english_quotes(Flow& flow);  // “…” and ‘…’

// dashes.cc: "word - word", 9-15, 2024-2025, 9.00-15.30
void set_dashes(Flow& flow, std::vector<Edit>& edits);

// breaks.cc: soft hyphens where words that begin with one of `breaks` may break; the longest of them decides. A word
// that has soft hyphens already keeps those.
void set_breaks(const Flow& flow, std::span<const WordBreak> breaks, std::vector<Edit>& edits);

// spaces.cc
const SpaceRules& swedish_spaces();
const SpaceRules& english_spaces();
void set_spaces(Flow& flow, const SpaceRules& rules);

}  // namespace vav
