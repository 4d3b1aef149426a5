// Documents that are zip files of XML: Word, Excel, PowerPoint, OpenDocument. Nothing is taken out of them; what they
// tell is told.
#include <algorithm>
#include <cstdint>
#include <map>

#include "documents/formats.h"

namespace vav::documents {
namespace {

constexpr std::size_t end_size = 22, entry_size = 46, local_size = 30;

std::size_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The bytes of one entry of the directory that begins at `at`; nothing when it is damaged.
std::optional<std::string> content_of(std::string_view bytes, std::size_t at) {
  const std::size_t method = number(bytes, at + 10, 2), size = number(bytes, at + 20, 4),
                    local = number(bytes, at + 42, 4);
  if (local + local_size > bytes.size()) return std::nullopt;
  const std::size_t start = local + local_size + number(bytes, local + 26, 2) + number(bytes, local + 28, 2);
  if (start + size > bytes.size()) return std::nullopt;
  const std::string_view packed = bytes.substr(start, size);
  if (method == 0) return std::string(packed);
  return method == 8 ? inflated(packed, true) : std::nullopt;
}

bool is_read(std::string_view name) {
  return name.ends_with(".xml") || name == "mimetype";
}

// name -> content; of parts that are no XML only the names. Nothing when the file is damaged.
std::optional<std::map<std::string, std::string>> parts_of(std::string_view bytes) {
  const std::size_t end = bytes.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end + end_size > bytes.size()) return std::nullopt;
  std::size_t at = number(bytes, end + 16, 4);
  std::map<std::string, std::string> parts;
  for (std::size_t count = number(bytes, end + 10, 2); count > 0; --count) {
    if (at + entry_size > bytes.size() || bytes.substr(at, 4) != "PK\x01\x02") return std::nullopt;
    const std::size_t name_size = number(bytes, at + 28, 2);
    const std::string name(bytes.substr(at + entry_size, name_size));
    std::optional<std::string> content = is_read(name) ? content_of(bytes, at) : std::string();
    if (!content) return std::nullopt;
    parts[name] = std::move(*content);
    at += entry_size + name_size + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
  return parts;
}

// Whether an element of that name, whatever its prefix, holds a text.
bool says(const std::string& xml, std::string_view element) {
  for (std::size_t at = xml.find(element); at != std::string::npos; at = xml.find(element, at + 1)) {
    const bool is_start =
        at > 0 && (xml[at - 1] == '<' || (xml[at - 1] == ':' && xml.rfind('<', at) > xml.rfind('>', at)));
    const std::size_t name_end = at + element.size();
    if (!is_start || name_end >= xml.size() || std::string_view(" />").find(xml[name_end]) == std::string_view::npos)
      continue;
    const std::size_t text = xml.find('>', name_end);
    if (text == std::string::npos || xml[text - 1] == '/') continue;
    const std::size_t first = xml.find_first_not_of(" \t\r\n", text + 1);
    if (first != std::string::npos && xml[first] != '<') return true;
  }
  return false;
}

// Whether an attribute of that name says something.
bool has_attribute(const std::string& xml, const std::string& name) {
  for (std::size_t at = xml.find(name + "=\""); at != std::string::npos; at = xml.find(name + "=\"", at + 1)) {
    const std::size_t value = at + name.size() + 2;
    if (at > 0 && xml[at - 1] == ' ' && value < xml.size() && xml[value] != '"') return true;
  }
  return false;
}

class OfficeCheck {
 public:
  explicit OfficeCheck(CleanDocument& document) : document_(document) {}

  void check(const std::string& name, const std::string& xml) {
    if (name.ends_with("vbaProject.bin") || name.starts_with("Basic/") || name.starts_with("Scripts/")) {
      tell(DocumentFault::script, name);
    }
    if (name.find("/embeddings/") != std::string::npos || name.starts_with("ObjectReplacements/")) {
      tell(DocumentFault::embedded_file, name);
    }
    if (names_someone(name, xml)) tell(DocumentFault::metadata, name);
  }

 private:
  static bool names_someone(const std::string& name, const std::string& xml) {
    if (name == "docProps/core.xml") return says(xml, "creator") || says(xml, "lastModifiedBy");
    if (name == "docProps/app.xml") return says(xml, "Company") || says(xml, "Manager");
    if (name == "docProps/custom.xml") return xml.find("<property") != std::string::npos;
    if (name == "meta.xml")
      return says(xml, "initial-creator") || says(xml, "creator") || says(xml, "printed-by") ||
             says(xml, "user-defined");
    // Notes and changes that are kept with who made them.
    if (name == "content.xml") return says(xml, "creator");
    return has_attribute(xml, "w:author") || has_attribute(xml, "displayName") || says(xml, "author");
  }

  void tell(DocumentFault fault, const std::string& where) { document_.findings.push_back({fault, where}); }

  CleanDocument& document_;
};

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

bool is_old_office(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

void check_office(CleanDocument& document) {
  const auto parts = parts_of(document.bytes);
  if (!parts) {
    document.findings.push_back({DocumentFault::damaged, {}});
    return;
  }
  const auto type = parts->find("mimetype");
  const bool is_open_document = type != parts->end() && type->second.starts_with("application/vnd.oasis.opendocument");
  if (!is_open_document && !parts->contains("[Content_Types].xml")) return;
  OfficeCheck check(document);
  for (const auto& [name, xml] : *parts) check.check(name, xml);
}

}  // namespace vav::documents
