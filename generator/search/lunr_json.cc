// Writes a LunrIndex as JSON.stringify writes lunr's index: key orders are those of JavaScript objects (search.md A9).
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
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

// How long the text would be. Everything is written twice, first to this: a text of 200 MB in one place that was never
// moved is ready in half the time of one that grew (2026-11).
class Measure {
 public:
  void text(std::string_view text) { size_ += text.size(); }
  void number(std::size_t number) { size_ += number_size(number); }
  void thousandths(double number) { size_ += thousandths_size(number); }
  std::size_t size() const { return size_; }

 private:
  std::size_t size_ = 0;
};

// Writes where Measure has found the room.
class Pen {
 public:
  explicit Pen(char* at) : at_(at) {}
  void text(std::string_view text) {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void number(std::size_t number) { at_ = write_number(at_, number); }
  void thousandths(double number) { at_ = write_thousandths(at_, number); }

 private:
  char* at_;
};

// Writes the pieces of the index to a Measure or a Pen.
class JsonWriter {
 public:
  explicit JsonWriter(const LunrIndex& index) : index_(index) {
    for (const IndexField& field : index.options.fields) {
      append_json_string(field_names_.emplace_back(), to_utf16(field.name));
    }
    for (const std::string& key : index.options.metadata) append_json_string(metadata_.emplace_back(), to_utf16(key));
    for (const std::u16string& ref : index.refs) {
      append_json_string(refs_.emplace_back(), ref);
      array_indices_.push_back(array_index(ref));
      numeric_refs_ = numeric_refs_ || array_indices_.back() != no_array_index;
      bare_postings_.push_back(',' + refs_.back() + ":{}");
    }
  }

  void write_start(auto& out) const {
    out.text(R"({"version":"2.3.9","fields":[)");
    for (std::size_t i = 0; i < field_names_.size(); ++i) {
      if (i > 0) out.text(",");
      out.text(field_names_[i]);
    }
    out.text(R"(],"fieldVectors":[)");
  }

  void write_vector(auto& out, std::size_t i) const {
    const FieldVector& vector = index_.vectors[i];
    // Both are JSON strings: "title" and "REF" make "title/REF".
    const std::string_view name = field_names_[vector.field];
    out.text(i > 0 ? ",[" : "[");
    out.text(name.substr(0, name.size() - 1));
    out.text("/");
    out.text(std::string_view(refs_[vector.ref]).substr(1));
    out.text(",[");
    for (const TermWeight& weight : vector.weights) {
      if (&weight != vector.weights.data()) out.text(",");
      out.number(weight.term);
      out.text(",");
      out.thousandths(weight.thousandths);
    }
    out.text("]]");
  }

  static void write_middle(auto& out) { out.text(R"(],"invertedIndex":[)"); }

  void write_term(auto& out, std::size_t i) const {
    const std::uint32_t term = index_.sorted_terms[i];
    std::string text = i > 0 ? ",[" : "[";
    append_json_string(text, index_.terms[term]);
    out.text(text);
    out.text(",{\"_index\":");
    out.number(term);
    for (std::size_t field = 0; field < field_names_.size(); ++field) {
      out.text(",");
      out.text(field_names_[field]);
      out.text(":{");
      write_postings(out, index_.postings_of(term, field), field);
      out.text("}");
    }
    out.text("}]");
  }

  void write_end(auto& out) const {
    out.text(R"(],"pipeline":[)");
    const std::vector<std::string> names = TokenPipeline(index_.options.languages).search_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
      out.text(i > 0 ? ",\"" : "\"");
      out.text(names[i]);
      out.text("\"");
    }
    out.text("]}");
  }

 private:
  void write_postings(auto& out, const Postings& postings, std::size_t field) const {
    if (numeric_refs_ || !postings.occurrences.empty()) {
      write_full_postings(out, postings, field);
      return;
    }
    for (const std::uint32_t& ref : postings.refs) {
      const std::string_view posting = bare_postings_[ref];
      out.text(&ref == postings.refs.data() ? posting.substr(1) : posting);
    }
  }

