/// @file
/// Finds which of many literals occur in a word, in one walk over its bytes.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace heard::matching {

/// The automaton of Aho and Corasick ("Efficient string matching", CACM 18, 1975), with sparse
/// transitions: memory grows with the bytes of the literals.
class literal_finder {
 public:
  /// Literals are numbered from 0; the same again gives the same number. @pre not finished, not
  /// empty
  std::uint32_t add(std::string_view literal);
  void finish();
  [[nodiscard]] std::size_t size() const { return literals_; }

  /// Calls `found(number)` for every occurrence, so possibly several times for one literal.
  template <class Found>
  void find(std::string_view text, const Found& found) const {
    std::uint32_t at = 0;
    for (const char byte : text) {
      at = step(at, static_cast<unsigned char>(byte));
      for (std::uint32_t s = states_[at].literal != none ? at : states_[at].shorter; s != 0;
           s = states_[s].shorter) {
        found(states_[s].literal);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct state {
    std::uint32_t literal = none;  ///< The literal that ends here.
    std::uint32_t back = 0;        ///< The state of the longest proper suffix.
    std::uint32_t shorter = 0;     ///< The nearest state along `back` where a literal ends, or 0.
    std::uint32_t first = 0;       ///< Its part of edges_.
    std::uint32_t last = 0;
  };
  struct edge {
    unsigned char byte = 0;
    std::uint32_t to = 0;
  };

  [[nodiscard]] std::uint32_t child(std::uint32_t at, unsigned char byte) const;
  [[nodiscard]] std::uint32_t step(std::uint32_t at, unsigned char byte) const;

  std::vector<state> states_ = std::vector<state>(1);
  std::vector<edge> edges_;
  std::array<std::uint32_t, 256> from_root_{};
  std::vector<std::map<unsigned char, std::uint32_t>> growing_{1};  // Until finish().
  std::uint32_t literals_ = 0;
};

}  // namespace heard::matching
