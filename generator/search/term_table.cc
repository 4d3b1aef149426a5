#include "search/term_table.h"

#include <cstring>
#include <limits>
#include <utility>

#include "base/check.h"

namespace vav {
namespace {

constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * factor;
  return hash ^ (hash >> 29U);
}

std::uint32_t mark_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

std::uint64_t four_units(const char16_t* at) {
  std::uint64_t four = 0;
  std::memcpy(&four, at, sizeof four);
  return four;
}

// Words are short: calling memcmp takes longer than comparing them.
bool same_units(const char16_t* units, std::u16string_view text) {
  if (text.size() < 4) {
    for (const char16_t unit : text) {
      if (*units++ != unit) return false;
    }
    return true;
  }
  const std::size_t last = text.size() - 4;
  for (std::size_t at = 0; at < last; at += 4) {
    if (four_units(units + at) != four_units(text.data() + at)) return false;
  }
  return four_units(units + last) == four_units(text.data() + last);
}

}  // namespace

// Four units at a time, the last four perhaps for the second time. No one sends us texts to make it slow: it is the
// owner's own site.
std::uint64_t TermTable::hash_of(std::u16string_view text) {
  std::uint64_t hash = text.size();
  if (text.size() < 4) {
    std::uint64_t all = 0;
    for (const char16_t unit : text) all = all << 16U | unit;
    hash = mixed(hash, all);
  } else {
    const char16_t* const last = text.data() + text.size() - 4;
    for (const char16_t* at = text.data(); at < last; at += 4) hash = mixed(hash, four_units(at));
    hash = mixed(hash, four_units(last));
  }
  return mixed(hash, hash >> 32U);
}

std::uint32_t TermTable::add(std::u16string_view text, std::uint64_t hash) {
  if (slots_.size() < 2 * (entries_.size() + 1)) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.mark == mark_of(hash) && slot.length == text.size() && same_units(units_.data() + slot.start, text)) {
      return slot.number - 1;
    }
  }
  VAV_CHECK(units_.size() + text.size() <= std::numeric_limits<std::uint32_t>::max());
  const Entry& entry = entries_.emplace_back(
      Entry{hash, static_cast<std::uint32_t>(units_.size()), static_cast<std::uint32_t>(text.size())});
  units_ += text;
  slots_[at] = {mark_of(hash), static_cast<std::uint32_t>(entries_.size()), entry.start, entry.length};
  return slots_[at].number - 1;
}

void TermTable::grow() {
  std::vector<Slot> slots(2 * slots_.size());
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    std::size_t at = entry.hash & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = {mark_of(entry.hash), static_cast<std::uint32_t>(i + 1), entry.start, entry.length};
  }
  slots_ = std::move(slots);
}

}  // namespace vav
