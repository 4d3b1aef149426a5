// One page, as a browser's parser sees it (gumbo): its links, its anchors, and what it must not hold.
#include <algorithm>
#include <array>
#include <cctype>
#include <gumbo.h>
#include <memory>
#include <optional>
#include <tuple>

#include "audit/file_facts.h"
#include "audit/policy.h"
#include "base/hash.h"
#include "base/line_index.h"
#include "base/personal_number.h"
#include "base/text.h"
#include "base/white_space.h"

namespace vav {
namespace {

std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return to_lower_ascii({name.data, name.length});
}

// Whether one of the words of a rel attribute makes the browser fetch the target, or open a connection for it.
bool is_loading_rel(std::string_view rel) {
  constexpr std::array<std::string_view, 12> loading = {
      "stylesheet", "icon",         "preload",  "modulepreload",    "prefetch",  "prerender",
      "preconnect", "dns-prefetch", "manifest", "apple-touch-icon", "mask-icon", "pingback"};
  return std::ranges::any_of(split(collapse_spaces(rel), ' '), [&](std::string_view word) {
    return std::ranges::find(loading, to_lower_ascii(word)) != loading.end();
  });
}

// The URLs of a srcset, as the standard splits it: a URL may hold commas, but not end in one.
std::vector<std::string> srcset_urls(std::string_view srcset) {
  std::vector<std::string> urls;
  const std::string_view spaces = " \t\r\n\f";
  std::size_t at = 0;
  while ((at = srcset.find_first_not_of(" \t\r\n\f,", at)) != std::string_view::npos) {
    const std::size_t end = std::min(srcset.find_first_of(spaces, at), srcset.size());
    std::string_view url = srcset.substr(at, end - at);
    at = end;
    if (url.ends_with(',')) {
      while (url.ends_with(',')) url.remove_suffix(1);
    } else {
      at = std::min(srcset.find(',', end), srcset.size());
    }
    urls.emplace_back(url);
  }
  return urls;
}

// The URL of `5; url=a.html`, if there is one; "url=" may be left out, as browsers read it.
std::optional<std::string> refresh_url(std::string_view content) {
  const std::size_t past_time = content.find_first_not_of(" \t\r\n\f0123456789.");
  if (past_time == std::string_view::npos) return std::nullopt;
  const std::size_t start = content.find_first_not_of(" \t\r\n\f;,", past_time);
  if (start == std::string_view::npos) return std::nullopt;
  std::string_view url = trim(content.substr(start));
  if (to_lower_ascii(url.substr(0, 3)) == "url") {
    const std::string_view rest = trim(url.substr(3));
    if (rest.starts_with('=')) url = trim(rest.substr(1));
  }
  if (url.size() >= 2 && (url.front() == '"' || url.front() == '\'') && url.back() == url.front()) {
    url = url.substr(1, url.size() - 2);
  }
  return std::string(url);
}

// What an attribute of a drawing refers to with url(…): a colour ramp, a mask, a filter.
std::vector<std::string> urls_in(std::string_view value) {
  std::vector<std::string> urls;
  const std::string lower = to_lower_ascii(value);
  for (std::size_t at = lower.find("url("); at != std::string::npos; at = lower.find("url(", at + 4)) {
    const std::string_view inner = trim(value.substr(at + 4, std::min(lower.find(')', at), lower.size()) - at - 4));
    const bool quoted = inner.size() >= 2 && (inner.front() == '"' || inner.front() == '\'');
    urls.emplace_back(quoted ? inner.substr(1, inner.size() - 2) : inner);
  }
  return urls;
}

bool may_refer(std::string_view name) {
  constexpr std::array<std::string_view, 9> names = {"fill",   "stroke",       "mask",       "clip-path", "filter",
                                                     "cursor", "marker-start", "marker-mid", "marker-end"};
  return std::ranges::find(names, name) != names.end();
}

// Attributes that an animation gives to another attribute, links among them.
bool is_animated_value(const std::string& tag, std::string_view name) {
  constexpr std::array<std::string_view, 4> names = {"to", "from", "by", "values"};
  return (tag == "set" || tag.starts_with("animate")) && std::ranges::find(names, name) != names.end();
}

bool is_head(const GumboNode* node) {
  return node != nullptr && node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_HEAD;
}

class PageReader {
 public:
  PageReader(std::string_view path, std::string_view text, FileFacts& facts)
      : path_(path), text_(text), lines_(text), facts_(facts) {}

