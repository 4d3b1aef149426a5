// Template text -> Template: the tags, and what stands between them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "templates/expression_parser.h"
#include "templates/name_table.h"
#include "templates/syntax_tree.h"

namespace vav::templates {

// What a template may refer to: names of variables are entered, the rest is looked up.
struct Surroundings {
  NameTable& names;
  const std::vector<std::string>& own_filters;
  const std::map<std::string, Index, std::less<>>& templates;
};

// Fills in all of `result` but its name, path and text, which it has already.
void parse_template(Template& result, Surroundings surroundings, Diagnostics& diagnostics);

}  // namespace vav::templates
