#include "report/escape.hpp"

#include <heard/base/utf8.hpp>

#include <cstdio>

namespace heard::reporting {

namespace {

bool must_be_shown(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n';
  if (c >= 0x7F && c <= 0x9F) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;  // Marks of direction.
  if (c >= 0x2028 && c <= 0x202E) return true;  // Separators, embeddings and overrides.
  if (c >= 0x2066 && c <= 0x206F) return true;  // Isolates, and what Unicode deprecates.
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

std::string shown(char32_t c) {
  char out[16];
  std::snprintf(out, sizeof out, "[U+%04X]", static_cast<unsigned>(c));
  return out;
}

// Calls `put` for each code point with its bytes and the byte that follows (0 at the end), line
// ends made one.
template <class Put>
void each_character(std::string_view text, Put put) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::decoded here = utf8::decode(text, at);
    const std::string_view bytes =
        here.well_formed ? text.substr(at, here.size) : std::string_view("\uFFFD");
    at += here.size;
    if (here.code_point == '\r') {
      if (at < text.size() && text[at] == '\n') continue;
      put(U'\n', std::string_view("\n"), '\0');
    } else {
      put(here.code_point, bytes, at < text.size() ? text[at] : '\0');
    }
  }
}

}  // namespace

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
      out += shown(c);
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string markdown_text(std::string_view text, std::string_view line_end) {
  std::string out;
  std::string line;  // So far, as it was.
  each_character(text, [&](char32_t c, std::string_view bytes, char next) {
    if (c == '\n') {
      out += line_end;
      line.clear();
      return;
    }
    const bool blank_so_far = line.find_first_not_of(" \t") == std::string::npos;
    const std::string_view so_far =
        std::string_view(line).substr(blank_so_far ? line.size() : line.find_first_not_of(" \t"));
    const bool number_so_far =
        !so_far.empty() && so_far.find_first_not_of("0123456789") == std::string_view::npos;
    line += bytes;
    if (must_be_shown(c)) {
      const std::string mark = shown(c);
      out += "\\[" + mark.substr(1, mark.size() - 2) + "\\]";
      return;
    }
    if (c >= 0x80) {
      out += bytes;
      return;
    }
    const char ascii = static_cast<char>(c);
    switch (ascii) {
      case '&':
        out += "&amp;";
        return;
      case '<':
        out += "&lt;";
        return;
      case '>':
        out += "&gt;";
        return;
      // Four spaces or a tab before a line would make it code.
      case ' ':
        out += blank_so_far ? "&#32;" : " ";
        return;
      case '\t':
        out += "&#9;";
        return;
      default:
        break;
    }
    constexpr std::string_view anywhere = "\\`*_{}[]|~$";
    constexpr std::string_view at_the_start = "#-+=";
    const bool block = blank_so_far && at_the_start.find(ascii) != std::string_view::npos;
    // A list's number may have been in a run of its own before this one.
    const bool numbers = (number_so_far || line.size() == 1) && (ascii == '.' || ascii == ')');
    // Names of emoji, and what GFM turns into links: "http://", "www.".
    const bool name = ascii == ':' && next != '\0' && next != ' ' && next != '\n' && next != '\r';
    const bool web = ascii == '.' && line.size() >= 3 && (line[line.size() - 2] | 0x20) == 'w' &&
                     (line[line.size() - 3] | 0x20) == 'w';
    if (anywhere.find(ascii) != std::string_view::npos || block || numbers || name || web) {
      out += '\\';
    }
    out += ascii;
  });
  return out;
}

}  // namespace heard::reporting
