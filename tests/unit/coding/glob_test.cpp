#include "coding/glob.hpp"

#include "strings.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <string>

using namespace heard;
using namespace heard::matching;
using namespace heard::testing;

TEST_CASE("wildcards agree with std::regex on every short pattern and text") {
  for (const std::string& pattern : strings("ab*?", 4)) {
    std::string source;
    for (const char c : pattern) source += c == '*' ? ".*" : c == '?' ? "." : std::string(1, c);
    const std::regex twin(source);
    for (const std::string& text : strings("ab", 5)) {
      if (glob_matches(wide(pattern), wide(text)) != std::regex_match(text, twin)) {
        FAIL_CHECK(pattern << " " << text);
      }
    }
  }
  CHECK(longest_literal(wide("ab*cde?fg")) == U"cde");
  CHECK(longest_literal(wide("*ab?cd*")) == U"ab");
}
