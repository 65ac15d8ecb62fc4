#include "coding/pattern.hpp"

#include "coding/glob.hpp"

#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>

#include <fmt/format.h>

#include <string_view>

namespace heard::matching {
namespace {

using query::node;
using query::word_prefix;
using text::token;

// Katakana is joined to a following letter by no rule of UAX #29, and to `_` by WB13a.
bool is_katakana(char32_t c) {
  return (c >= 0x30A0 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xFF66 && c <= 0xFF9F);
}

/// A stretch of a rule in which wildcards are written as letters, since the tokeniser would split
/// at them; `wild` says for each byte what it stands for.
struct disguised {
  std::string text;
  std::u32string wild;  ///< any_run, any_one, or 0 for a byte that is meant as it is.
};

disguised disguise(std::string_view source) {
  disguised out;
  for (std::size_t i = 0; i < source.size();) {
    const utf8::decoded d = utf8::decode(source, i);
    if (d.code_point != U'*' && d.code_point != U'?') {
      out.text.append(source.substr(i, d.size));
      out.wild.append(d.size, 0);
    } else {
      const bool after = i > 0 && is_katakana(utf8::decode_before(source, i).code_point);
      const bool before =
          i + 1 < source.size() && is_katakana(utf8::decode(source, i + 1).code_point);
      out.text += after || before ? '_' : 'x';
      out.wild += d.code_point == U'*' ? any_run : any_one;
    }
    i += d.size;
  }
  return out;
}

bool all_wild(const disguised& in, text::span bytes) {
  for (std::uint32_t i = bytes.first; i < bytes.last; ++i) {
    if (in.wild[i] == 0) return false;
  }
  return true;
}

/// In scripts whose every character is a token of its own (`本*`), a wildcard would become a token
/// too. It is taken as part of the token that it touches.
void join_stray_wildcards(const disguised& in, std::vector<token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!all_wild(in, tokens[i].bytes)) continue;
    if (i > 0 && tokens[i - 1].bytes.last == tokens[i].bytes.first) {
      tokens[i - 1].bytes.last = tokens[i].bytes.last;
    } else if (i + 1 < tokens.size() && tokens[i].bytes.last == tokens[i + 1].bytes.first) {
      tokens[i + 1].bytes.first = tokens[i].bytes.first;
    } else {
      continue;
    }
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

/// The literal stretches folded one by one, wildcards kept between them.
std::u32string code_points(const disguised& in, text::span bytes, bool folded) {
  std::u32string out;
  std::u32string piece;
  for (std::uint32_t first = bytes.first; first < bytes.last;) {
    if (in.wild[first] != 0) {
      out += in.wild[first++];
      continue;
    }
    std::uint32_t last = first;
    while (last < bytes.last && in.wild[last] == 0) ++last;
    const std::string_view literal = std::string_view(in.text).substr(first, last - first);
    to_code_points(folded ? text::fold(literal) : std::string(literal), piece);
    out += piece;
    first = last;
  }
  return out;
}

class pattern_maker {
 public:
  explicit pattern_maker(const node& item) : item_(item) {}

  std::vector<word_pattern> make() {
    if (item_.kind == query::node_kind::word) {
      add(item_.text);
    } else {
      split();
    }
    for (const word_pattern& p : patterns_) {
      if (!p.any_word) return std::move(patterns_);
    }
    throw error(status::bad_codebook,
                fmt::format("{} holds no word: it needs a letter, a digit or an emoji",
                            query::to_string(item_)));
  }

 private:
  // Every space ends a token, so a phrase may be split there before it meets the tokeniser.
  void split() {
    constexpr std::string_view spaces = " \t\n\r\v\f";
    const std::string_view phrase = item_.text;
    for (std::size_t first = 0; first < phrase.size();) {
      const std::size_t last = std::min(phrase.find_first_of(spaces, first), phrase.size());
      const std::string_view part = phrase.substr(first, last - first);
      if (part == "*") {
        word_pattern any;
        any.any_word = true;
        patterns_.push_back(any);
      } else if (!part.empty()) {
        add(part);
      }
      first = last + 1;
    }
  }

  void add(std::string_view source) {
    const disguised in = disguise(source);
    text::tokeniser tokenise;
    std::vector<token> tokens;
    tokenise.tokens(in.text, tokens);
    join_stray_wildcards(in, tokens);
    for (const token& t : tokens) {
      if (all_wild(in, t.bytes)) {
        throw error(status::bad_codebook,
                    fmt::format("{} asks for a word of wildcards alone", query::to_string(item_)));
      }
      // A token of nothing but fillers that folding takes away can be compared with nothing.
      if (word_pattern p = pattern(in, t); !p.text.empty()) patterns_.push_back(std::move(p));
    }
  }

  word_pattern pattern(const disguised& in, const token& t) const {
    word_pattern p;
    p.kind = t.kind;
    p.text = code_points(in, t.bytes, item_.prefix != word_prefix::exact);
    const bool word = t.kind == text::token_kind::word;
    if (item_.prefix == word_prefix::exact) {
      p.how = comparison::exact;
    } else if (item_.prefix == word_prefix::stem && word) {
      p.how = comparison::stem;
    } else if (item_.distance != 0 && word) {
      p.how = comparison::distance;
      p.distance = item_.distance;
    }
    p.whole = !word || p.how == comparison::exact || p.text.find(U'\'') != p.text.npos;
    return p;
  }

  const node& item_;
  std::vector<word_pattern> patterns_;
};

}  // namespace

std::vector<word_pattern> patterns_of(const query::node& item) {
  return pattern_maker(item).make();
}

}  // namespace heard::matching
