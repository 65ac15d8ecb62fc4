// Tokens and words as their definitions read: the standard's segments one by one, no masks.
#pragma once

#include "text/protected.hpp"
#include "text/word_split.hpp"

#include <heard/text/segment.hpp>
#include <heard/text/tokens.hpp>

#include <string_view>
#include <vector>

namespace heard::test {

inline void obvious_words(std::string_view text, text::word_view view, std::uint32_t offset,
                          text::edges& out) {
  std::vector<text::span> segments;
  text::word_segments(text, segments);
  for (const text::span s : segments) text::add_words(text, s, view, offset, out);
}

inline std::vector<text::span> obvious_words(std::string_view text) {
  text::edges found;
  obvious_words(text, text::word_view::standard, 0, found);
  std::vector<text::span> out;
  for (std::size_t i = 0; i < found.size() / 2; ++i) out.push_back(found.word(i));
  return out;
}

inline std::vector<text::token> obvious_tokens(std::string_view text) {
  std::vector<text::token> out;
  std::vector<text::token> whole;
  text::find_protected(text, whole);
  std::uint32_t at = 0;
  const auto between = [&](std::uint32_t last) {
    text::edges found;
    obvious_words(text.substr(at, last - at), text::word_view::matching, at, found);
    for (std::size_t i = 0; i < found.size() / 2; ++i) out.push_back({found.word(i)});
  };
  for (const text::token& t : whole) {
    between(t.bytes.first);
    out.push_back(t);
    at = t.bytes.last;
  }
  between(static_cast<std::uint32_t>(text.size()));

  std::vector<text::span> sentences;
  text::sentence_segments(text, sentences);
  for (text::token& t : out) {
    while (t.bytes.first >= sentences[t.sentence].last) ++t.sentence;
  }
  return out;
}

}  // namespace heard::test
