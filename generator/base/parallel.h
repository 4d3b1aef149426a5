// The one form of parallelism in the house.
#pragma once

#include <cstddef>
#include <functional>

namespace vav {

// Runs work(i) for each i in [0, count) on up to `threads` threads (at least 1; the caller's thread is one of them) and
// returns when all are done. Item i may write slot i of a vector sized beforehand, and nothing else; then the result
// does not depend on the number of threads. REQUIRES: work does not throw.
void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

// Number of threads used when nothing else is asked for: the cores this process may use, at least 1.
int default_threads();

}  // namespace vav
