/// @file
/// The hidden folder in which files are written before they take their place.
#pragma once

#include "descriptor.hpp"

#include <optional>
#include <string>

namespace cli {

/// The folder that a path is in, "." for a bare name.
[[nodiscard]] std::string parent_of(const std::string& path);

/// The first thing in a folder that a report of this command cannot hold, as a path relative to the
/// folder; nothing when all of it may be an earlier report. @throw
/// std::filesystem::filesystem_error
[[nodiscard]] std::optional<std::string> stranger_in(const std::string& folder);

/// A folder `.heard-XXXXXX` that is removed with all that is in it. Nobody but the user may look
/// inside.
///
/// A program that is killed cannot remove it, so the next one does: what is certainly a folder of
/// this kind, by name, owner, mode and contents, and is in nobody's use. It is in use while its
/// file `lock` is locked (flock). The Python package makes and sweeps the same folders.
class scratch_folder {
 public:
  /// Sweeps up what killed programs left there, then makes one. @throw file_error
  explicit scratch_folder(const std::string& parent);
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  /// Where a folder is made ...
  [[nodiscard]] std::string report() const { return path_ + "/report"; }
  /// ... or a file. Nothing else may be made here.
  [[nodiscard]] std::string file() const { return path_ + "/file"; }
  /// Where a folder that must step aside waits. What is here is never swept up.
  [[nodiscard]] std::string aside() const { return path_ + "/aside"; }

 private:
  std::string path_;
  descriptor lock_;
};

}  // namespace cli
