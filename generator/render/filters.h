// Filters that templates of the site have beside the built-in ones.
#pragma once

#include <map>
#include <string>

#include "base/address.h"
#include "templates/template_set.h"

namespace vav {

// Of the theme's files, by address: what an integrity attribute says; empty on disk, where browsers refuse such files.
using Integrities = std::map<std::string, std::string>;

// Where a page stands.
struct PagePlace {
  std::string address;  // in the output tree
  std::string language;
  Target target = Target::disk;
  std::string base_url = {};  // of the site; "" = nobody knows
  // Where links begin, such as "/" or "/kunskap/", for a page that is shown at any address; "" = at the page.
  std::string root = {};
};

// link: an address in the output tree -> a link relative to the page; an address outside the site stays as it is.
// url: an address in the output tree -> its whole address on the web; "" when nobody knows it.
// integrity: an address of a file of the theme -> what an integrity attribute says; "" = it may have none.
// words: a date, whole or partial, in words of the language. format: fills {0}, {1}, … of a text.
// `integrities` must outlive the filters.
FilterTable render_filters(const PagePlace& place, const Integrities& integrities);

}  // namespace vav
