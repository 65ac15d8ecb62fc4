// Campaigns through the C interface, and what their policies do to tables. The figures are worked
// out by hand from small::letters_csv.
#include "small.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

struct counted {
  cli::manifest manifest;
  cli::codebook codebook = small::parse_codebook();
  cli::consultation consultation;
  cli::codings codings;

  explicit counted(std::string_view declared = {}, const small::decision_files& decisions = {})
      : manifest(small::parse_manifest(std::string(small::manifest_text) + std::string(declared))),
        consultation(small::letters(manifest.get(), decisions)),
        codings(cli::make<cli::codings>([&](auto out, auto err) {
          return heard_codings_run(consultation.get(), codebook.get(), nullptr, out, err);
        })) {}

  // "count of base" of a row in the column "All".
  [[nodiscard]] std::string cell(std::size_t row, int32_t view,
                                 int32_t unit = HEARD_RESPONSES) const {
    heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
    spec.view = view;
    spec.unit = unit;
    const auto t = cli::make<cli::table>([&](auto out, auto err) {
      return heard_table_new(codings.get(), &spec, nullptr, out, err);
    });
    const auto c = cli::fill<heard_cell>(
        [&](auto out, auto err) { return heard_table_cell(t.get(), row, 0, out, err); });
    return std::to_string(c.count) + " of " + std::to_string(c.base);
  }
};

constexpr std::size_t evening = 1;
constexpr std::size_t weekend = 2;

}  // namespace

TEST_CASE("a campaign, its members and what one of them added") {
  const small::world w;
  const auto c = w.campaigns.get();
  REQUIRE(heard_campaigns_count(c) == 1);
  const auto campaign = cli::fill<heard_campaign>(
      [&](auto out, auto err) { return heard_campaigns_at(c, 0, out, err); });
  CHECK(campaign.members == 3);
  CHECK(campaign.reference == 0);
  CHECK(campaign.organisations == 1);
  CHECK(campaign.policy == 0);
  CHECK(std::string(campaign.first) == "2026-03-02T09:00:00");
  CHECK(std::string(campaign.last) == "2026-03-04T09:00:00");
  CHECK(heard_campaigns_of_response(c, 2) == 0);
  CHECK(heard_campaigns_of_response(c, 3) == HEARD_NONE);
  CHECK(heard_campaigns_of_response(c, 99) == HEARD_NONE);
  const auto member = cli::fill<heard_campaign_member>(
      [&](auto out, auto err) { return heard_campaigns_member(c, 0, 2, out, err); });
  CHECK(member.response == 2);
  CHECK(std::string(heard_words_at(HEARD_MEMBERSHIPS, member.how)) == "edited");
  CHECK(member.kept == 14);
  CHECK(member.added == 4);
  REQUIRE(heard_differences_count(w.differences.get()) == 1);
  const auto difference = cli::fill<heard_difference>(
      [&](auto out, auto err) { return heard_differences_at(w.differences.get(), 0, out, err); });
  CHECK(std::string(heard_words_at(HEARD_DIFFERENCE_KINDS, difference.kind)) == "added");
  CHECK(cli::to_string(difference.own) == "My street is dark");
  CHECK(difference.letter.size == 0);
  CHECK(difference.letter_answer == HEARD_NONE);
  REQUIRE(heard_campaigns_short_answers(c) == 1);
  const auto few = cli::fill<heard_short_answer>(
      [&](auto out, auto err) { return heard_campaigns_short_answer(c, 0, out, err); });
  CHECK(few.answers == 3);
  CHECK(cli::to_string(few.words) == "Yes");
  CHECK(campaign.letter == 1);
  std::uint32_t answer = 7;
  CHECK(heard_campaigns_letter(c, 0, 0, &answer, nullptr) == HEARD_OK);
  CHECK(answer == 0);
  CHECK(heard_campaigns_letter(c, 0, 1, &answer, nullptr) == HEARD_BAD_ARGUMENT);
  CHECK(heard_campaigns_letter(c, 1, 0, &answer, nullptr) == HEARD_BAD_ARGUMENT);
  // Of the codings, without looking for them again: the same.
  const counted codings;
  const auto same = cli::make<cli::campaigns>(
      [&](auto out, auto err) { return heard_codings_campaigns(codings.codings.get(), out, err); });
  REQUIRE(heard_campaigns_count(same.get()) == 1);
  CHECK(cli::fill<heard_campaign>([&](auto out, auto err) {
          return heard_campaigns_at(same.get(), 0, out, err);
        }).members == 3);
  std::size_t index = 7;
  CHECK(heard_campaigns_index(c, "letter", &index, nullptr) == HEARD_NOT_FOUND);
}

