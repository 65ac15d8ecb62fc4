/// @file
/// One response of a disclosure, before it is written.
#pragma once

#include <heard/model/consultation.hpp>
#include <heard/quotes/gate.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard::reporting {

inline constexpr std::string_view withheld_mark = "[withheld]";

/// What is not shown of one response, or of one of its answers.
struct withheld_words {
  std::string question;  ///< Empty: the response as a whole.
  std::string reason;
  std::size_t count = 1;  ///< Stretches left out, or answers.
};

/// What one response says to one question, as it may be shown.
struct disclosed_answer {
  std::string text;                  ///< Of an open question, and of an "other".
  std::vector<std::string> options;  ///< Labels.
  std::vector<withheld_words> withheld;
  [[nodiscard]] bool empty() const { return text.empty() && options.empty(); }
};

/// Why a response is not disclosed at all; empty: it is.
[[nodiscard]] std::string withheld_whole(const consultation& of, response_id response);

/// Looks up what was found and decided once for all answers.
class answer_discloser {
 public:
  /// @param of  must outlive this
  explicit answer_discloser(const consultation& of);
  [[nodiscard]] disclosed_answer operator()(response_id response, question_id question) const;

 private:
  struct slice {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool ban = false;
  };
  [[nodiscard]] std::string words(answer_id answer, const std::string& question,
                                  std::vector<withheld_words>& withheld) const;
  [[nodiscard]] std::size_t unsettled(answer_id answer) const;

  const consultation& of_;
  std::vector<personal_finding> found_;  // Those that no redaction settles, by answer.
  std::vector<std::vector<slice>> decided_;
  std::vector<std::uint32_t> decided_row_;  // By answer: one past a row of decided_; 0: none.
};

}  // namespace heard::reporting
