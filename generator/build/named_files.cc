#include "build/named_files.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/address.h"
#include "base/parallel.h"
#include "base/unicode.h"
#include "documents/document.h"
#include "images/image.h"

namespace vav {
namespace {

bool is_image(const std::string& file) {
  // The last ones are refused: nobody knows what they tell beside the picture.
  static constexpr std::array<std::string_view, 14> endings = {"png",  "jpg",  "jpeg", "jfif", "gif",  "webp", "svg",
                                                               "avif", "heic", "heif", "tif",  "tiff", "bmp",  "svgz"};
  return std::ranges::find(endings, to_lower(extension(file))) != endings.end();
}

// What a browser runs, or takes for a page of the site.
bool is_active(const std::string& file) {
  static constexpr std::array<std::string_view, 8> endings = {"html", "htm", "xhtml", "xht", "js", "mjs", "css", "xsl"};
  return std::ranges::find(endings, to_lower(extension(file))) != endings.end();
}

// The named files of pages on the site that are of the sort, sorted.
template <typename IsOfSort>
std::vector<std::string> named(const WovenSite& site, const IsOfSort& is_of_sort) {
  std::set<std::string> files;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    for (const std::string& file : site.graph.files_of(i)) {
      if (is_of_sort(file)) files.insert(file);
    }
  }
  return {files.begin(), files.end()};
}

// The room of images knows no languages: its sentences, in each. One that is not here is told as it is.
Wording told(const std::string& failure) {
  for (const Wording& known :
       {say("the file is no image in PNG, JPEG, GIF, WebP or SVG"), say("the PNG image is damaged or cut short"),
        say("the PNG image needs a part that vav does not know"), say("the JPEG image is damaged or cut short"),
        say("the GIF image is damaged or cut short"), say("the WebP image is damaged or cut short"),
        say("the SVG image cannot be read as XML, or has a document type"),
        say("the SVG image holds a script or an event handler"),
        say("the SVG image loads something or leads elsewhere"),
        say("the SVG image holds something that vav does not know")}) {
    if (known.english == failure) return known;
  }
  return as_written(failure);
}

void report(const std::string& file, const Failure& failure, Diagnostics& diagnostics) {
  diagnostics.add("bad-image", {file, {}}, told(failure.message),
                  say("save the picture anew from the program that made it"));
}

void report_document(const std::string& file, const DocumentFinding& finding, Diagnostics& diagnostics) {
  const auto tell = [&](std::string_view id, Wording message, Wording hint) {
    diagnostics.add(id, {file, {}}, std::move(message), std::move(hint));
  };
  switch (finding.fault) {
    case DocumentFault::damaged:
      tell("bad-document", say("the document cannot be read, so nobody knows what it holds"),
           say("save it anew from the program that made it"));
      return;
    case DocumentFault::encrypted:
      tell("bad-document", say("the document is encrypted, so nobody knows what it holds"),
           say("save it without a password"));
      return;
    case DocumentFault::old_format:
      tell("bad-document", say("the document is of a format from before 2007, which vav does not read"),
           say("save it as PDF, or better: make a page of it"));
      return;
    case DocumentFault::script:
      tell("bad-document", say("the document holds code or sends something: {}", finding.where),
           say("print it to a new PDF"));
      return;
    case DocumentFault::embedded_file:
      tell("bad-document", say("other files lie in the document: {}", finding.where),
           say("print it to a new PDF, and publish the other files beside it"));
      return;
    case DocumentFault::metadata:
      tell("document-metadata", say("the document tells who made it: {}", finding.where),
           say("Word, Excel, PowerPoint: File, Info, Inspect Document, Remove All. LibreOffice: File, Properties, "
               "Reset, "
               "and accept all changes"));
      return;
    case DocumentFault::signed_metadata:
      tell("document-metadata", say("the document tells who made it, and to take that out would break its signature"),
           say("publish an edition without a signature, or link to where it is published"));
      return;
    case DocumentFault::packed_metadata:
      tell("document-metadata", say("the document tells who made it, where vav cannot take it out: {}", finding.where),
           say("write it anew and vav can: qpdf --object-streams=disable --stream-data=uncompress OLD.pdf NEW.pdf"));
      return;
  }
}

NamedImage read_named_image(const Disk& disk, const std::string& content, const std::string& file,
                            Diagnostics& diagnostics) {
  const Result<std::string> bytes = disk.read_file(join_path(content, file));
  if (!bytes) {
    report(file, bytes.failure(), diagnostics);
    return {};
  }
  const Result<ImageFacts> facts = read_image(*bytes);
  Result<std::string> clean = without_metadata(*bytes);
  if (!facts || !clean) {
    report(file, facts ? clean.failure() : facts.failure(), diagnostics);
    return {};
  }
  return {facts->width, facts->height, std::move(*clean)};
}

}  // namespace

NamedImages read_images(const Disk& disk, const std::string& content, const WovenSite& site, int threads,
                        Diagnostics& diagnostics) {
  const std::vector<std::string> files = named(site, is_image);
  std::vector<NamedImage> images(files.size());
  std::vector<Diagnostics> found(files.size());
  for_each_index(files.size(), threads,
                 [&](std::size_t i) { images[i] = read_named_image(disk, content, files[i], found[i]); });
  NamedImages all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    diagnostics.append(found[i]);
    all[files[i]] = std::move(images[i]);
  }
  return all;
}

void read_documents(const Disk& disk, const std::string& content, WovenSite& site, int threads,
                    Diagnostics& diagnostics) {
  const std::vector<std::string> files = named(site, [](const std::string& file) { return !is_image(file); });
  std::vector<std::optional<std::size_t>> sizes(files.size());
  std::vector<std::string> cleaned(files.size());
  std::vector<Diagnostics> found(files.size());
  for_each_index(files.size(), threads, [&](std::size_t i) {
    const Result<std::string> bytes = disk.read_file(join_path(content, files[i]));
    if (!bytes) return;
    sizes[i] = bytes->size();
    if (is_active(files[i])) {
      found[i].add("bad-document", {files[i], {}},
                   say("the file would act in the reader's browser like a page of the site"),
                   say("make a page of what it says, or offer it as PDF"));
      return;
    }
    // A picture is one whatever it is called.
    if (Result<std::string> picture = without_metadata(*bytes); picture && *picture != *bytes) {
      cleaned[i] = std::move(*picture);
      return;
    }
    CleanDocument document = clean_document(*bytes);
    for (const DocumentFinding& one : document.findings) report_document(files[i], one, found[i]);
    if (document.bytes != *bytes) cleaned[i] = std::move(document.bytes);
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    diagnostics.append(found[i]);
    if (sizes[i]) site.file_sizes[files[i]] = *sizes[i];
    if (!cleaned[i].empty()) site.documents[files[i]] = std::move(cleaned[i]);
  }
}

std::vector<OutputFile> named_files(const WovenSite& site, const std::string& content) {
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    const std::string folder(folder_of(site.routes.page_address[i]));
    for (const std::string& file : site.graph.files_of(i)) {
      OutputFile out{.path = join_path(folder, file_name(file)), .made_by = "the file " + file, .origin = {file, {}}};
      const auto document = site.documents.find(file);
      if (document != site.documents.end()) {
        out.bytes = document->second;
      } else if (const auto image = site.images.find(file); image == site.images.end()) {
        out.copy_from = join_path(content, file);
      } else {
        out.bytes = image->second.bytes;
        if (out.bytes.empty()) continue;  // was reported
      }
      files.push_back(std::move(out));
    }
  }
  return files;
}

}  // namespace vav
