/// @file
/// Bytes that end where a page ends which may not be read.
#pragma once

#include <cstring>
#include <new>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace heard::test {

/// Room for so many bytes, with a page behind it that ends the process when it is touched.
class page_end {
 public:
  explicit page_end(std::size_t most) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    room_ = (most + page) / page * page;
    size_ = room_ + page;
    void* const made =
        mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (made == MAP_FAILED) throw std::bad_alloc();
    base_ = static_cast<char*>(made);
    if (mprotect(base_ + room_, page, PROT_NONE) != 0) throw std::bad_alloc();
  }
  page_end(const page_end&) = delete;
  page_end& operator=(const page_end&) = delete;
  ~page_end() { munmap(base_, size_); }

  /// The text, copied so that it ends with the room. Good until the next call.
  [[nodiscard]] std::string_view put(std::string_view text) {
    char* const first = base_ + room_ - text.size();
    if (!text.empty()) std::memcpy(first, text.data(), text.size());
    return {first, text.size()};
  }

 private:
  char* base_ = nullptr;
  std::size_t room_ = 0;
  std::size_t size_ = 0;
};

}  // namespace heard::test
