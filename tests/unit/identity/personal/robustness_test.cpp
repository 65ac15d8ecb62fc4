#include "unit/identity/personal/found.hpp"

#include <heard/base/utf8.hpp>
#include <heard/identity/personal_data.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

using namespace heard;
using heard::identity::find_personal_data;

namespace {

// What every list of candidates promises, whatever the bytes. Returns how many there are.
std::size_t check_places(const std::string& text) {
  std::uint32_t end = 0;
  std::size_t count = 0;
  for (const auto& each : find_personal_data(text)) {
    const bool good = each.bytes.first >= end && each.bytes.first < each.bytes.last &&
                      each.bytes.last <= text.size();
    if (!good) FAIL("a candidate is out of place");
    end = each.bytes.last;
    ++count;
  }
  return count;
}

double seconds(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  check_places(text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_SUITE("personal data") {
  TEST_CASE("any bytes are read, and candidates stay within them, apart and in order") {
    check_places("");
    check_places(std::string(1, '\0'));
    const std::string seed =
        "My son Tom O\u2019Hara (07700 900123), 3 High Street, SW1A 1AA, tom@example.com, DOB "
        "1/2/2009, QQ123456C, @tom_9, https://example.com/a?b \u0130stanbul \u00df";
    std::mt19937 random(20260302);  // the engine's numbers are the same everywhere
    std::size_t found = 0;
    for (int round = 0; round < 4000; ++round) {
      std::string text = seed;
      for (int edit = 0; edit < 8; ++edit) {
        const std::size_t at = random() % text.size();
        switch (random() % 4) {
          case 0:
            text[at] = static_cast<char>(random() % 256);
            break;
          case 1:
            text.erase(at, 1 + random() % 5);
            break;
          case 2:
            text.insert(at, text.substr(random() % text.size(), random() % 20));
            break;
          default:
            text.insert(at, 1, static_cast<char>(random() % 256));
            break;
        }
        if (text.empty()) text = "x";
      }
      found += check_places(text);
    }
    CHECK(found > 4000);  // a candidate a text, although every text was changed
  }

  TEST_CASE("half characters are never cut from whole ones") {
    const std::string text =
        "caf\u00e9 Zo\u00eb\u2019s \u4f60\u597d 07700\u00a0900\u2011123 and J\u00fcrgen";
    const auto all = find_personal_data(text);
    CHECK(all.size() >= 2);  // the number, and a name
    for (const auto& each : all) {
      CHECK(!utf8::continuation(text[each.bytes.first]));
      const bool whole =
          each.bytes.last == text.size() || !utf8::continuation(text[each.bytes.last]);
      CHECK(whole);
    }
  }

  // Each piece tempts a detector to look far ahead or back; twice the text may take twice the time,
  // and noise, but not four times.
  TEST_CASE("time grows with the text and no faster") {
    for (const std::string piece :
         {"a",          "a@",      "a.",  "1 ",          "+1-",      "(0",       "http://a.com?",
          "www.a.com,", "dot at ", "a1 ", "My son Tom ", "Tom and ", "12 ",      "flat 1 ",
          "born ",      "J. ",     "x'",  "Mr ",         "-",        "\xE2\x80", "St Mary's ",
          "AB",         "de la ",  "@a",  "insta: "}) {
      CAPTURE(piece);
      std::string text;
      while (text.size() < 60'000) text += piece;
      const double once = seconds(text);
      const double twice = seconds(text + text);
      CHECK(twice < 3.2 * once + 0.15);
      CHECK(twice < 20);
    }
  }

  TEST_CASE("a megabyte of all kinds at once takes twice the time of half of it") {
    const std::string piece =
        "My son Tom O\u2019Hara (07700 900123) of 3 High Street, SW1A 1AA, asked Dr Obi and "
        "tom@example.com. Nothing of it was read, born 1/2/2009 or not; https://example.com/a?b. ";
    std::string text;
    while (text.size() < 500'000) text += piece;
    const double once = seconds(text);
    const double twice = seconds(text + text);
    CHECK(twice < 3.2 * once + 0.15);
    CHECK(twice < 30);
    MESSAGE("1 MB in " << twice << " s");
  }
}
