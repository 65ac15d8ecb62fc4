/// @file
/// In which kept texts rules may hit, from where their words stand.
#pragma once

#include "coding/kept_reader.hpp"
#include "coding/program.hpp"
#include "coding/text_set.hpp"

#include <optional>
#include <span>
#include <vector>

namespace heard::matching {

/// Looks at no text: only at the places of the words that rules need.
class text_search {
 public:
  /// @param words  of the program's lexicon; both must outlive the search
  text_search(const program& rules, const kept_reader& words);

  /// All texts that one of the match rules of these themes hits, and some that none does.
  [[nodiscard]] text_set texts(std::span<const theme_id> themes) const;

 private:
  [[nodiscard]] text_set texts_of(step_id id) const;
  [[nodiscard]] text_set texts_with(atom a) const;
  [[nodiscard]] text_set none() const { return text_set(words_.from().texts.size()); }

  const program& rules_;
  const kept_reader& words_;
  links types_;                                 // From atoms to types.
  std::vector<std::optional<text_set>> given_;  // By theme: what @theme gives.
};

}  // namespace heard::matching
