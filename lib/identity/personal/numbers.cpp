#include "identity/personal/detect.hpp"

#include <algorithm>
#include <string>

namespace heard::identity {

namespace {

// Digits in groups as people write them: "(01632) 960 123". No longer than the longest number
// looked for and some of what follows it.
struct chain {
  static constexpr std::size_t most = 34;

  bool plus = false;
  std::size_t start = 0;  // of the view: the plus, the bracket or the first digit
  std::string digits;
  std::vector<std::size_t> place;       // of each digit
  std::vector<std::size_t> group_ends;  // counts of digits after which a group ends
  bool whole = true;                    // no more digits follow at once
};

bool separates(char c) {
  return blank(c) || c == '-' || c == '.' || c == '(' || c == ')' || c == '/' || c == '_';
}

// How far the next digit is, when only separators stand between: at most four of them, and one line
// end.
std::size_t next_digit(const view& of, std::size_t at) {
  std::size_t to = at;
  std::size_t lines = 0;
  while (to < of.size() && to - at <= 4 && separates(of.c[to])) {
    if (of.c[to] == '\n') ++lines;
    ++to;
  }
  return to < of.size() && to > at && to - at <= 4 && lines <= 1 && digit(of.c[to]) ? to : 0;
}

chain chain_from(const view& of, std::size_t at) {
  chain out;
  out.start = at;
  if (of.c[at] == '(') ++at;
  if (of.at(at) == '+') {
    out.plus = true;
    ++at;
    while (of.at(at) == ' ' || of.at(at) == '(') ++at;
  }
  while (out.digits.size() < chain::most) {
    out.digits += of.c[at];
    out.place.push_back(at);
    if (digit(of.at(at + 1))) {
      ++at;
      continue;
    }
    out.group_ends.push_back(out.digits.size());
    const std::size_t next = next_digit(of, at + 1);
    if (next == 0) return out;
    at = next;
  }
  out.whole = !digit(of.at(at + 1));
  return out;
}

// T36 of the published vectors: weights ten to two, the eleventh complement of their sum; numbers
// of one repeated digit keep the rule and are none.
bool nhs_number(std::string_view digits) {
  if (std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits.front(); })) {
    return false;
  }
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == digits[9] - '0';
}

// Luhn's formula, ISO/IEC 7812-1; the first digits of banks and travel are 1 and 3 to 6.
bool card_number(std::string_view digits) {
  if (digits.front() != '1' && (digits.front() < '3' || digits.front() > '6')) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) value = value > 4 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

// How the groups are written, "3-3-4".
std::string shape_of(const chain& in, std::size_t from, std::size_t count) {
  std::string out;
  std::size_t last = from;
  for (const std::size_t end : in.group_ends) {
    if (end <= from || end > from + count) continue;
    if (!out.empty()) out += '-';
    out += std::to_string(end - last);
    last = end;
  }
  return out;
}

// A date is a number in groups too: "01-02-2010 10.30".
bool begins_with_date(const chain& in, std::size_t from) {
  if (in.digits.size() < from + 8) return false;
  const std::string_view digits = std::string_view(in.digits).substr(from, 8);
  const auto century = [&](std::size_t at) {
    return digits.substr(at, 2) == "19" || digits.substr(at, 2) == "20";
  };
  if (century(4) && digits[2] <= '1') return shape_of(in, from, 8) == "2-2-4";
  return century(0) && digits[4] <= '1' && shape_of(in, from, 8) == "4-2-2";
}

bool national(const chain& in, std::size_t from, std::string_view digits) {
  const std::size_t n = digits.size();
  if (digits.front() != '0' || n < 2 || digits[1] == '0') return false;
  if (n == 10 || n == 11) return true;
  if (n == 9) {
    const std::string shape = shape_of(in, from, n);
    return shape.size() > 1 && shape.front() >= '2';
  }
  return n == 8 && (digits.substr(0, 4) == "0800" || digits.substr(0, 4) == "0845");
}

// Whether so many digits, from the start of a group to the end of one, are a telephone number.
bool telephone(const chain& in, std::size_t from, std::size_t count) {
  const std::string_view digits = std::string_view(in.digits).substr(from, count);
  if (in.plus && from == 0) {
    if (digits.substr(0, 2) == "44") return count >= 11 && count <= 13;
    return count >= 8 && count <= 15;
  }
  if (count < 8 || count > 17) return false;
  if (digits.substr(0, 4) == "0044") return count >= 13 && count <= 15;
  if (digits.substr(0, 2) == "00" && digits[2] != '0') return count >= 11;
  if (national(in, from, digits)) return true;
  if (digits.substr(0, 3) == "440") return count == 13;
  if (digits.substr(0, 2) == "44") return count == 12 && digits[2] != '0';
  if (count != 10 && count != 11) return false;
  const std::string shape = shape_of(in, from, count);
  if (count == 10 && digits.front() == '7' &&
      (shape == "10" || shape == "4-6" || shape == "4-3-3" || shape == "5-5")) {
    return true;
  }
  // North America, and mobiles of China.
  if (count == 10 && shape == "3-3-4") return digits[0] >= '2' && digits[3] >= '2';
  return count == 11 && shape == "11" && digits[0] == '1' && digits[1] >= '3';
}

