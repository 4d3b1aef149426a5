// The Swedish of every sentence, by its English: the table behind swedish_for(), in parts. Only swedish*.cc include
// this.
#pragma once

#include <span>
#include <string_view>

namespace vav::wording {

// Both as say() takes them, with {} in the same number; {0} {1} where Swedish wants another order.
struct Translation {
  std::string_view english, swedish;
};

std::span<const Translation> swedish_content();     // vav.yaml, pages, Markdown, relations
std::span<const Translation> swedish_items();       // blocks that ask for items
std::span<const Translation> swedish_theme();       // templates and the rest of the theme
std::span<const Translation> swedish_text();        // how texts are written, and what they cite
std::span<const Translation> swedish_evidence();    // links that are to be reviewed, and quotations
std::span<const Translation> swedish_chain();       // the chain of evidence
std::span<const Translation> swedish_coverage();    // the tables of evidence and the coverage report
std::span<const Translation> swedish_time();        // the timeline, feeds, and what is new since a day
std::span<const Translation> swedish_site();        // what is written and verified
std::span<const Translation> swedish_publishing();  // where the site lies, addresses that stay
std::span<const Translation> swedish_output();      // where it is put, and what goes out with it
std::span<const Translation> swedish_kinds();       // the catalogue's explanations and the types of values

}  // namespace vav::wording
