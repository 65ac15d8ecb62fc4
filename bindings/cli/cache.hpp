/// @file
/// The file beside the manifest in which words are kept from one command to the next.
#pragma once

#include "project.hpp"

#include <string>

namespace cli {

/// `consultation.words` for `consultation.toml`. It holds no words, but how long each is and which
/// are alike, so nobody but the user may open it.
[[nodiscard]] std::string cache_path(const std::string& manifest_path);

/// Whether a file was written as a cache.
[[nodiscard]] bool is_cache(const std::string& path);

/// The words of a consultation: those of the cache where it fits; else found, and written there for
/// the next command. A cache that does not fit, or cannot be read or written, is remarked on and
/// stops nothing.
[[nodiscard]] kept_words cached_words(const project& of, const manner& how);

/// The words of a consultation, found.
[[nodiscard]] kept_words find_words(const project& of, const manner& how);

}  // namespace cli
