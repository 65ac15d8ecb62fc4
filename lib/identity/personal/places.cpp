#include "identity/personal/detect.hpp"

#include <algorithm>
#include <array>

namespace heard::identity {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& any, std::string_view key) {
  return std::find(any.begin(), any.end(), key) != any.end();
}

// Ends of street names that are little else, and those that are ordinary words as well.
bool street_word(std::string_view key) {
  constexpr std::array<std::string_view, 20> words = {
      "avenue", "ave",     "boulevard", "close",   "cottages", "crescent", "cres",
      "drive",  "gardens", "gdns",      "grove",   "lane",     "mews",     "road",
      "rd",     "street",  "st",        "terrace", "wynd",     "parade"};
  return among(words, key);
}
bool weak_street_word(std::string_view key) {
  constexpr std::array<std::string_view, 30> words = {
      "approach", "bank", "brae",   "bridge", "broadway", "cottage", "court", "croft",
      "dale",     "fold", "gate",   "green",  "hill",     "house",   "lodge", "meadow",
      "meadows",  "park", "path",   "place",  "pl",       "quay",    "rise",  "row",
      "square",   "view", "villas", "walk",   "way",      "wharf"};
  return among(words, key);
}

bool measure(std::string_view key) {
  constexpr std::array<std::string_view, 46> words = {
      "acre",   "acres",  "bed",    "bedroom", "bedroomed", "child",  "children", "cm",
      "day",    "days",   "feet",   "foot",    "hour",      "hours",  "hr",       "hrs",
      "km",     "lane",   "large",  "long",    "metre",     "metres", "mile",     "miles",
      "min",    "mins",   "minute", "minutes", "month",     "months", "new",      "other",
      "people", "person", "small",  "storey",  "th",        "times",  "ton",      "week",
      "weeks",  "yard",   "yards",  "year",    "years",     "yr"};
  return among(words, key);
}

// "12", "12a", "12-14" begins one.
bool house_number(std::string_view key) {
  std::size_t digits = 0;
  while (digits < key.size() && digit(key[digits])) ++digits;
  return digits >= 1 && digits <= 4 && key.size() - digits <= 1;
}

bool near(const word& of) {
  return of.before == gap::space || of.before == gap::comma || of.before == gap::hyphen;
}

bool near_or_line(const view& of, const words& in, std::size_t i) {
  if (near(in[i])) return true;
  // An envelope has a line each.
  for (std::size_t at = in [i - 1].last; at < in[i].first; ++at) {
    if (!blank(of.c[at]) && of.c[at] != ',') return false;
  }
  return in[i].first - in[i - 1].last <= 3;
}

// The word after a street name that begins here, at most four words and its end; i for none.
std::size_t street_end(const words& in, std::size_t i) {
  bool capitals = true;
  for (std::size_t at = i; at < in.size() && at < i + 5; ++at) {
    if (at > i && in[at].before != gap::space && in[at].before != gap::hyphen &&
        !(in[at].before == gap::dot && in.key(at - 1) == "st")) {
      return i;
    }
    const std::string_view key = in.key(at);
    const bool last_may = at > i || street_word(key);
    capitals = capitals && in[at].as != letters::small;
    // "St" begins a name, "St Mary's Road", and ends one.
    const bool saint = key == "st" && at == i;
    if (at > i && !saint && street_word(key)) return at + 1;
    if (at > i && last_may && weak_street_word(key)) {
      // In small letters "12 green way" may be anything that is no measure.
      if (capitals || !measure(in.key(i))) return at + 1;
    }
    if (in[at].has_digits || measure(key) || (grammar_word(key) && key != "the" && key != "of")) {
      return i;
    }
    if (key == "the" || (key == "of" && in[at].as == letters::small && at + 1 < in.size() &&
                         in[at + 1].as == letters::small)) {
      return i;
    }
  }
  return i;
}

// A flat or room with its number: the word after, i for none.
std::size_t flat_end(const words& in, std::size_t i) {
  constexpr std::array<std::string_view, 5> names = {"flat", "apartment", "apt", "unit",
                                                     "maisonette"};
  if (!among(names, in.key(i)) || i + 1 >= in.size() || in[i + 1].before != gap::space) return i;
  const std::string_view key = in.key(i + 1);
  const bool letter = key.size() == 1 && in[i + 1].as != letters::small;
  return house_number(key) || letter ? i + 2 : i;
}

