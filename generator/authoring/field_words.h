// What a field or relation of vav.yaml is for, in words: beside the lines of a new page, and in schemas for editors.
// Swedish for "sv", English for any other language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "config/schema.h"

namespace vav {

struct FieldWords {
  std::string label;
  std::string form;  // what a value looks like
  std::string help;  // what vav.yaml says to writers

  // "Due: date such as 2025-05-08. When it is handed in."
  std::string line() const;
  // The same without the label, which editors show by itself.
  std::string description() const;
};

FieldWords field_words(const Field& field, const Schema& schema, const std::string& language);

// Of a page of any of the kinds, to show what an id looks like; "" = there is none yet.
using ExampleId = std::function<std::string(const std::vector<std::size_t>& kinds)>;

FieldWords relation_words(const RelationType& relation, const Schema& schema, const std::string& language,
                          const ExampleId& example);

// "certainty (strong, plausible), note": what a link may carry beside its target.
std::string names_and_choices(const std::vector<Field>& fields);

}  // namespace vav
