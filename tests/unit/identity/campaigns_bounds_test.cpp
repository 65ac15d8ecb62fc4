// What is compared does not grow faster than the number of texts, is the same whatever the order of
// rows, and where it left something out that is told.
#include "identity/campaigns/candidates.hpp"
#include "unit/identity/letters.hpp"

#include <heard/identity/campaigns.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

using namespace heard;
using namespace heard::testing;

namespace {

using rows = std::vector<std::pair<std::string, std::string>>;

// Responses that all shuffle the same few sentences, and twelve copies of a letter among them.
rows shuffled_sentences(std::size_t texts, std::uint32_t sentences) {
  letter_maker make(41);
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < sentences; ++i) {
    all.push_back(letter_maker::joined(make.text(14 + make.below(16))));
  }
  rows out;
  for (std::size_t i = 0; i < texts; ++i) {
    std::string text;
    for (std::uint32_t n = 3 + make.below(5); n > 0; --n) {
      text += all[make.below(sentences)] + ". ";
    }
    out.emplace_back("r" + std::to_string(10'000 + i), text);
  }
  const words letter = make.text(120);
  for (int i = 0; i < 12; ++i) {
    out.emplace_back("letter" + std::to_string(10 + i),
                     letter_maker::joined(make.edited(letter, i < 6 ? edit::exact : edit::both)));
  }
  return out;
}

std::shared_ptr<const consultation> consultation_of(const rows& of) {
  simple_consultation s;
  for (const auto& [id, text] : of) s.add(id, text);
  return s.finish();
}

std::string described(const campaigns& of) {
  std::string out;
  for (const campaign& each : of.all()) {
    out += each.id;
    for (const campaign_member& member : each.members)
      out += " " + std::string(of.of()->id_of(member.response));
    out += "\n";
  }
  for (const diagnostic& each : of.remarks().all()) out += each.message + "\n";
  return out;
}

}  // namespace

TEST_CASE(
    "texts of the same few sentences: bounded, told of, the same in any order, no letter lost") {
  rows texts = shuffled_sentences(2500, 60);
  std::string expected;
  for (const unsigned threads : {1u, 2u, 8u}) {
    const auto of = consultation_of(texts);
    const auto found = find_campaigns(of, {}, {threads, {}});
    const std::string said = described(*found);
    if (expected.empty()) {
      expected = said;
      REQUIRE(found->remarks().all().size() == 1);
      CHECK(found->remarks().all().front().level == severity::note);
      CHECK(said.find("share passages with more letters than they were compared with") !=
            std::string::npos);
    }
    CHECK(said == expected);
    // All twelve are one campaign, and nobody else is in it.
    const campaign_id in = found->of_response(*of->find_response("letter10"));
    REQUIRE(in.valid());
    CHECK((*found)[in].members.size() == 12);
    std::reverse(texts.begin(), texts.end());
    std::rotate(texts.begin(), texts.begin() + 700, texts.end());
  }
}

TEST_CASE("a text has few candidate pairs, however many texts share its bands") {
  const auto of = consultation_of(shuffled_sentences(2500, 60));
  const run_options options{2, {}};
  stages run(options, 5);
  letters::word_readers readers;
  const letters::documents texts =
      letters::read_documents(*of, letters::words_at_least, readers, run);
  const letters::pair_limits usual;
  letters::pair_limits none;
  none.leaders = none.partners = texts.size();
  const auto bounded = letters::candidate_pairs(texts, {}, usual, run);
  const auto all = letters::candidate_pairs(texts, {}, none, run);
  CHECK(bounded.size() <= usual.partners * texts.size());
  CHECK(all.size() > usual.partners * texts.size());
  CHECK(std::includes(all.begin(), all.end(), bounded.begin(), bounded.end()));
}
