#include "base/csv.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Csv, OpensInASwedishSpreadsheet) {
  CsvTable table({"Id", "Rubrik"});
  table.add({"a", "Å; \"citat\""});
  EXPECT_EQ(table.bytes(), "\xEF\xBB\xBFId;Rubrik\r\na;\"Å; \"\"citat\"\"\"\r\n");
}

TEST(Csv, NoTextBecomesAFormula) {
  for (const char* text : {"=1+1", "+SUMMA(A1)", "-x", "@x", "\t=1"}) {
    const std::string cell = csv_cell(text);
    EXPECT_EQ(cell.find_first_of('\''), cell.front() == '"' ? 1U : 0U) << text;
  }
  EXPECT_EQ(csv_cell("1=1"), "1=1");
}

TEST(Csv, NumbersStayNumbers) {
  EXPECT_EQ(csv_cell("-3"), "-3");
  EXPECT_EQ(csv_cell("+4.5"), "+4.5");
  EXPECT_EQ(csv_cell("-"), "'-");
}

}  // namespace
}  // namespace vav
