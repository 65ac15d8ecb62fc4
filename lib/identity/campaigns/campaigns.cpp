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

std::string_view word(difference_kind value) {
  constexpr std::array<std::string_view, 3> words = {"added", "cut", "changed"};
  return words[static_cast<std::size_t>(value)];
}

}  // namespace heard
