#include "memory.hpp"

#include <cstdlib>  // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace cli {

#ifdef __GLIBC__

// A freed file of 10 MB would otherwise have glibc raise its threshold: blocks smaller than that
// then lie on the heap, and what is free there stays with the process.
void keep_memory_small() {
  static_cast<void>(mallopt(M_MMAP_THRESHOLD, 1 << 16));
  static_cast<void>(mallopt(M_TRIM_THRESHOLD, 1 << 16));
}

void give_memory_back() {
  static_cast<void>(malloc_trim(0));
}

#else

void keep_memory_small() {}
void give_memory_back() {}

#endif

}  // namespace cli
