// nginx: https://nginx.org/en/docs/. A location that adds a header of its own loses those of the one around it, so all
// of them stand again where the cache differs.
#include <fmt/format.h>

#include "base/content_type.h"
#include "exports/server_files.h"
#include "exports/server_rules.h"

namespace vav {
namespace {

std::string header_lines(const std::vector<Header>& headers, const Header& cache, std::string_view indent) {
  std::string lines;
  for (const Header& one : headers)
    lines += fmt::format("{}add_header {} \"{}\" always;\n", indent, one.name, one.value);
  return lines + fmt::format("{}add_header {} \"{}\" always;\n", indent, cache.name, cache.value);
}

std::string type_lines() {
  std::string lines = "  types {\n";
  std::string text_types, compressed;
  for (const TypeEndings& one : types_and_endings()) {
    lines += fmt::format("    {} {};\n", one.type, fmt::join(one.endings, " "));
    if (one.type == "text/html") continue;  // nginx takes it for granted
    if (one.is_utf8) text_types += fmt::format(" {}", one.type);
    if (is_compressible(one.type)) compressed += fmt::format(" {}", one.type);
  }
  lines += "  }\n  default_type text/plain;\n  charset utf-8;\n  charset_types" + text_types + ";\n";
  return lines + "  gzip on;\n  gzip_vary on;\n  gzip_types" + compressed + fmt::format(" {};\n", feed_type);
}

std::string site_conf(const std::string& root, const std::vector<Header>& headers) {
  const std::string bare = root.substr(0, root.size() - 1);
  std::string text = fmt::format(
      R"(# The site for nginx, made anew by every vav build --target web.
#
#   server {{
#     listen 443 ssl;
#     root /srv/www;  # the site's own folder is /srv/www{0}
#     include /srv/www{0}server/nginx.conf;
#     include /srv/www{0}server/nginx-redirects.conf;
#   }}
#
# Addresses that pages had before change with the site: nginx -s reload after each upload.

)",
      root);
  if (!bare.empty()) text += fmt::format("location = {} {{ absolute_redirect off; return 301 {}; }}\n\n", bare, root);
  text += fmt::format(
      "location ^~ {} {{\n  index index.html;\n  absolute_redirect off;\n  error_page 404 {}404.html;\n", root, root);
  text += type_lines() + header_lines(headers, cache_of_pages, "  ");
  text += fmt::format("  location ~ ^{}{} {{\n{}  }}\n", pattern_of(root), fingerprinted,
                      header_lines(headers, cache_of_assets, "    "));
  text += fmt::format("  location ~ /{}$ {{ types {{}} default_type {}; }}\n", "atom\\.xml", feed_type);
  // What is written for the server is nothing to read.
  text += fmt::format("  location ^~ {}{} {{ return 404; }}\n", root, server_folder);
  return text + "}\n";
}

std::string redirects_conf(const std::vector<Redirect>& redirects) {
  std::string text = "# Addresses that pages had before. To be included as nginx.conf beside it says.\n";
  const auto add = [&](std::string_view from, std::string_view to) {
    // "#" would begin a comment.
    const std::string target = to.find('#') == std::string_view::npos ? std::string(to) : fmt::format("\"{}\"", to);
    text += fmt::format("location = {} {{ absolute_redirect off; return 301 {}; }}\n", from, target);
  };
  for (const Redirect& one : redirects) {
    add(one.from, one.to);
    if (!one.from.ends_with('/')) continue;
    add(std::string_view(one.from).substr(0, one.from.size() - 1), one.to);
    add(one.from + "index.html", one.to);
  }
  return text;
}

}  // namespace

std::vector<ExportedFile> nginx_files(const ExportSource& source) {
  return {{"server/nginx.conf", site_conf(root_of(source.config.base_url), headers_of(source)),
           "the configuration for nginx"},
          {"server/nginx-redirects.conf", redirects_conf(redirects_of(source)), "the redirects for nginx"}};
}

}  // namespace vav
