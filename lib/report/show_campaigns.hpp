/// @file
/// The campaigns of one folder, before anything is said of them.
#pragma once

#include "report/account.hpp"

#include <heard/model/campaigns.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/tables/sensitivity.hpp>

#include <cstdint>
#include <vector>

namespace heard::reporting {

/// Lists the campaigns of `at_least` responses and more, with their figures as they were counted.
[[nodiscard]] campaigns_account show_campaigns(const campaigns& all, std::uint64_t included,
                                               std::uint64_t at_least);

/// The words of a letter, an answer each: all of it, or nothing where a part may not be read in
/// this folder, since what is left would be taken for the whole.
[[nodiscard]] std::vector<letter_words> words_of_letter(const campaigns& all, campaign_id which,
                                                        const print_gate& gate, audience reader);

/// The themes of a table in three views of campaigns, with their ranks. Ranks are made of the
/// numbers that are shown and of no other, so that they say no more than these do: a rank that
/// counted hidden themes too would tell between which numbers they are.
[[nodiscard]] std::vector<sensitivity_row> ranked(const shown_table& by_campaigns);

}  // namespace heard::reporting
