/// @file
/// From the path of a manifest to a consultation and its codebook.
#pragma once

#include "handle.hpp"
#include "stamp.hpp"
#include "terminal.hpp"

#include <string>

namespace cli {

/// Faults were printed already: exit status 1.
struct faults_printed {};

/// A manifest and everything it names.
struct project {
  input_folder folder;
  std::string manifest_path;
  cli::manifest manifest;
  cli::codebook codebook;
  cli::consultation consultation;
  /// Of all that was read, and of what is read where it is there: nothing else can change a result.
  stamps read;
  /// Whether words are kept in a file beside the manifest (cache.hpp).
  bool cache = false;
};

/// Reads the manifest and the codebook alone, prints every remark; the latter may be missing where
/// it has faults. @throw faults_printed, file_error, failure
[[nodiscard]] project declare(const std::string& manifest_path, const manner& how);

/// Reads all files, prints every remark.
/// @throw faults_printed, file_error, failure
[[nodiscard]] project load(const std::string& manifest_path, const manner& how, bool final = false);

/// Parses a codebook again. Nothing where it has faults, which are printed. @throw file_error
[[nodiscard]] codebook read_codebook(const input_folder& folder, const std::string& name,
                                     const manner& how);

/// Applies the codebook.
[[nodiscard]] codings run_codings(const project& from, const manner& how);
/// Applies a codebook to words that were kept.
[[nodiscard]] codings code_words(const heard_kept_words* words, const heard_codebook* by,
                                 const manner& how);

}  // namespace cli