bool good_end(const chain& in, std::size_t end) {
  return end < in.digits.size() || in.whole;
}

void add(const view& of, const chain& in, std::size_t from, std::size_t count, personal_kind kind,
         grounds why, candidates& out) {
  std::size_t first = from == 0 ? in.start : in.place[from];
  if (from > 0 && of.before(first) == '(') --first;
  out.push_back({kind, why, of.bytes(first, in.place[from + count - 1] + 1)});
}

// The counts of digits, smallest first, at which groups end after `from`.
std::vector<std::size_t> counts_from(const chain& in, std::size_t from) {
  std::vector<std::size_t> out;
  for (const std::size_t end : in.group_ends) {
    if (end > from && good_end(in, end)) out.push_back(end - from);
  }
  return out;
}

// How well a count fits what is dialled in the United Kingdom; the best of several is taken.
int fitness(const chain& in, std::size_t from, std::size_t count) {
  if (!telephone(in, from, count)) return 0;
  const std::string_view digits = std::string_view(in.digits).substr(from, count);
  if (digits.front() == '0' && digits[1] != '0') return count == 11 ? 9 : count == 10 ? 8 : 1;
  if (digits.substr(0, 2) == "44" || digits.substr(0, 4) == "0044") {
    const std::size_t rest = count - (digits.front() == '0' ? 4 : 2);
    const std::size_t wanted = digits[count - rest] == '0' ? 11 : 10;
    return rest == wanted ? 9 : 7;
  }
  return static_cast<int>(count <= 12 ? count : 24 - count);  // abroad: as long as usual
}

std::size_t best_telephone(const chain& in, std::size_t from) {
  std::size_t best = 0;
  int most = 0;
  for (const std::size_t count : counts_from(in, from)) {
    const int fits = fitness(in, from, count);
    if (fits > most) {
      most = fits;
      best = count;
    }
  }
  return best;
}

// What begins with a group. The digits it takes, 0 for none.
std::size_t find_one(const view& of, const words& words, const chain& in, std::size_t from,
                     candidates& out) {
  const std::size_t place = in.place[from];
  const auto nhs_said = [&] { return words.said_before(place, 4, {"nhs"}); };
  const auto phone_said = [&] {
    return words.said_before(place, 4,
                             {"tel", "telephone", "phone", "mobile", "mob", "call", "ring", "text",
                              "landline", "whatsapp", "fax", "phoned", "dial"});
  };
  const auto counts = counts_from(in, from);
  for (const std::size_t count : counts) {
    const std::string_view digits = std::string_view(in.digits).substr(from, count);
    if (count == 10 && !(in.plus && from == 0) && (nhs_number(digits) || nhs_said())) {
      add(of, in, from, count, personal_kind::nhs_number,
          nhs_number(digits) ? grounds::rule : grounds::context, out);
      return count;
    }
  }
  for (const std::size_t count : counts) {
    if (count < 13 || count > 19 || in.plus) continue;
    if (!card_number(std::string_view(in.digits).substr(from, count))) continue;
    if (in.digits[from] == '0' || telephone(in, from, count)) continue;
    add(of, in, from, count, personal_kind::bank_card, grounds::rule, out);
    return count;
  }
  if (begins_with_date(in, from)) return 8;
  if (const std::size_t count = best_telephone(in, from); count != 0) {
    add(of, in, from, count, personal_kind::telephone, grounds::shape, out);
    return count;
  }
  const auto last = std::find_if(counts.rbegin(), counts.rend(),
                                 [](std::size_t count) { return count >= 6 && count <= 15; });
  if (last != counts.rend() && phone_said()) {
    add(of, in, from, *last, personal_kind::telephone, grounds::context, out);
    return *last;
  }
  return 0;
}

}  // namespace

void find_numbers(const view& of, const words& in, candidates& out) {
  for (std::size_t i = 0; i < of.size();) {
    const bool plus =
        of.c[i] == '+' && (digit(of.at(i + 1)) || (blank(of.at(i + 1)) && digit(of.at(i + 2))) ||
                           (of.at(i + 1) == '(' && digit(of.at(i + 2))));
    const bool bracket =
        of.c[i] == '(' && (digit(of.at(i + 1)) || (of.at(i + 1) == '+' && digit(of.at(i + 2))));
    if (!plus && !bracket && !digit(of.c[i])) {
      ++i;
      continue;
    }
    const chain here = chain_from(of, i);
    const std::size_t taken = find_one(of, in, here, 0, out);
    // Past what was found; else past the first group, of which a run of digits is all.
    std::size_t end = here.place[taken > 0                 ? taken - 1
                                 : here.group_ends.empty() ? here.place.size() - 1
                                                           : here.group_ends.front() - 1] +
                      1;
    while (end < of.size() && digit(of.c[end])) ++end;
    i = end;
  }
}

}  // namespace heard::identity
