#include "books.hpp"
#include "unit/model/small.hpp"

#include <heard/coding/codings.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

std::vector<std::string> remarks_on(const std::vector<std::string>& texts,
                                    const std::vector<theme_text>& themes) {
  small s;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    s.say(*s.builder.add_response(s.response("r" + std::to_string(i))), s.why, texts[i]);
  }
  const auto book = made_book(themes);
  std::uint32_t line = 10;
  for (theme& t : book->themes) {
    for (rule& r : t.match) r.where = {"codebook.toml", 0, line++, 1};
  }
  diagnostics out;
  remark_on_rules(*run_codings(s.finish(), book, {1, {}}), out);
  std::vector<std::string> messages;
  for (const diagnostic& d : out.all()) {
    CHECK(d.level ==
          (d.message.find("where") == std::string::npos ? severity::warning : severity::note));
    messages.push_back(std::to_string(d.where.line) + ": " + d.message);
  }
  return messages;
}

std::vector<std::string> times(std::size_t n, const std::string& text) {
  return std::vector<std::string>(n, text);
}

}  // namespace

TEST_CASE("a rule that hits nothing is named, unless it was never tried") {
  CHECK(joined(remarks_on({"a", "b"}, {{"t", {"a", "x"}}})) ==
        joined({"11: this rule of \"t\" hits none of the 2 answers it was tried on"}));
  CHECK(remarks_on({"a"}, {{"t", {"a", "x"}, {}, "", {"how"}}}).empty());
  CHECK(
      remarks_on({"no a"}, {{"t", {"a"}, {"\"no a\""}}}) ==
      std::vector<std::string>{"10: this rule of \"t\" hits none of the 1 answer it was tried on"});
}

TEST_CASE("a rule that fires on over 80 % of 20 answers or more is named") {
  auto texts = times(16, "a");
  texts.resize(20, "b");
  CHECK(remarks_on(texts, {{"t", {"a"}}}).empty());  // 80 %, not over.
  texts[16] = "a";
  CHECK(joined(remarks_on(texts, {{"t", {"a"}}})) ==
        joined({"10: this rule of \"t\" hits 17 of the 20 answers it was tried on, over 80%"}));
  CHECK(remarks_on(times(19, "a"), {{"t", {"a"}}}).empty());
}

TEST_CASE("a rule that hits only where others do is named, one of two that hit the same") {
  CHECK(
      remarks_on({"a b", "b"}, {{"t", {"a", "b"}}}) ==
      std::vector<std::string>{"10: this rule of \"t\" hits only where the rule on line 11 does"});
  CHECK(joined(remarks_on({"a b", "a b"}, {{"t", {"a", "b"}}})) ==
        joined({"11: this rule of \"t\" hits exactly where the rule on line 10 does"}));
  CHECK(joined(remarks_on({"a b", "a c", "b", "c"}, {{"t", {"a", "b", "c"}}})) ==
        joined({"10: this rule of \"t\" hits only where other rules of the theme do"}));
  CHECK(remarks_on({"a b", "b"}, {{"t", {"a"}}, {"u", {"b"}}}).empty());
}

TEST_CASE("a remark shows the rule in its codebook") {
  small s;
  s.say(*s.builder.add_response(s.response("r")), s.why, "a");
  const auto book = made_book({{"t", {"bus"}}});
  book->source = std::make_shared<source_text>("codebook.toml", "[[theme]]\nmatch = ['bus']\n");
  book->themes[0].match[0].where = book->source->locate(19);
  diagnostics out;
  remark_on_rules(*run_codings(s.finish(), book, {1, {}}), out);
  REQUIRE(out.all().size() == 1);
  CHECK(out.all()[0].excerpt == "match = ['bus']\n         ^~~~~");
  CHECK(out.all()[0].length == 5);
}
