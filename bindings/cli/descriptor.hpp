/// @file
/// A file descriptor that closes itself, and failures of the system as errors with the file's name.
#pragma once

#include "files.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace cli {

/// @throw file_error: `path: doing: ` and what errno says
[[noreturn]] inline void fail(const std::string& path, const char* doing) {
  throw file_error(path + ": " + doing + ": " + std::strerror(errno));
}

class descriptor {
 public:
  descriptor() = default;
  descriptor(const std::string& path, int flags, mode_t mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  [[nodiscard]] int get() const { return fd_; }
  /// Closing can be the first to tell that the disk is full.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_ = -1;
};

}  // namespace cli
