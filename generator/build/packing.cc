#include "build/packing.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/portable_name.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

constexpr std::size_t longest_folder = 24;
constexpr Date first_day_of_zip{1980, 1, 1};

// With \n; {0} title, {1} publisher, {2} edition, {3} the folder, {4} where to turn, {5} where the site is published.
constexpr std::string_view swedish =
    R"({0}
{1}
{2}

SÅ ÖPPNAR DU DEN

1. Packa upp zip-filen. I Windows: högerklicka på den och välj Extrahera alla. På en Mac: dubbelklicka på den.
2. Öppna mappen {3} och dubbelklicka på filen index.html. Den kan visas som bara index.
3. Nu är kunskapsbasen öppen i din webbläsare. Sök och följ länkar som på vilken webbplats som helst.

Du behöver ingen uppkoppling och inte installera något. Inget skickas härifrån, och inget sparas om vad du läser.

OM NÅGOT INTE FUNGERAR

- Leder länkarna ingenstans? Då är zip-filen inte uppackad. Gör om steg 1.
- Öppnas fel program? Högerklicka på index.html, välj Öppna med och sedan din webbläsare.
- Flytta eller kopiera alltid hela mappen, aldrig enstaka filer ur den.
- Länkar till andra webbplatser behöver uppkoppling.
{4}{5}
FÖR DEN SOM VILL KONTROLLERA ATT INGET HAR ÄNDRATS

Filen SHA256SUMS har en kontrollsumma för varje fil. Så kontrolleras de, i mappen {3}:
  Linux:  sha256sum -c SHA256SUMS
  Mac:    shasum -a 256 -c SHA256SUMS
  Windows, i PowerShell, som skriver namnen på filer som har ändrats:
    gc SHA256SUMS -Encoding UTF8 | % {{ $s, $f = $_ -split '  ', 2; if ((Get-FileHash $f).Hash -ne $s) {{ $f }} }}
)";

constexpr std::string_view english =
    R"({0}
{1}
{2}

HOW TO OPEN IT

1. Unpack the zip file. On Windows: right-click it and choose Extract All. On a Mac: double-click it.
2. Open the folder {3} and double-click the file index.html. It may show as just index.
3. Now the knowledge base is open in your browser. Search and follow links as on any website.

You need no connection and install nothing. Nothing is sent from here, and nothing is stored about what you read.

IF SOMETHING DOES NOT WORK

- Links lead nowhere? Then the zip file is not unpacked. Do step 1 again.
- The wrong program opens? Right-click index.html, choose Open with, then your browser.
- Always move or copy the whole folder, never single files out of it.
- Links to other websites need a connection.
{4}{5}
FOR WHO WANTS TO CHECK THAT NOTHING HAS BEEN CHANGED

The file SHA256SUMS has a checksum for each file. This checks them, in the folder {3}:
  Linux:  sha256sum -c SHA256SUMS
  Mac:    shasum -a 256 -c SHA256SUMS
  Windows, in PowerShell, which writes the names of files that have changed:
    gc SHA256SUMS -Encoding UTF8 | % {{ $s, $f = $_ -split '  ', 2; if ((Get-FileHash $f).Hash -ne $s) {{ $f }} }}
)";

// For a program of Windows: the signature of UTF-8, and line ends of two characters.
std::string for_notepad(std::string_view text) {
  std::string out = "\xEF\xBB\xBF";
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace

std::string archive_folder(const SiteConfig& config) {
  std::string folder = to_slug(config.title.in(config.lang));
  if (folder.size() > longest_folder) {
    const std::size_t word_end = folder.rfind('-', longest_folder);
    folder.resize(word_end == std::string::npos ? longest_folder : word_end);
  }
  return folder.empty() || name_fault(folder) != NameFault::none ? "site" : folder;
}

std::optional<Date> newest_day(const WovenSite& site) {
  std::optional<Date> newest;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    for (const auto& day : {site.pages[i].published, site.pages[i].updated}) {
      if (day && day->whole() && (!newest || *day > *newest)) newest = day;
    }
  }
  return newest;
}

OutputFile read_me(const WovenSite& site) {
  const SiteConfig& config = site.config;
  const bool is_swedish = config.lang == "sv";
  const auto day = newest_day(site);
  const std::string edition = day ? (is_swedish ? "Utgåva: " : "Edition: ") + in_words(*day, config.lang) : "";
  std::string turn = config.contact.in(config.lang);
  if (!config.email.empty()) turn += (turn.empty() ? "" : ", ") + config.email;
  if (!turn.empty()) {
    turn = fmt::format("- {} {}.\n", is_swedish ? "Hittar du fel i innehållet? Skriv till" : "Found a fault? Write to",
                       turn);
  }
  std::string published;
  if (!config.base_url.empty()) {
    published = fmt::format("\n{} {}\n", is_swedish ? "Den senaste utgåvan finns på" : "The latest edition is at",
                            config.base_url);
  }
  std::string text = fmt::format(fmt::runtime(is_swedish ? swedish : english), config.title.in(config.lang),
                                 config.publisher.in(config.lang), edition, archive_folder(config), turn, published);
  // A site that tells no publisher or day has no empty lines for them.
  while (text.find("\n\n\n") != std::string::npos) text.erase(text.find("\n\n\n"), 1);
  return {.path = is_swedish ? "LAS-MIG.txt" : "READ-ME.txt",
          .bytes = for_notepad(text),
          .copy_from = {},
          .made_by = "vav pack"};
}

OutputTree packed_tree(const WovenSite& site, const OutputTree& tree, Diagnostics& diagnostics) {
  std::vector<OutputFile> files = tree.files();
  files.push_back(read_me(site));
  return OutputTree::lay_out(std::move(files), diagnostics);
}

ZipForm zip_form(const WovenSite& site) {
  return {archive_folder(site.config), std::max(newest_day(site).value_or(first_day_of_zip), first_day_of_zip)};
}

}  // namespace vav
