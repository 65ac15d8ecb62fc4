#include <heard/identity/organisations.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace heard::identity;

namespace {

using strings = std::vector<std::string>;

std::vector<strings> merged(const strings& names) {
  const name_index index(names);
  std::vector<strings> out;
  for (const auto& group : index.certain()) {
    strings& body = out.emplace_back();
    for (const std::uint32_t row : group) body.push_back(index.at(row).original);
  }
  return out;
}

bool proposed(const strings& names, std::uint32_t reason = 0) {
  const name_index index(names);
  const auto all = index.proposals();
  return std::any_of(all.begin(), all.end(), [&](const name_pair& pair) {
    return reason == 0 || (pair.reasons & reason) != 0;
  });
}

std::uint32_t bit(likeness of) {
  return static_cast<std::uint32_t>(of);
}

}  // namespace

TEST_CASE("what is the same beyond doubt is one body") {
  const strings same[] = {
      {"Hill Library", "The Hill Library"},
      {"Hill Library", "hill library."},
      {"Hill & Dale Trust", "Hill and Dale Trust"},
      {"Readers\u2019 Aid", "Readers' Aid"},
      {"Hill Books", "Hill Books Ltd"},
      {"Hill Books Limited", "Hill Books Ltd"},
      {"Hill County Council", "on behalf of Hill County Council"},
      {"County Council, East Hill", "East Hill County Council"},
      {"ASL", "Association of Small Libraries (ASL)"},
      {"Association of Small Libraries", "Association of Small Libraries (ASL)"},
      {"Hill Library", "Hill Library (charity number 1012345)"},
  };
  for (const strings& names : same) {
    CAPTURE(names[0]);
    CAPTURE(names[1]);
    CHECK(merged(names).size() == 1);
    CHECK(compare(names[0], names[1]).certain);
    CHECK_FALSE(proposed(names));
  }
}

TEST_CASE("what leaves doubt is not") {
  const strings apart[] = {
      {"Hill Books Ltd", "Hill Books plc"},
      {"Hill Books", "Hill Books Ltd", "Hill Books plc"},
      {"Readers Aid", "Readers Aid (Wales)"},
      {"Readers Aid", "Readers Aid (UK)"},
      {"St Mary's Guides", "St Mark's Guides"},
      {"Hill County Council", "Hill Police"},
      {"West Hill and East Dale Forum", "East Hill and West Dale Forum"},
      {"Ward 3 Group 12", "Ward 12 Group 3"},
      {"ASL", "Association of Small Libraries"},
      {"ASL", "Association of Small Libraries (ASL)", "Alliance of Slow Listeners (ASL)"},
      {"North East ASL", "Association of Small Libraries (ASL)"},
      {"Hill Library (charity no 1012345)", "Hill Library (charity no 1054321)"},
      {"Fostering Company", "Fostering"},
      {"none", "None", "N/A", "na"},
  };
  for (const strings& names : apart) {
    CAPTURE(names[0]);
    CHECK(merged(names).empty());
  }
  CHECK(merged({"Hill Books", "Hill Books Ltd", "hill books ltd", "Hill Books plc"}) ==
        std::vector<strings>{{"Hill Books Ltd", "hill books ltd"}});
}

TEST_CASE("what a person should look at is proposed, with the reason") {
  CHECK(proposed({"Hill Books Ltd", "Hill Books plc"}, bit(likeness::other_legal_form)));
  CHECK(proposed({"ASL", "Association of Small Libraries"}, bit(likeness::initials)));
  CHECK(proposed({"Catch 22", "Catch22"}, bit(likeness::same_letters)));
  CHECK(
      proposed({"Hill Ombudsman", "Hill and Social Care Ombudsman"}, bit(likeness::words_within)));
  CHECK(proposed({"Departmnet of Libraries", "Department of Libraries"}, bit(likeness::spelling)));
  CHECK(proposed({"West Hill and East Dale Forum", "East Hill and West Dale Forum"},
                 bit(likeness::other_order)));
  CHECK_FALSE(proposed({"Hill County Council", "Dale County Council"}));
  CHECK_FALSE(proposed({"Readers Aid", "Readers Aid North East Branch"}));
  CHECK_FALSE(proposed({"Trust", "Hill Trust"}));
  const resemblance branch = compare("Readers Aid", "Readers Aid North East Branch");
  CHECK((branch.reasons & bit(likeness::telling_word)) != 0);
  CHECK(branch.score < proposed_from);
}

TEST_CASE("an entry of two bodies says which") {
  const strings names = {"Square Hill", "Fine in Dale", "Square Hill and Fine in Dale",
                         "Hill Council/Hill CVS"};
  const name_index index(names);
  const auto joint = index.joint_entries();
  REQUIRE(joint.size() == 2);
  CHECK(index.at(joint[0].name).original == "Hill Council/Hill CVS");
  CHECK_FALSE(joint[0].both_known);
  CHECK(joint[1].first == "Square Hill");
  CHECK(joint[1].second == "Fine in Dale");
  CHECK(joint[1].both_known);
}

