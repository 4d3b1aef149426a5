// The keys traceability, matrix and coverage of vav.yaml.
#pragma once

#include "config/reader.h"
#include "config/site_config.h"

namespace vav {

// REQUIRES: languages, schema and facets of `config` are read.
void read_evidence_rules(SiteConfig& config, MapReader& top, Diagnostics& diagnostics);

}  // namespace vav
