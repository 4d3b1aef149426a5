// IIS: https://learn.microsoft.com/iis/configuration/system.webserver/. Only what IIS has without further modules, so
// that no section is unknown to it; redirects need its own feature "HTTP Redirection", and without that the pages at
// the old addresses lead on by themselves.
#include <fmt/format.h>

#include "base/content_type.h"
#include "base/text.h"
#include "exports/server_files.h"
#include "exports/server_rules.h"

namespace vav {
namespace {

std::string header_lines(const ExportSource& source) {
  std::string lines;
  for (const Header& one : headers_of(source))
    lines += fmt::format("        <add name=\"{}\" value=\"{}\" />\n", one.name, escape_html(one.value));
  return lines;
}

// What IIS has by itself is taken away first: twice is an error there.
std::string type_lines() {
  std::string lines;
  for (const ContentType& one : content_types()) {
    lines += fmt::format(
        "      <remove fileExtension=\".{0}\" />\n      <mimeMap fileExtension=\".{0}\" mimeType=\"{1}\" />\n",
        one.ending, one.type);
  }
  // Files without an ending.
  return lines +
         fmt::format("      <remove fileExtension=\".\" />\n      <mimeMap fileExtension=\".\" mimeType=\"{}\" />\n",
                     plain_text_type);
}

// Of a folder or file of the site, from the folder that holds web.config.
std::string location(std::string_view path, std::string_view settings) {
  return fmt::format(
      "  <location path=\"{}\">\n    <system.webServer>\n      {}\n    </system.webServer>\n  </location>\n", path,
      settings);
}

std::string redirect_location(const Redirect& redirect, std::string_view root) {
  std::string_view path = std::string_view(redirect.from).substr(root.size());
  if (path.ends_with('/')) path.remove_suffix(1);
  return location(path, fmt::format("<httpRedirect enabled=\"true\" destination=\"{}\" exactDestination=\"true\" "
                                    "httpResponseStatus=\"Permanent\" />",
                                    redirect.to));
}

// As `fingerprinted`, in each language that the search has an index for.
std::vector<std::string> fingerprinted_folders(const ExportSource& source) {
  std::vector<std::string> folders = {"assets"};
  for (const std::string& language : source.search_languages)
    folders.push_back(fmt::format("search/{}/parts", language));
  return folders;
}

std::string web_config(const ExportSource& source) {
  const std::string root = root_of(source.config.base_url);
  std::string text = fmt::format(
      R"(<?xml version="1.0" encoding="utf-8"?>
<!-- The site for IIS, made anew by every build for the web. Copy it to the server beside the site's index.html; the
     folder is the site, application or virtual directory {0} there. Addresses that pages had before need the feature
     HTTP Redirection of IIS; without it, the pages that lie there lead on by themselves. -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true"><files><clear /><add value="index.html" /></files></defaultDocument>
    <directoryBrowse enabled="false" />
    <urlCompression doStaticCompression="true" />
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" />
      <error statusCode="404" responseMode="ExecuteURL" path="{0}404.html" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
{1}      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
{2}    </staticContent>
  </system.webServer>
)",
      root, header_lines(source), type_lines());
  for (const std::string& folder : fingerprinted_folders(source)) {
    text += location(folder,
                     "<staticContent><clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" "
                     "cacheControlCustom=\"public, immutable\" /></staticContent>");
  }
  // What is written for the server is nothing to read: a file without a media type is not handed out.
  text += location("server", "<staticContent><clear /></staticContent>");
  for (const Redirect& one : redirects_of(source)) text += redirect_location(one, root);
  return text + "</configuration>\n";
}

}  // namespace

std::vector<ExportedFile> iis_files(const ExportSource& source) {
  return {{"server/web.config", web_config(source), "the configuration for IIS"}};
}

}  // namespace vav
