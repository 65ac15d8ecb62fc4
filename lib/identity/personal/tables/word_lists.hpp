/// @file
/// Lists of words, each sorted by bytes, folded to a-z, and ended by a newline.
#pragma once

#include <string_view>

namespace heard::identity::tables {

extern const std::string_view given_names;
extern const std::string_view surnames;
/// Words that a dictionary writes with a small letter; some are names too.
extern const std::string_view ordinary_words;
/// Ordinary words that are names first: "jack".
extern const std::string_view names_though_words;
/// What sentences are made of: "said", "and".
extern const std::string_view grammar_words;
/// Places, months, peoples and bodies.
extern const std::string_view known_propers;

}  // namespace heard::identity::tables
