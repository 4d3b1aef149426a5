#include "search/lunr_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/parallel.h"
#include "search/rounding.h"
#include "search/term_table.h"
#include "search/token_pipeline.h"
#include "search/tokenised_block.h"

namespace vav {
namespace {

double or_one(double boost) {
  return boost == 0 || std::isnan(boost) ? 1 : boost;
}

std::size_t size_of(const IndexDocument& document) {
  std::size_t size = 1;
  for (const FieldValue& value : document.values) {
    if (const auto* text = std::get_if<std::u16string>(&value)) size += text->size();
  }
  return size;
}

// Where `count` runs of about the same amount of text begin, and the end.
std::vector<std::size_t> cut(const std::vector<IndexDocument>& documents, std::size_t count) {
  std::size_t total = 0;
  for (const IndexDocument& document : documents) total += size_of(document);
  std::vector<std::size_t> starts = {0};
  std::size_t passed = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (passed * count >= total * starts.size()) starts.push_back(i);
    passed += size_of(documents[i]);
  }
  starts.push_back(documents.size());
  return starts;
}

// A term and how often a field holds it, in one number that sorts by the term.
using PackedCount = std::uint64_t;

// By term, one byte of it after another: three times as fast as comparing, for the hundreds of terms of a page
// (2026-11).
void sort_by_term(std::vector<PackedCount>& entries, std::vector<PackedCount>& spare, std::size_t term_count) {
  if (entries.size() < 32) {
    std::sort(entries.begin(), entries.end());
    return;
  }
  spare.resize(entries.size());
  for (unsigned shift = 0; term_count >> shift != 0; shift += 8) {
    const auto byte = [&](PackedCount entry) { return (entry >> (32 + shift)) & 0xFFU; };
    std::array<std::uint32_t, 256> places{};
    for (const PackedCount entry : entries) ++places[byte(entry)];
    std::uint32_t sum = 0;
    for (std::uint32_t& place : places) sum += std::exchange(place, sum);
    for (const PackedCount entry : entries) spare[places[byte(entry)]++] = entry;
    entries.swap(spare);
  }
}

struct Block {
  std::size_t first_document = 0;
  TokenisedBlock tokenised;
  // The number in the index of each of the block's terms.
  std::vector<std::uint32_t> terms;
  // Of each of `tokenised.counts` whether an earlier document of the same ref has a posting already; empty when no ref
  // is repeated.
  std::vector<bool> posted;
  // Where the block's next posting goes: [term of the block * number of fields + field].
  std::vector<std::uint32_t> next_posting;
};

// Blocks are tokenised side by side, then numbered one after another, then weighed side by side; each knows where in
// the index its postings and vectors go, so the result is the same wherever the documents are cut.
class Builder {
 public:
  Builder(const std::vector<IndexDocument>& documents, IndexOptions options, int threads)
      : documents_(documents), threads_(threads), field_count_(options.fields.size()) {
    index_.options = std::move(options);
  }

  LunrIndex build() && {
    number_refs();
    tokenise();
    number_terms();
    if (index_.refs.size() < documents_.size()) mark_posted();
    place_postings();
    place_vectors();
    for_each_index(blocks_.size(), threads_, [&](std::size_t b) { fill(blocks_[b]); });
    if (!index_.options.metadata.empty()) fill_occurrences();
    sort_terms();
    return std::move(index_);
  }

 private:
  void number_refs() {
    TermTable refs;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      const std::uint32_t ref = refs.add(documents_[d].ref);
      if (ref == index_.refs.size()) {
        index_.refs.push_back(documents_[d].ref);
        last_document_.push_back(d);
      }
      // A repeated ref starts its vectors anew, while its postings stay.
      last_document_[ref] = d;
      refs_.push_back(ref);
    }
  }

  void tokenise() {
    const TokenPipeline pipeline(index_.options.languages);
    const bool places = !index_.options.metadata.empty();
    const std::vector<std::size_t> starts = cut(documents_, static_cast<std::size_t>(std::max(threads_, 1)));
    blocks_.resize(starts.size() - 1);
    for_each_index(blocks_.size(), threads_, [&](std::size_t b) {
      blocks_[b].first_document = starts[b];
      const auto documents = std::span(documents_).subspan(starts[b], starts[b + 1] - starts[b]);
      blocks_[b].tokenised = tokenise_block(pipeline, documents, places);
    });
  }

  void number_terms() {
    TermTable terms;
    for (Block& block : blocks_) {
      const TermTable& own = block.tokenised.terms;
      block.terms.reserve(own.size());
      for (std::uint32_t term = 0; term < own.size(); ++term) {
        block.terms.push_back(terms.add(own.text(term), own.hash(term)));
        if (block.terms.back() == index_.terms.size()) index_.terms.emplace_back(own.text(term));
      }
    }
  }

