#include "query/explain.hpp"

#include "query/bytes.hpp"

#include <heard/base/utf8.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace heard::query {
namespace {

place at(std::size_t first, std::size_t last) {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string_view run_from(std::string_view source, std::size_t first) {
  const auto end =
      std::find_if_not(source.begin() + static_cast<std::ptrdiff_t>(first), source.end(), in_run);
  return source.substr(first, static_cast<std::size_t>(end - source.begin()) - first);
}

/// What stands before `end`: a run, one bracket or quotation mark, or nothing.
std::string_view before(std::string_view source, std::size_t end) {
  while (end > 0 && is_space(source[end - 1])) --end;
  std::size_t first = end;
  while (first > 0 && in_run(source[first - 1])) --first;
  if (first == end && end > 0) --first;
  return source.substr(first, end - first);
}

/// A run as a message shows it, cut where it is long.
std::string cut(std::string_view run) {
  std::size_t size = std::min<std::size_t>(run.size(), 40);
  while (size < run.size() && size > 0 && utf8::continuation(run[size])) --size;
  return fmt::format("{}{}", run.substr(0, size), size < run.size() ? "..." : "");
}

std::string quoted(std::string_view run) {
  return fmt::format("\"{}\"", cut(run));
}

/// NEAR or BEFORE where the run is one of these, in whatever case and with whatever behind it:
/// `NEAR`, `near/3`, `NEAR3`, `NEAR/3b`. Empty for NEARLY.
std::string_view proximity(std::string_view run) {
  const std::string big = upper(run);
  for (const std::string_view name : {"NEAR", "BEFORE"}) {
    if (!big.starts_with(name)) continue;
    const std::string_view rest = run.substr(name.size());
    if (rest.empty() || rest[0] == '/' || is_digit(rest[0])) return name;
  }
  return {};
}

bool is_operator(std::string_view run) {
  const std::string_view name = proximity(run);
  return run == "AND" || run == "OR" || run == "NOT" || (!name.empty() && run.starts_with(name));
}

constexpr std::string_view between_items =
    "two items side by side; put AND, OR, NEAR/n or BEFORE/n between them, or quotation marks "
    "around a phrase";

fault explain_proximity(std::string_view name, std::string_view run, place where) {
  std::string_view digits = run.substr(name.size());
  if (digits.starts_with('/')) digits.remove_prefix(1);
  const bool number =
      !digits.empty() && digits.size() <= 2 && std::all_of(digits.begin(), digits.end(), is_digit);
  if (number && digits[0] != '0' && digits <= (digits.size() == 2 ? "50" : "9")) {
    return {fmt::format("{} is not an operator; write {}/{}", quoted(run), name, digits), where};
  }
  return {fmt::format("{} is not an operator; write {} with a number from 1 to 50, as in {}/5",
                      quoted(run), name, name),
          where};
}

/// An item ended, and neither an operator nor the end follows.
fault explain_connective(std::string_view source, std::size_t first, const stop& s) {
  if (first == source.size()) {
    const std::uint32_t open = s.open.value_or(0);
    return {"this bracket is never closed", at(open, open + 1)};
  }
  const char byte = source[first];
  const std::string_view run = run_from(source, first);
  if (byte == ')') {
    return {"this bracket closes nothing", at(first, first + 1)};
  }
  if (s.parsing == goal::list_word) {
    if (is_operator(run) || byte == '(') {
      return {"an entry of a list is one word or one phrase, without operators or brackets",
              at(first, first + std::max<std::size_t>(run.size(), 1))};
    }
    return {"two words side by side; put quotation marks around a phrase, or make them two entries",
            at(first, first + std::max<std::size_t>(run.size(), 1))};
  }
  if (run.empty()) {
    const std::size_t shut = byte == '"' ? source.find('"', first + 1) : std::string_view::npos;
    return {std::string(between_items),
            at(first, shut == std::string_view::npos ? first + 1 : shut + 1)};
  }

  const place where = at(first, first + run.size());
  const std::string big = upper(run);
  if (big == "NOT") return {"NOT stands only after AND; write AND NOT", where};
  if (big == "AND" || big == "OR") {
    return {fmt::format("operators are upper case; write {}", big), where};
  }
  if (const std::string_view name = proximity(run); !name.empty()) {
    return explain_proximity(name, run, where);
  }
  for (const std::string_view name : {"AND", "OR", "NOT"}) {
    if (run.starts_with(name) && !(run[name.size()] >= 'A' && run[name.size()] <= 'Z')) {
      return {fmt::format("{} is not an operator; put a space after {}", quoted(run), name), where};
    }
  }
  if (run == "&" || run == "&&" || run == "+") {
    return {fmt::format("{} is not an operator; write AND", quoted(run)), where};
  }
  if (run == "|" || run == "||" || run == "/" || run == "," || run == ";") {
    return {fmt::format("{} is not an operator; write OR", quoted(run)), where};
  }
  if (byte == '~') return {"~1 and ~2 follow one word, not a phrase or a bracket", where};
  if (byte == '-')
    return {"a hyphen is not an operator; to leave answers out write AND NOT", where};
  const std::string_view last = before(source, first);
  if (const std::string name = upper(last); name == "AND" || name == "OR" || name == "NOT") {
    const auto start = static_cast<std::size_t>(last.data() - source.data());
    return {fmt::format("{} is a word here; operators are upper case", quoted(last)),
            at(start, start + last.size())};
  }
  if (last.starts_with('\'')) {
    return {"two items side by side; a phrase stands between double quotation marks", where};
  }
  return {std::string(between_items), where};
}

/// An operator, a bracket or the start of the rule wants an item, and none follows.
fault explain_nothing(std::string_view source, std::size_t first, const stop& s) {
  const std::string_view last = before(source, s.at);
  if (last.empty()) {
    if (first == source.size()) {
      return {s.parsing == goal::rule ? "the rule is empty" : "the entry is empty",
              at(0, source.size())};
    }
    return {"this bracket closes nothing", at(first, first + 1)};
  }
  const auto start = static_cast<std::size_t>(last.data() - source.data());
  if (last == "(") {
    if (first == source.size()) return {"this bracket is never closed", at(start, start + 1)};
    return {"nothing stands between these brackets", at(start, first + 1)};
  }
  return {fmt::format("{} needs something on its right", cut(last)),
          at(start, start + last.size())};
}

fault explain_operator(std::string_view source, std::string_view run, place where) {
  if (run == "NOT") return {"NOT stands only after AND, as in a AND NOT b", where};
  const std::string_view last = before(source, where.first);
  if (!last.empty() && last != "(") {
    return {fmt::format("two operators side by side: {} and {}", cut(last), cut(run)), where};
  }
  return {fmt::format("{} needs something on its left", cut(run)), where};
}

/// A run begins where an item should, and is none.
fault explain_run(std::string_view source, std::size_t first, const stop& s) {
  const std::string_view run = run_from(source, first);
  const place where = at(first, first + run.size());
  if (is_operator(run)) return explain_operator(source, run, where);

  const char byte = run[0];
  if (byte == '@' || byte == '#') {
    if (s.parsing == goal::list_word) {
      return {"an entry of a list is one word or one phrase, not a theme or another list", where};
    }
    const std::string_view name = byte == '@' ? "a theme" : "a list";
    return {
        fmt::format("{} is named by an id of lower-case letters, digits and hyphens, at most 64; "
                    "{} stands in quotation marks",
                    name, byte == '@' ? "an @mention" : "a #hashtag"),
        where};
  }
  const bool prefixed = byte == '=' || byte == '%';
  if (prefixed && run.size() == 1) {
    return {fmt::format("{} stands right before one word, as in {}care", byte, byte), where};
  }
  const auto bad = std::find_if_not(run.begin() + (prefixed ? 1 : 0), run.end(), is_plain);
  if (bad == run.end()) return {"a word, a phrase, a list or a theme is missing here", where};
  const std::size_t place_of_bad = first + static_cast<std::size_t>(bad - run.begin());
  const place byte_at = at(place_of_bad, place_of_bad + 1);
  if (*bad == '~') return {"~ ends a word and is followed by 1 or 2, as in colour~1", byte_at};
  if (*bad == '&' || *bad == '|' || *bad == '+' || *bad == ',' || *bad == ';') {
    return {fmt::format("{} cannot stand in a word; write AND or OR between words, or put "
                        "quotation marks around a phrase",
                        *bad),
            byte_at};
  }
  return {fmt::format("{} cannot stand in a word; put quotation marks around what holds it", *bad),
          byte_at};
}

fault explain_item(std::string_view source, std::size_t first, const stop& s) {
  if (first == source.size() || source[first] == ')') return explain_nothing(source, first, s);
  if (source[first] == '"') {
    return {"this phrase is never closed; a quotation mark is missing", at(first, source.size())};
  }
  if (source[first] == '(') {
    return {"an entry of a list is one word or one phrase, without operators or brackets",
            at(first, first + 1)};
  }
  return explain_run(source, first, s);
}

}  // namespace

fault explain(std::string_view source, const stop& where) {
  std::size_t first = where.at;
  while (first < source.size() && is_space(source[first])) ++first;
  switch (where.what) {
    case wanted::connective:
      return explain_connective(source, first, where);
    case wanted::bracket: {
      const std::string_view last = before(source, where.at);
      const auto start = static_cast<std::size_t>(last.data() - source.data());
      return {"SENTENCE is followed by brackets, as in SENTENCE(a AND b)",
              at(start, start + last.size())};
    }
    case wanted::item:
      break;
  }
  return explain_item(source, first, where);
}

}  // namespace heard::query
