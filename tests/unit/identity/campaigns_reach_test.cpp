// How well campaigns are found where they are known.
#include "unit/identity/letters.hpp"

#include <heard/identity/campaigns.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

using namespace heard;
using namespace heard::testing;

namespace {

struct sent {
  std::string id;
  std::string text;
  int letter = -1;  // -1: nobody's letter
  edit how = edit::exact;
};

std::string number(std::size_t i) {
  std::string digits = std::to_string(i);
  return "r" + std::string(6 - digits.size(), '0') + digits;
}

std::vector<sent> make_responses(std::uint32_t seed, std::uint32_t stock) {
  letter_maker make(seed, stock);
  std::vector<sent> out;
  for (int letter = 0; letter < 12; ++letter) {
    const words original = make.text(150);
    const std::size_t each = 3 + make.below(6);
    for (std::size_t how = 0; how < edit_names.size(); ++how) {
      for (std::size_t i = 0; i < each; ++i) {
        const auto kind = static_cast<edit>(how);
        out.push_back({"", letter_maker::joined(make.edited(original, kind)), letter, kind});
      }
    }
  }
  for (int i = 0; i < 800; ++i) {
    out.push_back({"", letter_maker::joined(make.text(10 + make.below(300)))});
  }
  for (const char* few : {"I agree", "No comment", "I agree with all of it", "None"}) {
    for (int i = 0; i < 40; ++i) out.push_back({"", few});
  }
  // The order of arrival says nothing of the letter.
  for (std::size_t i = out.size(); i > 1; --i) {
    std::swap(out[i - 1], out[make.below(static_cast<std::uint32_t>(i))]);
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = number(i);
  return out;
}

struct reach {
  double precision;
  double recall;
};

// Over pairs of responses.
reach measure_reach(std::uint32_t stock) {
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;
  std::uint64_t missed = 0;
  std::array<std::uint64_t, 7> found{};
  std::array<std::uint64_t, 7> all{};
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    const std::vector<sent> responses = make_responses(seed, stock);
    simple_consultation s;
    for (const sent& each : responses) s.add(each.id, each.text);
    const auto of = s.finish();
    const auto campaigns = find_campaigns(of);
    std::vector<std::uint32_t> in;
    for (const response_id r : of->each_response()) in.push_back(campaigns->of_response(r).value);
    REQUIRE(in.size() == responses.size());
    for (std::size_t a = 0; a < in.size(); ++a) {
      for (std::size_t b = 0; b < in.size(); ++b) {
        if (a == b) continue;
        const bool belong = responses[a].letter >= 0 && responses[a].letter == responses[b].letter;
        const bool together = in[a] != campaign_id::nowhere && in[a] == in[b];
        right += belong && together;
        wrong += !belong && together;
        missed += belong && !together;
        if (belong) {
          ++all[static_cast<std::size_t>(responses[a].how)];
          found[static_cast<std::size_t>(responses[a].how)] += together ? 1 : 0;
        }
      }
    }
  }
  std::string report;
  for (std::size_t how = 0; how < edit_names.size(); ++how) {
    char line[80];
    std::snprintf(line, sizeof line, "%s %.4f; ", std::string(edit_names[how]).c_str(),
                  static_cast<double>(found[how]) / static_cast<double>(all[how]));
    report += line;
  }
  reach out;
  out.precision = static_cast<double>(right) / static_cast<double>(right + wrong);
  out.recall = static_cast<double>(right) / static_cast<double>(right + missed);
  MESSAGE("stock phrases " << stock << " %: precision " << out.precision << ", recall "
                           << out.recall << "; recall by kind: " << report);
  return out;
}

}  // namespace

TEST_CASE("seven kinds of senders are found, pair by pair") {
  const reach found = measure_reach(0);
  CHECK(found.precision >= 0.98);
  CHECK(found.recall >= 0.98);
}

TEST_CASE("turns of phrase that all use make no campaign, and hide none") {
  for (const std::uint32_t stock : {20u, 40u}) {
    const reach found = measure_reach(stock);
    CHECK(found.precision >= 0.98);
    CHECK(found.recall >= 0.98);
  }
}
