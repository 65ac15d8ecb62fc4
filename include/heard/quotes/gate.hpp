/// @file
/// Which words may be printed where the public reads.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/model/consultation.hpp>
#include <heard/model/kinds.hpp>
#include <heard/quotes/findings.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace heard {

/// Why words are kept from print.
enum class held : std::uint8_t {
  no,             ///< They may be printed.
  by_rule,        ///< Their sender did not let them be quoted.
  banned,         ///< A person banned some of them.
  personal_data,  ///< They hold what may tell who somebody is, neither redacted nor cleared.
};
inline constexpr std::size_t ways_held = 4;

/// The word of each, in the order of the enumeration.
template <>
[[nodiscard]] std::span<const std::string_view> words_of<held>();

/// What a gate says of some words.
struct verdict {
  held why = held::no;
  bool cleared = false;                     ///< A person cleared them, or what they lie in.
  std::vector<personal_finding> unsettled;  ///< Candidates that touch them and are not settled.
};

/// Says which words of a consultation may be printed. May be used by several threads at a time.
class print_gate {
 public:
  /// @param of  must outlive this
  explicit print_gate(const consultation& of);
  ~print_gate();
  print_gate(print_gate&&) noexcept;
  print_gate& operator=(print_gate&&) noexcept;

  /// Slices of an answer may be printed where their publication rule allows it, nobody banned any
  /// of them, and they hold no unsettled candidate or a person cleared them: all of them in one row
  /// of decisions/quotes.csv. A pin clears nothing: who chose words need not have looked for that.
  [[nodiscard]] verdict may_print(answer_id answer, std::span<const text::span> pieces) const;

  /// The first reason alone: whether the sender of a response let it be quoted.
  [[nodiscard]] bool may_quote(response_id response) const;

  [[nodiscard]] const personal_findings& findings() const;

 private:
  struct state;
  std::unique_ptr<const state> state_;
};

/// An error for each quote of an included response that a person pinned and that may not be
/// printed: that somebody chose it must not end in another being printed instead. A warning for a
/// redaction in a response that is not included. By file and row.
[[nodiscard]] diagnostics check_print_decisions(const consultation& of);

}  // namespace heard
