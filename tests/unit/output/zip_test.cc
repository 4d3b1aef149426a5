#include "output/zip.h"

#include <cstdlib>
#include <gmock/gmock.h>

#include "output/portable_paths.h"
#include "site_writing.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Content files = {{"index.html", std::string(5000, 'x')}, {"bilder/läge å.png", "png"}, {"LAS-MIG.txt", "hej"}};
const ZipForm form{"kunskapsbas", {2026, 11, 22}};

std::string zip(const ZipForm& how = form) {
  const auto bytes = zip_of(MemoryDisk(), tree_of(files), how, 2);
  return bytes ? *bytes : bytes.failure().message;
}

TEST(Zip, IsTheSameWhateverTheTimeZone) {
  const std::string here = zip();
  EXPECT_TRUE(here.starts_with("PK\x03\x04"));
  ::setenv("TZ", "Pacific/Kiritimati", 1);
  ::tzset();
  EXPECT_EQ(zip(), here);
  // And the zone is as it was.
  EXPECT_STREQ(std::getenv("TZ"), "Pacific/Kiritimati");
  ::unsetenv("TZ");
  ::tzset();
  EXPECT_EQ(zip(), here);
  EXPECT_EQ(std::getenv("TZ"), nullptr);
}

TEST(Zip, HoldsTheDayInItsHeader) {
  const std::string bytes = zip();
  // DOS: noon = 12 << 11; 22 November 2026 = 46 << 9 | 11 << 5 | 22.
  EXPECT_EQ(bytes.substr(10, 4), std::string("\x00\x60\x76\x5D", 4));
  EXPECT_NE(zip({"kunskapsbas", {2026, 11, 23}}), bytes);
}

TEST(Zip, MarksNamesThatAreNotAscii) {
  const std::string bytes = zip();
  const std::size_t name = bytes.find("kunskapsbas/bilder/läge å.png");
  ASSERT_NE(name, std::string::npos);
  // Bit 11 of the flags, 24 bytes before the name in a local header.
  EXPECT_NE(static_cast<unsigned char>(bytes[name - 30 + 7]) & 0x08U, 0U);
}

TEST(Zip, ListsTheSumsToo) {
  EXPECT_THAT(zip(), HasSubstr("kunskapsbas/SHA256SUMS"));
}

TEST(Zip, FailsWhereAFileIsGone) {
  Diagnostics found;
  const auto tree = OutputTree::lay_out({{"a.pdf", "", "/no/a.pdf", "x"}}, found);
  EXPECT_THAT(zip_of(MemoryDisk(), tree, form, 1).failure().message, HasSubstr("/no/a.pdf"));
}

TEST(WriteArchive, WritesOnceAndWhole) {
  MemoryDisk disk(MemoryDisk::Files{{"/out/x", ""}});
  EXPECT_TRUE(write_archive(disk, "/out/new/site.zip", "abc").value());
  EXPECT_FALSE(write_archive(disk, "/out/new/site.zip", "abc").value());
  EXPECT_EQ(content_of(disk, "/out"), (Content{{"new/site.zip", "abc"}, {"x", ""}}));
  for (std::size_t step = 0; step < 2; ++step) {
    disk.fail_after(step, MemoryDisk::Refusal::once);
    EXPECT_FALSE(write_archive(disk, "/out/new/site.zip", "abcd").ok());
    disk.fail_after(0, MemoryDisk::Refusal::nothing);
    EXPECT_EQ(content_of(disk, "/out"), (Content{{"new/site.zip", "abc"}, {"x", ""}}));
  }
  EXPECT_THAT(write_archive(disk, "/out/new", "abc").failure().message, HasSubstr("it is a folder"));
}

TEST(PortablePaths, FindsWhatWindowsCannotHold) {
  const auto ids = [](const Content& content) {
    Diagnostics found;
    check_portable_paths(tree_of(content), "kunskapsbas", found);
    std::vector<std::string> messages;
    for (const Diagnostic& one : found.all()) messages.push_back(one.id + " " + one.message.english);
    return messages;
  };
  EXPECT_THAT(ids(files), testing::IsEmpty());
  // The folder is told of once.
  EXPECT_THAT(ids({{"con/a", ""}, {"con/b", ""}}),
              ElementsAre(HasSubstr("unsafe-path the site would hold a file or folder \"con\"")));
  EXPECT_THAT(ids({{"a/b:c", ""}}), ElementsAre(HasSubstr("no name with :")));
  EXPECT_THAT(ids({{"a ", ""}}), ElementsAre(HasSubstr("ends so")));
  EXPECT_THAT(ids({{"a\tb", ""}}), ElementsAre(HasSubstr("control character")));
  EXPECT_THAT(ids({{std::string(108, 'a'), ""}}), testing::IsEmpty());
  EXPECT_THAT(ids({{std::string(109, 'a'), ""}}), ElementsAre(HasSubstr("has 121 characters")));
}

}  // namespace
}  // namespace vav
