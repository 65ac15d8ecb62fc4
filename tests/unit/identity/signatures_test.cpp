// Signatures beside what they stand for: the exact share of runs in common, and a MinHash as its
// definition has it, a hash function for each place.
#include "identity/campaigns/signatures.hpp"

#include "identity/campaigns/words.hpp"
#include "unit/identity/letters.hpp"

#include <heard/text/fold.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace heard;
using namespace heard::letters;
using heard::testing::edit;
using heard::testing::letter_maker;

namespace {

std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// As Broder 1997: the least of 120 hashes each; with 40 bands of 3.
constexpr std::size_t plain_places = 120;
std::vector<std::uint64_t> plain_signature(const std::vector<shingle>& runs) {
  std::vector<std::uint64_t> out(plain_places, ~std::uint64_t{0});
  for (const shingle run : runs) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = std::min(out[i], mixed(run ^ mixed(i + 1)));
    }
  }
  return out;
}

template <class Signature>
bool share_band(const Signature& a, const Signature& b, std::size_t places) {
  for (std::size_t i = 0; i + 3 <= places; i += 3) {
    if (a[i] == b[i] && a[i + 1] == b[i + 1] && a[i + 2] == b[i + 2]) return true;
  }
  return false;
}

bool share_key(const signature& a, const signature& b) {
  for (std::size_t band = 0; band < bands; ++band) {
    if (band_key(a, band) == band_key(b, band)) return true;
  }
  return false;
}

double alike(std::vector<shingle> a, std::vector<shingle> b) {
  make_set(a);
  make_set(b);
  std::vector<shingle> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const double either = static_cast<double>(a.size() + b.size() - both.size());
  return either == 0 ? 0 : static_cast<double>(both.size()) / either;
}

std::vector<shingle> runs_of(word_reader& reader, const testing::words& text) {
  std::vector<word_key> words;
  reader.read(letter_maker::joined(text), words);
  std::vector<shingle> out;
  shingles_at(words, {}, out);
  return out;
}

}  // namespace

TEST_CASE("signatures miss no more pairs than a hash function for each place") {
  std::mt19937_64 random(17);
  struct {
    std::size_t size;  // of both sets
    std::size_t shared;
  } const rows[] = {{8, 5}, {12, 8}, {20, 13}, {40, 27}, {80, 53}, {120, 80}, {300, 200}};
  std::size_t missed = 0;
  std::size_t missed_plainly = 0;
  for (const auto& row : rows) {
    std::size_t here = 0;
    std::size_t here_plainly = 0;
    double equal = 0;
    constexpr int rounds = 3000;
    for (int round = 0; round < rounds; ++round) {
      std::vector<shingle> a;
      std::vector<shingle> b;
      for (std::size_t i = 0; i < row.size; ++i) {
        a.push_back(random() | 1);
        b.push_back(i < row.shared ? a.back() : random() | 1);
      }
      signature of_a;
      signature of_b;
      REQUIRE(sign(a, of_a));
      REQUIRE(sign(b, of_b));
      for (std::size_t i = 0; i < signature_size; ++i) equal += of_a[i] == of_b[i] ? 1 : 0;
      here += share_key(of_a, of_b) ? 0 : 1;
      const auto plain_a = plain_signature(a);
      const auto plain_b = plain_signature(b);
      here_plainly += share_band(plain_a, plain_b, plain_places) ? 0 : 1;
    }
    CAPTURE(row.size);
    // As many places are equal as runs are shared, on average.
    const double expected =
        static_cast<double>(row.shared) / static_cast<double>(2 * row.size - row.shared);
    CHECK(std::abs(equal / rounds / signature_size - expected) < 0.01);
    missed += here;
    missed_plainly += here_plainly;
  }
  MESSAGE("missed of 21,000 pairs: " << missed << ", by a function for each place "
                                     << missed_plainly);
  CHECK(missed_plainly > 0);
  CHECK(missed <= missed_plainly);
}

