#include "config/read_sections.h"

#include "config/read_paths.h"

namespace vav {
namespace {

GatheredSection read_section(const Value& value, std::size_t own_kind, const Schema& schema,
                             const SchemaSource& source) {
  MapReader reader(value, config_format("section"), say("a section of '{}'", schema.kinds[own_kind].id), source.path,
                   source.diagnostics);
  GatheredSection section;
  section.label = reader.local_text("label", source.languages);
  section.empty = reader.local_text("empty", source.languages);
  const List via = reader.list("via");
  section.paths = read_paths(via, {own_kind}, nullptr, schema, source);
  if (section.label.empty() || via.empty()) reader.report(value, say("a section must have a label and a 'via'"));
  reader.finish();
  return section;
}

}  // namespace

std::vector<GatheredSection> read_sections(const Value& list, std::size_t own_kind, const Schema& schema,
                                           const SchemaSource& source) {
  std::vector<GatheredSection> sections;
  for (const Value& value : list.items()) sections.push_back(read_section(value, own_kind, schema, source));
  return sections;
}

}  // namespace vav
