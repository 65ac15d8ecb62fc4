/// @file
/// URLs, e-mail addresses, #tags and @users: what is one token whatever is inside.
#pragma once

#include "text/word_scanner.hpp"

#include <heard/text/tokens.hpp>

#include <string_view>
#include <vector>

namespace heard::text {

/// Finds them in order, none overlapping another; `sentence` is left 0. docs/text.md says what each
/// of them is. Only a place with `@`, `#`, `://` or `www.` is looked at, and each byte a bounded
/// number of times.
/// @param[out] out  replaced
void find_protected(std::string_view text, std::vector<token>& out);

/// The same, by the masks of a scanner that has read the text.
void find_protected(std::string_view text, const word_scanner& read, std::vector<token>& out);

}  // namespace heard::text