TEST_CASE(
    "of letters and their senders' versions that share half their runs nearly all are paired") {
  letter_maker make(23);
  word_reader reader;
  std::size_t pairs = 0;
  std::size_t missed = 0;
  std::size_t missed_plainly = 0;
  for (int letter = 0; letter < 60; ++letter) {
    std::vector<std::vector<shingle>> versions;
    const testing::words original = make.text(60 + make.below(200));
    for (std::size_t how = 0; how < testing::edit_names.size(); ++how) {
      for (int i = 0; i < 3; ++i) {
        versions.push_back(runs_of(reader, make.edited(original, static_cast<edit>(how))));
      }
    }
    std::vector<signature> signatures(versions.size());
    std::vector<std::vector<std::uint64_t>> plain;
    for (std::size_t i = 0; i < versions.size(); ++i) {
      REQUIRE(sign(versions[i], signatures[i]));
      plain.push_back(plain_signature(versions[i]));
    }
    for (std::size_t a = 0; a < versions.size(); ++a) {
      for (std::size_t b = a + 1; b < versions.size(); ++b) {
        if (alike(versions[a], versions[b]) < 0.5) continue;
        ++pairs;
        missed += share_key(signatures[a], signatures[b]) ? 0 : 1;
        missed_plainly += share_band(plain[a], plain[b], plain_places) ? 0 : 1;
      }
    }
  }
  MESSAGE("missed of " << pairs << " pairs: " << missed << ", by a function for each place "
                       << missed_plainly);
  CHECK(pairs > 5000);
  CHECK(missed * 1000 <= pairs * 4);
}

TEST_CASE("a signature knows neither order nor repetition, and is of something") {
  std::mt19937_64 random(5);
  std::vector<shingle> runs;
  for (int i = 0; i < 50; ++i) runs.push_back(random() | 1);
  signature once;
  REQUIRE(sign(runs, once));
  std::vector<shingle> again = runs;
  again.insert(again.end(), runs.begin(), runs.end());
  again.insert(again.end(), 7, 0);
  std::shuffle(again.begin(), again.end(), random);
  signature twice;
  REQUIRE(sign(again, twice));
  CHECK(once == twice);
  CHECK_FALSE(sign({}, twice));
  CHECK_FALSE(sign(std::vector<shingle>(9, 0), twice));
  // One run alone stands in every place.
  const std::vector<shingle> one = {random() | 1};
  REQUIRE(sign(one, twice));
  CHECK(std::set<std::uint32_t>(twice.begin(), twice.end()).size() == 1);
}

TEST_CASE("a sketch counts the hashes that differ, but for a sixteenth") {
  std::mt19937_64 random(9);
  for (const std::size_t differ : {0u, 1u, 16u, 64u, 127u, 128u}) {
    signature a;
    for (std::uint32_t& each : a) each = static_cast<std::uint32_t>(random());
    signature b = a;
    // The lowest bit alone: such are never taken for equal.
    for (std::size_t i = 0; i < differ; ++i) b[(i * 37) % signature_size] ^= 1;
    CHECK(unequal_hashes(sketch(a), sketch(b)) == differ);
    // Any other bits: those above the fourth are not looked at.
    b = a;
    for (std::size_t i = 0; i < differ; ++i) b[(i * 37) % signature_size] ^= 16;
    CHECK(unequal_hashes(sketch(a), sketch(b)) == 0);
  }
}

TEST_CASE("words are hashed as they fold, in registers or not") {
  const std::vector<std::string> spellings = {"a",
                                              "Z",
                                              "don't",
                                              "don\xE2\x80\x99t",
                                              "ABCDEFGH",
                                              "x1_y2",
                                              "Stra\xC3\x9F"
                                              "e",
                                              "\xC3\x89T\xC3\x89",
                                              "exactlysixteen16",
                                              "SeventeenLetters1",
                                              "AnExtraordinarilyLongWordOfMany",
                                              "http://Example.ORG/A",
                                              "me@Example.org",
                                              "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82"};
  std::mt19937 random(3);
  word_reader reader;
  std::vector<word_hash> hashes;
  std::vector<text::span> where;
  std::vector<word_key> keys;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += spellings[random() % spellings.size()] + " ";
    if (round % 2 == 0) text.pop_back();
    hashes.clear();
    where.clear();
    keys.clear();
    reader.read(text, hashes, &where);
    reader.read(text, keys);
    REQUIRE(hashes.size() == where.size());
    REQUIRE(keys.size() == hashes.size());
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      CHECK(hashes[i] == hash_of_word(text::fold(where[i].of(text))));
      CHECK(keys[i] != 0);
    }
  }
  std::set<word_hash> different;
  for (const std::string& each : spellings) different.insert(hash_of_word(text::fold(each)));
  CHECK(different.size() == spellings.size() - 1);  // two apostrophes, one word
}
