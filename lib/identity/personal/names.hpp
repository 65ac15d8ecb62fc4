/// @file
/// Names of people: where the words say that somebody is named, and every other mention of them.
#pragma once

#include "identity/personal/words.hpp"

#include <heard/identity/personal_data.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace heard::identity {

/// Words [first, last) that name somebody.
struct mention {
  std::size_t first = 0;
  std::size_t last = 0;
  grounds why = grounds::listed;
};

/// Words that named somebody once.
struct known_people {
  std::set<std::string, std::less<>> names;     ///< Found in any letters.
  std::set<std::string, std::less<>> capitals;  ///< Ordinary words too: found with a capital.
};

/// Mentions that stand on their own: after a title, a kinship or a role, in the lists, initials,
/// and words with a capital inside a sentence that no dictionary has.
/// @param language  BCP 47, or empty
[[nodiscard]] std::vector<mention> find_names(const view& of, const words& in,
                                              std::string_view language, const not_names& nobody);

/// Remembers who was named.
void learn(const words& in, const std::vector<mention>& from, known_people& into);

/// Every mention of those known, the ones found already among them.
[[nodiscard]] std::vector<mention> find_mentions(const words& in, const known_people& known);

}  // namespace heard::identity
