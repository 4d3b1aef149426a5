#include "queries/item_table.h"

#include <algorithm>

#include "base/parallel.h"
#include "queries/block_reader.h"

namespace vav {
namespace {

class TableMaker {
 public:
  TableMaker(const GraphInputs& inputs, const KnowledgeGraph& graph)
      : inputs_(inputs), graph_(graph), names_(inputs.pages, inputs.on_site), resolver_(inputs, names_) {}

  std::vector<std::optional<ItemTable>> tables_of(std::size_t page, Diagnostics& diagnostics) const {
    std::vector<std::optional<ItemTable>> tables;
    for (const DataBlock& block : inputs_.pages[page].document.data_blocks()) {
      auto read = BlockReader(page, inputs_, resolver_, diagnostics).read(block);
      if (read) {
        for (ItemCondition& condition : read->conditions) add_twins(condition.pages);
        read->table.items = find_items(*read, inputs_.pages[page].lang);
      }
      tables.push_back(read ? std::optional(std::move(read->table)) : std::nullopt);
    }
    return tables;
  }

 private:
  // Whoever asks for a page asks for it in every language: relations lead to one of them.
  void add_twins(std::vector<std::size_t>& pages) const {
    const std::vector<std::size_t> written = pages;
    for (const std::size_t page : written) {
      const auto& twins = graph_.twins_of(page);
      pages.insert(pages.end(), twins.begin(), twins.end());
    }
  }

  std::vector<std::size_t> find_items(const ItemBlock& block, const std::string& language) const {
    const Schema& schema = inputs_.config.schema;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < inputs_.pages.size(); ++i) {
      const Page& page = inputs_.pages[i];
      if (!inputs_.on_site[i] || page.role != SourceRole::page) continue;
      if (std::ranges::find(block.table.kinds, page.kind) == block.table.kinds.end()) continue;
      if (std::ranges::all_of(block.conditions,
                              [&](const ItemCondition& one) { return holds(one, i, inputs_.pages, graph_, schema); }))
        found.push_back(i);
    }
    return in_one_language(found, language);
  }

  // An item in several languages is shown once: in that of the page, else in the site's own.
  std::vector<std::size_t> in_one_language(const std::vector<std::size_t>& found, const std::string& language) const {
    const auto rank = [&](std::size_t page) {
      const std::string& lang = inputs_.pages[page].lang;
      return lang == language ? 0 : lang == inputs_.config.lang ? 1 : 2;
    };
    std::vector<std::size_t> kept;
    for (const std::size_t page : found) {
      const bool better = std::ranges::any_of(graph_.twins_of(page), [&](std::size_t twin) {
        return rank(twin) < rank(page) && std::ranges::binary_search(found, twin);
      });
      if (!better) kept.push_back(page);
    }
    return kept;
  }

  const GraphInputs& inputs_;
  const KnowledgeGraph& graph_;
  NameTable names_;
  LinkResolver resolver_;
};

}  // namespace

ItemTables read_item_tables(const GraphInputs& inputs, const KnowledgeGraph& graph, int threads,
                            Diagnostics& diagnostics) {
  ItemTables tables(inputs.pages.size());
  const auto asks = [&](std::size_t i) { return inputs.on_site[i] && !inputs.pages[i].document.data_blocks().empty(); };
  std::vector<std::size_t> asking;
  for (std::size_t i = 0; i < inputs.pages.size(); ++i) {
    if (asks(i)) asking.push_back(i);
  }
  if (asking.empty()) return tables;
  const TableMaker maker(inputs, graph);
  std::vector<Diagnostics> found(asking.size());
  for_each_index(asking.size(), threads,
                 [&](std::size_t i) { tables[asking[i]] = maker.tables_of(asking[i], found[i]); });
  for (const Diagnostics& one : found) diagnostics.append(one);
  return tables;
}

}  // namespace vav
