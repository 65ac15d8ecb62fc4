#include "intake/header.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;

namespace {

using strings = std::vector<std::string>;

const std::string q1 = "How often do you use the library in a usual month?";
const std::string q2 = "What would make you come more often than now?";
const std::string q3 = "Please say anything else that we should know of";
const std::string long_answer = "I would come after work if it were open until eight";

}  // namespace

TEST_CASE("how many rows are the header") {
  struct row {
    std::string layout;
    header_rows rows;
    unsigned expected;
  };
  const std::vector<row> table = {
      {"one row", {{"id", "answer"}, {"1", "yes"}, {"2", "no"}}, 1},
      {"one row and nothing else", {{"id", "answer"}}, 1},
      {"one row of full questions", {{"Response ID", q1, q2}, {"1", "never", long_answer}}, 1},
      {"a blank row below", {{"id", "answer"}, {"", ""}, {"1", "yes"}}, 2},
      {"an empty line below", {{"id", "answer"}, {""}}, 2},
      {"ids above questions",
       {{"Ident 1", "Ident 2", "Ident 3"}, {q1, q2, q3}, {"never", "", ""}, {"often", "no", "no"}},
       2},
      {"blanks above questions",
       {{"", "", "Part B"}, {q1, q2, q3}, {"never", "", ""}, {"often", "no", "no"}},
       2},
      {"short names above questions",
       {{"use", "more", "else"}, {q1, q2, q3}, {"never", "", ""}, {"often", "no", "no"}},
       2},
      {"Qualtrics",
       {{"Q1", "Q1_4_TEXT"},
        {q1, q1 + " - Other"},
        {"{\"ImportId\":\"QID1\"}", "{\"ImportId\":\"QID1_4_TEXT\"}"},
        {"x", "y"}},
       3},
      {"Qualtrics without its second row",
       {{"Q1", "Q2"}, {"{\"ImportId\":\"QID1\"}", "{\"ImportId\":\"QID2\"}"}, {"x", "y"}},
       2},
      {"SmartSurvey: options below a question",
       {{"UserID", "Ended", "Who are you?", "", "", "Why?"},
        {"", "", "Parent", "Student", "Other", ""},
        {"1", "02/03/2026", "Parent", "", "", "x"},
        {"2", "02/03/2026", "", "Student", "", ""}},
       2},
      {"SurveyMonkey",
       {{"Respondent ID", "Who are you?", "", "Why?", "Where?"},
        {"", "Parent", "Student", "Open-Ended Response", "Response"},
        {"118", "Parent", "", "x", "y"}},
       2},
      {"options below a question, and no other column",
       {{"Who are you?", "", ""},
        {"Parent", "Student", "Other"},
        {"Parent", "", "Other"},
        {"", "Student", ""}},
       2},
      // Rows of answers must not be taken for a header.
      {"an id in the second row",
       {{"id", "q1", "q2"}, {"17", long_answer, long_answer + "!"}, {"18", "", "no"}},
       1},
      {"a response id in the second row",
       {{"id", "q1", "q2"},
        {"ANON-7K3D-XYZ1-9", long_answer, long_answer + "!"},
        {"ANON-7K3D-XYZ2-9", "", "no"}},
       1},
      {"a date in the second row",
       {{"when", "q1", "q2"}, {"02/03/2026 10:15", long_answer, long_answer + "!"}, {"", "", "x"}},
       1},
      {"every row is long",
       {{"q1", "q2"},
        {long_answer, long_answer + "!"},
        {long_answer + ".", long_answer},
        {long_answer + "?", long_answer}},
       1},
      {"one long response and no other", {{"q1", "q2"}, {long_answer, long_answer + "!"}}, 1},
      {"the same words twice", {{"q1", "q2"}, {long_answer, long_answer}, {"no", ""}}, 1},
      {"a nameless last column",
       {{"who", "why", ""}, {"Ann's library", "because", "x"}, {"Bob's", "no", ""}},
       1},
      {"a nameless last column and ids",
       {{"id", "why", ""}, {"1", "because", "x"}, {"2", "no", ""}},
       1},
  };
  for (const row& r : table) {
    CAPTURE(r.layout);
    CHECK(count_header_rows(r.rows) == r.expected);
  }
}

TEST_CASE("names of columns") {
  const column_index merged(
      {{"UserID", "Who are you?", "", "Why?", ""}, {"", "Parent", "Other", ""}});
  CHECK(merged.names() ==
        strings{"UserID", "Who are you? | Parent", "Who are you? | Other", "Why?", "#5"});
  const column_index single({{"a", "", "a", "b"}});
  CHECK(single.names() == strings{"a", "#2", "a", "b"});
}

TEST_CASE("who is meant by a name") {
  const column_index index(
      {{"Id", "Who?", "", "", "Which?", "", "Comment", "Comment", "#1", "Who? | x"},
       {"", "Parent", "Student", "Other", "Bus", "Other", "", "", "", ""}});
  struct row {
    std::string wanted;
    int column;  // -1: none, -2: several
  };
  const std::vector<row> table = {
      {"Id", 0},
      {"  Id\n", 0},
      {"id", -1},
      {"Parent", 1},
      {"Who? | Parent", 1},
      {"Who?   |\tParent", 1},
      {"Bus", 4},
      // A question with several options is no column, nor is an option of several questions.
      {"Who?", -2},
      {"Other", -2},
      {"Who? | Other", 3},
      {"Which? | Other", 5},
      {"Comment", -2},
      // By place, where no text says the same.
      {"#7", 6},
      {"#8", 7},
      {"#1", 8},
      {"#10", 9},
      {"#11", -1},
      {"#0", -1},
      {"#", -1},
      {"#7x", -1},
      {"#-1", -1},
      {"", -1},
      {" ", -1},
  };
  for (const row& r : table) {
    CAPTURE(r.wanted);
    const column_index::found found = index.find(r.wanted);
    CHECK((found.column ? static_cast<int>(*found.column) : found.several ? -2 : -1) == r.column);
    CHECK_FALSE((found.column && found.several));
  }
  CHECK(index.nearest("Parnet") == "Parent");
  CHECK(index.nearest("coment") == "Comment");
  CHECK(index.nearest("something else altogether") == "");
}
