#include "evidence/picture_layout.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "evidence/label_lines.h"
#include "evidence/picture_columns.h"

namespace vav {
namespace {

using Items = std::vector<PictureItem>;
using Threads = std::vector<PictureThread>;

bool meet(const PictureBox& a, const PictureBox& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// A chain of five steps with as many items as a picture may have, tied at random; the same for the same seed.
struct Sample {
  Items items;
  Threads threads;

  explicit Sample(unsigned seed) {
    std::mt19937 random(seed);
    const std::size_t count = 3 + random() % 57;
    for (std::size_t i = 0; i < count; ++i)
      items.push_back({.label = std::string(3 + random() % 90, i % 3 == 0 ? 'm' : 'i'), .step = 1 + random() % 5});
    for (auto& item : items) {
      for (std::size_t at = 7 + random() % 9; at < item.label.size(); at += 8) item.label[at] = ' ';
    }
    std::ranges::stable_sort(items, {}, &PictureItem::step);
    for (std::size_t tries = 0; tries < 2 * count; ++tries) {
      const std::size_t a = random() % count, b = random() % count;
      if (a < b) threads.push_back({.from = a, .to = b});
    }
  }
};

TEST(PictureLayout, NothingLiesOverAnythingElse) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Sample sample(seed);
    const PictureLayout layout = lay_out_picture(sample.items, sample.threads);
    for (std::size_t a = 0; a < layout.items.size(); ++a) {
      const PictureBox& box = layout.items[a].box;
      EXPECT_GE(box.x, 0) << seed;
      EXPECT_GE(box.y, picture_top) << seed;
      EXPECT_LE(box.x + box.width, layout.width) << seed;
      EXPECT_LE(box.y + box.height, layout.height) << seed;
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_FALSE(meet(box, layout.items[b].box)) << seed << ": " << a << ", " << b;
    }
  }
}

TEST(PictureLayout, ThreadsPassBesideLabels) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Sample sample(seed);
    const PictureLayout layout = lay_out_picture(sample.items, sample.threads);
    for (const PlacedThread& thread : layout.threads) {
      for (const PicturePoint& pass : thread.passes) {
        for (const PlacedItem& item : layout.items) {
          const bool same_column = layout.columns[item.column].x == pass.x;
          EXPECT_FALSE(same_column && pass.y > item.box.y && pass.y < item.box.y + item.box.height) << seed;
        }
      }
    }
  }
}

TEST(PictureLayout, EveryThreadRunsFromItsItemToItsItemAndToTheRight) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Sample sample(seed);
    const PictureLayout layout = lay_out_picture(sample.items, sample.threads);
    ASSERT_EQ(layout.threads.size(), sample.threads.size());
    for (std::size_t i = 0; i < layout.threads.size(); ++i) {
      const std::vector<PicturePoint>& points = layout.threads[i].points;
      const PlacedItem& from = layout.items[sample.threads[i].from];
      const PlacedItem& to = layout.items[sample.threads[i].to];
      EXPECT_TRUE(points.front().x == from.out.x && points.front().y == from.out.y && from.leads_on);
      EXPECT_TRUE(points.back().x == to.mark.x && points.back().y == to.mark.y);
      for (std::size_t p = 1; p < points.size(); ++p) EXPECT_LT(points[p - 1].x, points[p].x) << seed;
    }
  }
}

TEST(PictureLayout, StepsRunFromLeftToRight) {
  const PictureLayout layout = lay_out_picture({{"a", 1}, {"b", 4}, {"c", 2}}, {{0, 2}, {2, 1}});
  ASSERT_EQ(layout.columns.size(), 3U) << "a step without items takes no room";
  EXPECT_LT(layout.items[0].mark.x, layout.items[2].mark.x);
  EXPECT_LT(layout.items[2].mark.x, layout.items[1].mark.x);
  EXPECT_EQ(layout.items[0].mark.y, layout.items[1].mark.y) << "a chain alone runs straight";
}

TEST(PictureLayout, AStepWhoseItemsLeadToOneAnotherHasSeveralColumns) {
  const PictureLayout layout = lay_out_picture({{"old", 1}, {"new", 1}, {"next", 2}}, {{0, 1}, {1, 2}});
  ASSERT_EQ(layout.columns.size(), 3U);
  EXPECT_TRUE(layout.columns[0].first_of_step);
  EXPECT_FALSE(layout.columns[1].first_of_step);
  EXPECT_LT(layout.items[0].mark.x, layout.items[1].mark.x);
}

