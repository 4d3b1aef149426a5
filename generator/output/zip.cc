#include "output/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "base/address.h"

namespace vav {
namespace {

constexpr int file_mode = 0644;
constexpr std::time_t seconds_of_a_day = 86400;

// The time zone of the process is UTC as long as it lives: a zip holds local times, and libarchive asks for them.
class UtcMeanwhile {
 public:
  UtcMeanwhile() {
    if (const char* zone = std::getenv("TZ")) zone_ = zone;
    set("UTC0");
  }
  ~UtcMeanwhile() {
    if (zone_) {
      set(zone_->c_str());
    } else {
      ::unsetenv("TZ");
      ::tzset();
    }
  }
  UtcMeanwhile(const UtcMeanwhile&) = delete;
  UtcMeanwhile& operator=(const UtcMeanwhile&) = delete;
  UtcMeanwhile(UtcMeanwhile&&) = delete;
  UtcMeanwhile& operator=(UtcMeanwhile&&) = delete;

 private:
  static void set(const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
  }
  std::optional<std::string> zone_;
};

// The characters of this thread are UTF-8 as long as it lives: libarchive reads names by the locale.
class Utf8Meanwhile {
 public:
  Utf8Meanwhile() : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
  }
  ~Utf8Meanwhile() {
    if (utf8_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(utf8_);
  }
  Utf8Meanwhile(const Utf8Meanwhile&) = delete;
  Utf8Meanwhile& operator=(const Utf8Meanwhile&) = delete;
  Utf8Meanwhile(Utf8Meanwhile&&) = delete;
  Utf8Meanwhile& operator=(Utf8Meanwhile&&) = delete;

  explicit operator bool() const { return utf8_ != nullptr; }

 private:
  locale_t utf8_;
  locale_t before_ = nullptr;
};

std::time_t noon_of(const Date& day) {
  return days_between({1970, 1, 1}, day) * seconds_of_a_day + seconds_of_a_day / 2;
}

la_ssize_t append(archive* /*unused*/, void* bytes, const void* block, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(block), size);
  return static_cast<la_ssize_t>(size);
}

class ZipWriter {
 public:
  explicit ZipWriter(const ZipForm& form)
      : form_(form),
        archive_(archive_write_new(), archive_write_free),
        entry_(archive_entry_new(), archive_entry_free) {
    good_ = archive_write_set_format_zip(archive_.get()) == ARCHIVE_OK &&
            archive_write_set_options(archive_.get(), "zip:hdrcharset=UTF-8,zip:compression=deflate") == ARCHIVE_OK &&
            // No padding behind the end.
            archive_write_set_bytes_in_last_block(archive_.get(), 1) == ARCHIVE_OK &&
            archive_write_open(archive_.get(), &bytes_, nullptr, append, nullptr) == ARCHIVE_OK;
  }

  void add(const std::string& path, std::string_view content) {
    if (!good_) return;
    archive_entry* entry = archive_entry_clear(entry_.get());
    archive_entry_set_pathname(entry, join_path(form_.top_folder, path).c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, file_mode);
    archive_entry_set_uid(entry, 0);
    archive_entry_set_gid(entry, 0);
    archive_entry_set_mtime(entry, noon_of(form_.day), 0);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    const auto size = static_cast<la_ssize_t>(content.size());
    good_ = archive_write_header(archive_.get(), entry) == ARCHIVE_OK &&
            archive_write_data(archive_.get(), content.data(), content.size()) == size;
  }

  Result<std::string> finish() {
    good_ = good_ && archive_write_close(archive_.get()) == ARCHIVE_OK;
    if (good_) return std::move(bytes_);
    const char* reason = archive_error_string(archive_.get());
    return Failure{fmt::format("the archive cannot be made: {}", reason == nullptr ? "libarchive refuses" : reason)};
  }

 private:
  const ZipForm& form_;
  std::string bytes_;
  std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
  std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry_;
  bool good_ = false;
};

}  // namespace

Result<std::string> zip_of(const Disk& disk, const OutputTree& tree, const ZipForm& form, int threads) {
  const auto sums = checksums(disk, tree, threads);
  if (!sums) return sums.failure();
  const UtcMeanwhile utc;
  const Utf8Meanwhile utf8;
  if (!utf8) return Failure{"the system has no locale C.UTF-8", "install it: it comes with glibc 2.35 and newer"};
  ZipWriter zip(form);
  bool has_sums = false;
  for (const OutputFile& file : tree.files()) {
    if (!has_sums && file.path > sums_path) {
      zip.add(std::string(sums_path), *sums);
      has_sums = true;
    }
    if (file.copy_from.empty()) {
      zip.add(file.path, file.bytes);
      continue;
    }
    const auto bytes = disk.read_file(file.copy_from);
    if (!bytes) return bytes.failure();
    zip.add(file.path, *bytes);
  }
  if (!has_sums) zip.add(std::string(sums_path), *sums);
  return zip.finish();
}

Result<bool> write_archive(Disk& disk, const std::string& path, const std::string& bytes) {
  const auto real = disk.real_path(path);
  if (!real) return real.failure();
  if (disk.type_of(*real) == FileType::folder) {
    return Failure{fmt::format("cannot write {}: it is a folder", path), "name a file with --out"};
  }
  if (disk.type_of(*real) == FileType::other) {
    return Failure{fmt::format("cannot write {}: it is a device or the like, no file", path), "name a file with --out"};
  }
  if (const auto old = disk.read_file(*real); old && *old == bytes) return false;
  const std::string folder(folder_of(*real));
  if (auto made = disk.make_folder(folder); !made) return made.failure();
  const std::string draft = join_path(folder, fmt::format(".{}.vav-new", file_name(*real)));
  auto done = disk.write_file(draft, bytes);
  if (done) done = disk.rename(draft, *real);
  if (done) return true;
  (void)disk.remove(draft);
  return done.failure();
}

}  // namespace vav
