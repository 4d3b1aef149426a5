#include "search/lunr_index.h"

#include <cmath>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "search/json_text.h"

namespace vav {
namespace {

std::string json_string(std::u16string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string thousandths(double value) {
  std::string out(thousandths_size(value) + 1, '!');
  char* const end = write_thousandths(out.data(), value);
  EXPECT_EQ(end, out.data() + out.size() - 1) << out;
  EXPECT_EQ(out.back(), '!');
  out.pop_back();
  return out;
}

TEST(JsonText, EscapesAsJavaScriptDoes) {
  EXPECT_EQ(json_string(u"\"\\/\b\t\n\f\r"), R"("\"\\/\b\t\n\f\r")");
  EXPECT_EQ(json_string(std::u16string(1, u'\0') + u"\x1F\x7F\u2028å😀"), "\"\\u0000\\u001f\x7F\u2028å😀\"");
  EXPECT_EQ(json_string(std::u16string{u'a', char16_t{0xD83D}, u'b'}), R"("a\ud83db")");
  EXPECT_EQ(json_string(std::u16string{char16_t{0xDE00}, char16_t{0xD83D}}), R"("\ude00\ud83d")");
}

TEST(JsonText, PrintsThousandths) {
  EXPECT_EQ(thousandths(0), "0");
  EXPECT_EQ(thousandths(-0.0), "0");
  EXPECT_EQ(thousandths(500), "0.5");
  EXPECT_EQ(thousandths(12000), "12");
  EXPECT_EQ(thousandths(3086), "3.086");
  EXPECT_EQ(thousandths(-1010), "-1.01");
  EXPECT_EQ(thousandths(7), "0.007");
  EXPECT_EQ(thousandths(100000000), "100000");
  EXPECT_EQ(thousandths(std::nan("")), "null");
}

IndexOptions options() {
  IndexOptions made;
  made.fields = {{"title"}, {"body"}};
  made.languages = {"sv"};
  return made;
}

std::string json_of(const std::vector<IndexDocument>& documents, const IndexOptions& made, int threads = 1) {
  return lunr_index_json(build_lunr_index(documents, made, threads), threads);
}

// Expected: JSON.stringify of lunr 2.3.9's index with lunr.sv of lunr-languages 1.22.0.
TEST(LunrIndex, IsWrittenAsLunrWritesIt) {
  const std::vector<IndexDocument> documents = {{u"b/1", {u"Åtgärderna och åtgärd", u"x!"}, 1},
                                                {u"2", {u"", std::monostate()}, 1}};
  EXPECT_EQ(
      json_of(documents, options()),
      R"({"version":"2.3.9","fields":["title","body"],"fieldVectors":[["title/b/1",[0,0.744]],["body/b/1",[1,0.492]],)"
      R"(["title/2",[]],["body/2",[]]],"invertedIndex":[["x",{"_index":1,"title":{},"body":{"b/1":{}}}],)"
      R"(["åtgärd",{"_index":0,"title":{"b/1":{}},"body":{}}]],"pipeline":["trimmer-sv","stemmer-sv"]})");
}

TEST(LunrIndex, PutsNumbersFirstAmongRefs) {
  const std::vector<IndexDocument> documents = {
      {u"z", {u"ord", u""}, 1}, {u"10", {u"ord", u""}, 1}, {u"9", {u"ord", u""}, 1}, {u"09", {u"ord", u""}, 1}};
  EXPECT_NE(json_of(documents, options()).find(R"("title":{"9":{},"10":{},"z":{},"09":{}})"), std::string::npos);
}

TEST(LunrIndex, KeepsMetadataThatIsAskedFor) {
  IndexOptions made = options();
  made.metadata = {"position", "index"};
  const std::vector<IndexDocument> documents = {{u"a", {u"\"Ord\" ord", std::vector<std::u16string>{u"Ord"}}, 1}};
  EXPECT_NE(
      json_of(documents, made)
          .find(
              R"("title":{"a":{"position":[[0,5],[6,3]],"index":[0,1]}},"body":{"a":{"position":[null],"index":[null]}})"),
      std::string::npos);
}

TEST(LunrIndex, SortsByUtf16Units) {
  // U+1D4B3 comes after U+FB01 by code point, before it by unit.
  const LunrIndex index = build_lunr_index({{u"a", {u"aﬁb a𝒳b", u""}, 1}}, options(), 1);
  ASSERT_EQ(index.sorted_terms.size(), 2U);
  EXPECT_EQ(index.terms[index.sorted_terms[0]], u"a𝒳b");
  EXPECT_EQ(index.terms[index.sorted_terms[1]], u"aﬁb");
}

TEST(LunrIndex, IsTheSameForAnyNumberOfThreads) {
  std::vector<IndexDocument> documents;
  for (int i = 0; i < 700; ++i) {
    std::u16string body;
    for (int k = 0; k < 20; ++k) body += u"ord" + std::u16string(static_cast<std::size_t>((i * k) % 17), u'x') + u' ';
    const std::string ref = "d" + std::to_string(i % 650);
    documents.push_back({std::u16string(ref.begin(), ref.end()), {u"titel", body}, 1});
  }
  const std::string expected = json_of(documents, options(), 1);
  for (const int threads : {2, 3, 8}) EXPECT_EQ(json_of(documents, options(), threads), expected);
}

TEST(LunrIndex, MayBeEmpty) {
  EXPECT_EQ(
      json_of({}, options()),
      R"({"version":"2.3.9","fields":["title","body"],"fieldVectors":[],"invertedIndex":[],"pipeline":["trimmer-sv","stemmer-sv"]})");
}

}  // namespace
}  // namespace vav
