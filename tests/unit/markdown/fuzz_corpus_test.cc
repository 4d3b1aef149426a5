// What the fuzzer has learned, replayed in every build.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "../../fuzz/markdown_fuzz.cc"  // NOLINT(bugprone-suspicious-include): the fuzzer's own check, word for word

namespace {

TEST(FuzzCorpus, HoldsNoSurprise) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(VAV_SOURCE_DIR "/tests/fuzz/corpus/markdown")) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    ++files;
  }
  EXPECT_GE(files, 8);
}

}  // namespace
