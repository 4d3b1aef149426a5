// Personal data in a page's file as it is written, front matter and all.
#pragma once

#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "pages/page.h"
#include "pages/source_file.h"

namespace vav {

// Identity numbers are looked for everywhere but in blocks for editors; mailboxes and telephone numbers neither in code
// nor in fields and pages for editors. A field for the mailbox of a role has a finding of its own (private-email).
void scan_source(const SourceFile& source, const Page& page, const SiteConfig& config, Diagnostics& diagnostics);

}  // namespace vav
