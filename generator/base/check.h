// For our own bugs only: what an author writes or the world refuses never ends here.
#pragma once

#include <cstdio>
#include <cstdlib>

#define VAV_CHECK(condition)                                                                     \
  do {                                                                                           \
    if (!(condition)) {                                                                          \
      std::fprintf(stderr, "vav: internal error: %s (%s:%d)\n", #condition, __FILE__, __LINE__); \
      std::abort();                                                                              \
    }                                                                                            \
  } while (false)
