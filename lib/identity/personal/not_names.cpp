#include "identity/personal/words.hpp"

#include <heard/identity/not_names.hpp>

namespace heard::identity {

void not_names::declare(std::string_view text) {
  const view of(text);
  const words in(of);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!in[i].has_digits && in.key(i).size() > 1) keys_.emplace(in.key(i));
  }
}

void not_names::use(std::string_view text) {
  const view of(text);
  const words in(of);
  for (std::size_t i = 0; i < in.size(); ++i) {
    const std::string_view key = in.key(i);
    if (in[i].has_digits || key.size() < 2 || given_name(key) || surname(key)) continue;
    keys_.emplace(key);
  }
}

}  // namespace heard::identity
