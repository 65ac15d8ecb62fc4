#include "identity/personal/words.hpp"
#include "unit/identity/personal/found.hpp"
#include "unit/identity/personal/people.hpp"

#include <heard/identity/personal_data.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace heard;
using heard::identity::find_personal_data;
using heard::identity::personal_candidate;
using heard::identity::personal_kind;
using heard::test::found;

namespace {

using texts = std::vector<std::string>;

// G: given name, S: surname, I: initial of the surname. Each answer names one person, often more
// than once; a person is protected only where every mention is found. A bar keeps two answers of
// one response apart.
constexpr std::array<std::string_view, 44> templates = {
    "My son G has waited two years for an assessment.",
    "Our daughter, G, was moved three times. G still asks why.",
    "The social worker G S never rang us back.",
    "We were told by Mrs S that the place had gone. Mrs S was kind about it.",
    "Mr S at the council said that nothing could be done.",
    "My foster child G is doing well, and G's school helps a lot.",
    "I want to thank G S for everything.",
    "When G left care nobody asked where he would sleep.",
    "It was G who found us the house, so thank you G.",
    "My name is G S and I was in care for nine years.",
    "G is my grandson. I look after G on my own.",
    "His keyworker G was brilliant until she left.",
    "They placed him with G and the others, far away from home.",
    "After the meeting Dr S wrote to us. Dr. S was clear.",
    "G I. was the only one who listened.",
    "I asked for G S, who was off sick.",
    "My brother called G lives in a home. G is twelve.",
    "Please speak to my solicitor, G S, about this.",
    "Nobody told G's teacher what had happened to G at home.",
    "The headteacher Ms S knows the family well.",
    "A child named G was left in the office all night.",
    "My husband G and I have fostered for years.",
    "We met G and S at the centre last week.",
    "Ask Cllr S about it, because Cllr S promised.",
    "I live next door to G S and see it every day.",
    "Thanks to G, things are better now. Without G they would not be.",
    "our support worker g s came every week",
    "my son g waited and waited, then g gave up",
    "my daughter g was not believed",
    "mrs s never answered the letters",
    "my friend g s went through the same thing",
    "MY SON G WAS LET DOWN BY EVERYONE",
    "SOCIAL WORKER G S DID NOT CALL US",
    "THE MANAGER MR S WOULD NOT SPEAK TO US",
    "My nephew (G) has been moved again.",
    "There are two staff, G S and a student.",
    "Her mum G S said the same.|I agree with what G told you.",
    "My sister G needs more help.|Talk to people like S and listen.",
    "I was placed with the S family. The S family were lovely.",
    "The judge said G should stay with us.",
    "G-S? No, G S was my advocate.",
    "Yours sincerely,\nG S",
    "She is called G, and she is six.",
    "G S said that she would call, and G never did.",
};

texts words_of(std::string_view list) {
  texts out;
  std::istringstream in{std::string(list)};
  for (std::string next; in >> next;) out.push_back(next);
  return out;
}

// Small and capital letters of the Latin letters in the lists of people, by their UTF-8.
std::string in_letters(std::string text, bool capitals) {
  static const std::array<std::pair<const char*, const char*>, 22> pairs = {
      {{"ż", "Ż"}, {"ł", "Ł"}, {"ś", "Ś"}, {"ń", "Ń"}, {"ą", "Ą"}, {"ę", "Ę"},
       {"ó", "Ó"}, {"ü", "Ü"}, {"ş", "Ş"}, {"ğ", "Ğ"}, {"ç", "Ç"}, {"ö", "Ö"},
       {"ș", "Ș"}, {"ă", "Ă"}, {"ț", "Ț"}, {"ź", "Ź"}, {"ć", "Ć"}, {"é", "É"},
       {"â", "Â"}, {"î", "Î"}, {"á", "Á"}, {"í", "Í"}}};
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x80) {
      c = static_cast<char>(capitals ? std::toupper(c) : std::tolower(c));
    }
  }
  for (const auto& [small, capital] : pairs) {
    const std::string from = capitals ? small : capital, to = capitals ? capital : small;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

struct made {
  texts answers;
  std::vector<std::vector<text::span>> named;  // by answer: the bytes that name the person
};

made fill(std::string_view with, std::string given, std::string surname) {
  const bool small =
      std::none_of(with.begin(), with.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool loud =
      std::none_of(with.begin(), with.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (small || loud) {
    given = in_letters(given, loud);
    surname = in_letters(surname, loud);
  }
  made out;
  out.answers.emplace_back();
  out.named.emplace_back();
  const auto letter = [&](std::size_t i) {
    return i < with.size() && std::isalpha(static_cast<unsigned char>(with[i]));
  };
  for (std::size_t i = 0; i < with.size(); ++i) {
    std::string& text = out.answers.back();
    const char c = static_cast<char>(std::toupper(with[i]));
    const bool alone = !letter(i + 1) && (i == 0 || (!letter(i - 1) && with[i - 1] != '\''));
    if (with[i] == '|') {
      out.answers.emplace_back();
      out.named.emplace_back();
    } else if (alone &&
               (c == 'G' || c == 'S' || (c == 'I' && i + 1 < with.size() && with[i + 1] == '.'))) {
      const std::string name = c == 'G' ? given : c == 'S' ? surname : surname.substr(0, 1);
      if (c != 'I') {
        const auto at = static_cast<std::uint32_t>(text.size());
        out.named.back().push_back({at, static_cast<std::uint32_t>(at + name.size())});
      }
      text += name;
    } else {
      text += with[i];
    }
  }
  return out;
}

bool is_protected(const made& in) {
  std::vector<identity::personal_text> views;
  for (const std::string& answer : in.answers) views.push_back({answer, {}});
  const auto all = find_personal_data(views);
  for (std::size_t i = 0; i < views.size(); ++i) {
    for (const text::span part : in.named[i]) {
      if (!test::covered(all[i], part)) return false;
    }
  }
  return true;
}

bool in_lists(const std::string& name) {
  const identity::view of(name);
  const identity::words in(of);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!identity::given_name(in.key(i)) && !identity::surname(in.key(i))) return false;
  }
  return true;
}

struct share {
  int found = 0, all = 0;
  void add(bool good) {
    ++all;
    if (good) ++found;
  }
  [[nodiscard]] std::string print() const {
    const int tenths = all == 0 ? 0 : found * 1000 / all;
    return std::to_string(found) + " of " + std::to_string(all) + " (" +
           std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%)";
  }
};

}  // namespace

