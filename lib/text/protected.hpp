/// @file
/// URLs, e-mail addresses, #tags and @users: what is one token whatever is inside.
#pragma once

#include <heard/text/tokens.hpp>

#include <string_view>
#include <vector>

namespace heard::text {

/// Finds them in order, none overlapping another; `sentence` is left 0. docs/text.md says what each
/// of them is. Only a place with `@`, `#`, `://` or `www.` is looked at, and each byte a bounded
/// number of times.
/// @param[out] out  replaced
void find_protected(std::string_view text, std::vector<token>& out);

}  // namespace heard::text
