#include "search/reader_query.h"

#include <numeric>
#include <optional>
#include <utility>

#include "search/word_units.h"

namespace vav {
namespace {

constexpr std::size_t most_units = 1000, most_words = 32;
// Words of a phrase and words around it are no neighbours.
constexpr std::uint32_t phrase_gap = 64;

bool is_quote(char16_t unit) {
  return unit == u'"' || unit == 0x201C || unit == 0x201D || unit == 0x201E || unit == 0xAB || unit == 0xBB ||
         unit == 0x2033;
}

bool is_minus(char16_t unit) {
  return unit == u'-' || unit == 0x2212 || unit == 0x2013;
}

bool is_digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

// What was read from `begin` to `end`, and what to put in its place; nothing = it stays as it is.
struct Reading {
  std::size_t end;
  std::optional<std::u16string> replacement;
};

// JavaScript's text.replace(/(^|\s).../g, …): `read` is tried at the start and after every white space; it returns
// nothing where it does not match.
template <typename Read>
std::u16string replace_words(std::u16string_view text, const Read& read) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    std::optional<Reading> reading;
    if (at == 0) reading = read(begin);
    if (!reading && is_space(text[at])) reading = read(begin = at + 1);
    if (!reading) {
      out += text[at++];
      continue;
    }
    out += text.substr(at, begin - at);
    out += reading->replacement ? *reading->replacement : std::u16string(text.substr(begin, reading->end - begin));
    at = reading->end;
  }
  return out;
}

// Figures and what stands between them, from a place in a text on.
class FigureReader {
 public:
  FigureReader(std::u16string_view text, std::size_t at) : text_(text), at_(at) {}

  bool digits(std::size_t least, std::size_t most, std::u16string_view& found) {
    std::size_t count = 0;
    while (count < most && at_ + count < text_.size() && is_digit(text_[at_ + count])) ++count;
    found = text_.substr(at_, count);
    at_ += count;
    return count >= least;
  }
  bool unit(char16_t wanted) {
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  bool ends() const { return at_ == text_.size() || is_space(text_[at_]); }
  std::size_t at() const { return at_; }

 private:
  std::u16string_view text_;
  std::size_t at_;
};

struct Figures {
  std::u16string_view year, month, day;
};

// "08" -> "8".
std::u16string_view without_zero(std::u16string_view digits) {
  return digits.size() == 2 && digits.front() == u'0' ? digits.substr(1) : digits;
}

std::optional<std::u16string> in_words(const Figures& figures, const std::vector<std::u16string>& months) {
  std::size_t month = 0;
  for (const char16_t digit : figures.month) month = month * 10 + (digit - u'0');
  if (month == 0 || month > months.size()) return std::nullopt;
  std::u16string words;
  if (!figures.day.empty()) words = std::u16string(without_zero(figures.day)) + u' ';
  return words + months[month - 1] + u' ' + std::u16string(figures.year);
}

// A date in figures as people write it in words, which is how pages hold it.
std::u16string dates_in_words(std::u16string text, const std::vector<std::u16string>& months) {
  if (months.empty()) return text;
  const auto replace = [&](bool (*read)(FigureReader&, Figures&)) {
    text = replace_words(text, [&](std::size_t begin) -> std::optional<Reading> {
      FigureReader reader(text, begin);
      Figures figures;
      if (!read(reader, figures) || !reader.ends()) return std::nullopt;
      return Reading{reader.at(), in_words(figures, months)};
    });
  };
  replace([](FigureReader& reader, Figures& found) {
    return reader.digits(4, 4, found.year) && reader.unit(u'-') && reader.digits(2, 2, found.month) &&
           reader.unit(u'-') && reader.digits(2, 2, found.day);
  });
  replace([](FigureReader& reader, Figures& found) {
    return reader.digits(1, 2, found.day) && reader.unit(u'/') && reader.digits(1, 2, found.month) &&
           reader.unit(u' ') && reader.digits(4, 4, found.year);
  });
  replace([](FigureReader& reader, Figures& found) {
    return reader.digits(4, 4, found.year) && reader.unit(u'-') && reader.digits(2, 2, found.month);
  });
  return text;
}

ReaderWord word_of(const TokenPipeline& pipeline, std::u16string_view surface) {
  ReaderWord word{std::u16string(surface), std::u16string(surface)};
  pipeline.stem(word.stem);
  return word;
}

// Takes the words with a minus before them out of the text.
std::u16string take_excluded(const TokenPipeline& pipeline, std::u16string_view text, ReaderQuery& query) {
  return replace_words(text, [&](std::size_t begin) -> std::optional<Reading> {
    if (begin == text.size() || !is_minus(text[begin])) return std::nullopt;
    if (begin + 1 < text.size() && is_quote(text[begin + 1])) return std::nullopt;
    std::size_t end = begin + 1;
    while (end < text.size() && !is_separator(text[end])) ++end;
    if (end == begin + 1) return std::nullopt;
    const std::u16string_view surface = pipeline.trim(text.substr(begin + 1, end - begin - 1));
    if (surface.empty()) return Reading{end, std::nullopt};
    query.excluded.push_back(word_of(pipeline, surface));
    return Reading{end, u" "};
  });
}

std::vector<std::u16string_view> split_at_quotes(std::u16string_view text) {
  std::vector<std::u16string_view> parts;
  std::size_t start = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && !is_quote(text[end])) continue;
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool has_minus_at_end(std::u16string_view part) {
  return !part.empty() && is_minus(part.back()) && (part.size() == 1 || is_space(part[part.size() - 2]));
}

}  // namespace

ReaderQuery parse_reader_query(const TokenPipeline& pipeline, const std::vector<std::u16string>& months,
                               std::u16string_view reader_text) {
  ReaderQuery query;
  const std::u16string dated = dates_in_words(lower_utf16(nfc_utf16(reader_text).substr(0, most_units)), months);
  const std::u16string text = take_excluded(pipeline, dated, query);
  const std::vector<std::u16string_view> parts = split_at_quotes(text);
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_phrase = i % 2 == 1;
    const bool is_excluded = is_phrase && has_minus_at_end(parts[i - 1]);
    std::vector<ReaderWord>& taken = is_excluded ? query.excluded_phrases.emplace_back() : query.words;
    const std::size_t first = taken.size();
    for (const TokenPlace& token : split_tokens(parts[i])) {
      const std::u16string_view surface = pipeline.trim(parts[i].substr(token.start, token.length));
      if (!surface.empty() && taken.size() < most_words) {
        ReaderWord& word = taken.emplace_back(word_of(pipeline, surface));
        word.place = place;
        word.stop = pipeline.is_stop_word(surface);
      }
      ++place;
    }
    if (is_phrase && !is_excluded && taken.size() > first) {
      std::vector<std::size_t>& phrase = query.phrases.emplace_back(taken.size() - first);
      std::iota(phrase.begin(), phrase.end(), first);
    }
    place += phrase_gap;
  }
  // A space after it, or a quotation mark, says that the reader has finished the word.
  if (!query.words.empty() && !is_space(reader_text.back()) && !is_quote(reader_text.back()))
    query.words.back().last = true;
  return query;
}

}  // namespace vav
