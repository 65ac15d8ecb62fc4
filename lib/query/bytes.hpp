/// @file
/// What each byte of a rule may be. One definition, for the grammar and for those who explain its
/// faults. No locale: every byte from 0x80 up is part of a word.
#pragma once

namespace heard::query {

[[nodiscard]] constexpr bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

[[nodiscard]] constexpr bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

[[nodiscard]] constexpr bool is_high(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

[[nodiscard]] constexpr bool is_wildcard(char byte) {
  return byte == '*' || byte == '?';
}

/// White space between items. Other control characters are faults, see screen.hpp.
[[nodiscard]] constexpr bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/// What a word is made of.
[[nodiscard]] constexpr bool is_plain(char byte) {
  return is_letter(byte) || is_digit(byte) || is_high(byte) || is_wildcard(byte) || byte == '\'' ||
         byte == '-';
}

/// What a URL or an e-mail address may hold besides. No `~`, which would be taken for ~1, and no
/// brackets: such an address is written in quotes.
[[nodiscard]] constexpr bool is_address(char byte) {
  return is_plain(byte) || byte == '.' || byte == '/' || byte == ':' || byte == '_' ||
         byte == '@' || byte == '#' || byte == '%' || byte == '=' || byte == '&' || byte == '+';
}

/// What may stand before the @ of an e-mail address.
[[nodiscard]] constexpr bool is_mailbox(char byte) {
  return is_plain(byte) || byte == '.' || byte == '_' || byte == '+' || byte == '%';
}

/// Theme and list ids: [a-z0-9][a-z0-9-]{0,63}.
[[nodiscard]] constexpr bool begins_id(char byte) {
  return (byte >= 'a' && byte <= 'z') || is_digit(byte);
}

[[nodiscard]] constexpr bool is_id(char byte) {
  return begins_id(byte) || byte == '-';
}

/// All that stands up to the next space, bracket or quotation mark is one run, good or bad: a word,
/// an operator, an id. Operators therefore end where a word would end.
[[nodiscard]] constexpr bool in_run(char byte) {
  return !is_space(byte) && byte != '(' && byte != ')' && byte != '"';
}

[[nodiscard]] constexpr bool in_phrase(char byte) {
  return byte != '"';
}

}  // namespace heard::query
