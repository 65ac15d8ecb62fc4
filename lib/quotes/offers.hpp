// What the responses of one consultation, or one part of it, offer for a theme, before it is known
// which of it is chosen.
#pragma once

#include "quotes/excerpt.hpp"

#include <heard/base/hash.hpp>
#include <heard/quotes/gate.hpp>
#include <heard/quotes/select.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace heard::quoting {

enum class tier : std::uint8_t { pinned, cleared, other };

// What one response offers. Its sentences are looked for only when it may be drawn.
struct offer {
  response_id response;
  quoting::tier tier = tier::other;
  std::span<const coding_id> codings;
  quote ready;  // Without pieces: still to be made, from the first of `codings` with words.
};

class offers {
 public:
  // @param from  must outlive this
  explicit offers(const codings& from);

  // The words that people chose, pinned before cleared. @param codings  of one response, in order
  [[nodiscard]] offer of(std::span<const coding_id> codings) const;
  // Whether a person decided on words of any of their answers.
  [[nodiscard]] bool decided_on(std::span<const coding_id> codings) const;
  // Finds the words of an offer that has none yet. False where there are none to be had.
  [[nodiscard]] bool make(offer& to) const;
  // What the gate says of a quote.
  void judge(quote& of) const;

  [[nodiscard]] const print_gate& gate() const { return gate_; }

 private:
  [[nodiscard]] bool banned(answer_id answer, std::span<const text::span> pieces) const;
  [[nodiscard]] std::span<const quote_decision* const> decided(answer_id answer) const;
  [[nodiscard]] quote make_quote(coding_id coding, excerpt words) const;

  const codings& from_;
  const consultation& of_;
  print_gate gate_;
  std::vector<const quote_decision*> decisions_;  // By answer, then pins before bans and clears.
};

// How many responses take part in the draw where `limit` quotes are wanted: those with the least
// hashes. So few need be kept, whatever the number of responses, and still enough to spread quotes
// over attributions and to pass over words that may not be printed.
[[nodiscard]] constexpr std::size_t drawn_for(std::size_t limit) {
  constexpr std::size_t for_each_quote = 8;
  constexpr std::size_t fewest = 24;
  return limit < fewest / for_each_quote ? fewest : limit * for_each_quote;
}

// What the order of quotes depends on.
struct standing {
  quoting::tier tier = tier::other;
  hash128 draw;
  std::string response;  // Its id, which decides where two draws are equal.
  std::uint64_t respondent = 0;
  std::string by;
};

// Pinned ones first, then cleared ones, then others; within each, respondents not yet quoted first,
// then spread over attributions, then by draw. Rows of `all`, in that order.
[[nodiscard]] std::vector<std::size_t> order_of_quotes(std::span<const standing> all);

}  // namespace heard::quoting
