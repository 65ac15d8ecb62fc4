// Structured data written as people write them: made from the published formats of each kind, by
// parts, with the separators, letters and surroundings that turn up in letters. It knows nothing of
// how the detectors look for them.
#include "unit/identity/personal/found.hpp"

#include <heard/identity/personal_data.hpp>

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace heard;
using heard::identity::find_personal_data;

namespace {

using texts = std::vector<std::string>;

class maker {
 public:
  explicit maker(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  const std::string& pick(const texts& from) { return from[below(from.size())]; }
  char pick(std::string_view from) { return from[below(from.size())]; }
  std::string digits(std::size_t n) {
    std::string out;
    while (n-- > 0) out += pick("0123456789");
    return out;
  }

  // What stands between parts: usually a space, sometimes what a phone or a word processor makes.
  std::string joint(bool may_be_nothing) {
    if (may_be_nothing && one_in(3)) return "";
    static const texts odd = {"  ",     "\u00a0", "\u2009", "\u202f", "-",  "\u2010", "\u2011",
                              "\u2013", "\u2212", ".",      " - ",    "\t", "\u3000", "\u200b "};
    return one_in(2) ? std::string(" ") : pick(odd);
  }
  std::string letters_as(std::string text) {
    const std::size_t way = below(4);
    for (char& c : text) {
      const bool small = way == 0 || (way == 1 && one_in(2));
      if (c >= 'A' && c <= 'Z' && small) c = static_cast<char>(c + 32);
    }
    return text;
  }

  std::string postcode() {
    static const texts areas = {"M",  "B",  "S",  "L",  "G",  "N",  "E",  "W",
                                "SW", "EC", "LS", "BT", "CF", "EH", "NE", "OX",
                                "PL", "TR", "ZE", "AB", "HS", "WC", "SE", "BR"};
    const std::string area = pick(areas);
    std::string outward = area + pick("123456789");
    if (one_in(3)) outward += pick("0123456789");
    if (area == "EC" || area == "WC") outward = area + pick("1234") + pick("ABEHMNPRVWXY");
    const std::string inward = {pick("0123456789"), pick("ABDEFGHJLNPQRSTUWXYZ"),
                                pick("ABDEFGHJLNPQRSTUWXYZ")};
    return letters_as(outward + joint(true) + inward);
  }

  // Ranges that Ofcom keeps for drama, as the numbering plan groups them.
  std::string telephone() {
    std::vector<texts> forms = {
        {"07700", "900" + digits(3)},     {"07700", "900", digits(3)},
        {"077", "0090", "0" + digits(3)}, {"020", "7946", "0" + digits(3)},
        {"01632", "960" + digits(3)},     {"01632", "960", digits(3)},
        {"0113", "496", "0" + digits(3)}, {"0808", "157", "0" + digits(3)},
        {"029", "2018", "0" + digits(3)}, {"028", "9649", "6" + digits(3)},
    };
    texts parts = forms[below(forms.size())];
    std::string lead;
    switch (below(6)) {
      case 0:
        lead = "+44" + joint(true);
        parts[0].erase(0, 1);
        break;
      case 1:
        lead = "+44 (0)";
        parts[0].erase(0, 1);
        break;
      case 2:
        lead = "0044" + joint(true);
        parts[0].erase(0, 1);
        break;
      case 3:
        parts[0] = "(" + parts[0] + ")";
        break;
      default:
        break;
    }
    const std::string between = one_in(2) ? joint(true) : std::string(" ");
    std::string out = lead + parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) out += between + parts[i];
    return out;
  }

  std::string email() {
    static const texts locals = {"jo", "sam.obi", "k_lee99", "info+help", "a-b.c", "x1"};
    static const texts hosts = {"example.com",    "example.org.uk", "mail.example.net",
                                "ex-ample.co.uk", "example.cymru",  "sub.example.scot"};
    static const texts ats = {"@", "@", "@", "\uff20", " @ ", "(at)", "[at]"};
    return letters_as(pick(locals) + pick(ats) + pick(hosts));
  }

  std::string web() {
    static const texts starts = {"http://", "https://", "www.", "HTTP://www.", "https://www."};
    static const texts rests = {"example.com", "example.org.uk/me", "example.net/a?b=c&d=1",
                                "profiles.example.com/jo.obi", "ex-ample.co.uk/~jo/#top"};
    return pick(starts) + pick(rests);
  }

