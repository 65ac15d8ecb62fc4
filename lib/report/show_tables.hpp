/// @file
/// The tables of one folder, before anything is said of them.
#pragma once

#include "report/account.hpp"
#include "report/counts.hpp"
#include "report/published_numbers.hpp"

#include <memory>
#include <vector>

namespace heard::reporting {

struct shown_tables {
  struct of_question {
    shown_table figures;                ///< Nameless where there is none.
    std::vector<shown_table> by_group;  ///< Of open questions.
  };
  std::vector<of_question> questions;
  shown_table all_themes;
  shown_table by_campaigns;  ///< Nameless where there are none.
  campaigns_account campaigns;
  /// All of it as one system; null where nothing is hidden.
  std::shared_ptr<published_numbers> numbers;
};

/// Every table, in the order its rows are reported. For the public small groups and small numbers
/// are hidden, all tables taken together: what one shows, another cannot give away.
[[nodiscard]] shown_tables show_tables(const counts& all, audience reader);

}  // namespace heard::reporting
