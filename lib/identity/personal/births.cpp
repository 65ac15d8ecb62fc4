#include "identity/personal/detect.hpp"

#include <algorithm>
#include <array>

namespace heard::identity {

namespace {

int value_of(std::string_view digits) {
  int out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

// A number of the text, without "th" and the like; -1 for what is none.
int number(const words& in, std::size_t i) {
  std::string_view key = in.key(i);
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (key.size() > 2 && key.substr(key.size() - 2) == ending) {
      key.remove_suffix(2);
      break;
    }
  }
  if (key.empty() || key.size() > 4 || !std::all_of(key.begin(), key.end(), digit)) return -1;
  return value_of(key);
}

bool day(int n) {
  return n >= 1 && n <= 31;
}

bool year(const words& in, std::size_t i) {
  const int n = number(in, i);
  if (in.key(i).size() == 4) return n >= 1900 && n <= 2099;
  return in.key(i).size() == 2 && n >= 0;
}

bool month(std::string_view key) {
  constexpr std::array<std::string_view, 24> names = {
      "january",   "february", "march",    "april",    "may",  "june", "july", "august",
      "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
      "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};
  return std::find(names.begin(), names.end(), key) != names.end();
}

// Numbers of one date stand close: a slash, a dash, a dot, spaces.
bool close(const view& of, const words& in, std::size_t i) {
  if (i >= in.size() || i == 0) return false;
  const std::size_t from = in[i - 1].last, to = in[i].first;
  if (to - from > 3) return false;
  for (std::size_t at = from; at < to; ++at) {
    if (!blank(of.c[at]) && std::string_view("/-.,").find(of.c[at]) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

// The word after a date that begins with this one; i itself for none.
std::size_t date_end(const view& of, const words& in, std::size_t i) {
  const bool next = close(of, in, i + 1), more = next && close(of, in, i + 2);
  std::size_t at = i + 1;
  if (day(number(in, i)) || (in.key(i).size() == 4 && year(in, i))) {
    const int second = next ? number(in, at) : -1;
    const int third = more ? number(in, i + 2) : -1;
    if (second >= 1 && second <= 31 && third >= 0) return i + 3;
    // "3rd of March 2009", "3 March".
    if (next && in.key(at) == "of") ++at;
    if (close(of, in, at) && month(in.key(at)) && day(number(in, i))) {
      return close(of, in, at + 1) && year(in, at + 1) ? at + 2 : at + 1;
    }
  }
  if (month(in.key(i))) {
    std::size_t end = i;
    if (next && day(number(in, at))) end = ++at;
    if (close(of, in, at) && year(in, at) && in.key(at).size() == 4) end = at + 1;
    return end;
  }
  const std::string_view key = in.key(i);
  const bool packed = key.size() == 8 && std::all_of(key.begin(), key.end(), digit);
  if (packed || (key.size() == 4 && year(in, i))) return i + 1;
  return i;
}

// "born", "DOB", "D.O.B.", "date of birth", "birthday".
bool birth_word(const words& in, std::size_t i) {
  const std::string_view key = in.key(i);
  return key == "born" || key == "dob" || key == "birth" || key == "birthday" ||
         key == "birthdate" ||
         (key == "b" && i >= 2 && in.key(i - 1) == "o" && in.key(i - 2) == "d");
}

}  // namespace

void find_births(const view& of, const words& in, candidates& out) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!birth_word(in, i)) continue;
    for (std::size_t at = i + 1; at < in.size() && at <= i + 8; ++at) {
      if (birth_word(in, at)) break;
      const std::size_t end = date_end(of, in, at);
      if (end == at) continue;
      out.push_back({personal_kind::date_of_birth, grounds::context,
                     of.bytes(in[at].first, in[end - 1].last)});
      break;
    }
  }
}

}  // namespace heard::identity
