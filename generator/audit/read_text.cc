// What must stand in no file of a site, whatever its kind: numbers of persons, and what the bytes of pictures and
// documents tell of who made them.
#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "audit/file_facts.h"
#include "base/line_index.h"
#include "base/personal_number.h"
#include "base/text.h"
#include "documents/document.h"
#include "images/image.h"

namespace vav {
namespace {

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

std::string_view fault_of(DocumentFault fault) {
  switch (fault) {
    case DocumentFault::metadata:
    case DocumentFault::signed_metadata:
    case DocumentFault::packed_metadata:
      return "verify-metadata";
    default:
      return "verify-bad-document";
  }
}

}  // namespace

void read_text(std::string_view path, std::string_view text, bool is_code, FileFacts& facts) {
  const auto found = find_personal_numbers(text);
  if (found.empty()) return;
  const LineIndex lines(text);
  for (const PersonalDatum& one : found) {
    // Tables of figures in scripts hold numbers of ten digits by chance.
    if (is_code && is_digits(text.substr(one.offset, one.length))) continue;
    facts.findings.add("verify-personal-number", {std::string(path), lines.place(one.offset, one.length)},
                       say("the file holds a personal identity number"), say("take it out of the page it comes from"));
  }
}

void read_bytes(std::string_view path, std::string_view bytes, FileFacts& facts) {
  const SourceSpan where{std::string(path), {}};
  // What is no picture, or a damaged one, is no picture that tells anything; nor does the line end of a drawing.
  const auto clean = without_metadata(bytes);
  if (clean && trim(*clean) != trim(bytes)) {
    facts.findings.add("verify-metadata", where,
                       say("the picture tells more than it shows: who took it, where, or with what"),
                       say("build the site again: vav takes that out"));
  }
  const CleanDocument document = clean_document(std::string(bytes));
  if (document.bytes != bytes) {
    facts.findings.add("verify-metadata", where, say("the document names who made it, or with what"),
                       say("build the site again: vav takes that out"));
  }
  for (const DocumentFinding& one : document.findings) {
    facts.findings.add(fault_of(one.fault), where,
                       say("the document is not fit to be published: {}",
                           one.where.empty() ? say("it cannot be read, or is encrypted") : as_written(one.where)),
                       say("vav check says of its source what to do"));
  }
}

}  // namespace vav
