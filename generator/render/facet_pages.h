// The pages of the choices that a search can be narrowed by, and the ways to them: filters that need no script.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"
#include "render/search_facets.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

class FacetPages {
 public:
  FacetPages(const SiteModel& model, const SiteData& data, const FacetTable& table);

  const FacetTable& table() const { return table_; }
  // The pages that have the value, in the order of lists; a translation stands where the page that it translates does.
  const std::vector<std::size_t>& pages_of(std::size_t facet, std::size_t value) const { return pages_[facet][value]; }
  // Where they are listed: a kind has its own list. The second tells whether the value has a page of its own.
  std::string address_of(std::size_t facet, std::size_t value) const;
  bool has_own_page(std::size_t facet, std::size_t value) const;

  // The kinds of those pages, in the order of vav.yaml: each is a group of the page.
  std::vector<std::size_t> kinds_of(std::size_t facet, std::size_t value) const;
  // {label, values: [{label, address, count, here}]}: all values of a facet, `here` being the one whose page it is.
  Value choices(std::size_t facet, std::size_t here) const;
  // The facets that divide the pages of one kind; addresses lead to the kind's group on the pages of the values.
  List choices_of_kind(std::size_t kind) const;

 private:
  Value choices_of_kind(std::size_t kind, std::size_t facet) const;

  const SiteModel& model_;
  const SiteData& data_;
  const FacetTable& table_;
  std::vector<std::vector<std::vector<std::size_t>>> pages_;  // by facet and value
};

inline constexpr std::size_t no_value = static_cast<std::size_t>(-1);

}  // namespace vav
