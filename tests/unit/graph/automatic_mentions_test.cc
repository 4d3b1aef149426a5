// Which words of a text lead to which pages by themselves.
#include "graph/automatic_mentions.h"

#include <gmock/gmock.h>

#include "../sample_site.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* config_text = R"(format: 1
site: {title: Prov, lang: sv, languages: [sv, en], start: home}
mentions:
  kinds: [actor, term]
  words: [term, Regeringen]
  case_sensitive: [Kommunal, DO]
  never: [Ting]
kinds:
  actor: {folder: actors, label: {sv: {one: a, many: a}, en: {one: a, many: a}}}
  term: {folder: terms, label: {sv: {one: t, many: t}, en: {one: t, many: t}}}
  page: {folder: pages, address: /, list: false, label: {sv: {one: p, many: p}, en: {one: p, many: p}}}
)";

std::string page(const std::string& title, const std::string& more = "", const std::string& body = "") {
  return "---\ntitle: \"" + title + "\"\n" + more + "---\n" + body;
}

struct Woven {
  SiteConfig config = *sample::read_config_text(config_text).config;
  std::vector<Page> pages;
  std::vector<bool> on_site;
  std::vector<std::string> files;
  Routes routes;
  Diagnostics diagnostics;
  std::optional<KnowledgeGraph> graph;

  // The pages that all tests share, with more or others in their place.
  explicit Woven(const std::map<std::string, std::string>& more, int threads = 2) {
    prime_markdown_parser();
    std::map<std::string, std::string> texts = {
        {"actors/uka.md", page("Universitetskanslersämbetet", "short: UKÄ\n")},
        {"actors/skolverket.md", page("Skolverket")},
        {"actors/kommunal.md", page("Kommunal")},
        {"actors/do.md", page("Diskrimineringsombudsmannen", "short: DO\n")},
        {"actors/boras.md", page("Högskolan i Borås", "aliases: [Borås]\n")},
        {"actors/regeringen.md", page("Regeringen")},
        {"actors/delegation.md", page("STEM-delegationen")},
        {"actors/scb.md", page("Myndigheten SCB", "short: SCB\n")},
        {"actors/dubbel-a.md", page("Dubbel A", "aliases: [Dubbel]\n")},
        {"actors/dubbel-b.md", page("Dubbel B", "aliases: [Dubbel]\n")},
        {"actors/utkast.md", page("Utkastet", "draft: true\n")},
        {"terms/validering.md", page("Validering")},
        {"terms/ting.md", page("Ting", "aliases: [sak]\n")},
        {"terms/stem.md", page("Naturvetenskap och teknik", "short: STEM\n")},
        {"terms/larande.md", page("Livslångt lärande")},
        {"en/actors/uka.md", page("Higher Education Authority", "short: UKÄ\ntranslation_of: uka\n")},
        {"pages/home.md", page("Hemma")}};
    for (const auto& [path, text] : more) texts[path] = text;
    std::map<std::string, std::string> on_disk;
    for (const auto& [path, text] : texts) on_disk["/c/" + path] = text;
    const auto sources = collect_sources(MemoryDisk(on_disk), "/c", config, 1, diagnostics);
    for (const SourceFile& source : sources->pages) pages.push_back(parse_page(source, config, diagnostics));
    for (const Page& one : pages) on_site.push_back(!one.draft);
    files = sources->files;
    routes = assign_addresses(pages, config, diagnostics);
    graph = weave_graph({pages, on_site, routes, config, files}, threads, diagnostics);
    for (const Diagnostic& one : diagnostics.all()) ADD_FAILURE() << one.id << " " << one.message.english;
  }

