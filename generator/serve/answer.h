// From a request to what the browser gets, without the network.
#pragma once

#include <string>
#include <string_view>

#include "disk/disk.h"
#include "serve/live_site.h"

namespace vav {

struct Answer {
  int status = 200;
  std::string type;
  std::string body;
  std::string location;  // of a redirect, else ""
};

// For GET and HEAD of anything but the event stream. Nothing is found but files of the tree and our own script and
// stylesheet, whatever the target says.
Answer answer(const Site& site, const Disk& disk, std::string_view target);

// Tells one state of what a target shows from another: the page and the files beside it that it names. Stylesheets and
// scripts need not be looked at, since their addresses, which the page names, change with their bytes.
std::string page_mark(const Site& site, const Disk& disk, std::string_view target);

// The data of an event, on one line: {mark, tree, stale, language, findings}. `tree`: there is a site to show.
std::string event_data(const Site& site, const Disk& disk, std::string_view target);

}  // namespace vav
