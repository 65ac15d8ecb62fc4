#include "text/word_rules.hpp"

#include <heard/text/segment.hpp>

namespace heard::text {

void word_segments(std::string_view text, std::vector<span>& out) {
  out.clear();
  segment_words(text, [&](std::size_t first, std::size_t last, bool) {
    out.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
  });
}

std::string_view unicode_version() {
  return ucd::version;
}

}  // namespace heard::text
