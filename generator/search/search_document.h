// A page as search knows it, and what a reader may narrow a search by.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vav {

// A stretch of a page with an address of its own; anchor "" = the top of the page.
struct SearchPassage {
  std::string anchor;
  std::string text;
};

// All text is plain, UTF-8, NFC, without soft hyphens.
struct SearchDocument {
  std::string id;
  // Decides which index holds the document and how its words are stemmed. Those of a language without a stemmer here
  // are in the first index.
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
  // What follows the address of the site.
  std::string address = {};
  // Titles of the pages above, from the start page down.
  std::vector<std::string> trail = {};
  bool outdated = false;
  // The whole text of the page, in order; the indexed body is these joined.
  std::vector<SearchPassage> passages = {};
  // Every name of what the page is about, its title first; empty when it has no other name than that.
  std::vector<std::string> names = {};
  // For each facet of the site, in order: positions in its values, rising.
  std::vector<std::vector<std::size_t>> facets = {};
};

// Something that hits can be narrowed by.
struct SearchFacet {
  // Stands in the address of a search: "aktor".
  std::string id;
  std::string label;
  struct Value {
    // Stands in the address: "scb".
    std::string id;
    std::string label;
  };
  std::vector<Value> values;
};

}  // namespace vav
