// What every web server is told, whatever its language. Used inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exports/export_files.h"

namespace vav {

struct Header {
  std::string_view name;
  std::string value;
};

// On every answer, the policy first. It is that of the pages' own meta element, without file:, and with what counts in
// a header alone (https://www.w3.org/TR/CSP3/#meta-element). Rules of style that a page holds itself are named by their
// hash: nothing else gets in by that.
std::vector<Header> headers_of(const ExportSource& source);

// Pages are asked for anew each time, and not sent again when they are the same; what has a fingerprint in its name
// never changes.
inline const Header cache_of_pages = {"Cache-Control", "no-cache"};
inline const Header cache_of_assets = {"Cache-Control", "public, max-age=31536000, immutable"};

// In a regular expression, from the site's own folder: files with the mark of their content in their name
// (Asset::address, search/search_files.h).
inline constexpr std::string_view fingerprinted = "(assets|search/[a-z]+/parts)/";
inline constexpr std::string_view server_folder = "server/";

// An address that a page had before, from the root of the server: both end in "/", or name a file.
struct Redirect {
  std::string from, to;
};

// In a regular expression; addresses hold no other sign that means something there.
std::string pattern_of(std::string_view path);

// Sorted by where they lead from. Places are not among them, for browsers never send a fragment: a page that knows of
// some answers itself.
std::vector<Redirect> redirects_of(const ExportSource& source);

// Media types without their charset: each with its endings, in the order of content_types().
struct TypeEndings {
  std::string_view type;
  std::vector<std::string_view> endings;
  bool is_utf8 = false;  // text, so the charset is told
};
std::vector<TypeEndings> types_and_endings();
// Media types worth compressing: text, and what is written as text.
bool is_compressible(std::string_view type);

}  // namespace vav
