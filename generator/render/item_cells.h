// What the items of a table tell, column by column: words and links for a reader of one page, and texts that sort.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// One of the values in a cell.
struct ItemWords {
  std::string text;
  std::string lang;
  std::string address;      // where it leads, in the output tree or outside of the site; "" = nowhere
  std::string remark = {};  // in the reader's language: "troligt"
};

class ItemCells {
 public:
  ItemCells(const ItemTable& table, const std::string& language, const SiteModel& model, const SiteData& data)
      : table_(table), language_(language), model_(model), data_(data) {}

  std::string label(const ItemColumn& column) const;
  bool is_numeric(const ItemColumn& column) const;
  std::vector<ItemWords> cell(std::size_t item, const ItemColumn& column) const;

  // The table's items in the order that it asks for, as many as it asks for.
  std::vector<std::size_t> in_order() const;

 private:
  // Missing values come last, whichever the direction.
  struct SortKey {
    bool missing = true;
    double number = 0;
    std::string text = {};
    friend bool operator==(const SortKey&, const SortKey&) = default;
  };
  SortKey sort_key(std::size_t item, const ItemProperty& property, const Collator& collator) const;

  // A page at the other end of a relation.
  struct End {
    std::size_t page = 0, edge = 0;
  };
  std::vector<End> ends_of(std::size_t item, const ItemProperty& property) const;
  std::vector<ItemWords> related(std::size_t item, const ItemProperty& property) const;
  std::vector<ItemWords> date(std::size_t item) const;
  std::string remark_of(const Relation& relation) const;

  const ItemTable& table_;
  const std::string& language_;
  const SiteModel& model_;
  const SiteData& data_;
};

}  // namespace vav