  // Takes back what the blocks counted as holders where a ref comes again with a term it had.
  void mark_posted() {
    std::vector<std::vector<std::uint64_t>> posted(index_.refs.size());
    for (Block& block : blocks_) {
      block.posted.resize(block.tokenised.counts.size());
      for (std::size_t number = 0; number < block.tokenised.count_ends.size(); ++number) {
        std::vector<std::uint64_t>& known = posted[refs_[block.first_document + number / field_count_]];
        const std::size_t field = number % field_count_;
        for (const TermCount& entry : block.tokenised.counts_of(number)) {
          const std::uint64_t key = block.terms[entry.term] * field_count_ + field;
          if (std::find(known.begin(), known.end(), key) == known.end()) {
            known.push_back(key);
          } else {
            block.posted[static_cast<std::size_t>(&entry - block.tokenised.counts.data())] = true;
            --block.tokenised.holders[entry.term * field_count_ + field];
          }
        }
      }
    }
  }

  // A term's postings lie block after block, so that each block can write its own.
  void place_postings() {
    std::vector<std::uint32_t>& starts = index_.posting_starts;
    starts.resize(index_.terms.size() * field_count_ + 1);
    for (const Block& block : blocks_) {
      for (std::size_t i = 0; i < block.tokenised.holders.size(); ++i) {
        starts[block.terms[i / field_count_] * field_count_ + i % field_count_] += block.tokenised.holders[i];
      }
    }
    std::size_t sum = 0;
    for (std::uint32_t& start : starts) sum += std::exchange(start, static_cast<std::uint32_t>(sum));
    VAV_CHECK(sum <= std::numeric_limits<std::uint32_t>::max());
    index_.posting_refs = std::make_unique_for_overwrite<std::uint32_t[]>(sum);
    if (!index_.options.metadata.empty()) index_.occurrences.resize(sum);

    std::vector<std::uint32_t> next = starts;
    for (Block& block : blocks_) {
      block.next_posting.resize(block.tokenised.holders.size());
      for (std::size_t i = 0; i < block.next_posting.size(); ++i) {
        std::uint32_t& at = next[block.terms[i / field_count_] * field_count_ + i % field_count_];
        block.next_posting[i] = std::exchange(at, at + block.tokenised.holders[i]);
      }
    }
  }

  void place_vectors() {
    std::vector<std::size_t> sizes(index_.refs.size() * field_count_);
    average_length_.resize(field_count_);
    for_each_vector([&](const Block& block, std::size_t number, std::size_t at) {
      sizes[at] = block.tokenised.counts_of(number).size();
      average_length_[number % field_count_] += static_cast<double>(block.tokenised.lengths[number]);
    });
    for (double& sum : average_length_) sum /= static_cast<double>(index_.refs.size());

    std::size_t total = 0;
    for (const std::size_t size : sizes) total += size;
    index_.weights = std::make_unique_for_overwrite<TermWeight[]>(total);
    const TermWeight* start = index_.weights.get();
    for (std::size_t at = 0; at < sizes.size(); ++at) {
      index_.vectors.push_back({static_cast<std::uint32_t>(at / field_count_),
                                static_cast<std::uint32_t>(at % field_count_),
                                {start, sizes[at]}});
      start += sizes[at];
    }
    find_idf();
  }

  // For each vector of the index: visit(block, number of the field there, place in the index).
  template <typename Visit>
  void for_each_vector(const Visit& visit) const {
    for (const Block& block : blocks_) {
      for (std::size_t number = 0; number < block.tokenised.count_ends.size(); ++number) {
        const std::size_t document = block.first_document + number / field_count_;
        const std::size_t ref = refs_[document];
        if (last_document_[ref] == document) visit(block, number, ref * field_count_ + number % field_count_);
      }
    }
  }

  void find_idf() {
    idf_.resize(index_.terms.size());
    for (std::size_t term = 0; term < idf_.size(); ++term) {
      const auto* start = &index_.posting_starts[term * field_count_];
      const auto n = static_cast<double>(start[field_count_] - start[0]);  // documents times fields, not documents
      const double x = (static_cast<double>(documents_.size()) - n + 0.5) / (n + 0.5);
      idf_[term] = std::log(1 + std::fabs(x));
    }
  }

  void fill(Block& block) const {
    std::vector<PackedCount> sorted;
    std::vector<PackedCount> spare;
    for (std::size_t number = 0; number < block.tokenised.count_ends.size(); ++number) {
      const std::size_t document = block.first_document + number / field_count_;
      const std::size_t field = number % field_count_;
      sorted.clear();
      for (const TermCount& entry : block.tokenised.counts_of(number)) {
        sorted.push_back(PackedCount{block.terms[entry.term]} << 32U | entry.count);
        const auto place = static_cast<std::size_t>(&entry - block.tokenised.counts.data());
        if (!block.posted.empty() && block.posted[place]) continue;
        index_.posting_refs[block.next_posting[entry.term * field_count_ + field]++] = refs_[document];
      }
      if (last_document_[refs_[document]] != document) continue;
      sort_by_term(sorted, spare, index_.terms.size());
      weigh(document, field, sorted, block.tokenised.lengths[number]);
    }
  }

