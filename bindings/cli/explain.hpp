/// @file
/// What is behind a cell of a table: `heard table --explain`.
#pragma once

#include "project.hpp"

#include <string>

namespace cli {

/// Prints the answers behind the cell whose row and column have these ids: ids and byte places, no
/// words. As text for people, or one JSON line each.
/// @throw failure that names the nearest row or column
void explain_cell(const project& p, const heard_codings* from, const heard_table* of,
                  const std::string& row, const std::string& column, bool as_json);

}  // namespace cli
