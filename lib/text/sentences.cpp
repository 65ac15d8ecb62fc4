#include "text/sentence_scan.hpp"

#include <heard/text/segment.hpp>

namespace heard::text {

namespace {

constexpr bool cased(sentence_break value) {
  return value == sentence_break::upper || value == sentence_break::lower;
}

constexpr bool attaches(sentence_break value) {
  return value == sentence_break::extend || value == sentence_break::format;
}

/// ASCII after which, outside the end of a sentence, the rules have nothing to decide.
constexpr bool plain_ascii(char byte) {
  if (!is_ascii(byte)) return false;
  const sentence_break value = ascii_properties[static_cast<unsigned char>(byte)].sentence();
  return !sentence_scan::separates(value) && !sentence_scan::terminates(value);
}

}  // namespace

// SB8 looks ahead without limit for a lower-case letter. As with words the break is held instead
// until a code point comes that decides; no other break can fall between, so one place to hold is
// enough.
std::size_t sentence_scan::step(std::size_t at) {
  const code_point c = code_point_at(text_, at);
  const std::size_t next = at + c.size;
  const sentence_break now = c.is.sentence();
  const bool after_separator = separates(before_);
  if (attaches(now) && at > 0 && !after_separator) return next;  // SB5

  if (after_separator) {
    if (before_ != sentence_break::cr || now != sentence_break::lf) segments_.cut(at);  // SB3, SB4
    end_ = ending::none;
  } else if (held_ != nowhere) {  // SB8
    const bool decides =
        now == sentence_break::oletter || cased(now) || separates(now) || terminates(now);
    if (decides && now != sentence_break::lower) segments_.cut(held_);
    if (decides) held_ = nowhere;
  } else if (end_ != ending::none) {
    const bool number = now == sentence_break::numeric;                 // SB6
    const bool initial = now == sentence_break::upper && after_cased_;  // SB7
    if (may_go_on_ && end_ == ending::term && (number || initial)) {
      end_ = ending::none;
    } else if (now == sentence_break::scontinue || separates(now)) {  // SB8a, SB9, SB10
      end_ = ending::none;
    } else if (now == sentence_break::close && end_ != ending::space) {  // SB9
      end_ = ending::close;
    } else if (now == sentence_break::sp) {  // SB9, SB10
      end_ = ending::space;
    } else if (!terminates(now)) {  // but for SB8a
      end_ = ending::none;
      const bool ends =
          !may_go_on_ || now == sentence_break::oletter || now == sentence_break::upper;
      if (ends) {
        segments_.cut(at);  // SB11
      } else if (now != sentence_break::lower) {
        held_ = at;
      }
    }
  }
  if (terminates(now)) {
    end_ = ending::term;
    may_go_on_ = now == sentence_break::aterm;
    after_cased_ = may_go_on_ && cased(before_);
  }
  before_ = now;
  return next;
}

void sentence_scan::skip_to(std::size_t at) {
  before_ = sentence_break::other;
  for (std::size_t end = at; end > 0;) {  // SB5
    const code_point c = code_point_before(text_, end);
    if (!attaches(c.is.sentence())) {
      // A separator has done its work: what attaches behind it begins a sentence (SB4).
      if (!separates(c.is.sentence())) before_ = c.is.sentence();
      return;
    }
    end -= c.size;
  }
}

void sentence_scan::finish() {
  if (held_ != nowhere) segments_.cut(held_);
  if (!text_.empty()) segments_.cut(text_.size());
}

void sentence_segments(std::string_view text, std::vector<span>& out) {
  sentence_scan scan(text, out);
  for (std::size_t at = 0; at < text.size();) {
    at = scan.step(at);
    if (!scan.at_rest()) continue;
    const std::size_t start = at;
    while (at < text.size() && plain_ascii(text[at])) ++at;
    if (at > start) scan.skip_to(at);
  }
  scan.finish();
}

}  // namespace heard::text
