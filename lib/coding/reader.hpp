/// @file
/// One text after another as tokens and as what the rules want of them.
#pragma once

#include "coding/direct_hits.hpp"
#include "coding/hits.hpp"
#include "coding/kept_reader.hpp"
#include "coding/phrase_pairs.hpp"
#include "coding/program.hpp"

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
  /// @param rules  must outlive the reader
  explicit reader(const program& rules);

  void read(std::string_view text);
  /// The same where the text's words were found before. A reader that is given one of the two is
  /// never given the other. @param from  the same each time, of the lexicon of these rules
  void read(const kept_reader& from, text_row text);

  [[nodiscard]] std::span<const text::token> tokens() const { return tokens_; }
  /// What the direct rules hit: words in order, then phrases in order, where one stands twice if
  /// two alternatives of a rule find it. To be taken before the next text is read.
  [[nodiscard]] direct_hits& direct() { return direct_; }
  /// Atoms that occur in the text, in no order that may show. Only of those in
  /// program::has_places, as below.
  [[nodiscard]] std::span<const atom> present() const {
    return std::span<const atom>(present_).first(present_count_);
  }
  /// In how many places an atom occurs.
  [[nodiscard]] std::uint32_t count(atom a) const { return place_[a].count; }
  /// Passes each place where an atom occurs to `use` as a row of tokens(), in order.
  template <class function>
  void each_place(atom a, function use) const {
    std::uint32_t i = place_[a].first;
    for (std::uint32_t left = place_[a].count; left > 0; --left, i = occurrences_[i].next) {
      use(occurrences_[i].token);
    }
  }
  /// Whether a token satisfies an atom, any atom.
  [[nodiscard]] bool satisfies(std::uint32_t token, atom a) const;

 private:
  /// The occurrences of an atom, each with the next.
  struct place {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t count = 0;
  };
  struct occurrence {
    std::uint32_t token;
    std::uint32_t next;
  };
  /// What the rules want of a type.
  struct wanted {
    phrase_pairs::word_class in_phrases;
    /// Where in lists_ its direct rules are: how many, then theme and rule of each. 0: none.
    std::uint32_t rules = 0;
    /// Where its atoms with places are: how many, then these. 0: none.
    std::uint32_t atoms = 0;
  };
  struct wanted_token {
    std::uint32_t token;
    std::uint32_t list;
  };
  struct wanted_pair {
    std::uint32_t token;   ///< The first of the two.
    std::uint32_t first;   ///< Its class...
    std::uint32_t second;  ///< ... and that of the next.
  };

  void take_in();
  void compile_next();
  void compile_matched();
  std::uint32_t begin_list();
  void forget();
  void choose_tokens();
  void take_words();
  void take_phrases();
  void add_place(atom a, std::uint32_t token);
  [[nodiscard]] bool stands_at(std::span<const atom> phrase, std::uint32_t first) const;

  const program& rules_;
  text::tokeniser tokenise_;
  index_scratch scratch_;
  phrase_pairs pairs_;
  text::vocabulary types_;
  std::vector<std::uint32_t> first_atom_ = {0};  // By type, and one past the last.
  std::vector<atom> atoms_;                      // All that a type satisfies, sorted.
  std::vector<wanted> wanted_;                   // By type.
  std::vector<std::uint32_t> lists_ = {0};
  std::vector<atom> matched_;

  std::vector<text::token> tokens_;
  std::vector<text::type_id> type_of_;  // By token; of kept words their rows in kept_reader.
  // These never shrink; as many of them are in use as is said beside them.
  std::vector<wanted_token> with_rules_;
  std::vector<wanted_token> with_atoms_;
  std::vector<wanted_pair> candidates_;
  std::size_t rules_count_ = 0;
  std::size_t atoms_count_ = 0;
  std::size_t candidates_count_ = 0;
  direct_hits direct_;
  std::vector<occurrence> occurrences_;  // The first is none.
  std::vector<place> place_;             // By atom; count 0 for those that are not present.
  std::vector<atom> present_;            // `present_count_` of them.
  std::size_t present_count_ = 0;
};

}  // namespace heard::matching
