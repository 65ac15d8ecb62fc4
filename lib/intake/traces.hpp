// What would show that somebody's words are left in a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace heard {

// Letters and digits alone are compared, since every format escapes the rest in its own way: HTML's
// entities and tags, JSON's backslashes, doubled quotes and line breaks are all passed over.
class traces {
 public:
  // Bytes of the shortest slice of longer words that is looked for: five words or so. Shorter ones
  // are anybody's.
  static constexpr std::size_t slice = 24;

  // Words of the person: every slice of them is a trace, and the whole where it is shorter but not
  // shorter than `least`.
  void add(std::string_view words, std::size_t least = slice / 2);
  // What stands here is others' too, so it tells nothing.
  void forgive(std::string_view text);

  // Where in the bytes the first trace begins.
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view bytes) const;
  [[nodiscard]] bool empty() const { return slices_.empty() && short_.empty(); }

 private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  struct equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };
  std::unordered_set<std::string, hash, equal> slices_;
  std::vector<std::string> short_;
};

}  // namespace heard
