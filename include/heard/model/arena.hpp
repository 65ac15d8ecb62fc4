/// @file
/// Where all texts live, each as it was received.
#pragma once

#include <heard/base/kept_bytes.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace heard {

/// A text in an arena. The default is the empty text.
struct text_ref {
  std::uint32_t block = 0;
  std::uint32_t first = 0;
  std::uint32_t size = 0;
  [[nodiscard]] bool empty() const { return size == 0; }
  bool operator==(const text_ref&) const = default;
};

/// Bytes that are only ever added, in blocks that never move: a view of a text stays good for as
/// long as the arena lives, and growing never holds everything twice. Whole files can be among the
/// blocks, so that what stands in them is not copied.
class arena {
 public:
  /// Copies a text in. @throw error(status::bad_input) for a text of 4 GiB or more
  text_ref add(std::string_view text);
  [[nodiscard]] std::string_view operator[](text_ref ref) const {
    if (ref.size == 0) return {};
    return {blocks_[ref.block] + ref.first, ref.size};
  }
  /// Bytes of all texts.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Keeps bytes for add_slice().
  void keep(const kept_bytes& bytes);
  /// The same as add(), but a text of some length within bytes that are kept is no copy. Short ones
  /// stand better together.
  text_ref add_slice(std::string_view text);
  /// Lets go of bytes of which slices are less than half, so that no more than twice the texts is
  /// kept. @param[in,out] slices  all that add_slice() gave; those within such bytes become copies
  template <class Slices>
  void settle(Slices&& slices) {
    if (!wasteful()) return;
    for (text_ref& each : slices) settle_one(each);
    let_go();
  }

 private:
  struct kept {
    kept_bytes bytes;
    std::uint32_t first_block = 0;
    std::size_t used = 0;
  };
  using kept_by_place = std::map<const char*, kept, std::less<>>;

  [[nodiscard]] static bool wasteful(const kept& each) { return each.used < each.bytes.size() / 2; }
  [[nodiscard]] bool wasteful() const;
  [[nodiscard]] kept* keeper_of(std::string_view text);
  void settle_one(text_ref& slice);
  void let_go();

  std::vector<const char*> blocks_;           // Where each begins.
  std::vector<std::unique_ptr<char[]>> own_;  // Those that hold copies.
  std::uint32_t open_ = 0;                    // The block that copies are added to,
  std::size_t filled_ = 0;                    // how much of it is filled,
  std::size_t room_ = 0;                      // and how much it holds.
  kept_by_place kept_;                        // By their first byte.
  kept* last_ = nullptr;                      // Where the last slice was.
  std::size_t size_ = 0;
};

}  // namespace heard
