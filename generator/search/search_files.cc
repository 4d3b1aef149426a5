#include "search/search_files.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "base/unicode.h"
#include "base/value.h"
#include "search/engine.h"
#include "search/search_parts.h"

namespace vav {
namespace {

struct TextField {
  std::string_view name;
  // A word of the title says more about a page than one of its text.
  int boost;
  std::vector<std::string_view> (*texts)(const SearchDocument&);
};

std::vector<std::string_view> passages_of(const SearchDocument& document) {
  std::vector<std::string_view> texts;
  for (const SearchPassage& passage : document.passages) texts.emplace_back(passage.text);
  return texts;
}

using Texts = std::vector<std::string_view>;
constexpr std::array<TextField, 7> fields = {{
    {"title", 8, [](const SearchDocument& document) -> Texts { return {document.title}; }},
    {"aliases", 8, [](const SearchDocument& document) -> Texts { return {document.aliases}; }},
    {"headings", 3, [](const SearchDocument& document) -> Texts { return {document.headings}; }},
    {"summary", 3, [](const SearchDocument& document) -> Texts { return {document.summary}; }},
    {"body", 1, passages_of},
    {"kind", 1, [](const SearchDocument& document) -> Texts { return {document.kind}; }},
    {"date", 1, [](const SearchDocument& document) -> Texts { return {document.date_text}; }},
}};

std::string text_of(const TextField& field, const SearchDocument& document) {
  std::string text;
  for (const std::string_view one : field.texts(document)) {
    if (!text.empty()) text += '\n';
    text += one;
  }
  return text;
}

DocumentTexts texts_of(const SearchDocument& document) {
  DocumentTexts all;
  for (const TextField& field : fields) {
    FieldTexts& texts = all.emplace_back();
    for (const std::string_view one : field.texts(document)) texts.push_back(to_utf16(one));
  }
  return all;
}

IndexOptions index_options(const std::string& language) {
  IndexOptions options;
  options.languages = {language};
  for (const TextField& field : fields) {
    options.fields.push_back({std::string(field.name), static_cast<double>(field.boost)});
  }
  return options;
}

// What was indexed, so that anyone's lunr makes the same index of it.
std::string documents_json(const std::vector<SearchDocument>& documents, const LanguageIndex& index, int threads) {
  std::vector<std::string> pieces(index.documents.size());
  for_each_index(pieces.size(), threads, [&](std::size_t i) {
    const SearchDocument& document = documents[index.documents[i]];
    std::string& piece = pieces[i];
    piece = R"({"id":)" + json_quote(document.id) + R"(,"lang":)" + json_quote(document.lang);
    for (const TextField& field : fields) {
      piece += ",\"" + std::string(field.name) + "\":" + json_quote(text_of(field, document));
    }
    piece += '}';
  });
  std::string out = "[";
  for (const std::string& piece : pieces) {
    if (out.size() > 1) out += ",\n";
    out += piece;
  }
  return out + "]\n";
}

std::string options_json(const std::string& language) {
  List list;
  for (const TextField& field : fields) list.push_back(Value::map({{"name", field.name}, {"boost", field.boost}}));
  return to_json(Value::map({{"ref", "id"}, {"fields", Value(std::move(list))}, {"lang", language}})) + "\n";
}

}  // namespace

std::vector<std::string> index_languages(const std::vector<std::string>& languages) {
  std::vector<std::string> known;
  std::copy_if(languages.begin(), languages.end(), std::back_inserter(known), is_search_language);
  // The Swedish way with words is the one that keeps all letters of Latin script.
  return known.empty() ? std::vector<std::string>{"sv"} : known;
}

std::vector<LanguageIndex> build_search_indexes(const std::vector<SearchDocument>& documents,
                                                const std::vector<std::string>& languages, int threads) {
  const std::vector<std::string> known = index_languages(languages);
  const auto language_of = [&](const SearchDocument& document) {
    const bool has_own = std::find(known.begin(), known.end(), document.lang) != known.end();
    return has_own ? document.lang : known.front();
  };
  std::vector<LanguageIndex> indexes;
  for (const std::string& language : known) {
    LanguageIndex made{language, {}, {}, {}};
    std::vector<IndexDocument> indexed;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (language_of(documents[i]) != language) continue;
      made.documents.push_back(i);
      IndexDocument& document = indexed.emplace_back();
      document.ref = to_utf16(documents[i].id);
      for (const TextField& field : fields) document.values.emplace_back(to_utf16(text_of(field, documents[i])));
    }
    if (indexed.empty()) continue;
    made.index = build_lunr_index(indexed, index_options(language), threads);
    std::vector<DocumentTexts> texts(made.documents.size());
    for_each_index(texts.size(), threads, [&](std::size_t i) { texts[i] = texts_of(documents[made.documents[i]]); });
    made.packed = pack_index(texts, made.index, TokenPipeline({language}), threads);
    indexes.push_back(std::move(made));
  }
  return indexes;
}

std::vector<SearchFile> search_files(const std::vector<SearchDocument>& documents,
                                     const std::vector<SearchFacet>& facets, const std::vector<LanguageIndex>& indexes,
                                     int threads) {
  std::vector<SearchFile> files;
  for (const LanguageIndex& index : indexes) {
    const std::string folder = "search/" + index.language + "/";
    files.push_back({folder + "documents.json", documents_json(documents, index, threads)});
    files.push_back({folder + "index.json", lunr_index_json(index.index, threads)});
    files.push_back({folder + "options.json", options_json(index.language)});
    for (SearchFile& part : search_parts(documents, facets, index)) files.push_back(std::move(part));
  }
  return files;
}

SearchAnswer search_documents(const std::vector<SearchDocument>& documents, const std::vector<LanguageIndex>& indexes,
                              std::u16string_view query, std::size_t limit) {
  return SearchEngine(documents, indexes).search(query, limit);
}

SearchAnswer search_documents(const std::vector<SearchDocument>& documents, const std::vector<LanguageIndex>& indexes,
                              std::string_view query, std::size_t limit) {
  return search_documents(documents, indexes, to_utf16(query), limit);
}

}  // namespace vav
