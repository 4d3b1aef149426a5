// Apache 2.4: https://httpd.apache.org/docs/2.4/. Of two sections that set one header the later one counts.
#include <fmt/format.h>

#include "base/content_type.h"
#include "base/text.h"
#include "exports/server_files.h"
#include "exports/server_rules.h"

namespace vav {
namespace {

std::string header_line(const Header& header) {
  return fmt::format("  Header always set {} \"{}\"\n", header.name, header.value);
}

std::string type_lines() {
  std::string lines;
  std::string text_endings;
  std::string compressed(feed_type);
  for (const TypeEndings& one : types_and_endings()) {
    const std::string endings = fmt::format(".{}", fmt::join(one.endings, " ."));
    lines += fmt::format("  AddType {} {}\n", one.type, endings);
    if (one.is_utf8) text_endings += " " + endings;
    if (is_compressible(one.type)) compressed += fmt::format(" {}", one.type);
  }
  return lines + fmt::format(
                     "  AddCharset UTF-8{}\n  <IfModule mod_deflate.c>\n    <IfModule mod_filter.c>\n"
                     "      AddOutputFilterByType DEFLATE {}\n    </IfModule>\n  </IfModule>\n",
                     text_endings, compressed);
}

std::string site_conf(const std::string& root, const std::vector<Header>& headers) {
  std::string text = fmt::format(
      R"(# The site for Apache, made anew by every vav build --target web.
# Needs the modules headers, alias, dir and mime (a2enmod headers); deflate and filter compress when they are there.
#
#   <VirtualHost *:443>
#     DocumentRoot /srv/www
#     # The site's own folder is /srv/www{0}
#     Include /srv/www{0}server/apache.conf
#     Include /srv/www{0}server/apache-redirects.conf
#   </VirtualHost>
#
# Addresses that pages had before change with the site: apachectl graceful after each upload.

<Location "{0}">
  DirectoryIndex index.html
  Options -Indexes -MultiViews
  ErrorDocument 404 {0}404.html
)",
      root);
  text += type_lines();
  for (const Header& one : headers) text += header_line(one);
  text += header_line(cache_of_pages) + "</Location>\n\n";
  text += fmt::format("<LocationMatch \"^{}{}\">\n{}</LocationMatch>\n\n", pattern_of(root), fingerprinted,
                      header_line(cache_of_assets));
  text += fmt::format("<LocationMatch \"^{}(.*/)?{}$\">\n  ForceType {}\n</LocationMatch>\n\n", pattern_of(root),
                      pattern_of(feed_name), feed_type);
  text += fmt::format(
      "# Files without an ending, such as lists of sums.\n<LocationMatch \"^{}(.*/)?[^./]+$\">\n  ForceType {}\n"
      "  AddDefaultCharset UTF-8\n</LocationMatch>\n\n",
      pattern_of(root), plain_text_type.substr(0, plain_text_type.find(';')));
  text += "# What is written for the server is nothing to read.\n";
  return text + fmt::format("RedirectMatch 404 \"^{}{}\"\n", pattern_of(root), server_folder);
}

std::string redirects_conf(const std::vector<Redirect>& redirects) {
  std::string text = "# Addresses that pages had before. To be included as apache.conf beside it says.\n";
  for (const Redirect& one : redirects) {
    const bool is_folder = one.from.ends_with('/');
    const std::string from = is_folder ? one.from.substr(0, one.from.size() - 1) : one.from;
    text += fmt::format("RedirectMatch permanent \"^{}{}$\" \"{}\"\n", pattern_of(from),
                        is_folder ? "(/(index\\.html)?)?" : "", one.to);
  }
  return text;
}

}  // namespace

std::vector<ExportedFile> apache_files(const ExportSource& source) {
  return {{"server/apache.conf", site_conf(root_of(source.config.base_url), headers_of(source)),
           "the configuration for Apache"},
          {"server/apache-redirects.conf", redirects_conf(redirects_of(source)), "the redirects for Apache"}};
}

}  // namespace vav
