#include "search/search_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/parallel.h"
#include "base/unicode.h"
#include "base/value.h"

namespace vav {
namespace {

struct TextField {
  std::string_view name;
  // Starting values: a word of the title says more about a page than one of its text.
  int boost;
  std::string (*text)(const SearchDocument&);
};

std::string body_of(const SearchDocument& document) {
  std::string body;
  for (const SearchPassage& passage : document.passages) {
    if (!body.empty()) body += '\n';
    body += passage.text;
  }
  return body;
}

constexpr std::array<TextField, 6> fields = {{
    {"title", 8, [](const SearchDocument& document) { return document.title; }},
    {"aliases", 8, [](const SearchDocument& document) { return document.aliases; }},
    {"headings", 3, [](const SearchDocument& document) { return document.headings; }},
    {"summary", 3, [](const SearchDocument& document) { return document.summary; }},
    {"body", 1, body_of},
    {"kind", 1, [](const SearchDocument& document) { return document.kind; }},
}};

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
      piece += ",\"" + std::string(field.name) + "\":" + json_quote(field.text(document));
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

// What the search page shows of a hit, in index order.
std::string pages_json(const std::vector<SearchDocument>& documents, const LanguageIndex& index) {
  List pages;
  for (const std::size_t number : index.documents) {
    const SearchDocument& document = documents[number];
    List passages;
    for (const SearchPassage& passage : document.passages) {
      passages.emplace_back(List{Value(passage.anchor), Value(passage.text)});
    }
    pages.push_back(Value::map({{"id", document.id},
                                {"title", document.title},
                                {"summary", document.summary},
                                {"kind", document.kind},
                                {"kind_id", document.kind_id},
                                {"date", document.date_iso},
                                {"date_text", document.date_text},
                                {"address", document.address},
                                {"outdated", document.outdated},
                                {"passages", Value(std::move(passages))}}));
  }
  return to_json(Value(std::move(pages)));
}

// A script that hands JSON to the page: nothing can be fetched from file://, and JSON.parse of a text is four times
// faster than a literal.
std::string script(std::string_view language, std::string_view part, std::string_view json) {
  std::string out = "vavSearch.receive(" + json_quote(language) + "," + json_quote(part) + ",'";
  out.reserve(out.size() + json.size() + json.size() / 8);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (json.substr(i, 3) == "\xE2\x80\xA8" || json.substr(i, 3) == "\xE2\x80\xA9") {
      // U+2028 and U+2029 end a line inside a string of JavaScript older than ES2019.
      out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += c;
    }
  }
  return out + "');\n";
}

// Fills in the anchor and the snippet.
void find_passage(const SearchDocument& document, const PassageFinder& finder, SearchHit& hit) {
  int best = 0;
  std::u16string shown;
  for (const SearchPassage& passage : document.passages) {
    std::u16string text = to_utf16(passage.text);
    const int rank = finder.rank(text);
    if (rank > best) {
      best = rank;
      hit.anchor = passage.anchor;
      shown = std::move(text);
    }
  }
  if (finder.rank(to_utf16(document.title)) >= best) hit.anchor.clear();
  if (best == 0) {
    const bool summary = !document.summary.empty() || document.passages.empty();
    shown = to_utf16(summary ? document.summary : document.passages.front().text);
  }
  hit.snippet = finder.snippet(shown);
}

// A hit before its snippet is made.
struct Candidate {
  std::size_t language;
  RankedDocument ranked;
};

}  // namespace

std::vector<LanguageIndex> build_search_indexes(const std::vector<SearchDocument>& documents,
                                                const std::vector<std::string>& languages, int threads) {
  std::vector<LanguageIndex> indexes;
  for (const std::string& language : languages) {
    if (!is_search_language(language)) continue;
    LanguageIndex made{language, {}, {}};
    std::vector<IndexDocument> indexed;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (documents[i].lang != language) continue;
      made.documents.push_back(i);
      IndexDocument& document = indexed.emplace_back();
      document.ref = to_utf16(documents[i].id);
      for (const TextField& field : fields) document.values.emplace_back(to_utf16(field.text(documents[i])));
    }
    if (indexed.empty()) continue;
    made.index = build_lunr_index(indexed, index_options(language), threads);
    indexes.push_back(std::move(made));
  }
  return indexes;
}

std::vector<SearchFile> search_files(const std::vector<SearchDocument>& documents,
                                     const std::vector<LanguageIndex>& indexes, int threads) {
  std::vector<SearchFile> files;
  for (const LanguageIndex& index : indexes) {
    const std::string folder = "search/" + index.language + "/";
    std::string json = lunr_index_json(index.index, threads);
    files.push_back({folder + "documents.json", documents_json(documents, index, threads)});
    files.push_back({folder + "index.js", script(index.language, "index", json)});
    files.push_back({folder + "index.json", std::move(json)});
    files.push_back({folder + "options.json", options_json(index.language)});
    files.push_back({folder + "pages.js", script(index.language, "pages", pages_json(documents, index))});
  }
  return files;
}

std::vector<SearchHit> search_documents(const std::vector<SearchDocument>& documents,
                                        const std::vector<LanguageIndex>& indexes, std::u16string_view query,
                                        std::size_t limit) {
  std::vector<TokenPipeline> pipelines;
  std::vector<Query> queries;
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    pipelines.emplace_back(std::vector<std::string>{indexes[i].language});
    queries.push_back(parse_query(indexes[i].index, pipelines[i], query));
    for (const RankedDocument& ranked : rank_documents(indexes[i].index, queries[i])) candidates.push_back({i, ranked});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.ranked.missing != b.ranked.missing) return a.ranked.missing < b.ranked.missing;
    return a.ranked.score > b.ranked.score;
  });
  if (candidates.size() > limit) candidates.resize(limit);

  std::vector<PassageFinder> finders;
  finders.reserve(indexes.size());
  for (std::size_t i = 0; i < indexes.size(); ++i) finders.emplace_back(indexes[i].index, pipelines[i], queries[i]);
  std::vector<SearchHit> hits;
  for (const auto& [language, ranked] : candidates) {
    SearchHit& hit =
        hits.emplace_back(SearchHit{indexes[language].documents[ranked.ref], ranked.score, ranked.missing, {}, {}});
    find_passage(documents[hit.document], finders[language], hit);
  }
  return hits;
}

std::vector<SearchHit> search_documents(const std::vector<SearchDocument>& documents,
                                        const std::vector<LanguageIndex>& indexes, std::string_view query,
                                        std::size_t limit) {
  return search_documents(documents, indexes, to_utf16(query), limit);
}

}  // namespace vav
