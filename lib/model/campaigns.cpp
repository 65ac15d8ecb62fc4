#include <heard/model/campaigns.hpp>

#include <array>

namespace heard {

std::optional<campaign_id> campaigns::find(std::string_view id) const {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].id == id) return campaign_id(i);
  }
  return std::nullopt;
}

std::string_view word(membership value) {
  constexpr std::array<std::string_view, 4> words = {"copy", "edited", "extended", "excerpt"};
  return words[static_cast<std::size_t>(value)];
}

}  // namespace heard
