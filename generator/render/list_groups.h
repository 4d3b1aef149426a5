// The pages of a kind in the groups of its list, as `group_by` of vav.yaml says.
#pragma once

#include <string>

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// For `id=`; `number` counts the groups of a list from 1.
std::string group_id(std::size_t number);

// A group of a list, for templates: GROUP of themes/README.md, whole. `lang` is the language of the label.
Value group_value(std::size_t number, const std::string& label, const Value& address, const std::string& lang,
                  List items);

// One group without a label where the kind has no `group_by`; none where it has no pages.
List groups_of_kind(std::size_t kind, const std::string& language, const SiteModel& model, const SiteData& data);

}  // namespace vav
