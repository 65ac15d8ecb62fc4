/// @file
/// One rule against one text, and why it hits or does not.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/query/rule.hpp>
#include <heard/text/span.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// What became of a rule's part.
struct match_step {
  unsigned depth = 0;  ///< 0 for the rule itself.
  std::string part;    ///< Its canonical spelling.
  bool matched = false;
  std::vector<text::span> hits;
  std::string why;  ///< Why it did not match: "no such word", "the nearest pair is 7 words apart, 5
                    ///< are allowed"
};

struct match_result {
  bool matched = false;
  std::vector<text::span> evidence;  ///< Sorted, each once.
  std::vector<match_step> steps;     ///< The rule and its parts, in the order written.
};

/// A rule made ready for texts of one language. Lists and themes come from a codebook, where there
/// is one.
class matcher {
 public:
  /// @param book  may be empty; then `#list` and `@theme` are faults
  /// @throw error(status::bad_codebook) for a rule that cannot be compiled
  matcher(const query::node& rule, std::string language,
          std::shared_ptr<const codebook> book = nullptr);
  ~matcher();
  matcher(matcher&&) noexcept;
  matcher& operator=(matcher&&) noexcept;

  /// Evidence in a text: sorted, each once; empty if it does not match.
  [[nodiscard]] std::vector<text::span> find(std::string_view text);
  /// The same, and why.
  [[nodiscard]] match_result explain(std::string_view text);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard
