/// @file
/// The files that the library does not open: reading what a manifest names, and writing a report so
/// that its folder is replaced whole or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

/// A file cannot be read or written: exit status 2.
class file_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// @return nothing when there is no such file. @throw file_error when it cannot be read
[[nodiscard]] std::optional<std::string> read_if_there(const std::string& path);
/// @throw file_error
[[nodiscard]] std::string read_all(const std::string& path);
/// `length` bytes from `offset`, or nothing.
[[nodiscard]] std::optional<std::string> read_part(const std::string& path, std::uint64_t offset,
                                                   std::uint64_t length);
/// Names of the `.csv` files in a folder, sorted; empty when there is no such folder.
[[nodiscard]] std::vector<std::string> csv_files_in(const std::string& folder);

/// Writes one file by way of a temporary one beside it. "-" is standard output. A file that is
/// there is only replaced when it begins with `header`, as the one before it did. @throw file_error
void write_file(const std::string& path, std::string_view bytes, std::string_view header);

/// Replaces a folder by the files given (paths with '/'): a temporary folder beside it is filled
/// and brought to disk, then takes its name in one step. What stands there is only replaced when it
/// is empty or an earlier report. @throw file_error, with the old folder as it was
void replace_folder(const std::string& folder,
                    const std::vector<std::pair<std::string, std::string_view>>& files);

}  // namespace cli
