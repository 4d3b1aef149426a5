#include "documents/document.h"

#include <gmock/gmock.h>
#include <random>

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string pdf(const std::string& objects) {
  return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + objects + "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

std::vector<std::string> told(const std::string& bytes) {
  std::vector<std::string> all;
  for (const DocumentFinding& one : clean_document(bytes).findings) {
    all.push_back(std::to_string(static_cast<int>(one.fault)) + " " + one.where);
  }
  return all;
}

TEST(CleanDocument, LeavesOtherFilesAlone) {
  for (const std::string bytes : {"", "hej", "%PDF", "PK", "a;b\n"}) {
    const CleanDocument document = clean_document(bytes);
    EXPECT_EQ(document.bytes, bytes);
    EXPECT_THAT(document.findings, IsEmpty());
  }
}

TEST(CleanPdf, WritesSpacesOverTheAuthor) {
  const std::string before = pdf("2 0 obj\n<< /Title (En \\(liten\\) titel) /Author (Anna \\) (A)) >>\nendobj");
  const CleanDocument document = clean_document(before);
  EXPECT_THAT(document.findings, IsEmpty());
  EXPECT_EQ(document.bytes, pdf("2 0 obj\n<< /Title (En \\(liten\\) titel) /Author (           ) >>\nendobj"));
  EXPECT_EQ(clean_document(document.bytes).bytes, document.bytes);
}

TEST(CleanPdf, LeavesFieldsOfFormsTheirNames) {
  const std::string before = pdf("2 0 obj\n<< /FT /Tx /T (Namn) /Subtype /Widget >>\nendobj");
  EXPECT_EQ(clean_document(before).bytes, before);
}

TEST(CleanPdf, ReadsNoObjectsInsideOfStreams) {
  const std::string before = pdf("2 0 obj\n<< /Length 16 >>\nstream\n<< /Author (A) >>\nendstream\nendobj");
  EXPECT_EQ(clean_document(before).bytes, before);
}

TEST(CleanPdf, KnowsWhatItCannotRead) {
  EXPECT_THAT(told("%PDF-1.7\n"), ElementsAre("0 "));
  EXPECT_THAT(told(pdf("2 0 obj\n<< /A (")), ElementsAre("0 "));
  EXPECT_THAT(told(pdf("2 0 obj\n<< /Length 9 >>\nstream\nx")), ElementsAre("0 "));
  EXPECT_THAT(told(pdf("2 0 obj\n" + std::string(5000, '['))), ElementsAre("0 "));
  EXPECT_THAT(
      told(pdf("2 0 obj\n<< /Type /ObjStm /First 0 /Filter /LZWDecode /Length 1 >>\nstream\nx\nendstream\nendobj")),
      ElementsAre("0 "));
}

// Whatever is done to a document, it is read without a crash, and what comes out is as long and comes out again.
TEST(CleanPdf, SurvivesDamage) {
  const std::string good =
      pdf("2 0 obj\n<< /Author <FEFF0041> /Title 3 0 R /Producer (x) >>\nendobj\n3 0 obj\n(Titel)\nendobj\n"
          "4 0 obj\n<< /Type /Metadata /Length 60 >>\nstream\n<a><dc:creator "
          "a='b'>Anna</dc:creator><dc:title>T</dc:title></a>\n"
          "endstream\nendobj\n5 0 obj\n<< /Filter /DCTDecode /Length 20 >>\nstream\n\xFF\xD8\xFF\xE1\x01\x08"
          "Exif......\xFF\xDAxx\nendstream\nendobj");
  std::mt19937 random(1);  // NOLINT: the same damage every time
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = good;
    for (int i = 0; i < 3; ++i) {
      const std::size_t place = random() % bytes.size();
      if (random() % 4 == 0) {
        bytes.erase(place, random() % 20);
      } else {
        bytes[place] = "()<>[]/% \n\0a1R"[random() % 14];
      }
      if (bytes.empty()) bytes = "%";
    }
    const CleanDocument once = clean_document(bytes);
    EXPECT_EQ(once.bytes.size(), bytes.size());
    EXPECT_EQ(clean_document(once.bytes).bytes, once.bytes);
  }
}

TEST(CheckOffice, SurvivesDamage) {
  const std::string head("PK\x03\x04");
  EXPECT_THAT(told(head), ElementsAre("0 "));
  EXPECT_THAT(told(head + "PK\x05\x06" + std::string(18, '\xFF')), ElementsAre("0 "));
  EXPECT_THAT(told(head + "PK\x05\x06" + std::string(18, '\0')), IsEmpty());
}

}  // namespace
}  // namespace vav
