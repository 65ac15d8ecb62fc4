#include "files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <set>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace cli {

namespace {

[[noreturn]] void fail(const std::string& path, const char* doing) {
  throw file_error(path + ": " + doing + ": " + std::strerror(errno));
}

// A descriptor that closes itself.
class file {
 public:
  file(const std::string& path, int flags, mode_t mode = 0644)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~file() {
    if (fd_ >= 0) ::close(fd_);
  }
  file(const file&) = delete;
  file& operator=(const file&) = delete;
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  [[nodiscard]] int get() const { return fd_; }
  // Closing can be the first to tell that the disk is full.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

void write_bytes(int fd, std::string_view bytes, const std::string& path) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t n = ::write(fd, bytes.data() + at, bytes.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(path, "cannot write");
    at += static_cast<std::size_t>(n);
  }
}

// O_EXCL and O_NOFOLLOW: never write through a link that somebody put there.
void write_new(const std::string& path, std::string_view bytes) {
  file out(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
  if (!out.open()) fail(path, "cannot create");
  write_bytes(out.get(), bytes, path);
  if (::fsync(out.get()) != 0) fail(path, "cannot bring to disk");
  if (!out.close()) fail(path, "cannot close");
}

void sync_folder(const std::string& path) {
  const file folder(path, O_RDONLY | O_DIRECTORY);
  if (!folder.open() || ::fsync(folder.get()) != 0) fail(path, "cannot bring to disk");
}

std::string parent_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

// A path that a report of this command can hold, "publish/tables/x.csv" and the like.
bool ours(const fs::path& path) {
  static const std::set<std::string> pages = {"report.html", "report.json", "report.md"};
  const std::string top = path.begin()->string();
  if (top != "publish" && top != "internal") return false;
  return pages.contains(path.filename().string()) || path.extension() == ".csv";
}

// Only what this command wrote, or nothing, may be swept away.
void check_replaceable(const std::string& folder) {
  struct stat info {};
  if (::lstat(folder.c_str(), &info) != 0) {
    if (errno == ENOENT) return;
    fail(folder, "cannot look at");
  }
  if (!S_ISDIR(info.st_mode)) throw file_error(folder + ": is there and is no folder");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path path = entry.path().lexically_relative(folder);
    const bool folder_of_ours = entry.is_directory() && !entry.is_symlink() &&
                                (path == "publish" || path == "internal" || ours(path / "x.csv"));
    if (!folder_of_ours && !ours(path)) {
      throw file_error(folder + ": is there and holds \"" + path.string() +
                       "\", which is no part of a report; move it, or name another folder");
    }
  }
}

// A folder that is removed with all that is in it unless it was renamed away.
class temporary_folder {
 public:
  explicit temporary_folder(const std::string& beside) {
    path_ = parent_of(beside) + "/.heard-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) fail(path_, "cannot create");
  }
  ~temporary_folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

// Linux swaps two names in one step; where the file system cannot, the old folder is moved aside
// first, and back if the new one cannot take its place.
void take_place(const std::string& made, const std::string& folder) {
  if (!exists(folder)) {
    if (::rename(made.c_str(), folder.c_str()) != 0) fail(folder, "cannot rename");
    return;
  }
  constexpr unsigned exchange = 1U << 1;  // RENAME_EXCHANGE of linux/fs.h
  if (::syscall(SYS_renameat2, AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), exchange) == 0) {
    return;
  }
  const std::string aside = made + ".old";
  if (::rename(folder.c_str(), aside.c_str()) != 0) fail(folder, "cannot rename");
  if (::rename(made.c_str(), folder.c_str()) != 0) {
    const int why = errno;
    (void)::rename(aside.c_str(), folder.c_str());
    errno = why;
    fail(folder, "cannot rename");
  }
  if (::rename(aside.c_str(), made.c_str()) != 0) fail(aside, "cannot rename");
}

}  // namespace

std::optional<std::string> read_if_there(const std::string& path) {
  const file in(path, O_RDONLY);
  if (!in.open()) {
    if (errno == ENOENT) return std::nullopt;
    fail(path, "cannot open");
  }
  struct stat info {};
  if (::fstat(in.get(), &info) != 0) fail(path, "cannot look at");
  if (S_ISDIR(info.st_mode)) throw file_error(path + ": is a folder");
  std::string out;
  out.reserve(static_cast<std::size_t>(info.st_size));
  char block[1 << 16];
  for (;;) {
    const ssize_t n = ::read(in.get(), block, sizeof block);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(path, "cannot read");
    if (n == 0) return out;
    out.append(block, static_cast<std::size_t>(n));
  }
}

std::string read_all(const std::string& path) {
  auto bytes = read_if_there(path);
  if (!bytes) throw file_error(path + ": there is no such file");
  return std::move(*bytes);
}

std::optional<std::string> read_part(const std::string& path, std::uint64_t offset,
                                     std::uint64_t length) {
  const file in(path, O_RDONLY);
  if (!in.open()) return std::nullopt;
  std::string out(length, '\0');
  const ssize_t n = ::pread(in.get(), out.data(), out.size(), static_cast<off_t>(offset));
  if (n < 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(n));
  return out;
}

std::vector<std::string> csv_files_in(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code why;
  for (fs::directory_iterator it(folder, why), end; !why && it != end; it.increment(why)) {
    if (it->path().extension() == ".csv") out.push_back(it->path().filename().string());
  }
  if (why && why != std::errc::no_such_file_or_directory) {
    throw file_error(folder + ": cannot list: " + why.message());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void write_file(const std::string& path, std::string_view bytes, std::string_view header) {
  if (path == "-") {
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return;
  }
  if (exists(path) && read_part(path, 0, header.size()) != header) {
    throw file_error(path + ": is there and was not written by this command; name another file");
  }
  const temporary_folder near(path);
  const std::string made = near.path() + "/file";
  write_new(made, bytes);
  if (::rename(made.c_str(), path.c_str()) != 0) fail(path, "cannot rename");
  sync_folder(parent_of(path));
}

void replace_folder(const std::string& given,
                    const std::vector<std::pair<std::string, std::string_view>>& files) {
  std::string folder = given;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  check_replaceable(folder);
  const temporary_folder near(folder);
  const std::string made = near.path() + "/report";
  if (::mkdir(made.c_str(), 0755) != 0) fail(made, "cannot create");
  std::set<std::string> folders = {made};
  for (const auto& [path, bytes] : files) {
    const std::string target = made + "/" + path;
    for (std::size_t slash = made.size() + 1;
         (slash = target.find('/', slash)) != std::string::npos; ++slash) {
      const std::string part = target.substr(0, slash);
      if (!folders.insert(part).second) continue;
      if (::mkdir(part.c_str(), 0755) != 0) fail(part, "cannot create");
    }
    write_new(target, bytes);
  }
  for (const std::string& each : folders) sync_folder(each);
  take_place(made, folder);
  sync_folder(parent_of(folder));
}

}  // namespace cli
