// Whether the pages of one item say the same of what it rests on.
#pragma once

#include "evidence/check_evidence.h"

namespace vav {

// "translation-differs" for each link of the chain, or replacement, that a translation lacks and its original has, or
// the other way round, or that stands under another relation; at the translation. Links are the same that lead to the
// same passage of the same item. Linear in the number of links.
void compare_translations(const EvidenceInputs& inputs, Diagnostics& diagnostics);

}  // namespace vav
