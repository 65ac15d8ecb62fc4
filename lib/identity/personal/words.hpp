/// @file
/// The words of a text, and what is known of each.
#pragma once

#include "identity/personal/view.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace heard::identity {

/// What stands between a word and the one before it.
enum class gap : std::uint8_t { space, hyphen, dot, comma, other, end };

/// How a word is written.
enum class letters : std::uint8_t { small, first, all, mixed };

/// A run of letters and digits, with apostrophes inside; a final 's is no part of it.
struct word {
  std::uint32_t first = 0;  ///< Of the view.
  std::uint32_t last = 0;
  std::uint32_t key_first = 0;
  std::uint32_t key_size = 0;
  gap before = gap::end;  ///< `end`: a sentence or line ended there, or the text begins.
  letters as = letters::small;
  bool owns = false;  ///< Followed by 's, or by ' after an s.
  bool has_digits = false;
  bool quiet = false;  ///< Its capitals say nothing: the whole sentence is typed in them.
};

class words {
 public:
  explicit words(const view& of);

  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] const word& operator[](std::size_t i) const { return list_[i]; }
  /// Its letters without apostrophes, folded; empty past the ends.
  [[nodiscard]] std::string_view key(std::size_t i) const;
  /// The word that begins at or after a place of the view; size() if there is none.
  [[nodiscard]] std::size_t at_or_after(std::size_t place) const;
  /// Whether one of these words stands among the `within` words before a place of the view.
  [[nodiscard]] bool said_before(std::size_t place, std::size_t within,
                                 std::initializer_list<std::string_view> any) const;
  /// A capital that means something.
  [[nodiscard]] bool capital(std::size_t i) const {
    return !list_[i].quiet && list_[i].as != letters::small;
  }

 private:
  void judge_capitals();

  std::vector<word> list_;
  std::string keys_;
};

/// What lists say of a folded word.
[[nodiscard]] bool given_name(std::string_view key);
[[nodiscard]] bool surname(std::string_view key);
/// A dictionary has it, its plural or the like in small letters.
[[nodiscard]] bool ordinary(std::string_view key);
/// A name first, though a dictionary has it: "jack", "sally".
[[nodiscard]] bool name_though_word(std::string_view key);
/// Never part of a name: "said", "and", "will" in small letters.
[[nodiscard]] bool grammar_word(std::string_view key);
/// Written with a capital and nobody's name: places, months, peoples, bodies.
[[nodiscard]] bool known_proper(std::string_view key);

}  // namespace heard::identity
