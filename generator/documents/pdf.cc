// A PDF is read from its first byte to its last, object by object, without its table of objects: so older editions of
// an object, which later ones hide, are seen too.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>

#include "documents/formats.h"
#include "documents/pdf_values.h"

namespace vav::documents {
namespace {

using Kind = PdfValue::Kind;

constexpr std::size_t latest_header = 1024;  // readers look that far for "%PDF-"

bool is_one_of(std::string_view word, std::string_view words) {
  return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// What readers show, and days.
bool is_kept_entry(std::string_view key) {
  return is_one_of(key, "Title Subject Keywords CreationDate ModDate Trapped Type GTS_PDFXVersion GTS_PDFXConformance");
}
bool names_program(std::string_view key) {
  return is_one_of(key, "Creator Producer PTEX.Fullbanner");
}
// Notes of readers; the person's name stands in T.
bool is_note(const PdfValue& map) {
  const PdfValue& sort = map.at("Subtype");
  return sort.kind == Kind::name &&
         is_one_of(sort.text,
                   "Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp "
                   "Caret Ink FileAttachment Sound Redact Popup");
}
bool is_info(const PdfValue& map) {
  constexpr std::array<std::string_view, 5> entries = {"Author", "Creator", "Producer", "CreationDate", "ModDate"};
  return std::ranges::any_of(entries, [&](std::string_view entry) {
    const Kind kind = map.at(entry).kind;
    return kind == Kind::text || kind == Kind::reference;
  });
}

class PdfCleaner {
 public:
  explicit PdfCleaner(CleanDocument& document) : document_(document) {}

  void clean() {
    PdfScanner scanner(document_.bytes, 0);
    std::array<PdfValue, 2> before;  // the last two values: the number and edition of an object
    while (true) {
      PdfValue value = scanner.next();
      if (value.kind == Kind::none) break;
      if (value.is_word("obj")) {
        ++objects_;
        read_object(scanner, std::strtoull(before[0].text.c_str(), nullptr, 10));
      } else if (value.kind == Kind::map) {
        look(value, true);  // a trailer
      }
      before[0] = std::move(before[1]);
      before[1] = std::move(value);
    }
    if (objects_ == 0 || scanner.is_damaged()) tell(DocumentFault::damaged, {});
    for (const auto& [number, key] : named_texts_) blank_object(number, key);
    finish();
  }

 private:
  void tell(DocumentFault fault, std::string_view where) { document_.findings.push_back({fault, std::string(where)}); }

  void read_object(PdfScanner& scanner, std::size_t number) {
    PdfValue value = scanner.next();
    const std::size_t end = scanner.place();
    if (value.kind == Kind::map) {
      const bool is_stream = scanner.next().is_word("stream");
      if (is_stream) {
        scanner.go_to(read_stream(value, scanner.place()));
      } else {
        scanner.go_to(end);
      }
    }
    look(value, true);
    if (value.kind == Kind::text) texts_[number] = {value.start, value.end};
    if (value.kind == Kind::text && value.says_something()) says_something_.push_back(number);
  }

  // Gives the place behind the stream.
  std::size_t read_stream(const PdfValue& map, std::size_t start) {
    const std::string_view bytes = document_.bytes;
    if (bytes.substr(start, 2) == "\r\n") {
      start += 2;
    } else if (start < bytes.size()) {
      ++start;
    }
    std::size_t size = std::strtoull(map.at("Length").text.c_str(), nullptr, 10);
    const bool is_said = map.at("Length").kind == Kind::word && start + size <= bytes.size() &&
                         bytes.substr(start + size, 20).find("endstream") != std::string_view::npos;
    if (!is_said) {
      const std::size_t end = bytes.find("endstream", start);
      if (end == std::string_view::npos) {
        tell(DocumentFault::damaged, {});
        return bytes.size();
      }
      size = end - start;
    }
    read_stream_data(map, start, size);
    return start + size;
  }

  void read_stream_data(const PdfValue& map, std::size_t start, std::size_t size) {
    if (map.at("Type").is_name("ObjStm")) {
      read_packed_objects(map, start, size);
    } else if (map.at("Type").is_name("Metadata") || map.at("Subtype").is_name("XML")) {
      read_xmp(map, start, size);
    } else if (filter(map) == "DCTDecode") {
      std::string cleaned = document_.bytes.substr(start, size);
      blank_jpeg_metadata(cleaned, 0, cleaned.size());
      change(start, cleaned);
    }
  }

  // The one filter of the stream; "" when there is none, "?" for anything else.
  static std::string filter(const PdfValue& map) {
    const PdfValue& filter = map.at("Filter");
    if (filter.kind == Kind::none) return "";
    if (filter.kind == Kind::name) return filter.text;
    if (filter.kind != Kind::list) return "?";
    if (filter.values.empty()) return "";
    return filter.values.size() == 1 && filter.values[0].kind == Kind::name ? filter.values[0].text : "?";
  }

  std::optional<std::string> unpacked(const PdfValue& map, std::size_t start, std::size_t size) const {
    const std::string_view data = std::string_view(document_.bytes).substr(start, size);
    const std::string how = filter(map);
    if (how.empty()) return std::string(data);
    return how == "FlateDecode" && map.at("DecodeParms").kind == Kind::none ? inflated(data, false) : std::nullopt;
  }

  void read_packed_objects(const PdfValue& map, std::size_t start, std::size_t size) {
    const auto objects = unpacked(map, start, size);
    if (!objects) {
      tell(is_encrypted_ ? DocumentFault::encrypted : DocumentFault::damaged, {});
      return;
    }
    PdfScanner scanner(*objects, std::strtoull(map.at("First").text.c_str(), nullptr, 10));
    while (true) {
      const PdfValue value = scanner.next();
      if (value.kind == Kind::none) break;
      ++objects_;
      look(value, false);
    }
  }

  void read_xmp(const PdfValue& map, std::size_t start, std::size_t size) {
    auto packet = unpacked(map, start, size);
    // In UTF-16, which no program writes into a PDF: not read here.
    if (!packet || packet->find('\0') != std::string::npos) {
      tell(DocumentFault::packed_metadata, "XMP");
      return;
    }
    std::vector<std::string> told;
    blank_xmp(*packet, 0, packet->size(), told);
    if (filter(map).empty()) {
      change(start, *packet);
    } else {
      for (const std::string& property : told) tell(DocumentFault::packed_metadata, property);
    }
  }

  // Everything in the value. `is_plain`: it stands in the file as it is, and not in a packed stream.
  void look(const PdfValue& value, bool is_plain) {
    for (const PdfValue& part : value.values) look(part, is_plain);
    if (value.kind != Kind::map) return;
    look_for_deeds(value);
    if (value.at("ByteRange").kind == Kind::list) is_signed_ = true;
    if (value.at("Encrypt").kind != Kind::none) is_encrypted_ = true;
    if (is_note(value)) take_out("T", value.at("T"), is_plain);
    if (!is_info(value)) return;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
      const std::string& key = value.keys[i];
      if (!is_kept_entry(key) && !value.values[i].text.starts_with("D:")) take_out(key, value.values[i], is_plain);
    }
  }

  void look_for_deeds(const PdfValue& map) {
    for (const std::string& key : map.keys) {
      if (is_one_of(key, "JS JavaScript XFA")) tell(DocumentFault::script, key);
      if (is_one_of(key, "EmbeddedFiles EF RichMediaContent")) tell(DocumentFault::embedded_file, key);
    }
    const PdfValue& deed = map.at("S");
    if (deed.kind == Kind::name && is_one_of(deed.text, "JavaScript Launch SubmitForm ImportData Rendition")) {
      tell(DocumentFault::script, deed.text);
    }
    if (map.at("Type").is_name("EmbeddedFile")) tell(DocumentFault::embedded_file, "EmbeddedFile");
    if (map.at("Subtype").is_name("FileAttachment")) tell(DocumentFault::embedded_file, "FileAttachment");
  }

  void take_out(const std::string& key, const PdfValue& value, bool is_plain) {
    if (value.kind == Kind::reference) named_texts_.emplace_back(value.object, key);
    if (!value.says_something()) return;
    if (is_plain) {
      change(value.start + 1, std::string(value.end - value.start - 2, ' '));
    } else if (!names_program(key)) {
      tell(DocumentFault::packed_metadata, key);
    }
  }

  void blank_object(std::size_t number, const std::string& key) {
    const auto found = texts_.find(number);
    if (found == texts_.end()) {
      // In a packed stream, where numbers are not read: whoever packs texts of their own hides them well.
      if (!names_program(key)) tell(DocumentFault::packed_metadata, key);
    } else if (std::ranges::find(says_something_, number) != says_something_.end()) {
      change(found->second.first + 1, std::string(found->second.second - found->second.first - 2, ' '));
    }
  }

  void change(std::size_t start, const std::string& bytes) {
    if (document_.bytes.compare(start, bytes.size(), bytes) != 0) changes_.emplace_back(start, bytes);
  }

  void finish() {
    if (is_encrypted_) {
      // What else was found in it was found in noise.
      document_.findings = {{DocumentFault::encrypted, {}}};
      return;
    }
    if (is_signed_ && !changes_.empty()) {
      tell(DocumentFault::signed_metadata, {});
      return;
    }
    for (const auto& [start, bytes] : changes_) document_.bytes.replace(start, bytes.size(), bytes);
  }

  CleanDocument& document_;
  std::size_t objects_ = 0;
  bool is_signed_ = false, is_encrypted_ = false;
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> texts_;  // objects that are a text: number -> its place
  std::vector<std::size_t> says_something_;                           // those of them that do
  std::vector<std::pair<std::size_t, std::string>> named_texts_;      // that an entry names: number, entry
  std::vector<std::pair<std::size_t, std::string>> changes_;          // place, new bytes
};

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, latest_header).find("%PDF-") != std::string_view::npos;
}

void clean_pdf(CleanDocument& document) {
  PdfCleaner(document).clean();
}

}  // namespace vav::documents
