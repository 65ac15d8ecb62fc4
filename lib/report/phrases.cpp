#include "report/phrases.hpp"

#include <heard/tables/share.hpp>

#include <algorithm>
#include <array>

namespace heard::reporting {

std::string number(std::uint64_t value) {
  std::string out = std::to_string(value);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, 1, ',');
  }
  return out;
}

std::string counted(std::uint64_t value, std::string_view one, std::string_view more) {
  return number(value) + ' ' + std::string(value == 1 ? one : more);
}

std::string of_base(std::uint64_t count, std::uint64_t base) {
  return number(count) + " of " + number(base) + " (" + share(count, base) + ")";
}

std::string day(const timestamp& when) {
  constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
  if (!when.known()) return {};
  return std::to_string(when.day) + ' ' + months[when.month - 1u] + ' ' + std::to_string(when.year);
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += between;
    out += parts[i];
  }
  return out;
}

std::string listed(const std::vector<std::string>& parts) {
  if (parts.size() < 2) return join(parts, "");
  std::vector<std::string> head(parts.begin(), parts.end() - 1);
  return join(head, ", ") + " and " + parts.back();
}

void sum::add(std::string_view sign, std::uint64_t value, std::string_view what) {
  if (value == 0) return;
  text_ += terms_ == 0 ? (sign == "+" ? " = " : " = \u2212 ") : ' ' + std::string(sign) + ' ';
  ++terms_;
  text_ += number(value) + ' ' + std::string(what);
}

sum& sum::plus(std::uint64_t value, std::string_view what) {
  add("+", value, what);
  return *this;
}

sum& sum::minus(std::uint64_t value, std::string_view what) {
  add("\u2212", value, what);
  return *this;
}

std::string sum::text() const {
  return terms_ == 0 ? text_ + " = 0" : text_;
}

std::string finding(const cell& of) {
  if (of.hidden) {
    return "found in a number of " + counted(of.base, "response", "responses") +
           " that is not shown";
  }
  const std::string figure = number(of.count) + " of " + counted(of.base, "response", "responses") +
                             " (" + share(of.count, of.base) + ")";
  if (of.by_rule_only == 0) return figure;
  if (of.by_rule_only == of.count) return "found by rule in at least " + figure;
  return "found in at least " + figure + ", in " + number(of.by_rule_only) +
         " of them by rule alone";
}

std::string phrase(disposition value) {
  std::string out(word(value));
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string_view phrase(answer_state value) {
  constexpr std::array<std::string_view, answer_state_count> phrases = {
      "not asked",
      "that stopped before it",
      "left blank",
      "with no comment",
      "that point to another answer",
      "whose words were moved to another question",
      "not yet turned into text",
      "in a language without rules",
      "with words",
      "with a choice"};
  return phrases[static_cast<std::size_t>(value)];
}

std::string_view phrase(capacity value) {
  constexpr std::array<std::string_view, 4> phrases = {
      "that do not say", "on their own behalf", "on behalf of an organisation",
      "both on their own behalf and for an organisation"};
  return phrases[static_cast<std::size_t>(value)];
}

std::string_view phrase(publication value) {
  constexpr std::array<std::string_view, 4> phrases = {
      "that did not say", "that may be quoted and, where they are bodies, named",
      "that may be quoted without a name", "that asked to be counted only"};
  return phrases[static_cast<std::size_t>(value)];
}

std::string_view phrase(coder_kind value) {
  constexpr std::array<std::string_view, 4> phrases = {
      "on rules alone", "on codings by a model", "on codings by people",
      "on codings that people settled between them"};
  return phrases[static_cast<std::size_t>(value)];
}

}  // namespace heard::reporting
