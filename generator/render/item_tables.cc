#include "render/item_tables.h"

#include "base/address.h"
#include "base/text.h"
#include "markdown/link_address.h"
#include "render/item_cells.h"

namespace vav {
namespace {

class TableWriter {
 public:
  TableWriter(const ItemTable& table, const DataBlock& block, std::size_t page, const SiteModel& model,
              const SiteData& data)
      : table_(table),
        block_(block),
        here_(model.routes.page_address[page]),
        target_(model.target),
        language_(model.pages[page].lang),
        cells_(table, language_, model, data) {}

  std::string write() {
    const std::vector<std::size_t> items = cells_.in_order();
    if (items.empty()) {
      if (!table_.empty.empty()) html_ += "<p class=\"no-items\">" + escape_html(table_.empty) + "</p>\n";
    } else if (table_.as_list) {
      write_list(items);
    } else {
      write_table(items);
    }
    return std::move(html_);
  }

 private:
  // In the markup of tables in Markdown; a caption names the box that scrolls, else the heading above does.
  void write_table(const std::vector<std::size_t>& items) {
    html_ += "<div class=\"scroll\"";
    if (!table_.caption.empty()) {
      html_ += R"( tabindex="0" role="region" aria-label=")" + escape_html(table_.caption) + "\">\n<table>\n<caption>" +
               escape_html(table_.caption) + "</caption>\n";
    } else if (!block_.heading_id.empty()) {
      html_ += R"( tabindex="0" role="region" aria-labelledby=")" + block_.heading_id +
               "\">\n<table aria-labelledby=\"" + block_.heading_id + "\">\n";
    } else {
      html_ += ">\n<table>\n";
    }
    html_ += "<thead>\n<tr>\n";
    for (const ItemColumn& column : table_.columns) {
      html_ += cells_.is_numeric(column) ? R"(<th scope="col" class="right">)" : "<th scope=\"col\">";
      html_ += escape_html(cells_.label(column)) + "</th>\n";
    }
    html_ += "</tr>\n</thead>\n<tbody>\n";
    for (const std::size_t item : items) write_row(item);
    html_ += "</tbody>\n</table>\n</div>\n";
  }

  // The first column that has the item's title is the head of its row.
  void write_row(std::size_t item) {
    bool has_head = false;
    html_ += "<tr>\n";
    for (const ItemColumn& column : table_.columns) {
      const bool head = !has_head && column.property.source == ItemProperty::Source::title;
      has_head = has_head || head;
      html_ += head ? "<th scope=\"row\">" : cells_.is_numeric(column) ? "<td class=\"right\">" : "<td>";
      write_values(cells_.cell(item, column));
      html_ += head ? "</th>\n" : "</td>\n";
    }
    html_ += "</tr>\n";
  }

  void write_list(const std::vector<std::size_t>& items) {
    const bool named = !table_.caption.empty();
    if (named) html_ += "<figure>\n<figcaption>" + escape_html(table_.caption) + "</figcaption>\n";
    html_ += "<ul class=\"items\">\n";
    for (const std::size_t item : items) {
      html_ += "<li>";
      bool first = true;
      for (const ItemColumn& column : table_.columns) {
        const std::vector<ItemWords> values = cells_.cell(item, column);
        if (values.empty()) continue;
        html_ += first ? "" : " – ";
        first = false;
        write_values(values);
      }
      html_ += "</li>\n";
    }
    html_ += named ? "</ul>\n</figure>\n" : "</ul>\n";
  }

  void write_values(const std::vector<ItemWords>& values) {
    bool first = true;
    for (const ItemWords& value : values) {
      html_ += first ? "" : ", ";
      first = false;
      write_value(value);
    }
  }

  void write_value(const ItemWords& value) {
    const std::string lang = value.lang == language_ ? "" : " lang=\"" + value.lang + "\"";
    const bool outside = value.address.find(':') != std::string::npos;
    if (!value.address.empty()) {
      html_ += "<a href=\"";
      append_escaped_address(html_, outside ? value.address : relative_link(here_, value.address, target_));
      html_ += outside && !value.address.starts_with("mailto:") ? R"(" class="external")" : "\"";
      html_ += lang + ">";
    } else if (!lang.empty()) {
      html_ += "<span" + lang + ">";
    }
    append_escaped_html(html_, value.text);
    html_ += !value.address.empty() ? "</a>" : !lang.empty() ? "</span>" : "";
    if (!value.remark.empty()) html_ += " (" + escape_html(value.remark) + ")";
  }

  const ItemTable& table_;
  const DataBlock& block_;
  const std::string& here_;
  Target target_;
  const std::string& language_;
  ItemCells cells_;
  std::string html_;
};

}  // namespace

std::vector<std::string> item_tables_html(std::size_t page, const SiteModel& model, const SiteData& data) {
  std::vector<std::string> all;
  const auto& tables = model.tables[page];
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const DataBlock& block = model.pages[page].document.data_blocks()[i];
    all.push_back(tables[i] ? TableWriter(*tables[i], block, page, model, data).write() : "");
  }
  return all;
}

}  // namespace vav
