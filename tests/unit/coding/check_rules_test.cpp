#include "books.hpp"

#include <heard/coding/codings.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heard;
using heard::testing::joined;

namespace {

std::vector<std::string> faults(const std::string& toml) {
  diagnostics remarks;
  const auto book = parse_codebook(toml, "codebook.toml", remarks);
  REQUIRE(book);
  check_rules(*book, remarks);
  std::vector<std::string> out;
  for (const diagnostic& d : remarks.all()) {
    CHECK(d.level == severity::error);
    out.push_back(std::to_string(d.where.line) + ':' + std::to_string(d.where.column) + ' ' +
                  d.message);
  }
  return out;
}

}  // namespace

TEST_CASE("what cannot be compiled is named at its word, all of it at once") {
  const std::string rules =
      "[[list]]\nid = \"l\"\nwords = [\"%gofal\"]\n"
      "[[theme]]\nid = \"t\"\nmatch = ['gofal AND %plant', '#l', '\"© ®\" OR a']\n"
      "unless = ['gofal NEAR/3 ™']\n";
  CHECK(joined(faults("[codebook]\nlanguage = \"cy\"\n" + rules)) ==
        joined({
            "5:11 %gofal asks for a stem, and there is no stemmer for \"cy\"",
            "8:21 %plant asks for a stem, and there is no stemmer for \"cy\"",
            "8:37 \"© ®\" holds no word: it needs a letter, a digit or an emoji",
            "9:25 ™ holds no word: it needs a letter, a digit or an emoji",
        }));
  CHECK(faults("[codebook]\nlanguage = \"en\"\n" + rules).size() == 2);
}