TEST_CASE("three views of a table, and the policy of each campaign") {
  const counted plain;
  // The three of the letter speak of the evening and of Sundays, p4 of Sundays alone.
  CHECK(plain.cell(evening, HEARD_VIEW_AS_DECIDED) == "3 of 7");
  CHECK(plain.cell(evening, HEARD_VIEW_ALL) == "3 of 7");
  CHECK(plain.cell(evening, HEARD_VIEW_CAMPAIGNS_AS_ONE) == "1 of 5");
  CHECK(plain.cell(evening, HEARD_VIEW_CAMPAIGNS_EXCLUDED) == "0 of 4");
  CHECK(plain.cell(weekend, HEARD_VIEW_ALL) == "4 of 7");
  CHECK(plain.cell(weekend, HEARD_VIEW_CAMPAIGNS_AS_ONE) == "2 of 5");
  CHECK(plain.cell(weekend, HEARD_VIEW_CAMPAIGNS_EXCLUDED) == "1 of 4");
  CHECK(plain.cell(weekend, HEARD_VIEW_CAMPAIGNS_AS_ONE, HEARD_ANSWERS) == "2 of 5");
  CHECK(plain.cell(weekend, HEARD_VIEW_CAMPAIGNS_AS_ONE, HEARD_RESPONDENTS) == "2 of 5");
  CHECK(plain.cell(weekend, HEARD_VIEW_CAMPAIGNS_AS_ONE, HEARD_ORGANISATIONS) == "1 of 1");
  CHECK_THROWS_AS(plain.cell(weekend, HEARD_VIEW_CAMPAIGNS_AS_ONE, HEARD_MENTIONS), cli::failure);

  const std::string declared =
      "\n[[campaign]]\nid = \"sundays\"\nreference = \"p1\"\npolicy = \"exclude\"\n";
  const counted excluded(declared);
  CHECK(excluded.cell(weekend, HEARD_VIEW_AS_DECIDED) == "1 of 4");
  CHECK(excluded.cell(weekend, HEARD_VIEW_ALL) == "4 of 7");
  const counted as_one(declared, {{"campaigns.csv",
                                   "campaign,policy,who,when,why\n"
                                   "sundays,count_one,ab,2026-05-01,one view\n"
                                   "mondays,exclude,ab,2026-05-01,not there\n"}});
  CHECK(as_one.cell(weekend, HEARD_VIEW_AS_DECIDED) == "2 of 5");
  const auto remarks = cli::make<cli::diagnostics>(
      [&](auto out, auto err) { return heard_codings_remarks(as_one.codings.get(), out, err); });
  std::vector<std::string> said;
  for (std::size_t i = 0; i < heard_diagnostics_count(remarks.get()); ++i) {
    const std::string message = cli::fill<heard_diagnostic>([&](auto out, auto err) {
                                  return heard_diagnostics_at(remarks.get(), i, out, err);
                                }).message;
    if (message.find("campaign") != message.npos) said.push_back(message);
  }
  CHECK(said == std::vector<std::string>{
                    "the manifest says exclude for campaign \"sundays\"; this decision stands",
                    "no campaign \"mondays\" was found, so this decision is not used, did you mean "
                    "\"sundays\"?"});
}

TEST_CASE("the rank of each theme in three views") {
  const counted all;
  const auto s = cli::make<cli::sensitivity>([&](auto out, auto err) {
    return heard_sensitivity_new(all.codings.get(), nullptr, nullptr, out, err);
  });
  REQUIRE(heard_sensitivity_count(s.get()) == 3);
  const auto row = [&](std::size_t index) {
    return cli::fill<heard_sensitivity_row>(
        [&](auto out, auto err) { return heard_sensitivity_at(s.get(), index, out, err); });
  };
  CHECK(row(1).theme == 1);
  CHECK(row(1).rank[0] == 3);  // hours and weekend: 4 each
  CHECK(row(1).rank[1] == 3);
  CHECK(row(1).rank[2] == 0);  // nobody without the campaign
  CHECK(row(2).rank[0] == 1);
  CHECK(row(2).count[1] == 2);
  CHECK(row(2).base[0] == 7);  // all answered; the letter of three as one; the others
  CHECK(row(2).base[1] == 5);
  CHECK(row(2).base[2] == 4);
  CHECK(row(0).hidden[0] == 0);
  // Of seven, everybody's number is small or what is left of seven is.
  heard_table_spec few = HEARD_TABLE_SPEC_INIT;
  few.small_numbers = HEARD_SMALL_NUMBERS_K5;
  const auto hiding = cli::make<cli::sensitivity>([&](auto out, auto err) {
    return heard_sensitivity_new(all.codings.get(), &few, nullptr, out, err);
  });
  const auto hidden = cli::fill<heard_sensitivity_row>(
      [&](auto out, auto err) { return heard_sensitivity_at(hiding.get(), 2, out, err); });
  CHECK(hidden.hidden[0] == 1);
  CHECK(hidden.count[0] == 0);
  CHECK(hidden.rank[0] == 0);
  const auto text = cli::make<cli::buffer>(
      [&](auto out, auto err) { return heard_sensitivity_render(s.get(), HEARD_CSV, out, err); });
  CHECK(std::string(heard_buffer_data(text.get(), nullptr))
            .find("weekend-hours,Weekend opening,campaigns_as_one,1,2,5,40%\r\n") !=
        std::string::npos);
}
