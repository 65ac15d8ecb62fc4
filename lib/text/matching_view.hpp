/// @file
/// What stands behind text::tokeniser.
#pragma once

#include "text/edges.hpp"
#include "text/word_scanner.hpp"

#include <heard/text/tokens.hpp>

#include <string_view>
#include <vector>

namespace heard::text {

/// Makes tokens by one way of classifying bytes. Keeps its buffers; belongs to one thread.
class matching_view {
 public:
  explicit matching_view(const classifier_choice& by) : scan_(by) {}

  /// tokeniser::tokens().
  void tokens(std::string_view text, std::vector<token>& out);

  /// tokeniser::token_spans().
  void token_spans(std::string_view text, std::vector<span>& out);

  /// text::words().
  void words(std::string_view text, std::vector<span>& out);

 private:
  void find_words(std::string_view text);
  void find_sentences(std::string_view text);
  void words_between_protected(std::string_view text);
  void number(token* to) const;
  void number_with_protected(token* to) const;

  word_scanner scan_;
  edges words_;
  std::vector<span> sentences_;
  std::vector<token> protected_;
};

}  // namespace heard::text
