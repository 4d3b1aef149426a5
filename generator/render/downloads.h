// Files that pages lead to beside pages: readers are told their type and size before they fetch them.
#pragma once

#include <string>

#include "base/value.h"
#include "render/site_model.h"

namespace vav {

// " (PDF, 412 kB)". Sizes are rounded up.
std::string type_and_size(const std::string& file, std::size_t bytes, const std::string& language);

// A file of the site that was made before its pages, for templates: {address, told}; null when there is no such file.
Value download_value(const std::string& address, const SiteModel& model, const std::string& language);

}  // namespace vav
