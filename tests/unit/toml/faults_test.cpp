#include "toml/faults.hpp"

#include <doctest/doctest.h>

using namespace heard;

TEST_CASE("a quoted text stays on its line and is cut") {
  CHECK(toml::quoted("c1") == "\"c1\"");
  CHECK(toml::quoted("a\nb\tc\x1B") ==
        "\"a\xEF\xBF\xBD"
        "b c\xEF\xBF\xBD\"");
  CHECK(toml::quoted("\xE2\x80\xA8\xFF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(toml::quoted(std::string(100, 'x')) == "\"" + std::string(60, 'x') + "...\"");
}

TEST_CASE("remarks come in the order of their places") {
  const source_text source("f.toml", "one two\n");
  toml::faults faults(source);
  faults.warning({4, 7}, "second");
  faults.error({0, 3}, "first");
  diagnostics out;
  faults.hand_over(out);
  REQUIRE(out.all().size() == 2);
  CHECK(to_string(out.all()[0]) == "f.toml:1:1: error: first\none two\n^~~");
  CHECK(to_string(out.all()[1]) == "f.toml:1:5: warning: second\none two\n    ^~~");
}

TEST_CASE("unknown names are told with the nearest, or with what else to do") {
  const source_text source("f", "x\n");
  toml::faults faults(source);
  const std::vector<std::string> known = {"form", "letter"};
  faults.unknown({0, 1}, "channel", "lettr", known, ": declare it");
  faults.unknown({0, 1}, "channel", "telephone", known, ": declare it");
  diagnostics out;
  faults.hand_over(out);
  REQUIRE(out.all().size() == 2);
  CHECK(out.all()[0].message == "unknown channel \"lettr\", did you mean \"letter\"?");
  CHECK(out.all()[1].message == "unknown channel \"telephone\": declare it");
}

TEST_CASE("a file of nothing but faults costs no minutes") {
  const std::string text(200'000, 'x');
  const source_text source("f", text);
  toml::faults faults(source);
  std::vector<std::string> known;
  for (int i = 0; i < 5000; ++i)
    known.push_back("a-known-name-of-some-length-" + std::to_string(i));
  for (std::size_t i = 0; i < 20'000; ++i) {
    faults.warning({i, i + 1}, "odd");
    faults.unknown({i, i + 1}, "theme", "a-name-that-is-not-known-at-all-and-long", known);
  }
  diagnostics out;
  faults.hand_over(out);
  REQUIRE(out.all().size() == 501);
  // Errors are kept before warnings.
  CHECK(out.all()[499].level == severity::error);
  CHECK(out.all()[500].message == "39500 more remarks are not shown");
}

TEST_CASE("names remember where they were declared") {
  toml::names names;
  CHECK(names.add("b", {5, 6}));
  CHECK(names.add("a", {9, 10}));
  CHECK_FALSE(names.add("b", {20, 21}));
  REQUIRE(names.find("b") != nullptr);
  CHECK(names.find("b")->first == 5);
  CHECK_FALSE(names.has("c"));
  REQUIRE(names.all().size() == 2);
  CHECK(names.all()[0] == "b");
}
