// A page's fields as templates get them (themes/README.md, `fields` and `facts`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// By field name: {label, type, value, text, texts, values}; null where the page does not give the field.
Value field_map(std::size_t page, const SiteModel& model, const SiteData& data);

// The fields that readers see beside the text, in the order of the kind: [FACT].
List field_facts(std::size_t page, const SiteModel& model, const SiteData& data);
// Likewise those that are parts of the page (`part: true` in vav.yaml).
List field_parts(std::size_t page, const SiteModel& model, const SiteData& data);

// FACT of themes/README.md. REQUIRES: at least one value.
Value fact_value(const std::string& name, const std::string& label, std::string_view type, List columns, List values);

// One value of a field of an item as other pages show it, in plain words.
struct FieldWords {
  std::string text;
  std::string address;  // where it leads, in the output tree or outside of the site; "" = nowhere
  std::string lang;     // of the text
};
// Choices, dates and the like in words of `language`. None where the item does not give the field.
std::vector<FieldWords> field_words(std::size_t item, const std::string& field, const std::string& language,
                                    const SiteModel& model, const SiteData& data);

}  // namespace vav
