// Which state the words of an answer have: that they say nothing, point elsewhere, or say
// something.
#pragma once

#include <heard/model/kinds.hpp>

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

// Text as phrases are compared: folded, punctuation made spaces, runs of spaces made one, none at
// the ends.
[[nodiscard]] std::string comparable_words(std::string_view text);

class answer_phrases {
 public:
  // Adds to the built-in phrases.
  answer_phrases(std::span<const std::string> no_comment, std::span<const std::string> refers);

  // text, no_comment or refers. Nothing but punctuation is no_comment. @pre !invisible(words)
  [[nodiscard]] answer_state state_of(std::string_view words) const;

 private:
  std::set<std::string, std::less<>> no_comment_;
  std::vector<std::string> refers_;  // A space before and after each.
  std::size_t most_words_ = 0;       // What is longer is text.
};

}  // namespace heard
