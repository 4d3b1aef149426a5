// Documents as bytes (PDF, Word, Excel, PowerPoint, OpenDocument): what their file tells beside the text, and the same
// document without that where it can be taken out safely. Every length that a file claims is checked against the bytes
// that are there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vav {

enum class DocumentFault {
  damaged,          // it cannot be read as what it says it is, so nobody knows what it holds
  encrypted,        // nor what an encrypted one holds
  old_format,       // nor one of the formats before 2007
  script,           // it does something: JavaScript, macros, starting programs, sending forms
  embedded_file,    // other files lie in it
  metadata,         // it names persons or organisations, and cannot be cleaned here
  signed_metadata,  // the same, where cleaning would break a signature
  packed_metadata,  // the same in a PDF whose objects are packed: unpacked, it can be cleaned here
};

struct DocumentFinding {
  DocumentFault fault = DocumentFault::damaged;
  std::string where;  // the name of the entry or part that tells it: "Author", "docProps/core.xml"; may be empty

  friend auto operator<=>(const DocumentFinding&, const DocumentFinding&) = default;
};

struct CleanDocument {
  // As long as it was: what is taken out of a PDF is written over with spaces, so that no offset in it changes. A PDF
  // loses its author, programs, commenters, unknown entries and what cameras wrote in its pictures, and keeps title,
  // subject, keywords, language and dates; what PDF/A and PDF/UA want stays.
  std::string bytes;
  std::vector<DocumentFinding> findings;  // sorted, each once; none = it may be published
};

// By the bytes, whatever the file is called. Any other file comes back as it is. Done twice, it changes nothing more.
CleanDocument clean_document(std::string bytes);

}  // namespace vav
