/// @file
/// A cell with several options in it, split without being cut at a comma inside an option.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// One spelling that means an option.
struct option_spelling {
  std::string text;      ///< A label or an alias.
  std::uint32_t option;  ///< The caller's number for it.
};

/// What a cell holds.
struct multi_select {
  std::vector<std::uint32_t> options;  ///< In the order found, each once.
  std::string_view other;              ///< What follows the `other` label. May be empty.
  bool other_chosen = false;
  std::vector<std::string_view> unexplained;  ///< Parts that are no declared option.
};

/// Splits a cell at `separator` by longest match among the declared spellings: at each place the
/// longest spelling that ends at a separator or at the end wins. White space around parts and the
/// case of letters do not matter, nor does a trailing separator. A part that begins with
/// `other_label` is "other", and takes in everything up to the end or to the next declared
/// spelling.
[[nodiscard]] multi_select split_multi_select(std::string_view cell, std::string_view separator,
                                              std::span<const option_spelling> spellings,
                                              std::string_view other_label);

}  // namespace heard
