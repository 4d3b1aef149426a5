// Who points at whom, and how: the relations that front matter declares, and the links that stand in the text.
// Everything is const once woven.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "graph/cited_parts.h"
#include "graph/names.h"
#include "graph/routes.h"
#include "pages/page.h"

namespace vav {

// Pages are named by their number in the list of pages.
struct Relation {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t kind = 0;       // of the page it stands on
  std::size_t type = 0;       // index into that kind's relations
  std::size_t reference = 0;  // index into Page::references of `from`
};

// A link in the text or a field of one page to another.
struct Mention {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string sentence;    // in which it stands, as written; "" = none
  std::string passage;     // of `from`; "" = the top of the page
  bool automatic = false;  // nobody linked: the text has the other page's name in it
};

// A name of a page in another page's text that becomes a link, or tells what it is short for.
struct NamedInText {
  std::size_t block = 0;           // in Document::linkable()
  std::size_t begin = 0, end = 0;  // in its text
  std::size_t name_end = 0;        // where its ending begins
  std::size_t page = 0;
  bool linked = false;
  bool abbreviation = false;  // first use of the page's short name, which its title explains
};

// What stands in the text of one page.
struct AutomaticMentions {
  std::vector<NamedInText> names;              // in the order of the text
  std::vector<std::size_t> abbreviated_links;  // of the document: wikilinks that are the first use of a short name
};

// What a link of a document turned out to be.
struct ResolvedLink {
  enum class Target { nothing, page, list_page, here, file, outside };
  Target target = Target::nothing;  // nothing: it was reported
  std::size_t page = 0;             // page; for list_page the kind
  std::string fragment;
  std::string file;  // path in the content folder
};

class KnowledgeGraph {
 public:
  // Edges by page: relations()[i] for i in outgoing(page) start there, in the order they are written; incoming() in
  // page order.
  const std::vector<Relation>& relations() const { return relations_; }
  const std::vector<std::size_t>& outgoing(std::size_t page) const { return outgoing_[page]; }
  const std::vector<std::size_t>& incoming(std::size_t page) const { return incoming_[page]; }

  // Links in other pages' text that lead to the page, in page order; then those that are automatic, likewise.
  const std::vector<Mention>& mentions_of(std::size_t page) const { return mentions_of_[page]; }
  const std::vector<ResolvedLink>& links_of(std::size_t page) const { return links_[page]; }
  // Names of other pages in its text that nobody has linked.
  const AutomaticMentions& automatic_mentions_of(std::size_t page) const { return automatic_[page]; }
  // Files that the page names, in its text and its fields, each once.
  std::set<std::string> files_of(std::size_t page) const;
  // By rich text of the page: its links.
  const std::vector<std::vector<ResolvedLink>>& rich_links_of(std::size_t page) const { return rich_links_[page]; }
  // By field reference of the page: the page it means; nullopt = it was reported.
  const std::vector<std::optional<std::size_t>>& field_targets_of(std::size_t page) const {
    return field_targets_[page];
  }

  // The same page in other languages, in page order.
  const std::vector<std::size_t>& twins_of(std::size_t page) const { return twins_[page]; }

  // A page and its twins are one item: the page that the others translate stands for it.
  std::size_t item_of(std::size_t page) const { return original_[page]; }
  // The page and its twins, the page first.
  std::vector<std::size_t> family_of(std::size_t page) const;
  // The parts that the page lists of itself, with the pages that cite them.
  const std::vector<CitedList>& cited_lists_of(std::size_t page) const { return cited_lists_[page]; }

  // All pages that the path leads to from `start`, each once, in the order found.
  std::vector<std::size_t> follow(const RelationPath& path, std::size_t start, const std::vector<Page>& pages,
                                  const Schema& schema) const;

 private:
  friend class GraphWeaver;
  std::vector<Relation> relations_;
  std::vector<std::vector<std::size_t>> outgoing_, incoming_;
  std::vector<std::vector<Mention>> mentions_of_;
  std::vector<std::vector<ResolvedLink>> links_;
  std::vector<std::vector<std::vector<ResolvedLink>>> rich_links_;
  std::vector<std::vector<std::optional<std::size_t>>> field_targets_;
  std::vector<std::vector<std::size_t>> twins_;
  std::vector<std::size_t> original_;  // by page: what it translates, itself when it is no translation
  std::vector<AutomaticMentions> automatic_;
  std::vector<std::vector<CitedList>> cited_lists_;
};

// What weaving looks things up in.
struct GraphInputs {
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;  // by page: false = a draft or the like, which nothing may point at
  const Routes& routes;
  const SiteConfig& config;
  const std::vector<std::string>& files;  // that pages may name, sorted
};

// Resolves every reference and link. Findings come in page order, whatever the number of threads.
KnowledgeGraph weave_graph(const GraphInputs& inputs, int threads, Diagnostics& diagnostics);

}  // namespace vav
