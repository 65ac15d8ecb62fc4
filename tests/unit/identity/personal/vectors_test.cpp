#include "shared_data.hpp"
#include "unit/identity/personal/found.hpp"

#include <heard/identity/personal_data.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

using namespace heard;
using heard::identity::find_personal_data;
using heard::identity::grounds;
using heard::identity::personal_kind;
using heard::test::found;

namespace {

using texts = std::vector<std::string>;

// Candidates of a kind that keep its rules; what has but the shape is a candidate, and no match.
texts matches(const std::string& text, personal_kind kind) {
  texts out;
  for (const auto& each : find_personal_data(text)) {
    const bool loose = kind == personal_kind::national_insurance && each.why != grounds::rule;
    if (each.kind == kind && !loose) out.emplace_back(each.bytes.of(text));
  }
  return out;
}

void all_match(personal_kind kind, const texts& those) {
  for (const std::string& each : those) {
    CAPTURE(each);
    CHECK(matches(each, kind) == texts{each});
  }
}

void none_match(personal_kind kind, const texts& those) {
  for (const std::string& each : those) {
    CAPTURE(each);
    CHECK(matches(each, kind).empty());
  }
}

}  // namespace

TEST_SUITE("personal data") {
  // Each letter and digit by UnicodeData: its compatibility decomposition is the plain one; the
  // look-alikes by confusables.txt of UTS #39.
  TEST_CASE("letters and digits in another style, and letters that look like Latin ones") {
    const char* const styled[] = {
        "\U0001D40Cr \U0001D409\U0001D428\U0001D421\U0001D427 \U0001D412\U0001D426ith",  // bold
        "Mr \u24BF\u24DE\u24D7\u24DD Smith",                                             // circled
        "Mr \u0408ohn \u0405mith",                                                       // Cyrillic
        "Mr J\u03BFhn Smith",                                                            // Greek
    };
    for (const std::string text : styled) {
      CAPTURE(text);
      CHECK(found(text) == texts{"name: " + text.substr(text.find(' ') + 1)});
    }
    const char* const numbers[] = {
        "\U0001D7CE\U0001D7D0\U0001D7CE 7946 0018",
        "0\uFE0F\u20E32\uFE0F\u20E30\uFE0F\u20E3 7946 0018",
        "\u24EA\u2461\u24EA 7946 0018",
    };
    for (const std::string text : numbers) {
      CAPTURE(text);
      CHECK(found("ring " + text).size() == 1);
    }
    // A word of another script is no Latin word, whatever its letters look like.
    CHECK(found("\u0441\u0430\u043E").empty());
  }

  // Published examples: the tests of Presidio (MIT) and idscrub (MIT); modulus 11 by hand.
  TEST_CASE("NHS numbers keep modulus 11 and are not one digit ten times") {
    all_match(personal_kind::nhs_number,
              {"401-023-2137", "221 395 1837", "0032698674", "943 476 5919", "450 557 7104"});
    // The sum of 884083213 is 264, 24 times 11, so that its check digit is 0 and no other.
    all_match(personal_kind::nhs_number, {"884 083 2130"});
    none_match(personal_kind::nhs_number, {"884 083 2131", "884 083 2139"});
    none_match(personal_kind::nhs_number,
               {"401-023-2138", "987 654 4321", "0000000000", "1111111111", "000 000 0000"});
    // Said to be one, it need not add up: people mistype.
    CHECK(found("my NHS number is 401-023-2138") == texts{"NHS number: 401-023-2138"});
  }

  TEST_CASE("National Insurance numbers: rules of allocation, and the shape alone") {
    all_match(personal_kind::national_insurance,
              {"AA 12 34 56 B", "hh 01 02 03 d", "tw987654a", "PR 123612C", "YZ 61 48 68 B"});
    none_match(personal_kind::national_insurance, {"AA 12 34 56 H", "ab1234561", "FQ 00 00 00 C",
                                                   "BG123612A", "nt 99 88 77 a", "UV 98 76 54 B"});
    // HMRC's own example breaks its rules, and must not be printed all the same.
    CHECK(found("QQ123456C") == texts{"National Insurance number: QQ123456C"});
    CHECK(found("QQ 12 34 56 C") == texts{"National Insurance number: QQ 12 34 56 C"});
    CHECK(found("NI number AA 12 34 56 H") == texts{"National Insurance number: AA 12 34 56 H"});
  }

  TEST_CASE("postcodes: six shapes and GIR 0AA") {
    all_match(personal_kind::postcode, {"M1 1AA", "M60 1NW", "W1A 1HQ", "CR2 6XH", "DN55 1PT",
                                        "EC1A 1BB", "GIR 0AA", "M11AA", "DN551PT"});
    none_match(personal_kind::postcode,
               {"QA1 1AA", "VA1 1AA", "XA1 1AA", "M1 1CA", "M1 1AI", "1A1 1AA", "ABCM11AADEF"});
    CHECK(found("From SW1A 1AA to EC1A 1BB") == texts{"postcode: SW1A 1AA", "postcode: EC1A 1BB"});
    CHECK(found("SW1A  2AA") == texts{"postcode: SW1A  2AA"});
    CHECK(found("KA308JB") == texts{"postcode: KA308JB"});
  }

  TEST_CASE("letters that stand in no postcode, and areas that are none") {
    // British Standard 7666: no I, J or Z in the second place, no C, I, K, M, O or V in the last.
    none_match(personal_kind::postcode, {"AI1 1AA", "AJ1 1AA", "AZ1 1AA", "ab1 1ca", "ab1 1av"});
    // An area that the Royal Mail may yet use, as it is written where it is meant.
    all_match(personal_kind::postcode, {"KC1 2AB", "kt1 2ab", "KT1 - 2AB"});
    none_match(personal_kind::postcode, {"kc1 2ab"});
    // The first of a make, and no part of Milton Keynes, unless it is said to be.
    none_match(personal_kind::postcode, {"the MK1 and the MK2", "mk1"});
    CHECK(matches("the MK9", personal_kind::postcode) == texts{"MK9"});
    CHECK(matches("my postcode is MK1", personal_kind::postcode) == texts{"MK1"});
  }

  // Numbers that payment firms publish for tests, and two of 19 digits by Luhn's formula.
  TEST_CASE("card numbers keep Luhn's formula") {
    all_match(
        personal_kind::bank_card,
        {"5555555555554444", "5105 1051 0510 5100", "4012888888881881", "378282246310005",
         "6011 1111 1111 1117", "3530111333300000", "6304000000123456782", "4123456789012345677"});
    none_match(personal_kind::bank_card,
               {"5555555555554445", "4012888888881882", "6304000000123456783"});
  }

  TEST_CASE("outward codes where they can be nothing else") {
    CHECK(found("Buses in SW19 are late") == texts{"postcode: SW19"});
    CHECK(found("my postcode is M1") == texts{"postcode: M1"});
    CHECK(found("I live in e17") == texts{"postcode: e17"});
    CHECK(found("KS2 results, CO2 levels, the M1, A12 and B6 roads, Q2, P45 and T4").empty());
  }

  TEST_CASE("addresses") {
    CHECK(found("Flat 3B, 47 King's Court") == texts{"address: Flat 3B, 47 King's Court"});
    CHECK(found("12-14 High Street") == texts{"address: 12-14 High Street"});
    CHECK(found("10, Downing Street") == texts{"address: 10, Downing Street"});
    CHECK(found("Go to the high road now").empty());
    CHECK(found("500 the big building near river").empty());
    CHECK(found("we live at 7 acacia avenue, always did") == texts{"address: 7 acacia avenue"});
    CHECK(found("She lives on Mill Lane.") == texts{"address: Mill Lane"});
    CHECK(found("a 10 minute drive, 3 bedroom house, 2 years in a row, 5 miles along the road")
              .empty());
  }

  TEST_CASE("e-mail addresses end before the full stop") {
    const std::string text =
        "jim@testemail.com, marie-9999@randomemail.co.uk, hello_world@john-smith.com.";
    CHECK(found(text) == texts{"e-mail address: jim@testemail.com",
                               "e-mail address: marie-9999@randomemail.co.uk",
                               "e-mail address: hello_world@john-smith.com"});
    CHECK(found("jim at testemail dot co dot uk") ==
          texts{"e-mail address: jim at testemail dot co dot uk"});
    CHECK(found("this is not an email: hello-world here").empty());
    CHECK(found("my email is info@presidio.", personal_kind::email).empty());
  }

  TEST_CASE("web addresses and social handles") {
    CHECK(found("see https://example.com/a?b=c.") ==
          texts{"web address: https://example.com/a?b=c"});
    CHECK(found("www.example.co.uk/me, or example.org") ==
          texts{"web address: www.example.co.uk/me", "web address: example.org"});
    CHECK(found("It is not good at home.In my view care.It should").empty());
    CHECK(found("follow @care_leaver22 please") == texts{"social handle: @care_leaver22"});
    CHECK(found("my insta is zed.k99") == texts{"social handle: zed.k99"});
    CHECK(found("meet @ 5pm").empty());
  }

  // Numbers that Ofcom keeps for drama.
  TEST_CASE("telephone numbers") {
    for (const std::string each :
         {"07700 900123", "07700900123", "(020) 7946 0123", "020 7946 0123", "01632 960123",
          "01632-960-123", "+44 7700 900123", "+44 (0)7700 900123", "+447700900123",
          "0044 7700 900123", "07700.900.123", "+1 415 555 0132", "447700900123"}) {
      CAPTURE(each);
      CHECK(found("ring " + each + " now") == texts{"telephone number: " + each});
    }
    // The shortest abroad, Saint Helena; six digits where it is said that one rings them.
    CHECK(found("ring +290 51234 now") == texts{"telephone number: +290 51234"});
    CHECK(found("please call 412 345") == texts{"telephone number: 412 345"});
    CHECK(found("please call 41 234").empty());
    // In North America the exchange, too, begins with 2 or more.
    CHECK(found("the part 212-255-1234") == texts{"telephone number: 212-255-1234"});
    CHECK(found("the part 212-155-1234").empty());
    CHECK(found("07700 900123 07700 900456") ==
          texts{"telephone number: 07700 900123", "telephone number: 07700 900456"});
    CHECK(found("ring me on 496 0123") == texts{"telephone number: 496 0123"});
    CHECK(found("In 2019 2020 2021 there were 12 000 000 of 1,500,000 on 01/02/2020 at 10.30")
              .empty());
  }

  TEST_CASE("dates of birth") {
    CHECK(found("DOB: 03/04/2009") == texts{"date of birth: 03/04/2009"});
    CHECK(found("He was born on the 3rd of March 2009.") ==
          texts{"date of birth: 3rd of March 2009"});
    CHECK(found("D.O.B. 3.4.09") == texts{"date of birth: 3.4.09"});
    CHECK(found("his birthday is 12 June") == texts{"date of birth: 12 June"});
    CHECK(found("The meeting on 3 March 2009 was good").empty());
    CHECK(found("she was born in 1900") == texts{"date of birth: 1900"});
    CHECK(found("she was born in 1899").empty());
    CHECK(found("born 3/25/2009") == texts{"date of birth: 3/25/2009"});
    // Up to eight words on.
    CHECK(found("born to all of us here late on 3/4/2009") == texts{"date of birth: 3/4/2009"});
    CHECK(found("born to all of us here so late on 3/4/2009").empty());
  }

  TEST_CASE("schools, surgeries and homes with a name of their own") {
    CHECK(found("He goes to St Mary's Primary School now") ==
          texts{"school or surgery: St Mary's Primary School"});
    CHECK(found("at Riverside Surgery they") == texts{"school or surgery: Riverside Surgery"});
    CHECK(found("The school and my Primary School and every GP Surgery").empty());
  }

  TEST_CASE("the United Kingdom's cases of Presidio") {
    const auto bytes = test::shared_data("conformance/presidio_uk_cases/cases.json");
    if (!bytes) return;
    const std::map<std::string, personal_kind> kinds = {
        {"test_uk_driving_licence_recognizer.py", personal_kind::driving_licence},
        {"test_uk_nhs_recognizer.py", personal_kind::nhs_number},
        {"test_uk_nino_recognizer.py", personal_kind::national_insurance},
        {"test_uk_passport_recognizer.py", personal_kind::passport},
        {"test_uk_postcode_recognizer.py", personal_kind::postcode},
        {"test_uk_vehicle_registration_recognizer.py", personal_kind::vehicle},
        {"test_email_recognizer.py", personal_kind::email}};
    std::size_t seen = 0;
    for (const auto& each : nlohmann::json::parse(*bytes)) {
      const auto kind = kinds.find(each["file"].get<std::string>());
      if (kind == kinds.end()) continue;
      const std::string text = each["values"][0];
      texts expected;
      for (const auto& span : each["values"][2]) {
        std::size_t first = span[0];
        const std::size_t last = span[1];
        if (text[first] == ' ') ++first;  // its pattern takes the space before a number with it
        expected.push_back(text.substr(first, last - first));
      }
      CAPTURE(text);
      CHECK(matches(text, kind->second) == expected);
      ++seen;
    }
    CHECK(seen == 96);
  }
}
