// Where something is wrong in what an author wrote, and how to say it. Collected, never thrown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "diagnostics/wording.h"

namespace vav {

enum class Severity { note, warning, error };

// A place in a file of the content folder or the theme. `path` is relative to that folder, with "/".
struct SourceSpan {
  std::string path;
  Place place;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

struct Diagnostic {
  std::string id;  // stable, in lower case with "-": "unknown-reference"
  Severity severity = Severity::error;
  SourceSpan span;
  Wording message;
  Wording hint;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Every id that vav knows, with the severity it has unless vav.yaml says otherwise, and what it means (in English;
// explained() gives every language).
struct DiagnosticKind {
  std::string_view id;
  Severity severity;
  bool fixed;  // always an error, whatever vav.yaml says (interface.md, Diagnostics)
  std::string_view explanation;

  Wording explained() const;
};
const std::vector<DiagnosticKind>& diagnostic_kinds();
const DiagnosticKind* find_diagnostic_kind(std::string_view id);

// A list of findings of one file or one pass. Not shared between threads: each item has its own, merged in item order.
class Diagnostics {
 public:
  // Adds a finding with the default severity of its id. REQUIRES: the id is in diagnostic_kinds().
  void add(std::string_view id, SourceSpan span, Wording message, Wording hint = {});
  void append(const Diagnostics& other);

  const std::vector<Diagnostic>& all() const { return found_; }
  std::vector<Diagnostic>& all() { return found_; }
  bool has_errors() const;
  bool empty() const { return found_.empty(); }

 private:
  std::vector<Diagnostic> found_;
};

}  // namespace vav
