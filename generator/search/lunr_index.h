// The index that lunr 2.3.9 with lunr-languages 1.22.0 builds over the same documents, byte for byte when written by
// lunr_index_json. The rules and how they were proved: generator/README.md and tests/search/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace vav {

// A boost of 0 counts as 1, as in lunr.
struct IndexField {
  std::string name;
  double boost = 1;
};

// Nothing, a text that is split into tokens, or a list whose items are one token each, unsplit and without position.
using FieldValue = std::variant<std::monostate, std::u16string, std::vector<std::u16string>>;

struct IndexDocument {
  std::u16string ref;
  // One value for each field of the options.
  std::vector<FieldValue> values;
  double boost = 1;
};

struct IndexOptions {
  // REQUIRES: names are distinct, hold no "/", are no numbers and no names of Object.prototype or "_index": lunr
  // misbehaves with them.
  std::vector<IndexField> fields;
  // "sv", "en" or both (lunr.multiLanguage, in this order).
  std::vector<std::string> languages;
  // What is kept about each token in the postings: "position", "index", "fields" (lunr's metadataWhitelist).
  std::vector<std::string> metadata = {};
  double k1 = 1.2;
  double b = 0.75;
};

// One token as the metadata whitelist may ask for it.
struct Occurrence {
  std::uint32_t start = 0;
  std::uint32_t length = 0;
  std::uint32_t ordinal = 0;
  // Tokens of list fields have neither position nor index.
  bool placed = false;
};

// Which documents have a term in a field, in the order in which they were first seen.
struct Postings {
  std::span<const std::uint32_t> refs;
  // One list for each of `refs` when the options ask for metadata, else empty.
  std::span<const std::vector<Occurrence>> occurrences;
};

// A term of a field of a document. `thousandths` is the weight as lunr rounds it, times 1000; the weight is thousandths
// / 1000.
struct TermWeight {
  std::uint32_t term;
  std::uint32_t frequency;
  double thousandths;
};

struct FieldVector {
  std::uint32_t ref;
  std::uint32_t field;
  // By ascending term.
  std::span<const TermWeight> weights;
};

// Millions of postings and weights lie in one piece of memory each, which all vectors and postings point into; so an
// index can be moved, not copied.
struct LunrIndex {
  IndexOptions options;
  // Distinct, as first seen.
  std::vector<std::u16string> refs;
  // By lunr's "_index", the order in which they were first seen.
  std::vector<std::u16string> terms;
  // Positions in `terms` in the order of UTF-16 units: the vocabulary.
  std::vector<std::uint32_t> sorted_terms;
  // Of document r in field f: [r * number of fields + f], which is lunr's insertion order.
  std::vector<FieldVector> vectors;

  // Of term t in field f they begin at [t * number of fields + f] and end where the next begin.
  std::vector<std::uint32_t> posting_starts = {};
  std::unique_ptr<std::uint32_t[]> posting_refs = {};
  std::vector<std::vector<Occurrence>> occurrences = {};
  std::unique_ptr<TermWeight[]> weights = {};

  Postings postings_of(std::size_t term, std::size_t field) const;
  const FieldVector& vector_of(std::size_t ref, std::size_t field) const {
    return vectors[ref * options.fields.size() + field];
  }
};

// The index is the same for any number of threads.
LunrIndex build_lunr_index(const std::vector<IndexDocument>& documents, IndexOptions options, int threads);

// JSON.stringify(index) of lunr, as UTF-8.
std::string lunr_index_json(const LunrIndex& index, int threads);

}  // namespace vav
