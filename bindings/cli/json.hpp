/// @file
/// Strings as JSON and CSV, for the commands that print a line for each thing found.
#pragma once

#include <string>
#include <string_view>

namespace cli {

/// A quoted JSON string, byte for byte as the library writes them. Ill-formed UTF-8 has been
/// refused or repaired before it gets here.
[[nodiscard]] inline std::string json(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else if (u < 0x20 || c == '<' || u == 0x7F) {
      out += "\\u00";
      out += digits[u >> 4];
      out += digits[u & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

/// A CSV cell, quoted where need be.
[[nodiscard]] inline std::string csv(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

}  // namespace cli
