#include "toml/reader.hpp"

#include "toml/parse.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace heard;

namespace {

using read_fn = std::function<void(toml::table_reader&)>;

// What is remarked when `read` takes the root of `text` apart.
std::string remarks(const std::string& text, const read_fn& read) {
  const source_text source("f", text);
  toml::faults faults(source);
  const auto root = toml::parse(source, faults);
  REQUIRE(root);
  toml::table_reader reader(*root, faults);
  read(reader);
  diagnostics out;
  faults.hand_over(out);
  std::string all;
  for (const diagnostic& d : out.all()) all += to_string(d) + "\n";
  return all;
}

}  // namespace

TEST_CASE("keys that nobody asked for are unknown") {
  const read_fn read = [](toml::table_reader& in) {
    CHECK(in.text("title") == "T");
    (void)in.text("chapter");
    in.done();
  };
  CHECK(remarks("title = 'T'\n", read) == "");
  CHECK(remarks("title = 'T'\nchaptre = 'c1'\n", read) ==
        "f:2:1: error: unknown key \"chaptre\", did you mean \"chapter\"?\nchaptre = "
        "'c1'\n^~~~~~~\n");
  CHECK(remarks("title = 'T'\n[zzzzzzzzzz]\n", read) ==
        "f:2:2: error: unknown key \"zzzzzzzzzz\"; the keys here are title, chapter\n"
        "[zzzzzzzzzz]\n ^~~~~~~~~~\n");
}

TEST_CASE("missing keys are told at the table") {
  CHECK(remarks("[t]\nx=1\n",
                [](toml::table_reader& in) {
                  toml::table_reader t(*in.find("t"), in.out());
                  CHECK(t.need("y", toml::kind::integer) == nullptr);
                  CHECK(t.need_filled("z") == nullptr);
                }) ==
        "f:1:1: error: key \"y\" is missing\n[t]\n^~~\n"
        "f:1:1: error: key \"z\" is missing\n[t]\n^~~\n");
}

TEST_CASE("values of the wrong kind") {
  const std::pair<std::pair<const char*, read_fn>, const char*> table[] = {
      {{"k = 1", [](auto& in) { CHECK(in.text("k").empty()); }},
       "f:1:5: error: \"k\" must be text, not an integer\nk = 1\n    ^\n"},
      {{"k = ''", [](auto& in) { CHECK(in.filled("k") == nullptr); }},
       "f:1:5: error: \"k\" is empty\nk = ''\n    ^~\n"},
      {{"k = 'x'", [](auto& in) { CHECK(in.texts("k").empty()); }},
       "f:1:5: error: \"k\" must be a list, not text: put it in [ ]\nk = 'x'\n    ^~~\n"},
      {{"k = ['x', 2, ' ']", [](auto& in) { CHECK(in.texts("k").size() == 1); }},
       "f:1:11: error: an entry of \"k\" must be text, not an integer\nk = ['x', 2, ' ']\n         "
       " ^\n"
       "f:1:14: error: an entry of \"k\" is empty\nk = ['x', 2, ' ']\n             ^~~\n"},
      {{"k = 'yes'", [](auto& in) { CHECK_FALSE(in.boolean("k")); }},
       "f:1:5: error: \"k\" must be true or false, not text\nk = 'yes'\n    ^~~~~\n"},
      {{"k = 0", [](auto& in) { CHECK_FALSE(in.integer("k", 1, 9)); }},
       "f:1:5: error: \"k\" must be from 1 to 9, not 0\nk = 0\n    ^\n"},
      {{"k = 1.5", [](auto& in) { CHECK_FALSE(in.integer("k", 1, 9)); }},
       "f:1:5: error: \"k\" must be an integer, not a number with a fraction\nk = 1.5\n    ^~~\n"},
      {{"k = '2026-03-02'", [](auto& in) { CHECK_FALSE(in.date("k").known()); }},
       "f:1:5: error: \"k\" is a date: write 2026-03-02 without quotation marks\n"
       "k = '2026-03-02'\n    ^~~~~~~~~~~~\n"},
      {{"k = '2 March'", [](auto& in) { CHECK_FALSE(in.date("k").known()); }},
       "f:1:5: error: \"k\" must be a date such as 2026-03-02, not text\nk = '2 March'\n    "
       "^~~~~~~~~\n"},
      {{"k = 2026-03-02T10:00:00", [](auto& in) { CHECK_FALSE(in.date("k").known()); }},
       "f:1:5: error: \"k\" is a day: leave out the time\nk = 2026-03-02T10:00:00\n    "
       "^~~~~~~~~~~~~~~~~~~\n"},
      {{"[k]", [](auto& in) { CHECK(in.tables("k").empty()); }},
       "f:1:1: error: \"k\" is a list of tables: write [[k]]\n[k]\n^~~\n"},
      {{"k = [{}, 1]", [](auto& in) { CHECK(in.tables("k").size() == 1); }},
       "f:1:10: error: an entry of \"k\" must be a table, not an integer\nk = [{}, 1]\n         "
       "^\n"},
      {{"k = '../x'", [](auto& in) { CHECK(in.path("k") == nullptr); }},
       "f:1:5: error: a path cannot leave the folder of this file\nk = '../x'\n    ^~~~~~\n"},
      {{"k = 'a//'", [](auto& in) { CHECK_FALSE(in.folder("k")); }},
       "f:1:5: error: a path has no empty and no \".\" parts\nk = 'a//'\n    ^~~~~\n"},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input.first);
    CHECK(remarks(input.first, input.second) == expected);
  }
}

TEST_CASE("what is right is read without a remark") {
  CHECK(
      remarks("a = 'x'\nb = ['y', 'z']\nc = 2026-03-02\nd = 'data/'\ne = 'two'\nf = true\ng = 5\n",
              [](toml::table_reader& in) {
                CHECK(in.need_filled("a")->text == "x");
                CHECK(in.texts("b")[1]->text == "z");
                CHECK(to_string(in.date("c")) == "2026-03-02");
                CHECK(in.folder("d") == "data");
                constexpr std::string_view words[] = {"one", "two"};
                CHECK(in.word("e", words) == 1u);
                CHECK(in.boolean("f") == true);
                CHECK(in.integer("g", 0, 5) == 5);
                for (const toml::entry& e : in.table().entries) {
                  if (e.key == "a") CHECK(toml::table_reader::one_or_more(e, in.out()).size() == 1);
                  if (e.key == "b") CHECK(toml::table_reader::one_or_more(e, in.out()).size() == 2);
                }
                in.done();
              }) == "");
}

TEST_CASE("a word that is none of a set is told the set") {
  constexpr std::string_view words[] = {"open", "single"};
  CHECK(remarks("k = 'opne'", [&](toml::table_reader& in) { CHECK_FALSE(in.word("k", words)); }) ==
        "f:1:5: error: \"k\" must be one of open, single, not \"opne\"\nk = 'opne'\n    ^~~~~~\n");
  CHECK(remarks("k = 'x'", [&](toml::table_reader& in) {
          CHECK_FALSE(in.word("k", std::span(words).first(1)));
        }) == "f:1:5: error: \"k\" must be open, not \"x\"\nk = 'x'\n    ^~~\n");
}
