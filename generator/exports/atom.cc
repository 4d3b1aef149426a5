#include "exports/atom.h"

#include "base/text.h"

namespace vav {
namespace {

// Not allowed in XML 1.0, not even as references.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || c == 0xFFFE || c == 0xFFFF;
}

std::string xml_text(std::string_view text) {
  std::string sound;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_character(text, at);
    append_utf8(sound, is_forbidden(c) ? U'\uFFFD' : c);
  }
  return escape_html(sound);
}

class FeedWriter {
 public:
  std::string write(const AtomFeed& feed) {
    xml_ = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
           xml_text(feed.lang) + "\">\n";
    element("id", feed.id);
    element("title", feed.title);
    if (!feed.subtitle.empty()) element("subtitle", feed.subtitle);
    element("updated", feed.updated);
    xml_ += "  <author><name>" + xml_text(feed.author) + "</name></author>\n";
    link("self", "application/atom+xml", feed.self, "  ");
    link("alternate", "text/html", feed.link, "  ");
    for (const AtomEntry& one : feed.entries) entry(one);
    return xml_ + "</feed>\n";
  }

 private:
  void element(std::string_view name, const std::string& text, std::string_view indent = "  ") {
    xml_.append(indent).append("<").append(name).append(">").append(xml_text(text));
    xml_.append("</").append(name).append(">\n");
  }

  void link(std::string_view relation, std::string_view type, const std::string& to, std::string_view indent) {
    xml_.append(indent).append("<link rel=\"").append(relation).append("\" type=\"").append(type);
    xml_.append("\" href=\"").append(xml_text(to)).append("\"/>\n");
  }

  void entry(const AtomEntry& one) {
    constexpr std::string_view indent = "    ";
    xml_ += "  <entry xml:lang=\"" + xml_text(one.lang) + "\">\n";
    element("id", one.id, indent);
    element("title", one.title, indent);
    if (!one.published.empty()) element("published", one.published, indent);
    element("updated", one.updated, indent);
    link("alternate", "text/html", one.link, indent);
    if (!one.category.empty()) {
      xml_ +=
          "    <category term=\"" + xml_text(one.category) + "\" label=\"" + xml_text(one.category_label) + "\"/>\n";
    }
    if (!one.summary.empty()) element("summary", one.summary, indent);
    xml_ += "  </entry>\n";
  }

  std::string xml_;
};

}  // namespace

std::string atom_time(const Date& day) {
  return day.iso() + "T00:00:00Z";
}

std::string atom_xml(const AtomFeed& feed) {
  return FeedWriter().write(feed);
}

}  // namespace vav
