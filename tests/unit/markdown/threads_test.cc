// The race of cmark-gfm (see special_characters.cc). Without the cure 28 to 64 of these 800 parses gave wrong HTML on
// two cores.
#include <atomic>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

#include "parsed.h"

namespace vav {
namespace {

constexpr int thread_count = 4;
constexpr int parses_per_thread = 200;

std::string text_of(int number) {
  const std::string n = std::to_string(number);
  std::string text = "| ~~a~~ | www.b.se |\n|---|---|\n| c | d |\n\n";
  // Long enough for another thread to end its parse, and take the characters away, in the middle of this one.
  for (int i = 0; i < 120; ++i)
    text.append("~~struken~~ **fet** www.example.org/")
        .append(n)
        .append(" http://a.se/")
        .append(n)
        .append(" [[a]]\n\n");
  return text;
}

TEST(Threads, GiveTheSameHtmlAsOne) {
  constexpr int text_count = 16;
  std::vector<std::string> texts, expected;
  for (int i = 0; i < text_count; ++i) {
    texts.push_back(text_of(i));
    expected.push_back(parse(texts.back()).html);
    ASSERT_NE(expected.back().find("<del>"), std::string::npos);
    ASSERT_NE(expected.back().find("<a href=\"http://www."), std::string::npos);
  }
  std::atomic<int> parsed = 0, wrong = 0, waiting = thread_count;
  std::vector<std::jthread> threads;
  threads.reserve(thread_count);
  for (int thread = 0; thread < thread_count; ++thread)
    threads.emplace_back([&, thread] {
      --waiting;
      while (waiting > 0) std::this_thread::yield();
      for (int i = 0; i < parses_per_thread; ++i) {
        const auto index = static_cast<std::size_t>((i + thread) % text_count);
        if (parse(texts[index]).html != expected[index]) ++wrong;
        ++parsed;
      }
    });
  threads.clear();
  EXPECT_EQ(parsed, thread_count * parses_per_thread);
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace vav
