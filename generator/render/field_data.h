// A page's fields as templates get them (themes/README.md, `fields` and `facts`).
#pragma once

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// By field name: {label, type, value, text, texts, values}; null where the page does not give the field.
Value field_map(std::size_t page, const SiteModel& model, const SiteData& data);

// The fields that readers see, in the order of the kind: [{name, label, type, columns, values}].
List field_facts(std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
