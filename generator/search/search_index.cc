#include "search/search_index.h"

#include <string>
#include <string_view>

#include "search/number_text.h"

namespace vav {
namespace {

// A field that is empty everywhere has no average, and no terms.
std::vector<double> length_parts(const std::vector<std::uint32_t>& lengths) {
  double sum = 0;
  for (const std::uint32_t length : lengths) sum += length;
  const double average = sum / static_cast<double>(lengths.size());
  std::vector<double> parts;
  parts.reserve(lengths.size());
  for (const std::uint32_t length : lengths)
    parts.push_back(bm25_k1 * (1 - bm25_b + bm25_b * (static_cast<double>(length) / average)));
  return parts;
}

std::vector<FieldPostings> read_postings(std::string_view packed) {
  std::vector<FieldPostings> fields;
  NumberReader reader(packed);
  while (!reader.at_end()) {
    FieldPostings& postings = fields.emplace_back();
    postings.field = reader.next() - 1;
    const std::uint32_t count = reader.next();
    postings.starts.push_back(0);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      postings.documents.push_back(next + reader.next());
      next = postings.documents.back() + 1;
      std::uint32_t place = 0;
      for (std::uint32_t left = reader.next(); left > 0; --left) postings.places.push_back(place += reader.next());
      postings.starts.push_back(postings.places.size());
    }
  }
  return fields;
}

}  // namespace

SearchIndex::SearchIndex(const std::vector<SearchDocument>& documents, const LanguageIndex& index)
    : documents_(documents),
      index_(index),
      pipeline_(std::vector<std::string>{index.language}),
      rules_(language_rules(index.language)),
      vocabulary_(index.packed, rules_, pipeline_) {
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (!document(i).names.empty()) names_.add(pipeline_, i, document(i).names);
  }
  for (const std::vector<std::uint32_t>& lengths : index.packed.lengths) length_parts_.push_back(length_parts(lengths));
}

const std::vector<FieldPostings>& SearchIndex::postings_of(std::uint32_t term) {
  const auto [known, fresh] = postings_.try_emplace(term);
  if (fresh) known->second = read_postings(index_.packed.postings[term]);
  return known->second;
}

}  // namespace vav
