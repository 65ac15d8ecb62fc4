/// @file
/// Words and sentences by UAX #29 of Unicode 15.0, from tables of our own: an ICU of another
/// version would give other counts on another machine.
#pragma once

#include <heard/text/span.hpp>

#include <string_view>
#include <vector>

namespace heard::text {

/// Every segment between word boundaries, spaces and punctuation too, in order, covering the text
/// without a gap. Ill-formed bytes are taken as U+FFFD, one for each maximal subpart.
/// @param[out] out  replaced
void word_segments(std::string_view text, std::vector<span>& out);

/// Sentences, in order, covering the text without a gap; each keeps the space that ends it.
/// @param[out] out  replaced
void sentence_segments(std::string_view text, std::vector<span>& out);

/// The version of Unicode the tables were made from: "15.0.0".
[[nodiscard]] std::string_view unicode_version();

}  // namespace heard::text
