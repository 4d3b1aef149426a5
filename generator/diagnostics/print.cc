#include "diagnostics/print.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

constexpr int most_shown_columns = 160;

// The line with a caret under the place, or "" when there is no such line. Tabs stay tabs in both rows, so that they
// line up.
std::string excerpt(std::string_view text, const Place& place) {
  const auto lines = split_lines(text);
  if (place.line < 1 || static_cast<std::size_t>(place.line) > lines.size()) return {};
  const std::string_view line = lines[static_cast<std::size_t>(place.line) - 1];
  if (find_invalid_utf8(line)) return {};
  std::string shown;
  std::string carets;
  int column = 1;
  for (std::size_t offset = 0; offset < line.size() && column <= most_shown_columns; ++column) {
    const char32_t character = decode_character(line, offset);
    append_utf8(shown, character);
    if (column < place.column) {
      carets += character == '\t' ? '\t' : ' ';
    } else if (column == place.column) {
      carets += '^';
    } else if (column < place.column + place.length) {
      carets += '~';
    }
  }
  if (place.column >= column) carets += '^';
  return fmt::format("  {}\n  {}\n", shown, carets);
}

// Names of files and decoded addresses may be no UTF-8, which what programs read must be.
std::string as_utf8(const std::string& text) {
  return find_invalid_utf8(text) ? to_utf8(to_utf16(text)) : text;
}

Value as_value(const Diagnostic& d, std::string_view language) {
  return Value::map({{"id", d.id},
                     {"severity", severity_name(d.severity)},
                     {"path", as_utf8(d.span.path)},
                     {"line", d.span.place.line},
                     {"column", d.span.place.column},
                     {"length", d.span.place.length},
                     {"message", as_utf8(d.message.in(language))},
                     {"hint", as_utf8(d.hint.in(language))}});
}

// A path as a URI reference (RFC 3986).
std::string as_uri(std::string_view path) {
  constexpr std::string_view plain = "/-._~!$&'()*+,;=@";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_plain || plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

Value as_sarif_result(const Diagnostic& d, std::string_view language, const std::string& folder) {
  const Place place = d.span.place.line > 0 ? d.span.place : Place{1, 1, 0};
  const Value region = Value::map({{"startLine", place.line},
                                   {"startColumn", std::max(place.column, 1)},
                                   {"endColumn", std::max(place.column, 1) + place.length}});
  const std::string uri = as_uri(normal_path(join_path(folder, d.span.path)));
  const Value location = Value::map(
      {{"physicalLocation", Value::map({{"artifactLocation", Value::map({{"uri", uri}})}, {"region", region}})}});
  const std::string& message = d.message.in(language);
  const std::string text = d.hint.empty() ? message : message + " " + d.hint.in(language);
  return Value::map({{"ruleId", d.id},
                     {"level", severity_name(d.severity)},
                     {"message", Value::map({{"text", as_utf8(text)}})},
                     {"locations", List{location}}});
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string to_text(const Diagnostic& d, const TextStyle& style, const SourceText& source) {
  const char* colour = d.severity == Severity::error ? "\033[1;31m" : "\033[1;33m";
  std::string out = style.path_prefix + d.span.path;
  if (d.span.place.line > 0) out += fmt::format(":{}:{}", d.span.place.line, d.span.place.column);
  out += ": ";
  out += style.colour ? fmt::format("{}{}:\033[0m", colour, severity_name(d.severity))
                      : fmt::format("{}:", severity_name(d.severity));
  out += fmt::format(" [{}] {}\n", d.id, d.message.in(style.language));
  if (source) out += excerpt(source(d.span.path), d.span.place);
  if (!d.hint.empty()) out += fmt::format("  hint: {}\n", d.hint.in(style.language));
  return out;
}

std::string to_json(const Diagnostics& diagnostics, std::string_view language) {
  List all;
  for (const Diagnostic& d : diagnostics.all()) all.push_back(as_value(d, language));
  return to_pretty_json(all) + "\n";
}

std::string to_sarif(const Diagnostics& diagnostics, std::string_view language, const std::string& folder) {
  List results;
  for (const Diagnostic& d : diagnostics.all()) results.push_back(as_sarif_result(d, language, folder));
  List rules;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    rules.push_back(
        Value::map({{"id", kind.id}, {"shortDescription", Value::map({{"text", kind.explained().in(language)}})}}));
  }
  const Value driver = Value::map({{"name", "vav"}, {"rules", rules}});
  const Value run = Value::map(
      {{"tool", Value::map({{"driver", driver}})}, {"columnKind", "unicodeCodePoints"}, {"results", results}});
  return to_pretty_json(Value::map({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                                    {"version", "2.1.0"},
                                    {"runs", List{run}}})) +
         "\n";
}

}  // namespace vav
