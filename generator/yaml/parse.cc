#include "yaml/parse.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/text.h"
#include "yaml/scalar.h"
#include "yaml/traps.h"

namespace vav {
namespace {

// Turns yaml-cpp's events into a Value. Events, not its Node tree: they tell anchors, cost a tenth, and an alias is
// seen before it is followed.
class ValueMaker : public YAML::EventHandler {
 public:
  ValueMaker(std::string_view text, std::string path, int first_line, const YamlLimits& limits,
             Diagnostics& diagnostics)
      : lines_(split_lines(text)),
        path_(std::move(path)),
        first_line_(first_line),
        limits_(limits),
        diagnostics_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(Value().at_place(place(mark, 1)), mark);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse_anchor(mark, 1);
    add(Value().at_place(place(mark, 1)), mark);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_anchor(mark, anchor);
    const bool plain = tag == "?";
    const Place where = place(mark, static_cast<int>(count_characters(text)) + (plain ? 0 : 2));
    if (plain && looks_octal(text) && !expects_key()) {
      diagnostics_.add("octal-number", {path_, where},
                       say("'{}' starts with a zero and could be read as an octal number", text),
                       say("write \"{}\" in quotes, or leave out the zero", text));
    }
    add((plain ? plain_scalar(text) : Value(text)).at_place(where), mark, text);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    refuse_anchor(mark, anchor);
    open_.push_back({.is_map = false, .place = place(mark, 1)});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    refuse_anchor(mark, anchor);
    open_.push_back({.is_map = true, .place = place(mark, 1)});
  }
  void OnMapEnd() override { close(); }

  // yaml-cpp counts lines from 0 and columns in bytes.
  Place place(const YAML::Mark& mark, int length) const {
    if (mark.line < 0) return {first_line_, 1, 1};
    const auto line = static_cast<std::size_t>(mark.line);
    std::size_t column = static_cast<std::size_t>(std::max(mark.column, 0));
    if (line < lines_.size()) column = count_characters(lines_[line].substr(0, column));
    return {first_line_ + mark.line, static_cast<int>(column) + 1, std::max(length, 1)};
  }

  const Value& result() const { return result_; }
  // Where the outermost list or map below the document's own opens.
  Place outermost() const { return open_.size() > 1 ? open_[1].place : Place{first_line_, 1, 1}; }
  bool too_large() const { return values_ > limits_.values; }

 private:
  struct Container {
    bool is_map = false;
    Place place;
    List items = {};
    Entries entries = {};
    bool has_key = false;
    bool key_refused = false;
    std::string key = {};
    Place key_place = {};
  };

  bool expects_key() const { return !open_.empty() && open_.back().is_map && !open_.back().has_key; }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    diagnostics_.add("yaml-anchor", {path_, place(mark, 1)},
                     say("YAML anchors and aliases (& and *) are not allowed here"),
                     say("write the value out, or put quotes round a text that starts with & or *"));
  }

  void add(Value value, const YAML::Mark& mark, const std::string& text = {}) {
    ++values_;
    if (too_large()) return;
    if (open_.empty()) {
      result_ = std::move(value);
      return;
    }
    Container& top = open_.back();
    if (!top.is_map) {
      top.items.push_back(std::move(value));
    } else if (!top.has_key) {
      take_key(top, text, place(mark, static_cast<int>(count_characters(text))));
    } else {
      top.has_key = false;
      if (!top.key_refused) top.entries.push_back({top.key, std::move(value), top.key_place});
    }
  }

  void take_key(Container& map, const std::string& key, const Place& where) {
    map.has_key = true;
    map.key = key;
    map.key_place = where;
    map.key_refused = false;
    for (const Entry& entry : map.entries) {
      if (entry.key != key) continue;
      map.key_refused = true;
      diagnostics_.add("duplicate-key", {path_, where}, say("the key '{}' stands twice", key),
                       say("it stands on line {} already", entry.key_place.line));
    }
  }

  void close() {
    Container done = std::move(open_.back());
    open_.pop_back();
    Value value = done.is_map ? Value(std::move(done.entries)) : Value(std::move(done.items));
    YAML::Mark mark;
    mark.line = done.place.line - first_line_;
    mark.column = 0;
    add(std::move(value).at_place(done.place), mark);
  }

