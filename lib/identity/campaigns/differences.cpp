#include "identity/campaigns/differences.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>

namespace heard::letters {

namespace {

constexpr std::size_t anchor = 3;             // words
constexpr std::size_t most_occurrences = 32;  // of an anchor that are tried
constexpr std::size_t most_gap_cells = 1 << 16;

struct anchor_key {
  std::array<word_hash, anchor> words;
  bool operator==(const anchor_key&) const = default;
};
struct hash_of_anchor {
  std::size_t operator()(const anchor_key& key) const noexcept {
    return key.words[0] ^ (key.words[1] * 3) ^ (key.words[2] * 7);
  }
};

class aligner {
 public:
  aligner(const located_words& letter, const located_words& text)
      : letter_(letter),
        text_(text),
        match_(text.words.size(), no_text),
        used_(letter.words.size(), false) {}

  std::vector<std::uint32_t> run() {
    match_passages();
    match_gaps();
    return std::move(match_);
  }

 private:
  [[nodiscard]] bool equal(std::size_t at, std::size_t in_letter) const {
    return in_letter < used_.size() && !used_[in_letter] &&
           letter_.words[in_letter] == text_.words[at];
  }

  // How many words from `at` on are those of the letter from `in_letter` on.
  [[nodiscard]] std::size_t extent(std::size_t at, std::size_t in_letter) const {
    std::size_t size = 0;
    while (at + size < match_.size() && equal(at + size, in_letter + size)) ++size;
    return size;
  }

  void match_passages() {
    boost::unordered_flat_map<anchor_key, std::vector<std::uint32_t>, hash_of_anchor> places;
    for (std::size_t i = 0; i + anchor <= letter_.words.size(); ++i) {
      auto& at = places[{letter_.words[i], letter_.words[i + 1], letter_.words[i + 2]}];
      if (at.size() < most_occurrences) at.push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = 0; i + anchor <= text_.words.size();) {
      const auto found =
          places.find(anchor_key{text_.words[i], text_.words[i + 1], text_.words[i + 2]});
      std::size_t best = 0;
      std::size_t size = 0;
      if (found != places.end()) {
        for (const std::uint32_t place : found->second) {
          const std::size_t reach = extent(i, place);
          if (reach > size) {
            best = place;
            size = reach;
          }
        }
      }
      if (size < anchor) {
        ++i;
        continue;
      }
      for (std::size_t k = 0; k < size; ++k) {
        match_[i + k] = static_cast<std::uint32_t>(best + k);
        used_[best + k] = true;
      }
      i += size;
    }
  }

  // Words between two passages that follow one another in the letter too, or before the first and
  // after the last.
  void match_gaps() {
    for (std::size_t first = 0; first < match_.size();) {
      if (match_[first] != no_text) {
        ++first;
        continue;
      }
      std::size_t last = first;
      while (last < match_.size() && match_[last] == no_text) ++last;
      const std::size_t from = first == 0 ? 0 : std::size_t{match_[first - 1]} + 1;
      const std::size_t to = last == match_.size() ? letter_.words.size() : match_[last];
      if (from < to) match_gap(first, last, from, to);
      first = last;
    }
  }

  // The longest common sequence of two short stretches.
  void match_gap(std::size_t first, std::size_t last, std::size_t from, std::size_t to) {
    const std::size_t rows = last - first;
    const std::size_t columns = to - from;
    if ((rows + 1) * (columns + 1) > most_gap_cells) return;
    std::vector<std::uint16_t> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t k) -> std::uint16_t& {
      return longest[i * (columns + 1) + k];
    };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t k = columns; k-- > 0;) {
        at(i, k) = equal(first + i, from + k) ? static_cast<std::uint16_t>(at(i + 1, k + 1) + 1)
                                              : std::max(at(i + 1, k), at(i, k + 1));
      }
    }
    for (std::size_t i = 0, k = 0; i < rows && k < columns;) {
      if (equal(first + i, from + k) && at(i, k) == at(i + 1, k + 1) + 1) {
        match_[first + i] = static_cast<std::uint32_t>(from + k);
        used_[from + k] = true;
        ++i;
        ++k;
      } else if (at(i + 1, k) >= at(i, k + 1)) {
        ++i;
      } else {
        ++k;
      }
    }
  }

  const located_words& letter_;
  const located_words& text_;
  std::vector<std::uint32_t> match_;
  std::vector<bool> used_;
};

