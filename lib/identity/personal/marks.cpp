#include "identity/personal/detect.hpp"

#include <algorithm>
#include <string>

namespace heard::identity {

namespace {

bool one_of(char c, std::string_view any) {
  return any.find(c) != std::string_view::npos;
}

bool separator(char c) {
  return blank(c) || c == '-' || c == '.' || c == '/' || c == ',';
}

// Reads characters with up to `gaps` separators before each of them that is not the first.
struct reader {
  const view& of;
  std::size_t at;
  std::string read = {};
  std::size_t end = 0;

  void skip(std::size_t gaps) {
    for (std::size_t n = 0; n < gaps && separator(of.at(at)) && at < of.size(); ++n) ++at;
  }
  // So many characters that are digits, or letters, without anything between them.
  bool take(std::size_t count, bool digits) {
    for (std::size_t n = 0; n < count; ++n) {
      const char c = of.at(at);
      if (digits ? !digit(c) : !latin(c)) return false;
      read += c;
      end = ++at;
    }
    return true;
  }
};

bool starts_here(const view& of, std::size_t i) {
  return in_word(of.c[i]) && !in_word(of.before(i));
}

bool ends_there(const view& of, std::size_t end) {
  return !in_word(of.at(end));
}

bool all_small(const view& of, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (of.is_upper(i)) return false;
  }
  return true;
}

bool all_upper(const view& of, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (latin(of.c[i]) && !of.is_upper(i)) return false;
  }
  return true;
}

// HMRC's rules of allocation. Its own example, QQ123456C, breaks them, and people mistype: what has
// but the shape is a candidate too.
bool national_insurance_rules(std::string_view mark) {
  for (const std::string_view prefix : {"bg", "gb", "kn", "nk", "nt", "tn", "zz"}) {
    if (mark.substr(0, 2) == prefix) return false;
  }
  return !one_of(mark[0], "dfiquv") && !one_of(mark[1], "dfioquv") && one_of(mark[8], "abcd");
}

void find_national_insurance(const view& of, const words& in, std::size_t i, candidates& out) {
  reader r{of, i};
  if (!r.take(1, false)) return;
  r.skip(1);
  if (!r.take(1, false)) return;
  for (int pair = 0; pair < 3; ++pair) {
    r.skip(3);
    if (!r.take(1, true)) return;
    r.skip(1);
    if (!r.take(1, true)) return;
  }
  const bool said = in.said_before(i, 5, {"insurance", "ni", "nino"});
  const std::size_t without = r.end;
  r.skip(3);
  const bool suffix = r.take(1, false) && ends_there(of, r.end);
  if (suffix && national_insurance_rules(r.read)) {
    out.push_back({personal_kind::national_insurance, grounds::rule, of.bytes(i, r.end)});
  } else if (suffix && (one_of(r.read[8], "abcd") || said)) {
    const grounds why = said ? grounds::context : grounds::shape;
    // "at 123456 a" in small letters is a sentence.
    if (said || all_upper(of, i, r.end) || r.end == i + 9) {
      out.push_back({personal_kind::national_insurance, why, of.bytes(i, r.end)});
    }
  } else if (said && ends_there(of, without)) {
    out.push_back({personal_kind::national_insurance, grounds::context, of.bytes(i, without)});
  }
}

void find_passport(const view& of, const words& in, std::size_t i, candidates& out) {
  reader two{of, i};
  if (two.take(2, false) && two.take(7, true) && ends_there(of, two.end)) {
    out.push_back({personal_kind::passport, grounds::shape, of.bytes(i, two.end)});
    return;
  }
  if (!in.said_before(i, 5, {"passport", "passports"})) return;
  reader nine{of, i};
  if (nine.take(9, true) && ends_there(of, nine.end)) {
    out.push_back({personal_kind::passport, grounds::context, of.bytes(i, nine.end)});
  }
}

