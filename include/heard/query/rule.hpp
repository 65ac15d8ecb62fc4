/// @file
/// A rule as a tree. It knows no data: words are as written, themes and lists are names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace heard::query {

/// Bytes [first, last) of the rule's source.
struct place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

enum class node_kind : std::uint8_t {
  word,      ///< `text`, with `prefix` and `distance`; may hold wildcards.
  phrase,    ///< `text`: what stands between the quotes.
  list,      ///< `text`: the list's id.
  theme,     ///< `text`: the theme's id.
  near,      ///< Two children, at most `distance` words between, either order.
  before,    ///< Two children, at most `distance` words between, in that order.
  either,    ///< OR: two children or more.
  both,      ///< AND: two children.
  both_not,  ///< AND NOT: the first child, in an answer without the second.
  sentence   ///< SENTENCE(...): one child.
};

/// How a word is compared.
enum class word_prefix : std::uint8_t {
  none,   ///< Folded.
  exact,  ///< `=Word`: exact spelling and case.
  stem    ///< `%word`: Snowball stem.
};

/// One node. Near, before, both and both_not are left-associative: `a AND b AND c` is
/// both(both(a, b), c).
struct node {
  node_kind kind = node_kind::word;
  word_prefix prefix = word_prefix::none;
  std::uint8_t distance = 0;  ///< NEAR/n, BEFORE/n: n. Words: 1 or 2 for ~1 and ~2.
  /// Of an operator: from its first child to its last, and any brackets around that.
  place where;
  std::string text;
  std::vector<node> children;
};

/// Deepest nesting, and longest source in bytes, that parse_rule() takes.
inline constexpr int max_depth = 64;
inline constexpr std::size_t max_rule_size = 4096;

/// The rule in its canonical spelling: single spaces, brackets only where they are needed. Parses
/// back to an equal tree.
[[nodiscard]] std::string to_string(const node& rule);

/// The first part of `rule`, in reading order, that has no place of its own in the text (AND, AND
/// NOT, SENTENCE, a theme), or nullptr. Operands of NEAR and BEFORE and `unless` rules must have
/// none.
[[nodiscard]] const node* first_without_place(const node& rule);

}  // namespace heard::query