  // `in_head`: the element is a child of the head, where alone a policy counts.
  void read_element(const GumboElement& element, bool in_head) {
    const std::string tag = tag_name(element);
    check_own_code(element, tag);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      read_attribute(element, tag, *static_cast<const GumboAttribute*>(element.attributes.data[i]));
    }
    if (tag == "meta") read_meta(element, in_head);
    if (tag == "script" || is_stylesheet(element, tag)) note_integrity(element, tag);
  }

  // What can be told once the whole page has been read.
  void finish() {
    check_styles();
    check_policy();
  }

 private:
  // The site's pages say themselves what may be loaded: the folder has no server that would.
  void check_policy() {
    if (facts_.has_policy || !path_.ends_with("html")) return;
    report("verify-no-policy", {}, say("the page has no content security policy"),
           say("put it into the head of the theme's base template"));
  }

  // A drawing is a picture on a page, whose policy does not reach into it: drawing programs write styles.
  bool is_drawing() const { return to_lower_ascii(path_).ends_with(".svg"); }

  // Rules of style in the page are refused, but for those whose hash the page's own policy names.
  void check_styles() {
    for (const GumboElement* style : styles_) {
      std::string rules;
      for (unsigned i = 0; i < style->children.length; ++i)
        rules += static_cast<const GumboNode*>(style->children.data[i])->v.text.text;
      if (is_drawing()) {
        for (std::string& url : urls_in(rules)) facts_.links.push_back({std::move(url), place_of(*style), true});
        if (to_lower_ascii(rules).find("@import") == std::string::npos) continue;
      }
      if (policy_.find("'" + integrity_of(rules) + "'") != std::string::npos) continue;
      report("verify-inline-script", place_of(*style), say("the page holds a <style>"),
             say("put it into a stylesheet"));
    }
  }

  static bool is_stylesheet(const GumboElement& element, const std::string& tag) {
    return tag == "link" &&
           collapse_spaces(to_lower_ascii(value_of(element, "rel"))).find("stylesheet") != std::string::npos;
  }

  void note_integrity(const GumboElement& element, const std::string& tag) {
    const GumboAttribute* source = gumbo_get_attribute(&element.attributes, tag == "link" ? "href" : "src");
    if (source == nullptr || gumbo_get_attribute(&element.attributes, "integrity") != nullptr) return;
    facts_.integrity_claims.push_back({source->value, "", place_of(*source)});
  }

  void read_meta(const GumboElement& element, bool in_head) {
    const std::string role = to_lower_ascii(value_of(element, "http-equiv"));
    const GumboAttribute* content = gumbo_get_attribute(&element.attributes, "content");
    if (role == "content-security-policy" && content != nullptr && in_head) {
      facts_.has_policy = true;
      policy_ += content->value;
      if (Wording fault = fault_of_policy(content->value); !fault.empty()) {
        report("verify-no-policy", place_of(*content), std::move(fault));
      }
    }
    if (role == "refresh") {
      const auto url = content == nullptr ? std::nullopt : refresh_url(content->value);
      facts_.is_redirect = facts_.is_redirect || url.has_value();
      if (url) {
        facts_.redirect = {*url, place_of(*content), false, true};
        // Nobody follows that of their own accord.
        add_link(*url, *content, leads_elsewhere(*url), true);
      }
    }
    if (to_lower_ascii(value_of(element, "name")) == "visibility" &&
        to_lower_ascii(value_of(element, "content")) != "public") {
      report("verify-internal", place_of(element), say("the page says of itself that it is not for the public"));
    }
  }

  static std::string_view value_of(const GumboElement& element, const char* name) {
    const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
    return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
  }

  static bool leads_elsewhere(std::string_view url) {
    const std::string lower = to_lower_ascii(trim(url));
    return lower.starts_with("http:") || lower.starts_with("https:") || lower.starts_with("//");
  }

