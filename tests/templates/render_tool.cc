// Renders templates for jinja_test.py. Standard input: cases, each ended by 0x1E, of NAME 0x1F TEXT 0x1F for each of
// its templates; the one called "main" is rendered from sample_data(). Standard output, for each case: the findings, a
// line each, 0x1F, the text, 0x1E.
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "../unit/templates/try_templates.h"
#include "base/text.h"

namespace {

void render(std::string_view one) {
  const std::vector<std::string_view> parts = vav::split(one, '\x1F');
  std::vector<vav::TemplateSource> sources;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    const std::string name(parts[i]);
    sources.push_back({name, name, std::string(parts[i + 1])});
  }
  vav::Diagnostics diagnostics;
  const vav::TemplateSet set = vav::TemplateSet::compile(sources, {}, diagnostics);
  std::string text;
  if (!diagnostics.has_errors()) text = set.render("main", vav::templates::sample_data(), {}, diagnostics);
  std::cout << vav::join(vav::templates::as_lines(diagnostics), "\n") << '\x1F' << text << '\x1E';
}

}  // namespace

int main() {
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  for (const std::string_view one : vav::split(input, '\x1E')) {
    if (!one.empty()) render(one);
  }
  return 0;
}
