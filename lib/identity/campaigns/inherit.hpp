/// @file
/// Codings of a reference letter, passed on to the words that members kept of it.
#pragma once

#include "identity/campaigns/differences.hpp"

#include <heard/model/campaigns.hpp>

#include <vector>

namespace heard::letters {

/// Passes on what people and models said of one reference letter.
class inheritance {
 public:
  inheritance(const consultation& of, const located_words& letter);

  /// Adds what one member inherits. An answer that somebody coded or reviewed for itself inherits
  /// nothing: that is how a coding is overridden.
  void pass_on(const located_words& member, const std::vector<std::uint32_t>& alignment,
               std::vector<inherited_coding>& codings, std::vector<review>& reviews) const;

 private:
  const consultation& of_;
  const located_words& letter_;
  bool any_ = false;
};

}  // namespace heard::letters
