/// @file
/// A cell with several options in it, split without being cut at a comma inside an option.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

/// One spelling that means an option.
struct option_spelling {
  std::string text;      ///< A label or an alias.
  std::uint32_t option;  ///< The caller's number for it.
};

/// What a cell holds. The views are slices of the cell, white space at their ends left out.
struct multi_select {
  std::vector<std::uint32_t> options;  ///< In the order found, each once.
  std::string_view other;              ///< What follows the `other` label. May be empty.
  bool other_chosen = false;
  std::vector<std::string_view> unexplained;  ///< Parts that are no declared option.
};

/// Splits cells by longest match among the declared spellings: at each place the longest spelling
/// that ends at a separator or at the end wins. Letters are compared folded (text::fold), white
/// space at the ends of parts and blank parts, such as a trailing separator leaves, do not matter.
///
/// A part that begins with the label of "other" is "other" and takes in everything up to the end or
/// to the next declared spelling, separators included; a colon or dash after the label is no part
/// of the text. A second such text is unexplained. The label is no spelling: where one is equal to
/// it, the label wins.
class multi_select_reader {
 public:
  /// @param separator  as written between options; white space in it stands for any white space.
  ///   Empty: the cell is one part
  /// @param spellings  of two that fold alike the first wins; blank ones mean nothing
  /// @param other_label  may be empty: there is no "other"
  multi_select_reader(std::string_view separator, std::span<const option_spelling> spellings,
                      std::string_view other_label);

  /// Linear in the cell. @param cell  must outlive the result
  [[nodiscard]] multi_select split(std::string_view cell) const;

 private:
  struct part {
    std::string_view text;   // trimmed
    std::string folded;      // white space normalised
    std::uint32_t word = 0;  // number in words_, or unknown_word
  };
  struct match {
    std::size_t parts = 0;  // 0: none
    std::uint32_t option = 0;
  };

  std::vector<std::string_view> cut(std::string_view text) const;
  std::vector<part> parts_of(std::string_view text) const;
  match longest(std::span<const part> parts) const;
  std::optional<std::string_view> after_label(std::span<const part> parts) const;

  std::string separator_;
  bool space_before_ = false;  // the separator is declared with white space there
  bool space_after_ = false;
  std::vector<part> label_;

  // A trie over the parts of spellings, so that a spelling may hold separators. Node 0 is its root.
  std::map<std::string, std::uint32_t, std::less<>> words_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> steps_;
  std::vector<std::optional<std::uint32_t>> ends_{1};
};

/// Splits one cell. For many cells keep a multi_select_reader.
[[nodiscard]] multi_select split_multi_select(std::string_view cell, std::string_view separator,
                                              std::span<const option_spelling> spellings,
                                              std::string_view other_label);

}  // namespace heard
