// The cases of tests/templates/cases.txt: what the real Jinja2 makes of a template, we make too.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "sample_data.h"
#include "templates/template_set.h"

namespace vav::templates {
namespace {

struct Case {
  std::string name;
  std::vector<TemplateSource> sources;
  std::string expected;
};

std::vector<std::string> split_at(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, start)) {
    parts.push_back(text.substr(start, at - start));
    start = at + mark.size();
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::vector<Case> read_cases() {
  const std::ifstream file(VAV_SOURCE_DIR "/tests/templates/cases.txt", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  std::vector<Case> cases;
  const std::vector<std::string> blocks = split_at(text.str(), "\n=== ");
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    Case& result = cases.emplace_back();
    const std::vector<std::string> parts = split_at(blocks[i], "\n--- ");
    result.name = parts[0];
    for (std::size_t j = 1; j < parts.size(); ++j) {
      const std::size_t line_end = parts[j].find('\n');
      const std::string title = parts[j].substr(0, line_end);
      const std::string body = parts[j].substr(line_end + 1);
      if (title == "expected") {
        result.expected = body;
      } else {
        result.sources.push_back({title, title, body});
      }
    }
  }
  // The file ends in a line end that belongs to no case.
  if (!cases.empty() && cases.back().expected.ends_with('\n')) cases.back().expected.pop_back();
  return cases;
}

TEST(JinjaCases, AreTheSameHere) {
  const std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 60U);
  for (const Case& one : cases) {
    Diagnostics diagnostics;
    const TemplateSet set = TemplateSet::compile(one.sources, {}, diagnostics);
    const std::string result = set.render("main", sample_data(), {}, diagnostics);
    EXPECT_EQ(result, one.expected) << one.name;
    for (const Diagnostic& finding : diagnostics.all()) {
      ADD_FAILURE() << one.name << ":" << finding.span.place.line << ":" << finding.span.place.column << " "
                    << finding.message.english;
    }
  }
}

}  // namespace
}  // namespace vav::templates
