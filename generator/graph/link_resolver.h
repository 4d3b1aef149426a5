// Finds what references and links of one page lead to. Reads only; any number of threads may use one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/knowledge_graph.h"

namespace vav {

// The path in the content folder that a Markdown link of the page leads to: from the page's folder, or from the top
// when it starts with a slash.
std::string path_of_target(const Page& page, const std::string& target);

class LinkResolver {
 public:
  LinkResolver(const GraphInputs& inputs, const NameTable& names);

  // The page that a reference in front matter means, checked for kind and passage; nullopt when it was reported, and
  // for a relation that is for editors only.
  std::optional<std::size_t> resolve(const Page& page, const Reference& reference, Diagnostics& diagnostics) const;
  std::optional<std::size_t> resolve(const Page& page, const FieldReference& reference, Diagnostics& diagnostics) const;
  // The page that a name means, whatever its kind.
  std::optional<std::size_t> resolve_name(const Page& page, const WrittenName& name, Diagnostics& diagnostics) const;
  ResolvedLink resolve(const Page& page, const DocumentLink& link, Diagnostics& diagnostics) const;

 private:
  // What a reference is checked against; `name` is that of the relation or field.
  struct Wanted {
    const std::string& name;
    const std::vector<std::size_t>& kinds;
    const std::string& passage;
  };
  std::optional<std::size_t> resolve_reference(const Page& page, const WrittenName& name, const Wanted& wanted,
                                               Diagnostics& diagnostics) const;
  void report_unknown(const Page& page, const WrittenName& name, Diagnostics& diagnostics) const;
  ResolvedLink resolve_wikilink(const Page& page, const DocumentLink& link, Diagnostics& diagnostics) const;
  ResolvedLink resolve_markdown_link(const Page& page, const DocumentLink& link, Diagnostics& diagnostics) const;
  ResolvedLink resolve_page_path(const Page& page, const std::string& path, const DocumentLink& link,
                                 Diagnostics& diagnostics) const;
  bool has_passage(std::size_t target, const std::string& passage, const Page& page, const Place& place,
                   Diagnostics& diagnostics) const;

  const GraphInputs& inputs_;
  const NameTable& names_;
  std::vector<std::pair<std::string, std::size_t>> paths_;  // of the pages, sorted
  NameTable left_out_;                                      // names of the pages that are not on the site
};

}  // namespace vav