TEST(PictureLayout, ARingWithinAStepIsDrawn) {
  const PictureLayout layout = lay_out_picture({{"a", 1}, {"b", 1}}, {{0, 1}, {1, 0}});
  EXPECT_EQ(layout.threads.size(), 2U);
}

TEST(PictureLayout, IsTheSameEachTime) {
  const Sample sample(7);
  const PictureLayout once = lay_out_picture(sample.items, sample.threads);
  const PictureLayout again = lay_out_picture(sample.items, sample.threads);
  for (std::size_t i = 0; i < once.items.size(); ++i) {
    EXPECT_EQ(once.items[i].mark.x, again.items[i].mark.x);
    EXPECT_EQ(once.items[i].mark.y, again.items[i].mark.y);
  }
}

TEST(PictureColumns, CrossingsThatCanBeAvoidedAre) {
  // As given, every thread crosses every other.
  const Items items = {{"a", 1}, {"b", 1}, {"c", 1}, {"x", 2}, {"y", 2}, {"z", 2}};
  EXPECT_EQ(count_crossings(arrange_picture(items, {{0, 5}, {1, 4}, {2, 3}})), 0U);
  // Two that cannot: each of two is tied to each of two.
  EXPECT_EQ(count_crossings(arrange_picture(items, {{0, 3}, {0, 4}, {1, 3}, {1, 4}})), 1U);
}

TEST(LabelLines, NoLineIsTooWide) {
  const std::string text = "Universitetskanslersämbetet: det behövs en könsuppdelad statistik-databas för alla";
  for (int width = 60; width <= 240; width += 10) {
    const LabelLines label = wrap_label(text, width, 15, 3);
    EXPECT_LE(label.lines.size(), 3U);
    for (const std::string& line : label.lines) EXPECT_LE(text_width(line, 15), width) << line;
  }
}

TEST(LabelLines, WhatDoesNotFitEndsWithAnEllipsis) {
  EXPECT_EQ(wrap_label("En kort", 200, 15, 3).lines, (std::vector<std::string>{"En kort"}));
  EXPECT_FALSE(wrap_label("En kort", 200, 15, 3).cut);
  const LabelLines cut = wrap_label("Ett två tre fyra fem sex sju åtta nio tio", 60, 15, 2);
  EXPECT_TRUE(cut.cut);
  ASSERT_EQ(cut.lines.size(), 2U);
  EXPECT_TRUE(cut.lines.back().ends_with("…"));
}

TEST(LabelLines, BreaksAfterHyphens) {
  EXPECT_EQ(wrap_label("könsstereotyp-analys", 150, 15, 3).lines,
            (std::vector<std::string>{"könsstereotyp-", "analys"}));
}

// Widths of DejaVu Sans Bold in thousandths of its size.
TEST(LabelLines, BoldWordsAreAsWideAsTheWidestFontHasThem) {
  EXPECT_GE(text_width("Jämställdhetsmyndigheten", 1000 * bold_factor), 15140);
  EXPECT_GE(text_width("Könsuppdelad statistik", 1000 * bold_factor), 13038);
  EXPECT_GE(text_width("utbildning går i", 1000 * bold_factor), 8712);
}
TEST(PictureLayout, ABoldLabelHasRoomInItsBox) {
  const std::string label = "Könsuppdelad";
  const auto width = [&](bool bold) {
    const PictureLayout layout = lay_out_picture({{"a", 1}, {label, 2, bold}}, {{0, 1}});
    EXPECT_LE(layout.items[1].box.x + layout.items[1].box.width, layout.width);
    return layout.items[1].lines.size() == 1
               ? layout.items[1].box.x + layout.items[1].box.width - layout.items[1].label_x
               : 0;
  };
  EXPECT_GE(width(true), 8.040 * picture_font_size);
  EXPECT_GT(width(true), width(false));
  EXPECT_GT(width(false), 0);
}

TEST(LabelLines, ALetterIsAsWideAsTheWidestFontHasIt) {
  // Liberation Sans Bold, whose widths are those of Arial Bold: W 944, m 889, Ö 778, i 278 thousandths.
  EXPECT_GE(text_width("W", 1000), 944);
  EXPECT_GE(text_width("m", 1000), 889);
  EXPECT_GE(text_width("Ö", 1000), 778);
  EXPECT_GE(text_width("i", 1000), 278);
}

}  // namespace
}  // namespace vav