  // From the attribute's name to the end of its value.
  Place place_of(const GumboAttribute& attribute) const {
    const auto start = static_cast<std::size_t>(attribute.original_name.data - text_.data());
    const char* const value_end = attribute.original_value.data + attribute.original_value.length;
    const auto end = static_cast<std::size_t>(value_end - text_.data());
    return lines_.place(start, end - start);
  }
  Place place_of(const GumboElement& element) const {
    const auto start = static_cast<std::size_t>(element.original_tag.data - text_.data());
    return lines_.place(start, element.original_tag.length);
  }

  void report(std::string_view id, Place place, Wording message, Wording hint = {}) {
    facts_.findings.add(id, {path_, place}, std::move(message), std::move(hint));
  }

  void add_link(std::string url, const GumboAttribute& attribute, bool is_loaded, bool leads_on) {
    facts_.links.push_back({std::move(url), place_of(attribute), is_loaded, leads_on});
  }

  // Scripts that stand in the page, which the content security policy refuses; styles are looked at when it is known.
  void check_own_code(const GumboElement& element, const std::string& tag) {
    if (element.original_tag.length == 0) return;  // not written, but implied
    if (tag == "style") styles_.push_back(&element);
    if (tag != "script") return;
    const std::string type = to_lower_ascii(value_of(element, "type"));
    const bool is_data = type == "application/ld+json" || type == "application/json";
    if (type == "module") {
      report("verify-online-only-script", place_of(element), say("browsers refuse modules on a page opened from disk"),
             say("load a plain script"));
    } else if (!is_data && gumbo_get_attribute(&element.attributes, "src") == nullptr) {
      report("verify-inline-script", place_of(element), say("the page holds a <script> of its own"),
             say("put it into a file"));
    }
  }

  void read_attribute(const GumboElement& element, const std::string& tag, const GumboAttribute& attribute) {
    const std::string_view name = attribute.name;
    const std::string_view value = attribute.value;
    if (name == "id" || (name == "name" && tag == "a")) facts_.anchors.emplace(value);
    if (name == "style" && is_drawing()) {
      for (std::string& url : urls_in(value)) add_link(std::move(url), attribute, true, false);
    } else if (name == "style") {
      report("verify-inline-script", place_of(attribute), say("the page holds a style attribute"), say("use a class"));
    } else if (name.size() > 2 && name.starts_with("on")) {
      report("verify-inline-script", place_of(attribute), say("the page holds an event handler"),
             say("add it in a script file"));
    } else if (name == "srcdoc") {
      report("verify-inline-script", place_of(attribute), say("the page holds another page in srcdoc"));
    } else if (name == "integrity") {
      facts_.integrity_claims.push_back(
          {std::string(value_of(element, tag == "link" ? "href" : "src")), std::string(value), place_of(attribute)});
    } else if (name == "href") {
      read_href(element, tag, attribute);
    } else if (name == "src" || name == "poster" || (name == "data" && tag == "object")) {
      const bool is_page_in_page = tag == "iframe" || tag == "frame";
      add_link(std::string(value), attribute, true, is_page_in_page);
      facts_.links.back().is_code = is_page_in_page || tag == "script" || tag == "object" || tag == "embed";
    } else if (name == "srcset" || name == "imagesrcset") {
      for (std::string& url : srcset_urls(value)) add_link(std::move(url), attribute, true, false);
    } else if (name == "ping") {
      report("verify-external-resource", place_of(attribute), say("a server is told when the link is followed"),
             say("leave it out"));
    } else if (name == "background") {
      add_link(std::string(value), attribute, true, false);
    } else if ((name == "action" || name == "formaction") && leads_elsewhere(value)) {
      report("verify-external-resource", place_of(attribute), say("the form sends what readers write to {}", value));
    } else if (name == "action" || name == "formaction") {
      add_link(std::string(value), attribute, false, true);
    } else if (is_animated_value(tag, name) && to_lower_ascii(value).find("javascript:") != std::string::npos) {
      report("verify-inline-script", place_of(attribute), say("\"{}\" is a script, not a place", value));
    } else if (may_refer(name)) {
      for (std::string& url : urls_in(value)) add_link(std::move(url), attribute, true, false);
    }
  }

