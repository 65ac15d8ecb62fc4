#include "file_bytes.hpp"

#include <cstring>
#include <new>
#include <sys/mman.h>

namespace cli {

namespace {

// Of x86-64 and most others. Where pages are not so large it is only an alignment.
constexpr std::size_t large_page = std::size_t{2} << 20;

// Memory is handed over a page at a time, and for pages of 4 KiB that takes as long as reading.
char* allocate(std::size_t bytes) {
  if (bytes < 2 * large_page) return static_cast<char*>(std::malloc(bytes));
  const std::size_t pages = (bytes + large_page - 1) / large_page;
  void* const out = std::aligned_alloc(large_page, pages * large_page);
#ifdef MADV_HUGEPAGE
  // The last page would be larger than what is left for it.
  if (out != nullptr)
    static_cast<void>(::madvise(out, bytes / large_page * large_page, MADV_HUGEPAGE));
#endif
  return static_cast<char*>(out);
}

}  // namespace

void file_bytes::make_room(std::size_t bytes) {
  decltype(bytes_) made(allocate(bytes));
  if (!made) throw std::bad_alloc();
  if (size_ != 0) std::memcpy(made.get(), bytes_.get(), size_);
  bytes_ = std::move(made);
  room_ = bytes;
}

}  // namespace cli
