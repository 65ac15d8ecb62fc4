#include "quotes/excerpt.hpp"

#include <heard/base/utf8.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace heard;
using heard::text::span;

namespace {

// Evidence by a rule wherever a mark stands.
std::vector<evidence> marked(const std::string& text, const std::string& mark) {
  std::vector<evidence> out;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    out.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + mark.size())}, 0});
  }
  return out;
}

std::vector<std::string> pieces(const std::string& text, const std::vector<evidence>& of) {
  std::vector<std::string> out;
  for (const span piece : quoting::make_excerpt(text, of).pieces) {
    out.emplace_back(piece.of(text));
  }
  return out;
}

evidence whole(const std::string& text) {
  return {{0, static_cast<std::uint32_t>(text.size())}, no_rule};
}

using lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("excerpt") {
  TEST_CASE("whole sentences around the evidence, without space at their ends") {
    const std::string text =
        "  First here.\n\nThen late evening!  \u00A0 And more. Evening again? Last.";
    CHECK(pieces(text, marked(text, "late")) == lines{"Then late evening!"});
    CHECK(pieces(text, marked(text, "First")) == lines{"First here."});
    CHECK(pieces(text, marked(text, "vening")) ==
          lines{"Then late evening!  \u00A0 And more. Evening again?"});
    // Evidence that crosses a sentence end takes both.
    CHECK(pieces(text, marked(text, "more. Evening")) == lines{"And more. Evening again?"});
    CHECK(quoting::make_excerpt(text, marked(text, "late")).evidence ==
          std::vector<span>{{20, 24}});
    CHECK(pieces("", {}).empty());
    CHECK(pieces(" \n ", {whole(" \n ")}).empty());
  }

  TEST_CASE("an answer coded as a whole shows its first two sentences") {
    const std::string text = "One. Two. Three. Four.";
    CHECK(pieces(text, {whole(text)}) == lines{"One. Two."});
    CHECK(pieces("One.", {whole("One.")}) == lines{"One."});
    // A rule whose evidence is all of it shows all of it.
    CHECK(pieces(text, {{{0, 22}, 0}}) == lines{text});
    const std::string tall = std::string(500, 'A') + ". " + std::string(500, 'B') + ". C.";
    CHECK(pieces(tall, {whole(tall)}) == lines{std::string(500, 'A') + "."});
  }

  TEST_CASE("a long way between: the sentences with most evidence, the middle left out") {
    std::string text = "Start with evening. ";
    for (int i = 0; i < 100; ++i) text += "Nothing here. ";
    text += "An evening there. An evening here. ";
    CHECK(pieces(text + "Evening once more.", marked(text, "evening")) ==
          lines{"Start with evening.", "An evening there. An evening here."});

    const std::string filler = std::string(300, 'X') + " ";
    text = filler + "late. One. " + filler + "late late. Two. " + filler + "late. ";
    // 306 + 311 bytes fit into 700, three do not; the first two and the last two have three hits
    // each.
    CHECK(pieces(text, marked(text, "late")) == lines{filler + "late.", filler + "late late."});
  }

  TEST_CASE("a long sentence is cut between words") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "words and ";
    text += "evening";
    for (int i = 0; i < 200; ++i) text += " and words";
    const auto made = quoting::make_excerpt(text, marked(text, "evening"));
    REQUIRE(made.pieces.size() == 1);
    const std::string piece(made.pieces[0].of(text));
    CHECK(piece.size() <= quoting::longest);
    CHECK(piece.size() > 680);
    CHECK(piece.find("evening") != std::string::npos);
    CHECK(text[made.pieces[0].first - 1] == ' ');
    CHECK(text[made.pieces[0].last] == ' ');
    CHECK(made.evidence == std::vector<span>{{2000, 2007}});

    // Nor does a word without end make a longer one, nor half a character.
    std::string endless;
    for (int i = 0; i < 1000; ++i) endless += "\u00E9";
    for (const std::uint32_t first : {0u, 2u, 700u}) {
      const std::vector<evidence> of = {{{first, 2000}, 0}};
      const auto cut = quoting::make_excerpt(endless, of);
      REQUIRE(cut.pieces.size() == 1);
      CHECK(cut.pieces[0].size() <= quoting::longest);
      CHECK(cut.pieces[0].size() >= quoting::longest - 1);
      CHECK(utf8::valid(cut.pieces[0].of(endless)));
    }
  }

  TEST_CASE("any text, any evidence: slices in order, within the limit, holding evidence") {
    const std::string parts[] = {
        "word ", "evening ", ". ", "\u00E9t\u00E9 ", "\U0001F469\u200D\U0001F467 ",
        "\n\n",  "Dr. ",     "x",  "\xFF",           "\u200E",
        "! "};
    std::mt19937_64 bits(7);
    for (int i = 0; i < 2000; ++i) {
      std::string text;
      const std::size_t length = bits() % 400;
      for (std::size_t k = 0; k < length; ++k) text += parts[bits() % std::size(parts)];
      const auto of = marked(text, "evening");
      const auto made = quoting::make_excerpt(text, of);
      REQUIRE(made.pieces.empty() == of.empty());
      std::uint32_t end = 0;
      std::size_t size = 0;
      for (const span piece : made.pieces) {
        REQUIRE(piece.first >= end);
        REQUIRE(piece.first < piece.last);
        REQUIRE(piece.last <= text.size());
        REQUIRE_FALSE(utf8::continuation(text[piece.first]));
        REQUIRE(quoting::trimmed(text, piece) == piece);
        end = piece.last;
        size += piece.size();
      }
      REQUIRE(size <= quoting::longest + 50);  // and the space between neighbours
      REQUIRE(made.evidence.empty() == of.empty());
      for (const span each : made.evidence) REQUIRE(each.of(text) == "evening");
    }
  }

  TEST_CASE("very many sentences, all with evidence") {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += "Hi. ";
    const auto made = quoting::make_excerpt(text, marked(text, "Hi"));
    CHECK(made.pieces.size() == 1);
    CHECK(made.pieces[0].first == 0);
  }

  TEST_CASE("ends inside a sentence are open") {
    const std::string text = "One two three. \"Four five.\" Six";
    const auto ends = [&](const std::string& part) {
      const auto at = static_cast<std::uint32_t>(text.find(part));
      const auto is =
          quoting::open_ends_of(text, {at, at + static_cast<std::uint32_t>(part.size())});
      return std::string(is.before ? "<" : "") + (is.after ? ">" : "");
    };
    CHECK(ends("One two three.") == "");
    CHECK(ends("One two three") == "");  // only a full stop is missing
    CHECK(ends("One two") == ">");
    CHECK(ends("two") == "<>");
    CHECK(ends("three. \"Four") == "<>");
    CHECK(ends("Four five.") == "");
    CHECK(ends("Six") == "");
  }

  TEST_CASE("what lies between is shown as long as all of it is within the limit") {
    // Three sentences, the evidence in the first and the last of them.
    const auto of_size = [](std::size_t size) {
      const std::string first = "Late here. ", last = " Late there.";
      return first + "M" + std::string(size - first.size() - last.size() - 2, 'm') + "." + last;
    };
    const std::string fits = of_size(quoting::longest);
    REQUIRE(fits.size() == quoting::longest);
    CHECK(pieces(fits, marked(fits, "Late")) == lines{fits});
    const std::string over = of_size(quoting::longest + 1);
    CHECK(pieces(over, marked(over, "Late")) == lines{"Late here.", "Late there."});
  }
}
