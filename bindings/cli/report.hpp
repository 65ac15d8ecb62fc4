/// @file
/// Reports and disclosures as folders.
#pragma once

#include "project.hpp"

#include <string>

namespace cli {

/// Lets the files of a report take a folder's place, whole or not at all. @throw file_error
void write_files(const report& from, const std::string& folder);

/// Codes, renders and writes. @throw failure, file_error
void write_report(const project& from, const std::string& folder, bool final, const manner& how);

}  // namespace cli
