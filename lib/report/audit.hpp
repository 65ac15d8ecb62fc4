/// @file
/// The last look at what is to be published.
#pragma once

#include "report/published_numbers.hpp"

#include <heard/report/report.hpp>

#include <span>

namespace heard::reporting {

/// Reads the tables, the JSON, the page and the Markdown as they were written, and holds each
/// number in them against what has to be hidden: none that is hidden is told in any of them, each
/// that is told is the one that was judged, every table is one that was judged, and what is told
/// leaves to each hidden number as many values as the rule asks for.
/// @throw error(status::refused) that names file, table and cell
void audit(const published_numbers& of, std::span<const report_file> files);

}  // namespace heard::reporting
