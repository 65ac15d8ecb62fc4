#include <heard/base/error.hpp>
#include <heard/text/stem.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace heard;

TEST_CASE("stems are those that Snowball publishes as samples") {
  struct row {
    std::string language;
    std::string word;
    std::string stem;
  };
  const std::vector<row> rows = {
      {"en", "consigned", "consign"},
      {"en", "consistency", "consist"},
      {"en-GB", "knackeries", "knackeri"},
      {"EN", "knaves", "knave"},
      {"en", "generously", "generous"},
      {"en", "", ""},
      {"fr", "continuellement", "continuel"},
      {"fr-CA", "majestueuse", "majestu"},
      {"de", "aufeinanderfolge", "aufeinanderfolg"},
      {"de", "kategorischer", "kategor"},
      {"es", "chicharrones", "chicharron"},
      {"es", "torpes", "torp"},
      {"nb", "havnedistriktene", "havnedistrikt"},
      {"nn-NO", "havnedistriktene", "havnedistrikt"},
      {"ru", "\u0432\u0430\u0436\u043D\u0435\u0439\u0448\u0438\u0435", "\u0432\u0430\u0436\u043D"},
  };
  for (const row& r : rows) {
    CAPTURE(r.language);
    CAPTURE(r.word);
    CHECK(text::stemmer(r.language).stem(r.word) == r.stem);
  }
}

TEST_CASE("a language without a stemmer is a fault of the caller") {
  for (const char* tag : {"cy", "cy-GB", "", "e", "eng", "english", "-en", "zz"}) {
    CAPTURE(tag);
    CHECK_FALSE(text::has_stemmer(tag));
    try {
      text::stemmer refused(tag);
      FAIL("made a stemmer");
    } catch (const error& e) {
      CHECK(e.code() == status::bad_argument);
    }
  }
  try {
    text::stemmer refused("cy-GB");
    FAIL("made a stemmer");
  } catch (const error& e) {
    CHECK(std::string(e.what()) == "language \"cy-GB\" has no stemmer");
  }
}

TEST_CASE("the languages are sorted, distinct, and each has its stemmer") {
  const auto languages = text::stemmer_languages();
  CHECK(languages.size() >= 25);
  CHECK(std::adjacent_find(languages.begin(), languages.end(), std::greater_equal<>()) ==
        languages.end());
  for (const std::string& language : languages) {
    CAPTURE(language);
    CHECK(text::has_stemmer(language));
    text::stemmer words(language);
    CHECK_FALSE(words.stem("12345").empty());
  }
}

TEST_CASE("a stemmer can be moved and used again") {
  text::stemmer first("en");
  CHECK(first.stem("libraries") == "librari");
  text::stemmer second = std::move(first);
  CHECK(second.stem("opening") == "open");
  first = text::stemmer("de");
  CHECK(second.stem("opening") == "open");
}

TEST_CASE("an endless word is its own stem") {
  text::stemmer words("en");
  const std::string hostile(10'000'000, 'y');
  CHECK(words.stem(hostile) == hostile);
  CHECK(words.stem(std::string(255, 'a') + "s").size() == 256);
  CHECK(words.stem(std::string(254, 'a') + "s").size() == 254);
}
