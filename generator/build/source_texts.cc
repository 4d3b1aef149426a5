#include "build/source_texts.h"

#include "base/address.h"
#include "base/text.h"
#include "markdown/document.h"

namespace vav {
namespace {

// Markdown as a reader sees it. What is wrong in it is no matter of ours.
std::string without_markup(const std::string& text, const std::string& path) {
  Diagnostics unheeded;
  const Document document = parse_markdown(text, path, 1, unheeded);
  std::vector<std::string> blocks;
  for (const TextBlock& block : document.text()) blocks.push_back(block.text);
  return join(blocks, "\n");
}

}  // namespace

SourceTexts read_source_texts(const Disk& disk, const BuildOptions& options, const WovenSite& site,
                              Diagnostics& diagnostics) {
  SourceTexts texts{.of_sources = source_kinds(site.config.schema), .by_page = {}};
  const std::string& named = site.config.sources;
  const std::string folder = !options.sources.empty() ? options.sources
                             : named.empty()          ? ""
                                                      : join_path(options.content, named);
  if (folder.empty()) return texts;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (!texts.of_sources[page.kind] || page.role != SourceRole::page || !site.on_site[i]) continue;
    for (const std::string_view end : {".txt", ".md"}) {
      const std::string path = join_path(folder, page.id + std::string(end));
      if (disk.type_of(path, true) != FileType::file) continue;
      const Result<std::string> text = disk.read_file(path);
      if (!text) {
        diagnostics.add("unreadable-file", {page.path, {}}, as_written(text.failure().message),
                        as_written(text.failure().hint));
      } else if (find_invalid_utf8(*text)) {
        diagnostics.add("bad-utf8", {page.path, {}}, say("the text of {} that is at hand is not valid UTF-8", page.id),
                        say("save the file as UTF-8"));
      } else {
        texts.by_page.emplace(
            i, std::make_shared<const Words>(words_of(end == ".md" ? without_markup(*text, path) : *text)));
      }
      break;
    }
  }
  return texts;
}

}  // namespace vav