  std::size_t number(const std::string& path) const {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i].path == path) return i;
    }
    ADD_FAILURE() << "no page " << path;
    return 0;
  }

  // "words -> page" of each automatic link, "words = abbreviation" of what is explained alone, "words => page" of both.
  std::vector<std::string> found(const std::string& path = "pages/x.md") const {
    std::vector<std::string> all;
    const std::size_t from = number(path);
    for (const NamedInText& one : graph->automatic_mentions_of(from).names) {
      const std::string& text = pages[from].document.linkable()[one.block].text;
      const std::string words = text.substr(one.begin, one.end - one.begin);
      const std::string explained = text.substr(one.begin, one.name_end - one.begin);
      const std::string arrow = one.linked ? (one.abbreviation ? " => " : " -> ") : " = ";
      all.push_back(words + arrow + (one.linked ? pages[one.page].id : explained));
    }
    return all;
  }
};

std::vector<std::string> found_in(const std::string& body, const std::string& more = "") {
  return Woven({{"pages/x.md", page("X", more, body)}}).found();
}

TEST(AutomaticMentions, WordByWord) {
  const struct {
    const char* text;
    std::vector<std::string> found;
  } cases[] = {
      {"Enligt Skolverket är det så.", {"Skolverket -> skolverket"}},
      {"Skolverkets bild.", {"Skolverkets -> skolverket"}},
      {"skolverket, SKOLVERKET och Skolverken", {}},
      {"UKÄ:s bild", {"UKÄ:s => uka"}},
      {"UKÄs bild", {"UKÄs => uka"}},
      {"(UKÄ), ”UKÄ”", {"UKÄ => uka"}},
      {"UKA, ukä, UKÄ:are, UKÄX, XUKÄ", {}},
      {"UKÄ-rapporten, UKÄ- och Skolverksrapporten, icke-UKÄ", {}},
      {"www.Skolverket.se, Skolverket.se, info@Skolverket.se, a/Skolverket", {}},
      {"Universitetskanslersämbetets", {"Universitetskanslersämbetets -> uka"}},
      {"Högskolan i Borås ligger i Borås.", {"Högskolan i Borås -> boras"}},
      {"Högskolan\ni  Borås", {"Högskolan i  Borås -> boras"}},
      {"Högskolan\u00A0i Borås", {"Högskolan\u00A0i Borås -> boras"}},
      {"Staden Borås", {"Borås -> boras"}},
      {"En validering", {"validering -> validering"}},
      {"Den valideringen", {"valideringen -> validering"}},
      {"Alla valideringarnas mål", {"valideringarnas -> validering"}},
      {"Validering är bra.", {"Validering -> validering"}},
      {"Bra. Valideringen är bra.", {"Valideringen -> validering"}},
      {"- Validering\n", {"Validering -> validering"}},
      {"Namnet Validering, validera, valideringscentrum", {}},
      {"Ett livslångt lärande", {"livslångt lärande -> larande"}},
      {"Kommunal verksamhet. Kommunal vård", {}},
      {"Facket Kommunal säger", {"Kommunal -> kommunal"}},
      {"Facket Kommunals och kommunal", {"Kommunals -> kommunal"}},
      {"DO säger. Do så.", {"DO => do"}},
      {"Att do, Do", {}},
      {"I går gav regeringen besked.", {"regeringen -> regeringen"}},
      {"Regeringen gav besked", {"Regeringen -> regeringen"}},
      {"STEM-delegationen", {"STEM-delegationen -> delegation"}},
      {"Inom STEM finns", {"STEM => stem"}},
      {"Enligt SCB:s mått", {"SCB:s -> scb"}},
      {"Dubbel A och Dubbel", {"Dubbel A -> dubbel-a"}},
      {"Utkastet finns inte.", {}},
      {"Ett ting, Ting och en sak", {"sak -> ting"}},
      {"**Skolverket** och *UKÄ*s", {"Skolverket -> skolverket"}},
      {"Hög*skolan i Borås*", {"Borås -> boras"}},
  };
  for (const auto& one : cases) EXPECT_EQ(found_in(one.text), one.found) << one.text;
}

TEST(AutomaticMentions, TheFirstOnAPageIsALinkAndTheFirstShortNameIsExplained) {
  EXPECT_THAT(found_in("Skolverket och Skolverket.\n\nSkolverket igen."), ElementsAre("Skolverket -> skolverket"));
  EXPECT_THAT(found_in("Universitetskanslersämbetet, UKÄ, och UKÄ"),
              ElementsAre("Universitetskanslersämbetet -> uka", "UKÄ = UKÄ"));
}

