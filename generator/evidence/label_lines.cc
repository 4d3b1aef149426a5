#include "evidence/label_lines.h"

#include <algorithm>

namespace vav {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_in(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

// Thousandths of the font's size.
int ascii_width(char c) {
  if (c == ' ') return 280;
  if (is_in(c, "ijlI'.,:;!|")) return 310;
  if (is_in(c, "frt()[]-/\"")) return 460;
  if (is_in(c, "mwMW%@")) return 1000;
  if (c >= 'A' && c <= 'Z') return 780;
  return 660;
}

// By the first byte and, for the two-byte letters of Latin-1, the second: Å, Ä and Ö are capitals.
int character_width(std::string_view character) {
  if (character.size() == 1) return ascii_width(character.front());
  if (character.size() == 2) {
    const auto second = static_cast<unsigned char>(character[1]);
    return character.front() == '\xC3' && second < 0xA0 ? 800 : 680;
  }
  return 1000;
}

std::size_t character_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

// The longest beginning of the text that is no wider than `width`.
std::string_view beginning_within(std::string_view text, double width, double font_size) {
  std::size_t end = 0;
  double so_far = 0;
  while (end < text.size()) {
    const std::size_t size = std::min(character_size(text[end]), text.size() - end);
    so_far += character_width(text.substr(end, size)) * font_size / 1000;
    if (so_far > width) break;
    end += size;
  }
  return text.substr(0, end);
}

std::string with_ellipsis(std::string line, double width, double font_size) {
  line = beginning_within(line, width - text_width(ellipsis, font_size), font_size);
  while (!line.empty() && is_in(line.back(), " ,;:-")) line.pop_back();
  return line + std::string(ellipsis);
}

// Pieces between which a line may be broken; a space stands at the end of its piece.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '-') continue;
    if (i + 1 > begin) pieces.push_back(text.substr(begin, i + 1 - begin));
    begin = i + 1;
  }
  if (begin < text.size()) pieces.push_back(text.substr(begin));
  return pieces;
}

std::string without_space(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = std::min(character_size(text[i]), text.size() - i);
    width += character_width(text.substr(i, size));
    i += size;
  }
  return width * font_size / 1000;
}

LabelLines wrap_label(std::string_view text, double width, double font_size, std::size_t most_lines) {
  LabelLines label;
  std::string line;
  const auto fits = [&](const std::string& one) { return text_width(without_space(one), font_size) <= width; };
  for (const std::string_view piece : pieces_of(text)) {
    std::string longer = line + std::string(piece);
    if (!line.empty() && !fits(longer)) {
      label.lines.push_back(without_space(line));
      longer = std::string(piece);
    }
    line = std::move(longer);
    if (!fits(line)) label.cut = true;
  }
  if (!line.empty()) label.lines.push_back(without_space(line));
  if (label.lines.size() > most_lines) {
    label.cut = true;
    std::string& last = label.lines[most_lines - 1];
    last += " " + label.lines[most_lines];
    label.lines.resize(most_lines);
    last = with_ellipsis(last, width, font_size);
  }
  for (std::string& one : label.lines) {
    if (!fits(one)) one = with_ellipsis(one, width, font_size);
  }
  return label;
}

}  // namespace vav
