/// @file
/// How a consultation is to be counted and reported.
#pragma once

#include <heard/base/date.hpp>
#include <heard/base/error.hpp>
#include <heard/base/ids.hpp>
#include <heard/model/kinds.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace heard {

/// What the manifest says of a campaign.
struct declared_campaign {
  std::string id;  ///< One that a run found, or a name of its own where `reference` is given.
  std::string title;
  std::string note;
  std::string reference;  ///< Id of the response whose words are its letter. May be empty.
  std::optional<campaign_policy> policy;
  location where;  ///< In the manifest.
};

/// The order of the bodies in the annex. Letter case is put aside, ties break on bytes.
enum class annex_order : std::uint8_t {
  name,             ///< As printed.
  without_article,  ///< "The Reading Circle" stands under R.
  type              ///< By type, those without one last, then by name.
};

struct settings {
  std::string id;
  std::string title;
  std::string publisher;
  std::string language = "en";
  std::string about;
  std::string note;
  timestamp opens;
  timestamp closes;

  std::vector<coder_kind> precedence = {coder_kind::adjudicated, coder_kind::human,
                                        coder_kind::model, coder_kind::rule};
  repeat_policy repeats = repeat_policy::keep_all_flagged;
  std::vector<declared_campaign> campaigns;  ///< In the order declared.

  question_id attribution;  ///< The question that names a respondent; invalid: none does.
  /// Ids of its options: of several that a respondent chose the first here names them; those that
  /// are not here follow as they were declared.
  std::vector<std::string> attribution_order;
  /// Most categories of a respondent that an attribution puts together.
  std::uint32_t attribution_categories = 1;
  std::uint32_t attribution_k = 5;
  heard::small_numbers small_numbers = heard::small_numbers::k5;  ///< In `publish/`.
  std::uint32_t quotes = 3;  ///< Most quotes for each theme at each question.

  annex_order annex = annex_order::name;

  /// Words and places of this consultation that are nobody's name, whatever they look like.
  std::vector<std::string> not_names;

  /// What a final run may go on with ("unreadable", "pending", "unread", "stale") and the sentence
  /// that the report prints about it.
  std::map<std::string, std::string, std::less<>> disclosed;
};

}  // namespace heard
