/// @file
/// Which words may be printed where the public reads.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/identity/personal_data.hpp>
#include <heard/model/consultation.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace heard {

/// Why words are kept from print.
enum class held : std::uint8_t {
  no,             ///< They may be printed.
  by_rule,        ///< Their sender did not let them be quoted.
  personal_data,  ///< They hold what may tell who somebody is, neither redacted nor cleared.
  banned          ///< A person banned some of them.
};

/// A candidate of one answer.
struct personal_finding {
  answer_id answer;
  identity::personal_candidate found;
  bool settled = false;  ///< Redacted: a row of decisions/redactions.csv lies over all of it.
};

/// All candidates in the words of a consultation, included or not, by answer and place.
[[nodiscard]] std::vector<personal_finding> find_personal_data(const consultation& of);

/// The candidates of one answer. The other answers of its response are read too: a name that one of
/// them gives away is found in all.
[[nodiscard]] std::vector<personal_finding> find_personal_data(const consultation& of,
                                                               answer_id answer);

/// What a gate says of some words.
struct verdict {
  held why = held::no;
  bool cleared = false;                     ///< A person cleared them, or what they lie in.
  std::vector<personal_finding> unsettled;  ///< Candidates that touch them and are not settled.
};

/// Whether slices of an answer may be printed: their publication rule allows it, nobody banned
/// them, and they hold no unsettled candidate or a person cleared them.
[[nodiscard]] verdict may_print(const consultation& of, answer_id answer,
                                std::span<const text::span> pieces);

/// "a name (bytes 3 to 6), a postcode (bytes 20 to 28)", never the words.
[[nodiscard]] std::string list_of(std::span<const personal_finding> of);

/// An error for each quote that a person pinned and that may not be printed: that somebody chose it
/// must not end in another being printed instead. By file and row.
[[nodiscard]] diagnostics check_pins(const consultation& of);

}  // namespace heard
