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
  bool is_code = false;    // what it loads acts in the page: a script, a stylesheet, another page
};

// An integrity attribute, and the file that its element loads: a script or a stylesheet. "" = it has none.
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
  bool has_policy = false;                     // a content security policy, right or wrong
  bool is_redirect = false;                    // a page that only sends its readers on
  Link redirect;                               // where to
  Diagnostics findings;                        // of the file alone
};

// Each reads one kind of file. REQUIRES: `text` is valid UTF-8. read_html() reads SVG too.
void read_html(std::string_view path, std::string_view text, FileFacts& facts);
// Of any text: personal identity numbers. In code (scripts, styles) only those written with their dash.
void read_text(std::string_view path, std::string_view text, bool is_code, FileFacts& facts);
// Of any file: what pictures and documents tell beside what they show.
void read_bytes(std::string_view path, std::string_view bytes, FileFacts& facts);
void read_css(std::string_view text, FileFacts& facts);
void read_script(std::string_view path, std::string_view text, FileFacts& facts);

}  // namespace vav
