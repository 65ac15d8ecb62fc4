#include "text/properties.hpp"

#include <heard/text/segment.hpp>

namespace heard::text {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Collects segments from the places where they end.
class cutter {
 public:
  explicit cutter(std::vector<span>& out) : out_(out) { out_.clear(); }

  void cut(std::size_t at) {
    out_.push_back({first_, static_cast<std::uint32_t>(at)});
    first_ = static_cast<std::uint32_t>(at);
  }

 private:
  std::vector<span>& out_;
  std::uint32_t first_ = 0;
};

constexpr std::uint32_t bit(word_break value) {
  return 1u << static_cast<unsigned>(value);
}

template <class... values>
constexpr std::uint32_t bits(values... value) {
  return (bit(value) | ... | 0u);
}

constexpr bool in(word_break value, std::uint32_t set) {
  return (bit(value) & set) != 0;
}

// The macros of UAX #29, section 4.1, and the sets that its rules name.
constexpr std::uint32_t newlines = bits(word_break::newline, word_break::cr, word_break::lf);
constexpr std::uint32_t letters = bits(word_break::aletter, word_break::hebrew_letter);
constexpr std::uint32_t mid_num_let_q = bits(word_break::midnumlet, word_break::single_quote);
constexpr std::uint32_t mid_letters = bit(word_break::midletter) | mid_num_let_q;
constexpr std::uint32_t mid_numbers = bit(word_break::midnum) | mid_num_let_q;
constexpr std::uint32_t numeric = bit(word_break::numeric);
constexpr std::uint32_t hebrew = bit(word_break::hebrew_letter);
constexpr std::uint32_t joiner = bit(word_break::extendnumlet);

/// What may follow a class without a break: WB5, WB8 to WB10 and WB13 to WB13b.
constexpr std::uint32_t followers(word_break before) {
  switch (before) {
    case word_break::aletter:
    case word_break::hebrew_letter:
      return letters | numeric | joiner;
    case word_break::numeric:
      return letters | numeric | joiner;
    case word_break::katakana:
      return bit(word_break::katakana) | joiner;
    case word_break::extendnumlet:
      return letters | numeric | bit(word_break::katakana) | joiner;
    default:
      return 0;
  }
}

constexpr bool ascii_letter_or_digit(char byte) {
  return is_ascii(byte) &&
         in(ascii_properties[static_cast<unsigned char>(byte)].word(), letters | numeric);
}

}  // namespace

// The rules look ahead over a punctuation mark that may stand inside a word (WB6, WB7b, WB12). Here
// the mark is held instead, and its break made or dropped when the next class is known: every code
// point is looked at once, whatever the text.
void word_segments(std::string_view text, std::vector<span>& out) {
  cutter segments(out);
  word_break before = word_break::other;  // as the rules see it: attached code points are skipped
  word_break touching = word_break::other;
  bool flag_complete = false;  // WB15, WB16: the indicator before is the second of its flag
  std::uint32_t wanted = 0;    // what keeps the held mark inside its word
  std::size_t held = nowhere;  // where to cut if it does not come

  for (std::size_t at = 0; at < text.size();) {
    const code_point c = code_point_at(text, at);
    const word_break now = c.is.word();
    if (c.is.attaches() && at > 0 && !in(touching, newlines)) {  // WB4
      touching = now;
      at += c.size;
      continue;
    }

    const bool second_of_flag = now == word_break::regional_indicator &&
                                before == word_break::regional_indicator && !flag_complete;
    bool joins = in(now, followers(before)) || second_of_flag ||
                 (touching == word_break::cr && now == word_break::lf) ||              // WB3
                 (touching == word_break::zwj && c.is.pictographic()) ||               // WB3c
                 (touching == word_break::wsegspace && now == word_break::wsegspace);  // WB3d
    flag_complete = second_of_flag;

    if (wanted != 0) {
      if (in(now, wanted)) {
        joins = true;
      } else if (held != nowhere) {
        segments.cut(held);
      }
      wanted = 0;
      held = nowhere;
    } else if (in(before, letters) && in(now, mid_letters)) {
      wanted = letters;
    } else if (in(before, numeric) && in(now, mid_numbers)) {
      wanted = numeric;
    } else if (in(before, hebrew) && now == word_break::double_quote) {
      wanted = hebrew;
    }
    if (wanted != 0) {
      // WB7a: a quote stays with a Hebrew letter even if no letter follows.
      const bool stays = in(before, hebrew) && now == word_break::single_quote;
      if (!stays) held = at;
      joins = true;
    }
    if (!joins && at > 0) segments.cut(at);

    before = touching = now;
    at += c.size;
    if (in(now, letters | numeric)) {  // these join freely, so a run of them needs no rules
      const std::size_t start = at;
      while (at < text.size() && ascii_letter_or_digit(text[at])) ++at;
      if (at > start) before = touching = code_point_at(text, at - 1).is.word();
    }
  }
  if (held != nowhere) segments.cut(held);
  if (!text.empty()) segments.cut(text.size());
}

