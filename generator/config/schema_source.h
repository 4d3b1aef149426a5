// What the readers of the parts of a schema share.
#pragma once

#include <optional>
#include <string>

#include "config/reader.h"
#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

struct SchemaSource {
  std::string path;  // of vav.yaml, for findings
  Languages languages;
  Diagnostics& diagnostics;

  void report(const Value& at, Wording message, Wording hint = {}) const {
    diagnostics.add("bad-config", {path, at.place()}, std::move(message), std::move(hint));
  }
};

// The kind of that name among those whose ids are set already, or a finding.
std::optional<std::size_t> find_kind(const Schema& schema, const Value& name, const SchemaSource& source);

// The names of a map whose keys the author chooses freely (fields, relations). A name that cannot be a key of front
// matter, and a value that is no map, are findings.
const Entries& named_entries(const Value& map, const Wording& owner, const SchemaSource& source);

}  // namespace vav
