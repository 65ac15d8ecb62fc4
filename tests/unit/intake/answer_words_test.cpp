#include "intake/answer_words.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace heard;

TEST_CASE("which words say nothing, which point elsewhere") {
  const std::array<std::string, 2> no_comment = {"Dim sylw",
                                                 "we have nothing that we wish to add "
                                                 "to what our members have said already"};
  const std::array<std::string, 1> refers = {"covered in my answer"};
  const answer_phrases phrases(no_comment, refers);
  constexpr answer_state text = answer_state::text;
  struct {
    const char* words;
    answer_state expected;
  } const rows[] = {
      {"No comment", answer_state::no_comment},
      {"  no   COMMENT!! ", answer_state::no_comment},
      {"no\xC2\xA0"
       "comment.",
       answer_state::no_comment},
      {"N/A", answer_state::no_comment},
      {"n.a.", answer_state::no_comment},
      {"None.", answer_state::no_comment},
      {"nothing to add", answer_state::no_comment},
      {"-", answer_state::no_comment},
      {"\xE2\x80\x94", answer_state::no_comment},  // An em dash.
      {"...", answer_state::no_comment},
      {"dim sylw", answer_state::no_comment},
      {"We have nothing that we wish to add to what our members have said already.",
       answer_state::no_comment},
      {"No", text},
      {"Nothing", text},
      {"none of the buses run", text},
      {"No comment on this, but see to the roads", text},
      {"\xF0\x9F\x91\x8D", text},  // A thumb up.
      {"7", text},
      {"See above", answer_state::refers},
      {"As above.", answer_state::refers},
      {"(see question 2)", answer_state::refers},
      {"I have covered in my answer to 3 all of this", answer_state::refers},
      {"Same as question 4", answer_state::refers},
      {"Oversee abovementioned", text},
      {"the forest above", text},
      // Twelve words, and thirteen.
      {"a b c d e f g h i j as above", answer_state::refers},
      {"a b c d e f g h i j k as above", text},
  };
  for (const auto& row : rows) {
    CAPTURE(row.words);
    CHECK(phrases.state_of(row.words) == row.expected);
  }
}

TEST_CASE("phrases are compared without case, punctuation and runs of spaces") {
  CHECK(comparable_words("  N/A -- (\xE2\x80\x9Cnone\xE2\x80\x9D) ") == "n a none");
  CHECK(comparable_words("\xE2\x80\x8B\xC2\xA0") == "");
  CHECK(comparable_words("\xC3\x89t\xC3\xA9") == "\xC3\xA9t\xC3\xA9");
}
