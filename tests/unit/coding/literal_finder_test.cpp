#include "coding/literal_finder.hpp"

#include "strings.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace heard;
using namespace heard::matching;
using namespace heard::testing;

TEST_CASE("the literal finder finds what std::string::find finds") {
  literal_finder finder;
  std::map<std::uint32_t, std::string> literals;
  for (const std::string& s : strings("ab", 3)) {
    if (s.size() > 1 || s == "b") literals[finder.add(s)] = s;
  }
  CHECK(finder.add("bab") == finder.add("bab"));
  CHECK(finder.size() == literals.size());
  finder.finish();
  for (const std::string& text : strings("abc", 6)) {
    std::set<std::string> found;
    finder.find(text, [&](std::uint32_t i) { found.insert(literals.at(i)); });
    std::set<std::string> expected;
    for (const auto& [i, literal] : literals) {
      if (text.find(literal) != text.npos) expected.insert(literal);
    }
    if (found != expected) FAIL_CHECK(text);
  }
}
