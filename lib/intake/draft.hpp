// What finish() works on: the manifest, the consultation being built, and the remarks so far.
#pragma once

#include "intake/answer_words.hpp"
#include "intake/purged.hpp"

#include <heard/base/diagnostic.hpp>
#include <heard/intake/assembly.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/model/builder.hpp>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace heard {

// Tells the caller how far reading is, in bytes.
class reading_progress {
 public:
  reading_progress(const run_options& run, std::uint64_t total);
  // @throw error(status::cancelled) when the caller asks to stop
  void at(std::uint64_t done_of_file);
  void file_done(std::uint64_t size);
  void finish();

 private:
  void tell();

  const run_options& run_;
  progress now_;
  std::uint64_t before_ = 0;  // Bytes of the files that are done.
  std::chrono::steady_clock::time_point told_;
};

// Files as they were handed in, each given out once for every use of it.
class supplied_files {
 public:
  void add(const std::string& path, kept_bytes bytes);
  // A file whose bytes others read.
  void add(const input_file& known);
  // From here on every reader gets the bytes, however many there are.
  void keep_all() { keeps_all_ = true; }
  [[nodiscard]] bool has(const std::string& path) const { return files_.contains(path); }
  // One more reader will ask for the file.
  void expect(const std::string& path) { ++uses_[path]; }
  // The bytes, let go with the last reader.
  [[nodiscard]] kept_bytes take(const std::string& path);
  [[nodiscard]] input_file about(const std::string& path) const;
  // Paths in a folder, which ends in `/`, sorted.
  [[nodiscard]] std::vector<std::string> in_folder(const std::string& folder) const;
  [[nodiscard]] std::uint64_t total_size() const;

 private:
  struct file {
    kept_bytes bytes;
    hash128 hash;
    std::uint64_t size = 0;
  };
  std::map<std::string, file> files_;
  std::map<std::string, unsigned> uses_;
  bool keeps_all_ = false;
};

struct part_context;

struct draft {
  draft(const manifest& manifest_, const assembly_options& options_, supplied_files& files_);

  const manifest& from;
  const assembly_options& options;
  supplied_files& files;
  diagnostics remarks;
  consultation_builder builder;
  answer_phrases phrases;
  reading_progress progress;
  purged_responses purged;
  part_context* part = nullptr;  // Where a consultation is made in parts.

  // A remark on data, whose words it must not hold.
  void remark(severity level, std::string message, const source_place& place);
  // A remark on a file as a whole, or on the place of an exception.
  void remark(const error& what);
  [[nodiscard]] location locate(const source_place& place);
  // A warning, but an error in a final run that does not disclose `kind` by name.
  [[nodiscard]] severity unsettled(std::string_view kind) const;

  [[nodiscard]] bool is_purged(std::string_view response) const {
    return purged.contains(response);
  }
  // A file of the consultation, known by one id however often it is read.
  [[nodiscard]] file_id file(const std::string& path);
  // The channel of that name, which need not be declared.
  [[nodiscard]] channel_id channel(std::string_view id);

  // One answer in words, with its state. Nothing for a text that is blank, or of a response that
  // was purged.
  std::optional<answer_handle> add_words(response_handle response, question_id question,
                                         std::string_view words, answer_origin origin,
                                         const source_place& place, std::string_view language = {});

 private:
  std::map<std::string, file_id> file_ids_;
};

}  // namespace heard
