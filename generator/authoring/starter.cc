#include "authoring/starter.h"

#include "base/text.h"

namespace vav {

std::vector<StarterFile> starter_files(std::string_view language, const Date& today) {
  std::vector<StarterFile> files;
  for (const StarterText& one : language == "sv" ? swedish_starter() : english_starter())
    files.push_back({std::string(one.path), replace_all(one.text, "$TODAY", today.iso())});
  return files;
}

}  // namespace vav
