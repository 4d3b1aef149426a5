// Text templates in a small dialect of Jinja: template text + Value -> text. Knows nothing of pages or sites.
//
// A name that the data does not have is a finding with its place in the template, never silently nothing. Text is
// escaped for HTML unless it is Markup.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "diagnostics/diagnostic.h"

namespace vav {

struct TemplateSource {
  std::string name;  // as other templates call it: "page.html", "parts/header.html"
  std::string path;  // for findings
  std::string text;
};

// A filter that the caller brings: {{ input | name(arguments…) }}; it comes before a built-in one of the same name. A
// failure becomes a finding at the filter's place. Called from the thread that renders.
using Filter = std::function<Value(const Value& input, std::span<const Value> arguments, Wording& failure)>;
using FilterTable = std::map<std::string, Filter, std::less<>>;

// All templates of a theme, compiled. Immutable; any number of threads may render from it.
class TemplateSet {
 public:
  TemplateSet();
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  TemplateSet(const TemplateSet&) = delete;
  TemplateSet& operator=(const TemplateSet&) = delete;

  // Reports every syntax error, unknown filter, missing include or parent, and circle of them. `own_filters`: names
  // that render() will bring.
  static TemplateSet compile(const std::vector<TemplateSource>& sources, const std::vector<std::string>& own_filters,
                             Diagnostics& diagnostics);

  bool has(std::string_view name) const;
  // REQUIRES: has(name), `data` is a map, `filters` has every name given to compile().
  std::string render(std::string_view name, const Value& data, const FilterTable& filters,
                     Diagnostics& diagnostics) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace vav
