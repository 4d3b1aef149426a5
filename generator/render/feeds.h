// Files that tell readers' own programs what pages tell: Atom feeds and the calendar. Pages lead to them and say how
// large they are, so they are made before pages are.
#pragma once

#include <string>
#include <vector>

#include "exports/atom.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// In the folder of the page that it belongs to.
std::string feed_address(const std::string& page_address);
// The feed that belongs to a page, without its entries and the time of the newest. `id` is its own part of its id.
AtomFeed empty_feed(const std::string& page_address, const std::string& id, const std::string& title,
                    const SiteModel& model);

// The feed of the site, and one for each item of the kinds that vav.yaml names: the item with all that belongs to it.
// Newest first, 50 at most; pages that tell no date are left out. None where vav.yaml says nothing of feeds.
std::vector<RenderedFile> make_feeds(const SiteModel& model, const SiteData& data);

// The whole days of the timeline. None where there are none, or vav.yaml names no file for it.
std::vector<RenderedFile> make_calendar(const SiteModel& model, const SiteData& data);

// An address of the site as a file at `from` names it: whole where vav.yaml tells where the site lies, else relative.
std::string address_for_programs(const std::string& from, const std::string& to, const SiteModel& model);

}  // namespace vav
