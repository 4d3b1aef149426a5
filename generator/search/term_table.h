// Distinct texts, numbered in the order in which they are first added. Made for millions of look-ups: the texts lie in
// one piece of memory, and no look-up allocates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

class TermTable {
 public:
  // The number of `text`. It is size() - 1 after the call when it is new.
  std::uint32_t add(std::u16string_view text) { return add(text, hash_of(text)); }
  // The same for a text whose hash is known.
  std::uint32_t add(std::u16string_view text, std::uint64_t hash);
  static std::uint64_t hash_of(std::u16string_view text);

  // A table of a whole site's words is larger than the processor's nearest memory. Who knows which texts come next can
  // have them fetched meanwhile: first what fetch_slot fetches, and when that is there what fetch_text does.
  void fetch_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }
  void fetch_text(std::uint64_t hash) const {
    __builtin_prefetch(units_.data() + slots_[hash & (slots_.size() - 1)].start);
  }

  std::size_t size() const { return entries_.size(); }
  // Valid until the next add.
  std::u16string_view text(std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {units_.data() + entry.start, entry.length};
  }
  std::uint64_t hash(std::uint32_t number) const { return entries_[number].hash; }

 private:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t start;
    std::uint32_t length;
  };
  // Open addressing; `number` counts from 1, 0 is free. The mark tells most other texts apart without looking at them.
  struct Slot {
    std::uint32_t mark = 0;
    std::uint32_t number = 0;
    std::uint32_t start = 0;
    std::uint32_t length = 0;
  };

  void grow();

  std::u16string units_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_ = std::vector<Slot>(64);
};

}  // namespace vav
