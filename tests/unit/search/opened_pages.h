// A few pages, indexed and opened for searching.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "search/reader_query.h"
#include "search/search_document.h"
#include "search/search_files.h"
#include "search/search_index.h"

namespace vav {

inline SearchDocument search_page(const std::string& title, const std::string& text, const std::string& lang = "sv") {
  SearchDocument document;
  document.id = title;
  document.lang = lang;
  document.title = title;
  document.address = title + "/index.html";
  document.passages = {{"", text}};
  return document;
}

// The Swedish index of the pages.
class OpenedPages {
 public:
  explicit OpenedPages(std::vector<SearchDocument> documents)
      : documents_(std::move(documents)),
        indexes_(build_search_indexes(documents_, {"sv"}, 1)),
        index_(std::make_unique<SearchIndex>(documents_, indexes_.at(0))) {}

  SearchIndex& index() { return *index_; }
  const Vocabulary& vocabulary() const { return index_->vocabulary(); }
  const std::string& title(std::uint32_t document) const { return index_->document(document).title; }
  std::string term(std::uint32_t number) const { return to_utf8(vocabulary().term(number)); }

  // The only word of a query.
  ReaderWord word(std::u16string_view text) const {
    return parse_reader_query(index_->pipeline(), {}, text).words.at(0);
  }
  ExpandedQuery expand(std::u16string_view text) const {
    return expand_query(index_->vocabulary(), index_->names(),
                        parse_reader_query(index_->pipeline(), index_->rules().months, text));
  }

 private:
  std::vector<SearchDocument> documents_;
  std::vector<LanguageIndex> indexes_;
  std::unique_ptr<SearchIndex> index_;
};

}  // namespace vav