  std::vector<std::string_view> lines_;
  std::string path_;
  int first_line_;
  YamlLimits limits_;
  Diagnostics& diagnostics_;
  std::vector<Container> open_;
  Value result_;
  std::size_t values_ = 0;
};

// What is likely meant, said in the words of someone who writes pages.
Wording hint_for(const std::string& message) {
  if (message.find("end of map") != std::string::npos)
    return say("check the indentation: keys of one map start in the same column");
  if (message.find("flow") != std::string::npos) return say("a bracket that opens must also close");
  return say("check quotation marks, colons and indentation on this line and the one above");
}

bool is_acceptable(std::string_view text, const std::string& path, int first_line, const YamlLimits& limits,
                   Diagnostics& diagnostics) {
  if (text.size() > limits.bytes) {
    diagnostics.add(
        "front-matter-too-large", {path, {first_line, 1, 1}},
        say("{} KB of YAML is more than the {} KB allowed", (text.size() + 1023) / 1024, limits.bytes / 1024));
    return false;
  }
  if (const auto bad = find_invalid_utf8(text)) {
    const LineColumn at = locate(text, *bad);
    diagnostics.add("bad-utf8", {path, {first_line + at.line - 1, at.column, 1}}, say("this is not valid UTF-8"),
                    say("save the file as UTF-8"));
    return false;
  }
  // A parser reads one document and leaves the rest unread.
  const auto lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool opens = lines[i] == "---" || lines[i].starts_with("--- ");
    const bool ends = lines[i].starts_with('.') && trim(lines[i]) == "...";  // indented it is text
    if ((i == 0 && opens) || (!opens && !ends)) continue;
    diagnostics.add("bad-yaml", {path, {first_line + static_cast<int>(i), 1, 3}},
                    say("a second document begins here; nothing after this line would be read"),
                    say("remove the line"));
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    const LineColumn at = locate(text, nul);
    diagnostics.add("bad-yaml", {path, {first_line + at.line - 1, at.column, 1}}, say("a NUL character stands here"),
                    say("remove it"));
    return false;
  }
  return true;
}

// "title:Text" is a text, or a key without value, to YAML. Reports those and leaves them out.
Value without_run_together(const Value& value, const Diagnostics& missing_spaces, Diagnostics& diagnostics) {
  if (missing_spaces.empty()) return value;
  if (value.is_text()) {
    diagnostics.append(missing_spaces);
    return {};
  }
  if (!value.is_map()) return value;
  Entries entries;
  for (const Entry& entry : *value.entries()) {
    const auto trap = std::ranges::find_if(missing_spaces.all(), [&](const Diagnostic& one) {
      return one.span.place.line == entry.key_place.line && entry.value.is_null();
    });
    if (trap == missing_spaces.all().end()) {
      entries.push_back(entry);
    } else {
      diagnostics.all().push_back(*trap);
    }
  }
  return Value(std::move(entries)).at_place(value.place());
}

}  // namespace

Value parse_yaml(std::string_view text, const std::string& path, int first_line, const YamlLimits& limits,
                 Diagnostics& diagnostics) {
  if (!is_acceptable(text, path, first_line, limits, diagnostics)) return {};
  // yaml-cpp takes an unterminated quote in silence when the text ends in a newline.
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  const YamlTraps traps = find_yaml_traps(text, path, first_line);
  ValueMaker maker(text, path, first_line, limits, diagnostics);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(maker);
    if (maker.too_large()) {
      diagnostics.add("front-matter-too-large", {path, {first_line, 1, 1}}, say("more than {} values", limits.values));
      return {};
    }
    diagnostics.append(traps.warnings);
    return without_run_together(maker.result(), traps.missing_spaces, diagnostics);
  } catch (const YAML::Exception& problem) {
    // yaml-cpp has no name of its own for what nests too deep.
    if (problem.msg == YAML::ErrorMsg::BAD_FILE) {
      diagnostics.add("bad-yaml", {path, maker.outermost()}, say("lists and maps nest deeper here than any page needs"),
                      say("is a bracket or a dash repeated by mistake?"));
      return {};
    }
    if (traps.errors.has_errors()) {
      diagnostics.append(traps.errors);
      return {};
    }
    diagnostics.add("bad-yaml", {path, maker.place(problem.mark, 1)}, say("the YAML cannot be read: {}", problem.msg),
                    hint_for(problem.msg));
    return {};
  }
}

}  // namespace vav
