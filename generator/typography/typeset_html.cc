#include "typography/typeset_html.h"

#include <algorithm>

#include "base/text.h"
#include "typography/rules.h"
#include "typography/tags.h"

namespace vav {
namespace {

enum class Script { swedish, english, other };

Script script_of(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "sv" || primary == "SV") return Script::swedish;
  return primary == "en" || primary == "EN" ? Script::english : Script::other;
}

// In large type, where long words are wider than a narrow page.
bool is_heading(std::string_view name) {
  return name == "h1" || name == "h2" || name == "h3";
}

bool ends_address(char32_t c) {
  return is_quote(c) || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == ']';
}

bool stands_at(const Flow& flow, std::size_t i, std::string_view ascii) {
  for (std::size_t k = 0; k < ascii.size(); ++k)
    if (at(flow, i + k) != static_cast<char32_t>(ascii[k])) return false;
  return true;
}

// Web addresses and mailboxes, without the marks around them.
void fix_addresses(Flow& flow) {
  for (std::size_t begin = 0; begin < flow.size();) {
    std::size_t end = begin;
    bool address = false;
    for (; end < flow.size() && !is_space(flow[end].value); ++end)
      address = address || flow[end].value == '@' || (flow[end].value == ':' && stands_at(flow, end, "://")) ||
                (flow[end].value == 'w' && stands_at(flow, end, "www."));
    if (address) {
      std::size_t first = begin, last = end;
      while (first < last && opens(flow[first].value)) ++first;
      while (last > first && ends_address(flow[last - 1].value)) --last;
      for (std::size_t i = first; i < last; ++i) flow[i].fixed = true;
    }
    begin = end + 1;
  }
}

// Whether any rule could find something to do.
bool is_worth_it(const Flow& flow) {
  for (std::size_t i = 0; i < flow.size(); ++i) {
    const char32_t c = flow[i].value;
    if (is_digit(c) || is_quote(c) || c == 0xA7) return true;
    if (c == '-' && is_space(before(flow, i))) return true;
    // An ellipsis, or an abbreviation that goes on after a space.
    if (c == '.' && (at(flow, i + 1) == '.' || is_space(at(flow, i + 1)))) return true;
  }
  return false;
}

void set_signs(Flow& flow, Script script, std::vector<Edit>& edits) {
  set_ellipses(flow, edits);
  if (script == Script::swedish)
    set_swedish_quotes(flow);
  else
    set_english_quotes(flow);
  set_dashes(flow, edits);
  set_spaces(flow, script == Script::swedish ? swedish_spaces() : english_spaces());
  for (const Character& c : flow)
    if (c.value != c.written) edits.push_back({c.begin, c.length, c.value});
}

void typeset(Flow& flow, Script script, std::span<const WordBreak> breaks, std::vector<Edit>& edits) {
  const bool has_signs = script != Script::other && is_worth_it(flow);
  if (!has_signs && breaks.empty()) return;
  fix_addresses(flow);
  if (has_signs) set_signs(flow, script, edits);
  set_breaks(flow, breaks, edits);
}

// Walks the page once. Text gathers in the flow of its block; an element that stands apart, or is in another language,
// has a flow of its own and is one character of the flow around it.
class Typesetter {
 public:
  Typesetter(std::string_view html, std::string_view language, std::span<const WordBreak> breaks)
      : html_(html), breaks_(breaks) {
    flows_.push_back({{}, script_of(language)});
  }

  std::string run() {
    std::size_t at = 0;
    while (at < html_.size()) {
      const auto tag = html_[at] == '<' ? read_tag(html_, at) : std::nullopt;
      if (tag) {
        visit_tag(*tag);
        at = tag->end;
      } else {
        const std::size_t end = std::min(html_.find('<', at + 1), html_.size());
        if (verbatim_ == 0) add_text(at, end);
        at = end;
      }
    }
    while (!flows_.empty()) end_flow();
    return edited();
  }

 private:
  struct OpenFlow {
    Flow text;
    Script script;
  };
  struct OpenElement {
    std::string name;
    TextRole role = TextRole::block;
    bool apart = false;  // it has a flow of its own
  };

  void visit_tag(const Tag& tag) {
    if (tag.name.empty()) return;
    if (tag.closes) {
      close(tag.name);
      return;
    }
    const Script outer = flows_.back().script;
    const Script script = tag.language ? script_of(*tag.language) : outer;
    if (tag.role == TextRole::block) end_block();
    // Words in another language are to those around them what a picture is.
    const bool apart = tag.role == TextRole::apart || tag.role == TextRole::verbatim || script != outer;
    if (tag.empty) {
      if (apart && tag.role != TextRole::block) add_something_else();
      return;
    }
    open_.push_back({tag.name, tag.role, apart});
    if (apart) flows_.push_back({{}, script});
    if (tag.role == TextRole::verbatim) ++verbatim_;
    if (is_heading(tag.name)) ++headings_;
  }

  // Elements that their authors left open end with the one around them.
  void close(std::string_view name) {
    if (std::ranges::find(open_, name, &OpenElement::name) == open_.end()) return;
    for (bool found = false; !found;) {
      const OpenElement element = std::move(open_.back());
      open_.pop_back();
      found = element.name == name;
      if (element.role == TextRole::verbatim) --verbatim_;
      if (element.apart) {
        end_flow();
        add_something_else();
      }
      if (element.role == TextRole::block) end_block();
      if (is_heading(element.name)) --headings_;
    }
  }

  void end_block() {
    typeset(flows_.back().text, flows_.back().script, headings_ > 0 ? breaks_ : std::span<const WordBreak>(), edits_);
    flows_.back().text.clear();
  }

  void end_flow() {
    end_block();
    flows_.pop_back();
  }

  void add_character(const Character& character) { flows_.back().text.push_back(character); }

  void add_something_else() { add_character({something_else, something_else, 0, 0, true}); }

  void add_text(std::size_t begin, std::size_t end) {
    // White space between elements is layout, not text: a no-break space would be seen there.
    const bool blank = is_blank(html_.substr(begin, end - begin));
    for (std::size_t at = begin; at < end;) {
      const std::size_t start = at;
      char32_t character = 0;
      if (html_[at] == '&') {
        const Reference reference = read_reference(html_, at);
        character = reference.character;
        at += reference.length;
      } else if (static_cast<unsigned char>(html_[at]) < 0x80) {
        character = static_cast<unsigned char>(html_[at++]);
      } else {
        character = decode_character(html_, at);
      }
      add_character(
          {character, character, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at - start), blank});
    }
  }

  std::string edited() {
    std::ranges::sort(edits_, {}, &Edit::begin);
    std::string out;
    out.reserve(html_.size() + edits_.size() * 2);
    std::size_t done = 0;
    for (const Edit& edit : edits_) {
      out += html_.substr(done, edit.begin - done);
      if (edit.replacement != 0) append_utf8(out, edit.replacement);
      done = edit.begin + edit.length;
    }
    out += html_.substr(done);
    return out;
  }

  std::string_view html_;
  std::span<const WordBreak> breaks_;
  std::vector<OpenFlow> flows_;
  std::vector<OpenElement> open_;
  int verbatim_ = 0, headings_ = 0;
  std::vector<Edit> edits_;
};

}  // namespace

std::string typeset_html(std::string_view html, std::string_view language, std::span<const WordBreak> breaks) {
  return Typesetter(html, language, breaks).run();
}

}  // namespace vav
