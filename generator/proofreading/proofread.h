// Reads a page as a careful colleague would: links and pictures that say what they are, headings that are headings,
// sentences that end, and nothing about people that may not be there.
#pragma once

#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "pages/page.h"
#include "pages/source_file.h"

namespace vav {

// `page` is what `source` was parsed to. Any thread.
void proofread(const SourceFile& source, const Page& page, const SiteConfig& config, Diagnostics& diagnostics);

}  // namespace vav
