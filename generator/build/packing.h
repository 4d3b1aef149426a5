// What a site has besides when it goes out as one file: the folder it unpacks to, a text for who gets it, its time.
#pragma once

#include <optional>
#include <string>

#include "build/build_site.h"
#include "output/output_tree.h"
#include "output/zip.h"

namespace vav {

// The folder that everything in the archive lies in, from the site's title.
std::string archive_folder(const SiteConfig& config);

// The newest day on which a page of the site was published or updated; nothing when no page tells one.
std::optional<Date> newest_day(const WovenSite& site);

// How to open the site, in its own language, for who has never unpacked an archive: LAS-MIG.txt or READ-ME.txt (old
// programs spoil other letters in names). For Notepad: with a byte order mark and the line ends of Windows.
OutputFile read_me(const WovenSite& site);

// The tree with the read-me.
OutputTree packed_tree(const WovenSite& site, const OutputTree& tree, Diagnostics& diagnostics);

ZipForm zip_form(const WovenSite& site);

}  // namespace vav
