/// @file
/// Kept words as a reader needs them: with the atoms that they satisfy.
#pragma once

#include "coding/lexicon.hpp"
#include "coding/program.hpp"
#include "coding/word_store.hpp"

#include <heard/base/parallel.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace heard::matching {

/// Which types satisfy which atoms of a lexicon: found once for all texts and threads. Types that
/// satisfy some have a row each, and all others share row 0. Immutable.
class kept_reader {
 public:
  /// Looks at every type.
  kept_reader(const word_store& from, const lexicon& words, const run_options& options);
  /// Looks at some. @param types  all that may satisfy an atom, in any order, each once
  kept_reader(const word_store& from, const lexicon& words, std::span<const text::type_id> types);

  [[nodiscard]] const word_store& from() const { return *from_; }
  [[nodiscard]] std::size_t rows() const { return first_.size() - 1; }
  /// The type of a row. @pre row > 0
  [[nodiscard]] text::type_id type(std::uint32_t row) const { return types_[row]; }
  [[nodiscard]] std::uint32_t row_of(text::type_id type) const { return row_of_[type]; }
  /// The types that satisfy each of so many atoms.
  [[nodiscard]] links types_of_atoms(std::size_t atoms) const;
  /// Sorted.
  [[nodiscard]] std::span<const atom> atoms(std::uint32_t row) const {
    return std::span<const atom>(atoms_).subspan(first_[row], first_[row + 1] - first_[row]);
  }

  /// @param[out] tokens  replaced by the text's
  /// @param[out] rows    replaced by the row of each token's type
  void read(text_row text, std::vector<text::token>& tokens,
            std::vector<std::uint32_t>& rows) const;

 private:
  void add(text::type_id type, std::span<const atom> atoms);

  const word_store* from_;
  std::vector<std::uint32_t> row_of_;  // By type.
  std::vector<text::type_id> types_ = {0};
  std::vector<std::uint32_t> first_ = {0, 0};  // By row, and one past the last.
  std::vector<atom> atoms_;
};

}  // namespace heard::matching
