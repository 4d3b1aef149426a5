#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "images/image.h"
#include "sample_images.h"

namespace vav {
namespace {

using testing::HasSubstr;

std::string cleaned(const std::string& bytes) {
  const auto result = without_metadata(bytes);
  return result ? *result : "refused: " + result.failure().message;
}

std::pair<int, int> size_of(const std::string& attributes) {
  const auto facts = read_image(svg(attributes, ""));
  EXPECT_TRUE(facts.ok());
  return {facts->width, facts->height};
}

TEST(Svg, LosesCommentsMetadataAndNotesOfPrograms) {
  const std::string dirty =
      "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- KANARIE -->\n<?xpacket KANARIE?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:i=\"http://KANARIE\" i:docname='KANARIE' width=\"10\" "
      "data-x='KANARIE'>"
      "<!--KANARIE--><metadata id=\"m\"><rdf:RDF><a onclick='x'>KANARIE</a></rdf:RDF><metadata/>KANARIE</metadata>"
      "<i:view KANARIE='1'/><title>Å &amp; <!--KANARIE-->ä</title><desc>B</desc>"
      "<style>/* KANARIE */ .a > b { fill: url( '#x' ) }</style>"
      "<path d='M0,0' i:label=\"KANARIE\" /><use xlink:href = \"#x\"/></svg>\n<!--KANARIE-->";
  const std::string clean =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\"><title>Å &amp; ä</title><desc>B</desc>"
      "<style>  .a &gt; b { fill: url( &#39;#x&#39; ) }</style><path d='M0,0'/><use xlink:href = \"#x\"/></svg>";
  EXPECT_EQ(cleaned(dirty), clean);
  EXPECT_EQ(cleaned(clean), clean);
}

TEST(Svg, GetsItsNameSpace) {
  EXPECT_EQ(cleaned("<svg><g/></svg>"), "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>");
  EXPECT_EQ(cleaned("<svg/>"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
}

TEST(Svg, KnowsItsSize) {
  const auto size = [](int width, int height) { return std::pair(width, height); };
  EXPECT_EQ(size_of(" width=\"30\" height=\"20px\""), size(30, 20));
  EXPECT_EQ(size_of(" width=\"1in\" height=\"2.54cm\""), size(96, 96));
  EXPECT_EQ(size_of(" viewBox=\"0 0 300 200.4\""), size(300, 200));
  EXPECT_EQ(size_of(" width=\"100%\" height=\"100%\" viewBox=\"-1,-1,3,2\""), size(3, 2));
  EXPECT_EQ(size_of(" width=\"600\" viewBox=\"0 0 300 200\""), size(600, 400));
  EXPECT_EQ(size_of(" height=\"0.1\" viewBox=\"0 0 300 200\""), size(1, 1));
  for (const char* none : {"", " width=\"30\"", " width=\"a\" height=\"b\"", " viewBox=\"0 0 1\"",
                           " viewBox=\"0 0 -1 -1\"", " width=\"1e9\" height=\"1\"", " width=\"nan\" height=\"inf\""})
    EXPECT_EQ(size_of(none), size(0, 0)) << none;
}

TEST(Svg, ThatDoesMoreThanDrawIsRefused) {
  const auto refused = [](const std::string& attributes, const std::string& content) {
    return cleaned(svg(attributes, content));
  };
  const std::string runs = "refused: the SVG image holds a script or an event handler";
  const std::string loads = "refused: the SVG image loads something or leads elsewhere";
  const std::string unknown = "refused: the SVG image holds something that vav does not know";
  EXPECT_EQ(refused("", "<script>x</script>"), runs);
  EXPECT_EQ(refused(" onload=\"x\"", ""), runs);
  EXPECT_EQ(refused("", "<g OnClick='x'/>"), runs);
  EXPECT_EQ(refused("", "<a href='#x'><set attributeName=' href ' to='javascript:x'/></a>"), runs);
  EXPECT_EQ(refused("", "<animate attributeName='xlink:href'/>"), runs);
  for (const char* address : {"http://x.se", "https://x.se", "//x.se", "x.svg#y", "data:image/png,x", "javascript:x",
                              "&#106;avascript:x", " JavaScript:x", ""})
    EXPECT_EQ(refused("", std::string("<use href=\"") + address + "\"/>"), loads) << address;
  EXPECT_EQ(refused("", "<image xlink:href='x.png'/>"), loads);
  EXPECT_EQ(refused("", "<rect fill='url(http://x.se/#a)'/>"), loads);
  EXPECT_EQ(refused("", "<rect fill='&#117;rl( x.svg#a)'/>"), loads);
  EXPECT_EQ(refused("", "<rect fill='u\\72l(http://x.se)'/>"), unknown);
  EXPECT_EQ(refused("", "<rect style='background: URL (x)'/>"), loads);
  EXPECT_EQ(refused("", "<style>@import 'x.css';</style>"), loads);
  EXPECT_EQ(refused("", "<style><![CDATA[a{b:u/**/rl(x)} c{d:url(y)}]]></style>"), loads);
  EXPECT_EQ(refused("", "<style>\\75rl(x)</style>"), unknown);
  EXPECT_EQ(refused("", "<style><g/></style>"), "refused: the SVG image cannot be read as XML, or has a document type");
  for (const char* element : {"foreignObject", "iframe", "SCRIPT", "html", "handler", "font", "audio"})
    EXPECT_EQ(refused("", std::string("<") + element + "/>"), unknown) << element;
  EXPECT_EQ(refused("", "<g xmlns='http://www.w3.org/1999/xhtml'/>"), unknown);
  EXPECT_EQ(refused("", "<g xmlns:xlink='http://x.se'/>"), unknown);
  EXPECT_EQ(cleaned("<?xml-stylesheet href='x'?><svg/>"), loads);
}

TEST(Svg, ThatIsNoXmlIsRefused) {
  const std::string unreadable = "refused: the SVG image cannot be read as XML, or has a document type";
  for (const std::string text : {"<!DOCTYPE svg><svg/>",
                                 "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
                                 "<svg>&a;</svg>",
                                 "<svg a='&b;'/>",
                                 "<svg>&#0;</svg>",
                                 "<svg>&#xD800;</svg>",
                                 "<svg>&#;</svg>",
                                 "<svg>&",
                                 "<svg",
                                 "<svg a",
                                 "<svg a=",
                                 "<svg a=b/>",
                                 "<svg a='",
                                 "<svg a='1' a='2'/>",
                                 "<svg a='1'b='2'/>",
                                 "<svg a='<'/>",
                                 "<svg",
                                 "<svg>",
                                 "<svg></g>",
                                 "<svg></svg a='b'>",
                                 "<svg></svg></svg>",
                                 "<svg/><svg/>",
                                 "<svg/>x",
                                 "x<svg/>",
                                 "<g><svg/></g>",
                                 "<svg:svg/>",
                                 "< svg/><svg/>",
                                 "<svg><!-- a -- b --></svg>",
                                 "<svg><!--</svg>",
                                 "<svg><![CDATA[</svg>",
                                 "<svg><?a</svg>",
                                 "<svg / >",
                                 "<svg>\xFF</svg>",
                                 "<?xml version='1.0' encoding='latin1'?><svg/>"}) {
    const std::string result = cleaned(text);
    EXPECT_TRUE(result == unreadable || result == "refused: the file is no image in PNG, JPEG, GIF, WebP or SVG")
        << text;
  }
  EXPECT_EQ(cleaned("<svg>" + std::string(1, '\0') + "</svg>"), unreadable);
}

}  // namespace
}  // namespace vav
