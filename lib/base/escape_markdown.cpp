#include "base/characters.hpp"

#include <heard/base/escape.hpp>

namespace heard {

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
      out += "\\[" + code_point_name(c) + "\\]";
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

}  // namespace heard
