/// @file
/// Near-identical responses gathered into campaigns, and what each sender changed.
/// docs/campaigns.md gives the definitions and the reasons for their figures.
#pragma once

#include <heard/base/parallel.hpp>
#include <heard/model/campaigns.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace heard {

struct campaign_options {
  std::uint32_t least_members = 3;  ///< Fewest responses of a campaign that nobody declared.
};

/// Finds the campaigns among the included responses, and applies what the manifest and
/// decisions/campaigns.csv say about them. The same campaigns for any number of threads and any
/// order of rows.
///
/// A campaign gathers around its reference letter: the text that most responses are near to, or the
/// one the manifest names. A response is a member if it shares half of all runs of three words with
/// the letter, holds most of it, stands mostly in it, has most words in common in the same order (a
/// letter with slots), or holds a passage of 25 words of it. Answers under eight words play no
/// part.
/// @throw error(status::cancelled) when the callback stops it
[[nodiscard]] std::shared_ptr<const campaigns> find_campaigns(
    std::shared_ptr<const consultation> of, const campaign_options& options = {},
    const run_options& run = {});

/// Words of one answer, in bytes of its text.
struct answer_part {
  answer_id answer;  ///< Invalid: there is none.
  text::span bytes;
};

enum class difference_kind : std::uint8_t { added, cut, changed };

/// A place where a member departs from the reference letter.
struct difference {
  difference_kind kind = difference_kind::added;
  answer_part own;          ///< The member's words; for `cut`, none.
  answer_part letter;       ///< The letter's words; for `added`, none.
  std::uint32_t words = 0;  ///< Of the member; for `cut`, of the letter.
};

/// What a member added, cut and changed, in the order of its own words. Blocks that it put in
/// another order are no difference.
/// @throw error(status::bad_argument) where `member` is no row of the campaign's members
[[nodiscard]] std::vector<difference> campaign_differences(const campaigns& of,
                                                           campaign_id campaign,
                                                           std::size_t member);

/// The answers of the reference whose words are the letter, in order.
/// @throw error(status::bad_argument) where there is no such campaign
[[nodiscard]] std::vector<answer_id> campaign_letter(const campaigns& of, campaign_id campaign);

[[nodiscard]] std::string_view word(difference_kind value);

}  // namespace heard
