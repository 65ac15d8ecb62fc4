/// @file
/// The rule language (docs/rule-language.md).
///
///     rule   ::= and ( OR and )*
///     and    ::= near ( AND NOT near | AND near )*
///     near   ::= item ( ( NEAR/n | BEFORE/n ) item )*
///     item   ::= "(" rule ")" | "SENTENCE(" rule ")" | phrase | "@" theme-id | "#" list-id | word
///     word   ::= !keyword ( "=" | "%" )? plain ( "~1" | "~2" )?
///     phrase ::= '"' any bytes but '"', among them a word '"'
///     plain  ::= ( letter | digit | "'" | "-" | "*" | "?" | byte from 0x80 up )+, or an address
///     address: "www." rest, scheme "://" rest, or name "@" rest, where rest may also hold . / : _
///     @ # % = & +
///
/// A word, an operator or an id ends at white space, a bracket or a quotation mark. Keywords are
/// AND, OR, NOT, NEAR, BEFORE and SENTENCE, in upper case.
#pragma once

#include <heard/query/rule.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard::query {

/// What is wrong with a rule, and where in its source.
struct fault {
  std::string message;  ///< One line, no full stop; says what to write instead where it can.
  place where;
};

/// A tree, or faults, never both.
struct parsed {
  std::optional<node> rule;
  std::vector<fault> faults;
};

/// Parses one rule. Syntax ends at its first fault; faults of meaning that need no data (operands
/// of NEAR, wildcards with %, ~1 on a short word) come all at once.
[[nodiscard]] parsed parse_rule(std::string_view source);

/// The words of a list are rules without operators: words and phrases only.
[[nodiscard]] parsed parse_list_word(std::string_view source);

}  // namespace heard::query
