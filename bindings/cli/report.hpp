/// @file
/// What the command writes and can write again: reports and disclosures as folders, codings as a
/// file.
#pragma once

#include "project.hpp"

#include <cstdint>
#include <string>

namespace cli {

/// Lets the files of a report take a folder's place, whole or not at all. @throw file_error
void write_files(const report& from, const std::string& folder);

/// Reads, codes and renders piece by piece, in memory that does not grow with the files.
/// @throw faults_printed, failure, file_error
[[nodiscard]] report stream_report(const std::string& manifest_path, const manner& how, bool final);

/// Codes, renders and writes. @throw failure, file_error
void write_report(const project& from, const std::string& folder, bool final, const manner& how);

/// Renders and writes what may be released. @param k  0: the manifest's number
/// @throw failure, file_error
void write_disclosure(const project& from, const std::string& folder, uint32_t k, bool ids);

/// Codes and writes every coding. @param path  - for standard output
/// @throw failure, file_error
void write_codings(const project& from, const std::string& path, const manner& how);
/// The same of codings that were made.
void write_codings(const heard_codings* all, const std::string& path);

}  // namespace cli
