/// @file
/// What comes out of one unit of work, and what each worker needs for it.
#pragma once

#include "coding/program.hpp"
#include "coding/theme_coder.hpp"

#include <heard/coding/codings.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace heard::matching {

/// Codings by rules, in the order in which they were written.
struct unit_result {
  struct row {
    answer_id answer;
    found_theme theme;
  };
  std::vector<row> rows;
  std::vector<evidence> spans;
  std::vector<std::uint32_t> answers;  ///< By match rule of the program.
  std::vector<std::uint32_t> alone;
  std::vector<event_coding> events;
};

/// Writes what was found in one text after another.
class unit_writer {
 public:
  /// @param rules  must outlive the writer, as must `out`
  unit_writer(const program& rules, unit_result& out);

  void answer(answer_id answer, const found& found);
  /// Which bytes of the answer the words of its translation speak of nobody can say, so the
  /// evidence is the answer, once. @param size  of the answer, in bytes
  void translated(answer_id answer, std::size_t size, const found& found);
  /// Events count for no rule.
  void event(event_id event, const found& found);

 private:
  void count_rules(const found_theme& theme, std::span<const evidence> spans);

  const program& rules_;
  unit_result& out_;
  std::vector<std::uint16_t> rows_;  // Of the rules that found the last theme counted.
};

/// Lends each worker a coder of its own; a coder remembers the words it has met.
class lent_coders {
 public:
  explicit lent_coders(const program& rules) : rules_(rules) {}
  std::unique_ptr<theme_coder> take();
  void give_back(std::unique_ptr<theme_coder> coder);

 private:
  const program& rules_;
  std::mutex gate_;
  std::vector<std::unique_ptr<theme_coder>> free_;
};

}  // namespace heard::matching
