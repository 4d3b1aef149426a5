// The native index over any documents, so that it can be held against lunr's own (oracle_test.js):
//   lunr_index_tool DOCS.json OPTS.json            writes index.json to standard output
//   lunr_index_tool --sets SETS.jsonl OUTDIR       one {"docs","opts"} a line; writes OUTDIR/0.json, OUTDIR/1.json, …
//   lunr_index_tool --time DOCS.json OPTS.json OUT writes OUT and prints {"build":SECONDS,"json":SECONDS}, reading not
//                                                  counted (../bench/index_bench.js)
// All take [--threads N]. DOCS and OPTS are as oracle.js has them.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "json_reader.h"
#include "search/lunr_index.h"

namespace {

using vav::testing::js_string;
using vav::testing::Json;
using vav::testing::read_json;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "cannot read " << path << "\n";
    std::exit(3);
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::vector<std::string> texts(const Json& value) {
  if (value.list() == nullptr) return {vav::to_utf8(js_string(value))};
  std::vector<std::string> result;
  for (const Json& item : *value.list()) result.push_back(vav::to_utf8(js_string(item)));
  return result;
}

vav::IndexOptions read_options(const Json& json) {
  vav::IndexOptions options;
  const Json* fields = json.find(u"fields");
  if (fields != nullptr) {
    for (const Json& field : *fields->list()) {
      const Json* name = field.find(u"name");
      const Json* boost = field.find(u"boost");
      options.fields.push_back({vav::to_utf8(js_string(name != nullptr ? *name : field)),
                                boost != nullptr && boost->number() != nullptr ? *boost->number() : 1});
    }
  } else {
    options.fields = {{"title"}, {"body"}};
  }
  const Json* languages = json.find(u"lang");
  options.languages = languages != nullptr ? texts(*languages) : std::vector<std::string>{"sv"};
  if (const Json* kept = json.find(u"metadataWhitelist")) options.metadata = texts(*kept);
  if (const Json* k1 = json.find(u"k1")) options.k1 = *k1->number();
  if (const Json* b = json.find(u"b")) options.b = *b->number();
  return options;
}

vav::FieldValue field_value(const Json* json) {
  if (json == nullptr || json->is_null()) return std::monostate();
  if (json->list() == nullptr) return js_string(*json);
  std::vector<std::u16string> items;
  for (const Json& item : *json->list()) items.push_back(item.is_null() ? std::u16string() : js_string(item));
  return items;
}

std::vector<vav::IndexDocument> read_documents(const Json& json, const Json& opts, const vav::IndexOptions& options) {
  const Json* ref_field = opts.find(u"ref");
  const Json* boost_field = opts.find(u"docBoostField");
  const Json* only = opts.find(u"onlyLang");
  std::vector<vav::IndexDocument> documents;
  for (const Json& json_document : *json.list()) {
    const Json* language = json_document.find(u"lang");
    if (only != nullptr && only->text() != nullptr && language != nullptr && *language->text() != *only->text())
      continue;
    vav::IndexDocument& document = documents.emplace_back();
    const Json* ref = json_document.find(ref_field != nullptr ? *ref_field->text() : u"id");
    document.ref = ref != nullptr ? js_string(*ref) : u"undefined";
    for (const vav::IndexField& field : options.fields) {
      document.values.push_back(field_value(json_document.find(vav::to_utf16(field.name))));
    }
    if (boost_field != nullptr) {
      const Json* boost = json_document.find(*boost_field->text());
      if (boost != nullptr && boost->number() != nullptr) document.boost = *boost->number();
    }
  }
  return documents;
}

std::string index_of(const Json& docs, const Json& opts, int threads) {
  const vav::IndexOptions options = read_options(opts);
  return vav::lunr_index_json(vav::build_lunr_index(read_documents(docs, opts, options), options, threads), threads);
}

int write_sets(const std::string& sets, const std::string& folder, int threads) {
  const std::string lines = read_file(sets);
  std::size_t number = 0;
  for (const std::string_view line : vav::split_lines(lines)) {
    const Json set = read_json(line);
    std::ofstream out(folder + "/" + std::to_string(number++) + ".json", std::ios::binary);
    out << index_of(*set.find(u"docs"), *set.find(u"opts"), threads);
    if (!out.flush()) return 3;
  }
  return 0;
}

int time_index(const std::vector<std::string>& files, int threads) {
  using clock = std::chrono::steady_clock;
  const auto seconds = [](clock::duration time) { return std::chrono::duration<double>(time).count(); };
  const Json opts = read_json(read_file(files[1]));
  const vav::IndexOptions options = read_options(opts);
  const std::vector<vav::IndexDocument> documents = read_documents(read_json(read_file(files[0])), opts, options);
  const auto started = clock::now();
  const vav::LunrIndex index = vav::build_lunr_index(documents, options, threads);
  const auto built = clock::now();
  const std::string json = vav::lunr_index_json(index, threads);
  const auto written = clock::now();
  std::cout << "{\"build\":" << seconds(built - started) << ",\"json\":" << seconds(written - built) << "}\n";
  std::ofstream out(files[2], std::ios::binary);
  out << json;
  return out.flush() && std::cout.flush() ? 0 : 3;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  int threads = 1;
  if (arguments.size() >= 2 && arguments[arguments.size() - 2] == "--threads") {
    threads = std::atoi(arguments.back().c_str());
    arguments.resize(arguments.size() - 2);
  }
  if (arguments.size() == 3 && arguments[0] == "--sets") return write_sets(arguments[1], arguments[2], threads);
  if (arguments.size() == 4 && arguments[0] == "--time") {
    return time_index({arguments.begin() + 1, arguments.end()}, threads);
  }
  if (arguments.size() != 2) {
    std::cerr
        << "usage: lunr_index_tool DOCS.json OPTS.json | --sets SETS.jsonl OUTDIR | --time DOCS.json OPTS.json OUT"
           "   [--threads N]\n";
    return 2;
  }
  std::cout << index_of(read_json(read_file(arguments[0])), read_json(read_file(arguments[1])), threads);
  return std::cout.flush() ? 0 : 3;
}
