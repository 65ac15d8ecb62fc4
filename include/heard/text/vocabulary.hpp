/// @file
/// Word types: each distinct spelling once, by number.
#pragma once

#include <heard/text/tokens.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace heard::text {

/// A distinct pair of spelling and kind. Its number depends on what was seen before, so no number
/// may reach an output or break a tie.
using type_id = std::uint32_t;

/// Spellings by number and numbers by spelling. A type keeps its bytes as written (rules may ask
/// for exact case); its folded form is made once.
class vocabulary {
 public:
  vocabulary();
  ~vocabulary();
  vocabulary(vocabulary&&) noexcept;
  vocabulary& operator=(vocabulary&&) noexcept;

  /// The type of a token, new if need be.
  type_id intern(std::string_view spelling, token_kind kind);

  /// The types of all tokens of a text at once: several times as fast as one by one.
  /// @param[out] out  replaced; one for each token
  void intern(std::string_view text, std::span<const token> tokens, std::vector<type_id>& out);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::string_view spelling(type_id type) const;
  [[nodiscard]] std::string_view folded(type_id type) const;
  [[nodiscard]] token_kind kind(type_id type) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard::text
