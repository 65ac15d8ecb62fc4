/// @file
/// Writing so that a file or a folder is replaced whole or not at all.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

/// Writes one file by way of a temporary one beside it. "-" is standard output. A file that is
/// there is only replaced when it begins with `header`, as the one before it did.
/// @param mode  of a new file
/// @throw file_error, interrupted
void write_file(const std::string& path, std::string_view bytes, std::string_view header,
                unsigned mode = 0666);

/// Replaces a folder by the files given (paths with '/'): a temporary folder beside it is filled
/// and brought to disk, then takes its name in one step. What stands there is only replaced when it
/// is empty or an earlier report, or, by a disclosure, an earlier disclosure. In `internal/` stand
/// the respondents' words, so nobody but the user may open what is in it. @throw file_error or
/// interrupted, with the old folder as it was
void replace_folder(const std::string& folder,
                    const std::vector<std::pair<std::string, std::string_view>>& files);

}  // namespace cli
