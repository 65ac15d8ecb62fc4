/// @file
/// What a codebook that was changed makes of answers that are coded already.
#pragma once

#include <heard/base/parallel.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/coding/codings.hpp>
#include <heard/coding/kept_words.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace heard {

/// A theme whose rules were changed, that is new or gone, or that is found elsewhere than before.
/// Figures are of what rules find in answers, whether it counts or not.
struct changed_theme {
  std::string id;
  theme_id before;  ///< Row of the earlier codebook; invalid: it is new.
  theme_id after;   ///< Row of the later one; invalid: it is gone.
  std::uint64_t answers_before = 0;
  std::uint64_t answers_after = 0;
  std::uint64_t gained = 0;  ///< Answers that have it now and did not.
  std::uint64_t lost = 0;
  std::uint64_t mentions_before = 0;  ///< Pieces of evidence.
  std::uint64_t mentions_after = 0;
};

/// Codes anew only what the changes reach, on words that were kept: themes whose rules, lists,
/// questions or references differ, in the texts that hold their words. Everything else is as it
/// was. Immutable; keeps alive what it was made from.
class recoding {
 public:
  /// @param before  codings by rules of an earlier codebook
  /// @param words   of the same consultation
  /// @throw as run_codings() does
  recoding(std::shared_ptr<const codings> before, std::shared_ptr<const codebook> by,
           std::shared_ptr<const kept_words> words, const run_options& options);
  ~recoding();
  recoding(const recoding&) = delete;
  recoding& operator=(const recoding&) = delete;

  /// In the order of the later codebook, then those that are gone in the order of the earlier one.
  [[nodiscard]] const std::vector<changed_theme>& changes() const;

  /// The very codings that run_codings() would make by the later codebook. Most of the work is
  /// copying what has not changed, so ask for them only where they are needed.
  [[nodiscard]] std::shared_ptr<const codings> result() const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard
