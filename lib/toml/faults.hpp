/// @file
/// Collects what is wrong with a file that a person wrote.
#pragma once

#include "toml/value.hpp"

#include <heard/base/diagnostic.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heard::toml {

/// A text for a message: in quotation marks, on one line, cut where it is long.
[[nodiscard]] std::string quoted(std::string_view text);

/// Words for a message, with commas between them.
template <class Words>
[[nodiscard]] std::string listed(const Words& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

/// Remarks on one file, in any order.
class faults {
 public:
  explicit faults(const source_text& source) : source_(source) {}

  void error(extent where, std::string message) { add(severity::error, where, std::move(message)); }
  void warning(extent where, std::string message) {
    add(severity::warning, where, std::move(message));
  }

  /// `unknown chapter "c2", did you mean "c1"?`; where nothing is near, `otherwise` ends it.
  void unknown(extent where, std::string_view noun, std::string_view name,
               std::span<const std::string> known, std::string_view otherwise = {});

  /// Whether remarks come without the line they are about, which may be no line of the team's.
  void hide_lines(bool hidden) { hidden_ = hidden; }

  [[nodiscard]] const source_text& source() const { return source_; }
  /// `line 7`
  [[nodiscard]] std::string line_of(extent where) const;

  /// Hands the remarks over, sorted by place. After 500 there is one that counts the rest: a file
  /// of nothing but faults must not cost minutes.
  void hand_over(diagnostics& out);

 private:
  struct fault {
    severity level;
    extent where;
    std::string message;
  };
  void add(severity level, extent where, std::string message) {
    found_.push_back({level, where, std::move(message)});
  }

  const source_text& source_;
  std::vector<fault> found_;
  bool hidden_ = false;
  std::size_t comparisons_ = 0;  // bytes compared with bytes, for nearest names
};

/// Names that were declared, and where.
class names {
 public:
  /// False if the name is there already.
  bool add(std::string name, extent where);
  [[nodiscard]] const extent* find(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// In the order added.
  [[nodiscard]] std::span<const std::string> all() const { return all_; }

 private:
  std::map<std::string, extent, std::less<>> places_;
  std::vector<std::string> all_;
};

}  // namespace heard::toml
