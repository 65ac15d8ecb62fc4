/// @file
/// Where every word of every text stands, as numbers.
#pragma once

#include "coding/kept_texts.hpp"

#include <heard/base/parallel.hpp>
#include <heard/model/consultation.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace heard::matching {

/// A token among those of all texts.
using token_row = std::uint32_t;

/// What kept_words holds. Immutable once filled.
class word_store {
 public:
  explicit word_store(std::shared_ptr<const consultation> from) : of(std::move(from)), texts(*of) {}

  std::shared_ptr<const consultation> of;
  kept_texts texts;
  std::vector<token_row> first_token;     ///< By text, and one past the last.
  std::vector<std::uint32_t> words;       ///< By token: see type_of() and begins_sentence().
  std::vector<std::uint32_t> first_byte;  ///< By token: in its text.
  text::vocabulary types;                 ///< In the order in which they first occur.
  std::vector<std::uint32_t> size_of;     ///< By type: bytes of its spelling, ...
  std::vector<text::token_kind>
      kind_of;  ///< ... and its kind, nearer than the vocabulary has them.

  static constexpr std::uint32_t most_types = 0x7FFFFFFF;
  [[nodiscard]] static text::type_id type_of(std::uint32_t word) { return word >> 1; }
  /// True for the first token of a sentence but the first with any.
  [[nodiscard]] static bool begins_sentence(std::uint32_t word) { return (word & 1) != 0; }
  [[nodiscard]] static std::uint32_t word_of(text::type_id type, bool begins_sentence) {
    return type << 1 | static_cast<std::uint32_t>(begins_sentence);
  }

  /// The tokens of a text as the tokeniser gives them, but that sentences without any are not
  /// counted. @param[out] out  replaced
  void tokens(text_row text, std::vector<text::token>& out) const;
  /// The words of a text.
  [[nodiscard]] std::span<const std::uint32_t> words_of(text_row text) const {
    return std::span<const std::uint32_t>(words).subspan(first_token[text],
                                                         first_token[text + 1] - first_token[text]);
  }

  /// Where each type occurs, in order: from types to tokens. Made when it is first asked for.
  class places {
   public:
    /// @param store  must outlive this
    explicit places(const word_store& store);
    [[nodiscard]] std::span<const token_row> operator[](text::type_id type) const {
      return std::span<const token_row>(tokens_).subspan(first_[type],
                                                         first_[type + 1] - first_[type]);
    }

    /// The text that a token is of.
    [[nodiscard]] text_row text_of(token_row token) const {
      text_row text = text_of_step_[token / step];
      while (first_token_[text + 1] <= token) ++text;
      return text;
    }

   private:
    static constexpr token_row step = 64;

    std::vector<token_row> first_;  // By type, and one past the last.
    std::vector<token_row> tokens_;
    const std::vector<token_row>& first_token_;
    std::vector<text_row> text_of_step_;  // Of every 64th token.
  };
  [[nodiscard]] const places& where() const;

  /// Takes in a type that the vocabulary has just numbered.
  void note_type(text::type_id type);

 private:
  mutable std::once_flag asked_;
  mutable std::unique_ptr<const places> where_;
};

/// Ends of units of about a megabyte each, so that a run stops soon after it is told to and few
/// words are new in each for the first time.
[[nodiscard]] std::vector<text_row> cut_texts(const kept_texts& texts);

}  // namespace heard::matching