  // BM25 as lunr.Builder.createFieldVectors has it. The order of the operations is lunr's, and the compiler must not
  // fuse them (-ffp-contract=off): a weight on a rounding tie would come out differently.
  void weigh(std::size_t document, std::size_t field, const std::vector<PackedCount>& sorted,
             std::uint32_t length) const {
    const double k1 = index_.options.k1;
    const double b = std::clamp(index_.options.b, 0.0, 1.0);
    const double field_boost = or_one(index_.options.fields[field].boost);
    const double document_boost = or_one(documents_[document].boost);
    const double length_part = k1 * (1 - b + b * (static_cast<double>(length) / average_length_[field]));
    const FieldVector& vector = index_.vector_of(refs_[document], field);
    TermWeight* weight = index_.weights.get() + (vector.weights.data() - index_.weights.get());
    for (const PackedCount entry : sorted) {
      const auto term = static_cast<std::uint32_t>(entry >> 32U);
      const auto frequency = static_cast<std::uint32_t>(entry);
      const auto tf = static_cast<double>(frequency);
      double score = idf_[term] * ((k1 + 1) * tf) / (length_part + tf);
      score *= field_boost;
      score *= document_boost;
      *weight++ = {term, frequency, round_half_up(score * 1000)};
    }
  }

  // Only tools ask for places, so this need not be fast.
  void fill_occurrences() {
    for (const Block& block : blocks_) {
      std::size_t at = 0;
      for (std::size_t number = 0; number < block.tokenised.occurrence_ends.size(); ++number) {
        const std::uint32_t ref = refs_[block.first_document + number / field_count_];
        for (; at < block.tokenised.occurrence_ends[number]; ++at) {
          const auto& [term, occurrence] = block.tokenised.occurrences[at];
          const std::size_t posting = block.terms[term] * field_count_ + number % field_count_;
          const std::uint32_t* first = &index_.posting_refs[index_.posting_starts[posting]];
          const std::uint32_t* end = &index_.posting_refs[0] + index_.posting_starts[posting + 1];
          index_.occurrences[static_cast<std::size_t>(std::find(first, end, ref) - &index_.posting_refs[0])].push_back(
              occurrence);
        }
      }
    }
  }

  void sort_terms();

  const std::vector<IndexDocument>& documents_;
  int threads_;
  std::size_t field_count_;
  // The ref of each document, and the last document of each ref.
  std::vector<std::uint32_t> refs_;
  std::vector<std::size_t> last_document_;
  std::vector<Block> blocks_;
  std::vector<double> average_length_;
  std::vector<double> idf_;
  LunrIndex index_;
};

// Orders as its text does where the first eight units, all of Latin 1, differ; else the texts must be compared.
std::uint64_t sort_key(std::u16string_view text) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    key <<= 8U;
    if (i >= text.size()) continue;
    key |= std::min<std::uint64_t>(text[i], 0xFF);
    if (text[i] >= 0xFF) return key << (8 * (7 - i));
  }
  return key;
}

void Builder::sort_terms() {
  struct Keyed {
    std::uint64_t key;
    std::uint32_t term;
  };
  const auto before = [&](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : index_.terms[a.term] < index_.terms[b.term];
  };
  std::vector<Keyed> keyed;
  keyed.reserve(index_.terms.size());
  for (std::uint32_t term = 0; term < index_.terms.size(); ++term)
    keyed.push_back({sort_key(index_.terms[term]), term});
  const auto middle = keyed.begin() + static_cast<std::ptrdiff_t>(keyed.size() / 2);
  for_each_index(2, threads_, [&](std::size_t half) {
    std::sort(half == 0 ? keyed.begin() : middle, half == 0 ? middle : keyed.end(), before);
  });
  std::inplace_merge(keyed.begin(), middle, keyed.end(), before);
  index_.sorted_terms.reserve(keyed.size());
  for (const Keyed& entry : keyed) index_.sorted_terms.push_back(entry.term);
}

}  // namespace

Postings LunrIndex::postings_of(std::size_t term, std::size_t field) const {
  const std::size_t at = term * options.fields.size() + field;
  const std::size_t start = posting_starts[at];
  const std::size_t count = posting_starts[at + 1] - start;
  Postings postings{{posting_refs.get() + start, count}, {}};
  if (!occurrences.empty()) postings.occurrences = std::span(occurrences).subspan(start, count);
  return postings;
}

LunrIndex build_lunr_index(const std::vector<IndexDocument>& documents, IndexOptions options, int threads) {
  for (const IndexDocument& document : documents) VAV_CHECK(document.values.size() == options.fields.size());
  return Builder(documents, std::move(options), threads).build();
}

}  // namespace vav
