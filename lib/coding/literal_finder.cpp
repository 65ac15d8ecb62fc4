#include "coding/literal_finder.hpp"

namespace heard::matching {

std::uint32_t literal_finder::add(std::string_view literal) {
  std::uint32_t at = 0;
  for (const char byte : literal) {
    const auto [place, fresh] = growing_[at].try_emplace(
        static_cast<unsigned char>(byte), static_cast<std::uint32_t>(states_.size()));
    at = place->second;
    if (fresh) {
      states_.emplace_back();
      growing_.emplace_back();
    }
  }
  if (states_[at].literal == none) states_[at].literal = literals_++;
  return states_[at].literal;
}

void literal_finder::finish() {
  for (std::size_t s = 0; s < growing_.size(); ++s) {
    states_[s].first = static_cast<std::uint32_t>(edges_.size());
    for (const auto& [byte, to] : growing_[s]) edges_.push_back({byte, to});
    states_[s].last = static_cast<std::uint32_t>(edges_.size());
  }
  for (const auto& [byte, to] : growing_[0]) from_root_[byte] = to;
  growing_.clear();
  growing_.shrink_to_fit();

  // Breadth first, so that shorter states, to which `back` leads, are done before longer ones.
  std::vector<std::uint32_t> queue = {0};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const state from = states_[queue[i]];
    for (std::uint32_t e = from.first; e < from.last; ++e) {
      state& to = states_[edges_[e].to];
      to.back = queue[i] == 0 ? 0 : step(from.back, edges_[e].byte);
      to.shorter = states_[to.back].literal != none ? to.back : states_[to.back].shorter;
      queue.push_back(edges_[e].to);
    }
  }
}

std::uint32_t literal_finder::child(std::uint32_t at, unsigned char byte) const {
  for (std::uint32_t e = states_[at].first; e < states_[at].last; ++e) {
    if (edges_[e].byte == byte) return edges_[e].to;
  }
  return 0;
}

std::uint32_t literal_finder::step(std::uint32_t at, unsigned char byte) const {
  while (at != 0) {
    if (const std::uint32_t to = child(at, byte); to != 0) return to;
    at = states_[at].back;
  }
  return from_root_[byte];
}

}  // namespace heard::matching