  void write_full_postings(auto& out, const Postings& postings, std::size_t field) const {
    std::vector<std::size_t> order(postings.refs.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return array_indices_[postings.refs[a]] < array_indices_[postings.refs[b]];
    });
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (k > 0) out.text(",");
      out.text(refs_[postings.refs[order[k]]]);
      out.text(":{");
      if (!postings.occurrences.empty()) write_metadata(out, postings.occurrences[order[k]], field);
      out.text("}");
    }
  }

  void write_metadata(auto& out, const std::vector<Occurrence>& occurrences, std::size_t field) const {
    for (std::size_t k = 0; k < metadata_.size(); ++k) {
      if (k > 0) out.text(",");
      out.text(metadata_[k]);
      out.text(":[");
      for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (i > 0) out.text(",");
        write_occurrence(out, index_.options.metadata[k], occurrences[i], field);
      }
      out.text("]");
    }
  }

  void write_occurrence(auto& out, std::string_view key, const Occurrence& occurrence, std::size_t field) const {
    if (key == "fields") {
      out.text("[");
      out.text(field_names_[field]);
      out.text("]");
    } else if (key == "position" && occurrence.placed) {
      out.text("[");
      out.number(occurrence.start);
      out.text(",");
      out.number(occurrence.length);
      out.text("]");
    } else if (key == "index" && occurrence.placed) {
      out.number(occurrence.ordinal);
    } else {
      out.text("null");
    }
  }

  const LunrIndex& index_;
  std::vector<std::string> field_names_;
  std::vector<std::string> metadata_;
  std::vector<std::string> refs_;
  // A ref as most indexes have it in postings, after another: ,"REF":{}
  std::vector<std::string> bare_postings_;
  std::vector<std::uint64_t> array_indices_;
  bool numeric_refs_ = false;
};

// The whole text cut into parts that are written side by side: start, vectors, middle, terms, end.
class Parts {
 public:
  explicit Parts(const LunrIndex& index)
      : writer_(index), vectors_(index.vectors.size()), terms_(index.sorted_terms.size()) {}

  std::size_t count() const { return 3 + runs(vectors_) + runs(terms_); }

  void write(auto& out, std::size_t part) const {
    if (part == 0) {
      writer_.write_start(out);
    } else if (part <= runs(vectors_)) {
      for_run(part - 1, vectors_, [&](std::size_t i) { writer_.write_vector(out, i); });
    } else if (part == runs(vectors_) + 1) {
      JsonWriter::write_middle(out);
    } else if (part + 1 < count()) {
      for_run(part - runs(vectors_) - 2, terms_, [&](std::size_t i) { writer_.write_term(out, i); });
    } else {
      writer_.write_end(out);
    }
  }

 private:
  static constexpr std::size_t run_length = 512;

  static std::size_t runs(std::size_t count) { return (count + run_length - 1) / run_length; }

  static void for_run(std::size_t run, std::size_t count, const auto& write_one) {
    const std::size_t end = std::min(count, (run + 1) * run_length);
    for (std::size_t i = run * run_length; i < end; ++i) write_one(i);
  }

  JsonWriter writer_;
  std::size_t vectors_;
  std::size_t terms_;
};

}  // namespace

std::string lunr_index_json(const LunrIndex& index, int threads) {
  const Parts parts(index);
  std::vector<std::size_t> ends(parts.count());
  for_each_index(ends.size(), threads, [&](std::size_t part) {
    Measure measure;
    parts.write(measure, part);
    ends[part] = measure.size();
  });
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::string out(ends.back(), '\0');
  for_each_index(ends.size(), threads, [&](std::size_t part) {
    Pen pen(out.data() + (part == 0 ? 0 : ends[part - 1]));
    parts.write(pen, part);
  });
  return out;
}

}  // namespace vav
