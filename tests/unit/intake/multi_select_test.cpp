#include <heard/intake/multi_select.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace heard;

namespace {

using strings = std::vector<std::string>;

const std::vector<option_spelling> people = {
    {"Parent, carer or guardian", 0},
    {"Parent", 1},
    {"Student", 2},
    {"Foster carer", 3},
    {"foster  parent", 3},
    {"Works with children; for a council", 4},
    {"Parent, carer", 5},
};
const std::string other_label = "Other (please specify)";

struct row {
  std::string cell;
  std::vector<std::uint32_t> options;
  strings unexplained;
  std::string other = {};
  bool other_chosen = false;
};

void check(const std::vector<row>& table, std::string_view separator,
           const std::vector<option_spelling>& spellings, std::string_view label) {
  const multi_select_reader reader(separator, spellings, label);
  for (const row& r : table) {
    CAPTURE(r.cell);
    const multi_select got = reader.split(r.cell);
    CHECK(got.options == r.options);
    CHECK(strings(got.unexplained.begin(), got.unexplained.end()) == r.unexplained);
    CHECK(got.other == r.other);
    CHECK(got.other_chosen == r.other_chosen);
  }
}

}  // namespace

TEST_CASE("the longest declared spelling wins, separators inside it included") {
  check(
      {
          {"Student", {2}, {}},
          {"Student,Parent", {2, 1}, {}},
          {"Parent, carer or guardian", {0}, {}},
          {"Student, Parent, carer or guardian, Foster carer", {2, 0, 3}, {}},
          {"Parent, carer, Student", {5, 2}, {}},
          {"Parent, Student", {1, 2}, {}},
          // Each option once, by whatever spelling, in the order found.
          {"Foster parent, Student, Foster carer, Student", {3, 2}, {}},
          // White space, case, blank and trailing parts do not matter.
          {" \tstudent ,\xC2\xA0PARENT,CARER  or\nguardian,", {2, 0}, {}},
          {"\xEF\xBC\xB3tudent,,  , Parent ,", {2, 1}, {}},
          {"", {}, {}},
          {" , ,", {}, {}},
          {"\xE2\x80\x8B,\xEF\xB8\x8F,Student", {2}, {}},
          // What is no option is said, and nothing is cut short to fit.
          {"Student, Wizard, Parent", {2, 1}, {"Wizard"}},
          {"Students", {}, {"Students"}},
          {"Parent carer", {}, {"Parent carer"}},
          {"Parent; Student", {}, {"Parent; Student"}},
          {"Wizard,  of Oz ,Student", {2}, {"Wizard", "of Oz"}},
      },
      ",", people, "");
}

TEST_CASE("other text is kept whole") {
  check(
      {
          // A comma in the free text is no separator between options.
          {"Other (please specify): X, Y", {}, {}, "X, Y", true},
          {"Student, Other (please specify): a, b , Parent", {2, 1}, {}, "a, b", true},
          {"other (PLEASE  specify) - a", {}, {}, "a", true},
          {"Other (please specify)", {}, {}, "", true},
          {"Other (please specify):", {}, {}, "", true},
          {"Other (please specify), Student", {2}, {}, "", true},
          {"Other (please specify),my own, words,", {}, {}, "my own, words", true},
          {"Other (please specify): \xE2\x80\x98\xC3\x89t\xC3\xA9\xE2\x80\x99, x ,",
           {},
           {},
           "\xE2\x80\x98\xC3\x89t\xC3\xA9\xE2\x80\x99, x",
           true},
          // A second one must not vanish.
          {"Other (please specify): a, Student, Other (please specify): b", {2}, {"b"}, "a", true},
          {"Other (please specify), Student, Other (please specify): b", {2}, {}, "b", true},
          {"Wizard, Other (please specify): a", {}, {"Wizard"}, "a", true},
          {"Other", {}, {"Other"}},
      },
      ", ", people, other_label);
  // Decidim appends the text in brackets; the label must end where a word does.
  check(
      {
          {"Other (by bus), Student", {2}, {}, "(by bus)", true},
          {"Other, Student", {2}, {}, "", true},
          {"Otherwise engaged", {}, {"Otherwise engaged"}},
          {"Other\xE2\x80\x94"
           "bus",
           {},
           {},
           "bus",
           true},
          {"Other agency", {7}, {}},
      },
      ", ", {{"Student", 2}, {"Other", 6}, {"Other agency", 7}}, "Other");
  // The label may hold the separator itself.
  check(
      {
          {"Other, please say: a, b", {}, {}, "a, b", true},
          {"Student, Other, please say", {2}, {}, "", true},
          {"Other, Student", {2}, {"Other"}},
      },
      ", ", people, "Other, please say");
}

TEST_CASE("separators as exports have them") {
  check({{"Student;Parent;", {2, 1}, {}},
         {"Student; Works with children; for a council", {2, 4}, {}}},
        ";", people, "");
  // With white space declared, a bare comma is part of the words.
  check({{"10,000, Student", {8, 2}, {}},
         {"10,000,\xC2\xA0Student,", {8, 2}, {}},
         {"Student,Parent", {}, {"Student,Parent"}}},
        ", ", {{"10,000", 8}, {"Student", 2}, {"Parent", 1}}, "");
  check({{"Student | Parent", {2, 1}, {}}, {"Student|Parent", {}, {"Student|Parent"}}}, " | ",
        people, "");
  check({{"Student\r\nParent, carer\n", {2, 5}, {}}}, "\n", people, "");
  check({{"Student<br>Foster carer", {2, 3}, {}}}, "<br>", people, "");
  // None: the cell is one part.
  check({{" parent,  carer ", {5}, {}},
         {"Student,Parent", {}, {"Student,Parent"}},
         {"Other (please specify): a;b", {}, {}, "a;b", true}},
        "", people, other_label);
}

TEST_CASE("the function is the reader used once") {
  const std::string cell = "Student, Other (please specify): X, Y";
  const multi_select got = split_multi_select(cell, ",", people, other_label);
  CHECK(got.options == std::vector<std::uint32_t>{2});
  CHECK(got.other == "X, Y");
  CHECK(got.other.data() == cell.data() + cell.find("X"));
}

TEST_CASE("hostile cells take linear time") {
  std::string cells[5] = {std::string(1'000'000, ','), "", "", "", ""};
  while (cells[1].size() < 1'000'000) cells[1] += "Parent, carer,";
  while (cells[2].size() < 1'000'000) cells[2] += "Other (please specify)";
  while (cells[3].size() < 1'000'000) cells[3] += "Other (please specify),";
  cells[4] = std::string(1'000'000, ' ') + "x";
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& cell : cells) {
    (void)split_multi_select(cell, ",", people, other_label);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
