/// @file
/// Codes again and again while a codebook is being written.
#pragma once

#include "project.hpp"

#include <string>

namespace cli {

/// Codes, then prints at each change of the codebook what it changes, until Ctrl-C. Faults in a
/// codebook are printed, and the next change is waited for.
/// @param out  a file that is to hold the codings as they are now; empty: none
/// @return the exit status
int watch(project of, const std::string& out, const manner& how);

}  // namespace cli
