// `vav init`: a knowledge base to start from. It is small, uses what vav.yaml can do, and builds without a warning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace vav {

struct StarterFile {
  std::string path;
  std::string text;
};

// In "sv" or "en". vav.yaml is the last one: until it lies there, nothing was begun.
std::vector<StarterFile> starter_files(std::string_view language, const Date& today);

// Texts as they stand in starter_sv.cc and starter_en.cc; $TODAY is the day in them.
struct StarterText {
  std::string_view path, text;
};
const std::vector<StarterText>& swedish_starter();
const std::vector<StarterText>& english_starter();

}  // namespace vav