// DVLA: five of the surname, filled with 9; decade, month (plus 50 for women), day and year of
// birth; two initials; three check characters; an issue number may follow.
bool driving_licence(std::string_view mark) {
  bool filled = false;
  for (const char c : mark.substr(0, 5)) {
    if (c == '9') {
      filled = true;
    } else if (!latin(c) || filled) {
      return false;
    }
  }
  if (!latin(mark[0])) return false;
  for (std::size_t i = 5; i < 11; ++i) {
    if (!digit(mark[i])) return false;
  }
  const int month = (mark[6] - '0') * 10 + mark[7] - '0';
  const int day = (mark[8] - '0') * 10 + mark[9] - '0';
  if (month < 1 || (month > 12 && month < 51) || month > 62 || day < 1 || day > 31) return false;
  return (latin(mark[11]) || mark[11] == '9') && (latin(mark[12]) || mark[12] == '9') &&
         in_word(mark[13]) && latin(mark[14]) && latin(mark[15]);
}

void find_driving_licence(const view& of, std::size_t i, candidates& out) {
  std::string mark;
  std::size_t at = i;
  while (mark.size() < 16 && at < of.size()) {
    if (mark.size() == 5 || mark.size() == 11) {
      if (separator(of.c[at])) ++at;
    }
    if (!latin(of.at(at)) && !digit(of.at(at))) return;
    mark += of.c[at++];
  }
  if (mark.size() < 16 || !driving_licence(mark)) return;
  if (digit(of.at(at)) && digit(of.at(at + 1))) at += 2;
  if (!ends_there(of, at)) return;
  out.push_back({personal_kind::driving_licence, grounds::rule, of.bytes(i, at)});
}

constexpr std::string_view year_letters = "abcdefghjklmnprstvwxy";

// Since 2001: two letters of the place, two digits of the half year, three letters.
bool current_mark(std::string_view mark) {
  const int age = (mark[2] - '0') * 10 + mark[3] - '0';
  return !one_of(mark[0], "iqz") && !one_of(mark[1], "iqz") &&
         ((age >= 2 && age <= 29) || (age >= 51 && age <= 79)) &&
         mark.find_first_of("iq", 4) == std::string_view::npos;
}

void find_vehicle(const view& of, const words& in, std::size_t i, candidates& out) {
  reader now{of, i};
  if (now.take(2, false) && now.take(2, true)) {
    now.skip(2);
    // "SW19 are" is no mark: its letters are all of one case.
    if (now.take(3, false) && ends_there(of, now.end) && current_mark(now.read) &&
        (all_upper(of, i, now.end) || all_small(of, i, now.end))) {
      out.push_back({personal_kind::vehicle, grounds::rule, of.bytes(i, now.end)});
      return;
    }
  }
  const bool said =
      in.said_before(i, 4, {"reg", "registration", "plate", "vehicle", "numberplate"});
  const auto add = [&](std::size_t end) {
    if (!ends_there(of, end) || (!said && !all_upper(of, i, end))) return;
    const grounds why = said ? grounds::context : grounds::shape;
    out.push_back({personal_kind::vehicle, why, of.bytes(i, end)});
  };
  // 1983 to 2001: the letter of the year first; before that, last.
  if (one_of(of.c[i], year_letters)) {
    reader first{of, i};
    first.take(1, false);
    std::size_t digits = 0;
    while (digits < 3 && first.take(1, true)) ++digits;
    if (digits > 0) {
      first.skip(2);
      if (first.take(3, false)) return add(first.end);
    }
  }
  reader last{of, i};
  if (!last.take(3, false)) return;
  last.skip(2);
  std::size_t digits = 0;
  while (digits < 3 && last.take(1, true)) ++digits;
  if (digits > 0 && last.take(1, false) && one_of(last.read.back(), year_letters)) add(last.end);
}

}  // namespace

void find_marks(const view& of, const words& in, candidates& out) {
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (!starts_here(of, i)) continue;
    find_passport(of, in, i, out);
    if (!latin(of.c[i])) continue;
    find_national_insurance(of, in, i, out);
    find_driving_licence(of, i, out);
    find_vehicle(of, in, i, out);
  }
}

}  // namespace heard::identity
