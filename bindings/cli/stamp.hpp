/// @file
/// What tells that a file was written.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <sys/stat.h>

namespace cli {

/// Of a file or a folder. Nothing where it is not there, as when an editor is about to let another
/// take its place.
struct stamp {
  bool there = false;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::int64_t size = 0;
  std::uint64_t file = 0;
  bool operator==(const stamp&) const = default;
};

inline stamp stamp_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  return {true, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_size, info.st_ino};
}

/// By path, each taken before the file was read.
using stamps = std::map<std::string, stamp>;

}  // namespace cli
