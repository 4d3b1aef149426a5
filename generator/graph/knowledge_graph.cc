#include "graph/knowledge_graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/parallel.h"
#include "graph/automatic_mentions.h"
#include "graph/cycles.h"
#include "graph/link_resolver.h"

namespace vav {

class GraphWeaver {
 public:
  GraphWeaver(const GraphInputs& inputs, int threads)
      : inputs_(inputs), threads_(threads), names_(inputs.pages, inputs.on_site) {}

  KnowledgeGraph weave(Diagnostics& diagnostics) {
    const std::size_t count = inputs_.pages.size();
    graph_.outgoing_.resize(count);
    graph_.incoming_.resize(count);
    graph_.mentions_of_.resize(count);
    graph_.twins_.resize(count);
    for (std::size_t i = 0; i < count; ++i) graph_.original_.push_back(i);
    graph_.links_.resize(count);
    graph_.rich_links_.resize(count);
    graph_.field_targets_.resize(count);
    resolve_all(diagnostics);
    tie_twins(diagnostics);
    for (std::size_t i = 0; i < count; ++i) {
      add_edges(i, diagnostics);
      add_mentions(i);
    }
    add_automatic_mentions();
    graph_.cited_lists_ = match_cited_parts(
        {graph_.relations_, inputs_.pages, inputs_.on_site, graph_.twins_, inputs_.config.schema}, diagnostics);
    find_cycles(graph_, inputs_.pages, inputs_.config.schema, diagnostics);
    return std::move(graph_);
  }

 private:
  // Per page, in parallel: names -> page numbers. Page i writes slot i alone.
  void resolve_all(Diagnostics& diagnostics) {
    const LinkResolver resolver(inputs_, names_);
    std::vector<Diagnostics> found(inputs_.pages.size());
    targets_.resize(inputs_.pages.size());
    twin_of_.resize(inputs_.pages.size());
    for_each_index(inputs_.pages.size(), threads_, [&](std::size_t i) {
      if (!inputs_.on_site[i]) return;
      const Page& page = inputs_.pages[i];
      for (const Reference& reference : page.references)
        targets_[i].push_back(resolver.resolve(page, reference, found[i]));
      for (const DocumentLink& link : page.document.links())
        graph_.links_[i].push_back(resolver.resolve(page, link, found[i]));
      for (const RichText& rich : page.rich_texts)
        graph_.rich_links_[i].push_back(resolve_rich_text(page, rich, resolver, found[i]));
      for (const FieldReference& reference : page.field_references)
        graph_.field_targets_[i].push_back(resolver.resolve(page, reference, found[i]));
      if (page.translation_of) twin_of_[i] = resolve_twin(i, resolver, found[i]);
    });
    for (const Diagnostics& one : found) diagnostics.append(one);
  }

  // Where in a field's text a link stands cannot be told, so the field's place stands for it.
  static std::vector<ResolvedLink> resolve_rich_text(const Page& page, const RichText& rich,
                                                     const LinkResolver& resolver, Diagnostics& diagnostics) {
    std::vector<ResolvedLink> links;
    for (DocumentLink link : rich.document.links()) {
      link.place = rich.place;
      links.push_back(resolver.resolve(page, link, diagnostics));
    }
    return links;
  }

  // A translation may bear its twin's id, so the name is looked up in the site's own language.
  std::optional<std::size_t> resolve_twin(std::size_t i, const LinkResolver& resolver, Diagnostics& diagnostics) const {
    const Page& page = inputs_.pages[i];
    const NameMatch match = names_.find(page.translation_of->text, inputs_.config.lang);
    const std::optional<std::size_t> twin = match.found() && match.pages.front() != i
                                                ? std::optional(match.pages.front())
                                                : resolver.resolve_name(page, *page.translation_of, diagnostics);
    if (twin != i) return twin;
    diagnostics.add("self-reference", {page.path, page.translation_of->place},
                    say("'{}' points at the page itself", "translation_of"));
    return std::nullopt;
  }

  // The same relation to the same passage, written before.
  bool is_told_twice(std::size_t i, std::size_t r, Diagnostics& diagnostics) {
    const Page& page = inputs_.pages[i];
    const Reference& reference = page.references[r];
    const auto [first, is_new] = told_.try_emplace({i, reference.relation, *targets_[i][r], reference.passage}, r);
    if (is_new) return false;
    const RelationType& type = inputs_.config.schema.kinds[page.kind].relations[reference.relation];
    // One source may be cited for several sections.
    if (page.references[first->second].extra == reference.extra || type.evidence != Evidence::none) {
      diagnostics.add("duplicate-reference", {page.path, reference.target.place},
                      say("'{}' points at {} twice", type.name, inputs_.pages[*targets_[i][r]].id),
                      say("remove one of them"));
      return true;
    }
    return false;
  }

  void add_edges(std::size_t i, Diagnostics& diagnostics) {
    for (std::size_t r = 0; r < targets_[i].size(); ++r) {
      if (!targets_[i][r] || is_told_twice(i, r, diagnostics)) continue;
      const std::size_t edge = graph_.relations_.size();
      graph_.relations_.push_back(
          {i, *targets_[i][r], inputs_.pages[i].kind, inputs_.pages[i].references[r].relation, r});
      graph_.outgoing_[i].push_back(edge);
      graph_.incoming_[*targets_[i][r]].push_back(edge);
    }
  }

