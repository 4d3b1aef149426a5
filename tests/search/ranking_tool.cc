// The native side of ranking_test.js:   ranking_tool DOCUMENTS.json QUERIES.json OUTDIR
// Writes the search files of the documents (an array of SearchDocument) under OUTDIR/search/ and prints, for each
// query, the hits of search_documents as JSON: [[{"id","score","missing","anchor","parts":[{"text","marked"}]}]].
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/value.h"
#include "json_reader.h"
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
  const Json* passages = json.find(u"passages");
  if (passages == nullptr) return document;
  for (const Json& passage : *passages->list()) {
    document.passages.push_back({text_of(passage, u"anchor"), text_of(passage, u"text")});
  }
  return document;
}

std::string shortest(double number) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

std::string hits_json(const std::vector<vav::SearchDocument>& documents, const std::vector<vav::SearchHit>& hits) {
  std::string out = "[";
  for (const vav::SearchHit& hit : hits) {
    if (out.size() > 1) out += ',';
    out += R"({"id":)" + vav::json_quote(documents[hit.document].id) + R"(,"score":)" + shortest(hit.score) +
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
  return out + "]";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: ranking_tool DOCUMENTS.json QUERIES.json OUTDIR\n";
    return 2;
  }
  std::vector<vav::SearchDocument> documents;
  const Json documents_json = read_file(argv[1]);
  for (const Json& json : *documents_json.list()) documents.push_back(document_of(json));
  const auto indexes = vav::build_search_indexes(documents, {"sv", "en"}, 2);
  for (const vav::SearchFile& file : vav::search_files(documents, indexes, 2)) {
    const std::filesystem::path path = std::filesystem::path(argv[3]) / file.path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.bytes;
  }
  const Json queries = read_file(argv[2]);
  std::cout << "[";
  bool first = true;
  for (const Json& query : *queries.list()) {
    std::cout << (first ? "" : ",\n")
              << hits_json(documents, vav::search_documents(documents, indexes, *query.text(), 1000));
    first = false;
  }
  std::cout << "]\n";
  return std::cout.flush() ? 0 : 3;
}
