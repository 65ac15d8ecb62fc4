/// @file
/// Whether a text is made of a letter: the definition that campaigns rest on.
#pragma once

#include "identity/campaigns/shingles.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

/// In which way a text and a letter are related, the closest first.
enum class relation : std::uint8_t {
  alike,    ///< Half of all shingles in common, or most words of both in one order.
  holds,    ///< Most of the letter stands in the text, or most of the text in the letter.
  passage,  ///< A long passage of the letter stands in the text.
  none
};

/// What counts as related. docs/campaigns.md gives the reason for each figure.
struct relation_limits {
  std::uint32_t words = 20;     ///< Fewest in common, but for texts that share half their shingles.
  std::uint32_t passage = 25;   ///< Words one after another that make a passage.
  std::uint32_t percent = 60;   ///< Of the words of the letter, or of both: "most".
  std::uint32_t anchored = 25;  ///< Percent of the letter in shared shingles before order is asked.
  /// Longer texts are not compared in order: it would take their product in time.
  std::uint32_t most_words = 4000;
};

/// What one of two texts has in common with the other.
struct share {
  std::uint32_t all = 0;      ///< Its words.
  std::uint32_t words = 0;    ///< Those that are its own (shingled::own).
  std::uint32_t covered = 0;  ///< Of these, those in a shared shingle.
  /// Words one after another, each in a shared shingle, with what is not its own between them;
  /// never more than would leave `percent` of them its own.
  std::uint32_t run = 0;
};

/// A letter and a text side by side.
struct related {
  relation is = relation::none;
  share letter;  ///< Empty where they share no shingle.
  share text;
};

/// What a text and a letter can be at best.
struct bound {
  relation is = relation::none;
  std::uint32_t covered = 0;  ///< Words of the text.
};

/// By their sizes alone. @pre both comparable
/// @param shared  shingles that both have, at most
[[nodiscard]] bound bound_of(const shingled& letter, const shingled& text, std::size_t shared,
                             const relation_limits& limits);

/// Compares one text with others, one after another. Belongs to one thread.
class comparison {
 public:
  explicit comparison(const relation_limits& limits) : limits_(limits) {}

  /// The text to be compared. It must stay as it is while it is. @pre comparable
  void hold(const shingled& text);

  /// How the text held is related to a letter. @pre comparable
  [[nodiscard]] related to_letter(const shingled& letter);
  /// How another is related to the text held, as its letter. @pre comparable
  [[nodiscard]] related as_letter(const shingled& text);

 private:
  struct in_common;

  [[nodiscard]] in_common measure(const shingled& other);
  [[nodiscard]] relation relate(const in_common& all, const share& letter, const share& text,
                                const shingled& other);
  [[nodiscard]] share share_of(const shingled& text) const;
  [[nodiscard]] std::uint32_t common_in_order(std::span<const word_key> other);
  void place_words();

  const relation_limits& limits_;
  const shingled* held_ = nullptr;
  shingle_table runs_;
  std::vector<std::uint32_t> place_;  // Of the run at each word of the text held; 0 where none is.
  std::vector<std::uint8_t> met_;     // By place in `runs_`: the other has it.
  std::vector<std::uint8_t> shared_;  // By word, of one text and then of the other.

  // Of the words of the text held, where they stand: a bit for each place.
  bool words_placed_ = false;
  boost::unordered_flat_map<word_key, std::uint32_t> row_of_;
  std::vector<std::uint64_t> places_;
  std::vector<std::uint64_t> state_;
};

}  // namespace heard::letters
