#include "search/packed_index.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/check.h"
#include "base/parallel.h"
#include "search/number_text.h"

namespace vav {
namespace {

constexpr std::uint32_t not_indexed = UINT32_MAX;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>()(text); }
};

// From a term to its place in the vocabulary; views into the index.
using TermPlaces = std::unordered_map<std::u16string_view, std::uint32_t>;

// The places of one term in one field of one document.
struct Posting {
  std::uint32_t term;
  std::uint32_t field;
  std::string text;  // frequency and places
};

struct PackedDocument {
  std::vector<Posting> postings;  // by term, then field
  std::vector<std::uint32_t> lengths;
};

class DocumentPacker {
 public:
  DocumentPacker(const TokenPipeline& pipeline, const TermPlaces& places) : pipeline_(pipeline), places_(places) {}

  PackedDocument pack(const DocumentTexts& document) {
    PackedDocument packed;
    std::vector<Occurrence> found;
    for (std::uint32_t field = 0; field < document.size(); ++field) {
      const std::size_t before = found.size();
      std::uint32_t place = 0;
      for (const std::u16string& text : document[field]) {
        add_text(text, field, place, found);
        place += text_gap;
      }
      packed.lengths.push_back(static_cast<std::uint32_t>(found.size() - before));
    }
    std::sort(found.begin(), found.end());
    for (std::size_t i = 0; i < found.size();) i = add_posting(found, i, packed.postings);
    return packed;
  }

 private:
  struct Occurrence {
    std::uint32_t term;
    std::uint32_t field;
    std::uint32_t place;
    bool operator<(const Occurrence& other) const {
      return std::tie(term, field, place) < std::tie(other.term, other.field, other.place);
    }
  };

  void add_text(const std::u16string& text, std::uint32_t field, std::uint32_t& place, std::vector<Occurrence>& found) {
    const std::u16string lower = lower_utf16(text);
    for (const TokenPlace& token : split_tokens(lower)) {
      const std::uint32_t term = term_of(std::u16string_view(lower).substr(token.start, token.length));
      if (term != not_indexed) found.push_back({term, field, place});
      ++place;
    }
  }

  std::uint32_t term_of(std::u16string_view token) {
    if (const auto known = words_.find(token); known != words_.end()) return known->second;
    std::u16string term(token);
    std::uint32_t number = not_indexed;
    if (pipeline_.make_term(term)) {
      const auto found = places_.find(term);
      VAV_CHECK(found != places_.end());
      number = found->second;
    }
    words_.emplace(token, number);
    return number;
  }

  static std::size_t add_posting(const std::vector<Occurrence>& found, std::size_t first,
                                 std::vector<Posting>& postings) {
    std::size_t end = first;
    while (end < found.size() && found[end].term == found[first].term && found[end].field == found[first].field) ++end;
    Posting& posting = postings.emplace_back(Posting{found[first].term, found[first].field, {}});
    append_number(posting.text, static_cast<std::uint32_t>(end - first));
    std::uint32_t before = 0;
    for (std::size_t i = first; i < end; ++i) {
      append_number(posting.text, found[i].place - before);
      before = found[i].place;
    }
    return end;
  }

  const TokenPipeline& pipeline_;
  const TermPlaces& places_;
  std::unordered_map<std::u16string, std::uint32_t, TextHash, std::equal_to<>> words_;
};

// One posting of a term, and which document it is of.
struct Held {
  std::uint32_t field;
  std::uint32_t document;
  const std::string* text;
};

std::string packed_term(std::vector<Held>& held) {
  std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) { return a.field < b.field; });
  std::string packed;
  for (std::size_t first = 0; first < held.size();) {
    std::size_t end = first;
    while (end < held.size() && held[end].field == held[first].field) ++end;
    append_number(packed, held[first].field + 1);
    append_number(packed, static_cast<std::uint32_t>(end - first));
    std::uint32_t next = 0;
    for (; first < end; ++first) {
      append_number(packed, held[first].document - next);
      packed += *held[first].text;
      next = held[first].document + 1;
    }
  }
  return packed;
}

std::uint32_t spread_of(const std::vector<Held>& held) {
  std::vector<std::uint32_t> documents;
  documents.reserve(held.size());
  for (const Held& one : held) documents.push_back(one.document);
  std::sort(documents.begin(), documents.end());
  return static_cast<std::uint32_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

}  // namespace

PackedIndex pack_index(const std::vector<DocumentTexts>& documents, const LunrIndex& index,
                       const TokenPipeline& pipeline, int threads) {
  VAV_CHECK(documents.size() == index.refs.size());
  PackedIndex packed;
  TermPlaces places;
  for (const std::uint32_t term : index.sorted_terms) {
    places.emplace(index.terms[term], static_cast<std::uint32_t>(packed.terms.size()));
    packed.terms.push_back(index.terms[term]);
  }

  // A stretch of documents has one packer, so that each word of it is stemmed once.
  constexpr std::size_t stretch = 64;
  std::vector<PackedDocument> parts(documents.size());
  for_each_index((documents.size() + stretch - 1) / stretch, threads, [&](std::size_t at) {
    DocumentPacker packer(pipeline, places);
    const std::size_t end = std::min(documents.size(), (at + 1) * stretch);
    for (std::size_t i = at * stretch; i < end; ++i) parts[i] = packer.pack(documents[i]);
  });

  std::vector<std::vector<Held>> held(packed.terms.size());
  packed.lengths.resize(index.options.fields.size());
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    for (std::size_t field = 0; field < packed.lengths.size(); ++field)
      packed.lengths[field].push_back(parts[i].lengths[field]);
    for (const Posting& posting : parts[i].postings) held[posting.term].push_back({posting.field, i, &posting.text});
  }
  packed.postings.resize(held.size());
  packed.spread.resize(held.size());
  for_each_index(held.size(), threads, [&](std::size_t term) {
    packed.postings[term] = packed_term(held[term]);
    packed.spread[term] = spread_of(held[term]);
  });
  return packed;
}

}  // namespace vav
