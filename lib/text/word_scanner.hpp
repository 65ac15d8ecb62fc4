/// @file
/// Words found 64 bytes at a time.
#pragma once

#include "text/blocks.hpp"
#include "text/edges.hpp"
#include "text/word_split.hpp"

#include <heard/text/span.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace heard::text {

/// Finds the words that word_segments() and add_words() would give, by masks where a word is made
/// of ASCII and of the letters in block::second, and by those two functions for every other
/// stretch of bytes that belong together. What prose is set with, such as typographic quotes and
/// dashes, is told from letters beforehand. Keeps its buffers; belongs to one thread.
class word_scanner {
 public:
  explicit word_scanner(const classifier_choice& by) : classify_(by.classify), list_(by.list) {}

  /// Takes a text in. It must stay while the functions below are called.
  void read(std::string_view text);

  /// Appends the words of the text read.
  /// @param offset  added to every place
  void words(word_view view, std::uint32_t offset, edges& out);

  /// Whether a URL, an e-mail address, a #tag or a @user may be in the text.
  [[nodiscard]] bool may_hold_protected() const;

  /// The first place from `at` on of a byte in block::rare or block::dots, or the text's end: among
  /// them is every byte at which something protected shows itself.
  [[nodiscard]] std::size_t next_sign(std::size_t at) const;

  /// The first place from `at` on where a code point that can end a sentence may start, or the
  /// text's end.
  [[nodiscard]] std::size_t next_end(std::size_t at) const;

 private:
  /// A block among its neighbours: what its masks say of the bytes beside each byte.
  struct sight;

  void settle_punctuation();
  [[nodiscard]] std::uint64_t all_but_cut_punctuation(std::size_t number) const;
  [[nodiscard]] bool joins(std::size_t quote) const;
  [[nodiscard]] std::uint64_t joining_quotes(std::size_t number, std::uint64_t& spilt) const;
  [[nodiscard]] std::uint64_t colons_and_quotes(const sight& s, std::size_t number,
                                                word_view view) const;
  void edges_of(std::uint64_t changes, std::uint64_t unsure, std::uint32_t base, edges& out);
  void look_up(span stretch, edges& out);

  classifier classify_;
  lister list_;
  std::string_view text_;
  std::vector<block> blocks_;
  std::vector<std::uint64_t> quotes_;  // The bytes of U+2018 and U+2019, by block.
  bool has_quotes_ = false;            // Without any, quotes_ is not looked at.

  word_view view_ = word_view::standard;
  std::uint32_t offset_ = 0;
  edges found_;          // By look_up().
  bool unsure_ = false;  // The word that is open is to be looked up.
};

}  // namespace heard::text
