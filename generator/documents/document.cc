#include "documents/document.h"

#include <algorithm>

#include "documents/formats.h"

namespace vav {

CleanDocument clean_document(std::string bytes) {
  CleanDocument document{std::move(bytes), {}};
  if (documents::is_pdf(document.bytes)) {
    documents::clean_pdf(document);
  } else if (documents::is_zip(document.bytes)) {
    documents::check_office(document);
  } else if (documents::is_old_office(document.bytes)) {
    document.findings.push_back({DocumentFault::old_format, {}});
  }
  std::ranges::sort(document.findings);
  const auto repeated = std::ranges::unique(document.findings);
  document.findings.erase(repeated.begin(), repeated.end());
  return document;
}

}  // namespace vav
