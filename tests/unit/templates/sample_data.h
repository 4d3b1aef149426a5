// The data that the template tests, the cases of Jinja2 and the fuzzer render from. The same as DATA in
// tests/templates/make_cases.py.
#pragma once

#include "base/value.h"

namespace vav::templates {

inline Value sample_page() {
  return Value::map({{"title", "Träff <2>"},
                     {"body", Markup{"<p>Bröd &amp; text</p>"}},
                     {"summary", ""},
                     {"updated", Value()},
                     {"count", 3},
                     {"ratio", 2.5},
                     {"published", true},
                     {"tags", List{"öppen", "data", "ai"}},
                     {"fields", Value::map({{"antal", 7}, {"form", "distans"}})}});
}

inline Value sample_item(const char* id, const char* title, const char* kind, int count, Value date) {
  return Value::map({{"id", id},
                     {"title", title},
                     {"kind", Value::map({{"one", kind}})},
                     {"count", count},
                     {"date", std::move(date)}});
}

inline Value sample_data() {
  const Value site = Value::map({{"title", "Väven & duken"}, {"publisher", "UKÄ"}, {"home", "index.html"}});
  const List items = {sample_item("a", "Åre & Östersund", "plats", 2, "2025-05-08"),
                      sample_item("b", "beslut", "beslut", 0, {}), sample_item("c", "<c>", "plats", 5, "2024")};
  return Value::map({{"site", site},
                     {"page", sample_page()},
                     {"items", items},
                     {"numbers", List{3, 1, 2}},
                     {"pairs", List{Value(List{"x", 1}), Value(List{"y", 2})}},
                     {"empty_list", List()},
                     {"empty_map", Value(Entries())},
                     {"empty_text", ""},
                     {"quote", "\"it's\" <b> & c"},
                     {"html", Markup{"<em>x</em>"}},
                     {"nothing", Value()},
                     {"zero", 0},
                     {"yes", true},
                     {"no", false}});
}

}  // namespace vav::templates