// Words [first, last) of one answer.
answer_part part_of(const located_words& in, std::size_t first, std::size_t last) {
  if (first == last) return {};
  return {in.answer[first], {in.bytes[first].first, in.bytes[last - 1].last}};
}

// Calls `each` for the stretches of [first, last) that lie within one answer.
template <class Each>
void by_answer(const located_words& in, std::size_t first, std::size_t last, Each each) {
  while (first < last) {
    std::size_t end = first;
    while (end < last && in.answer[end] == in.answer[first]) ++end;
    each(first, end);
    first = end;
  }
}

// A few words that stand in place of others were changed; a block in place of a word was added.
bool stands_for(std::size_t own, std::size_t letter) {
  return own > 0 && letter > 0 && own <= 2 * letter + 5 && letter <= 2 * own + 5;
}

}  // namespace

void locate_words(const consultation& of, response_id response, word_reader& reader,
                  located_words& out) {
  out.words.clear();
  out.answer.clear();
  out.bytes.clear();
  const auto [first, last] = of.answers_of(response);
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (!compared(of, answer)) continue;
    reader.read(of.text_of(answer), out.words, &out.bytes);
    out.answer.resize(out.words.size(), answer);
  }
}

std::vector<std::uint32_t> align(const located_words& letter, const located_words& text) {
  return aligner(letter, text).run();
}

std::vector<difference> differences_of(const located_words& letter, const located_words& text,
                                       const std::vector<std::uint32_t>& alignment) {
  std::vector<bool> used(letter.words.size(), false);
  for (const std::uint32_t word : alignment) {
    if (word != no_text) used[word] = true;
  }
  std::vector<difference> out;
  const auto size = [](std::size_t first, std::size_t last) {
    return static_cast<std::uint32_t>(last - first);
  };
  const auto settle = [&](std::size_t first, std::size_t last, std::size_t from, std::size_t to) {
    const bool one_answer = first < last && from < to &&
                            text.answer[first] == text.answer[last - 1] &&
                            letter.answer[from] == letter.answer[to - 1];
    if (one_answer && stands_for(last - first, to - from)) {
      out.push_back({difference_kind::changed, part_of(text, first, last),
                     part_of(letter, from, to), size(first, last)});
    } else {
      by_answer(letter, from, to, [&](std::size_t a, std::size_t b) {
        out.push_back({difference_kind::cut, {}, part_of(letter, a, b), size(a, b)});
      });
      by_answer(text, first, last, [&](std::size_t a, std::size_t b) {
        out.push_back({difference_kind::added, part_of(text, a, b), {}, size(a, b)});
      });
    }
    std::fill(used.begin() + static_cast<std::ptrdiff_t>(from),
              used.begin() + static_cast<std::ptrdiff_t>(to), true);
  };
  const auto end_of_unused = [&](std::size_t from) {
    while (from < used.size() && !used[from]) ++from;
    return from;
  };

  std::size_t first = 0;
  std::size_t from = 0;  // after the word of the letter that was matched last
  while (true) {
    std::size_t last = first;
    while (last < alignment.size() && alignment[last] == no_text) ++last;
    settle(first, last, from, end_of_unused(from));
    if (last == alignment.size()) break;
    from = std::size_t{alignment[last]} + 1;
    first = last + 1;
  }
  // What stood before a block that now comes first.
  for (from = 0; from < used.size(); ++from) {
    if (!used[from]) settle(0, 0, from, end_of_unused(from));
  }
  return out;
}

void measure(const located_words& letter, const located_words& text,
             const std::vector<difference>& differences, campaign_member& out) {
  for (const difference& each : differences) {
    switch (each.kind) {
      case difference_kind::added:
        out.added += each.words;
        break;
      case difference_kind::cut:
        out.cut += each.words;
        break;
      case difference_kind::changed:
        out.changed += each.words;
        break;
    }
  }
  out.kept = static_cast<std::uint32_t>(text.words.size()) - out.added - out.changed;
  const std::uint32_t lost = static_cast<std::uint32_t>(letter.words.size()) - out.kept;
  if (differences.empty()) {
    out.how = membership::copy;
  } else if (lost > out.kept) {
    out.how = membership::excerpt;
  } else {
    out.how = out.added >= 10 ? membership::extended : membership::edited;
  }
}

}  // namespace heard::letters
