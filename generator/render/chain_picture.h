// The chain of an item as a picture: what a template draws as SVG.
#pragma once

#include "base/value.h"
#include "evidence/item_chain.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// PICTURE of themes/README.md, in the language of the page; null for an item that is tied to nothing, and when items of
// one step lead to one another so often that the picture would be wider than anybody reads.
Value chain_picture(const ItemChain& chain, std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