TEST_CASE("the order of names changes nothing") {
  strings names = {"Hill Books",
                   "Hill Books Ltd",
                   "ASL",
                   "Association of Small Libraries (ASL)",
                   "Hill Ombudsman",
                   "Hill and Social Care Ombudsman",
                   "none",
                   "Catch22",
                   "Catch 22"};
  const auto groups = merged(names);
  const auto all = [](const strings& of) {
    const name_index index(of);
    std::vector<std::tuple<std::string, std::string, std::uint32_t, std::uint32_t>> out;
    for (const name_pair& pair : index.proposals()) {
      out.emplace_back(index.at(pair.a).original, index.at(pair.b).original, pair.score,
                       pair.reasons);
    }
    return out;
  };
  const auto pairs = all(names);
  CHECK(pairs.size() >= 2);
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(names.begin(), names.end(), random);
    CHECK(merged(names) == groups);
    CHECK(all(names) == pairs);
  }
}

TEST_CASE("of ten thousand names of branches that are nearly alike none is merged") {
  const char* saints[] = {"Mary",   "Mark",  "Martin", "Marys", "Matthew", "Michael", "Luke",
                          "Lukes",  "John",  "Johns",  "Joan",  "James",   "Jane",    "Anne",
                          "Ann",    "Anna",  "Paul",   "Paula", "Peter",   "Petra",   "Simon",
                          "Thomas", "Tomas", "Alban",  "Albans"};
  const char* places[] = {"Hill",       "Hills",      "Hall",      "Dale",      "Dales",
                          "Vale",       "Marsh",      "March",     "Moor",      "More",
                          "North Hill", "South Hill", "East Dale", "West Dale", "Upper Moor",
                          "Lower Moor", "Newton",     "Norton",    "Weston",    "Easton"};
  const char* groups[] = {"Guides", "Guild", "Scouts", "School", "Schools"};
  const char* numbers[] = {"1st", "2nd", "11th", "21st"};
  strings names;
  for (const char* number : numbers) {
    for (const char* saint : saints) {
      for (const char* place : places) {
        for (const char* group : groups) {
          // "St Mary's" and "St Marys" are one spelling: the possessive would make twins of two.
          names.push_back(std::string(number) + " " + place + " St " + saint + " " + group);
        }
      }
    }
  }
  REQUIRE(names.size() == 10000);
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  CHECK(merged(names).empty());
}

TEST_CASE("names that all share their words or their acronym take no quadratic time") {
  strings names;
  for (int i = 0; i < 4000; ++i) {
    const std::string number = std::to_string(1000000 + i);
    names.push_back("Hill Library (charity no " + number + ")");
    names.push_back("Association of Small Libraries " + number + " (ASL)");
  }
  names.push_back("Hill Library");
  const name_index index(names);
  CHECK(index.certain().empty());
  CHECK(index.proposals().size() <= 5 * names.size());
}

// Promised of an optimised build; any other looks at fewer names, and at no clock.
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool optimised = true;
#else
constexpr bool optimised = false;
#endif

TEST_CASE("fifty thousand names take less than two seconds of one core") {
  constexpr std::size_t many = optimised ? 50000 : 5000;
  std::mt19937 random(5);
  std::uniform_int_distribution<int> letter('a', 'z');
  std::uniform_int_distribution<std::size_t> length(4, 10);
  strings words;
  for (int i = 0; i < 30000; ++i) {
    std::string word(length(random), ' ');
    for (char& c : word) c = static_cast<char>(letter(random));
    words.push_back(word);
  }
  const char* kinds[] = {"Council",        "Trust", "Association",
                         "Primary School", "Ltd",   "Parish Council"};
  std::uniform_int_distribution<std::size_t> word(0, words.size() - 1);
  std::uniform_int_distribution<std::size_t> kind(0, std::size(kinds) - 1);
  strings names;
  while (names.size() < many) {
    std::string name = words[word(random)] + " " + words[word(random)] + " " + kinds[kind(random)];
    names.push_back(name);
    if (names.size() % 10 == 0) names.push_back("The " + name);
  }
  names.resize(many);
  const std::clock_t start = std::clock();
  const name_index index(names);
  const auto groups = index.certain();
  const auto pairs = index.proposals();
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  MESSAGE(many << " names: " << took << " s, " << groups.size() << " merged groups, "
               << pairs.size() << " proposals");
  CHECK(groups.size() >= many / 12);
  if (optimised) CHECK(took < 2);
}
