#include "identity/personal/words.hpp"

#include <algorithm>

namespace heard::identity {

namespace {

gap gap_between(const view& of, std::size_t from, std::size_t to) {
  gap out = gap::space;
  std::size_t lines = 0;
  for (std::size_t i = from; i < to; ++i) {
    const char c = of.c[i];
    if (c == '\n') ++lines;
    if (c == '!' || c == '?') return gap::end;
    if (c == '.') {
      // A full stop ends a sentence unless the word before it is a letter or two ("Mr. J. Obi").
      out = gap::dot;
    } else if (c == '-' && to - from == 1) {
      out = gap::hyphen;
    } else if (c == ',') {
      if (out == gap::space) out = gap::comma;
    } else if (!blank(c)) {
      if (out != gap::dot) out = gap::other;
    }
  }
  return lines > 0 ? gap::end : out;
}

}  // namespace

words::words(const view& of) {
  std::size_t end = 0;  // of the word before
  for (std::size_t i = 0; i < of.size();) {
    if (!in_word(of.c[i])) {
      ++i;
      continue;
    }
    word next;
    next.first = static_cast<std::uint32_t>(i);
    next.key_first = static_cast<std::uint32_t>(keys_.size());
    std::size_t capitals = 0, letters_seen = 0;
    const auto take = [&](std::size_t at) {
      keys_ += of.c[at];
      next.has_digits = next.has_digits || digit(of.c[at]);
      if (!digit(of.c[at])) ++letters_seen;
      if (of.upper[at]) ++capitals;
    };
    while (i < of.size()) {
      if (in_word(of.c[i])) {
        take(i++);
      } else if (of.c[i] == '\'' && in_word(of.at(i + 1))) {
        if (of.at(i + 1) == 's' && !in_word(of.at(i + 2))) {
          next.owns = true;
          break;
        }
        ++i;
      } else {
        next.owns = of.c[i] == '\'' && of.c[i - 1] == 's';
        break;
      }
    }
    next.last = static_cast<std::uint32_t>(i);
    if (next.owns && of.at(i) == '\'' && of.at(i + 1) == 's') i += 2;
    next.key_size = static_cast<std::uint32_t>(keys_.size()) - next.key_first;
    if (capitals > 0) {
      next.as = capitals == letters_seen                ? letters::all
                : capitals == 1 && of.upper[next.first] ? letters::first
                                                        : letters::mixed;
      if (letters_seen == 1) next.as = letters::first;
    }
    next.before = list_.empty() ? gap::end : gap_between(of, end, next.first);
    if (next.before == gap::dot && list_.back().key_size > 2) {
      const std::string_view title = key(list_.size() - 1);
      if (title != "mrs" && title != "miss" && title != "prof" && title != "rev" &&
          title != "cllr") {
        next.before = gap::end;
      }
    }
    end = i;
    list_.push_back(next);
  }
  judge_capitals();
}

// Sentence by sentence: shouted ones, and headlines in which every word has its capital.
void words::judge_capitals() {
  for (std::size_t first = 0, last = 0; first < list_.size(); first = last) {
    std::size_t all = 0, capital = 0, judged = 0;
    for (last = first; last < list_.size() && (last == first || list_[last].before != gap::end);
         ++last) {
      if (list_[last].has_digits || list_[last].key_size < 2) continue;
      ++judged;
      if (list_[last].as == letters::all) ++all;
      if (list_[last].as != letters::small) ++capital;
    }
    const bool shouted = judged >= 2 && all * 10 >= judged * 7;
    const bool headline = judged >= 6 && capital * 10 >= judged * 9;
    if (!shouted && !headline) continue;
    for (std::size_t i = first; i < last; ++i) list_[i].quiet = true;
  }
}

std::string_view words::key(std::size_t i) const {
  if (i >= list_.size()) return {};
  return std::string_view(keys_).substr(list_[i].key_first, list_[i].key_size);
}

std::size_t words::at_or_after(std::size_t place) const {
  const auto found = std::partition_point(list_.begin(), list_.end(),
                                          [&](const word& each) { return each.first < place; });
  return static_cast<std::size_t>(found - list_.begin());
}

bool words::said_before(std::size_t place, std::size_t within,
                        std::initializer_list<std::string_view> any) const {
  std::size_t i = at_or_after(place);
  for (std::size_t seen = 0; i > 0 && seen < within; ++seen) {
    --i;
    if (std::find(any.begin(), any.end(), key(i)) != any.end()) return true;
  }
  return false;
}

}  // namespace heard::identity
