// What vav.yaml says of time: which dates make up the timeline and the calendar, and what has a feed.
#pragma once

#include "config/reader.h"
#include "config/site_config.h"

namespace vav {

// Keys `timeline` and `feeds`. REQUIRES: config.schema and config.languages are read.
void read_timeline(SiteConfig& config, MapReader& top, Diagnostics& diagnostics);
void read_feeds(SiteConfig& config, MapReader& top, Diagnostics& diagnostics);

}  // namespace vav
