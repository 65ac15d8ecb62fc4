/// @file
/// From the counts to what one folder says.
#pragma once

#include "report/counts.hpp"
#include "report/published_numbers.hpp"

#include <memory>

namespace heard::reporting {

/// What a folder says, and what its numbers hide. No renderer sees the second.
struct collected {
  account said;
  std::shared_ptr<const published_numbers> numbers;  ///< Null where nothing is hidden.
};

/// @throw error(status::internal) if a sum does not close; error(status::cancelled)
[[nodiscard]] collected collect(const counts& all, audience reader, bool final, meter& steps);

/// Names of organisations that a person should look at. @param sent  what each of them sent
[[nodiscard]] work_list list_organisations(const consultation& of,
                                           const std::vector<identity::body_summary>& sent);

/// The letters of campaigns, and what each member added to them.
[[nodiscard]] std::vector<work_list> list_campaigns(const campaigns& all);

}  // namespace heard::reporting
