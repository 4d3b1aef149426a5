#include "search/search_parts.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/unicode.h"
#include "base/value.h"
#include "search/language_rules.h"
#include "search/number_text.h"

namespace vav {
namespace {

constexpr int parts_format = 1;
// Bytes. Up to so much all postings are one part, which is loaded with the vocabulary; above, a query loads what it
// needs.
constexpr std::size_t whole_postings = 1'500'000;
constexpr std::size_t smallest_shard = 2'500;
// Of a large site: more bytes a query rather than tens of thousands of files.
constexpr std::size_t most_shards = 2'000;
constexpr std::size_t texts_part = 16'000;
// A longer script would hold up the page that hands it on.
constexpr std::size_t longest_part = 256'000;

// A script that hands text to the page: nothing can be fetched from file://, and a text is four times faster to take in
// than a literal of lists and maps.
std::string script(std::string_view language, std::string_view part, std::string_view text) {
  std::string out = "vavSearch.receive(" + json_quote(language) + "," + json_quote(part) + ",'";
  out.reserve(out.size() + text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (text.substr(i, 3) == "\xE2\x80\xA8" || text.substr(i, 3) == "\xE2\x80\xA9") {
      // U+2028 and U+2029 end a line inside a string of JavaScript older than ES2019.
      out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += c;
    }
  }
  return out + "');\n";
}

class PartWriter {
 public:
  PartWriter(const LanguageIndex& index, std::vector<SearchFile>& files) : index_(index), files_(files) {}

  // The name under which the page asks for it.
  std::string add(std::string_view kind, const std::string& text) {
    const std::string name = std::string(kind) + "-" + fingerprint(text).substr(0, 12);
    files_.push_back({folder() + "parts/" + name + ".js", script(index_.language, name, text)});
    return name;
  }
  void add_head(const Value& head) {
    files_.push_back({folder() + "head.js", script(index_.language, "head", to_json(head))});
  }

 private:
  std::string folder() const { return "search/" + index_.language + "/"; }

  const LanguageIndex& index_;
  std::vector<SearchFile>& files_;
};

// Parts of one kind that each go on where the one before ends: [[name, number of the first thing in it]].
class NumberedParts {
 public:
  NumberedParts(std::string_view kind, PartWriter& writer) : kind_(kind), writer_(writer) {}

  // What the part at hand holds so far.
  const std::string& text() const { return text_; }
  void append(std::string_view more) { text_ += more; }
  // Writes the part at hand, if there is anything in it; the next one begins with thing `next`.
  void finish(std::size_t next) {
    if (!text_.empty()) parts_.push_back(List{Value(writer_.add(kind_, text_)), Value(first_)});
    text_.clear();
    first_ = next;
  }
  List take() && { return std::move(parts_); }

