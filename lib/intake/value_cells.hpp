// Cells whose values are declared: which meaning a cell has, and whether a box is ticked.
#pragma once

#include <heard/intake/manifest.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace heard {

// A cell as values are compared: folded, white space at the ends left out, runs of it made one.
[[nodiscard]] std::string comparable_cell(std::string_view cell);

// Declared cell texts and what they mean. A cell written exactly so is looked for first; of two
// texts that only compare alike the first wins.
class meanings {
 public:
  meanings() = default;
  explicit meanings(std::span<const std::pair<std::string, std::string>> declared);

  // The meaning, or nothing for a cell that is not declared.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view cell) const;

 private:
  std::map<std::string, std::string, std::less<>> exact_;
  std::map<std::string, std::string, std::less<>> folded_;
};

// Which cells mean that a box is ticked: those declared; where none are, any but a blank one, `0`,
// `no`, `false` and `unchecked`.
class ticks {
 public:
  ticks() = default;
  explicit ticks(std::span<const std::string> declared);
  [[nodiscard]] bool ticked(std::string_view cell) const;

 private:
  std::map<std::string, bool, std::less<>> declared_;
};

}  // namespace heard
