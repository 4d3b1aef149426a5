// Text that would keep cmark-gfm busy for seconds is refused by its structure; what is like it but sane is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/preflight.h"
#include "markdown/syntax_tree.h"
#include "parsed.h"

namespace vav {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

void expect_refused(const std::string& text, int line) {
  const Parsed parsed = parse(text, 7);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1U) << text.substr(0, 40);
  EXPECT_EQ(parsed.diagnostics.all()[0].id, "markdown-too-complex") << text.substr(0, 40);
  EXPECT_EQ(parsed.diagnostics.all()[0].span.place.line, 6 + line) << text.substr(0, 40);
  EXPECT_EQ(parsed.html, "");
  EXPECT_TRUE(parsed.document.links().empty());
}

TEST(Hostile, NestedQuotesAndLists) {
  expect_refused("a\n" + repeat("> ", 50'000) + "*a", 2);
  expect_refused(repeat("- ", 50'000) + "a", 1);
  expect_refused(repeat("1. ", 61) + "a", 1);
  std::string lists;
  for (int i = 0; i < 300; ++i) lists += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n\n";
  expect_refused(lists, 121);
  EXPECT_FALSE(find_complexity(repeat("> ", 50) + "*a\n" + repeat(" ", 90) + "kod"));
}

TEST(Hostile, Tables) {
  expect_refused("|" + repeat("a|", 500) + "\n|" + repeat("-|", 500) + "\n" + repeat("|a|\n", 1000), 201);
  expect_refused("|" + repeat("a|", 3000) + "\n|" + repeat("-|", 3000) + "\n", 2);
  expect_refused(repeat("|a|b|\n|-|\n", 5000), 1064);
  expect_refused(repeat("a\n", 50'000) + "|-|\n", 50'001);
  expect_refused(repeat("|", 50'000), 1);
  expect_refused(repeat("|a", 50'000) + "\n|-|\n", 2);
  EXPECT_FALSE(find_complexity("|" + repeat("a|", 20) + "\n|" + repeat("-|", 20) + "\n" +
                               repeat("|" + repeat("text |", 20) + "\n", 4000)));
}

TEST(Hostile, QuadraticSearches) {
  expect_refused(repeat("a <? ", 20'000), 1);
  expect_refused("å\n\n" + repeat("a <!A ", 20'000), 3);
  expect_refused(repeat("a <![CDATA[ ", 20'000), 1);
  expect_refused("www.a.b/" + repeat(")", 50'000), 1);
  expect_refused("www.a.b/" + repeat("a)", 50'000), 1);
  expect_refused(repeat("![[]()", 16'000), 1);
  expect_refused(repeat("a@b.c ", 160'000), 1);
  EXPECT_FALSE(
      find_complexity(repeat("a@b.se ", 1000) + repeat("\n\n![a](b) [c](d)", 3000) + repeat("\n\nwww.a.b/(c)", 1000)));
}

TEST(Hostile, RunsOfOneSign) {
  for (const char* sign : {"[", "]", "*", "_", "`", "<", "!", "~", "\\"}) expect_refused(repeat(sign, 2000), 1);
  EXPECT_FALSE(find_complexity(repeat("-", 5000) + "\n\n" + repeat("=", 5000) + "\n\n" + repeat("*", 500)));
}

TEST(Hostile, SizeAndMemory) {
  expect_refused(repeat("a\n\n", 1'000'000), 1);
  // Each reference copies the address: 50 KB of it 16,000 times.
  expect_refused("[a]: " + repeat("x", 50'000) + "\n\n" + repeat("[a]", 16'000), 1);
}

TEST(Hostile, InlinesThatNestAreNotFollowedDown) {
  expect_refused("a\n\n" + repeat("*a ", 300) + repeat("a*", 300), 3);
  EXPECT_TRUE(parse(repeat("*a ", 50) + repeat("a*", 50)).diagnostics.empty());
}

TEST(Hostile, ManyHarmlessThingsAreRead) {
  EXPECT_EQ(parse(repeat("[[a|b]] ", 20'000)).document.links().size(), 20'000U);
  EXPECT_EQ(parse(repeat("## a\n", 5'000)).document.headings().back().id, "a-5000");
  EXPECT_EQ(parse(repeat("- a\n", 5'000)).document.text().size(), 5'000U);
}

TEST(SyntaxTree, GivesNoneWhenTheBudgetIsSpentAndCanBeUsedAgain) {
  prime_markdown_parser();
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(SyntaxTree("[a]: " + repeat("x", 50'000) + "\n\n" + repeat("[a]", 16'000)).root(), nullptr);
  EXPECT_NE(SyntaxTree("a").root(), nullptr);
}

}  // namespace
}  // namespace vav
