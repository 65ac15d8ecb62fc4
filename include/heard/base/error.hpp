/// @file
/// How an operation ends when it cannot go on: a status, a sentence, a place.
#pragma once

#include <cstdint>
#include <exception>
#include <string>

namespace heard {

/// Outcome of an operation. The values are those of heard_status in heard.h.
enum class status : std::int32_t {
  ok = 0,
  bad_argument = 1,  ///< The caller broke a stated rule.
  no_memory = 2,     ///< Memory ran out.
  bad_encoding = 3,  ///< Input in no encoding that can be told.
  bad_input = 4,     ///< Data that cannot be read.
  bad_manifest = 5,  ///< The manifest has faults; see the diagnostics.
  bad_codebook = 6,  ///< The codebook has faults; see the diagnostics.
  cancelled = 7,     ///< The progress callback asked to stop.
  refused = 8,       ///< A final run found something unsettled; see the diagnostics.
  not_found = 9,     ///< A theme, question or other name that this consultation does not have.
  internal = 10      ///< A defect in the library.
};

/// Short, stable name such as "bad codebook".
[[nodiscard]] const char* status_name(status value) noexcept;

/// A place in some input. Lines and columns count from 1, columns in code points.
/// A `line` of 0 means that the place is the input as a whole.
struct location {
  std::string name;          ///< What the caller called that input, usually its path.
  std::uint64_t offset = 0;  ///< Bytes from the start.
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const location&) const = default;
};

/// Ends an operation. The message is one line, without a full stop, and holds no respondent's
/// words.
class error : public std::exception {
 public:
  error(status code, std::string message, location where = {});

  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
  [[nodiscard]] status code() const noexcept { return code_; }
  [[nodiscard]] const location& where() const noexcept { return where_; }

 private:
  status code_;
  std::string message_;
  location where_;
};

}  // namespace heard