std::size_t numbered_end(const words& in, std::size_t i) {
  if (!house_number(in.key(i))) return i;
  std::size_t at = i + 1;
  if (at < in.size() && in[at].before == gap::hyphen && house_number(in.key(at))) ++at;
  // "12 A High Street", "10, Downing Street".
  if (at + 1 < in.size() && in.key(at).size() == 1 && in.key(at) != "a" && near(in[at])) ++at;
  if (at >= in.size() || !near(in[at])) return i;
  const std::size_t end = street_end(in, at);
  return end == at ? i : end;
}

bool home_said(const words& in, std::size_t place) {
  return in.said_before(place, 4,
                        {"live", "lives", "living", "lived", "address", "moved", "reside",
                         "resides", "home", "house", "staying"});
}

void find_addresses(const view& of, const words& in, candidates& out) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const auto add = [&](std::size_t end, grounds why) {
      out.push_back({personal_kind::address, why, of.bytes(in[i].first, in[end - 1].last)});
      i = end - 1;
    };
    if (const std::size_t flat = flat_end(in, i); flat != i) {
      const bool more = flat < in.size() && near_or_line(of, in, flat);
      const std::size_t end = more ? numbered_end(in, flat) : flat;
      // "Flat 2, Rose Court": no number of its own.
      const std::size_t named = more && end == flat ? street_end(in, flat) : end;
      add(named, grounds::shape);
      continue;
    }
    if (const std::size_t end = numbered_end(in, i); end != i) {
      add(end, grounds::shape);
      continue;
    }
    const bool starts = in[i].as != letters::small && !grammar_word(in.key(i)) &&
                        !in[i].has_digits && home_said(in, in[i].first);
    if (!starts) continue;
    const std::size_t end = street_end(in, i);
    if (end != i && in[end - 1].as != letters::small) add(end, grounds::context);
  }
}

// Words that end the name of a school or surgery: how many, 0 for none.
std::size_t institution(const words& in, std::size_t i) {
  const std::string_view one = in.key(i), two = in.key(i + 1);
  const bool joined = i + 1 < in.size() && in[i + 1].before == gap::space;
  if (joined &&
      (one == "primary" || one == "secondary" || one == "infant" || one == "infants" ||
       one == "junior" || one == "nursery" || one == "high" || one == "grammar" ||
       one == "special" || one == "comprehensive" || one == "community" || one == "church" ||
       one == "catholic") &&
      (two == "school" || two == "academy")) {
    return 2;
  }
  if (joined && (one == "medical" || one == "health" || one == "childrens" || one == "family") &&
      (two == "centre" || two == "center" || two == "practice")) {
    return 2;
  }
  if (joined && (one == "childrens" || one == "care" || one == "nursing") && two == "home")
    return 2;
  constexpr std::array<std::string_view, 8> ends = {"school",  "academy", "college",   "nursery",
                                                    "surgery", "hospice", "preschool", "infirmary"};
  return among(ends, one) ? 1 : 0;
}

bool part_of_name(const words& in, std::size_t i) {
  return in[i].as != letters::small && !in[i].quiet && !grammar_word(in.key(i)) &&
         !in[i].has_digits;
}

// A name before it makes it one of its kind: not "Primary School", nor "The School".
void find_institutions(const view& of, const words& in, candidates& out) {
  for (std::size_t i = 1; i < in.size(); ++i) {
    const std::size_t size = institution(in, i);
    if (size == 0 || in[i].before != gap::space) continue;
    std::size_t from = i;
    bool named = false;
    while (from > 0 && i - from < 4 && part_of_name(in, from - 1) &&
           (from == i || in[from].before == gap::space || in[from].before == gap::hyphen ||
            (in[from].before == gap::dot && in.key(from - 1) == "st"))) {
      --from;
      const std::string_view key = in.key(from);
      const bool plain_start =
          in[from].before == gap::end && ordinary(key) && !given_name(key) && !surname(key);
      const bool kind = institution(in, from) > 0 || key == "primary" || key == "secondary" ||
                        key == "special" || key == "high" || key == "local" || key == "boarding" ||
                        key == "state" || key == "sunday" || key == "gp" || key == "mainstream";
      if (!kind && !plain_start) named = true;
    }
    if (named) {
      out.push_back(
          {personal_kind::place, grounds::shape, of.bytes(in[from].first, in[i + size - 1].last)});
    }
    i += size - 1;
  }
}

}  // namespace

void find_places(const view& of, const words& in, candidates& out) {
  find_addresses(of, in, out);
  find_institutions(of, in, out);
}

}  // namespace heard::identity