namespace {

constexpr bool separates(sentence_break value) {
  return value == sentence_break::sep || value == sentence_break::cr || value == sentence_break::lf;
}

constexpr bool terminates(sentence_break value) {
  return value == sentence_break::aterm || value == sentence_break::sterm;
}

constexpr bool cased(sentence_break value) {
  return value == sentence_break::upper || value == sentence_break::lower;
}

/// ASCII after which, outside the end of a sentence, the rules have nothing to decide.
constexpr bool plain_ascii(char byte) {
  if (!is_ascii(byte)) return false;
  const sentence_break value = ascii_properties[static_cast<unsigned char>(byte)].sentence();
  return !separates(value) && !terminates(value);
}

/// How much of `SATerm Close* Sp*` stands before a place.
enum class ending : std::uint8_t { none, term, close, space };

}  // namespace

// SB8 looks ahead without limit for a lower-case letter. As above the break is held instead until a
// code point comes that decides; no other break can fall between, so one place to hold is enough.
void sentence_segments(std::string_view text, std::vector<span>& out) {
  cutter segments(out);
  sentence_break before = sentence_break::other;
  ending end = ending::none;
  bool may_go_on = false;    // the terminator was an ATerm
  bool after_cased = false;  // ... and stood after Upper or Lower, for SB7
  std::size_t held = nowhere;

  for (std::size_t at = 0; at < text.size();) {
    const code_point c = code_point_at(text, at);
    const sentence_break now = c.is.sentence();
    const bool after_separator = separates(before);
    const bool attaches = now == sentence_break::extend || now == sentence_break::format;
    if (attaches && at > 0 && !after_separator) {  // SB5
      at += c.size;
      continue;
    }

    if (after_separator) {
      if (before != sentence_break::cr || now != sentence_break::lf) segments.cut(at);  // SB3, SB4
      end = ending::none;
    } else if (held != nowhere) {  // SB8
      const bool decides =
          now == sentence_break::oletter || cased(now) || separates(now) || terminates(now);
      if (decides && now != sentence_break::lower) segments.cut(held);
      if (decides) held = nowhere;
    } else if (end != ending::none) {
      const bool number = now == sentence_break::numeric;                // SB6
      const bool initial = now == sentence_break::upper && after_cased;  // SB7
      if (may_go_on && end == ending::term && (number || initial)) {
        end = ending::none;
      } else if (now == sentence_break::scontinue || separates(now)) {  // SB8a, SB9, SB10
        end = ending::none;
      } else if (now == sentence_break::close && end != ending::space) {  // SB9
        end = ending::close;
      } else if (now == sentence_break::sp) {  // SB9, SB10
        end = ending::space;
      } else if (!terminates(now)) {  // but for SB8a
        end = ending::none;
        const bool ends =
            !may_go_on || now == sentence_break::oletter || now == sentence_break::upper;
        if (ends) {
          segments.cut(at);  // SB11
        } else if (now != sentence_break::lower) {
          held = at;
        }
      }
    }
    if (terminates(now)) {
      end = ending::term;
      may_go_on = now == sentence_break::aterm;
      after_cased = may_go_on && cased(before);
    }

    before = now;
    at += c.size;
    if (end == ending::none && held == nowhere && !separates(now)) {
      const std::size_t start = at;
      while (at < text.size() && plain_ascii(text[at])) ++at;
      if (at > start) before = code_point_at(text, at - 1).is.sentence();
    }
  }
  if (held != nowhere) segments.cut(held);
  if (!text.empty()) segments.cut(text.size());
}

std::string_view unicode_version() {
  return ucd::version;
}

}  // namespace heard::text
