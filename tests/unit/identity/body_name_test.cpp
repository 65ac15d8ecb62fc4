#include <heard/identity/body_name.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace heard::identity;

TEST_CASE("a name is taken apart, and its original stands beside") {
  struct {
    const char* typed;
    const char* words;
    const char* legal_form;
    const char* acronym;
  } const rows[] = {
      {"The Hill Library", "hill library", "", ""},
      {"Hill & Dale", "hill and dale", "", ""},
      {"Caf\u00E9 Trust", "cafe trust", "", ""},
      {"Readers\u2019 Aid", "readers aid", "", ""},
      {"Hill Books Ltd", "hill books", "ltd", ""},
      {"Hill Books Ltd.", "hill books", "ltd", ""},
      {"HILL BOOKS LIMITED", "hill books", "ltd", ""},
      {"Hill Books Community Interest Company Ltd", "hill books", "cic ltd", ""},
      {"Hill Books P.L.C.", "hill books", "plc", ""},
      {"Hill Books (UK)", "hill books", "uk", ""},
      {"Limited", "limited", "", ""},
      {"on behalf of the Hill Library", "hill library", "", ""},
      {"I am responding on behalf of Hill Library", "hill library", "", ""},
      {"Response from Hill Library", "hill library", "", ""},
      {"Association of Small Libraries (ASL)", "association of small libraries", "", "asl"},
      {"Association of Small Libraries (AoSL)", "association of small libraries", "", "aosl"},
      {"Association of Small Libraries (ASL-UK)", "association of small libraries", "", "asl uk"},
      {"ASL (Association of Small Libraries)", "association of small libraries", "", "asl"},
      {"ASL - Association of Small Libraries", "association of small libraries", "", "asl"},
      {"Readers Aid (Wales)", "readers aid wales", "", ""},
      {"U.N.I.T.E. Readers", "unite readers", "", ""},
      {"St. Mary's Guides", "st marys guides", "", ""},
      {"Hill Library, registered charity no. 1012345", "hill library", "", ""},
      {"\uFF28ill", "hill", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    const body_name name = read_name(row.typed);
    CHECK(name.original == row.typed);
    CHECK(name.ordered_key == row.words);
    CHECK(name.legal_form == row.legal_form);
    CHECK(name.acronym == row.acronym);
    CHECK_FALSE(name.nobody);
  }
  CHECK(read_name("Hill Library, registered charity no. 1012345").number == "1012345");
  CHECK(read_name("Hill Library (charity number SC012345)").number == "sc012345");
  const body_name initials = read_name("Royal Society for the Protection of Books");
  CHECK(initials.initials == "rsfpob");
  CHECK(initials.main_initials == "rspb");
}

TEST_CASE("some words name nobody") {
  for (const char* typed : {"none", "N/A", "n/a ", "NA", "-", "...", "?", "individual", "Myself",
                            "An individual", "On behalf of myself", "Member of the public", "x",
                            "12", "Not applicable.", "\u2013", ""}) {
    CAPTURE(typed);
    CHECK(read_name(typed).nobody);
  }
  for (const char* typed : {"Pause", "Ratio", "Nones Wood Trust", "3M", "Self Help Hill",
                            "Project 17", "Individual Care Ltd", "\u4E2D\u6587\u5927\u5B66"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_name(typed).nobody);
  }
}

TEST_CASE("an entry that may hold two bodies is parted, a body with \"and\" in its name is not") {
  struct {
    const char* typed;
    std::vector<std::string> parts;
  } const rows[] = {
      {"Hill Council/Hill CVS", {"Hill Council", "Hill CVS"}},
      {"Hill Books Ltd and The Dale Foundation", {"Hill Books Ltd", "The Dale Foundation"}},
      {"East Hill CCG and Dale and Vale CCG", {"East Hill CCG", "Dale and Vale CCG"}},
      {"Friends of Books and Libraries", {}},
      {"Health and Care Partnership", {}},
      {"Reading/Writing", {}},
  };
  for (const auto& row : rows) CHECK(read_name(row.typed).parts == row.parts);
}

TEST_CASE("any bytes are a name") {
  std::mt19937 random(11);
  const std::string pieces[] = {"(",
                                ")",
                                "[",
                                "and ",
                                "/",
                                ".",
                                "U.",
                                "\xFF",
                                "\xE2\x80",
                                "\u2019",
                                "Ltd ",
                                "the ",
                                " on behalf of ",
                                "charity no 1234567",
                                "\u0301",
                                " - ",
                                ", ",
                                "ASL",
                                "&",
                                std::string(1, '\0'),
                                "Hill ",
                                "n/a"};
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::uniform_int_distribution<int> count(0, 24);
  for (int round = 0; round < 20000; ++round) {
    std::string typed;
    for (int i = count(random); i > 0; --i) typed += pieces[pick(random)];
    const body_name name = read_name(typed);
    REQUIRE(name.original == typed);
    REQUIRE((name.nobody || !name.words.empty()));
  }
  CHECK(read_name(std::string(5000, 'a')).words.empty());
  CHECK_FALSE(read_name(std::string(5000, 'a')).nobody);
  CHECK(read_name(std::string(900, '(')).nobody);
}
