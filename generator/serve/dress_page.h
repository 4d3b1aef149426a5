// What the server adds to a page on its way to the browser. The tree itself stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// Lets a content security policy ("default-src 'none'; script-src …") load scripts, styles and connections from the
// server itself; all else stays as strict as it was.
std::string open_policy(std::string_view policy);

struct Dressing {
  std::string mark;  // what the page showed when it was sent; see page_mark()
  // The page is shown at another address than its own (404.html): its relative links are to start from here. "" = no.
  std::string base;
};

// The page with its policies opened and our script at the end of its head.
std::string dress_page(std::string_view html, const Dressing& dressing);

}  // namespace vav
