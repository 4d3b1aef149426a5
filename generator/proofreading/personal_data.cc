#include "proofreading/personal_data.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/personal_number.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? text[offset] : ' ';
}

bool is_mailbox_character(char c) {
  return is_digit(c) || is_letter(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

// Where the mailbox begins that ends before `end`. Letters such as å are two bytes, the first of them 0xC3.
std::size_t mailbox_start(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0) {
    if (is_mailbox_character(text[start - 1]))
      --start;
    else if (start > 1 && text[start - 2] == '\xC3')
      start -= 2;
    else
      break;
  }
  while (start < end && (text[start] == '.' || text[start] == '-')) ++start;
  return start;
}

std::size_t domain_end(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (is_digit(at(text, end)) || is_letter(at(text, end)) || at(text, end) == '-' || at(text, end) == '.') ++end;
  while (end > start && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const std::size_t dot = text.substr(start, end - start).rfind('.');
  if (dot == std::string_view::npos || dot == 0) return start;
  const std::string_view top = text.substr(start + dot + 1, end - start - dot - 1);
  return top.size() >= 2 && std::ranges::all_of(top, is_letter) ? end : start;
}

// Bytes of what may stand between the groups of a telephone number.
std::size_t gap_length(std::string_view text, std::size_t offset) {
  for (const std::string_view sign : {" ", "-", "\u00A0", "\u202F", "–", "‑"}) {
    if (text.substr(std::min(offset, text.size())).starts_with(sign)) return sign.size();
  }
  return 0;
}

// Moves `end` past groups of digits while there is room for them; gives how many digits they have.
std::size_t take_groups(std::string_view text, std::size_t& end, std::size_t room) {
  std::size_t taken = 0;
  while (true) {
    const std::size_t gap = gap_length(text, end);
    const std::size_t digits = count_digits(text, end + gap);
    const bool group = gap > 0 && (digits == 2 || digits == 3) && taken + digits <= room;
    if (!group) return taken;
    end += gap + digits;
    taken += digits;
  }
}

// After +46 or 0046: "(0)", gaps and seven to ten digits.
std::size_t foreign_end(std::string_view text, std::size_t end) {
  end += gap_length(text, end);
  if (text.substr(std::min(end, text.size())).starts_with("(0)")) end += 3;
  end += gap_length(text, end);
  const std::size_t first = count_digits(text, end);
  if (first == 0 || first > 10) return 0;
  end += first;
  const std::size_t all = first + take_groups(text, end, 10 - first);
  return all >= 7 ? end : 0;
}

// After an area code of two to four digits: a dash or a space, then groups.
std::size_t national_end(std::string_view text, std::size_t start) {
  const std::size_t code = count_digits(text, start);
  if (code == 10 && at(text, start + 1) == '7') return start + code;
  if (code < 2 || code > 4 || at(text, start + 1) == '0') return 0;
  std::size_t end = start + code;
  const std::size_t gap = gap_length(text, end);
  const bool spaced = at(text, end) == ' ';
  const std::size_t first = count_digits(text, end + gap);
  if (gap == 0 || first < 2 || first > 8) return 0;
  end += gap + first;
  // "08 00 12 30" are times, "08-12-24" is a day.
  if (first == 2 && ((spaced && code == 2) || at(text, end) == '-')) return 0;
  if (code + first > 10) return 0;
  const std::size_t all = code + first + take_groups(text, end, 10 - code - first);
  return all >= 8 ? end : 0;
}

std::size_t phone_end(std::string_view text, std::size_t start) {
  const std::string_view rest = text.substr(start);
  if (rest.starts_with("+46")) return foreign_end(text, start + 3);
  if (!starts_number(text, start) || at(text, start) != '0' || (start > 0 && text[start - 1] == '/')) return 0;
  if (rest.starts_with("0046")) return foreign_end(text, start + 4);
  return national_end(text, start);
}

// Words that name a function in the part of a mailbox before the @, sorted.
constexpr std::string_view role_words =
    "abuse accessibility admin administration anmalan arkiv arkivet avdelning bibliotek contact dataskydd "
    "dataskyddsombud diariet diarium dpo ekonomi enhet enheten epost event exp expedition faktura feedback "
    "forvaltning gdpr helpdesk hr info information inkop juridik kansli kansliet kommun kommunen konferens "
    "kontakt kundservice kundtjanst ledning library mail media mejl myndighet namnd newsletter noreply "
    "nyhetsbrev office personal post postmaster press privacy projekt reception redaktion redaktionen "
    "region registrar registrator rekrytering reply sakerhet samordning samverkan security service "
    "servicedesk statistik styrelse styrelsen support synpunkter team tillganglighet uppdrag upphandling "
    "utbildning vaxel web webb webbmaster webbredaktion webmaster ";

bool is_role_word(const std::string& word) {
  static const std::vector<std::string_view> words = split(trim(role_words), ' ');
  return std::ranges::binary_search(words, std::string_view(word));
}

// Domains that are set aside for examples (RFC 2606).
bool is_example_domain(const std::string& domain) {
  constexpr auto kept = std::to_array<std::string_view>({"example.com", "example.org", "example.net", "example.se"});
  constexpr auto tops = std::to_array<std::string_view>({".example", ".invalid", ".test"});
  return std::ranges::any_of(kept,
                             [&](std::string_view one) { return ("." + domain).ends_with("." + std::string(one)); }) ||
         std::ranges::any_of(tops, [&](std::string_view one) { return domain.ends_with(one); });
}

}  // namespace

std::vector<PersonalDatum> find_emails(std::string_view text) {
  std::vector<PersonalDatum> found;
  for (std::size_t sign = text.find('@'); sign != std::string_view::npos; sign = text.find('@', sign + 1)) {
    const std::size_t start = mailbox_start(text, sign);
    const std::size_t end = domain_end(text, sign + 1);
    if (start < sign && end > sign + 1) found.push_back({start, end - start});
  }
  return found;
}

bool is_functional_email(std::string_view email) {
  const std::string lower = to_lower(email);
  const std::size_t sign = lower.find('@');
  const std::string mailbox = lower.substr(0, sign);
  const std::string domain = lower.substr(std::min(sign + 1, lower.size()));
  if (is_example_domain(domain)) return true;
  std::string part;
  for (const char c : mailbox + ".") {
    if (c != '.' && c != '_' && c != '-' && c != '+' && !is_digit(c)) {
      part += c;
      continue;
    }
    if (is_role_word(part)) return true;
    part.clear();
  }
  const std::vector<std::string_view> labels = split(domain, '.');
  return std::ranges::find(labels, std::string_view(mailbox)) != labels.end();
}

std::vector<PersonalDatum> find_phones(std::string_view text) {
  std::vector<PersonalDatum> found;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (text[offset] != '+' && text[offset] != '0') continue;
    const std::size_t end = phone_end(text, offset);
    if (end == 0 || is_digit(at(text, end)) || is_letter(at(text, end))) continue;
    found.push_back({offset, end - offset});
    offset = end - 1;
  }
  return found;
}

std::string dialled(std::string_view phone) {
  std::string digits;
  std::ranges::copy_if(phone, std::back_inserter(digits), is_digit);
  const bool plus = trim(phone).starts_with('+');
  const std::size_t country = plus && digits.starts_with("46") ? 2 : digits.starts_with("0046") ? 4 : 0;
  if (country == 0) return digits;
  const std::string rest = digits.substr(country);
  return rest.starts_with('0') ? rest : "0" + rest;
}

}  // namespace vav
