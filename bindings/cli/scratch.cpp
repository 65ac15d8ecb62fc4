#include "scratch.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>

namespace fs = std::filesystem;

namespace cli {

namespace {

constexpr std::string_view prefix = ".heard-";
constexpr std::string_view mark = "heard writes here; while this file is locked it is in use\n";

bool is_ours_by_name(const std::string& name) {
  return name.size() == prefix.size() + 6 && name.compare(0, prefix.size(), prefix) == 0 &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(prefix.size()), name.end(),
                     [](char c) {
                       return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                              (c >= 'a' && c <= 'z') || c == '_';
                     });
}

bool is_private_folder(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid() &&
         (info.st_mode & 07777) == 0700;
}

// The lock of a folder that nobody uses any more, held by us now; not open where anybody does, or
// where it is no lock of ours.
descriptor abandoned_lock(const std::string& folder) {
  descriptor lock(folder + "/lock", O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  struct stat info {};
  char text[mark.size() + 1];
  if (!lock.open() || ::fstat(lock.get(), &info) != 0 || !S_ISREG(info.st_mode) ||
      ::pread(lock.get(), text, sizeof text, 0) != static_cast<ssize_t>(mark.size()) ||
      std::string_view(text, mark.size()) != mark || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    return {};
  }
  return lock;
}

bool holds_only_ours(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const fs::file_type type = entry.symlink_status().type();
    const bool known = name == "report"                   ? type == fs::file_type::directory
                       : name == "file" || name == "lock" ? type == fs::file_type::regular
                                                          : false;
    if (!known) return false;
  }
  const std::string report = folder + "/report";
  return !fs::exists(report) || !stranger_in(report);
}

// The lock goes last, so that what a second kill leaves can still be told.
void remove(const std::string& folder) {
  std::error_code ignored;
  fs::remove_all(folder + "/report", ignored);
  for (const char* name : {"/file", "/lock.new", "/lock"}) fs::remove(folder + name, ignored);
  fs::remove(folder, ignored);
}

void sweep(const std::string& parent) {
  std::error_code why;
  for (fs::directory_iterator it(parent, why), end; !why && it != end; it.increment(why)) {
    const std::string path = it->path().string();
    if (!is_ours_by_name(it->path().filename().string()) || !is_private_folder(path)) continue;
    try {
      const descriptor lock = abandoned_lock(path);
      if (lock.open() && holds_only_ours(path)) remove(path);
    } catch (const fs::filesystem_error&) {
      continue;  // What cannot be looked through is left alone.
    }
  }
}

}  // namespace

std::string parent_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

std::optional<std::string> stranger_in(const std::string& folder) {
  static const std::set<std::string> pages = {"report.html", "report.json", "report.md",
                                              "responses.jsonl"};
  const auto ours = [](const fs::path& path) {
    const std::string top = path.begin()->string();
    if (top != "publish" && top != "internal") return false;
    return pages.contains(path.filename().string()) || path.extension() == ".csv";
  };
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path path = entry.path().lexically_relative(folder);
    const fs::file_type type = entry.symlink_status().type();
    const bool known = type == fs::file_type::directory ? ours(path / "x.csv")
                       : type == fs::file_type::regular ? ours(path)
                                                        : false;
    if (!known) return path.string();
  }
  return std::nullopt;
}

scratch_folder::scratch_folder(const std::string& parent) {
  sweep(parent);
  path_ = parent + "/" + std::string(prefix) + "XXXXXX";
  if (::mkdtemp(path_.data()) == nullptr) fail(parent, "nothing can be made in it");
  // Named only once it is locked: nobody may see it as abandoned in between.
  const std::string unnamed = path_ + "/lock.new";
  lock_ = descriptor(unnamed, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  const std::string named = path_ + "/lock";
  if (!lock_.open() || ::write(lock_.get(), mark.data(), mark.size()) < 0 ||
      ::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 ||
      ::rename(unnamed.c_str(), named.c_str()) != 0) {
    const int why = errno;
    remove(path_);
    errno = why;
    fail(named, "cannot create");
  }
}

scratch_folder::~scratch_folder() {
  remove(path_);
}

}  // namespace cli
