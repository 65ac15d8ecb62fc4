/// @file
/// Remarks on what people write (manifest, codebook, decisions) and on the data, all of them at
/// once.
#pragma once

#include <heard/base/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

enum class severity : std::uint8_t { error, warning, note };

/// One remark.
struct diagnostic {
  severity level = severity::error;
  std::string message;  ///< One line, names the thing and the rule, no full stop.
  location where;
  std::uint32_t length = 0;  ///< Bytes at fault, from `where.offset`.
  /// The line at fault, a newline, and a caret under the fault. Empty for faults in data, whose
  /// words must not reach a log.
  std::string excerpt;
};

/// Remarks in the order found. Sorting by place is the caller's choice; see sort_by_place().
class diagnostics {
 public:
  void add(diagnostic remark) { remarks_.push_back(std::move(remark)); }
  void append(diagnostics other);

  /// Orders remarks by file name, then offset, then message, so that the order of checks never
  /// shows.
  void sort_by_place();

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] const std::vector<diagnostic>& all() const { return remarks_; }
  [[nodiscard]] bool empty() const { return remarks_.empty(); }

 private:
  std::vector<diagnostic> remarks_;
};

/// A file that a person wrote, for turning offsets into lines, columns and excerpts.
class source_text {
 public:
  source_text(std::string name, std::string text);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  /// @param offset  bytes from the start; past the end means the end
  [[nodiscard]] location locate(std::size_t offset) const;
  /// First byte of a line counted from 1.
  [[nodiscard]] std::size_t line_start(std::uint32_t line) const;
  /// Offset of a place as TOML parsers give it: line and column from 1, column in code points.
  [[nodiscard]] std::size_t offset_of(std::uint32_t line, std::uint32_t column) const;
  /// A remark on `length` bytes at `offset`, with its excerpt and caret.
  [[nodiscard]] diagnostic remark(severity level, std::string message, std::size_t offset,
                                  std::size_t length) const;

 private:
  /// A place in the text and how many code points come before it.
  struct mark {
    std::size_t offset;
    std::size_t code_points;
  };
  [[nodiscard]] std::size_t code_points_before(std::size_t offset) const;

  std::string name_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
  std::vector<mark> marks_;  // every few KiB, where some line is long
};

/// `file:line:column: error: message`, then the excerpt where there is one. No final newline.
[[nodiscard]] std::string to_string(const diagnostic& remark);

}  // namespace heard
