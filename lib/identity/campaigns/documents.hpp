/// @file
/// What responses say, as words to compare: each distinct text once.
#pragma once

#include "identity/campaigns/words.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/stages.hpp>
#include <heard/model/campaigns.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace heard::letters {

/// Stands between the answers of a response: no passage reaches from one into the next.
inline constexpr word_key answer_break = 0;

/// Shorter answers are stock phrases ("I agree", "No further comments").
inline constexpr unsigned words_at_least = 8;

/// Row of a distinct text.
using text_row = std::uint32_t;
inline constexpr text_row no_text = 0xFFFFFFFFu;

/// Whether an answer's words are compared: an open one with text, of an included response.
[[nodiscard]] bool compared(const consultation& of, answer_id answer);

/// The distinct texts of all included responses. A text is all answers of a response of
/// `least_words` or more, in order; responses without one have none.
struct documents {
  /// Of all texts, in pieces of some hundred texts each: with the answers themselves the most that
  /// a run holds, and never copied.
  std::vector<std::vector<word_key>> pieces;
  std::vector<std::span<const word_key>> words;  ///< Of each text, in a piece.
  std::vector<hash128> hash;                     ///< Of its words.
  std::vector<std::uint32_t> copies;             ///< How many responses say so.
  std::vector<text_row> of_response;
  std::vector<short_answer> short_answers;  ///< Unsorted, some given once.
  std::vector<hash128> short_hash;          ///< Of their words.

  [[nodiscard]] std::size_t size() const { return hash.size(); }
  /// Whether `a` comes before `b` wherever two are equal in all else: more copies first.
  [[nodiscard]] bool before(text_row a, text_row b) const {
    return copies[a] != copies[b] ? copies[a] > copies[b] : hash[a] < hash[b];
  }
};

[[nodiscard]] documents read_documents(const consultation& of, unsigned least_words,
                                       word_readers& readers, stages& run);

}  // namespace heard::letters