TEST(AutomaticMentions, WhatTheTextLinksToIsLeftAlone) {
  EXPECT_THAT(found_in("Skolverket, se [dem](../actors/skolverket.md)."), IsEmpty());
  EXPECT_THAT(found_in("[[skolverket]] och Skolverket"), IsEmpty());
  EXPECT_THAT(found_in("UKÄ:s mål, se [[uka]]"), ElementsAre("UKÄ:s = UKÄ")) << "still an abbreviation";
  const Woven woven({{"pages/x.md", page("X", "", "[[UKÄ]] och UKÄ")}});
  EXPECT_THAT(woven.found(), IsEmpty());
  EXPECT_THAT(woven.graph->automatic_mentions_of(woven.number("pages/x.md")).abbreviated_links, ElementsAre(0))
      << "the link is the first use";
}

TEST(AutomaticMentions, APageNeverLeadsToItselfNorToAnotherLanguage) {
  const Woven woven({{"actors/uka.md", page("Universitetskanslersämbetet", "short: UKÄ\n", "Här är UKÄ och DO.")},
                     {"en/actors/uka.md", page("Higher Education Authority", "short: UKÄ\ntranslation_of: uka\n",
                                               "The Higher Education Authority's UKÄ.")},
                     {"en/pages/x.md", page("X", "", "Skolverket, UKÄ's and Higher Education Authority")}});
  EXPECT_THAT(woven.found("actors/uka.md"), ElementsAre("UKÄ = UKÄ", "DO => do"));
  EXPECT_THAT(woven.found("en/actors/uka.md"), ElementsAre("UKÄ = UKÄ"));
  EXPECT_THAT(woven.found("en/pages/x.md"), ElementsAre("UKÄ's => uka"));
  EXPECT_EQ(woven.pages[woven.graph->automatic_mentions_of(woven.number("en/pages/x.md")).names.at(0).page].path,
            "en/actors/uka.md");
}

TEST(AutomaticMentions, APageMaySwitchThemOff) {
  EXPECT_THAT(found_in("Skolverket och UKÄ", "no_mentions: [skolverket]\n"), ElementsAre("UKÄ => uka"));
  EXPECT_THAT(found_in("Universitetskanslersämbetet och UKÄ", "no_mentions: [ukä]\n"),
              ElementsAre("Universitetskanslersämbetet -> uka"));
  EXPECT_THAT(found_in("Universitetskanslersämbetet och UKÄ", "no_mentions: uka\n"), IsEmpty()) << "by its id";
  EXPECT_THAT(found_in("Skolverket och [[UKÄ]]", "no_mentions: all\n"), IsEmpty());
}

TEST(AutomaticMentions, AreWeakerBacklinks) {
  const Woven woven({{"pages/a.md", page("A", "", "Bra. Så gör Skolverket. Ja. {#p}")},
                     {"pages/b.md", page("B", "", "Se [[skolverket]].")}});
  const auto& mentions = woven.graph->mentions_of(woven.number("actors/skolverket.md"));
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_FALSE(mentions[0].automatic);
  EXPECT_EQ(mentions[0].from, woven.number("pages/b.md")) << "what is written comes first";
  EXPECT_TRUE(mentions[1].automatic);
  EXPECT_EQ(mentions[1].sentence, "Så gör Skolverket.");
  EXPECT_EQ(mentions[1].passage, "p");
}

TEST(AutomaticMentions, NeedKinds) {
  SiteConfig config = sample::config();
  EXPECT_TRUE(config.mentions.kinds.empty());
  const auto read = sample::read_config_text(std::string(sample::config_text) + "mentions: {kinds: [nobody]}\n");
  ASSERT_EQ(read.diagnostics.all().size(), 1U);
  EXPECT_EQ(read.diagnostics.all().front().message.english, "there is no kind 'nobody'");
}

}  // namespace
}  // namespace vav
