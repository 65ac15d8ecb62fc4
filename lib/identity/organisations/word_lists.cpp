#include "identity/organisations/word_lists.hpp"

#include <heard/identity/body_name.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace heard::identity {

namespace {

struct spelled_form {
  std::string_view words;
  std::string_view form;
};

// Longer spellings first, so that "public limited company" is not taken for "company".
constexpr spelled_form last_forms[] = {
    {"scottish charitable incorporated organisation", "scio"},
    {"gesellschaft mit beschrankter haftung", "gmbh"},
    {"charitable incorporated organisation", "cio"},
    {"limited liability partnership", "llp"},
    {"community interest company", "cic"},
    {"community benefit society", "cbs"},
    {"limited liability company", "llc"},
    {"open joint stock company", "jsc"},
    {"public limited company", "plc"},
    {"joint stock company", "jsc"},
    {"limited by guarantee", "ltd"},
    {"aktiengesellschaft", "ag"},
    {"limited partnership", "lp"},
    {"co limited", "ltd"},
    {"sp z o o", "spzoo"},
    {"incorporated", "inc"},
    {"corporation", "corp"},
    {"pty ltd", "ltd"},
    {"pte ltd", "ltd"},
    {"co ltd", "ltd"},
    {"company", "company"},
    {"limited", "ltd"},
    {"sp zoo", "spzoo"},
    {"corp", "corp"},
    {"gmbh", "gmbh"},
    {"ojsc", "jsc"},
    {"s r l", "srl"},
    {"cic", "cic"},
    {"cio", "cio"},
    {"inc", "inc"},
    {"jsc", "jsc"},
    {"llc", "llc"},
    {"llp", "llp"},
    {"ltd", "ltd"},
    {"oao", "jsc"},
    {"ooo", "llc"},
    {"plc", "plc"},
    {"scio", "scio"},
    {"spa", "spa"},
    {"srl", "srl"},
    {"uk", "uk"},
    {"ag", "ag"},
    {"bv", "bv"},
    {"co", "company"},
    {"kg", "kg"},
    {"lp", "lp"},
    {"nv", "nv"},
    {"oy", "oy"},
    {"sa", "sa"},
};

constexpr spelled_form first_forms[] = {
    {"limited liability company", "llc"},
    {"open joint stock company", "jsc"},
    {"joint stock company", "jsc"},
    {"ojsc", "jsc"},
    {"jsc", "jsc"},
    {"oao", "jsc"},
    {"ooo", "llc"},
    {"pao", "jsc"},
    {"zao", "jsc"},
};

// Of "I am writing on behalf of": whoever is behind it has no name in these words.
constexpr std::string_view before_behalf[] = {
    "a",     "am",         "an",        "and",      "are",        "behalf",    "being",
    "by",    "collective", "completed", "for",      "from",       "i",         "is",
    "joint", "made",       "of",        "official", "on",         "our",       "provided",
    "reply", "responding", "response",  "sent",     "submission", "submitted", "the",
    "this",  "we",         "write",     "writing",  "written"};

constexpr std::string_view nobody[] = {
    "a member of the public",
    "a parent",
    "an individual",
    "anon",
    "anonymous",
    "as above",
    "as an individual",
    "as individual",
    "blank",
    "carer",
    "citizen",
    "confidential",
    "do not wish to say",
    "does not apply",
    "foster carer",
    "general public",
    "i am an individual",
    "i do not represent an organisation",
    "in a personal capacity",
    "individual",
    "individual capacity",
    "individual member of the public",
    "individual response",
    "individual view",
    "just me",
    "just myself",
    "local resident",
    "me",
    "me myself and i",
    "member of public",
    "member of the public",
    "my own",
    "my own behalf",
    "my own views",
    "my self",
    "myself",
    "myself only",
    "n a",
    "na",
    "nil",
    "no",
    "no name",
    "no one",
    "no organisation",
    "no organization",
    "nobody",
    "non",
    "none",
    "none given",
    "none of above",
    "none of the above",
    "nope",
    "not a member of an organisation",
    "not an organisation",
    "not any",
    "not applicable",
    "not given",
    "not known",
    "not part of an organisation",
    "not relevant",
    "not representing an organisation",
    "not specified",
    "not stated",
    "nothing",
    "null",
    "only me",
    "other",
    "own",
    "own views",
    "parent",
    "parent carer",
    "personal",
    "personal capacity",
    "personal opinion",
    "personal response",
    "personal view",
    "personal views",
    "prefer not to say",
    "private",
    "private citizen",
    "private individual",
    "private person",
    "public",
    "rather not say",
    "resident",
    "retired",
    "same",
    "same as above",
    "see above",
    "self",
    "self employed",
    "social worker",
    "student",
    "tba",
    "tbc",
    "teacher",
    "test",
    "unemployed",
    "unknown",
    "various",
    "withheld",
    "yes",
};

constexpr std::string_view stop_words[] = {"a",  "and", "as", "at",  "by", "de",   "for", "from",
                                           "in", "of",  "on", "the", "to", "with", "y"};

constexpr std::string_view generic_words[] = {
    "academy",    "advice",       "advisory",     "agency",        "alliance",    "association",
    "authority",  "board",        "borough",      "care",          "centre",      "charity",
    "church",     "city",         "club",         "coalition",     "college",     "committee",
    "community",  "company",      "consortium",   "corporation",   "council",     "county",
    "department", "development",  "district",     "education",     "england",     "federation",
    "forum",      "foundation",   "fund",         "government",    "group",       "health",
    "hospital",   "independent",  "institute",    "international", "local",       "london",
    "ltd",        "metropolitan", "ministry",     "national",      "network",     "nhs",
    "office",     "organisation", "organization", "parish",        "partnership", "police",
    "practice",   "primary",      "professional", "project",       "regional",    "residents",
    "royal",      "school",       "service",      "services",      "social",      "society",
    "support",    "team",         "town",         "trust",         "trusts",      "uk",
    "union",      "university",   "working",      "young",         "youth"};

constexpr std::string_view telling_words[] = {
    "area",      "branch",    "central",   "chapter", "cymru",   "division", "east",
    "eastern",   "england",   "female",    "first",   "girls",   "boys",     "infant",
    "ireland",   "junior",    "local",     "london",  "lower",   "male",     "men",
    "mens",      "mid",       "midlands",  "new",     "north",   "northern", "old",
    "region",    "regional",  "scotland",  "second",  "section", "senior",   "south",
    "southern",  "st",        "saint",     "third",   "upper",   "wales",    "west",
    "western",   "women",     "womens",    "ward",    "deanery", "diocese",  "northwest",
    "northeast", "southwest", "southeast", "i",       "ii",      "iii",      "iv",
    "v",         "vi",        "vii",       "viii",    "ix",      "x"};

constexpr std::string_view head_words[] = {
    "academy",     "agency",     "alliance",   "association", "authority",  "board",    "bureau",
    "ccg",         "centre",     "charity",    "church",      "cic",        "clinic",   "club",
    "coalition",   "college",    "commission", "committee",   "consortium", "council",  "cvs",
    "department",  "federation", "forum",      "foundation",  "group",      "hospital", "icb",
    "institute",   "llp",        "ltd",        "limited",     "network",    "nhs",      "office",
    "partnership", "plc",        "police",     "project",     "school",     "service",  "services",
    "society",     "trust",      "union",      "university"};

static_assert(std::is_sorted(std::begin(nobody), std::end(nobody)));

bool among(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// How many of the words, from `first` on, spell what `spelled` does; 0: they do not.
std::size_t spell(std::span<const std::string> words, std::size_t first, std::string_view spelled) {
  std::size_t count = 0;
  while (!spelled.empty()) {
    const std::size_t end = std::min(spelled.find(' '), spelled.size());
    if (first + count >= words.size() || words[first + count] != spelled.substr(0, end)) return 0;
    spelled.remove_prefix(std::min(end + 1, spelled.size()));
    ++count;
  }
  return count;
}

std::size_t word_count(std::string_view spelled) {
  return static_cast<std::size_t>(std::count(spelled.begin(), spelled.end(), ' ')) + 1;
}

}  // namespace

legal_form legal_form_at_end(std::span<const std::string> words) {
  for (const spelled_form& row : last_forms) {
    const std::size_t count = word_count(row.words);
    if (count >= words.size()) continue;  // Something must be left to be called by.
    if (spell(words, words.size() - count, row.words) == count) return {row.form, count};
  }
  return {};
}

legal_form legal_form_at_start(std::span<const std::string> words) {
  for (const spelled_form& row : first_forms) {
    const std::size_t count = word_count(row.words);
    if (count < words.size() && spell(words, 0, row.words) == count) return {row.form, count};
  }
  return {};
}

bool weak_form(std::string_view form) {
  return form == "company" || form == "corp" || form == "uk";
}

std::size_t on_behalf_of(std::span<const std::string> words) {
  constexpr std::size_t farthest = 10;
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < words.size() && i < farthest; ++i) {
    if (i >= 2 && words[i] == "of" && words[i - 1] == "behalf") found = i + 1;
    if (i >= 1 && words[i] == "from" &&
        (words[i - 1] == "response" || words[i - 1] == "submission")) {
      found = i + 1;
    }
    if (!among(before_behalf, words[i])) break;
  }
  return found;
}

bool names_nobody(std::string_view joined) {
  return std::binary_search(std::begin(nobody), std::end(nobody), joined);
}

bool head_word(std::string_view plain) {
  return among(head_words, plain);
}
bool stop_word(std::string_view plain) noexcept {
  return among(stop_words, plain);
}
bool generic_word(std::string_view plain) noexcept {
  return among(generic_words, plain);
}
bool telling_word(std::string_view plain) noexcept {
  return among(telling_words, plain) ||
         std::any_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace heard::identity
