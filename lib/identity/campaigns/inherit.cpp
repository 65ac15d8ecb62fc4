#include "identity/campaigns/inherit.hpp"

#include <algorithm>
#include <span>

namespace heard::letters {

namespace {

std::span<const external_coding> codings_of(const consultation& of, answer_id answer) {
  const auto& all = of.codings();
  const auto first = std::partition_point(
      all.begin(), all.end(), [&](const external_coding& c) { return c.answer < answer; });
  const auto last = std::partition_point(
      first, all.end(), [&](const external_coding& c) { return c.answer == answer; });
  return {first, last};
}

std::span<const review> reviews_of(const consultation& of, answer_id answer) {
  const auto& all = of.reviews();
  const auto first = std::partition_point(all.begin(), all.end(),
                                          [&](const review& r) { return r.answer < answer; });
  const auto last =
      std::partition_point(first, all.end(), [&](const review& r) { return r.answer == answer; });
  return {first, last};
}

bool anybody_read(const consultation& of, answer_id answer) {
  return !codings_of(of, answer).empty() || !reviews_of(of, answer).empty();
}

// Words [first, last) of one answer.
struct stretch {
  std::size_t first;
  std::size_t last;
};

std::vector<stretch> answers_in(const located_words& in) {
  std::vector<stretch> out;
  for (std::size_t first = 0; first < in.words.size();) {
    std::size_t last = first;
    while (last < in.words.size() && in.answer[last] == in.answer[first]) ++last;
    out.push_back({first, last});
    first = last;
  }
  return out;
}

}  // namespace

inheritance::inheritance(const consultation& of, const located_words& letter)
    : of_(of), letter_(letter) {
  for (const stretch& part : answers_in(letter)) {
    any_ = any_ || anybody_read(of, letter.answer[part.first]);
  }
}

void inheritance::pass_on(const located_words& member, const std::vector<std::uint32_t>& alignment,
                          std::vector<inherited_coding>& codings,
                          std::vector<review>& reviews) const {
  if (!any_) return;
  for (const stretch& own : answers_in(member)) {
    const answer_id to = member.answer[own.first];
    if (anybody_read(of_, to)) continue;
    for (const stretch& theirs : answers_in(letter_)) {
      const answer_id from = letter_.answer[theirs.first];
      const auto of_letter = [&](std::size_t i) {
        return alignment[i] != no_text && alignment[i] >= theirs.first &&
               alignment[i] < theirs.last;
      };
      std::size_t kept = 0;
      for (std::size_t i = own.first; i < own.last; ++i) kept += of_letter(i) ? 1 : 0;
      if (kept == 0) continue;

      for (const external_coding& row : codings_of(of_, from)) {
        // The words that were coded, and which of them this answer has.
        std::size_t coded = 0;
        for (std::size_t i = theirs.first; i < theirs.last; ++i) {
          coded += row.whole_answer ||
                   (letter_.bytes[i].first < row.last && letter_.bytes[i].last > row.first);
        }
        std::size_t here = 0;
        text::span bytes;
        for (std::size_t i = own.first; i < own.last; ++i) {
          if (!of_letter(i)) continue;
          const text::span& word = letter_.bytes[alignment[i]];
          if (!row.whole_answer && (word.first >= row.last || word.last <= row.first)) continue;
          bytes.first = here == 0 ? member.bytes[i].first : bytes.first;
          bytes.last = member.bytes[i].last;
          ++here;
        }
        if (coded == 0 || 2 * here < coded) continue;
        inherited_coding made{row, from};
        made.coding.answer = to;
        made.coding.whole_answer = row.whole_answer && kept == own.last - own.first;
        made.coding.first = made.coding.whole_answer ? 0 : bytes.first;
        made.coding.last = made.coding.whole_answer ? 0 : bytes.last;
        codings.push_back(made);
      }
      if (kept == own.last - own.first) {
        for (const review& row : reviews_of(of_, from)) reviews.push_back({to, row.coder});
        for (const external_coding& row : codings_of(of_, from)) reviews.push_back({to, row.coder});
      }
    }
  }
}

}  // namespace heard::letters
