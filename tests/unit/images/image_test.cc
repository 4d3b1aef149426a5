// PNG, JPEG, GIF and WebP: what they are, and that nothing stays but the picture, and all of that.
#include "images/image.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

#include "sample_images.h"

// The fuzzer's entry, so that its corpus is replayed by every run of the tests.
#include "../../fuzz/images_fuzz.cc"  // NOLINT(bugprone-suspicious-include)

namespace vav {
namespace {

using testing::HasSubstr;
using testing::Not;

ImageFacts facts_of(const std::string& bytes) {
  const auto facts = read_image(bytes);
  EXPECT_TRUE(facts.ok()) << facts.failure().message;
  return facts ? *facts : ImageFacts{};
}

std::string failure_of(const std::string& bytes) {
  const auto cleaned = without_metadata(bytes);
  return cleaned ? "" : cleaned.failure().message;
}

// `dirty` becomes `clean`, which stays what it is, and is told no other size.
void expect_cleaned(const std::string& dirty, const std::string& clean) {
  ASSERT_THAT(dirty, HasSubstr("KANA"));
  const auto cleaned = without_metadata(dirty);
  ASSERT_TRUE(cleaned.ok()) << cleaned.failure().message;
  EXPECT_EQ(*cleaned, clean);
  EXPECT_EQ(facts_of(dirty), facts_of(clean));
  EXPECT_EQ(*without_metadata(clean), clean);
}

// Cut off at any byte, and with any byte made another, it is refused or read: the sanitizer sees what is read.
void expect_no_surprise(const std::string& bytes) {
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_NE(failure_of(bytes.substr(0, length)), "") << length;
    for (const char other : {'\0', '\xFF', '\x7F'}) {
      std::string changed = bytes;
      changed[length] = other;
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(changed.data()), changed.size());
    }
  }
}

const std::string png_kept = png_chunk("iCCP", "profil") + png_chunk("gAMA", "gama") + png_chunk("acTL", "actlactl") +
                             png_chunk("PLTE", "rgb") + png_chunk("tRNS", "t") + png_chunk("pHYs", "123456789") +
                             png_chunk("fcTL", "f") + png_chunk("IDAT", "pixlar") + png_chunk("fdAT", "mer");

