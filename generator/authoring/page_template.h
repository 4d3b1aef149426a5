// The text of a new page: what its kind wants, ready to be filled in.
#pragma once

#include <string>

#include "authoring/field_words.h"
#include "base/date.h"
#include "config/site_config.h"

namespace vav {

struct TemplateRequest {
  std::size_t kind = 0;
  std::string title;
  Date published;
  std::string translation_of;        // id of the page that it translates; "" = none known
  bool in_another_language = false;  // than the site's own
  ExampleId example;
};

// Every field and relation that the kind requires has a gap (config/gap.h), every other one is a comment. Once the gaps
// are filled the page has no findings.
std::string page_template(const TemplateRequest& request, const SiteConfig& config);

}  // namespace vav
