// JSON Schema, for editors and for whoever checks content with other tools: of front matter, kind by kind, and of
// vav.yaml itself. Draft 7: what the YAML extension of VS Code, remark-lint-frontmatter-schema and most validators
// read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "config/site_config.h"
#include "pages/source_file.h"

namespace vav {

inline constexpr std::string_view schema_dialect = "http://json-schema.org/draft-07/schema#";

struct NamedSchema {
  std::string name;  // a kind's id; "_index" for the introductions of lists
  Value schema;
};

// A schema accepts whatever vav accepts, and refuses what can be told without reading other pages. The ids of `pages`
// are offered where a page is wanted, but any other name may stand there.
std::vector<NamedSchema> front_matter_schemas(const SiteConfig& config, const std::vector<SourceFile>& pages);

// Of vav.yaml, from config/format.h.
Value config_schema();

}  // namespace vav
