#include "config/read_timeline.h"

#include <algorithm>

#include "base/address.h"
#include "base/date.h"
#include "config/schema_source.h"

namespace vav {
namespace {

constexpr std::string_view calendar_ending = ".ics";

bool is_date(const Field* field) {
  return field != nullptr && (field->type == FieldType::date || field->type == FieldType::partial_date);
}

std::optional<TimelineDate> read_date(MapReader& reader, const SiteConfig& config, const SchemaSource& source) {
  TimelineDate date;
  const std::string name = reader.required_text("kind");
  const std::string field = reader.required_text("date");
  const std::string under = reader.text("under");
  date.label = reader.local_text("label", config.languages);
  date.in_calendar = reader.flag("calendar", true);
  reader.finish();
  if (name.empty() || field.empty()) return std::nullopt;
  const auto index = find_kind(config.schema, reader.value("kind"), source);
  if (!index) return std::nullopt;
  const Kind& kind = config.schema.kinds[*index];
  const Field* dated = kind.find_field(field);
  if (!is_date(dated) || dated->internal) {
    reader.report(reader.value("date"), say("'{}' is no date that readers see of the kind '{}'", field, name));
    return std::nullopt;
  }
  date.kind = *index;
  date.field = static_cast<std::size_t>(dated - kind.fields.data());
  if (!under.empty()) date.under = kind.find_relation(under);
  if (!under.empty() && !date.under)
    reader.report(reader.value("under"), say("'{}' is no relation of the kind '{}'", under, name));
  return date;
}

// RFC 4151: an authority (a domain or a mailbox), a day on which it was ours, and what we choose: name.se,2026:site.
bool is_tag_start(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma == 0) return false;
  const std::string_view authority = text.substr(0, comma);
  if (authority.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_@") != std::string_view::npos) return false;
  const std::string_view rest = text.substr(comma + 1);
  const std::size_t colon = rest.find(':');
  if (!parse_date(rest.substr(0, colon))) return false;
  return colon != std::string_view::npos &&
         rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_:/", colon) == std::string_view::npos;
}

}  // namespace

void read_timeline(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader timeline(top.value("timeline"), config_format("timeline"), as_written("timeline"), top.path(), diagnostics);
  const SchemaSource source{top.path(), config.languages, diagnostics};
  for (const Value& value : timeline.list("dates")) {
    MapReader reader(value, config_format("timeline date"), say("a date of the timeline"), top.path(), diagnostics);
    if (auto date = read_date(reader, config, source)) config.timeline.dates.push_back(std::move(*date));
  }
  config.timeline.calendar = timeline.text("calendar");
  const std::string& file = config.timeline.calendar;
  const bool sound = is_address(file) && file.find('/') == std::string::npos && file.ends_with(calendar_ending);
  if (!file.empty() && !sound)
    timeline.report(timeline.value("calendar"), say("'{}' is no name for a calendar file", file),
                    say("a-z, 0-9 and hyphens, with .ics at the end: meetings.ics"));
  timeline.finish();
}

void read_feeds(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  const Value& map = top.value("feeds");
  MapReader feeds(map, config_format("feeds"), as_written("feeds"), top.path(), diagnostics);
  if (map.is_null()) return;
  const SchemaSource source{top.path(), config.languages, diagnostics};
  config.feeds.tag = feeds.required_text("tag");
  if (!config.feeds.tag.empty() && !is_tag_start(config.feeds.tag))
    feeds.report(feeds.value("tag"), say("'{}' cannot begin the ids of feeds", config.feeds.tag),
                 say("a domain of yours, a year in which it was yours, and a name: example.se,2026:site"));
  for (const Value& name : feeds.list("kinds")) {
    if (const auto kind = find_kind(config.schema, name, source)) config.feeds.kinds.push_back(*kind);
  }
  feeds.finish();
}

}  // namespace vav
