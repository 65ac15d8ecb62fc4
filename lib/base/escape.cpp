#include "base/characters.hpp"

#include <heard/base/escape.hpp>

#include <array>
#include <cstdio>

namespace heard {

bool must_be_shown(char32_t c) noexcept {
  if (c < 0x20) return c != '\t' && c != '\n';
  if (c >= 0x7F && c <= 0x9F) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;  // Marks of direction.
  if (c >= 0x2028 && c <= 0x202E) return true;  // Separators, embeddings and overrides.
  if (c >= 0x2066 && c <= 0x206F) return true;  // Isolates, and what Unicode deprecates.
  if (c >= 0xFFF9 && c <= 0xFFFB) return true;  // Interlinear annotation: hides what it holds.
  if (c == 0xE0001) return true;                // The language tag, deprecated.
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

std::string code_point_name(char32_t c) {
  char out[16];
  std::snprintf(out, sizeof out, "U+%04X", static_cast<unsigned>(c));
  return out;
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  each_character(text, [&](char32_t c, std::string_view bytes, char) {
    switch (c) {
      case '&':
        out += "&amp;";
        return;
      case '<':
        out += "&lt;";
        return;
      case '>':
        out += "&gt;";
        return;
      case '"':
        out += "&quot;";
        return;
      case '\'':
        out += "&#39;";
        return;
      default:
        break;
    }
    if (must_be_shown(c)) {
      out += '[' + code_point_name(c) + ']';
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string json_text(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : utf8::repair(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || c == '<' || c == '\x7F') {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

namespace {

// What a spreadsheet takes for the start of a formula or a command (OWASP ASVS 5, 1.2.10).
bool may_run(std::string_view text) {
  constexpr std::array<std::string_view, 12> starts = {
      "=",      "+",      "-",      "@",     "\t", "\r", "\n", std::string_view("\0", 1),
      "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  for (const std::string_view start : starts) {
    if (text.substr(0, start.size()) == start) return true;
  }
  return false;
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string cell = may_run(text) ? "'" : "";
  for (const char c : utf8::repair(text)) {
    if (c == '\0') {
      cell += "\uFFFD";
    } else {
      cell += c;
    }
  }
  // Semicolons and tabs too: where a spreadsheet takes them for separators, what follows one would
  // be a cell of its own.
  if (cell.find_first_of("\",;\t\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  return out;
}

}  // namespace heard
