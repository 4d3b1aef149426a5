// The room's door: documents in, the files of search/LANG/ out, and the ranking of `vav search` over the same indexes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/lunr_index.h"
#include "search/snippet.h"

namespace vav {

// A stretch of a page with an address of its own; anchor "" = the top of the page.
struct SearchPassage {
  std::string anchor;
  std::string text;
};

// A page as search knows it. All text is plain, UTF-8, NFC.
struct SearchDocument {
  std::string id;
  // Decides which index holds the document and how its words are stemmed. Documents whose language has no stemmer here
  // are left out.
  std::string lang;
  std::string title;
  std::string aliases = {};
  std::string headings = {};
  std::string summary = {};
  // What a reader calls the kind ("slutsats"), and its id.
  std::string kind = {};
  std::string kind_id = {};
  // ISO (may be partial) and in words, or "".
  std::string date_iso = {};
  std::string date_text = {};
  // Path in the output tree.
  std::string address = {};
  bool outdated = false;
  // The whole text of the page, in order; the indexed body is these joined.
  std::vector<SearchPassage> passages = {};
};

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
};

// One for each of `languages` that has documents, in that order, which is also the order of equal hits.
std::vector<LanguageIndex> build_search_indexes(const std::vector<SearchDocument>& documents,
                                                const std::vector<std::string>& languages, int threads);

// search/LANG/documents.json, index.json, options.json for programs, index.js and pages.js for the search page, for
// every index.
std::vector<SearchFile> search_files(const std::vector<SearchDocument>& documents,
                                     const std::vector<LanguageIndex>& indexes, int threads);

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

// The hits of all languages, best first, at most `limit`. Any text is allowed; invalid UTF-8 counts as U+FFFD.
std::vector<SearchHit> search_documents(const std::vector<SearchDocument>& documents,
                                        const std::vector<LanguageIndex>& indexes, std::string_view query,
                                        std::size_t limit);
// The same for a text as a browser has it, where surrogates may stand alone.
std::vector<SearchHit> search_documents(const std::vector<SearchDocument>& documents,
                                        const std::vector<LanguageIndex>& indexes, std::u16string_view query,
                                        std::size_t limit);

}  // namespace vav
