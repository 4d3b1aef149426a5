// What servers say of a file of the site: its media type (IANA), by the end of its name.
#pragma once

#include <span>
#include <string_view>

namespace vav {

struct ContentType {
  std::string_view ending;  // in lower case, without "."
  std::string_view type;    // with the charset where it is text
};

// Every ending that is known, each once.
std::span<const ContentType> content_types();

// Of a file without an ending, of one that is not known, and of a feed, whose ending is that of any XML.
inline constexpr std::string_view plain_text_type = "text/plain; charset=utf-8";
inline constexpr std::string_view unknown_type = "application/octet-stream";
inline constexpr std::string_view feed_type = "application/atom+xml";
inline constexpr std::string_view feed_name = "atom.xml";

std::string_view content_type(std::string_view path);

}  // namespace vav
