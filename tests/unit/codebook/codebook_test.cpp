#include "unit/codebook/samples.hpp"
#include "unit/toml/marked.hpp"

#include <heard/codebook/codebook.hpp>
#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace heard;

namespace {

std::shared_ptr<const codebook> parsed(const std::string& text) {
  diagnostics remarks;
  auto out = parse_codebook(text, "codebook.toml", remarks);
  CHECK(test::all(remarks) == "");
  return out;
}

}  // namespace

TEST_CASE("the worked example is read without a remark") {
  const auto book = parsed(test::library_codebook);
  REQUIRE(book != nullptr);
  CHECK(book->language == "en");
  CHECK(book->hash == hash_bytes(test::library_codebook));
  REQUIRE(book->themes.size() == 3);
  const theme& evening = book->themes[1];
  CHECK(evening.id == "evening-hours");
  CHECK(evening.name == "Evening opening");
  CHECK(evening.description == "Asks for opening after six");
  CHECK(evening.parent == theme_id(0u));
  CHECK(evening.questions == std::vector<std::string>{"c1q1"});
  CHECK(evening.match.size() == 2);
  CHECK(evening.unless.size() == 1);
  CHECK(evening.stance_of == "The library should open in the evening");
  CHECK(evening.in_favour.size() == 1);
  CHECK(evening.against.size() == 1);
  CHECK(evening.where.line == 13);
  CHECK(evening.match[1].source == "#carers AND \"after work\"");
  CHECK(evening.match[1].tree.kind == query::node_kind::both);
  CHECK(evening.match[1].where.line == 19);
  CHECK(evening.match[1].where.column == 58);
  CHECK(evening.question_places[0].line == 18);

  CHECK(book->themes[0].children == std::vector{theme_id(1u)});
  CHECK(book->themes[0].match.empty());
  CHECK_FALSE(book->themes[0].parent.valid());
  CHECK(book->themes[2].name == "staff");
  CHECK(book->themes[2].match[0].source == "librarian* OR \"front desk\" ");

  CHECK(book->find("evening-hours") == theme_id(1u));
  CHECK_FALSE(book->find("carers"));
  REQUIRE(book->find_list("carers") != nullptr);
  CHECK(book->find_list("carers")->words.size() == 3);
  CHECK(book->find_list("hours") == nullptr);
  CHECK(book->depth(theme_id(0u)) == 0);
  CHECK(book->depth(theme_id(1u)) == 1);
}

TEST_CASE("what may be left out") {
  const auto book = parsed("[[theme]]\nid = 'a'\nstance_of = 'Yes'\n");
  REQUIRE(book != nullptr);
  CHECK(book->language == "en");
  CHECK(book->themes[0].questions.empty());
  CHECK(parsed("") != nullptr);
  CHECK(parsed("\xEF\xBB\xBF[codebook]\r\nlanguage = 'CY'\r\n")->language == "cy");
}

TEST_CASE("references that look like circles and are none") {
  // A parent may refer to a child, and two themes to one third.
  CHECK(parsed("[[theme]]\nid = 'p'\nmatch = ['@c']\n[[theme]]\nid = 'c'\nparent = 'p'\n"
               "match = ['x', '@d']\n[[theme]]\nid = 'd'\nmatch = ['y']\n[[theme]]\nid = 'e'\n"
               "match = ['@p AND @d']\n") != nullptr);
  // A chain as long as the codebook costs no stack.
  std::string chain;
  for (int i = 0; i < 9000; ++i) {
    chain += "[[theme]]\nid = 't" + std::to_string(i) + "'\nmatch = ['@t" + std::to_string(i + 1) +
             "']\n";
  }
  CHECK(parsed(chain + "[[theme]]\nid = 't9000'\nmatch = ['x']\n") != nullptr);
}

TEST_CASE("remarks made later point into a rule") {
  const auto book = parsed(test::library_codebook);
  REQUIRE(book != nullptr);
  const rule& staff = book->themes[2].match[0];
  const std::size_t desk = staff.source.find("desk");
  const auto first = static_cast<std::uint32_t>(desk);
  CHECK(to_string(book->remark(severity::warning, "odd", staff, query::place{first, first + 4})) ==
        "codebook.toml:29:10: warning: odd\n  \"front desk\" \"\"\", \"@hours AND NOT staff\"]\n"
        "         ^~~~");
  CHECK(to_string(book->remark(severity::note, "all of it", book->themes[1].unless[0])) ==
        "codebook.toml:20:11: note: all of it\nunless = ['\"opening ceremony\"']\n"
        "          ^~~~~~~~~~~~~~~~~~~~");

  codebook without_file;
  const rule loose{"x", {}, {"rules", 0, 3, 1}};
  CHECK(to_string(without_file.remark(severity::note, "odd", loose)) == "rules:3:1: note: odd");
}

TEST_CASE("rules of one long line are placed in time") {
  std::string text = "theme = [{ id = 'a', match = [";
  for (int i = 0; i < 20'000; ++i) text += "'word" + std::to_string(i) + "',";
  text += "] }]\n";
  const auto book = parsed(text);
  REQUIRE(book != nullptr);
  CHECK(book->themes[0].match.back().where.column == text.find("'word19999'") + 1);
}
