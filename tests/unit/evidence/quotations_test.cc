#include "evidence/quotations.h"

#include <memory>

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

TEST(WordsOf, AreWithoutHyphensAndDashes) {
  EXPECT_EQ(joined(words_of("sam-\nverkan och studie- och yrkes-val").compared), "sam verkan och studie och yrkesval");
  EXPECT_EQ(joined(words_of("idéer – inte pengar").compared), "idéer inte pengar");
  EXPECT_EQ(joined(words_of("sam\u00ADverkan \u201Dnu\u201D").compared), "samverkan nu");
}
TEST(WordsOf, KeepHyphensBeforeDigits) {
  EXPECT_EQ(joined(words_of("7\u20139, \u22125 och 1990-talet").compared), "7-9, -5 och 1990talet");
}
TEST(PiecesOf, AreDividedByOmissions) {
  EXPECT_EQ(pieces_of("a b […] c (…) d [...] e").size(), 4U);
  EXPECT_EQ(pieces_of("[…]").size(), 0U);
  EXPECT_EQ(pieces_of("a … b").size(), 1U);
}

bool stands(const std::string& quotation, const std::string& text) {
  const Words words = words_of(text);
  std::size_t from = 0;
  for (const Words& piece : pieces_of(quotation)) {
    const auto at = find_piece(words, piece, from);
    if (!at) return false;
    from = at->end;
  }
  return true;
}

constexpr const char* said =
    "Vi behöver ”mandat” för att delta, och tid – inte bara pengar. Sedan kommer sam-\nverkan.";

TEST(Quotation, StandsWordForWord) {
  EXPECT_TRUE(stands("mandat för att delta", said));
  EXPECT_TRUE(stands("Mandat' för att delta.", said));
  EXPECT_TRUE(stands("behöver \"mandat\" för att", said));
  EXPECT_TRUE(stands("behöver mandat för att", said));
  EXPECT_TRUE(stands("och tid - inte bara pengar", said));
  EXPECT_TRUE(stands("kommer samverkan", said));
  EXPECT_TRUE(stands("Vi behöver […] tid […] samverkan", said));
}
TEST(Quotation, WithAnotherWordDoesNot) {
  EXPECT_FALSE(stands("mandat för att deltaga", said));
  EXPECT_FALSE(stands("för Att delta", said));
  EXPECT_FALSE(stands("att delta och tid", said));
  EXPECT_FALSE(stands("andat för", said));
  EXPECT_FALSE(stands("samverkan […] mandat", said));
}
TEST(Quotation, OfFiguresDoesNotStandWithoutTheirSigns) {
  EXPECT_TRUE(stands("7–9 procent", "Det var 7-9 procent."));
  EXPECT_TRUE(stands("7-9 procent", "Det var 7-\n9 procent."));
  EXPECT_FALSE(stands("79 procent", "Det var 7-9 procent."));
  EXPECT_TRUE(stands("-5 procent", "Det var \u22125 procent."));
  EXPECT_FALSE(stands("5 procent", "Det var \u22125 procent."));
}
TEST(Quotation, AWordThatEndsInAHyphenStandsAloneOrGoesOn) {
  constexpr const char* text =
      "Det sker i grund- och gymnasieskolan, i sam-\nverkan med studie- och yrkes-\nvägledare.";
  for (const char* one : {"och gymnasieskolan", "i grund-", "grund- och gymnasieskolan", "i samverkan med",
                          "i sam-\nverkan", "samverkan med studie- och yrkesvägledare", "och yrkes-vägledare"}) {
    EXPECT_TRUE(stands(one, text)) << one;
  }
  EXPECT_TRUE(stands("i grund- och gymnasie-\nskolan", text));
  EXPECT_FALSE(stands("grund- gymnasieskolan", text));
  EXPECT_FALSE(stands("i sam", "i samverkan"));
}
TEST(Quotation, NearestTextTellsTheWordThatDiffers) {
  const Nearest nearest = find_nearest(words_of(said), words_of("tid, inte bara resurser"));
  EXPECT_EQ(nearest.text, "tid inte bara pengar.");
  EXPECT_EQ(nearest.quoted + "/" + nearest.stands, "tid,/tid");
  const Nearest last = find_nearest(words_of(said), words_of("inte bara resurser"));
  EXPECT_EQ(last.quoted + "/" + last.stands, "resurser/pengar.");
  EXPECT_EQ(find_nearest(words_of(said), words_of("helt andra ord här")).text, "");
}

struct Result {
  std::string findings;
  std::size_t checked = 0, unchecked = 0;
};

// What is told of a page with this text, beside a note whose passage #said says "Vi behöver tid.", and a work.
Result check(const std::string& text, const std::string& work_at_hand = {}) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\n---\nVi behöver tid. {#said}\n\nOch pengar.\n"},
                     {"/c/works/w.md", "---\ntitle: W\n---\nOur own words.\n"},
                     {"/c/pages/home.md", "---\ntitle: Home\n---\n" + text + "\n"}});
  EXPECT_TRUE(woven.diagnostics.empty());
  SourceTexts texts{.of_sources = source_kinds(woven.config.schema), .by_page = {}};
  if (!work_at_hand.empty())
    texts.by_page.emplace(woven.page("w"), std::make_shared<const Words>(words_of(work_at_hand)));
  Diagnostics diagnostics;
  const QuotationReport report =
      check_quotations({woven.pages, woven.on_site, woven.graph, woven.config.schema, texts}, 2, diagnostics);
  Result result{.findings = {}, .checked = report.checked, .unchecked = report.unchecked.size()};
  for (const Diagnostic& one : diagnostics.all())
    result.findings +=
        one.id + " " + std::to_string(one.span.place.line) + ":" + std::to_string(one.span.place.column) + " ";
  return result;
}

TEST(CheckQuotations, AgainstThePassageOrThePage) {
  EXPECT_EQ(check("”Vi behöver tid” ([[n#said]])").findings, "");
  EXPECT_EQ(check("Om ”Vi behöver pengar” ([[n#said]])").findings, "misquote 4:5 ");
  EXPECT_EQ(check("”pengar” ([[n#said]])").findings, "misquote 4:2 ");
  EXPECT_EQ(check("”tid. Och pengar.” ([[n]])").findings, "");
  EXPECT_EQ(check("> Och pengarna.\n> — [[n]]").findings, "misquote 4:3 ");
}
TEST(CheckQuotations, NestedMarksHideNoWords) {
  EXPECT_EQ(check("”Fel ord: ”Vi” behöver tid” ([[n#said]])").findings, "misquote 4:2 ");
  EXPECT_EQ(check("”Fel ord: ”behöver tid”” ([[n#said]])").findings, "misquote 4:2 ");
  EXPECT_EQ(check("”Vi ”behöver” tid” ([[n#said]])").findings, "");
}
TEST(CheckQuotations, ASourceThatIsNotAtHandIsUnchecked) {
  EXPECT_EQ(check("”sagt” ([[w]])").unchecked, 1U);
  EXPECT_EQ(check("”sagt” ([[w]])").findings, "");
  EXPECT_EQ(check("”sagt” ([[w]])", "Det blev sagt.").checked, 1U);
  EXPECT_EQ(check("”sagt” ([[w]])", "Det blev gjort.").findings, "misquote 4:2 ");
  EXPECT_EQ(check("”our own words” ([[w]])").checked, 1U);
  EXPECT_EQ(check("”sagt” ([där](https://example.org/))").unchecked, 1U);
}

}  // namespace
}  // namespace vav
