/// @file
/// Quotes of a consultation that comes in parts, chosen without keeping any part.
#pragma once

#include <heard/coding/codings.hpp>
#include <heard/quotes/attribution.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/quotes/runs.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heard {

/// All that is kept of words that may be printed.
struct kept_quote {
  std::string response;  ///< Its id.
  question_id question;
  theme_id theme;
  std::uint32_t answer = 0;        ///< Which of the response's answers, in their order.
  std::vector<text::span> pieces;  ///< In bytes of that answer.
  std::vector<quote_run> runs;
  std::string language;
  std::optional<quote_translation> translation;
  attribution by;  ///< Known once all parts are counted.
  bool cleared = false;
  bool pinned = false;
  bool may_be_published = false;
  held why_held = held::no;
  std::string found;  ///< What in its words may tell who somebody is; see list_of().
  std::vector<organisation_id> bodies;  ///< Of the response.
};

/// Chooses for every theme at every question as quote_selector does, but by the theme's own codings
/// alone, those of its children not. The parts have one questionnaire, codebook and set of
/// organisations, and no response or respondent is in two. What is chosen does not depend on how
/// the responses are cut into parts. Belongs to one thread.
class quote_collection {
 public:
  /// @param limit  as in quote_request
  explicit quote_collection(std::uint32_t limit);
  ~quote_collection();
  quote_collection(quote_collection&&) noexcept;
  quote_collection& operator=(quote_collection&&) noexcept;

  /// Takes in a part, which is not needed afterwards.
  void add(const codings& part);

  /// Those of one theme at one question, the best first: all that were drawn, 8 times the limit and
  /// 24 at least, and those that people pinned or cleared.
  /// @param published_only  only those that may be published
  /// @param by  counts all parts
  [[nodiscard]] std::vector<std::shared_ptr<const kept_quote>> select(theme_id theme,
                                                                      question_id question,
                                                                      bool published_only,
                                                                      const attributor& by) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard
