#include "text/matching_view.hpp"

#include "text/protected.hpp"
#include "text/sentence_scan.hpp"

namespace heard::text {

namespace {

/// How nearly every sentence ends: `.`, `!` or `?`, a space, and a capital, of ASCII.
bool plain_end(std::string_view text, std::size_t at) {
  if (text.size() - at < 3 || text[at + 1] != ' ') return false;
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  return text[at + 2] >= 'A' && text[at + 2] <= 'Z';
}

}  // namespace

void matching_view::tokens(std::string_view text, std::vector<token>& out) {
  scan_.read(text);
  find_sentences(text);
  find_words(text);
  out.resize(words_.size() / 2 + protected_.size());
  if (protected_.empty()) {
    number(out.data());
  } else {
    number_with_protected(out.data());
  }
}

void matching_view::token_spans(std::string_view text, std::vector<span>& out) {
  scan_.read(text);
  find_words(text);
  out.resize(words_.size() / 2 + protected_.size());
  if (protected_.empty()) {
    words_.copy_to(out.data());
    return;
  }
  span* to = out.data();
  auto next = protected_.begin();
  for (std::size_t i = 0; i < words_.size() / 2; ++i) {
    const span word = words_.word(i);
    for (; next != protected_.end() && next->bytes.first < word.first; ++next) *to++ = next->bytes;
    *to++ = word;
  }
  for (; next != protected_.end(); ++next) *to++ = next->bytes;
}

// Words, and what is one token whatever is inside. @pre `text` was read
void matching_view::find_words(std::string_view text) {
  words_.clear();
  protected_.clear();
  if (scan_.may_hold_protected()) find_protected(text, scan_, protected_);
  if (protected_.empty()) {
    scan_.words(word_view::matching, 0, words_);
  } else {
    words_between_protected(text);
  }
}

// Sentence by sentence, so that the loop over words holds one comparison.
void matching_view::number(token* to) const {
  const std::size_t count = words_.size() / 2;
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < count; ++sentence) {
    const std::uint32_t last = sentences_[sentence].last;
    for (; i < count && words_.word(i).first < last; ++i) {
      *to++ = {words_.word(i), sentence, token_kind::word};
    }
  }
}

void matching_view::number_with_protected(token* to) const {
  auto next = protected_.begin();
  std::uint32_t sentence = 0;
  const auto put = [&](span bytes, token_kind kind) {
    while (bytes.first >= sentences_[sentence].last) ++sentence;
    *to++ = {bytes, sentence, kind};
  };
  for (std::size_t i = 0; i < words_.size() / 2; ++i) {
    const span word = words_.word(i);
    for (; next != protected_.end() && next->bytes.first < word.first; ++next) {
      put(next->bytes, next->kind);
    }
    put(word, token_kind::word);
  }
  for (; next != protected_.end(); ++next) put(next->bytes, next->kind);
}

void matching_view::words(std::string_view text, std::vector<span>& out) {
  words_.clear();
  scan_.read(text);
  scan_.words(word_view::standard, 0, words_);
  out.resize(words_.size() / 2);
  words_.copy_to(out.data());
}

void matching_view::find_sentences(std::string_view text) {
  sentence_scan sentences(text, sentences_);
  for (std::size_t at = 0; at < text.size();) {
    if (sentences.at_rest()) {
      at = scan_.next_end(at);
      if (at == text.size()) break;
      if (plain_end(text, at)) {
        at += 2;
        sentences.cut_before(at);
        continue;
      }
      const code_point c = code_point_at(text, at);
      const sentence_break now = c.is.sentence();
      if (!sentence_scan::separates(now) && !sentence_scan::terminates(now)) {
        at += c.size;
        continue;
      }
      sentences.skip_to(at);
    }
    at = sentences.step(at);
  }
  sentences.finish();
}

// Words never cross what is protected, so each stretch between is a text of its own.
void matching_view::words_between_protected(std::string_view text) {
  std::uint32_t at = 0;
  const auto read = [&](std::uint32_t last) {
    if (last > at) {
      scan_.read(text.substr(at, last - at));
      scan_.words(word_view::matching, at, words_);
    }
  };
  for (const token& found : protected_) {
    read(found.bytes.first);
    at = found.bytes.last;
  }
  read(static_cast<std::uint32_t>(text.size()));
}

}  // namespace heard::text
