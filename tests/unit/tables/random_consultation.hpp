/// @file
/// Small consultations from a seed: everything that makes counting hard, a little of each.
#pragma once

#include "support/small_consultation.hpp"

#include <random>

namespace heard::test {

inline const std::string theme_words[] = {"alpha", "beta", "gamma", "delta", "epsilon"};

class consultation_generator {
 public:
  explicit consultation_generator(std::uint64_t seed) : bits_(seed) {}

  [[nodiscard]] small_consultation operator()() {
    small_consultation out;
    out.chapters = {"c1", "c2"};
    out.asked = {{"q1", question_kind::open, "c1", ""},
                 {"q2", question_kind::open, "c1", "", "form"},
                 {"q3", question_kind::open, "c2", ""},
                 {"rate", question_kind::scale, "c2", "low mid high", "form"},
                 {"you", question_kind::multiple, "", "a b c", "form letter"}};
    out.settings.precedence = {coder_kind::adjudicated, coder_kind::human, coder_kind::rule};
    if (one_in(3)) out.settings.precedence = {coder_kind::rule, coder_kind::human};
    if (one_in(4)) out.settings.precedence = {coder_kind::human};
    out.themes = themes();
    const std::size_t responses = below(13);
    for (std::size_t i = 0; i < responses; ++i) out.responses.push_back(response(i));
    decide(out);
    return out;
  }

  [[nodiscard]] std::size_t below(std::size_t n) { return bits_() % n; }
  [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  // Themes t0 to t4, one for each word; a theme's parent is one before it.
  std::vector<small_consultation::theme_row> themes() {
    std::vector<small_consultation::theme_row> out;
    for (std::size_t i = 0; i < 5; ++i) {
      small_consultation::theme_row row;
      row.id = "t" + std::to_string(i);
      if (!one_in(6)) row.match = {theme_words[i]};
      if (i > 0 && !one_in(2)) row.parent = "t" + std::to_string(below(i));
      constexpr const char* places[] = {"q1", "q2", "q3", "c1", "general"};
      if (one_in(3)) row.questions = {places[below(5)]};
      out.push_back(std::move(row));
    }
    return out;
  }

  std::string words() {
    if (one_in(8)) return no_comment;
    if (one_in(8)) return refers;
    if (one_in(8)) return unread;
    std::string out = "So";
    for (std::size_t i = below(5); i > 0; --i) out += " " + theme_words[below(5)];
    return out + ".";
  }

  small_consultation::response_row response(std::size_t number) {
    small_consultation::response_row out;
    out.id = "r" + std::to_string(number);
    out.channel = one_in(3) ? "letter" : "form";
    if (!one_in(2)) out.sender = "s" + std::to_string(below(4));
    out.capacity = static_cast<capacity>(below(4));
    for (std::size_t i = below(3); i > 0; --i)
      out.bodies.push_back("Body " + std::to_string(below(3)));
    if (one_in(6)) out.disposition = one_in(2) ? disposition::duplicate : disposition::invalid;
    for (const char* place : {"q1", "q2", "q3", "c1", "c2", "general"}) {
      const bool question = place[0] == 'q';
      if (question ? one_in(4) : !one_in(5)) continue;
      out.answers.emplace_back(place, words());
      if (one_in(5)) out.answers.emplace_back(place, words());
    }
    constexpr const char* rates[] = {"low", "mid", "high"};
    if (one_in(2)) out.answers.emplace_back("rate", rates[below(3)]);
    constexpr const char* choices[] = {"a", "b", "c", "a b", "b c", "a b c", ""};
    if (!one_in(4)) out.answers.emplace_back("you", choices[below(7)]);
    return out;
  }

  // People code and read some of the answers with words.
  void decide(small_consultation& to) {
    for (const auto& response : to.responses) {
      std::string before;
      for (const auto& [question, words] : response.answers) {
        const bool first_there = question != before;
        before = question;
        if (!first_there || words.rfind("So", 0) != 0) continue;
        const bool second_coder = one_in(5);
        if (one_in(5)) to.reviews.push_back({response.id, question, "ann"});
        if (!one_in(4)) continue;
        const std::string theme = "t" + std::to_string(below(5));
        to.codings.push_back({response.id, question, "ann", theme, one_in(2) ? "So" : ""});
        if (second_coder) {
          to.codings.push_back({response.id, question, "ben", theme, "So",
                                one_in(2) ? coder_kind::adjudicated : coder_kind::human});
        }
      }
    }
  }

  std::mt19937_64 bits_;
};

}  // namespace heard::test
