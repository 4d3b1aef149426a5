#include "serve/dress_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <vector>

#include "base/text.h"
#include "serve/overlay.h"

namespace vav {
namespace {

constexpr std::string_view self = "'self'";

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where `word` (in lower case) stands in the text, in any case.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
  const std::string_view::const_iterator found =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(), word.begin(),
                  word.end(), [](char a, char b) { return lower_ascii(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// Where the tag that begins at `start` ends: after its ">", which may also stand inside quotes.
std::size_t end_of_tag(std::string_view html, std::size_t start) {
  char quote = '\0';
  for (std::size_t i = start; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return html.size();
}

// The quoted value of an attribute of a tag, as it is written; a view into the tag.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = find_word(tag, name); at != std::string_view::npos; at = find_word(tag, name, at + 1)) {
    const std::size_t equals = at + name.size();
    const bool whole = at > 0 && std::string_view(" \t\n\r\f\"'/").find(tag[at - 1]) != std::string_view::npos;
    if (!whole || equals + 1 >= tag.size() || tag[equals] != '=') continue;
    const char quote = tag[equals + 1];
    if (quote != '"' && quote != '\'') continue;
    const std::size_t end = tag.find(quote, equals + 2);
    if (end != std::string_view::npos) return tag.substr(equals + 2, end - equals - 2);
  }
  return std::nullopt;
}

struct Directive {
  std::string name;
  std::vector<std::string> sources;
};

std::vector<Directive> read_policy(std::string_view policy) {
  std::vector<Directive> directives;
  for (const std::string_view part : split(policy, ';')) {
    Directive directive;
    const std::string words = collapse_spaces(part);
    for (const std::string_view word : split(words, ' ')) {
      if (word.empty()) continue;
      if (directive.name.empty()) {
        directive.name = word;
        std::ranges::transform(directive.name, directive.name.begin(), lower_ascii);
      } else {
        directive.sources.emplace_back(word);
      }
    }
    if (!directive.name.empty()) directives.push_back(std::move(directive));
  }
  return directives;
}

void allow_self(std::vector<std::string>& sources) {
  std::erase(sources, "'none'");
  const bool allowed =
      std::ranges::any_of(sources, [](const std::string& source) { return source == self || source == "*"; });
  if (!allowed) sources.emplace_back(self);
}

// What stands in the head of the page: all before its end, or before the body where the head's end is left out.
std::size_t end_of_head(std::string_view html) {
  const std::size_t head = find_word(html, "</head>");
  return head != std::string_view::npos ? head : std::min(find_word(html, "<body"), html.size());
}

// The policy allows no <base>, ours neither: `base` tells that one is on its way.
std::string open_tag(std::string_view tag, bool base) {
  const auto kind = attribute(tag, "http-equiv");
  const auto content = attribute(tag, "content");
  if (!kind || !content || find_word(*kind, "content-security-policy") != 0) return std::string(tag);
  std::string policy = replace_all(replace_all(*content, "&#39;", "'"), "&amp;", "&");
  policy = open_policy(policy);
  if (base) policy = replace_all(policy, "base-uri 'none'", "base-uri 'self'");
  std::string out(tag.substr(0, static_cast<std::size_t>(content->data() - tag.data()) - 1));
  out += '"' + replace_all(replace_all(policy, "&", "&amp;"), "\"", "&quot;") + '"';
  out += tag.substr(static_cast<std::size_t>(content->data() + content->size() - tag.data()) + 1);
  return out;
}

}  // namespace

std::string open_policy(std::string_view policy) {
  std::vector<Directive> directives = read_policy(policy);
  const auto find = [&](std::string_view name) { return std::ranges::find(directives, name, &Directive::name); };
  for (const char* name : {"script-src", "style-src", "connect-src"}) {
    const auto own = find(name);
    const auto general = find("default-src");
    if (own != directives.end()) {
      allow_self(own->sources);
    } else if (general != directives.end()) {
      Directive added = {name, general->sources};
      allow_self(added.sources);
      directives.push_back(std::move(added));
    }
    // What no directive speaks of is allowed.
  }
  std::string out;
  for (const Directive& directive : directives) {
    if (!out.empty()) out += "; ";
    out += directive.name;
    for (const std::string& source : directive.sources) out += " " + source;
  }
  return out;
}

std::string dress_page(std::string_view html, const Dressing& dressing) {
  const std::string script =
      fmt::format("<script src=\"{}\" data-vav-mark=\"{}\" defer></script>\n", script_address, dressing.mark);
  const std::size_t head_end = end_of_head(html);
  std::string out;
  out.reserve(html.size() + script.size());
  std::size_t done = 0;
  for (std::size_t at = find_word(html, "<meta"); at < head_end; at = find_word(html, "<meta", at + 1)) {
    const std::size_t end = end_of_tag(html, at);
    out += html.substr(done, at - done);
    out += open_tag(html.substr(at, end - at), !dressing.base.empty());
    done = end;
  }
  // After the policies and before everything that is loaded: <base> must come first.
  if (!dressing.base.empty() && done > 0) out += fmt::format("\n<base href=\"{}\">", escape_html(dressing.base));
  const std::size_t place = std::max(head_end, done);
  out += html.substr(done, place - done);
  out += script;
  out += html.substr(place);
  return out;
}

}  // namespace vav
