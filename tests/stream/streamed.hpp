/// @file
/// One consultation, in memory and in pieces.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/report/report.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

namespace streaming {

/// Files by path: a manifest `consultation.toml` and all that it may name.
using files = std::map<std::string, std::string>;

[[nodiscard]] files read_folder(const std::filesystem::path& folder);

struct how_to_read {
  std::size_t piece = std::size_t{8} << 20;  ///< Bytes that are read at a time.
  std::size_t chunk = std::size_t{1} << 16;  ///< Bytes that are handed over at a time.
  unsigned threads = 1;
};

struct outcome {
  std::map<std::string, std::string> report;  ///< By path; nothing where there are faults.
  heard::diagnostics remarks;
  std::string error;  ///< What ended the run.
  std::size_t parts = 0;
};

/// Without a search for campaigns, which is not made in pieces.
[[nodiscard]] outcome in_memory(const files& from);
[[nodiscard]] outcome in_pieces(const files& from, const how_to_read& how);

/// Rows of a CSV file sorted: those of codings come in the order of places in pieces, and in the
/// order of ids in memory.
[[nodiscard]] std::string sorted_lines(const std::string& csv);

}  // namespace streaming
