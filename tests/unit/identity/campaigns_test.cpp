// Which responses are a campaign, what is said of each member, and what a person decides.
#include "unit/identity/letters.hpp"

#include <heard/base/error.hpp>
#include <heard/identity/campaigns.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace heard;
using namespace heard::testing;

namespace {

const std::string letter =
    "The library on Mill Lane is the only warm and quiet room within two miles of our estate. "
    "Closing it on Sundays and Mondays takes it from those who work all week. Please keep it open "
    "every day and talk to the people who use it before anything is changed.";

timestamp day(int d) {
  return {2026, 4, static_cast<std::uint8_t>(d), 0, 0, 0, false};
}

response_id find(const consultation& of, std::string_view id) {
  const auto found = of.find_response(id);
  REQUIRE(found);
  return *found;
}

const campaign_member& member(const campaigns& of, std::string_view id) {
  const response_id response = find(*of.of(), id);
  const campaign_id in = of.of_response(response);
  REQUIRE(in.valid());
  const auto& members = of[in].members;
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const campaign_member& m) { return m.response == response; });
  REQUIRE(at != members.end());
  return *at;
}

// "added: words" and the like, one a line.
std::string compared(const campaigns& of, std::string_view id) {
  const response_id response = find(*of.of(), id);
  const campaign_id in = of.of_response(response);
  const auto& members = of[in].members;
  std::size_t row = 0;
  while (members[row].response != response) ++row;
  std::string out;
  for (const difference& each : campaign_differences(of, in, row)) {
    const auto text = [&](const answer_part& part) {
      return part.answer.valid() ? std::string(part.bytes.of(of.of()->text_of(part.answer)))
                                 : std::string();
    };
    out += std::string(word(each.kind)) + ": " + text(each.letter) +
           (each.kind == difference_kind::changed ? " -> " : "") + text(each.own) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("what each member added, cut and changed") {
  simple_consultation s;
  s.add("a", letter);
  s.add("b", letter);
  s.add("c",
        "THE LIBRARY on Mill Lane is the only warm and quiet room within two miles of our "
        "estate! Closing it on Sundays and Mondays takes it from those who work all week; "
        "please keep it open every day and talk to the people who use it before anything is "
        "changed");
  s.add("d", letter + " My mother learned to read there.");
  s.add("e",
        "The library on Station Road is the only warm and quiet room within two miles of our "
        "estate. Closing it on Sundays and Mondays takes it from those who work all week. "
        "Please keep it open every day and talk to the people who use it.");
  s.add("f",
        "Please keep it open every day and talk to the people who use it before anything is "
        "changed. The library on Mill Lane is the only warm and quiet room within two miles "
        "of our estate. Closing it on Sundays and Mondays takes it from those who work all "
        "week.");
  const auto more = s.add("g", letter);
  s.say(more, *s.builder.asked().find_question("general"), "I am disabled.");
  const auto found = find_campaigns(s.finish());
  REQUIRE(found->all().size() == 1);
  const campaign& in = found->all().front();
  CHECK(in.members.size() == 7);
  CHECK(found->of()->id_of(in.reference) == "a");
  CHECK(in.policy == campaign_policy::count_each);

  struct {
    const char* id;
    membership how;
    std::uint32_t kept, added, cut, changed;
    const char* differences;
  } const rows[] = {
      {"a", membership::copy, 50, 0, 0, 0, ""},
      {"c", membership::copy, 50, 0, 0, 0, ""},
      {"d", membership::edited, 50, 6, 0, 0, "added: My mother learned to read there\n"},
      {"e", membership::edited, 44, 0, 4, 2,
       "changed: Mill Lane -> Station Road\ncut: before anything is changed\n"},
      {"f", membership::copy, 50, 0, 0, 0, ""},
      {"g", membership::edited, 50, 3, 0, 0, "added: I am disabled\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.id);
    const campaign_member& m = member(*found, row.id);
    CHECK(m.how == row.how);
    CHECK(m.kept == row.kept);
    CHECK(m.added == row.added);
    CHECK(m.cut == row.cut);
    CHECK(m.changed == row.changed);
    CHECK(compared(*found, row.id) == row.differences);
  }
  CHECK_THROWS_AS((void)campaign_differences(*found, campaign_id(0u), 7), error);
  CHECK_THROWS_AS((void)campaign_differences(*found, campaign_id(1u), 0), error);
}

TEST_CASE("short answers and the words of the question make no campaign") {
  simple_consultation s;
  for (int i = 0; i < 9; ++i) {
    s.add("agree" + std::to_string(i), i % 2 == 0 ? "I agree." : "i AGREE");
    s.add("quote" + std::to_string(i),
          "Why should the library close on Sundays and Mondays from next year on?");
  }
  for (const char* id : {"x", "y"}) s.add(id, "No further comments from me");
  const auto found = find_campaigns(s.finish());
  CHECK(found->all().empty());
  REQUIRE(found->short_answers().size() == 1);
  CHECK(found->short_answers().front().answers == 9);
  CHECK(found->of()->text_of(found->short_answers().front().example) == "I agree.");
}

TEST_CASE("a campaign gathers around its letter and not along a chain") {
  // Each text shares two thirds with the next, and the first and the last share nothing.
  letter_maker make(11);
  const words all = make.text(40 * 12);
  simple_consultation s;
  for (std::size_t i = 0; i + 120 <= all.size(); i += 40) {
    const words part(all.begin() + static_cast<std::ptrdiff_t>(i),
                     all.begin() + static_cast<std::ptrdiff_t>(i + 120));
    s.add("r" + std::to_string(10 + i), letter_maker::joined(part));
  }
  const auto found = find_campaigns(s.finish());
  for (const campaign& each : found->all()) CHECK(each.members.size() <= 5);
  CHECK_FALSE(found->all().empty());
}

TEST_CASE("the same campaigns whatever the order of rows and the number of threads") {
  letter_maker make(5);
  std::vector<std::pair<std::string, std::string>> rows;
  for (int l = 0; l < 5; ++l) {
    const words original = make.text(120);
    for (std::size_t how = 0; how < edit_names.size(); ++how) {
      for (int i = 0; i < 3; ++i) {
        rows.emplace_back("r" + std::to_string(1000 + rows.size()),
                          letter_maker::joined(make.edited(original, static_cast<edit>(how))));
      }
    }
  }
  std::string expected;
  for (int round = 0; round < 6; ++round) {
    simple_consultation s;
    for (const auto& [id, text] : rows) s.add(id, text);
    const auto found = find_campaigns(s.finish(), {}, {round % 2 == 0 ? 1u : 4u, {}});
    std::string said;
    for (const campaign& each : found->all()) {
      said += each.id + " " + std::string(found->of()->id_of(each.reference)) + ":";
      for (const campaign_member& m : each.members) {
        said += " " + std::string(found->of()->id_of(m.response)) + "/" + std::to_string(m.kept) +
                "/" + std::to_string(m.added);
      }
      said += "\n";
    }
    if (round == 0) {
      expected = said;
      CHECK(found->all().size() == 5);  // a campaign of each letter
    }
    CHECK(said == expected);
    std::reverse(rows.begin(), rows.end());
    std::rotate(rows.begin(), rows.begin() + 17, rows.end());
  }
}

TEST_CASE("dates, bodies, and only what is included") {
  simple_consultation s;
  const auto send = [&](const char* id, int received, const char* body) {
    new_response response;
    response.id = id;
    response.channel = s.form;
    if (received > 0) response.received = day(received);
    if (*body != 0) response.organisations = {{body, organisation_role::author}};
    const auto made = *s.builder.add_response(response);
    s.say(made, s.why, letter);
    return made;
  };
  send("a", 0, "");
  send("b", 9, "Friends of the Library");
  send("c", 3, "");
  send("d", 7, "Mill Lane Residents");
  s.builder.decide(send("e", 1, "Nobody"), disposition::withdrawn, "asked to");
  const auto found = find_campaigns(s.finish());
  REQUIRE(found->all().size() == 1);
  const campaign& in = found->all().front();
  CHECK(in.members.size() == 4);
  CHECK(found->of()->id_of(in.reference) == "c");  // the first known date
  CHECK(in.first == day(3));
  CHECK(in.last == day(9));
  CHECK(in.organisations.size() == 2);
  CHECK_FALSE(found->of_response(find(*found->of(), "e")).valid());
}

TEST_CASE("policies, names and letters that are declared, and decisions that nothing uses") {
  const auto build = [](auto change) {
    simple_consultation s;
    for (const char* id : {"a", "b", "c"}) s.add(id, letter);
    s.add("alone",
          "One person wrote this alone, at some length, and nobody else has said the like "
          "of it in any of the answers that came in.");
    change(s);
    return find_campaigns(s.finish());
  };
  const std::string id = build([](auto&) {})->all().front().id;
  CHECK(id.size() == 17);
  CHECK(id.substr(0, 7) == "letter-");

  const auto named = build([&](simple_consultation& s) {
    auto& declared = s.builder.settings().campaigns;
    declared.push_back({"mill-lane", "Mill Lane", "", "b", campaign_policy::exclude, {}});
    declared.push_back({"one", "", "", "alone", {}, {}});
    declared.push_back({"gone", "", "", "nobody", {}, {"consultation.toml", 0, 7, 1}});
    declared.push_back({"letter-0000000000", "", "", "", {}, {}});
    s.builder.add_campaign_decision(
        {"mill-lane", campaign_policy::count_one, {"Ada", {}, "so"}, {}});
    s.builder.add_campaign_decision({"mil-lane", campaign_policy::exclude, {}, {}});
  });
  REQUIRE(named->all().size() == 2);
  const campaign& first = named->all()[0];
  CHECK(first.id == "mill-lane");
  CHECK(first.declared);
  CHECK(named->of()->id_of(first.reference) == "b");
  CHECK(first.policy == campaign_policy::count_one);
  REQUIRE(first.by);
  CHECK(first.by->who == "Ada");
  CHECK(named->all()[1].id == "one");  // declared, so it needs no three
  std::multiset<std::string> said;
  for (const diagnostic& each : named->remarks().all()) said.insert(each.message);
  CHECK(said ==
        std::multiset<std::string>{
            "campaign \"gone\" names a response that is not there",
            "campaign \"letter-0000000000\" was not found, and the manifest names no letter "
            "of it",
            "the manifest says exclude for campaign \"mill-lane\"; this decision stands",
            "no campaign \"mil-lane\" was found, so this decision is not used, did you mean "
            "\"mill-lane\"?"});

  const auto by_id = build([&](simple_consultation& s) {
    s.builder.settings().campaigns.push_back(
        {id, "Found before", "", "", campaign_policy::count_one, {}});
  });
  CHECK(by_id->all().front().title == "Found before");
  CHECK(by_id->all().front().policy == campaign_policy::count_one);
  CHECK(by_id->remarks().empty());
}

TEST_CASE("members inherit what people said of the letter, unless they were read themselves") {
  simple_consultation s;
  std::vector<answer_handle> answers;
  const auto send = [&](const char* id, const std::string& text) {
    new_response response;
    response.id = id;
    response.channel = s.form;
    response.received = day(*id == 'a' ? 1 : 2);
    answers.push_back(s.say(*s.builder.add_response(response), s.why, text));
  };
  send("a", letter);
  send("b", letter);
  send("c", letter + " And I cannot drive any more.");
  send("d", letter);
  send("e", letter.substr(letter.find("Closing")));
  send("f", letter);
  const coder_id ada = s.builder.add_coder({"Ada", coder_kind::human, "", "", ""});
  const auto warm = static_cast<std::uint32_t>(letter.find("warm"));
  s.builder.add_coding({answers[0], ada, "space", stance::none, false, warm, warm + 19, {}});
  s.builder.add_coding({answers[0], ada, "days", stance::against, true, 0, 0, {}});
  s.builder.add_coding({answers[3], ada, "other", stance::none, true, 0, 0, {}});
  s.builder.add_review(answers[5], ada);
  const auto found = find_campaigns(s.finish());
  const consultation& of = *found->of();
  std::multiset<std::string> inherited;
  for (const inherited_coding& each : found->inherited()) {
    CHECK(of.id_of(of.answers().response[each.from]) == "a");
    const external_coding& row = each.coding;
    const std::string_view text = of.text_of(row.answer);
    inherited.insert(
        std::string(of.id_of(of.answers().response[row.answer])) + " " +
        of.coded_themes()[row.theme] + " " +
        (row.whole_answer
             ? "all"
             : std::string(text.substr(row.first, row.last - row.first)).substr(0, 14)));
  }
  CHECK(inherited == std::multiset<std::string>{"b days all", "b space warm and quiet",
                                                "c days The library on", "c space warm and quiet",
                                                "e days all"});
  std::multiset<std::string> read;
  for (const review& each : found->inherited_reviews()) {
    read.insert(std::string(of.id_of(of.answers().response[each.answer])));
  }
  CHECK(read == std::multiset<std::string>{"b", "e"});
}

TEST_CASE("hostile texts neither crash nor stand in the way") {
  simple_consultation s;
  std::string same;
  for (int i = 0; i < 20'000; ++i) same += "again ";
  std::string bytes;
  std::mt19937 random(3);
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(random() % 256);
  for (int i = 0; i < 4; ++i) {
    s.add("same" + std::to_string(i), same + std::to_string(i));
    s.add("bytes" + std::to_string(i), bytes + " " + std::to_string(i));
    s.add("empty" + std::to_string(i), "");
    s.add("marks" + std::to_string(i), "?!\u202E ... \u0301 --- ;;; !!! ??? *** ### @@@ $$$");
  }
  const auto found = find_campaigns(s.finish());
  std::size_t parts = 0;
  for (std::size_t c = 0; c < found->all().size(); ++c) {
    for (std::size_t m = 0; m < found->all()[c].members.size(); ++m) {
      for (const difference& each : campaign_differences(*found, campaign_id(c), m)) {
        for (const answer_part* part : {&each.own, &each.letter}) {
          if (!part->answer.valid()) continue;
          CHECK(part->bytes.first < part->bytes.last);
          CHECK(part->bytes.last <= found->of()->text_of(part->answer).size());
          ++parts;
        }
      }
    }
  }
  // The bytes are a letter, each copy with a number of its own behind it.
  CHECK_FALSE(found->all().empty());
  CHECK(parts > 0);
}
