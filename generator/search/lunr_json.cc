// Writes a LunrIndex as JSON.stringify writes lunr's index: key orders are those of JavaScript objects (search.md A9).
#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/unicode.h"
#include "search/json_text.h"
#include "search/lunr_index.h"
#include "search/token_pipeline.h"

namespace vav {
namespace {

constexpr std::uint64_t no_array_index = std::numeric_limits<std::uint64_t>::max();

// The number a JavaScript object would sort this key by (0, 17, up to 4294967294, without leading zeros), or
// no_array_index.
std::uint64_t array_index(std::u16string_view key) {
  if (key.empty() || key.size() > 10 || (key.size() > 1 && key.front() == u'0')) return no_array_index;
  std::uint64_t number = 0;
  for (const char16_t unit : key) {
    if (unit < u'0' || unit > u'9') return no_array_index;
    number = number * 10 + (unit - u'0');
  }
  return number <= 4294967294U ? number : no_array_index;
}

class JsonWriter {
 public:
  explicit JsonWriter(const LunrIndex& index) : index_(index) {
    for (const IndexField& field : index.options.fields) {
      std::string name;
      append_json_string(name, to_utf16(field.name));
      field_names_.push_back(name);
    }
    for (const std::u16string& ref : index.refs) {
      append_json_string(refs_.emplace_back(), ref);
      array_indices_.push_back(array_index(ref));
      numeric_refs_ = numeric_refs_ || array_indices_.back() != no_array_index;
    }
  }

  void append_vector(std::string& out, std::size_t i) const {
    const FieldVector& vector = index_.vectors[i];
    // Both are JSON strings: "title" and "REF" make "title/REF".
    out += '[';
    out.append(field_names_[vector.field], 0, field_names_[vector.field].size() - 1);
    out += '/';
    out.append(refs_[vector.ref], 1);
    out += ",[";
    for (std::size_t k = 0; k < vector.weights.size(); ++k) {
      if (k > 0) out += ',';
      append_number(out, vector.weights[k].term);
      out += ',';
      append_thousandths(out, vector.weights[k].thousandths);
    }
    out += "]]";
  }

  void append_term(std::string& out, std::size_t i) const {
    const std::uint32_t term = index_.sorted_terms[i];
    out += '[';
    append_json_string(out, index_.terms[term]);
    out += ",{\"_index\":";
    append_number(out, term);
    for (std::size_t field = 0; field < field_names_.size(); ++field) {
      out += ',';
      out += field_names_[field];
      out += ":{";
      append_postings(out, index_.postings_of(term, field), field);
      out += '}';
    }
    out += "}]";
  }

  const std::vector<std::string>& field_names() const { return field_names_; }

 private:
  void append_postings(std::string& out, const Postings& postings, std::size_t field) const {
    std::vector<std::size_t> order(postings.refs.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    if (numeric_refs_) {
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return array_indices_[postings.refs[a]] < array_indices_[postings.refs[b]];
      });
    }
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (k > 0) out += ',';
      out += refs_[postings.refs[order[k]]];
      out += ":{";
      if (!postings.occurrences.empty()) append_metadata(out, postings.occurrences[order[k]], field);
      out += '}';
    }
  }

  void append_metadata(std::string& out, const std::vector<Occurrence>& occurrences, std::size_t field) const {
    const std::vector<std::string>& keys = index_.options.metadata;
    for (std::size_t k = 0; k < keys.size(); ++k) {
      if (k > 0) out += ',';
      append_json_string(out, to_utf16(keys[k]));
      out += ":[";
      for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (i > 0) out += ',';
        append_occurrence(out, keys[k], occurrences[i], field);
      }
      out += ']';
    }
  }

  void append_occurrence(std::string& out, const std::string& key, const Occurrence& occurrence,
                         std::size_t field) const {
    if (key == "fields") {
      out += '[' + field_names_[field] + ']';
    } else if (key == "position" && occurrence.placed) {
      out += '[';
      append_number(out, occurrence.start);
      out += ',';
      append_number(out, occurrence.length);
      out += ']';
    } else if (key == "index" && occurrence.placed) {
      append_number(out, occurrence.ordinal);
    } else {
      out += "null";
    }
  }

  const LunrIndex& index_;
  std::vector<std::string> field_names_;
  std::vector<std::string> refs_;
  std::vector<std::uint64_t> array_indices_;
  bool numeric_refs_ = false;
};

// append(out, 0), append(out, 1), … with commas between, in pieces that are written side by side.
std::string join_in_parallel(std::size_t count, int threads,
                             const std::function<void(std::string&, std::size_t)>& append) {
  constexpr std::size_t piece = 512;
  std::vector<std::string> pieces((count + piece - 1) / piece);
  for_each_index(pieces.size(), threads, [&](std::size_t p) {
    const std::size_t end = std::min(count, (p + 1) * piece);
    for (std::size_t i = p * piece; i < end; ++i) {
      if (i > 0) pieces[p] += ',';
      append(pieces[p], i);
    }
  });
  std::size_t size = 0;
  for (const std::string& text : pieces) size += text.size();
  std::string result;
  result.reserve(size);
  for (const std::string& text : pieces) result += text;
  return result;
}

}  // namespace

std::string lunr_index_json(const LunrIndex& index, int threads) {
  const JsonWriter writer(index);
  std::string out = R"({"version":"2.3.9","fields":[)";
  for (std::size_t i = 0; i < writer.field_names().size(); ++i) {
    if (i > 0) out += ',';
    out += writer.field_names()[i];
  }
  out += R"(],"fieldVectors":[)";
  out += join_in_parallel(index.vectors.size(), threads,
                          [&](std::string& piece, std::size_t i) { writer.append_vector(piece, i); });
  out += R"(],"invertedIndex":[)";
  out += join_in_parallel(index.sorted_terms.size(), threads,
                          [&](std::string& piece, std::size_t i) { writer.append_term(piece, i); });
  out += R"(],"pipeline":[)";
  const std::vector<std::string> names = TokenPipeline(index.options.languages).search_names();
  for (std::size_t i = 0; i < names.size(); ++i) out += (i > 0 ? ",\"" : "\"") + names[i] + '"';
  out += "]}";
  return out;
}

}  // namespace vav
