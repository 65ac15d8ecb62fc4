/// @file
/// Keyword in context: every hit of a rule with the words around it.
#pragma once

#include <heard/base/parallel.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/model/consultation.hpp>
#include <heard/query/rule.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace heard {

/// One hit. `left` begins and `right` ends with a whole word of the same answer, and both reach up
/// to the hit, so that the three together are a slice of it. Empty where no word is left.
struct kwic_line {
  answer_id answer;
  text::span left, hit, right;
};

struct kwic_options {
  std::uint32_t words = 8;              ///< On either side.
  std::optional<question_id> question;  ///< Only there.
  run_options run;
};

/// Lines in order of response id, question, bytes. All answers with words of included responses are
/// looked at, in every language, stems by the stemmer of the answer's language.
/// @param book  where `#list` and `@theme` stand; may be empty
/// @throw error(status::bad_codebook) for a rule that cannot be compiled
[[nodiscard]] std::vector<kwic_line> find_in_context(const consultation& in,
                                                     const query::node& rule,
                                                     std::shared_ptr<const codebook> book,
                                                     const kwic_options& options);

}  // namespace heard