  // Also xlink:href, which gumbo calls href too.
  void read_href(const GumboElement& element, const std::string& tag, const GumboAttribute& attribute) {
    const std::string url = attribute.value;
    if (tag == "a" || tag == "area") {
      add_link(url, attribute, false, true);
    } else if (tag == "link") {
      add_link(url, attribute, is_loading_rel(value_of(element, "rel")), false);
      facts_.links.back().is_code = is_stylesheet(element, tag);
    } else if (tag == "base") {
      report("verify-broken-link", place_of(attribute), say("a <base> moves every link of the page to another place"),
             say("leave it out"));
    } else if (tag == "use" && !trim(url).starts_with('#')) {
      report("verify-online-only-script", place_of(attribute),
             say("browsers do not draw a <use> of another file on a page opened from disk"),
             say("put the symbol into the page"));
    } else {
      add_link(url, attribute, true, false);
    }
  }

  std::string path_;
  std::string_view text_;
  LineIndex lines_;
  FileFacts& facts_;
  std::string policy_;
  std::vector<const GumboElement*> styles_;
};

// The parser may build one written element several times, to mend tags that are nested wrongly.
void drop_repeated(FileFacts& facts) {
  const auto key = [](const Link& link) { return std::tuple(link.place.line, link.place.column, link.url); };
  std::ranges::sort(facts.links, {}, key);
  const auto links = std::ranges::unique(facts.links, {}, key);
  facts.links.erase(links.begin(), links.end());
  auto& findings = facts.findings.all();
  std::ranges::stable_sort(findings, {},
                           [](const Diagnostic& d) { return std::tuple(d.span.place.line, d.span.place.column); });
  const auto repeated = std::ranges::unique(findings);
  findings.erase(repeated.begin(), repeated.end());
}

// Elements that do not end a line: what stands before and after is read as one.
bool is_inline(GumboTag tag) {
  constexpr std::array<GumboTag, 18> tags = {
      GUMBO_TAG_A,    GUMBO_TAG_ABBR,   GUMBO_TAG_B,   GUMBO_TAG_BDI,  GUMBO_TAG_CITE, GUMBO_TAG_CODE,
      GUMBO_TAG_EM,   GUMBO_TAG_I,      GUMBO_TAG_KBD, GUMBO_TAG_MARK, GUMBO_TAG_Q,    GUMBO_TAG_SMALL,
      GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,  GUMBO_TAG_U,    GUMBO_TAG_WBR};
  return std::ranges::find(tags, tag) != tags.end();
}

// The text of a page as it is read, markup gone.
std::string shown_text(const GumboNode* root) {
  std::string shown;
  std::vector<const GumboNode*> waiting = {root};
  while (!waiting.empty()) {
    const GumboNode* const node = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) shown += node->v.text.text;
    const GumboVector* children = nullptr;
    if (node->type == GUMBO_NODE_DOCUMENT) children = &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT) {
      if (!is_inline(node->v.element.tag)) shown += '\n';
      children = &node->v.element.children;
    }
    for (unsigned i = children == nullptr ? 0 : children->length; i > 0; --i)
      waiting.push_back(static_cast<const GumboNode*>(children->data[i - 1]));
  }
  return without_soft_hyphens(shown);
}

// What markup divides in the file, readers see whole. Numbers that stand whole in the file were found there.
void read_shown_numbers(std::string_view path, std::string_view text, const GumboNode* root, FileFacts& facts) {
  const std::string shown = shown_text(root);
  for (const PersonalDatum& one : find_personal_numbers(shown)) {
    if (text.find(std::string_view(shown).substr(one.offset, one.length)) != std::string_view::npos) continue;
    facts.findings.add("verify-personal-number", {std::string(path), {}},
                       say("the file holds a personal identity number"), say("take it out of the page it comes from"));
  }
}

}  // namespace

void read_html(std::string_view path, std::string_view text, FileFacts& facts) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, text.data(), text.size()), destroy);
  PageReader reader(path, text, facts);
  std::vector<const GumboNode*> waiting = {output->document};
  while (!waiting.empty()) {
    const GumboNode* const node = waiting.back();
    waiting.pop_back();
    const GumboVector* children = nullptr;
    if (node->type == GUMBO_NODE_DOCUMENT) children = &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      reader.read_element(node->v.element, is_head(node->parent));
      children = &node->v.element.children;
    }
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      waiting.push_back(static_cast<const GumboNode*>(children->data[i]));
    }
  }
  reader.finish();
  read_shown_numbers(path, text, output->document, facts);
  drop_repeated(facts);
}

}  // namespace vav
