/// @file
/// Files that people write, changed as people change them.
#pragma once

#include <heard/base/diagnostic.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace heard::test {

/// Edits samples 6,000 times: a byte, a stretch, one of `pieces`, words from elsewhere. `parse`
/// takes a text and a place for remarks, and gives something that is null where one of them is an
/// error. What it says must have a place in the text and stand in one line.
template <class Parse>
void survives_edits(std::span<const std::string> samples, std::span<const std::string_view> pieces,
                    Parse parse) {
  std::mt19937 random(20260427);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  unsigned refused = 0;
  for (std::size_t round = 0; round < 6000; ++round) {
    std::string text = samples[round % samples.size()];
    for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, below(30));
          break;
        case 2:
          text.insert(at, pieces[below(pieces.size())]);
          break;
        default:
          text.insert(at, text.substr(below(text.size()), below(200)));
          break;
      }
    }
    diagnostics remarks;
    const auto parsed = parse(text, remarks);
    REQUIRE((parsed == nullptr) == remarks.has_errors());
    refused += parsed == nullptr ? 1 : 0;
    for (const diagnostic& d : remarks.all()) {
      REQUIRE(d.message.find('\n') == std::string::npos);
      REQUIRE(d.where.offset <= text.size());
      REQUIRE(d.where.line > 0);
    }
  }
  CHECK(refused > 3000);
  CHECK(refused < 5900);
}

}  // namespace heard::test
