// The quote check: a quotation with its citation must stand, word for word, in what it cites.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config/schema.h"
#include "diagnostics/diagnostic.h"
#include "evidence/word_search.h"
#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

// By kind: whether the relation `source` may point at it. What such a page tells of is a text outside of the site.
std::vector<bool> source_kinds(const Schema& schema);

// Texts of sources that are at hand.
struct SourceTexts {
  std::vector<bool> of_sources;  // by kind, as source_kinds
  std::map<std::size_t, std::shared_ptr<const Words>> by_page;
};

struct UncheckedQuotation {
  std::size_t page = 0;  // that quotes
  Place place;
};

struct QuotationReport {
  std::size_t checked = 0;                    // right or wrong
  std::vector<UncheckedQuotation> unchecked;  // what they cite is not at hand; in page order
};

struct QuotationInputs {
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;
  const KnowledgeGraph& graph;
  const Schema& schema;
  const SourceTexts& texts;
};

// Reports misquote, in page order. The words are compared by normal_text() without its hyphens, but for those before
// a digit: hyphens at the ends of lines stand for nothing. […] and (…) in a quotation leave words out: its pieces stand
// in that order. A piece may begin with another case than the text has, and end with other punctuation.
QuotationReport check_quotations(const QuotationInputs& inputs, int threads, Diagnostics& diagnostics);

}  // namespace vav
