/// @file
/// What is said of a command line that cannot be understood.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace cli {

/// One line that names what is wrong and what is nearest to it.
[[nodiscard]] std::string usage_fault(const CLI::App& app, const CLI::ParseError& fault, int argc,
                                      char** argv);

}  // namespace cli
