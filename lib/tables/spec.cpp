#include <heard/base/error.hpp>
#include <heard/base/nearest.hpp>
#include <heard/tables/spec.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace heard {

namespace {

constexpr std::array<std::string_view, 5> unit_words = {"responses", "respondents", "organisations",
                                                        "answers", "mentions"};
constexpr std::array<std::string_view, 6> base_words = {"received", "included",    "asked",
                                                        "answered", "substantive", "reviewed"};
constexpr std::array<std::string_view, 4> view_words = {"as_decided", "all", "campaigns_as_one",
                                                        "campaigns_excluded"};

struct axis_word {
  std::string_view word;
  axis_kind kind;
};
constexpr std::array<axis_word, 6> axis_words = {{{"all", axis_kind::all},
                                                  {"theme", axis_kind::theme},
                                                  {"question", axis_kind::question},
                                                  {"chapter", axis_kind::chapter},
                                                  {"channel", axis_kind::channel},
                                                  {"capacity", axis_kind::capacity}}};

[[noreturn]] void throw_unknown(std::string_view what, std::string_view word,
                                const std::vector<std::string>& known) {
  throw error(status::not_found, "unknown " + std::string(what) + " \"" + std::string(word) + "\"" +
                                     did_you_mean(word, known));
}

bool closed(const question& of) {
  return of.kind != question_kind::open;
}

question_id category_question(const consultation& of) {
  if (of.settings().attribution.valid()) return of.settings().attribution;
  for (const question_id id : of.each_question()) {
    const question& candidate = of.asked()[id];
    if (candidate.about_you && closed(candidate)) return id;
  }
  throw error(status::not_found, "there is no \"category\": no closed question is about_you");
}

template <class Kind>
Kind parse_word(std::string_view what, std::string_view word) {
  if (const auto found = from_word<Kind>(word)) return *found;
  const auto words = words_of<Kind>();
  throw_unknown(what, word, std::vector<std::string>(words.begin(), words.end()));
}

}  // namespace

template <>
std::span<const std::string_view> words_of<unit>() {
  return unit_words;
}

template <>
std::span<const std::string_view> words_of<base>() {
  return base_words;
}

template <>
std::span<const std::string_view> words_of<campaign_view>() {
  return view_words;
}

std::string_view word(campaign_view value) {
  return view_words[static_cast<std::size_t>(value)];
}

std::string_view word(unit value) {
  return unit_words[static_cast<std::size_t>(value)];
}

std::string_view word(base value) {
  return base_words[static_cast<std::size_t>(value)];
}

unit parse_unit(std::string_view word) {
  return parse_word<unit>("unit", word);
}

base parse_base(std::string_view word) {
  return parse_word<base>("base", word);
}

axis parse_axis(std::string_view word, const consultation& of) {
  const auto fixed = std::find_if(axis_words.begin(), axis_words.end(),
                                  [&](const axis_word& known) { return known.word == word; });
  if (fixed != axis_words.end()) return {fixed->kind, {}};
  if (word == "category") return {axis_kind::option, category_question(of)};

  std::vector<std::string> known;
  for (const axis_word& each : axis_words) known.emplace_back(each.word);
  known.emplace_back("category");
  for (const question_id id : of.each_question()) {
    const question& candidate = of.asked()[id];
    if (candidate.id == word && closed(candidate)) return {axis_kind::option, id};
    if (candidate.id == word) {
      throw error(status::not_found, "question \"" + candidate.id +
                                         "\" is open; an axis takes closed ones, or \"question\"");
    }
    if (closed(candidate)) known.push_back(candidate.id);
  }
  throw_unknown("axis", word, known);
}

}  // namespace heard
