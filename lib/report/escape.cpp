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

namespace {

bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool blank_or_end(char c) {
  return c == '\0' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Where a character stands.
struct place {
  std::string_view before;  // Of its line in this text.
  char next = '\0';         // '\0' at the end of the text, where anything may follow.
  bool starts_line = false;

  [[nodiscard]] char last() const { return before.empty() ? '\0' : before.back(); }
  [[nodiscard]] bool number_before() const {
    return !before.empty() && before.find_first_not_of("0123456789") == std::string_view::npos;
  }
};

// Whether the character would begin a block: a heading, a list, a line under a heading or a table.
bool begins_block(char c, const place& at) {
  if (!at.starts_line) return false;
  if ((c == '.' || c == ')') && at.number_before()) return blank_or_end(at.next);
  if (!at.before.empty()) return false;
  switch (c) {
    case '#':
      return true;
    case '-':
    case '+':
      return !alphanumeric(at.next);
    case '=':
      return at.next == '=' || blank_or_end(at.next);
    case ':':
      return at.next == '-' || at.next == '\0';
    default:
      return false;
  }
}

// What GFM turns into links: "http://", "www.".
bool makes_link(char c, const place& at) {
  if (c == '/') return at.last() == ':' || (at.before.empty() && !at.starts_line);
  const std::size_t size = at.before.size();
  return c == '.' && size >= 2 && (at.before[size - 1] | 0x20) == 'w' &&
         (at.before[size - 2] | 0x20) == 'w';
}

bool needs_backslash(char c, const place& at) {
  constexpr std::string_view anywhere = "\\`*[]|~$";
  if (anywhere.find(c) != std::string_view::npos) return true;
  if (c == '_') return !alphanumeric(at.last()) || !alphanumeric(at.next);
  // A list's number, or "www", may have been in a run of its own before this one.
  const bool continues = at.before.empty() && !at.starts_line && (c == '.' || c == ')');
  return continues || begins_block(c, at) || makes_link(c, at);
}

}  // namespace

std::string markdown_text(std::string_view text, std::string_view line_end, bool starts_line) {
  const bool ends_line = line_end.find('\n') != std::string_view::npos;
  std::string out;
  std::string line;  // So far, as it was, without the blanks that it began with.
  each_character(text, [&](char32_t c, std::string_view bytes, char next) {
    if (c == '\n') {
      out += line_end;
      line.clear();
      starts_line = ends_line;
      return;
    }
    const bool blank = c == ' ' || c == '\t';
    // Four spaces or a tab before a line would make it code. Markdown drops fewer.
    if (blank && starts_line && line.empty()) return;
    const place at{line, next, starts_line};
    if (must_be_shown(c)) {
      const std::string mark = shown(c);
      out += "\\[" + mark.substr(1, mark.size() - 2) + "\\]";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      // An entity, or what may become one with the run that follows.
      out += alphanumeric(next) || next == '#' || next == '\0' ? "&amp;" : "&";
    } else {
      if (c < 0x80 && needs_backslash(static_cast<char>(c), at)) out += '\\';
      out += bytes;
    }
    line += bytes;
  });
  return out;
}

}  // namespace heard::reporting
