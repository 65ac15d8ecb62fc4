#include "quotes/excerpt.hpp"

#include <heard/base/utf8.hpp>
#include <heard/text/segment.hpp>
#include <heard/text/tokens.hpp>

#include <algorithm>
#include <cstdint>

namespace heard::quoting {

namespace {

using text::span;

bool overlap(span a, span b) {
  return a.first < b.last && b.first < a.last;
}

// White_Space of Unicode 15.0.
bool space(char32_t c) {
  return (c >= 0x9 && c <= 0xD) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool has_words(std::string_view text) {
  text::tokeniser words;
  std::vector<text::token> found;
  words.tokens(text, found);
  return !found.empty();
}

// At most `longest` bytes of a sentence around the evidence, cut between words; inside a word only
// where that alone is longer.
span cut_sentence(std::string_view whole, span sentence, span core) {
  std::vector<span> words;
  text::word_segments(sentence.of(whole), words);
  for (span& word : words) word = {word.first + sentence.first, word.last + sentence.first};

  if (core.size() > longest) {
    const std::uint32_t limit = core.first + longest;
    core.last = core.first;
    for (const span word : words) {
      if (word.last <= limit) core.last = std::max(core.last, word.last);
    }
    if (core.size() == 0) {
      core.last = limit;
      while (utf8::continuation(whole[core.last])) --core.last;
    }
  }
  const std::uint32_t spare = (longest - core.size()) / 2;
  const std::uint32_t from = core.first - std::min(spare, core.first - sentence.first);
  const std::uint32_t to = core.last + std::min(spare, sentence.last - core.last);
  span out = core;
  for (const span word : words) {
    if (word.first >= from) out.first = std::min(out.first, word.first);
    if (word.last <= to) out.last = std::max(out.last, word.last);
  }
  return out;
}

// A sentence that holds evidence.
struct holder {
  std::size_t sentence;  // index
  std::size_t hits;      // evidence that starts in it
};

std::vector<holder> holders_of(std::span<const span> sentences,
                               std::span<const heard::evidence> of) {
  // For each sentence how many spans begin or stop to overlap there, then the running sum: an
  // answer may have very many of both.
  std::vector<std::ptrdiff_t> change(sentences.size() + 1, 0);
  std::vector<std::size_t> hits(sentences.size(), 0);
  for (const heard::evidence& each : of) {
    const auto first = std::partition_point(sentences.begin(), sentences.end(),
                                            [&](span s) { return s.last <= each.bytes.first; });
    const auto last = std::partition_point(first, sentences.end(),
                                           [&](span s) { return s.first < each.bytes.last; });
    if (first == last) continue;
    ++change[static_cast<std::size_t>(first - sentences.begin())];
    --change[static_cast<std::size_t>(last - sentences.begin())];
    ++hits[static_cast<std::size_t>(first - sentences.begin())];
  }
  std::vector<holder> out;
  std::ptrdiff_t here = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    here += change[i];
    if (here > 0) out.push_back({i, hits[i]});
  }
  return out;
}

// The first run of holders within the limit that has most evidence; one that is too long by itself
// is a run of its own.
std::span<const holder> best_run(std::span<const span> sentences, std::span<const holder> holders) {
  std::size_t size = 0, hits = 0, last = 0;
  std::size_t best = 0, best_first = 0, best_last = 1;
  for (std::size_t first = 0; first < holders.size(); ++first) {
    while (last < holders.size()) {
      const std::size_t next = sentences[holders[last].sentence].size();
      if (last > first && size + next > longest) break;
      size += next;
      hits += holders[last].hits;
      ++last;
    }
    if (hits > best) {
      best = hits;
      best_first = first;
      best_last = last;
    }
    size -= sentences[holders[first].sentence].size();
    hits -= holders[first].hits;
  }
  return holders.subspan(best_first, best_last - best_first);
}

std::vector<span> sentences_of(std::string_view text) {
  std::vector<span> out;
  text::sentence_segments(text, out);
  for (span& each : out) each = trimmed(text, each);
  std::erase_if(out, [](span each) { return each.size() == 0; });
  return out;
}

bool whole_answer(std::string_view text, std::span<const heard::evidence> of) {
  return of.size() == 1 && of.front().rule == no_rule && of.front().bytes.first == 0 &&
         of.front().bytes.last == text.size();
}

void add_evidence(excerpt& to, std::span<const heard::evidence> of) {
  for (const span piece : to.pieces) {
    for (const heard::evidence& each : of) {
      const span part = {std::max(each.bytes.first, piece.first),
                         std::min(each.bytes.last, piece.last)};
      if (part.first < part.last) to.evidence.push_back(part);
    }
  }
  std::sort(to.evidence.begin(), to.evidence.end());
  to.evidence.erase(std::unique(to.evidence.begin(), to.evidence.end()), to.evidence.end());
}

}  // namespace

span trimmed(std::string_view text, span part) {
  while (part.first < part.last) {
    const utf8::decoded c = utf8::decode(part.of(text), 0);
    if (!space(c.code_point)) break;
    part.first += c.size;
  }
  while (part.first < part.last) {
    const utf8::decoded c = utf8::decode_before(part.of(text), part.size());
    if (!space(c.code_point)) break;
    part.last -= c.size;
  }
  return part;
}

bool slice(std::string_view text, span part) {
  return part.first < part.last && part.last <= text.size() &&
         !utf8::continuation(text[part.first]) &&
         (part.last == text.size() || !utf8::continuation(text[part.last]));
}

open_ends open_ends_of(std::string_view text, span part) {
  std::vector<span> sentences;
  text::sentence_segments(text, sentences);
  open_ends out;
  for (const span sentence : sentences) {
    if (sentence.first <= part.first && part.first < sentence.last) {
      out.before = has_words(span{sentence.first, part.first}.of(text));
    }
    if (sentence.first < part.last && part.last <= sentence.last) {
      out.after = has_words(span{part.last, sentence.last}.of(text));
    }
  }
  return out;
}

excerpt make_excerpt_of(span bytes, std::span<const heard::evidence> of) {
  excerpt out;
  out.pieces.push_back(bytes);
  add_evidence(out, of);
  return out;
}

excerpt make_excerpt(std::string_view text, std::span<const heard::evidence> of) {
  const std::vector<span> sentences = sentences_of(text);
  const bool whole = whole_answer(text, of);
  std::vector<holder> holders = holders_of(sentences, of);
  if (whole && holders.size() > 2) holders.resize(2);
  excerpt out;
  if (holders.empty()) return out;

  const span hull = {sentences[holders.front().sentence].first,
                     sentences[holders.back().sentence].last};
  if (hull.size() <= longest) {
    out.pieces.push_back(hull);
    add_evidence(out, of);
    return out;
  }
  std::size_t before = sentences.size();
  for (const holder& each : best_run(sentences, holders)) {
    const span sentence = sentences[each.sentence];
    if (each.sentence == before + 1) {
      out.pieces.back().last = sentence.last;
    } else {
      out.pieces.push_back(sentence);
    }
    before = each.sentence;
  }
  if (out.pieces.size() == 1 && before < sentences.size() && sentences[before].size() > longest) {
    const span sentence = out.pieces.front();
    span core = {sentence.first, sentence.first};
    const auto inside = std::find_if(of.begin(), of.end(), [&](const heard::evidence& each) {
      return overlap(each.bytes, sentence);
    });
    if (!whole && inside != of.end()) {
      core = {std::max(inside->bytes.first, sentence.first),
              std::min(inside->bytes.last, sentence.last)};
    }
    out.pieces.front() = trimmed(text, cut_sentence(text, sentence, core));
  }
  add_evidence(out, of);
  return out;
}

}  // namespace heard::quoting
