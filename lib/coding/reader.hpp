/// @file
/// One text after another as tokens and as the atoms that stand in it.
#pragma once

#include "coding/lexicon.hpp"

#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace heard::matching {

/// Keeps the types it has met, so that a word is looked up in the rules once and not in every text.
/// Belongs to one thread; nothing that it gives out depends on what it has met before.
class reader {
 public:
  /// @param words  must outlive the reader
  explicit reader(const lexicon& words);

  void read(std::string_view text);

  [[nodiscard]] std::span<const text::token> tokens() const { return tokens_; }
  /// Atoms that occur in the text, in no order that may show.
  [[nodiscard]] std::span<const atom> present() const { return present_; }
  /// Where an atom occurs, as rows of tokens().
  [[nodiscard]] std::span<const std::uint32_t> positions(atom a) const {
    return std::span<const std::uint32_t>(positions_).subspan(place_[a].first, place_[a].count);
  }
  /// Whether a token satisfies an atom.
  [[nodiscard]] bool satisfies(std::uint32_t token, atom a) const;

 private:
  struct place {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  struct occurrence {
    atom what;
    std::uint32_t token;
  };

  [[nodiscard]] std::span<const atom> atoms_of(text::type_id type) const {
    return std::span<const atom>(atoms_).subspan(first_atom_[type],
                                                 first_atom_[type + 1] - first_atom_[type]);
  }
  void compile_next();
  void forget();

  const lexicon& words_;
  text::tokeniser tokenise_;
  index_scratch scratch_;
  text::vocabulary types_;
  std::vector<std::uint32_t> first_atom_ = {0};  // By type, and one past the last.
  std::vector<std::uint32_t> atoms_of_type_;     // How many; by type.
  std::vector<atom> atoms_;
  std::vector<atom> matched_;

  std::vector<text::token> tokens_;
  std::vector<text::type_id> type_of_;  // By token.
  std::vector<std::uint32_t> found_;    // Tokens that satisfy an atom.
  std::vector<occurrence> hits_;
  std::vector<place> place_;  // By atom; count 0 for those that are not present.
  std::vector<atom> present_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace heard::matching
