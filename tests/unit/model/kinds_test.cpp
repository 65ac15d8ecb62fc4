#include <heard/model/kinds.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace heard;

namespace {

template <class Kind>
void words_lead_back(std::size_t values) {
  const auto words = words_of<Kind>();
  REQUIRE(words.size() == values);
  CHECK(std::set<std::string_view>(words.begin(), words.end()).size() == values);
  for (std::size_t i = 0; i < values; ++i) {
    const auto value = static_cast<Kind>(i);
    CHECK(word(value) == words[i]);
    CHECK(from_word<Kind>(words[i]) == value);
  }
  CHECK(from_word<Kind>("") == std::nullopt);
  CHECK(from_word<Kind>("Included") == std::nullopt);
}

}  // namespace

TEST_CASE("every word leads back to its value") {
  words_lead_back<disposition>(static_cast<std::size_t>(disposition::pending) + 1);
  words_lead_back<lateness>(static_cast<std::size_t>(lateness::left_out) + 1);
  words_lead_back<capacity>(static_cast<std::size_t>(capacity::both) + 1);
  words_lead_back<publication>(static_cast<std::size_t>(publication::counted_only) + 1);
  words_lead_back<organisation_role>(static_cast<std::size_t>(organisation_role::behalf_of) + 1);
  words_lead_back<question_kind>(static_cast<std::size_t>(question_kind::scale) + 1);
  words_lead_back<question_aspect>(static_cast<std::size_t>(question_aspect::missed) + 1);
  words_lead_back<answer_state>(static_cast<std::size_t>(answer_state::options) + 1);
  words_lead_back<answer_origin>(static_cast<std::size_t>(answer_origin::moved) + 1);
  words_lead_back<coder_kind>(static_cast<std::size_t>(coder_kind::adjudicated) + 1);
  words_lead_back<stance>(static_cast<std::size_t>(stance::neither) + 1);
  words_lead_back<repeat_policy>(static_cast<std::size_t>(repeat_policy::merge) + 1);
  words_lead_back<quote_action>(static_cast<std::size_t>(quote_action::clear) + 1);
}

TEST_CASE("the words are those that files use") {
  CHECK(word(disposition::out_of_scope) == "out_of_scope");
  CHECK(word(stance::in_favour) == "for");
  CHECK(word(stance::none) == "none");
  CHECK(word(publication::counted_only) == "counted_only");
  CHECK(word(organisation_role::behalf_of) == "behalf_of");
  CHECK(word(answer_state::moved_away) == "moved_away");
  CHECK(word(repeat_policy::keep_all_flagged) == "keep_all_flagged");
}

TEST_CASE("which states are answered, and which say something") {
  struct {
    answer_state state;
    bool answered;
    bool substantive;
  } const rows[] = {
      {answer_state::not_asked, false, false}, {answer_state::not_reached, false, false},
      {answer_state::blank, false, false},     {answer_state::no_comment, true, false},
      {answer_state::refers, true, false},     {answer_state::moved_away, false, false},
      {answer_state::unread, false, false},    {answer_state::not_coded, true, true},
      {answer_state::text, true, true},        {answer_state::options, true, true},
  };
  for (const auto& row : rows) {
    CHECK(answered(row.state) == row.answered);
    CHECK(substantive(row.state) == row.substantive);
  }
}
