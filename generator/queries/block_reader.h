// Reads one block ```items: YAML -> what it asks for, every name of it looked up.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/link_resolver.h"
#include "queries/condition.h"
#include "queries/property_names.h"

namespace vav {

struct ItemBlock {
  ItemTable table;  // but for its items
  std::vector<ItemCondition> conditions;
};

class BlockReader {
 public:
  BlockReader(std::size_t page, const GraphInputs& inputs, const LinkResolver& resolver, Diagnostics& diagnostics)
      : page_number_(page),
        page_(inputs.pages[page]),
        inputs_(inputs),
        resolver_(resolver),
        diagnostics_(diagnostics) {}

  // nullopt when anything of it was reported.
  std::optional<ItemBlock> read(const DataBlock& block);

 private:
  void read_kinds(const Value& value);
  void read_where(const Value& value);
  void read_condition(const PropertyNames& names, const Entry& entry);
  void read_page_value(ItemCondition& condition, const std::vector<std::size_t>& allowed, const Value& value);
  void read_field_value(ItemCondition& condition, const std::vector<const Field*>& fields, const Value& value);
  void read_columns(const Value& value);
  void read_column(const PropertyNames& names, const Value& name, const Value& label);
  void read_sort(const Value& value);
  bool can_sort_by(const ItemProperty& property) const;
  void read_show(const Value& value);
  void read_limit(const Value& value);
  std::string read_text(std::string_view key, const Value& value);
  void report(const Place& place, Wording message, Wording hint = {});

  std::size_t page_number_;
  const Page& page_;
  const GraphInputs& inputs_;
  const LinkResolver& resolver_;
  Diagnostics& diagnostics_;
  Diagnostics found_;
  ItemBlock read_;
};

}  // namespace vav
