// Links as they are written: what they lead to, and exactly where in the source they say so.
#include <algorithm>

#include "base/text.h"
#include "markdown/body_writer.h"
#include "markdown/link_address.h"

namespace vav {

namespace {
constexpr std::size_t npos = std::string_view::npos;
}

BodyWriter::OpenLink BodyWriter::open_link(cmark_node* node, LinkForm form) {
  OpenLink open;
  open.text_start = plain_.size();
  open.source_start = from_.source.text().substr(0, cursor_.range().end).find('[', cursor_.position());
  // What stands in an image is its alternative text; a link in a link is none.
  if (images_ > 0 || (form == LinkForm::link && !open_links_.empty())) return open;
  LinkAddress address = read_address(from_.marked.restore(cmark_node_get_url(node)));
  open.refused = std::move(address.refused);
  if (!open.refused.empty()) return open;
  open.index = static_cast<int>(out_.links.size());
  link_texts_.push_back({plain_.size(), plain_.size()});
  out_.links.push_back({.form = form,
                        .target = std::move(address.target),
                        .fragment = std::move(address.fragment),
                        .text = {},
                        .sentence = {},
                        .passage = anchor_at(leaf_),
                        .place = {}});
  return open;
}

void BodyWriter::close_link(cmark_node* node, const OpenLink& open) {
  const ByteRange written = locate_link(node, open);
  const Place place = written.begin == npos ? from_.source.line_start(cmark_node_get_start_line(leaf_))
                                            : from_.source.place(written.begin, written.end - written.begin);
  if (!open.refused.empty())
    from_.diagnostics.add("forbidden-scheme", {from_.path, place}, say("a link may not have {}", open.refused),
                          say("a link leads to http:, https:, mailto: or tel:, or to a place on this site"));
  if (open.index < 0) return;
  const auto index = static_cast<std::size_t>(open.index);
  out_.links[index].text = collapse_spaces(std::string_view(plain_).substr(open.text_start));
  out_.links[index].place = place;
  link_texts_[index - first_of_scope_].end = plain_.size();
}

// The walk has just passed the link's text.
ByteRange BodyWriter::locate_link(cmark_node* node, const OpenLink& open) {
  const std::string url = from_.marked.restore(cmark_node_get_url(node));
  if (const auto bare = locate_bare_address(node, url)) return *bare;
  const std::string_view source = from_.source.text().substr(0, cursor_.range().end);
  const std::size_t close = source.find_first_not_of("*_~` ", cursor_.position());
  const bool at_close = close != npos && source[close] == ']';
  if (at_close && !source.substr(close).starts_with("](")) return locate_reference(close, open);
  const SourceCursor::Found found = cursor_.find_address(url);
  if (found.offset == npos) return {npos, npos};
  std::size_t end = found.offset + found.length;
  cursor_.move_to(std::min(source.find_first_not_of(">)", end), source.size()));
  // The place is that of the target, without the fragment, unless there is nothing else.
  for (std::size_t hash = found.offset + 1; hash < end; ++hash)
    if (source[hash] == '#' && source[hash - 1] != '&') end = hash;
  return {found.offset, end};
}

// <https://example.org>, www.example.org, a@example.org: the text is the address.
std::optional<ByteRange> BodyWriter::locate_bare_address(cmark_node* node, const std::string& url) const {
  cmark_node* child = cmark_node_first_child(node);
  if (child == nullptr || cmark_node_next(child) != nullptr || cmark_node_get_type(child) != CMARK_NODE_TEXT)
    return std::nullopt;
  const std::string text = from_.marked.restore(cmark_node_get_literal(child));
  if (url != text && url != "http://" + text && url != "mailto:" + text) return std::nullopt;
  const std::size_t end = cursor_.position();
  const std::string_view source = from_.source.text();
  if (text.empty() || end < text.size() || source.substr(end - text.size(), text.size()) != text) return std::nullopt;
  const std::size_t begin = end - text.size();
  if (begin > 0 && source[begin - 1] == '[' && source.substr(end).starts_with(']')) return std::nullopt;
  return ByteRange{begin, end};
}

// [text][label], [text][] or [text]: the address stands elsewhere, so the place is that of the whole link.
ByteRange BodyWriter::locate_reference(std::size_t close, const OpenLink& open) {
  const std::string_view source = from_.source.text().substr(0, cursor_.range().end);
  std::size_t end = close + 1;
  if (source.substr(end).starts_with('[')) {
    const std::size_t label_end = source.find(']', end);
    if (label_end != npos) end = label_end + 1;
  }
  cursor_.move_to(end);
  const bool found = open.source_start != npos && open.source_start < close;
  return {found ? open.source_start : close, end};
}

void BodyWriter::report_html(std::size_t offset, std::size_t length) {
  const Place place = offset == npos ? from_.source.line_start(leaf_ == nullptr ? 1 : cmark_node_get_start_line(leaf_))
                                     : from_.source.place(offset, length);
  from_.diagnostics.add("raw-html", {from_.path, place}, say("raw HTML is not let through to the page"),
                        say("write it as Markdown; \\< shows the sign itself"));
}

// What looks like a wikilink and is none would be shown with its brackets, and nobody would know.
void BodyWriter::report_open_wikilink(std::string_view literal) {
  const std::string_view source = from_.source.text().substr(0, cursor_.range().end);
  std::size_t written = cursor_.position();
  for (std::size_t at = literal.find("[["); at != npos; at = literal.find("[[", at + 2)) {
    // Wikilinks of the source come as marks, so those between are not meant.
    const auto is_wikilink = [&](std::size_t offset) {
      const auto mark = std::ranges::lower_bound(from_.marked.marks(), offset, {}, &Mark::offset);
      return mark != from_.marked.marks().end() && mark->offset == offset;
    };
    written = source.find("[[", written);
    while (written != npos && is_wikilink(written)) written = source.find("[[", written + 2);
    if (written == npos) return;
    const bool escaped = written > 0 && source[written - 1] == '\\';
    if (!escaped)
      from_.diagnostics.add("broken-wikilink", {from_.path, from_.source.place(written, 2)},
                            say("'[[' is not closed by ']]' on its line, or names nothing"),
                            say("write [[page]] or [[page|text]] on one line; \\[[ shows the signs themselves"));
    written += 2;
  }
}

}  // namespace vav
