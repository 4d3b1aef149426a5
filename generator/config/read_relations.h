// The relations of vav.yaml: what points at what, how often, and what for.
#pragma once

#include <vector>

#include "config/schema_source.h"

namespace vav {

// The fields that a link of a relation may carry: plain values only.
std::vector<Field> read_link_fields(const Value& map, const Wording& owner, const Schema& schema,
                                    const SchemaSource& source);

// `link_fields` are what a link of any relation may carry. REQUIRES: the ids of all kinds are in `schema`.
std::vector<RelationType> read_relations(const Value& map, std::size_t own_kind, const std::vector<Field>& link_fields,
                                         const Schema& schema, const SchemaSource& source);

// Settles which relations lead along the chain, and reports those that cannot be right now that all are known: evidence
// that points forward, and an inverse declared by hand. REQUIRES: chain and relations of `schema` are read.
void check_relations(Schema& schema, const Value& kinds, const SchemaSource& source);

}  // namespace vav
