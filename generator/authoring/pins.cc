#include "authoring/pins.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "base/text.h"
#include "config/common_fields.h"
#include "pages/source_file.h"

namespace vav {
namespace {

constexpr std::size_t none = std::string_view::npos;

// Bytes [begin, end) of the file become `text`.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

class PinWriter {
 public:
  PinWriter(std::string_view text, const Page& page) : text_(text), page_(page) {
    for (std::size_t at = 0; at != none; at = text_.find('\n', at) == none ? none : text_.find('\n', at) + 1)
      lines_.push_back(at);
  }

  // False = it cannot be written where the reference stands.
  bool add(const NewPin& pin) {
    const Reference& reference = page_.references[pin.reference];
    const std::size_t before = edits_.size();
    if (!reference.pin.text.empty())
      renew(reference.pin, pin.pin);
    else if (reference.map_place.line > 0)
      add_key(reference, pin.pin);
    else
      wrap(reference, pin.pin);
    return edits_.size() > before;
  }

  std::string write() {
    std::ranges::stable_sort(edits_, {}, &Edit::begin);
    std::string result;
    std::size_t done = 0;
    for (const Edit& edit : edits_) {
      result += text_.substr(done, edit.begin - done);
      result += edit.text;
      done = edit.end;
    }
    return result += text_.substr(done);
  }

 private:
  // Where the character stands that the place names; none when the file has no such.
  std::size_t offset_of(const Place& place) const {
    const auto line = static_cast<std::size_t>(place.line);
    if (line < 1 || line > lines_.size()) return none;
    std::size_t at = lines_[line - 1];
    for (int column = 1; column < place.column; ++column) {
      if (at >= text_.size() || text_[at] == '\n') return none;
      decode_character(text_, at);
    }
    return at;
  }

  void renew(const WrittenName& old, const std::string& pin) {
    std::size_t at = offset_of(old.place);
    if (at == none) return;
    if (at < text_.size() && (text_[at] == '"' || text_[at] == '\'')) ++at;
    if (text_.substr(at, old.text.size()) == old.text) edits_.push_back({at, at + old.text.size(), pin});
  }

  // The end of the value that starts at `at`, quotation marks included; none when it runs over several lines.
  std::size_t end_of_value(std::size_t at, int length) const {
    const char quote = text_[at];
    std::size_t end = at;
    if (quote == '"' || quote == '\'') {
      for (++end; end < text_.size() && text_[end] != '\n'; ++end) {
        if (quote == '"' && text_[end] == '\\') {
          ++end;
        } else if (text_[end] == quote) {
          if (quote == '"' || text_.substr(end + 1, 1) != "'") return end + 1;
          ++end;
        }
      }
      return none;
    }
    for (int i = 0; i < length; ++i) {
      if (end >= text_.size() || text_[end] == '\n' || text_[end] == '\r') return none;
      decode_character(text_, end);
    }
    return end;
  }

  void add_key(const Reference& reference, const std::string& pin) {
    const std::size_t map = offset_of(reference.map_place);
    const std::size_t target = offset_of(reference.target.place);
    if (map == none || target == none || target >= text_.size()) return;
    const std::size_t end = end_of_value(target, reference.target.place.length);
    if (end == none) return;
    if (text_[map] == '{') {
      edits_.push_back({end, end, fmt::format(", {}: {}", pin_key, pin)});
      return;
    }
    // A line of its own below, as far in as the key before it.
    const std::size_t line_end = text_.find('\n', end);
    if (line_end == none) return;
    const bool two_bytes = line_end > 0 && text_[line_end - 1] == '\r';
    const std::string indent(static_cast<std::size_t>(reference.map_place.column - 1), ' ');
    const std::string line = fmt::format("{}{}: {}{}", indent, pin_key, pin, two_bytes ? "\r\n" : "\n");
    edits_.push_back({line_end + 1, line_end + 1, line});
  }

  void wrap(const Reference& reference, const std::string& pin) {
    const std::size_t target = offset_of(reference.target.place);
    if (target == none || target >= text_.size()) return;
    const std::size_t end = end_of_value(target, reference.target.place.length);
    if (end == none) return;
    // What is a plain name outside of braces may end early within them.
    const std::string_view name = text_.substr(target, end - target);
    const bool quoted = name.starts_with('"') || name.starts_with('\'');
    const std::string_view mark = !quoted && name.find_first_of(",[]{}") != none ? "\"" : "";
    edits_.push_back({target, target, fmt::format("{{{}: {}", target_key, mark)});
    edits_.push_back({end, end, fmt::format("{}, {}: {}}}", mark, pin_key, pin)});
  }

  std::string_view text_;
  const Page& page_;
  std::vector<std::size_t> lines_;  // where each begins
  std::vector<Edit> edits_;
};

bool says_the_same(const Page& before, const Page& after, const std::vector<NewPin>& pins) {
  if (before.title != after.title || before.summary != after.summary || before.fields.size() != after.fields.size() ||
      before.references.size() != after.references.size())
    return false;
  for (std::size_t i = 0; i < before.references.size(); ++i) {
    const Reference& old = before.references[i];
    const Reference& now = after.references[i];
    const auto pin = std::ranges::find(pins, i, &NewPin::reference);
    const std::string& wanted = pin == pins.end() ? old.pin.text : pin->pin;
    if (old.relation != now.relation || old.target.text != now.target.text || old.passage != now.passage ||
        !(old.extra == now.extra) || now.pin.text != wanted)
      return false;
  }
  return true;
}

}  // namespace

Result<std::string> with_pins(std::string_view bytes, const Page& page, const std::vector<NewPin>& pins,
                              const SiteConfig& config) {
  const std::string_view mark = bytes.starts_with(byte_order_mark) ? byte_order_mark : std::string_view();
  const std::string_view text = bytes.substr(mark.size());
  PinWriter writer(text, page);
  for (const NewPin& pin : pins) {
    if (writer.add(pin)) continue;
    const Place& at = page.references[pin.reference].target.place;
    return Failure{fmt::format("{}:{}:{}: the pin cannot be written here", page.path, at.line, at.column),
                   "write the reference on one line: {ref: ID#PASSAGE}"};
  }
  std::string changed = writer.write();
  Diagnostics findings;
  SourceFile source{.path = page.path, .text = changed, .role = page.role, .kind = page.kind, .id = page.id};
  source.lang = page.lang;
  const Page after = parse_page(source, config, findings);
  if (!says_the_same(page, after, pins))
    return Failure{fmt::format("{}: with the pins written the file would not say the same", page.path),
                   "write the references as maps: {ref: ID#PASSAGE}"};
  return std::string(mark) + changed;
}

}  // namespace vav
