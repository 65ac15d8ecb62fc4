/// @file
/// The matching view: the tokens that rules are matched against. docs/text.md says what each is.
#pragma once

#include <heard/text/span.hpp>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace heard::text {

/// What a token is. All but `word` are one token whatever is inside, and are matched only by a rule
/// that is written as one.
enum class token_kind : std::uint8_t { word, url, email, hashtag, mention };

/// One token of the matching view.
struct token {
  span bytes;                  ///< In the text it was found in.
  std::uint32_t sentence = 0;  ///< The sentence of its first byte, counted from 0.
  token_kind kind = token_kind::word;
};

/// Cuts texts into words and tokens. Keeps its buffers from one text to the next; belongs to one
/// thread at a time. What it gives is the same on every machine; how it is found depends on what
/// the processor can do.
class tokeniser {
 public:
  tokeniser();
  ~tokeniser();
  tokeniser(tokeniser&&) noexcept;
  tokeniser& operator=(tokeniser&&) noexcept;

  /// The tokens of `text` in order: UAX #29 words that hold a letter, a digit or an emoji, split
  /// also at a colon and, outside URLs and e-mail addresses, at a full stop between runs of two or
  /// more letters. None overlaps another, none is empty, and none folds to nothing. Linear in the
  /// text's length.
  /// @param text  any bytes; ill-formed ones are in no token but a word that they stand inside
  /// @param[out] out  replaced
  void tokens(std::string_view text, std::vector<token>& out);

  /// Where the tokens of `text` stand, and no more: finding sentences takes a good part of the time
  /// of tokens().
  /// @param[out] out  replaced
  void token_spans(std::string_view text, std::vector<span>& out);

  /// The words of `text` by the standard alone: of the segments that word_segments() gives those
  /// that hold a letter, a digit or an emoji. A URL falls into several.
  /// @param[out] out  replaced
  void words(std::string_view text, std::vector<span>& out);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// A folded token without a final possessive 's; the token itself where there is none.
[[nodiscard]] std::string_view without_possessive(std::string_view folded);

}  // namespace heard::text
