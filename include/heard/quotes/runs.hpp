/// @file
/// The words of a quote as they are shown: slices of the answer, what stands for words left out,
/// and what stands for words redacted.
#pragma once

#include <heard/model/consultation.hpp>
#include <heard/quotes/select.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heard {

/// A stretch of a quote. Put together, the texts of a quote's runs are quote_text().
struct quote_run {
  enum class kind : std::uint8_t {
    words,     ///< A slice of the answer.
    evidence,  ///< One that the theme was found by; evidence with but a space between is one.
    redacted,  ///< What a redaction shows in the place of its words.
    cut        ///< "[...]" and the spaces beside it, for words left out.
  };
  kind is = kind::words;
  std::string text;
  text::span bytes;  ///< Of the answer, which is what it says there but in a `redacted` or a `cut`.
};

/// Every piece is checked against the answer as its runs are made. A redaction that reaches over
/// the end of a piece hides what it covers there.
/// @throw error(status::internal) if a piece is no slice of the answer
[[nodiscard]] std::vector<quote_run> quote_runs(const consultation& of, const quote& from);

/// What stands beside a quote for those who do not read its language.
struct quote_translation {
  std::string text;
  std::string language;
  std::string by;             ///< Its author.
  bool whole_answer = false;  ///< It says more than the quote.
};

/// The words that the person who cleared the quote gave; else, where the quote is all of the
/// answer, a translation of the answer: into the consultation's language, or the first there is.
/// Beside a quote that is not to be published the translation of the whole answer stands instead,
/// beside one that is nothing: more than was cleared must not get out by way of it. Nor is a whole
/// translation shown of an answer with redactions, which it may well undo, or beside a quote that
/// nobody cleared if it holds what may tell who somebody is.
[[nodiscard]] std::optional<quote_translation> translation_beside(const consultation& of,
                                                                  const quote& from);

/// The words of an answer with every redaction made, for lists that people read.
[[nodiscard]] std::string shown_words(const consultation& of, answer_id answer);

}  // namespace heard
