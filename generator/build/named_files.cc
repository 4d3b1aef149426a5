#include "build/named_files.h"

#include <algorithm>
#include <array>

#include "base/address.h"
#include "base/parallel.h"
#include "base/unicode.h"
#include "images/image.h"

namespace vav {
namespace {

bool is_image(const std::string& file) {
  static constexpr std::array<std::string_view, 6> endings = {"png", "jpg", "jpeg", "gif", "webp", "svg"};
  return std::ranges::find(endings, to_lower(extension(file))) != endings.end();
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
  std::set<std::string> named;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    for (const std::string& file : site.graph.files_of(i)) {
      if (is_image(file)) named.insert(file);
    }
  }
  const std::vector<std::string> files(named.begin(), named.end());
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

FileSizes read_file_sizes(const Disk& disk, const std::string& content, const WovenSite& site) {
  FileSizes sizes;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    for (const std::string& file : site.graph.files_of(i)) {
      if (is_image(file) || sizes.contains(file)) continue;
      if (const Result<std::string> bytes = disk.read_file(join_path(content, file))) sizes[file] = bytes->size();
    }
  }
  return sizes;
}

std::vector<OutputFile> named_files(const WovenSite& site, const std::string& content) {
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    const std::string folder(folder_of(site.routes.page_address[i]));
    for (const std::string& file : site.graph.files_of(i)) {
      OutputFile out{.path = join_path(folder, file_name(file)), .made_by = "the file " + file, .origin = {file, {}}};
      if (const auto image = site.images.find(file); image == site.images.end()) {
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
