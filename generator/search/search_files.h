// The room's door: documents in, the files of search/LANG/ out, and the ranking of `vav search` over the same indexes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/lunr_index.h"
#include "search/packed_index.h"
#include "search/passages.h"
#include "search/search_document.h"

namespace vav {

struct SearchFile {
  std::string path;
  std::string bytes;
};

// The index over the documents of one language.
struct LanguageIndex {
  std::string language;
  // Which documents, in index order; LunrIndex::refs follows it. REQUIRES of the documents: distinct ids within a
  // language.
  std::vector<std::size_t> documents;
  LunrIndex index;
  PackedIndex packed;
};

// The languages that get an index: those with a stemmer here, and one at least.
std::vector<std::string> index_languages(const std::vector<std::string>& languages);

// One for each of index_languages(languages) that has documents; the first holds those of other languages too, in that
// order, which is also the order of equal hits.
std::vector<LanguageIndex> build_search_indexes(const std::vector<SearchDocument>& documents,
                                                const std::vector<std::string>& languages, int threads);

// search/LANG/documents.json, index.json, options.json for programs, and the parts of the search page, for every index.
std::vector<SearchFile> search_files(const std::vector<SearchDocument>& documents,
                                     const std::vector<SearchFacet>& facets, const std::vector<LanguageIndex>& indexes,
                                     int threads);

struct SearchHit {
  // Position in the documents.
  std::size_t document;
  double score;
  // Words of the query that the document lacks.
  int missing;
  // The passage that answers best, or "" when the title answers as well or no passage does.
  std::string anchor;
  std::vector<SnippetPart> snippet;
};

struct SearchAnswer {
  // Of all languages, best first.
  std::vector<SearchHit> hits;
  // The query with its misspelt words put right, or "".
  std::string suggestion;
};

// At most `limit` hits. Any text is allowed; invalid UTF-8 counts as U+FFFD.
SearchAnswer search_documents(const std::vector<SearchDocument>& documents, const std::vector<LanguageIndex>& indexes,
                              std::string_view query, std::size_t limit);
// The same for a text as a browser has it, where surrogates may stand alone.
SearchAnswer search_documents(const std::vector<SearchDocument>& documents, const std::vector<LanguageIndex>& indexes,
                              std::u16string_view query, std::size_t limit);

}  // namespace vav
