// What one file of the site says, as far as the checks need it. Used inside this room only.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace vav {

struct Link {
  std::string url;  // as written, character references resolved
  Place place;
  bool is_loaded = false;  // the browser fetches it without being asked
  bool leads_on = false;   // a reader gets to its target
};

// An integrity attribute, and the file that its element loads.
struct IntegrityClaim {
  std::string url;
  std::string value;
  Place place;
};

struct FileFacts {
  std::string hash;       // SHA-256
  std::string integrity;  // of a script or stylesheet: what an integrity attribute that loads it must say
  std::vector<IntegrityClaim> integrity_claims;
  std::vector<Link> links;
  std::set<std::string, std::less<>> anchors;  // of a page: what a fragment may name
  bool is_redirect = false;                    // a page that only sends its readers on
  Link redirect;                               // where to
  Diagnostics findings;                        // of the file alone
};

// Each reads one kind of file. REQUIRES: `text` is valid UTF-8.
void read_html(std::string_view path, std::string_view text, FileFacts& facts);
void read_css(std::string_view text, FileFacts& facts);
void read_script(std::string_view path, std::string_view text, FileFacts& facts);

}  // namespace vav
