// Atom feeds as text: RFC 4287.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace vav {

struct AtomEntry {
  std::string id;     // an IRI that never changes: tag:example.se,2026:site/item/x
  std::string title;  // plain text, like all texts here
  std::string lang;
  std::string link;  // to the page: whole, or relative to the feed
  std::string summary;
  std::string category, category_label;  // "" = none
  std::string published, updated;        // atom_time(); published may be ""
};

struct AtomFeed {
  std::string id;
  std::string title, subtitle;  // the second may be ""
  std::string lang;
  std::string author;
  std::string link;     // the page that the feed belongs to: whole, or relative to the feed
  std::string self;     // the feed itself, likewise
  std::string updated;  // atom_time()
  std::vector<AtomEntry> entries;
};

// A day as a moment: midnight of UTC, which is the same day in Stockholm. REQUIRES: whole.
std::string atom_time(const Date& day);

// Characters that XML 1.0 cannot hold become U+FFFD.
std::string atom_xml(const AtomFeed& feed);

}  // namespace vav
