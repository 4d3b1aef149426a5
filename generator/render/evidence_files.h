// The tables of evidence as files for spreadsheets (base/csv.h).
#pragma once

#include <string>
#include <vector>

#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// sparbarhet/matris.csv: a row for each row of the table, a column for each of its columns. sparbarhet/samband.csv: a
// line for each pair of items that hang together, and for each item that nothing hangs together with.
// matris/matris.csv: the numbers of the matrix, a column for each view of each column. Those that the site has pages
// for.
std::vector<RenderedFile> evidence_files(const SiteModel& model, const SiteData& data);

// [{address, label, size}] of the files in the folder of a page: "8 kB".
List files_beside(std::string_view page_address, const SiteModel& model, const SiteData& data);

}  // namespace vav
