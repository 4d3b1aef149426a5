#include "theme/setting.h"

#include <gtest/gtest.h>

#include "theme/colour.h"

namespace vav {
namespace {

TEST(Colour, IsReadInBothForms) {
  const auto whole = parse_colour("#12457f");
  const auto brief = parse_colour("#147");
  ASSERT_TRUE(whole && brief);
  EXPECT_NEAR(whole->green, 0x45 / 255.0, 1e-9);
  EXPECT_NEAR(brief->blue, 0x77 / 255.0, 1e-9);
  for (const char* wrong :
       {"", "#", "12457f", "#12457", "#12457g", "#1245 7", "#+1+2+3", "#-1-2-3", "blue", "#12457f;"})
    EXPECT_FALSE(parse_colour(wrong)) << wrong;
}

// Ratios that are published: black on white, and #767676, the lightest grey that reaches 4.5 on white.
TEST(Colour, ContrastIsThatOfWcag) {
  const Colour white = *parse_colour("#fff");
  EXPECT_NEAR(contrast(*parse_colour("#000"), white), 21, 1e-9);
  EXPECT_NEAR(contrast(white, white), 1, 1e-9);
  EXPECT_GE(contrast(*parse_colour("#767676"), white), 4.5);
  EXPECT_LT(contrast(white, *parse_colour("#777777")), 4.5);
}

Setting colour_setting() {
  Setting setting{.name = "link", .type = SettingType::colour};
  setting.value = Value::map({{"light", "#12457f"}, {"dark", "#9dc8ff"}});
  setting.css = "--link";
  setting.grounds = {.light = {"#ffffff"}, .dark = {"#000000"}, .contrast = 4.5};
  return setting;
}

TEST(Setting, AColourMustBeSeenOnItsOwnSide) {
  const Setting setting = colour_setting();
  EXPECT_FALSE(fault_of(setting, setting.value));
  const auto turned = fault_of(setting, Value::map({{"light", "#9dc8ff"}, {"dark", "#12457f"}}));
  ASSERT_TRUE(turned);
  EXPECT_TRUE(turned->message.english.starts_with("the colour #9dc8ff is hard to see on #ffffff"))
      << turned->message.english;
  EXPECT_TRUE(fault_of(setting, Value::map({{"light", "#12457f"}})));
  EXPECT_TRUE(fault_of(setting, Value::map({{"light", "#12457f"}, {"dark", "#9dc8ff"}, {"print", "#000"}})));
  EXPECT_TRUE(fault_of(setting, "#12457f"));
}

TEST(Setting, ANumberKeepsItsBounds) {
  Setting setting{.name = "width", .type = SettingType::number};
  setting.least = 26;
  setting.greatest = 38;
  for (const Value& right : {Value(26), Value(38), Value(30.5)}) EXPECT_FALSE(fault_of(setting, right));
  for (const Value& wrong : {Value(25), Value(38.01), Value("30"), Value(true), Value()})
    EXPECT_TRUE(fault_of(setting, wrong));
}

TEST(Setting, TheStylesheetGetsWhatHasACustomProperty) {
  Setting width{.name = "width", .type = SettingType::number};
  width.value = 30.5;
  width.css = "--width";
  width.unit = "rem";
  Setting silent{.name = "menus", .type = SettingType::number};
  silent.value = 2;
  EXPECT_EQ(settings_css({silent}), "");
  EXPECT_EQ(settings_css({silent, width}), ":root {\n  --width: 30.5rem;\n}");
  EXPECT_EQ(settings_css({colour_setting(), width}),
            ":root {\n  --link: #12457f;\n  --width: 30.5rem;\n}\n\n"
            "@media (prefers-color-scheme: dark) {\n  :root {\n    --link: #9dc8ff;\n  }\n}");
}

}  // namespace
}  // namespace vav
