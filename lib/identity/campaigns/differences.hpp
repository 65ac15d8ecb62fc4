/// @file
/// A response laid beside the reference letter, word by word, whatever order its blocks stand in.
#pragma once

#include "identity/campaigns/documents.hpp"

#include <heard/identity/campaigns.hpp>

#include <cstdint>
#include <vector>

namespace heard::letters {

/// All words of a response's open answers, few-worded ones too, and where each stands.
struct located_words {
  std::vector<word_hash> words;  ///< No answer's ends among them.
  std::vector<answer_id> answer;
  std::vector<text::span> bytes;
};

void locate_words(const consultation& of, response_id response, word_reader& reader,
                  located_words& out);

/// For each word of `text` the word of `letter` that it is; no_text: it is the sender's own. Each
/// word of the letter is used once. Passages of three words or more are matched first, wherever
/// they stand, the longest first choice of each word; then single words between two that are
/// matched.
[[nodiscard]] std::vector<std::uint32_t> align(const located_words& letter,
                                               const located_words& text);

/// What an alignment says, in the order of the response; what was cut stands where it would have.
[[nodiscard]] std::vector<difference> differences_of(const located_words& letter,
                                                     const located_words& text,
                                                     const std::vector<std::uint32_t>& alignment);

/// Fills in the figures and how a member uses the letter.
void measure(const located_words& letter, const located_words& text,
             const std::vector<difference>& differences, campaign_member& out);

}  // namespace heard::letters
