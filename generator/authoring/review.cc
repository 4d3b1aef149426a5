#include "authoring/review.h"

#include <algorithm>
#include <map>

#include "base/address.h"

namespace vav {
namespace {

// A file as it is to become.
struct ChangedFile {
  std::string path;
  std::string before, after;
};

std::string unfinished(const std::string& path) {
  return join_path(folder_of(path), "." + std::string(file_name(path)) + ".new");
}

// Written beside the file, with its permissions, and put in its place at one stroke.
Result<void> prepare(Disk& disk, const std::string& path, const std::string& bytes) {
  const std::string place = unfinished(path);
  if (Result<void> written = disk.write_file(place, bytes); !written) return written;
  disk.copy_permissions(path, place);
  return {};
}

Result<void> write_all(Disk& disk, const std::vector<ChangedFile>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    Result<void> prepared = prepare(disk, files[i].path, files[i].after);
    if (prepared) continue;
    for (std::size_t done = 0; done <= i; ++done) (void)disk.remove(unfinished(files[done].path));
    return prepared;
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    Result<void> renamed = disk.rename(unfinished(files[i].path), files[i].path);
    if (renamed) continue;
    for (std::size_t rest = i; rest < files.size(); ++rest) (void)disk.remove(unfinished(files[rest].path));
    for (std::size_t done = 0; done < i; ++done) {
      if (prepare(disk, files[done].path, files[done].before))
        (void)disk.rename(unfinished(files[done].path), files[done].path);
    }
    return renamed;
  }
  return {};
}

}  // namespace

std::vector<LinkToReview> links_to_review(std::size_t item, bool pin, const ReviewInputs& inputs) {
  std::vector<LinkToReview> links;
  std::vector<std::size_t> family = inputs.graph.family_of(item);
  std::ranges::sort(family);
  for (const std::size_t page : family) {
    for (const std::size_t number : inputs.graph.outgoing(page)) {
      const Reference& reference = inputs.pages[page].references[inputs.graph.relations()[number].reference];
      if (const Suspect* suspect = inputs.suspects.of(number)) {
        links.push_back({number, suspect->expected, suspect->actual});
      } else if (pin && reference.pin.text.empty() && !reference.passage.empty()) {
        const auto text = text_behind(inputs.graph.relations()[number], inputs.pages, inputs.config.schema);
        if (text) links.push_back({number, "", pin_of(*text)});
      }
    }
  }
  return links;
}

Result<void> write_pins(Disk& disk, const std::string& content, const std::vector<LinkToReview>& links,
                        const ReviewInputs& inputs) {
  std::map<std::size_t, std::vector<NewPin>> by_page;
  for (const LinkToReview& link : links) {
    const Relation& relation = inputs.graph.relations()[link.relation];
    by_page[relation.from].push_back({relation.reference, link.new_pin});
  }
  std::vector<ChangedFile> files;
  for (const auto& [number, pins] : by_page) {
    const Page& page = inputs.pages[number];
    ChangedFile file{.path = join_path(content, page.path), .before = {}, .after = {}};
    Result<std::string> bytes = disk.read_file(file.path);
    if (!bytes) return bytes.failure();
    Result<std::string> changed = with_pins(*bytes, page, pins, inputs.config);
    if (!changed) return changed.failure();
    file.before = std::move(*bytes);
    file.after = std::move(*changed);
    files.push_back(std::move(file));
  }
  return write_all(disk, files);
}

}  // namespace vav
