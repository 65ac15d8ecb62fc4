/// @file
/// The account as JSON, for machines.
#pragma once

#include "report/account.hpp"

#include <string>

namespace heard::reporting {

/// Every count stands in an object with its base; docs/report.md has the keys.
[[nodiscard]] std::string to_json(const account& of);

}  // namespace heard::reporting
