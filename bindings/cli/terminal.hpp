/// @file
/// What the command prints besides its results: remarks and progress, on standard error.
#pragma once

#include "files.hpp"
#include "visible.hpp"

#include <heard.h>
#include <string>
#include <string_view>

namespace cli {

/// How to talk. Set once, from the command line and the environment.
struct manner {
  bool quiet = false;     ///< Neither progress nor remarks below errors.
  bool colour = false;    ///< Standard error is a terminal and NO_COLOR is not set.
  bool progress = false;  ///< Standard error is a terminal.
  unsigned threads = 0;
  /// Whether to show the words that remarks on data are about.
  bool show_values = false;
};
[[nodiscard]] manner manner_of_terminal();

/// A one-line bar on the terminal that goes away at the end; nothing where progress is off.
class progress_bar {
 public:
  progress_bar(const manner& how, std::string what);
  ~progress_bar();
  progress_bar(const progress_bar&) = delete;
  progress_bar& operator=(const progress_bar&) = delete;

  /// Options of a run that reports to this bar. Valid as long as the bar.
  [[nodiscard]] heard_run_options options(bool final = false);

 private:
  static int32_t told(const heard_progress* now, void* self);
  const manner& how_;
  std::string what_;
  int shown_ = -1;
};

/// Prints `file:line:column: severity: message` for each, and the excerpt below it. The file is
/// named as the caller reaches it.
/// @param folder  where the files are that the remarks name
/// @return how many were errors
std::size_t print(const heard_diagnostics* remarks, const manner& how, const input_folder& folder);

/// Prints a warning on a file of the folder, in the same manner.
void print_warning(std::string_view place, std::string_view message, const manner& how);

/// Prints an error in the same manner.
void print_error(std::string_view message, const manner& how);

}  // namespace cli
