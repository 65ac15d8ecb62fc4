#include "intake/answer_words.hpp"

#include <heard/base/space.hpp>
#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>

#include <algorithm>

namespace heard {

namespace {

constexpr std::string_view built_in_no_comment[] = {
    "no comment",
    "no comments",
    "no comment to make",
    "no comments to make",
    "no further comment",
    "no further comments",
    "no other comments",
    "no additional comments",
    "no answer",
    "no response",
    "no view",
    "no views",
    "no opinion",
    "n/a",
    "na",
    "not applicable",
    "none",
    "nil",
    "nothing to add",
    "nothing else to add",
    "nothing further to add",
    "nothing more to add",
};

constexpr std::string_view built_in_refers[] = {
    "see above",
    "as above",
    "see below",
    "as below",
    "see question",
    "see answer",
    "see my answer",
    "see our answer",
    "see response",
    "see my response",
    "see our response",
    "see previous",
    "as in question",
    "as per question",
    "as for question",
    "as stated above",
    "as mentioned above",
    "refer to question",
    "refer to my answer",
    "refer to our answer",
    "same as",
    "ditto",
};

// A longer answer that says "as above" somewhere says other things too.
constexpr std::size_t most_words_that_refer = 12;

bool ascii_alphanumeric(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

// Punctuation that ends, joins or stands for answers: ASCII's, Latin-1's and the general block's.
bool punctuation(char32_t c) {
  if (c < 0x80) return !ascii_alphanumeric(c);
  return c == 0xA1 || c == 0xAB || c == 0xB7 || c == 0xBB || c == 0xBF ||
         (c >= 0x2010 && c <= 0x205E);
}

// Whether `text` has more words, told apart by white space, than `most`.
bool longer_than(std::string_view text, std::size_t most) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space && !inside && ++words > most) return true;
    inside = !space;
  }
  return false;
}

std::size_t count_words(std::string_view words) {
  return words.empty() ? 0
                       : static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

}  // namespace

std::string comparable_words(std::string_view text) {
  const std::string folded = text::fold(text);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const utf8::decoded d = utf8::decode(folded, at);
    if (invisible(d.code_point) || punctuation(d.code_point)) {
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(folded, at, d.size);
    }
    at += d.size;
  }
  return out;
}

answer_phrases::answer_phrases(std::span<const std::string> no_comment,
                               std::span<const std::string> refers) {
  const auto silent = [&](std::string_view phrase) {
    std::string words = comparable_words(phrase);
    most_words_ = std::max(most_words_, count_words(words));
    no_comment_.insert(std::move(words));
  };
  const auto refer = [&](std::string_view phrase) {
    const std::string words = comparable_words(phrase);
    if (!words.empty()) refers_.push_back(' ' + words + ' ');
  };
  std::for_each(std::begin(built_in_no_comment), std::end(built_in_no_comment), silent);
  std::for_each(no_comment.begin(), no_comment.end(), silent);
  no_comment_.insert("");
  std::for_each(std::begin(built_in_refers), std::end(built_in_refers), refer);
  std::for_each(refers.begin(), refers.end(), refer);
  most_words_ = std::max(most_words_, most_words_that_refer);
}

answer_state answer_phrases::state_of(std::string_view words) const {
  // Folding is the costly part, and most answers are longer than any phrase.
  if (longer_than(words, most_words_)) return answer_state::text;
  const std::string said = comparable_words(words);
  if (no_comment_.contains(said)) return answer_state::no_comment;
  if (count_words(said) > most_words_that_refer) return answer_state::text;
  const std::string padded = ' ' + said + ' ';
  const bool refers = std::any_of(refers_.begin(), refers_.end(), [&](const std::string& phrase) {
    return padded.find(phrase) != std::string::npos;
  });
  return refers ? answer_state::refers : answer_state::text;
}

}  // namespace heard
