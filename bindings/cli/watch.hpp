/// @file
/// Codes again and again while a codebook is being written.
#pragma once

#include "project.hpp"

#include <string>

namespace cli {

/// Codes, then prints at each change of the codebook what it changes, until Ctrl-C. Faults in a
/// codebook are printed, and the next change is waited for. Ends with an error when any other file
/// changes that was read, so that nothing is written that a purge has removed, or the codebook's
/// language.
/// @param out  a file that is to hold the codings as they are now; empty: none
/// @return the exit status
int watch(project of, const std::string& out, const manner& how);

}  // namespace cli
