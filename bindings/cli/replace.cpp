#include "replace.hpp"

#include "interrupt.hpp"
#include "scratch.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <set>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace cli {

namespace {

void write_bytes(int fd, std::string_view bytes, const std::string& path) {
  constexpr std::size_t piece = 1 << 20;
  while (!bytes.empty()) {
    interrupts_held::check();
    const ssize_t n = ::write(fd, bytes.data(), std::min(bytes.size(), piece));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(path, "cannot write");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  interrupts_held::check();
}

void sync(const descriptor& what, const std::string& path) {
  while (::fsync(what.get()) != 0) {
    if (errno != EINTR) fail(path, "cannot bring to disk");
  }
}

// O_EXCL and O_NOFOLLOW: never write through a link that somebody put there.
void write_new(const std::string& path, std::string_view bytes, mode_t mode) {
  descriptor out(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  if (!out.open()) fail(path, "cannot create");
  write_bytes(out.get(), bytes, path);
  sync(out, path);
  if (!out.close()) fail(path, "cannot close");
}

void sync_folder(const std::string& path) {
  const descriptor folder(path, O_RDONLY | O_DIRECTORY);
  if (!folder.open()) fail(path, "cannot bring to disk");
  sync(folder, path);
}

// A report has the first, a disclosure the second.
constexpr const char* report_file_name = "publish/report.json";
constexpr const char* disclosure_file_name = "publish/responses.csv";

// Only what this command wrote, or nothing, may be swept away, and only by what is of its kind.
void check_replaceable(const std::string& folder,
                       const std::vector<std::pair<std::string, std::string_view>>& by) {
  struct stat info {};
  if (::lstat(folder.c_str(), &info) != 0) {
    if (errno == ENOENT) return;
    fail(folder, "cannot look at");
  }
  if (!S_ISDIR(info.st_mode)) throw file_error(folder + ": is there and is no folder");
  if (const auto stranger = stranger_in(folder)) {
    throw file_error(folder + ": is there and holds \"" + *stranger +
                     "\", which is no part of a report; move it, or name another folder");
  }
  const auto stays = [&](const char* file) {
    const auto made = [&](const auto& each) { return each.first == file; };
    return ::lstat((folder + "/" + file).c_str(), &info) == 0 &&
           std::none_of(by.begin(), by.end(), made);
  };
  for (const auto& [file, what] :
       {std::pair(report_file_name, "report, which no disclosure"),
        std::pair(disclosure_file_name, "disclosure, which no report")}) {
    if (!stays(file)) continue;
    throw file_error(folder + ": is there and holds a " + what + " replaces; name another folder");
  }
}

bool begins_with(const std::string& path, std::string_view header) {
  const descriptor in(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  struct stat info {};
  if (!in.open() || ::fstat(in.get(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
  std::string start(header.size(), '\0');
  const ssize_t n = ::pread(in.get(), start.data(), start.size(), 0);
  return n == static_cast<ssize_t>(header.size()) && start == header;
}

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

void make_folder(const std::string& path, mode_t mode) {
  if (::mkdir(path.c_str(), mode) != 0) fail(path, "cannot create");
}

// Linux swaps two names in one step; where the file system cannot, the old folder is moved aside
// first, and back if the new one cannot take its place.
void take_place(const scratch_folder& from, const std::string& folder) {
  const std::string made = from.report();
  if (!exists(folder)) {
    if (::rename(made.c_str(), folder.c_str()) != 0) fail(folder, "cannot rename");
    return;
  }
  constexpr unsigned exchange = 1U << 1;  // RENAME_EXCHANGE of linux/fs.h
  if (::syscall(SYS_renameat2, AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), exchange) == 0) {
    return;
  }
  const std::string aside = from.aside();
  if (::rename(folder.c_str(), aside.c_str()) != 0) fail(folder, "cannot rename");
  if (::rename(made.c_str(), folder.c_str()) != 0) {
    const int why = errno;
    if (::rename(aside.c_str(), folder.c_str()) != 0) {
      fail(aside, "what stood in the report's place was moved here and cannot be moved back");
    }
    errno = why;
    fail(folder, "cannot rename");
  }
  std::filesystem::remove_all(aside);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes, std::string_view header,
                unsigned mode) {
  if (path == "-") {
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return;
  }
  if (exists(path) && !begins_with(path, header)) {
    throw file_error(path + ": is there and was not written by this command; name another file");
  }
  const interrupts_held held;
  const scratch_folder near(parent_of(path));
  write_new(near.file(), bytes, mode);
  if (::rename(near.file().c_str(), path.c_str()) != 0) fail(path, "cannot rename");
  sync_folder(parent_of(path));
}

void replace_folder(const std::string& given,
                    const std::vector<std::pair<std::string, std::string_view>>& files) {
  std::string folder = given;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  check_replaceable(folder, files);
  const interrupts_held held;
  const scratch_folder near(parent_of(folder));
  const std::string made = near.report();
  make_folder(made, 0777);
  std::set<std::string> folders = {made};
  for (const auto& [path, bytes] : files) {
    const bool internal = path.compare(0, 9, "internal/") == 0;
    const std::string target = made + "/" + path;
    for (std::size_t slash = made.size() + 1;
         (slash = target.find('/', slash)) != std::string::npos; ++slash) {
      const std::string part = target.substr(0, slash);
      if (folders.insert(part).second) make_folder(part, internal ? 0700 : 0777);
    }
    write_new(target, bytes, internal ? 0600 : 0666);
  }
  for (const std::string& each : folders) sync_folder(each);
  interrupts_held::check();
  take_place(near, folder);
  sync_folder(parent_of(folder));
}

}  // namespace cli
