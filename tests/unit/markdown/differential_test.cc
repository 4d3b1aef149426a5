// Where nothing is ours, the HTML is that of cmark-gfm's own renderer.
#include <gtest/gtest.h>

#include "base/text.h"
#include "markdown/syntax_tree.h"
#include "parsed.h"

namespace vav {
namespace {

std::string html_of_cmark(const std::string& text) {
  prime_markdown_parser();
  const SyntaxTree tree(text);
  std::string html = cmark_render_html(tree.root(), CMARK_OPT_DEFAULT, nullptr);
  html = replace_all(html, " aria-label=\"Back to content\"", "");  // words of the interface are the theme's
  for (const char* side : {"left", "center", "right"})
    html = replace_all(html, std::string(" align=\"") + side + '"', std::string(" class=\"") + side + '"');
  return html;
}

// Each piece of `html` from `start` up to and with `end` becomes `kept`.
std::string without(std::string html, std::string_view start, std::string_view end, std::string_view kept) {
  for (std::size_t at = html.find(start); at != std::string::npos; at = html.find(start, at + kept.size()))
    html.replace(at, html.find(end, at + start.size()) + end.size() - at, kept);
  return html;
}

std::string html_of_ours(const std::string& text) {
  std::string html = parse(text).html;
  for (int level = 2; level <= 6; ++level) {
    const std::string tag = "<h" + std::to_string(level);
    html = without(html, std::string(tag).append(" id=\""), ">", std::string(tag).append(">"));
  }
  html = without(html, "<div class=\"scroll\"", ">\n", "");
  html = replace_all(html, "</div>\n", "");
  html = replace_all(html, " scope=\"col\"", "");
  html = replace_all(html, " loading=\"lazy\"", "");
  return replace_all(html, "&#39;", "'");
}

const std::vector<std::string>& samples() {
  static const std::vector<std::string> all = {
      "a\nb  \nc\\\nd",
      "## a\n### b ###\n#### c\n##### d\n###### e\n####### f",
      "a\n---\n\n***\n_ _ _\n",
      "    kod\n\n      mer\n\n\ttabb",
      "```\na < b & \"c\"\n```",
      "~~~ c++ mer info\nx\n\n\ny\n~~~",
      "``` a&amp;b\\*\n",
      "> a\n> > b\nlat\n\n> ## c\n> - d\n>\n>   e",
      "- a\n- b\n  - c\n    - d\n\n- e",
      "1. a\n2. b\n\n3) c\n0. d\n\n10. e\n    - f\n\n      g",
      "- a\n\n  b\n\n      kod\n\n  > c\n",
      "* a\n+ b\n- c\n\n\n- \n- d\n-\n",
      "- ## a\n- ```\n  b\n  ```\n- ---\n",
      "*a* _b_ **c** __d__ ***e*** *f **g** h* **i *j* k** a*b*c a_b_c __a_b__",
      "* a* **a **b ***c** d*** *a_b*c_ \\*d\\* **a*",
      "~~a~~ ~b~ ~~~c~~~ ~~a *b~~ c*",
      "`a` ``b ` c`` ` d ` `` ` `` `e\nf` `a\\`b`",
      R"(&amp; &copy; &#228; &#x41; &nbsp; &foo; & < > " ' \& \< \a)",
      "[a](b) [c](<d e> \"f\") [g](h 'i &quot;j') [k](l (m)) [](o)",
      "[a *b* `c` ![d](e)](f) [g [h] i](j) [k](l(m)n) [o](p\\)q) [r](s&auml;t) [u](v%20w)",
      "[a][b] [b][] [b] [B] [c][d]\n\n[b]: /url \"titel\"\n[d]: <x y>\n  'flera\n  rader'\n",
      "[a] [ a ] [a][] \\[a] [a\\] `[a]`\n\n[a]: b\n",
      "![a](b) ![c *d* `e`](f \"g\") ![h][i] ![i] ![j ![k](l) m](n) ![o [p](q) r](s)\n\n[i]: t.png 'u \"v'\n",
      "<https://a.se/?b=c&d=e> <mailto:a@b.se> <a@b.se> <HTTP://Ä.se/å>",
      "www.a.se http://b.se/c(d)e) https://f.se/?g=h&i=j&amp; www.k.se. (www.l.se) m@n.se www.å.se",
      "http://a_b.se www.a_b.se a.b-c_d@e.f_g.se http:// www. a@b *http://a.se*",
      "| a | b |\n|---|:-:|\n| c *d* | e \\| f |\n| `g\\|h` |\n| i | j | k |\n",
      "a | b\n--|--:\nc | d\n\n|x|\n|-|\n",
      "text\n| a |\n|---|\n| b |\nslut\n> citat",
      "- | a |\n  |---|\n  | b |\n",
      "- [ ] a\n- [x] b\n- [X] c\n- [] d\n\n1. [ ] e\n\n   f\n",
      "a[^1] b[^x] c[^1]\n\n[^1]: d\n\n    e\n[^x]:\n    - f\n    - g\n",
      "[^a]\n\n[^a]: [^b] `c`\n[^b]:\n    ```\n    d\n    ```\n\nefter [^nej]",
      "a\n\n\n\nb   \n   c\n",
      "\tå\n\nä\xC2\xA0ö 日本語 *日本* **”x”**å",
      "a\\\nb\\\\\nc  \n  d",
      "> ```\n> a\n\n> b\n\n>\n\n> \n> c",
      "1. a\n\n   1. b\n\n      1. c\n\nd",
      "a\n***\nb\n- c\nd\n1. e\n2) f",
      "Setext *a*\nb\n------\n\n## \n\n##\n",
      "[a]: b\n[c]: d\n\n[e]: f 'g\n\nh' [a][c]",
      "*[a*](b) [*c](d)* `[e`](f) [g`](h)`",
      "'a' \"b\" -- ... (c)",
  };
  return all;
}

TEST(Differential, EachSample) {
  for (const std::string& sample : samples()) EXPECT_EQ(html_of_ours(sample), html_of_cmark(sample)) << sample;
}

// Also nested, and beside each other.
TEST(Differential, SamplesInQuotesAndLists) {
  for (const std::string& sample : samples()) {
    std::string quoted, item;
    for (const std::string_view line : split_lines(sample)) {
      quoted += "> " + std::string(line) + "\n";
      item += (item.empty() ? "- " : "  ") + std::string(line) + "\n";
    }
    EXPECT_EQ(html_of_ours(quoted), html_of_cmark(quoted)) << quoted;
    EXPECT_EQ(html_of_ours(item), html_of_cmark(item)) << item;
  }
}

TEST(Differential, PairsOfSamples) {
  const auto& all = samples();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& other = all[(i * 7 + 3) % all.size()];
    const std::string text = std::string(all[i]).append("\n\n").append(other);
    EXPECT_EQ(html_of_ours(text), html_of_cmark(text)) << text;
  }
}

}  // namespace
}  // namespace vav