 private:
  std::string_view kind_;
  PartWriter& writer_;
  std::string text_;
  std::size_t first_ = 0;
  List parts_;
};

// Each line: how many units it shares with the line before (a character from '0' on), the binary logarithm of its
// spread (likewise), the rest of the term.
List vocabulary_parts(const PackedIndex& packed, PartWriter& writer) {
  List names;
  std::string text;
  std::u16string_view before;
  for (std::size_t i = 0; i < packed.terms.size(); ++i) {
    const std::u16string_view term = packed.terms[i];
    std::size_t shared = 0;
    while (shared < std::min({before.size(), term.size(), std::size_t{60}}) && before[shared] == term[shared]) ++shared;
    // A pair of surrogates stays together: half of one is no UTF-8.
    if (shared > 0 && (term[shared - 1] & 0xFC00) == 0xD800) --shared;
    text += static_cast<char>('0' + shared);
    text += static_cast<char>('0' + std::bit_width(packed.spread[i]));
    text += to_utf8(term.substr(shared));
    text += '\n';
    before = term;
    if (text.size() >= longest_part) {
      names.emplace_back(writer.add("v", text));
      text.clear();
    }
  }
  names.emplace_back(writer.add("v", text));
  return names;
}

// FNV-1a, 32 bits: decides where shards begin, so that it depends on the terms around and not on all before.
std::uint32_t hash_of(std::u16string_view term) {
  std::uint32_t hash = 2166136261U;
  for (const char16_t unit : term) hash = (hash ^ unit) * 16777619U;
  return hash ^ (hash >> 16);
}

std::size_t postings_size(const PackedIndex& packed) {
  std::size_t total = 0;
  for (const std::string& posting : packed.postings) total += posting.size() + 1;
  return total;
}

// [[name, first term]]. `total`: bytes of all postings.
List posting_parts(const PackedIndex& packed, std::size_t total, PartWriter& writer) {
  const std::size_t smallest = std::max(smallest_shard, total / most_shards);
  NumberedParts parts("t", writer);
  for (std::size_t i = 0; i < packed.terms.size(); ++i) {
    const std::size_t size = parts.text().size();
    const bool ends_shard = size >= 4 * smallest || (size >= smallest && hash_of(packed.terms[i]) % 32 == 0);
    if (total <= whole_postings ? size >= longest_part : ends_shard) parts.finish(i);
    parts.append(packed.postings[i]);
    parts.append("\n");
  }
  parts.finish(packed.terms.size());
  return std::move(parts).take();
}

// Numbers what is said many times.
class Table {
 public:
  std::size_t number(const Value& value) {
    const auto [found, fresh] = numbers_.try_emplace(to_json(value), values_.size());
    if (fresh) values_.push_back(value);
    return found->second;
  }
  const List& values() const { return values_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  List values_;
};

Value facet_numbers(const SearchDocument& document) {
  List all;
  for (const auto& values : document.facets) {
    List list;
    for (const std::size_t value : values) list.emplace_back(value);
    all.emplace_back(std::move(list));
  }
  return all;
}

Value trail_of(const SearchDocument& document) {
  List trail;
  for (const std::string& title : document.trail) trail.emplace_back(title);
  return trail;
}

// Parts of JSON: {first, pages: [[title, address, kind, trail, date, date in words, outdated, [values by facet]]],
// lengths: [by field]}; kind and trail are numbers in the head's tables.
List page_parts(const std::vector<SearchDocument>& documents, const LanguageIndex& index, Table& kinds, Table& trails,
                PartWriter& writer) {
  List names;
  std::size_t first = 0;
  std::size_t bytes = 0;
  List pages;
  const auto finish = [&](std::size_t end) {
    List lengths;
    for (const auto& field : index.packed.lengths) {
      std::string text;
      for (std::size_t i = first; i < end; ++i) append_number(text, field[i]);
      lengths.emplace_back(std::move(text));
    }
    names.emplace_back(writer.add(
        "p",
        to_json(Value::map({{"first", first}, {"pages", std::exchange(pages, {})}, {"lengths", std::move(lengths)}}))));
    first = end;
    bytes = 0;
  };
  for (std::size_t i = 0; i < index.documents.size(); ++i) {
    const SearchDocument& document = documents[index.documents[i]];
    const std::size_t kind = kinds.number(List{Value(document.kind_id), Value(document.kind)});
    pages.push_back(List{Value(document.title), Value(document.address), Value(kind),
                         Value(trails.number(trail_of(document))), Value(document.date_iso), Value(document.date_text),
                         Value(document.outdated ? 1 : 0), facet_numbers(document)});
    bytes += document.title.size() + document.address.size() + 60;
    if (bytes >= longest_part) finish(i + 1);
  }
  finish(index.documents.size());
  return names;
}

// Parts of JSON: [[summary, [[anchor, text]]]] of the documents from the first on. [[name, first document]]
List text_parts(const std::vector<SearchDocument>& documents, const LanguageIndex& index, PartWriter& writer) {
  NumberedParts parts("x", writer);
  const auto finish = [&](std::size_t next) {
    if (!parts.text().empty()) parts.append("]");
    parts.finish(next);
  };
  for (std::size_t i = 0; i < index.documents.size(); ++i) {
    const SearchDocument& document = documents[index.documents[i]];
    List passages;
    for (const SearchPassage& passage : document.passages)
      passages.push_back(List{Value(passage.anchor), Value(passage.text)});
    const std::string json = to_json(List{Value(document.summary), Value(std::move(passages))});
    if (!parts.text().empty() && parts.text().size() + json.size() > texts_part) finish(i);
    parts.append(parts.text().empty() ? "[" : ",");
    parts.append(json);
  }
  finish(index.documents.size());
  return std::move(parts).take();
}

// [[[document, name, …]]]: the names of what has several.
std::string names_text(const std::vector<SearchDocument>& documents, const LanguageIndex& index) {
  List all;
  for (std::size_t i = 0; i < index.documents.size(); ++i) {
    const SearchDocument& document = documents[index.documents[i]];
    if (document.names.empty()) continue;
    List group = {Value(i)};
    for (const std::string& name : document.names) group.emplace_back(name);
    all.emplace_back(std::move(group));
  }
  return to_json(all);
}

List fields_list(const IndexOptions& options) {
  List fields;
  for (const IndexField& field : options.fields)
    fields.push_back(Value::map({{"name", field.name}, {"boost", field.boost}}));
  return fields;
}

List facets_list(const std::vector<SearchFacet>& facets) {
  List list;
  for (const SearchFacet& facet : facets) {
    List values;
    for (const SearchFacet::Value& value : facet.values) values.push_back(List{Value(value.id), Value(value.label)});
    list.push_back(Value::map({{"id", facet.id}, {"label", facet.label}, {"values", Value(std::move(values))}}));
  }
  return list;
}

}  // namespace

std::vector<SearchFile> search_parts(const std::vector<SearchDocument>& documents,
                                     const std::vector<SearchFacet>& facets, const LanguageIndex& index) {
  std::vector<SearchFile> files;
  PartWriter writer(index, files);
  Table kinds;
  Table trails;
  const std::size_t total = postings_size(index.packed);
  MapBuilder parts;
  parts.set("vocabulary", vocabulary_parts(index.packed, writer));
  parts.set("pages", page_parts(documents, index, kinds, trails, writer));
  parts.set("postings", posting_parts(index.packed, total, writer));
  parts.set("whole", total <= whole_postings);
  parts.set("texts", text_parts(documents, index, writer));
  parts.set("names", writer.add("n", names_text(documents, index)));
  writer.add_head(Value::map({{"format", parts_format},
                              {"language", index.language},
                              {"documents", index.documents.size()},
                              {"fields", fields_list(index.index.options)},
                              {"kinds", kinds.values()},
                              {"trails", trails.values()},
                              {"facets", facets_list(facets)},
                              {"rules", rules_value(language_rules(index.language))},
                              {"parts", std::move(parts).build()}}));
  return files;
}

}  // namespace vav
