#include <heard/base/nearest.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace heard;

TEST_CASE("edit distance counts a swap of neighbours as one") {
  // Optimal string alignment; the first three are the textbook pairs.
  CHECK(edit_distance("rain", "shine") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("abc", "ca") == 3);
  CHECK(edit_distance("lnaguaeg", "language") == 2);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("Same", "sAME") == 0);
}

TEST_CASE("the nearest name is offered only when it is near") {
  const std::vector<std::string> known = {"question", "channel", "chapter", "file"};
  CHECK(nearest("questoin", known) == "question");
  CHECK(nearest("chapters", known) == "chapter");
  CHECK(nearest("fiel", known) == "file");
  CHECK(nearest("separator", known).empty());
  CHECK(nearest("x", known).empty());
  // Of two as near the one that stands first; a third of a long name may differ, and no more.
  CHECK(nearest("chanter", {{"chapter", "charter"}}) == "chapter");
  CHECK(nearest("chanter", {{"charter", "chapter"}}) == "charter");
  CHECK(nearest("organizazion", {{"organisation"}}) == "organisation");
  CHECK(nearest("abcdefghijkl", {{"1234efghijkl"}}) == "1234efghijkl");
  CHECK(nearest("abcdefghijkl", {{"12345fghijkl"}}).empty());
  CHECK(nearest("abcdef", {{"123def"}}) == "123def");
  CHECK(nearest("abcde", {{"123de"}}).empty());
  CHECK(did_you_mean("fiel", known) == ", did you mean \"file\"?");
  CHECK(did_you_mean("separator", known).empty());
}
