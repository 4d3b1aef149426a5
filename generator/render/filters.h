// Filters that templates of the site have beside the built-in ones.
#pragma once

#include <string>

#include "templates/template_set.h"

namespace vav {

// link: an address in the output tree -> a link relative to `page_address`; an address outside the site stays as it is.
// With a `root`, such as "/" or "/kunskap/", links begin there: for a page that is shown at any address.
// words: a date, whole or partial, in words of `language`. format: fills {0}, {1}, … of a text.
FilterTable render_filters(const std::string& page_address, const std::string& language, const std::string& root = {});

}  // namespace vav
