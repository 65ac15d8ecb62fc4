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
  // Published examples: the tests of Presidio (MIT) and idscrub (MIT); modulus 11 by hand.
  TEST_CASE("NHS numbers keep modulus 11 and are not one digit ten times") {
    all_match(personal_kind::nhs_number,
              {"401-023-2137", "221 395 1837", "0032698674", "943 476 5919", "450 557 7104"});
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