  // Modulus 11: a ninth digit is tried until the check digit exists.
  std::string nhs() {
    for (;;) {
      const std::string nine = digits(9);
      int sum = 0;
      for (int i = 0; i < 9; ++i) sum += (10 - i) * (nine[static_cast<std::size_t>(i)] - '0');
      const int check = 11 - sum % 11;
      if (check == 10) continue;
      const std::string ten = nine + static_cast<char>('0' + check % 11);
      if (ten.find_first_not_of(ten[0]) == std::string::npos) continue;
      const std::string between = joint(true);
      return ten.substr(0, 3) + between + ten.substr(3, 3) + between + ten.substr(6);
    }
  }

  std::string national_insurance() {
    static const texts prefixes = {"AA", "AB", "CE", "HL", "JN", "KA",
                                   "LX", "MW", "PR", "SY", "YZ"};
    const std::string between = joint(true), number = digits(6);
    const bool pairs = one_in(2);
    std::string out = pick(prefixes) + between;
    for (std::size_t i = 0; i < 6; ++i) {
      if (pairs && i > 0 && i % 2 == 0) out += between;
      out += number[i];
    }
    return letters_as(out + between + pick("ABCD"));
  }

  std::string birth() {
    static const texts months = {"January", "March", "April", "June", "Sept", "Oct", "December"};
    static const texts says = {"born ",
                               "DOB: ",
                               "D.O.B. ",
                               "Date of birth ",
                               "date of birth - ",
                               "born on ",
                               "was born on the ",
                               "dob "};
    const std::string day = std::to_string(1 + below(28));
    const std::string month = std::to_string(1 + below(12));
    const std::string year = std::to_string(1940 + below(80));
    const std::string mark = pick(texts{"/", "-", ".", "\u2013", " / ", " "});
    say_ = letters_as(pick(says));
    switch (below(4)) {
      case 0:
        return day + mark + month + mark + year;
      case 1:
        return day + mark + month + mark + year.substr(2);
      case 2:
        return letters_as(day + pick(texts{"", "th", "st"}) + " " + pick(months) + " " + year);
      default:
        return letters_as(pick(months) + " " + day + ", " + year);
    }
  }

  struct planted {
    std::string text;
    text::span bytes;
  };

  // In a sentence, with the marks that people put around such things.
  planted plant(std::string_view kind) {
    say_.clear();
    const std::string what = kind == "postcode"    ? postcode()
                             : kind == "telephone" ? telephone()
                             : kind == "email"     ? email()
                             : kind == "web"       ? web()
                             : kind == "nhs"       ? nhs()
                             : kind == "ni"        ? national_insurance()
                                                   : birth();
    static const texts before = {"",           "Contact: ",        "I am at ",
                                 "see (",      "\u201c",           "details \u2013 ",
                                 "ours is,\n", "Please write to ", "the old one\u2026 "};
    static const texts after = {"",          ".", ", thanks",    ")",       "\u201d and so on",
                                "\nRegards", "!", "; it is old", " please", "?"};
    planted out;
    out.text = pick(before) + say_;
    out.bytes.first = static_cast<std::uint32_t>(out.text.size());
    out.text += what;
    out.bytes.last = static_cast<std::uint32_t>(out.text.size());
    out.text += pick(after);
    return out;
  }

 private:
  std::mt19937 random_;  // its numbers are the same everywhere; distributions would not be
  std::string say_;
};

}  // namespace

TEST_SUITE("personal data") {
  TEST_CASE("14,000 structured data in sentences, however they are typed") {
    maker make(20260302);
    std::size_t all = 0, missed = 0;
    std::string report;
    texts examples;
    for (const std::string kind : {"postcode", "telephone", "email", "web", "nhs", "ni", "birth"}) {
      std::size_t here = 0;
      for (int i = 0; i < 2000; ++i) {
        const auto each = make.plant(kind);
        ++all;
        if (test::covered(find_personal_data(each.text), each.bytes)) continue;
        ++here;
        if (examples.size() < 40) examples.push_back(kind + ": " + each.text);
      }
      missed += here;
      report += " " + kind + " " + std::to_string(here);
    }
    MESSAGE("missed of 2,000 each:" << report);
    for (const std::string& each : examples) MESSAGE(each);
    CHECK(missed * 1000 <= all);
  }
}
