/// @file
/// "Did you mean": the known name nearest to one that was mistyped. heard.h names the nearest of
/// what it knows; this is for what only the command knows.
#pragma once

#include <string>
#include <vector>

namespace cli {

/// `, did you mean "x"?`, or nothing where no name is near: by up to a third of the longer name in
/// letters changed, added, left out or swapped with their neighbour.
[[nodiscard]] std::string did_you_mean(const std::string& name,
                                       const std::vector<std::string>& known);

}  // namespace cli
