// A compiled template set: the templates, and how they hang together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "templates/name_table.h"
#include "templates/syntax_tree.h"

namespace vav::templates {

// One template's version of a block.
struct BlockVersion {
  Index owner = no_index;  // template
  Index block = no_index;  // in Template::blocks
};

// A block with its versions, from the template itself up to the one that all others extend.
struct BlockChain {
  NameId name = no_index;
  std::vector<BlockVersion> versions;
};

// What a template is together with all that it extends.
struct Lineage {
  std::vector<Index> templates;  // itself first, then its parent …
  std::vector<BlockChain> blocks;
};

struct CompiledTemplates {
  NameTable names;
  NameId loop_name = no_index;
  std::vector<std::string> own_filters;
  std::vector<Template> templates;
  std::vector<Lineage> lineages;  // one a template
  std::map<std::string, Index, std::less<>> by_name;
};

// Reports circles of include and extends and cuts them, blocks that no parent shows, and super() without a parent's
// block.
void link_templates(CompiledTemplates& compiled, Diagnostics& diagnostics);

}  // namespace vav::templates
