// The native side of ranking_test.js:   ranking_tool DOCUMENTS.json QUERIES.json OUTDIR
// DOCUMENTS is {"documents": [SearchDocument], "facets": [those of the site]}. Writes the search files under
// OUTDIR/search/ and prints, for each query, the answer of the engine as JSON:
// [{"suggestion","hits":[{"address","score","missing","anchor","parts":[{"text","marked"}]}]}].
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "base/unicode.h"
#include "base/value.h"
#include "json_reader.h"
#include "search/engine.h"
#include "search/search_files.h"

namespace {

using vav::testing::Json;
using vav::testing::read_json;

Json read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return read_json(bytes.str());
}

std::string text_of(const Json& json, std::u16string_view key) {
  const Json* value = json.find(key);
  return value != nullptr && value->text() != nullptr ? vav::to_utf8(*value->text()) : "";
}

std::vector<std::string> texts_of(const Json& json, std::u16string_view key) {
  std::vector<std::string> texts;
  const Json* list = json.find(key);
  if (list == nullptr) return texts;
  for (const Json& text : *list->list()) texts.push_back(vav::to_utf8(*text.text()));
  return texts;
}

std::vector<std::vector<std::size_t>> facet_values(const Json& json) {
  std::vector<std::vector<std::size_t>> facets;
  const Json* list = json.find(u"facets");
  if (list == nullptr) return facets;
  for (const Json& values : *list->list()) {
    std::vector<std::size_t>& facet = facets.emplace_back();
    for (const Json& value : *values.list()) facet.push_back(static_cast<std::size_t>(*value.number()));
  }
  return facets;
}

vav::SearchDocument document_of(const Json& json) {
  vav::SearchDocument document;
  document.id = text_of(json, u"id");
  document.lang = text_of(json, u"lang");
  document.title = text_of(json, u"title");
  document.aliases = text_of(json, u"aliases");
  document.headings = text_of(json, u"headings");
  document.summary = text_of(json, u"summary");
  document.kind = text_of(json, u"kind");
  document.kind_id = text_of(json, u"kind_id");
  document.date_iso = text_of(json, u"date_iso");
  document.date_text = text_of(json, u"date_text");
  document.address = text_of(json, u"address");
  document.trail = texts_of(json, u"trail");
  document.names = texts_of(json, u"names");
  document.facets = facet_values(json);
  const Json* outdated = json.find(u"outdated");
  document.outdated = outdated != nullptr && std::get<bool>(outdated->data);
  const Json* passages = json.find(u"passages");
  if (passages == nullptr) return document;
  for (const Json& passage : *passages->list()) {
    document.passages.push_back({text_of(passage, u"anchor"), text_of(passage, u"text")});
  }
  return document;
}

std::vector<vav::SearchFacet> facets_of(const Json& json) {
  std::vector<vav::SearchFacet> facets;
  for (const Json& one : *json.list()) {
    vav::SearchFacet& facet = facets.emplace_back(vav::SearchFacet{text_of(one, u"id"), text_of(one, u"label"), {}});
    for (const Json& value : *one.find(u"values")->list())
      facet.values.push_back({text_of(value, u"id"), text_of(value, u"label")});
  }
  return facets;
}

std::string shortest(double number) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

std::string answer_json(const std::vector<vav::SearchDocument>& documents, const vav::SearchAnswer& answer) {
  std::string out = R"({"suggestion":)" + vav::json_quote(answer.suggestion) + R"(,"hits":[)";
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    const vav::SearchHit& hit = answer.hits[i];
    out += i == 0 ? "" : ",";
    out += R"({"address":)" + vav::json_quote(documents[hit.document].address) + R"(,"score":)" + shortest(hit.score) +
           R"(,"missing":)" + std::to_string(hit.missing) + R"(,"anchor":)" + vav::json_quote(hit.anchor) +
           R"(,"parts":[)";
    bool first = true;
    for (const vav::SnippetPart& part : hit.snippet) {
      if (!first) out += ',';
      first = false;
      out += R"({"text":)" + vav::json_quote(part.text) + R"(,"marked":)" + (part.marked ? "true}" : "false}");
    }
    out += "]}";
  }
  return out + "]}";
}

void write_files(const std::vector<vav::SearchFile>& files, const std::filesystem::path& folder) {
  for (const vav::SearchFile& file : files) {
    const std::filesystem::path path = folder / file.path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.bytes;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: ranking_tool DOCUMENTS.json QUERIES.json OUTDIR\n";
    return 2;
  }
  const Json input = read_file(argv[1]);
  std::vector<vav::SearchDocument> documents;
  for (const Json& json : *input.find(u"documents")->list()) documents.push_back(document_of(json));
  const auto indexes = vav::build_search_indexes(documents, {"sv", "en"}, 2);
  write_files(vav::search_files(documents, facets_of(*input.find(u"facets")), indexes, 2), argv[3]);
  vav::SearchEngine engine(documents, indexes);
  const Json queries = read_file(argv[2]);
  std::cout << "[";
  bool first = true;
  for (const Json& query : *queries.list()) {
    std::cout << (first ? "" : ",\n") << answer_json(documents, engine.search(*query.text(), 1000));
    first = false;
  }
  std::cout << "]\n";
  return std::cout.flush() ? 0 : 3;
}