TEST(Png, KeepsThePictureAlone) {
  const std::string start = png_start + png_header(640, 480);
  const std::string end = png_chunk("IEND", "");
  std::string notes;
  for (const char* type : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt", "caBX"}) notes += png_chunk(type, canary);
  expect_cleaned(start + notes + png_kept + notes + end + canary, start + png_kept + end);
  EXPECT_EQ(facts_of(start + png_kept + end), (ImageFacts{ImageFormat::png, 640, 480}));
  expect_no_surprise(start + png_kept + notes + end);
}

TEST(Png, DamagedOnesAreRefused) {
  const std::string damaged = "the PNG image is damaged or cut short";
  const std::string pixels = png_chunk("IDAT", "x"), end = png_chunk("IEND", "");
  EXPECT_EQ(failure_of(png_start + png_header(1, 1) + pixels + end), "");
  EXPECT_EQ(failure_of(png_start + png_header(0, 1) + pixels + end), damaged);
  EXPECT_EQ(failure_of(png_start + png_header(1, 0x80000000U) + pixels + end), damaged);
  EXPECT_EQ(failure_of(png_start + png_header(1, 1) + end), damaged);
  EXPECT_EQ(failure_of(png_start + pixels + end), damaged);
  EXPECT_EQ(failure_of(png_start + png_header(1, 1) + png_header(1, 1) + pixels + end), damaged);
  EXPECT_EQ(failure_of(png_start + png_header(1, 1) + big(0xFFFFFFF0U, 4) + "tEXtCRC!" + pixels + end), damaged);
  EXPECT_EQ(failure_of(png_start + png_header(1, 1) + png_chunk("t\0Xt", "") + pixels + end), damaged);
  EXPECT_EQ(failure_of(png_start + png_header(1, 1) + png_chunk("NeWt", "") + pixels + end),
            "the PNG image needs a part that vav does not know");
}

const std::string jpeg_kept = segment('\xE2', raw("ICC_PROFILE\0\x01\x01profil")) + segment('\xDB', "tabell") +
                              jpeg_frame(300, 200) + segment('\xC4', "huffman") + jpeg_scan;

std::string jpeg_notes() {
  std::string notes = segment('\xFE', canary) + segment('\xE0', raw("JFXX\0\x10") + canary) +
                      segment('\xE1', raw("http://ns.adobe.com/xap/1.0/\0") + canary) +
                      segment('\xE2', raw("MPF\0") + canary) + segment('\xEE', canary + canary);
  for (char app = '\xE3'; app != '\xEE'; ++app) notes += segment(app, "Photoshop 3.0" + canary);
  return notes + segment('\xEF', canary);
}

TEST(Jpeg, KeepsThePictureAlone) {
  const std::string jfif = raw("JFIF\0\x01\x02\x01\0\x48\0\x48"), adobe = raw("Adobe\0\x64\0\0\0\0\x01");
  const std::string dirty = jpeg_start + segment('\xE0', jfif + raw("\x01\x01") + canary) + jpeg_notes() +
                            exif(1, true) + segment('\xEE', adobe + canary) + jpeg_kept + "\xFF\xFF" + jpeg_notes() +
                            jpeg_scan + jpeg_end + canary;
  expect_cleaned(dirty, jpeg_start + segment('\xE0', jfif + raw("\0\0")) + segment('\xEE', adobe) + jpeg_kept +
                            jpeg_scan + jpeg_end);
  EXPECT_EQ(facts_of(dirty), (ImageFacts{ImageFormat::jpeg, 300, 200}));
  expect_no_surprise(jpeg_start + segment('\xE0', jfif + raw("\0\0")) + exif(6, false) + jpeg_kept + jpeg_end);
}

TEST(Jpeg, KeepsHowItIsTurned) {
  for (const bool little_end : {false, true}) {
    expect_cleaned(jpeg_start + exif(3, little_end) + jpeg_kept + jpeg_end,
                   jpeg_start + exif_of_ours(3) + jpeg_kept + jpeg_end);
    EXPECT_EQ(facts_of(jpeg_start + exif(6, little_end) + jpeg_kept + jpeg_end),
              (ImageFacts{ImageFormat::jpeg, 200, 300}));
    EXPECT_EQ(facts_of(jpeg_start + exif(4, little_end) + jpeg_kept + jpeg_end),
              (ImageFacts{ImageFormat::jpeg, 300, 200}));
    for (const std::uint32_t upright : {0U, 1U, 9U, 0x0600U})
      expect_cleaned(jpeg_start + exif(upright, little_end) + jpeg_kept + jpeg_end, jpeg_start + jpeg_kept + jpeg_end);
  }
  // Only the first Exif counts.
  expect_cleaned(jpeg_start + exif(8, true) + exif(3, true) + jpeg_kept + jpeg_end,
                 jpeg_start + exif_of_ours(8) + jpeg_kept + jpeg_end);
}

TEST(Jpeg, ExifThatLiesAboutItsLengthsIsDropped) {
  for (const std::string& tiff : {raw(""), raw("II*\0"), raw("II*\0\xFF\xFF\xFF\xFF"), raw("MM\0*\0\0\0\x08"),
                                  raw("MM\0*\0\0\0\x08\xFF\xFF\x01\x12\0\x03"), raw("XX\0*\0\0\0\x08\0\x01")})
    expect_cleaned(
        jpeg_start + segment('\xE1', raw("Exif\0\0") + tiff) + segment('\xFE', canary) + jpeg_kept + jpeg_end,
        jpeg_start + jpeg_kept + jpeg_end);
}

TEST(Jpeg, DamagedOnesAreRefused) {
  const std::string damaged = "the JPEG image is damaged or cut short";
  EXPECT_EQ(failure_of(jpeg_start + jpeg_kept + jpeg_end), "");
  EXPECT_EQ(failure_of(jpeg_start + jpeg_frame(1, 1) + jpeg_end), damaged);
  EXPECT_EQ(failure_of(jpeg_start + jpeg_scan + jpeg_end), damaged);
  EXPECT_EQ(failure_of(jpeg_start + jpeg_frame(0, 1) + jpeg_scan + jpeg_end), damaged);
  EXPECT_EQ(failure_of(jpeg_start + jpeg_frame(1, 0) + jpeg_scan + jpeg_end), damaged);
  EXPECT_EQ(failure_of(jpeg_start + "\xFF\xFE" + raw("\0\x01") + jpeg_kept + jpeg_end), damaged);
  EXPECT_EQ(failure_of(jpeg_start + "\xFF\xD8" + jpeg_kept + jpeg_end), damaged);
}

TEST(Gif, KeepsThePictureAndItsLoop) {
  const std::string start = gif_start(30, 20);
  const std::string notes = "\x21\xFE" + blocks(canary) + "\x21\xFF\x0BXMP DataXMP" + blocks(canary) +
                            "\x21\xFF\x0BICCRGBG1012" + blocks(canary) + "\x21\x42" + blocks(canary);
  const std::string text = gif_control + raw("\x21\x01\x0C") + "123456789012" + blocks(canary);
  const std::string loop = "\x21\xFF\x0BNETSCAPE2.0" + std::string("\x07") + canary + blocks(raw("\x01\0\0"));
  expect_cleaned(start + loop + notes + gif_control + notes + gif_image + text + gif_image + notes + ";" + canary,
                 start + gif_loop + gif_control + gif_image + gif_image + ";");
  EXPECT_EQ(facts_of(start + gif_image + ";"), (ImageFacts{ImageFormat::gif, 30, 20}));
  expect_no_surprise(start + gif_loop + gif_control + gif_image + notes + ";");
}

TEST(Gif, DamagedOnesAreRefused) {
  const std::string damaged = "the GIF image is damaged or cut short";
  EXPECT_EQ(failure_of(gif_start(1, 1) + gif_image + ";"), "");
  EXPECT_EQ(failure_of(gif_start(1, 1) + ";"), damaged);
  EXPECT_EQ(failure_of(gif_start(0, 1) + gif_image + ";"), damaged);
  EXPECT_EQ(failure_of(gif_start(1, 1) + "x" + gif_image + ";"), damaged);
  EXPECT_EQ(failure_of(gif_start(1, 1) + "\x21\xF9" + blocks("kort") + blocks("x") + gif_image + ";"), damaged);
}

TEST(Webp, KeepsThePictureAlone) {
  const std::string notes = riff_chunk("EXIF", canary) + riff_chunk("XMP ", canary) + riff_chunk("ABCD", canary);
  const std::string profile = riff_chunk("ICCP", "profil!"), alpha = riff_chunk("ALPH", "alfa");
  expect_cleaned(webp(vp8x('\x3C', 1000, 2) + profile + notes + alpha + vp8(9, 9) + notes) + canary,
                 webp(vp8x('\x30', 1000, 2) + profile + alpha + vp8(9, 9)));
  expect_cleaned(webp(vp8(640, 480) + notes), webp(vp8(640, 480)));
  EXPECT_EQ(facts_of(webp(vp8(640, 480))), (ImageFacts{ImageFormat::webp, 640, 480}));
  EXPECT_EQ(facts_of(webp(vp8l(16384, 3))), (ImageFacts{ImageFormat::webp, 16384, 3}));
  EXPECT_EQ(facts_of(webp(vp8x('\0', 1000, 2) + vp8(9, 9))), (ImageFacts{ImageFormat::webp, 1000, 2}));
  expect_no_surprise(webp(vp8x('\x3C', 1000, 2) + profile + alpha + vp8l(9, 9) + notes));
}

TEST(Webp, KeepsAnimation) {
  const std::string frame = "sexton tecken   ", notes = riff_chunk("UNKN", canary);
  const std::string start = vp8x('\x02', 5, 5) + riff_chunk("ANIM", "bgbglp");
  expect_cleaned(webp(start + riff_chunk("ANMF", frame + notes + riff_chunk("ALPH", "a") + vp8(5, 5) + notes) +
                      riff_chunk("ANMF", frame + vp8l(5, 5))),
                 webp(start + riff_chunk("ANMF", frame + riff_chunk("ALPH", "a") + vp8(5, 5)) +
                      riff_chunk("ANMF", frame + vp8l(5, 5))));
}

TEST(Webp, DamagedOnesAreRefused) {
  const std::string damaged = "the WebP image is damaged or cut short";
  EXPECT_EQ(failure_of(webp(vp8x('\0', 5, 5))), damaged);
  EXPECT_EQ(failure_of(webp("")), damaged);
  EXPECT_EQ(failure_of(webp(riff_chunk("EXIF", "x") + vp8(5, 5))), damaged);
  EXPECT_EQ(failure_of(webp(vp8(0, 5))), damaged);
  EXPECT_EQ(failure_of(webp(riff_chunk("VP8 ", "kort"))), damaged);
  EXPECT_EQ(failure_of(webp(riff_chunk("VP8L", "x1234567"))), damaged);
  EXPECT_EQ(failure_of(webp(vp8x('\x02', 5, 5) + riff_chunk("ANMF", "kort"))), damaged);
  EXPECT_EQ(failure_of(webp(vp8x('\x02', 5, 5) + riff_chunk("ANMF", "sexton tecken   "))), damaged);
  EXPECT_EQ(failure_of(webp("EXIF" + little(0xFFFFFFFFU, 4))), damaged);
  EXPECT_EQ(failure_of("RIFF" + little(0xFFFFFFFFU, 4) + "WEBP"), damaged);
}

TEST(Images, OfNoKnownFormat) {
  for (const std::string& bytes :
       {raw(""), raw("BM"), raw("%PDF-1.7"),
        raw("\0\0\0\x1C"
            "ftypavif"),
        raw("RIFF"), raw("RIFF\x04\0\0\0WAVE"), raw("GIF88a"), raw("\xFF\xD8"), raw("<html></html>")})
    EXPECT_EQ(failure_of(bytes), "the file is no image in PNG, JPEG, GIF, WebP or SVG") << bytes;
}

TEST(FuzzCorpus, HoldsNoSurprise) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(VAV_SOURCE_DIR "/tests/fuzz/corpus/images")) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    ++files;
  }
  EXPECT_GE(files, 6);
}

}  // namespace
}  // namespace vav
