#include "identity/personal/name_words.hpp"

#include <algorithm>
#include <array>

namespace heard::identity {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& any, std::string_view key) {
  return std::find(any.begin(), any.end(), key) != any.end();
}

}  // namespace

std::vector<name_word> look_up(const words& in) {
  std::vector<name_word> out(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    const std::string_view key = in.key(i);
    name_word& to = out[i];
    if (in[i].has_digits) {
      to.plain = true;
      continue;
    }
    to.capital = in.capital(i);
    to.initial = key.size() == 1 && key != "i" && in[i].as != letters::small;
    if (key.size() == 1) {
      to.plain = !to.initial;
      continue;
    }
    to.given = given_name(key);
    to.last = surname(key);
    to.grammar = grammar_word(key);
    to.plain = to.grammar || (ordinary(key) && !name_though_word(key));
    to.proper = known_proper(key);
    // In letters that the lists do not have nothing is known.
    if (key.find(view::letter) != std::string_view::npos) to.plain = true;
  }
  return out;
}

bool title(std::string_view key) {
  constexpr std::array<std::string_view, 17> titles = {
      "mr",  "mrs",      "ms",  "mx",   "dr",    "prof", "professor",   "cllr", "councillor",
      "rev", "reverend", "sir", "dame", "rabbi", "imam", "headteacher", "supt"};
  return among(titles, key);
}

bool weak_title(std::string_view key) {
  constexpr std::array<std::string_view, 29> titles = {
      "aunt",   "auntie",   "aunty",   "brother", "canon",   "coach",   "constable", "doctor",
      "father", "gran",     "grandma", "granny",  "grandad", "grandpa", "judge",     "lady",
      "lord",   "master",   "matron",  "miss",    "nan",     "nana",    "nurse",     "officer",
      "pastor", "sergeant", "sister",  "uncle",   "sgt"};
  return among(titles, key);
}

bool kinship(std::string_view key) {
  constexpr std::array<std::string_view, 82> words = {
      "son",         "sons",          "daughter",
      "daughters",   "brother",       "brothers",
      "sister",      "sisters",       "mother",
      "father",      "mum",           "mums",
      "dad",         "mam",           "mom",
      "mummy",       "daddy",         "husband",
      "wife",        "partner",       "fiance",
      "fiancee",     "boyfriend",     "girlfriend",
      "ex",          "uncle",         "aunt",
      "auntie",      "aunty",         "cousin",
      "cousins",     "nephew",        "nephews",
      "niece",       "nieces",        "grandson",
      "grandsons",   "granddaughter", "granddaughters",
      "grandchild",  "grandchildren", "grandmother",
      "grandfather", "grandma",       "grandad",
      "granny",      "nan",           "nana",
      "stepson",     "stepdaughter",  "stepdad",
      "stepmum",     "stepfather",    "stepmother",
      "stepbrother", "stepsister",    "godson",
      "goddaughter", "twin",          "twins",
      "baby",        "toddler",       "child",
      "children",    "boy",           "boys",
      "girl",        "girls",         "kid",
      "kids",        "friend",        "friends",
      "neighbour",   "neighbours",    "neighbor",
      "flatmate",    "housemate",     "lad",
      "sibling",     "siblings",      "grandpa",
      "bestie"};
  return among(words, key);
}

bool role(std::string_view key) {
  constexpr std::array<std::string_view, 62> words = {
      "worker",       "workers",    "teacher",    "teachers",    "headteacher", "head",
      "carer",        "carers",     "guardian",   "childminder", "nurse",       "doctor",
      "gp",           "midwife",    "visitor",    "consultant",  "therapist",   "psychologist",
      "psychiatrist", "counsellor", "advocate",   "solicitor",   "barrister",   "judge",
      "manager",      "keyworker",  "caseworker", "mentor",      "tutor",       "senco",
      "officer",      "councillor", "colleague",  "boss",        "client",      "clients",
      "patient",      "patients",   "pupil",      "pupils",      "student",     "students",
      "resident",     "tenant",     "landlord",   "volunteer",   "coach",       "coordinator",
      "assistant",    "paramedic",  "dentist",    "physio",      "ta",          "iro",
      "person",       "foster",     "adoptee",    "vicar",       "surgeon",     "warden",
      "chair",        "lead"};
  return among(words, key);
}

bool body(std::string_view key) {
  constexpr std::array<std::string_view, 14> words = {
      "council", "university", "college",      "trust", "foundation", "partnership", "association",
      "forum",   "authority",  "constabulary", "homes", "hospital",   "federation",  "society"};
  return among(words, key);
}

bool welsh_word(std::string_view key) {
  constexpr std::array<std::string_view, 36> words = {
      "beth", "cael", "cafodd",  "cymraeg", "cymru", "cymry",   "chymraeg", "chymru", "dan",
      "dim",  "does", "ein",     "gael",    "gan",   "ger",     "gymraeg",  "gymru",  "hyd",
      "lle",  "mae",  "mai",     "mor",     "nad",   "nghymru", "nid",      "olaf",   "pan",
      "pam",  "ran",  "saesneg", "sydd",    "tan",   "hoffwn",  "dylai",    "rhaid",  "hefyd"};
  return among(words, key);
}

bool particle(std::string_view key) {
  constexpr std::array<std::string_view, 20> words = {
      "al", "ap",  "ben", "bin", "bint", "da", "de", "del", "den", "der",
      "di", "dos", "du",  "el",  "ibn",  "la", "le", "mac", "van", "von"};
  return among(words, key);
}

}  // namespace heard::identity
