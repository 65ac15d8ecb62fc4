#include "identity/campaigns/differences.hpp"
#include "identity/campaigns/finder.hpp"

#include <heard/base/error.hpp>
#include <heard/identity/campaigns.hpp>

#include <array>

namespace heard {

std::shared_ptr<const campaigns> find_campaigns(std::shared_ptr<const consultation> of,
                                                const campaign_options& options,
                                                const run_options& run) {
  return campaign_finder(std::move(of), options, run).find();
}

std::vector<difference> campaign_differences(const campaigns& of, campaign_id which,
                                             std::size_t member) {
  if (which.value >= of.all().size() || member >= of[which].members.size()) {
    throw error(status::bad_argument, "there is no such member of a campaign");
  }
  letters::word_reader reader;
  letters::located_words letter;
  letters::located_words own;
  letters::locate_words(*of.of(), of[which].reference, reader, letter);
  letters::locate_words(*of.of(), of[which].members[member].response, reader, own);
  return letters::differences_of(letter, own, letters::align(letter, own));
}

std::vector<answer_id> campaign_letter(const campaigns& of, campaign_id which) {
  if (which.value >= of.all().size()) {
    throw error(status::bad_argument, "there is no such campaign");
  }
  letters::word_reader reader;
  std::vector<letters::word_hash> words;
  std::vector<answer_id> out;
  const auto [first, last] = of.of()->answers_of(of[which].reference);
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (!letters::compared(*of.of(), answer)) continue;
    words.clear();
    reader.read(of.of()->text_of(answer), words);
    if (words.size() >= letters::words_at_least) out.push_back(answer);
  }
  return out;
}

std::string_view word(difference_kind value) {
  constexpr std::array<std::string_view, 3> words = {"added", "cut", "changed"};
  return words[static_cast<std::size_t>(value)];
}

}  // namespace heard
