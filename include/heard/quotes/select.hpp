/// @file
/// Passages that show what a theme means.
#pragma once

#include <heard/coding/codings.hpp>
#include <heard/quotes/attribution.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heard {

/// Words of one answer. Verbatim: every piece is a slice of it, and what is left out is marked.
struct quote {
  answer_id answer;
  coding_id coding;                  ///< Why it was chosen.
  std::vector<text::span> pieces;    ///< In order; more than one where the middle is left out.
  std::vector<text::span> evidence;  ///< Inside the pieces.
  attribution by;
  bool cleared = false;  ///< A person cleared them, or pinned them and nothing is to be cleared.
  bool pinned = false;
  bool may_be_published = false;            ///< The gate lets it be printed; see gate.hpp.
  held why_held = held::no;                 ///< Why it does not.
  std::vector<personal_finding> unsettled;  ///< What in its words may tell who somebody is.
  /// What the person who cleared these words said that they are in another language. May be empty.
  std::string translation;
  /// Nobody cleared these words, and a translation of the answer holds what may tell who somebody
  /// is: none stands beside them.
  bool translation_held = false;
};

struct quote_request {
  theme_id theme;                       ///< Its children's codings show it too.
  std::optional<question_id> question;  ///< Only there.
  std::uint32_t limit = 3;              ///< Most quotes wanted; 0: none.
  std::uint64_t seed = 0;               ///< Same seed, same quotes, on every machine.
  bool published_only = false;          ///< Only those that may be published.
};

/// Chooses quotes of one consultation, whatever the number of requests: it looks through the
/// codings once. May be used by several threads at a time.
///
/// A quote is what a person cleared or pinned, just these words, where they overlap evidence of the
/// theme. Else it is the whole sentences that hold the evidence, up to 700 bytes: then those of
/// them that hold most of it, and a longer sentence is cut between words. Where a person coded the
/// whole answer it is its first two sentences. Banned words are in no quote.
class quote_selector {
 public:
  /// @param from  must outlive this
  explicit quote_selector(const codings& from);
  ~quote_selector();
  quote_selector(quote_selector&&) noexcept;
  quote_selector& operator=(quote_selector&&) noexcept;

  /// Drawn are the responses with the least XXH3-128 of seed and id, eight for each quote wanted
  /// and 24 at least, beside those whose words a person pinned or cleared. Of these the pinned come
  /// first, then the cleared, then the others; within each, respondents not yet quoted first,
  /// spread over attributions, and by that hash. A response is quoted at most once. Words of
  /// responses that are `counted_only` or `unknown` are chosen too, not to be published.
  [[nodiscard]] std::vector<quote> select(const quote_request& request) const;

 private:
  struct state;
  std::unique_ptr<const state> state_;
};

/// One request. For many, keep a quote_selector.
[[nodiscard]] std::vector<quote> select_quotes(const codings& from, const quote_request& request);

/// The words of a quote, pieces joined by " [...] "; "[...]" stands before and after them too where
/// they begin or end inside a sentence, and redactions show what they show instead of their words.
/// Checked against the answer as it is made.
/// @throw error(status::internal) if a piece is no slice of the answer
[[nodiscard]] std::string quote_text(const consultation& of, const quote& from);

}  // namespace heard
