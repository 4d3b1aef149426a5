#include "base/value.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Value, MapsKeepTheOrderOfTheirKeys) {
  const Value map = Value::map({{"b", 1}, {"a", "x"}});
  EXPECT_EQ(to_json(map), R"({"b":1,"a":"x"})");
  EXPECT_EQ(map.at("a"), Value("x"));
  EXPECT_TRUE(map.at("missing").is_null());
  EXPECT_EQ(map.find("missing"), nullptr);
}

TEST(Value, LastWriteOfAKeyWins) {
  MapBuilder builder;
  builder.set("a", 1).set("b", 2).set("a", 3);
  EXPECT_EQ(to_json(std::move(builder).build()), R"({"a":3,"b":2})");
}

TEST(Value, EqualityIgnoresPlaces) {
  EXPECT_EQ(Value("x").at_place({1, 2, 3}), Value("x"));
}

TEST(Value, TypesDoNotEqualEachOther) {
  EXPECT_NE(Value(1), Value("1"));
  EXPECT_NE(Value(List{}), Value(Entries{}));
  EXPECT_NE(Value(false), Value());
}

TEST(Json, EscapesWhatRfc8259Demands) {
  EXPECT_EQ(json_quote("a\"b\\c\n\t\x01"), "\"a\\\"b\\\\c\\n\\t\\u0001\"");
  EXPECT_EQ(json_quote("åäö – ”x”"), "\"åäö – ”x”\"");
}

TEST(Json, NumbersThatJsonLacksAreNull) {
  EXPECT_EQ(to_json(Value(1.0 / 0.0)), "null");
}

TEST(Json, PrettyFormIndentsByTwo) {
  EXPECT_EQ(to_pretty_json(Value::map({{"a", List{1, 2}}, {"b", List{}}})),
            "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}");
}

}  // namespace
}  // namespace vav
