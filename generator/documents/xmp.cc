#include <algorithm>
#include <array>

#include "documents/formats.h"

namespace vav::documents {
namespace {

constexpr std::string_view spaces = " \t\r\n";

// What is kept of a property: what readers see, and what PDF/A and PDF/UA ask for.
bool is_kept(std::string_view name) {
  constexpr std::array<std::string_view, 13> names = {
      "dc:title",       "dc:description",   "dc:subject",   "dc:language",    "dc:format",
      "dc:rights",      "dc:publisher",     "pdf:Keywords", "pdf:PDFVersion", "xmp:CreateDate",
      "xmp:ModifyDate", "xmp:MetadataDate", "dc:date"};
  constexpr std::array<std::string_view, 5> prefixes = {
      "pdfaid:", "pdfuaid:", "pdfaExtension:", "pdfxid:", "xmpRights:"};
  return std::ranges::find(names, name) != names.end() ||
         std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// Of programs and editions, of nobody.
bool names_nobody(std::string_view name) {
  return name == "xmp:CreatorTool" || name == "pdf:Producer" || name.starts_with("xmpMM:") ||
         name.starts_with("stEvt:") || name.starts_with("stRef:");
}

bool is_syntax(std::string_view attribute) {
  return attribute.starts_with("xmlns") || attribute.starts_with("xml:") || attribute.starts_with("rdf:") ||
         attribute.starts_with("x:");
}

class XmpBlanker {
 public:
  XmpBlanker(std::string& bytes, std::size_t start, std::size_t end, std::vector<std::string>& told)
      : bytes_(bytes), at_(start), end_(end), told_(told) {}

  void run() {
    while (at_ < end_) {
      const std::size_t open = std::min(bytes_.find('<', at_), end_);
      blank(at_, open, innermost_property());
      if (open == end_) return;
      at_ = open;
      if (bytes_.compare(at_, 4, "<!--") == 0) {
        skip("-->");
      } else if (bytes_.compare(at_, 2, "<?") == 0) {
        skip("?>");
      } else if (bytes_.compare(at_, 2, "</") == 0) {
        if (!open_.empty()) open_.pop_back();
        skip(">");
      } else {
        read_tag();
      }
    }
  }

 private:
  void skip(std::string_view end) {
    const std::size_t found = bytes_.find(end, at_);
    at_ = found == std::string::npos ? end_ : std::min(end_, found + end.size());
  }

  // The first element inside of rdf:Description names the property.
  std::string innermost_property() const {
    const auto property = std::ranges::find_if(
        open_, [](const std::string& name) { return !name.starts_with("rdf:") && !name.starts_with("x:"); });
    return property == open_.end() ? "" : *property;
  }

  void read_tag() {
    const std::size_t name_end = std::min(bytes_.find_first_of(" \t\r\n/>", at_), end_);
    open_.push_back(bytes_.substr(at_ + 1, name_end - at_ - 1));
    at_ = name_end;
    while (at_ < end_) {
      at_ = std::min(bytes_.find_first_not_of(spaces, at_), end_);
      if (at_ == end_) return;
      if (bytes_[at_] == '>') {
        ++at_;
        return;
      }
      if (bytes_[at_] == '/') {
        open_.pop_back();
        skip(">");
        return;
      }
      read_attribute();
    }
  }

  void read_attribute() {
    const std::size_t equals = bytes_.find('=', at_);
    const std::size_t quote = equals == std::string::npos ? equals : bytes_.find_first_of("\"'", equals);
    const std::size_t close = quote == std::string::npos ? quote : bytes_.find(bytes_[quote], quote + 1);
    if (close == std::string::npos || close >= end_) {
      at_ = end_;
      return;
    }
    std::string name = bytes_.substr(at_, equals - at_);
    name.erase(std::min(name.find_last_not_of(spaces) + 1, name.size()));
    const std::string inside = innermost_property();
    if (!is_syntax(name)) blank(quote + 1, close, inside.empty() ? name : inside);
    at_ = close + 1;
  }

  void blank(std::size_t from, std::size_t to, const std::string& property) {
    if (property.empty() || is_kept(property)) return;
    bool said = false;
    for (std::size_t i = from; i < to; ++i) {
      if (spaces.find(bytes_[i]) != std::string_view::npos) continue;
      bytes_[i] = ' ';
      said = true;
    }
    if (said && !names_nobody(property)) told_.push_back(property);
  }

  std::string& bytes_;
  std::size_t at_, end_;
  std::vector<std::string>& told_;
  std::vector<std::string> open_;
};

}  // namespace

void blank_xmp(std::string& bytes, std::size_t start, std::size_t size, std::vector<std::string>& told) {
  XmpBlanker(bytes, start, start + size, told).run();
}

void blank_jpeg_metadata(std::string& bytes, std::size_t start, std::size_t size) {
  const std::size_t end = start + size;
  std::size_t at = start + 2;  // behind the mark of its beginning
  const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(bytes[place]); };
  while (at + 4 <= end && byte(at) == 0xFF) {
    const unsigned mark = byte(at + 1);
    if (mark == 0xDA || mark == 0xD9) return;  // the picture itself; its end
    const std::size_t length = byte(at + 2) * 256U + byte(at + 3);
    if (length < 2 || at + 2 + length > end) return;
    // JFIF, colour profile and Adobe's word on colours are needed to draw it.
    const bool is_needed = mark == 0xE0 || mark == 0xE2 || mark == 0xEE;
    const bool is_told = (mark >= 0xE0 && mark <= 0xEF) || mark == 0xFE;
    if (is_told && !is_needed) std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at + 4), length - 2, '\0');
    at += 2 + length;
  }
}

}  // namespace vav::documents
