// The parts of a page's data that come from the graph: facts, thread, evidence, gathered sections, mentions, sources.
#pragma once

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// Sets thread, evidence, sections, backlinks, sources, replaces and replaced_by.
void add_relations(std::size_t page, const SiteModel& model, const SiteData& data, MapBuilder& page_value);

// The parts of the page that gather other pages, as `sections` of its data.
List page_sections(std::size_t page, const SiteModel& model, const SiteData& data);

// Relations written on the page that are no evidence and have no part of their own, as facts.
List relation_facts(std::size_t page, const SiteModel& model, const SiteData& data);

// Whether another page says that it replaces this one.
bool is_replaced(std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
