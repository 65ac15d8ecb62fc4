#include "cache.hpp"

#include "replace.hpp"

#include <fstream>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace cli {

namespace {

// As heard_kept_words_save() begins.
constexpr std::string_view mark = "heard words 1\n";
constexpr std::string_view any_mark = "heard words ";
constexpr std::string_view extension = ".toml";

std::string name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// It may have been copied or unpacked: then it is not only its user's, and who knows whose it was.
bool private_file(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && info.st_uid == ::geteuid() &&
         (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

// Nothing where the cache is not there or not to be used.
kept_words open_cache(const project& of, const std::string& path, const manner& how) {
  std::optional<std::string> bytes;
  try {
    bytes = of.folder.read_if_there(name_of(path));
  } catch (const file_error& e) {
    print_warning(path, std::string("the cache is not used: ") + e.what(), how);
  }
  if (!bytes) return nullptr;
  if (!private_file(path)) {
    print_warning(path, "the cache is made anew: others may open it", how);
    return nullptr;
  }
  progress_bar bar(how, "opening");
  const heard_run_options options = bar.options();
  try {
    return make<kept_words>([&](auto made, auto err) {
      return heard_kept_words_open(of.consultation.get(), bytes->data(), bytes->size(), &options,
                                   made, err);
    });
  } catch (const failure& e) {
    if (e.status() != HEARD_BAD_INPUT) throw;
    print_warning(path, std::string("the cache is made anew: ") + e.what(), how);
    return nullptr;
  }
}

void write_cache(const heard_kept_words* words, const std::string& path, const manner& how) {
  const auto bytes =
      make<buffer>([&](auto made, auto err) { return heard_kept_words_save(words, made, err); });
  std::size_t size = 0;
  const char* data = heard_buffer_data(bytes.get(), &size);
  try {
    write_file(path, {data, size}, mark, 0600);
  } catch (const file_error& e) {
    print_warning(path, std::string("the cache is not written: ") + e.what(), how);
  }
}

}  // namespace

std::string cache_path(const std::string& manifest_path) {
  const bool toml = manifest_path.size() > extension.size() &&
                    manifest_path.compare(manifest_path.size() - extension.size(), extension.size(),
                                          extension) == 0;
  return manifest_path.substr(0, manifest_path.size() - (toml ? extension.size() : 0)) + ".words";
}

bool is_cache(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  // Of any version.
  std::string start(any_mark.size(), '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  return in && start == any_mark;
}

kept_words cached_words(const project& of, const manner& how) {
  const std::string path = cache_path(of.manifest_path);
  if (kept_words words = open_cache(of, path, how)) return words;
  kept_words words = find_words(of, how);
  write_cache(words.get(), path, how);
  return words;
}

kept_words find_words(const project& of, const manner& how) {
  progress_bar bar(how, "words");
  const heard_run_options options = bar.options();
  return make<kept_words>([&](auto made, auto err) {
    return heard_kept_words_new(of.consultation.get(), &options, made, err);
  });
}

}  // namespace cli
