// Where a link leads. Used inside this room only.
#pragma once

#include <string>
#include <string_view>

namespace vav {

enum class UrlKind {
  inside,         // a path or a fragment, relative
  root,           // "/a": the root of the server, or of the disk
  network,        // "//host/a"
  web,            // http, https
  this_computer,  // file
  script,         // javascript, vbscript
  other,          // mailto, tel, data and the like
};

struct Url {
  UrlKind kind = UrlKind::inside;
  // Of an inside link:
  std::string path;           // from the folder of the site; starts with "../" or is ".." when it leads out of it
  std::string fragment;       // decoded, without "#"
  bool names_folder = false;  // by ending in "/", ".", ".."; or by leading to the folder itself
};

// `from` is the path of the file that holds the link.
Url resolve_url(std::string_view from, std::string_view url);

}  // namespace vav
