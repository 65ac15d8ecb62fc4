#include "coding/looked_for.hpp"

#include <heard/base/error.hpp>

#include <fmt/format.h>

#include <string>

namespace heard::matching {
namespace {

/// The primary subtag of a language tag, in lower case; tags are ASCII.
std::string primary_subtag(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

themes_by_question themes_looked_for(const consultation& of, const codebook& book) {
  const std::vector<theme>& themes = book.themes;
  themes_by_question out(of.asked().questions().size());
  const auto look_for = [&](question_id question, std::size_t row) {
    if (of.asked()[question].kind != question_kind::open) return;
    out[question.value].resize(themes.size());
    out[question.value][row] = true;
  };
  for (std::size_t row = 0; row < themes.size(); ++row) {
    if (themes[row].match.empty()) continue;
    for (const std::string& id : themes[row].questions) {
      const auto question = of.asked().find_question(id);
      if (!question) {
        throw error(status::bad_codebook, fmt::format("there is no question \"{}\"", id),
                    themes[row].where);
      }
      look_for(*question, row);
    }
    if (!themes[row].questions.empty()) continue;
    for (const question_id question : of.each_question()) look_for(question, row);
  }
  return out;
}

std::vector<bool> themes_at_events(const codebook& book) {
  std::vector<bool> out;
  for (const theme& t : book.themes) out.push_back(!t.match.empty() && t.questions.empty());
  return out;
}

bool is_in_language(std::string_view tag, const codebook& book) {
  return primary_subtag(tag) == primary_subtag(book.language);
}

std::vector<bool> languages_with_rules(const consultation& of, const codebook& book) {
  std::vector<bool> out;
  for (const std::string& tag : of.languages()) out.push_back(is_in_language(tag, book));
  return out;
}

}  // namespace heard::matching
