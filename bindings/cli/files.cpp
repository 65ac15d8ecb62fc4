#include "files.hpp"

#include "descriptor.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sys/stat.h>

namespace fs = std::filesystem;

namespace cli {

namespace {

// Where a path leads when all links are followed, or nothing when it leads nowhere.
std::optional<std::string> followed(const std::string& path, const std::string& name) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  if (real != nullptr) return std::string(real.get());
  struct stat info {};
  if (errno == ENOENT && ::lstat(path.c_str(), &info) != 0) return std::nullopt;
  fail(name, "cannot follow the link");
}

void check_regular(const struct stat& info, const std::string& name) {
  if (S_ISREG(info.st_mode)) return;
  const char* what = S_ISDIR(info.st_mode)    ? "is a folder"
                     : S_ISFIFO(info.st_mode) ? "is a pipe"
                     : S_ISSOCK(info.st_mode) ? "is a socket"
                                              : "is a device";
  throw file_error(name + ": " + what + ", and only regular files are read");
}

// Opens a path that holds no links. Looked at before it is opened, since opening alone can wait for
// a pipe's writer or stir a device, and again after, should another file have come in between.
descriptor open_regular(const std::string& real, const std::string& name, struct stat& info) {
  if (::stat(real.c_str(), &info) != 0) fail(name, "cannot look at");
  check_regular(info, name);
  descriptor in(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!in.open()) fail(name, "cannot open");
  if (::fstat(in.get(), &info) != 0) fail(name, "cannot look at");
  check_regular(info, name);
  return in;
}

file_bytes load_regular(const std::string& real, const std::string& name) {
  struct stat info {};
  const descriptor in = open_regular(real, name, info);
  // To the end and not to the size that it had: it may have grown.
  file_bytes out(static_cast<std::size_t>(info.st_size));
  for (;;) {
    const std::size_t room = out.room();
    const ssize_t n = ::read(in.get(), out.next(), room);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(name, "cannot read");
    if (n == 0) return out;
    out.added(static_cast<std::size_t>(n));
  }
}

std::string read_regular(const std::string& real, const std::string& name) {
  return std::string(load_regular(real, name).view());
}

bool lies_in(const std::string& path, const std::string& folder) {
  const std::string start = folder == "/" ? folder : folder + "/";
  return path == folder || path.compare(0, start.size(), start) == 0;
}

}  // namespace

std::string read_all(const std::string& path) {
  const auto real = followed(path, path);
  if (!real) throw file_error(path + ": there is no such file");
  return read_regular(*real, path);
}

std::string input_folder::named(const std::string& inside) const {
  if (path_ == "." || inside.empty()) return inside;
  return path_.back() == '/' ? path_ + inside : path_ + "/" + inside;
}

std::optional<std::string> input_folder::real_path(const std::string& inside) const {
  const std::string name = named(inside);
  const auto root = followed(path_, path_);
  auto real = followed(path_ + "/" + inside, name);
  if (!root || !real) return std::nullopt;
  if (!lies_in(*real, *root)) {
    throw file_error(name +
                     ": leads out of the manifest's folder by a link; copy it into the folder");
  }
  return real;
}

std::optional<file_bytes> input_folder::load_if_there(const std::string& inside) const {
  const auto real = real_path(inside);
  if (!real) return std::nullopt;
  return load_regular(*real, named(inside));
}

file_bytes input_folder::load(const std::string& inside) const {
  auto bytes = load_if_there(inside);
  if (!bytes) throw file_error(named(inside) + ": there is no such file");
  return std::move(*bytes);
}

std::optional<std::string> input_folder::read_if_there(const std::string& inside) const {
  const auto bytes = load_if_there(inside);
  if (!bytes) return std::nullopt;
  return std::string(bytes->view());
}

std::string input_folder::read_all(const std::string& inside) const {
  return std::string(load(inside).view());
}

bool input_folder::read_chunks(const std::string& inside,
                               const std::function<void(std::string_view)>& take) const {
  const auto real = real_path(inside);
  if (!real) return false;
  struct stat info {};
  const descriptor in = open_regular(*real, named(inside), info);
  std::vector<char> chunk(std::size_t{1} << 20);
  for (;;) {
    const ssize_t n = ::read(in.get(), chunk.data(), chunk.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(named(inside), "cannot read");
    if (n == 0) return true;
    take(std::string_view(chunk.data(), static_cast<std::size_t>(n)));
  }
}

std::optional<std::string> input_folder::read_part(const std::string& inside, std::uint64_t offset,
                                                   std::uint64_t length) const {
  const auto real = real_path(inside);
  if (!real) return std::nullopt;
  struct stat info {};
  const descriptor in = open_regular(*real, named(inside), info);
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (offset > size) return std::nullopt;
  std::string out(std::min(length, size - offset), '\0');
  const ssize_t n = ::pread(in.get(), out.data(), out.size(), static_cast<off_t>(offset));
  if (n < 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(n));
  return out;
}

std::vector<std::string> input_folder::csv_files_in(const std::string& inside) const {
  std::vector<std::string> out;
  const auto real = real_path(inside);
  if (!real) return out;
  std::error_code why;
  for (fs::directory_iterator it(*real, why), end; !why && it != end; it.increment(why)) {
    if (it->path().extension() == ".csv") out.push_back(it->path().filename().string());
  }
  if (why) throw file_error(named(inside) + ": cannot list: " + why.message());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace cli
