/// @file
/// The bytes of a file, as large as it may be, to be lent to the library.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace cli {

/// Bytes in memory that is asked for once. A file is read into it and not mapped: one that is cut
/// short while it is mapped would end the process, and one that is written to would change under
/// the library. Mapping would save 0.3 ms a megabyte.
class file_bytes {
 public:
  /// @param expected  how many bytes will be appended, as far as is known. @throw std::bad_alloc
  explicit file_bytes(std::size_t expected) { make_room(expected + 1); }

  /// Where the next bytes go, and for how many there is room; at least one.
  [[nodiscard]] char* next() { return bytes_.get() + size_; }
  [[nodiscard]] std::size_t room() {
    if (size_ == room_) make_room(2 * room_);
    return room_ - size_;
  }
  void added(std::size_t bytes) { size_ += bytes; }

  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

  /// Gives the bytes up to whoever calls give_back() with what it returns.
  [[nodiscard]] void* lend() { return bytes_.release(); }
  static void give_back(void* bytes) { std::free(bytes); }

 private:
  struct freed {
    void operator()(char* bytes) const { give_back(bytes); }
  };
  void make_room(std::size_t bytes);

  std::unique_ptr<char[], freed> bytes_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace cli
