/// @file
/// The sentence rules of UAX #29 as a state that takes one code point after another.
#pragma once

#include "text/cutter.hpp"
#include "text/properties.hpp"

#include <heard/text/span.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace heard::text {

/// Cuts one text into sentences.
class sentence_scan {
 public:
  sentence_scan(std::string_view text, std::vector<span>& out) : text_(text), segments_(out) {}

  /// Takes the code point at a place. @returns the place behind it
  std::size_t step(std::size_t at);

  /// True if nothing is open: all up to the next separator or terminator is one sentence with what
  /// has been taken.
  [[nodiscard]] bool at_rest() const {
    return end_ == ending::none && held_ == nowhere && !separates(before_);
  }
  /// Goes on at a place further on. @pre at_rest(), and neither separator nor terminator between
  void skip_to(std::size_t at);

  /// Begins a sentence at a capital of ASCII, behind a terminator and a space (SB11), and takes the
  /// capital. @pre at_rest() before the terminator, and neither separator nor terminator up to it
  void cut_before(std::size_t at) {
    segments_.cut(at);
    before_ = sentence_break::upper;
  }

  /// At the end of the text.
  void finish();

  [[nodiscard]] static constexpr bool separates(sentence_break value) {
    return value == sentence_break::sep || value == sentence_break::cr ||
           value == sentence_break::lf;
  }
  [[nodiscard]] static constexpr bool terminates(sentence_break value) {
    return value == sentence_break::aterm || value == sentence_break::sterm;
  }

 private:
  /// How much of `SATerm Close* Sp*` stands before a place.
  enum class ending : std::uint8_t { none, term, close, space };

  std::string_view text_;
  cutter segments_;
  sentence_break before_ = sentence_break::other;
  ending end_ = ending::none;
  bool may_go_on_ = false;    // The terminator was an ATerm...
  bool after_cased_ = false;  // ... and stood after Upper or Lower, for SB7.
  std::size_t held_ = nowhere;
};

}  // namespace heard::text
