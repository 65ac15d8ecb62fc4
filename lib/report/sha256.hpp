/// @file
/// SHA-256 (FIPS 180-4), for the one place where a standard asks for it: a style that a Content
/// Security Policy allows is named by that hash.
#pragma once

#include <string>
#include <string_view>

namespace heard::reporting {

/// The digest in Base64 (RFC 4648), as `'sha256-...'` wants it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace heard::reporting
