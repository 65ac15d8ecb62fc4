/// @file
/// Responses as they may be handed to the public: for a request under a freedom of information act,
/// or as open data.
#pragma once

#include <heard/model/consultation.hpp>
#include <heard/report/report.hpp>

#include <cstdint>
#include <vector>

namespace heard {

struct disclosure_options {
  /// Fewest respondents that share what is shown of a respondent; 0: the manifest's `[report]` k.
  std::uint32_t k = 0;
  /// With the data's own ids, in their order, instead of numbers that say nothing.
  bool ids = false;
};

/// Every response, disclosed or withheld, as files: `publish/responses.csv` and `responses.jsonl`,
/// `publish/questions.csv`, which says what a column is, `publish/about.csv`, which says how many
/// respondents share what is shown, `publish/withheld.csv`, a row for all that
/// was withheld and why, without its words, and `internal/ids.csv`, which number is which response.
///
/// A response is disclosed when it is included and its publication rule is `named` or `anonymous`.
/// Of its answers redactions and banned words are replaced; one with a candidate for personal data
/// that is neither redacted nor cleared is withheld whole. A body is named as in attributions.
/// Channel, capacity and answers about oneself are shown, in this order, for as long as k
/// respondents share all that is shown; the words of an "other" about oneself never are. Contacts,
/// dates and places in files are in none of it.
///
/// Numbers follow the order of what is disclosed, so that they tell nothing of ids or dates.
[[nodiscard]] std::vector<report_file> render_disclosure(const consultation& of,
                                                         const disclosure_options& options);

}  // namespace heard
