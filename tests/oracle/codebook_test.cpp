// Whole codebooks: lists, themes in rules, unless, for and against.
#include "coding/compiler.hpp"
#include "coding/theme_coder.hpp"
#include "generate.hpp"
#include "obvious.hpp"

#include <heard/query/parse.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace heard;

namespace {

constexpr std::uint64_t first_seed = 7'000'000;
constexpr int texts_for_each_book = 8;
constexpr int books_tried = HEARD_ORACLE_RULES / 4;

rule made(const std::string& source) {
  query::parsed parsed = query::parse_rule(source);
  REQUIRE_MESSAGE(parsed.rule.has_value(), source);
  return {source, *parsed.rule, {}};
}

// Themes refer only to themes above them and have only children above them, so never in a circle.
codebook make_book(oracle::generator& make) {
  codebook book;
  for (const char* id : {"l1", "l2"}) {
    word_list list{id, {}};
    for (std::size_t i = 1 + make.chance().below(4); i > 0; --i) {
      list.words.push_back(made(make.list_word()));
    }
    book.lists.push_back(std::move(list));
  }
  make.lists = {"l1", "l2"};
  for (std::size_t row = 0; row < 4; ++row) {
    theme t;
    t.id = std::to_string(row);
    for (std::size_t i = 1 + make.chance().below(2); i > 0; --i) {
      t.match.push_back(made(make.rule(static_cast<int>(make.chance().below(4)))));
    }
    for (std::size_t i = make.chance().below(3); i > 0; --i) {
      t.unless.push_back(made(make.rule(static_cast<int>(make.chance().below(3)), true)));
    }
    if (make.chance().one_in(2)) {
      t.stance_of = "It should be so";
      t.in_favour.push_back(made(make.rule(static_cast<int>(make.chance().below(2)))));
      t.against.push_back(made(make.rule(static_cast<int>(make.chance().below(3)))));
    }
    make.themes.push_back(t.id);
    book.themes.push_back(std::move(t));
    if (row > 0 && make.chance().one_in(3)) {
      const std::size_t child = make.chance().below(row);
      if (book.themes[child].parent.valid()) continue;
      book.themes[child].parent = theme_id(row);
      book.themes[row].children.push_back(theme_id(child));
    }
  }
  return book;
}

struct expectation {
  std::vector<evidence> spans;
  stance towards = stance::none;
};

expectation expected_of(const theme& t, const codebook& book, const oracle::taken_apart& text) {
  expectation made;
  oracle::places all;
  for (std::uint16_t row = 0; row < t.match.size(); ++row) {
    const oracle::places hits = oracle::match_hits(t, t.match[row].tree, book, text);
    for (const text::span s : text.bytes(hits)) made.spans.push_back({s, row});
    all.insert(hits.begin(), hits.end());
  }
  std::sort(made.spans.begin(), made.spans.end());
  if (!all.empty()) made.towards = oracle::side_taken(t, all, book, text);
  return made;
}

}  // namespace

TEST_CASE("every theme finds the same evidence and takes the same side as its obvious twin") {
  std::uint64_t with_stance = 0;
  std::uint64_t matched = 0;
  std::uint64_t tried = 0;
  int wrong = 0;
  for (std::uint64_t i = 0; i < books_tried && wrong < 5; ++i) {
    oracle::generator make(first_seed + i);
    const codebook book = make_book(make);
    matching::compiler compiler("en", &book);
    compiler.add_themes();
    const matching::program program = compiler.finish();
    matching::theme_coder engine(program);
    const std::vector<bool> all(book.themes.size(), true);
    for (int t = 0; t < texts_for_each_book; ++t) {
      const std::string text = make.text();
      const oracle::taken_apart apart(text);
      matching::found found;
      engine.code(text, all, found);
      std::size_t next = 0;
      for (std::size_t row = 0; row < book.themes.size(); ++row) {
        const expectation expected = expected_of(book.themes[row], book, apart);
        ++tried;
        expectation got;
        if (next < found.themes.size() && found.themes[next].theme == theme_id(row)) {
          const matching::found_theme& f = found.themes[next++];
          got.spans.assign(found.spans.begin() + f.first, found.spans.begin() + f.last);
          got.towards = f.stance;
        }
        matched += expected.spans.empty() ? 0U : 1U;
        with_stance += expected.towards != stance::none ? 1U : 0U;
        if (got.spans == expected.spans && got.towards == expected.towards) continue;
        ++wrong;
        FAIL_CHECK("seed " << first_seed + i << ", theme " << row << ", rule "
                           << book.themes[row].match[0].source << ", text \"" << text << "\": "
                           << got.spans.size() << " hits, expected " << expected.spans.size());
      }
      CHECK(next == found.themes.size());
    }
  }
  CHECK(matched * 5 > tried);
  CHECK(with_stance * 20 > tried);
}