TEST_SUITE("names") {
  TEST_CASE("in context, in any letters, with every mention") {
    const auto names = [](std::string_view text) { return found(text, personal_kind::name); };
    CHECK(names("my son Tom went") == texts{"Tom"});
    CHECK(names("Social worker Jane Obi rang") == texts{"Jane Obi"});
    CHECK(names("My foster child Zyx left, ZYX came back, and Zyx's coat") ==
          texts{"Zyx", "ZYX", "Zyx"});
    CHECK(names("We met John D. and J. Obi there") == texts{"John D", "J. Obi"});
    CHECK(names("my son tom and his sister sarah jones") == texts{"tom", "sarah jones"});
    CHECK(names("MY SON TOM IS TEN") == texts{"TOM"});
    CHECK(names("Mr Young said so. Young people need help.").front() == "Young");
    CHECK(names("Child X was moved. X is happy.") == texts{"X", "X"});
    CHECK(names("She is called Marie-Claire O\u2019Hara") == texts{"Marie-Claire O\u2019Hara"});
  }

  TEST_CASE("ordinary sentences name nobody") {
    for (const std::string_view each :
         {"I will wait. Will you? May we hope for better? My son will be ten in May.",
          "The council should mark the green field, and a young person may need grace.",
          "Children in care need love. Foster carers are brown, white and black.",
          "My social worker never came. Our GP was good, the NHS is not, CAMHS even less.",
          "In London and Kent the waiting list is long, said the Department for Education.",
          "SOCIAL WORKERS MUST LISTEN TO CHILDREN", "my daughter can not get a place",
          "Ofsted, the CQC and Christmas. Monday to Friday!", "Dear all, thank you for asking."}) {
      CAPTURE(each);
      CHECK(found(each) == texts{});
    }
  }

  TEST_CASE("people of every origin are found, with all their mentions") {
    share all, listed, unlisted;
    std::map<std::string_view, share> origins;
    std::map<std::string_view, share> ways;
    std::string report;
    for (const test::people& group : test::everyone) {
      const texts given = words_of(group.given), surnames = words_of(group.surnames);
      share here_listed, here_unlisted;
      for (std::size_t person = 0; person < given.size(); ++person) {
        const std::string& first = given[person];
        for (std::size_t other = 0; other < 3; ++other) {
          const std::string& last = surnames[(person * 5 + other * 7) % surnames.size()];
          for (std::size_t t = other; t < templates.size(); t += 3) {
            const bool good = is_protected(fill(templates[t], first, last));
            const bool known = in_lists(first) && in_lists(last);
            all.add(good);
            ways[templates[t]].add(good);
            (known ? listed : unlisted).add(good);
            (known ? here_listed : here_unlisted).add(good);
            origins[group.origin].add(good);
          }
        }
      }
      report += "\n  " + std::string(group.origin) + ": " + origins[group.origin].print() +
                "; in the lists " + here_listed.print() + ", not " + here_unlisted.print();
    }
    MESSAGE("people whose every mention was found: " << all.print() << "; in the lists "
                                                     << listed.print() << ", not "
                                                     << unlisted.print() << report);
    for (const auto& [way, share] : ways) {
      if (share.found * 10 < share.all * 9) MESSAGE(way << ": " << share.print());
    }
    CHECK(all.found * 100 >= all.all * 95);
    for (const auto& [origin, share] : origins) {
      CAPTURE(origin);
      CHECK(share.found * 100 >= share.all * 80);
    }
  }
}
