/// @file
/// How much may be shown of people without any of them standing out.
#pragma once

#include <heard/base/ids.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace heard::reporting {

/// One response: whose it is and what could be shown of them, the most telling last.
struct profile {
  respondent_id respondent;
  std::vector<std::string> attributes;
};

/// For each profile how many of its attributes, from the first, may be shown, so that at least `k`
/// respondents share all that is shown and how much that is. All have equally many attributes.
///
/// Values that fewer than k share are hidden together; where those are still fewer than k, so is
/// the smallest group that is not (of equal ones the first by value), since what is hidden beside
/// what is shown would give them away. The rest is divided by the next attribute.
[[nodiscard]] std::vector<std::size_t> shown_attributes(const std::vector<profile>& of,
                                                        std::size_t k);

}  // namespace heard::reporting
