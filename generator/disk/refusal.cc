#include "disk/refusal.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>

namespace vav {
namespace {

std::string hint_for(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return "check who owns the file or folder and its permissions";
    case EROFS:
      return "the file system is read-only: choose another place";
    case ENOSPC:
      return "the disk is full: make room and run again";
    case EDQUOT:
      return "the quota is used up: make room and run again";
    case ENAMETOOLONG:
      return "use shorter names of files and folders";
    case EMFILE:
    case ENFILE:
      return "too many files are open: raise the limit (ulimit -n)";
    case ELOOP:
      return "links lead in a circle, or too many lead to each other";
    default:
      return {};
  }
}

}  // namespace

Failure disk_refusal(std::string_view doing, const std::string& path, int error) {
  std::array<char, 200> buffer{};
  // The GNU form: it may answer with a text of its own instead of the buffer.
  const char* reason = strerror_r(error, buffer.data(), buffer.size());
  return {fmt::format("cannot {} {}: {}", doing, path.empty() ? "\"\"" : path, reason), hint_for(error)};
}

}  // namespace vav
