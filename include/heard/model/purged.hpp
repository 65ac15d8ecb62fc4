/// @file
/// What is kept of the words of a response that was withdrawn and purged: a hash.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/model/consultation.hpp>

#include <string_view>
#include <vector>

namespace heard {

/// XXH3-128 of open answers in the order of their bytes, each followed by a NUL. One hash for all
/// of them: a hash of each would give away an answer of few words to whoever guesses it.
[[nodiscard]] hash128 hash_of_words(std::vector<std::string_view> answers);

/// The same for a response as it stands.
[[nodiscard]] hash128 hash_of_words(const consultation& of, response_id response);

}  // namespace heard
