#include "json/json.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

// The value written again, or "line:column message".
std::string read(std::string_view text) {
  const auto result = read_json(text);
  if (const auto* fault = std::get_if<JsonFault>(&result)) {
    return std::to_string(fault->place.line) + ":" + std::to_string(fault->place.column) + " " + fault->message.english;
  }
  return to_json(std::get<Value>(result));
}

TEST(Json, Reads) {
  EXPECT_EQ(read(R"( {"a" : [1, -2, 0.5, 1e2, true, false, null, ""], "b":{} ,"c":[] } )"),
            R"({"a":[1,-2,0.5,100,true,false,null,""],"b":{},"c":[]})");
  EXPECT_EQ(read(R"("å\u00e5\ud83d\ude00\n\"\\\/")"), "\"åå😀\\n\\\"\\\\/\"");
}

TEST(Json, SaysWhatIsWrong) {
  EXPECT_EQ(read(""), "1:1 a value is missing");
  EXPECT_EQ(read("{\"å\":1,\n \"å\":2}"), "2:2 the key stands here a second time");
  EXPECT_EQ(read("[1,]"), "1:4 not a value of JSON");
  EXPECT_EQ(read("[1"), "1:3 a ] is missing");
  EXPECT_EQ(read("{1:2}"), "1:2 a key is missing");
  EXPECT_EQ(read("{\"a\" 1}"), "1:6 a : is missing");
  EXPECT_EQ(read("\"a"), "1:3 a text has no end");
  EXPECT_EQ(read("\"a\nb\""), "1:3 a control character in a text");
  EXPECT_EQ(read("1 2"), "1:3 something follows the value");
  for (const char* bad :
       {"01", "1.", ".5", "+1", "-", "0x1", "NaN", "1e", "tru", R"("\x")", R"("\u12")", R"("\ud800")"}) {
    EXPECT_TRUE(std::holds_alternative<JsonFault>(read_json(bad))) << bad;
  }
  EXPECT_TRUE(std::holds_alternative<JsonFault>(read_json(std::string(100'000, '['))));
}

TEST(Json, KnowsPlaces) {
  const auto result = read_json("{\n  \"å\": [10, \"två\"]}");
  const Entry& entry = std::get<Value>(result).entries()->at(0);
  EXPECT_EQ(entry.key_place, (Place{2, 3, 3}));
  EXPECT_EQ(entry.value.items()[1].place(), (Place{2, 13, 5}));
}

}  // namespace
}  // namespace vav
