#include "render/sections_cited.h"

namespace vav {

List sections_cited(std::size_t page, const SiteModel& model, const SiteData& data) {
  const std::string& language = model.pages[page].lang;
  List all;
  for (const CitedList& list : model.graph.cited_lists_of(page)) {
    const FieldValues& given = *model.pages[page].find_field(list.field);
    for (const CitedPart& part : list.parts) {
      std::vector<std::size_t> pages = part.pages;
      data.sort(pages);
      List links;
      for (const std::size_t one : pages) links.push_back(data.card(data.in_language(one, language), language));
      all.push_back(Value::map(
          {{"name", part.name}, {"pages", given.values[part.value].at("pages").text_or_empty()}, {"links", links}}));
    }
  }
  return all;
}

}  // namespace vav
