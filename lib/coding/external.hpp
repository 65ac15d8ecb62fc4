/// @file
/// What people and models coded, and which kind of coder counts at each answer.
#pragma once

#include <heard/codebook/codebook.hpp>
#include <heard/coding/codings.hpp>
#include <heard/model/campaigns.hpp>
#include <heard/model/consultation.hpp>

#include <boost/container/small_vector.hpp>

#include <vector>

namespace heard::matching {

/// One theme on one answer by one person or model, from as many rows as say so.
struct outside_coding {
  answer_id answer;
  theme_id theme;
  coder_id coder;
  heard::stance stance = stance::none;
  /// Nearly always one, which lies here and not in a piece of memory of its own.
  boost::container::small_vector<evidence, 1> spans;
  timestamp when = {};       ///< The latest of the rows; else the coder's.
  answer_id inherited_from;  ///< Where it is inherited from a campaign's letter; else invalid.
};

/// What two rows about one theme on one answer by one coder say together.
[[nodiscard]] stance combine(stance a, stance b);

/// Sorted by answer, theme, coder, as coding_table is.
/// @throw error(status::bad_codebook) for a theme that the codebook does not have,
///        error(status::bad_input) for bytes outside the answer
/// @param inherited  whose members inherit; may be null
[[nodiscard]] std::vector<outside_coding> outside_codings(const consultation& of,
                                                          const codebook& book,
                                                          const campaigns* inherited = nullptr);

/// Which kind of coder counts at each answer, and what of it people read.
struct readings {
  column<answer_id, coder_kind> counted;
  column<answer_id, bool> by_people;
};

/// At each answer the first kind of the precedence that coded or reviewed it; coder_kind::rule
/// where none did. Rules have read the answers in `by_rules`.
[[nodiscard]] readings who_read(const consultation& of, const campaigns* inherited,
                                const std::vector<bool>& by_rules);

}  // namespace heard::matching
