// A small site in which there is nothing to find. Its lists are made by hand here: what is tested must not vouch for
// itself.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "audit/verify.h"
#include "base/hash.h"

namespace vav {

using SiteFiles = std::map<std::string, std::string>;

// Last on its line in pages, so that no other column moves.
inline const std::string policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; img-src 'self' "
    "data:; form-action 'self'; base-uri 'none'\">";

inline SiteFiles good_site() {
  const std::string head =
      "<!doctype html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>Väv</title>{1}\n"
      "<link rel=\"stylesheet\" href=\"{0}assets/site.css\"><link rel=\"canonical\" href=\"https://example.se/\">\n"
      "<script type=\"application/ld+json\">{{\"a\":1}}</script><script src=\"{0}assets/site.js\" "
      "defer></script></head>\n<body>\n";
  SiteFiles files;
  files["index.html"] = fmt::format(fmt::runtime(head), "", policy) +
                        "<a href=\"moten/traff-2/index.html\">Träff</a> <a href=\"https://gov.se\">ut</a>\n"
                        "<form action=\"sok/index.html\"></form><a href=\"#top\">upp</a>\n"
                        "<img src=\"assets/l%C3%A4ge.png\" srcset=\"assets/a.png 1x, assets/a.png 2x\" alt=\"\">\n";
  files["moten/traff-2/index.html"] =
      fmt::format(fmt::runtime(head), "../../", policy) +
      "<h2 id=\"p-1\">Ett</h2><h2 id=\"två\">Två</h2><a name=\"old\"></a>\n"
      "<a href=\"../../index.html?x=1\">hem</a> <a href=\"#tv%C3%A5\">ned</a> <a "
      "href=\"mailto:a@example.se\">brev</a>\n"
      "<svg><use href=\"#p-1\"/></svg><a href=\"../../assets/rapport.pdf#page=2\">pdf</a>\n";
  files["sok/index.html"] =
      fmt::format(fmt::runtime(head), "../", policy) +
      R"(<a href="../moten/traff-2/index.html#p-1">t</a><a href="../moten/traff-2/index.html#old">o</a>)";
  files["404.html"] = "<!doctype html><title>Borta</title>" + policy + "<a href=\"index.html\">hem</a>";
  files["gammal/index.html"] =
      R"(<!doctype html><title>Flyttad</title><meta http-equiv="refresh" content="0; url=../sok/index.html">)" + policy;
  files["assets/site.css"] = "/* url(no.png) */ @import \"more.css\"; a { background: url( 'a.png' ) }";
  files["assets/more.css"] = "b { background: url(data:image/png;base64,AA==) } i { fill: url(#x) }";
  files["assets/site.js"] =
      "// fetch(\"x\")\nvar a = 'fetch(x)', b = /fetch\\(/, f = new Worker(URL.createObjectURL(c));\nstore.fetch(1);\n";
  files["assets/a.png"] = "png";
  files["assets/läge.png"] = "png";
  files["assets/rapport.pdf"] = "pdf";
  return files;
}

inline std::string manifest_of(const SiteFiles& files) {
  const auto page = [&](const std::string& path, const std::string& passages) {
    const auto file = files.find(path);
    return fmt::format(R"(  "{}":{{"sha256":"{}","title":"T","kind":"mote","passages":[{}]}})", path,
                       file == files.end() ? "" : sha256(file->second), passages);
  };
  std::string pages;
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".html")) continue;
    pages += (pages.empty() ? "" : ",\n") + page(path, path == "moten/traff-2/index.html" ? "\"p-1\",\"två\"" : "");
  }
  return "{\"format\":1,\"pages\":{\n" + pages + "\n}}\n";
}

inline std::string sums_of(const SiteFiles& files) {
  std::string sums;
  for (const auto& [path, bytes] : files) {
    if (path != "SHA256SUMS") sums += sha256(bytes) + "  " + path + "\n";
  }
  return sums;
}

// With manifest.json and SHA256SUMS, unless they are there already.
inline SiteFiles with_lists(SiteFiles files) {
  files.try_emplace("manifest.json", manifest_of(files));
  files.try_emplace("SHA256SUMS", sums_of(files));
  return files;
}

// "path:line:column: id message", one for each finding.
inline std::vector<std::string> findings_in(const SiteFiles& files, int threads = 2) {
  MemoryDisk::Files on_disk;
  for (const auto& [path, bytes] : files) on_disk["/site/" + path] = bytes;
  const MemoryDisk disk(on_disk);
  const auto report = verify_site(disk, "/site", threads);
  if (!report) return {report.failure().message};
  std::vector<std::string> lines;
  for (const Diagnostic& finding : report->findings.all()) {
    const Place& place = finding.span.place;
    lines.push_back(fmt::format("{}:{}:{}: {} {}", finding.span.path, place.line, place.column, finding.id,
                                finding.message.english));
  }
  return lines;
}

}  // namespace vav
