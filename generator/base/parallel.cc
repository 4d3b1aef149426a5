#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace vav {

void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t extra = std::min(count, static_cast<std::size_t>(std::max(threads, 1)));
  std::vector<std::jthread> crew;
  for (std::size_t i = 1; i < extra; ++i) crew.emplace_back(take);
  take();
}

int default_threads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace vav
