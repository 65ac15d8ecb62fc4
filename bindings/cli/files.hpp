/// @file
/// Reading what a manifest names. The library opens no files; this decides which may be.
#pragma once

#include "file_bytes.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A file cannot be read or written: exit status 2.
class file_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// All of a file that the caller named. Only a regular file is read: a pipe may never end, and
/// opening a device may do something. @throw file_error
[[nodiscard]] std::string read_all(const std::string& path);

/// The folder of a manifest and what lies in it. A link in it may lead anywhere inside the folder;
/// one that leads out is refused, since a manifest may come from somebody else.
class input_folder {
 public:
  /// @param path  as the caller named it, relative to where the caller stands
  explicit input_folder(std::string path = ".") : path_(std::move(path)) {}

  /// How the caller reaches a file of the folder.
  [[nodiscard]] std::string named(const std::string& inside) const;

  /// @return nothing when there is no such file. @throw file_error when it may not or cannot be
  /// read
  [[nodiscard]] std::optional<std::string> read_if_there(const std::string& inside) const;
  /// @throw file_error, also when there is no such file
  [[nodiscard]] std::string read_all(const std::string& inside) const;
  /// The same two for files that may be large.
  [[nodiscard]] std::optional<file_bytes> load_if_there(const std::string& inside) const;
  [[nodiscard]] file_bytes load(const std::string& inside) const;
  /// Hands over a file from its first byte to its last, a chunk at a time. @return false when there
  /// is no such file
  [[nodiscard]] bool read_chunks(const std::string& inside,
                                 const std::function<void(std::string_view)>& take) const;
  /// `length` bytes from `offset`, or nothing.
  [[nodiscard]] std::optional<std::string> read_part(const std::string& inside,
                                                     std::uint64_t offset,
                                                     std::uint64_t length) const;
  /// Names of the `.csv` files in a folder, sorted; empty when there is no such folder.
  /// @throw file_error
  [[nodiscard]] std::vector<std::string> csv_files_in(const std::string& inside) const;

 private:
  [[nodiscard]] std::optional<std::string> real_path(const std::string& inside) const;
  std::string path_;
};

}  // namespace cli
