/// @file
/// One name of a body as typed, and what of it counts when names are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heard::identity {

/// A name taken apart. Nothing of the original is lost: it stands beside.
struct body_name {
  std::string original;
  /// Plain words in the order written, without articles, legal forms, "on behalf of", registered
  /// numbers and an acronym printed in brackets. Never empty, unless the original has no letter and
  /// no digit at all or is longer than `longest_name`.
  std::vector<std::string> words;
  std::string words_key;      ///< The same words sorted, one space between: the fingerprint.
  std::string ordered_key;    ///< The words as written, one space between.
  std::string letters_key;    ///< ngram_fingerprint() of `ordered_key`.
  std::string legal_form;     ///< "ltd" for "Limited"; several are joined by a space; may be empty.
  std::string number;         ///< A charity's or company's registered number; may be empty.
  std::string acronym;        ///< Printed beside the name, folded: "ADCS" in "... (ADCS)".
  std::string initials;       ///< First letters of all words.
  std::string main_initials;  ///< First letters of the words that are no stop words.
  bool nobody = false;        ///< "None", "n/a", "individual": a word that names no body.
  /// The bodies that the entry may hold, as typed: "X and Y", "X/Y". Empty: it can't be parted.
  std::vector<std::string> parts;
};

/// A name of more bytes than this is equal to itself and like no other.
inline constexpr std::size_t longest_name = 1000;

[[nodiscard]] body_name read_name(std::string_view typed);

/// "of", "and", "for" and the like: in a name, but not what it is known by.
[[nodiscard]] bool stop_word(std::string_view plain) noexcept;

/// "council", "trust", "association": says what kind of body it is, not which.
[[nodiscard]] bool generic_word(std::string_view plain) noexcept;

/// "north", "branch", "wales", a number: tells a part of a body, or one of several, from the rest.
[[nodiscard]] bool telling_word(std::string_view plain) noexcept;

}  // namespace heard::identity
