/// @file
/// What a word may be to a name.
#pragma once

#include "identity/personal/words.hpp"

#include <string_view>
#include <vector>

namespace heard::identity {

/// Each word of a text, looked up once.
struct name_word {
  bool given = false;    ///< In the list of given names.
  bool last = false;     ///< In the list of surnames.
  bool plain = false;    ///< An ordinary word, and no name first.
  bool grammar = false;  ///< "said", "and".
  bool proper = false;   ///< A place, a month, a people, a body.
  bool capital = false;  ///< Written with one that means something.
  bool initial = false;  ///< One capital letter.

  /// A given name in any letters.
  [[nodiscard]] bool surely_given() const { return given && !plain && !grammar && !proper; }
  /// In no list at all.
  [[nodiscard]] bool unknown() const {
    return !given && !last && !plain && !grammar && !proper && !initial;
  }
};

[[nodiscard]] std::vector<name_word> look_up(const words& in);

/// Mr, Dr, Cllr, ...; `weak` ones are words of their own: "sister", "miss".
[[nodiscard]] bool title(std::string_view key);
[[nodiscard]] bool weak_title(std::string_view key);
/// son, wife, friend, ...
[[nodiscard]] bool kinship(std::string_view key);
/// teacher, worker, carer, child, ...
[[nodiscard]] bool role(std::string_view key);
/// council, university, trust, ...: the last word of a body's name.
[[nodiscard]] bool body(std::string_view key);
/// A Welsh word that the lists take for a name, or that is written with a capital.
[[nodiscard]] bool welsh_word(std::string_view key);
/// de, van, bin, ...: between names.
[[nodiscard]] bool particle(std::string_view key);

}  // namespace heard::identity
