#include "text/matching_view.hpp"

#include <heard/text/tokens.hpp>

namespace heard::text {

struct tokeniser::state {
  matching_view view{best_classifier()};
};

tokeniser::tokeniser() : state_(std::make_unique<state>()) {}
tokeniser::~tokeniser() = default;
tokeniser::tokeniser(tokeniser&&) noexcept = default;
tokeniser& tokeniser::operator=(tokeniser&&) noexcept = default;

void tokeniser::tokens(std::string_view text, std::vector<token>& out) {
  state_->view.tokens(text, out);
}

void tokeniser::token_spans(std::string_view text, std::vector<span>& out) {
  state_->view.token_spans(text, out);
}

void tokeniser::words(std::string_view text, std::vector<span>& out) {
  state_->view.words(text, out);
}

std::string_view without_possessive(std::string_view folded) {
  const bool possessive = folded.size() > 2 && folded.ends_with("'s");
  return possessive ? folded.substr(0, folded.size() - 2) : folded;
}

}  // namespace heard::text