  // All translations of one page are twins of it and of each other. One language has one of them.
  void tie_twins(Diagnostics& diagnostics) {
    std::map<std::size_t, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < inputs_.pages.size(); ++i) {
      if (!twin_of_[i]) continue;
      // A translation of a translation belongs to the first page.
      const std::size_t original = twin_of_[*twin_of_[i]].value_or(*twin_of_[i]);
      if (original == i) continue;
      auto& family = families.try_emplace(original, std::vector{original}).first->second;
      if (language_is_taken(i, family, diagnostics)) continue;
      graph_.original_[i] = original;
      family.push_back(i);
    }
    for (const auto& [original, family] : families) {
      for (const std::size_t page : family) {
        graph_.twins_[page] = family;
        std::erase(graph_.twins_[page], page);
      }
    }
  }

  bool language_is_taken(std::size_t page, const std::vector<std::size_t>& family, Diagnostics& diagnostics) const {
    const Page& own = inputs_.pages[page];
    const auto same =
        std::ranges::find_if(family, [&](std::size_t other) { return inputs_.pages[other].lang == own.lang; });
    if (same == family.end()) return false;
    diagnostics.add("duplicate-translation", {own.path, own.translation_of->place},
                    say("{} is the same page in the same language", inputs_.pages[*same].path),
                    say("a page has one translation into each language"));
    return true;
  }

  void add_mentions(std::size_t i) {
    const Page& page = inputs_.pages[i];
    add_link_mentions(i, page.document, graph_.links_[i]);
    for (std::size_t r = 0; r < graph_.rich_links_[i].size(); ++r)
      add_link_mentions(i, page.rich_texts[r].document, graph_.rich_links_[i][r]);
    for (std::size_t r = 0; r < graph_.field_targets_[i].size(); ++r) {
      const auto target = graph_.field_targets_[i][r];
      if (target && *target != i)
        graph_.mentions_of_[*target].push_back({i, *target, page.field_references[r].sentence, ""});
    }
  }

  void add_link_mentions(std::size_t from, const Document& document, const std::vector<ResolvedLink>& links) {
    for (std::size_t l = 0; l < links.size(); ++l) {
      if (links[l].target != ResolvedLink::Target::page || links[l].page == from) continue;
      const DocumentLink& written = document.links()[l];
      graph_.mentions_of_[links[l].page].push_back({from, links[l].page, written.sentence, written.passage});
    }
  }

  // After all that is written: they say less.
  void add_automatic_mentions() {
    graph_.automatic_.resize(inputs_.pages.size());
    const AutomaticNames names(inputs_, names_);
    if (names.empty()) return;
    for_each_index(inputs_.pages.size(), threads_, [&](std::size_t i) {
      if (!inputs_.on_site[i]) return;
      graph_.automatic_[i] =
          find_automatic_mentions({i, inputs_.pages, graph_.links_[i], graph_.rich_links_[i], graph_.twins_[i]}, names);
    });
    for (std::size_t i = 0; i < inputs_.pages.size(); ++i) {
      for (const NamedInText& name : graph_.automatic_[i].names) {
        if (!name.linked) continue;
        const LinkableBlock& block = inputs_.pages[i].document.linkable()[name.block];
        graph_.mentions_of_[name.page].push_back(
            {i, name.page, Document::sentence_in(block, name.begin, name.end), block.passage, true});
      }
    }
  }

  const GraphInputs& inputs_;
  int threads_;
  NameTable names_;
  KnowledgeGraph graph_;
  std::vector<std::vector<std::optional<std::size_t>>> targets_;  // by page and reference
  std::vector<std::optional<std::size_t>> twin_of_;
  // page, relation, target, passage -> the first reference that says so
  std::map<std::tuple<std::size_t, std::size_t, std::size_t, std::string>, std::size_t> told_;
};

std::vector<std::size_t> KnowledgeGraph::family_of(std::size_t page) const {
  std::vector<std::size_t> family = {page};
  family.insert(family.end(), twins_[page].begin(), twins_[page].end());
  return family;
}

std::set<std::string> KnowledgeGraph::files_of(std::size_t page) const {
  std::set<std::string> files;
  const auto add = [&](const std::vector<ResolvedLink>& links) {
    for (const ResolvedLink& link : links) {
      if (link.target == ResolvedLink::Target::file) files.insert(link.file);
    }
  };
  add(links_[page]);
  for (const auto& links : rich_links_[page]) add(links);
  return files;
}

std::vector<std::size_t> KnowledgeGraph::follow(const RelationPath& path, std::size_t start,
                                                const std::vector<Page>& pages, const Schema& schema) const {
  std::vector<std::size_t> reached = {start};
  for (const PathStep& step : path) {
    std::vector<std::size_t> next;
    std::set<std::size_t> seen;
    const auto add = [&](std::size_t page) {
      if (seen.insert(page).second) next.push_back(page);
    };
    for (const std::size_t page : reached) {
      for (const std::size_t edge : step.inverse ? incoming_[page] : outgoing_[page]) {
        const Relation& relation = relations_[edge];
        const bool fits = schema.kinds[relation.kind].relations[relation.type].name == step.relation;
        if (fits && step.inverse && pages[relation.from].kind == step.kind) add(relation.from);
        if (fits && !step.inverse) add(relation.to);
      }
    }
    reached = std::move(next);
  }
  return reached;
}

KnowledgeGraph weave_graph(const GraphInputs& inputs, int threads, Diagnostics& diagnostics) {
  return GraphWeaver(inputs, threads).weave(diagnostics);
}

}  // namespace vav
