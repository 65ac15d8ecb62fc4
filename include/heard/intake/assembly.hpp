/// @file
/// From a manifest and the files it names to a consultation. Opens no file: it says which it wants,
/// and is handed their bytes.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/base/kept_bytes.hpp>
#include <heard/base/parallel.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/model/builder.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace heard {

/// A file that would be read, or a folder whose files would.
struct wanted_file {
  std::string path;       ///< Relative to the manifest's folder. A folder ends in `/`.
  bool required = false;  ///< An absent one is an error; others may be missing.
  /// Hand in each `.csv` that stands in it and in no folder of it, as `path + name`, in any order,
  /// then close it.
  bool folder = false;
};

struct assembly_options {
  /// Languages with rules, from the codebook; empty: all.
  std::vector<std::string> rule_languages;
  /// A final run: what is unsettled and not disclosed is an error.
  bool final = false;
  /// Which names of bodies are one beyond doubt, identity::match_names() for the usual answer.
  /// Empty: only equal names.
  name_matcher names;
  run_options run;
};

/// Collects files, then builds. Belongs to one thread.
class assembly {
 public:
  explicit assembly(std::shared_ptr<const manifest> from);
  ~assembly();
  assembly(assembly&&) noexcept;
  assembly& operator=(assembly&&) noexcept;

  /// What has been neither supplied nor marked absent. Supplying the register may add letters.
  [[nodiscard]] std::vector<wanted_file> wanted() const;
  /// The bytes are shared and not copied: the consultation keeps those of files that its answers
  /// stand in.
  /// @throw error(status::bad_argument) for a path that is not wanted
  void supply(const std::string& path, kept_bytes bytes);
  /// The file or folder is not there; or, for a folder, all its files were supplied.
  void close(const std::string& path);

  /// What is asked, with the places of chapters and `general`: what can be checked against it need
  /// not wait for data without faults.
  [[nodiscard]] questionnaire asked() const;

  /// Builds the consultation from what was supplied. Once only: the bytes are used up.
  /// @param[out] remarks  everything worth knowing of the data, with file, row and column, without
  /// its words
  /// @return nothing if a remark is an error
  /// @throw error(status::cancelled) when `options.run.report` asks to stop
  [[nodiscard]] std::shared_ptr<const consultation> finish(const assembly_options& options,
                                                           diagnostics& remarks);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard
