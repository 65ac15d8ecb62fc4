// What people decided comes out as it went in.
#include "small.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

cli::consultation with(const small::decision_files& decisions) {
  const auto manifest = small::parse_manifest();
  const auto builder = cli::make<cli::builder>(
      [&](auto out, auto err) { return heard_builder_new(manifest.get(), out, err); });
  small::supply_all(builder.get(), decisions);
  return cli::make<cli::consultation>([&](auto out, auto err) {
    return heard_builder_finish(builder.get(), nullptr, nullptr, out, nullptr, err);
  });
}

// The hash of the first answer: "You should open in the evening.", of r1 at c1q1.
std::string first_hash() {
  const small::world w;
  return cli::fill<heard_answer>([&](auto out, auto err) {
           return heard_consultation_answer(w.consultation.get(), 0, out, err);
         })
      .text_hash;
}

TEST_CASE("decisions on words") {
  const std::string hash = first_hash();
  const auto of = with({{"quotes.csv",
                         "response,question,first,last,action,text_hash,who,when,why\n"
                         "r1,c1q1,0,10,ban," +
                             hash + ",ann,2026-05-01,too short\n"},
                        {"redactions.csv",
                         "response,question,first,last,replacement,text_hash,who,when,why\n"
                         "r1,c1q1,0,3,[name]," +
                             hash + ",zoe,2026-05-02T10:00,a name\n"}});
  REQUIRE(heard_consultation_count(of.get(), HEARD_QUOTE_DECISION) == 1);
  REQUIRE(heard_consultation_count(of.get(), HEARD_REDACTION) == 1);
  const auto quote = cli::fill<heard_quote_decision>(
      [&](auto out, auto err) { return heard_consultation_quote_decision(of.get(), 0, out, err); });
  CHECK(quote.answer == 0);
  CHECK(quote.last == 10);
  CHECK(std::string(heard_words_at(HEARD_QUOTE_ACTIONS, quote.action)) == "ban");
  CHECK(cli::to_string(quote.who) == "ann");
  CHECK(cli::to_string(quote.why) == "too short");
  CHECK(std::string(quote.when) == "2026-05-01");
  CHECK(std::string(quote.file) == "decisions/quotes.csv");
  CHECK(quote.row == 2);
  const auto hidden = cli::fill<heard_redaction>(
      [&](auto out, auto err) { return heard_consultation_redaction(of.get(), 0, out, err); });
  CHECK(hidden.first == 0);
  CHECK(hidden.last == 3);
  CHECK(cli::to_string(hidden.replacement) == "[name]");
  CHECK(std::string(hidden.when) == "2026-05-02T10:00:00");
}

TEST_CASE("translations, and what stands beside a quote") {
  const small::world w;
  REQUIRE(heard_consultation_count(w.consultation.get(), HEARD_TRANSLATION) == 1);
  const auto words = cli::fill<heard_translation>([&](auto out, auto err) {
    return heard_consultation_translation(w.consultation.get(), 0, out, err);
  });
  CHECK(cli::to_string(words.text) == "amherthnasol");
  CHECK(cli::to_string(words.language) == "cy");
  CHECK(cli::to_string(words.who) == "the translator");
  const auto answer = cli::fill<heard_answer>([&](auto out, auto err) {
    return heard_consultation_answer(w.consultation.get(), words.answer, out, err);
  });
  CHECK(cli::to_string(answer.text) == "n/a");

  const auto of = with({{"translations.csv",
                         "response,question,text_hash,language,translation,who,when,why\n"
                         "r1,c1q1," +
                             first_hash() + ",cy,Dylech agor gyda'r nos.,Ann Lee,2026-05-01,\n"}});
  const auto codings = cli::make<cli::codings>([&](auto out, auto err) {
    return heard_codings_run(of.get(), w.codebook.get(), nullptr, out, err);
  });
  const auto quotes = cli::make<cli::quotes>(
      [&](auto out, auto err) { return heard_quotes_select(codings.get(), 1, nullptr, out, err); });
  std::size_t beside = 0;
  for (std::size_t i = 0; i < heard_quotes_count(quotes.get()); ++i) {
    const auto quote = cli::fill<heard_quote>(
        [&](auto out, auto err) { return heard_quotes_at(quotes.get(), i, out, err); });
    if (quote.translation.size == 0) continue;
    ++beside;
    CHECK(cli::to_string(quote.text) == "You should open in the evening.");
    CHECK(cli::to_string(quote.translation) == "Dylech agor gyda'r nos.");
    CHECK(cli::to_string(quote.translation_language) == "cy");
    CHECK(cli::to_string(quote.translator) == "Ann Lee");
    CHECK(quote.translation_is_longer == 0);
  }
  CHECK(beside == 1);
}

TEST_CASE("decisions on campaigns, names and sections") {
  const auto of = with(
      {{"campaigns.csv", "campaign,policy,who,when,why\npostcard-1,count_one,ann,2026-05-01,one\n"},
       {"organisations.csv",
        "name,canonical,type,action,who,when,why\n"
        "Reading Circle,Book Circle,club,rename,ann,2026-05-01,as it signs\n"},
       {"signoff.csv", "section,run,who,when\nc1,0a1b,zoe,2026-06-01\n"}});
  const auto campaign = cli::fill<heard_campaign_decision>([&](auto out, auto err) {
    return heard_consultation_campaign_decision(of.get(), 0, out, err);
  });
  CHECK(cli::to_string(campaign.campaign) == "postcard-1");
  CHECK(std::string(heard_words_at(HEARD_CAMPAIGN_POLICIES, campaign.policy)) == "count_one");
  CHECK(cli::to_string(campaign.why) == "one");
  const auto name = cli::fill<heard_name_decision>(
      [&](auto out, auto err) { return heard_consultation_name_decision(of.get(), 0, out, err); });
  CHECK(cli::to_string(name.name) == "Reading Circle");
  CHECK(cli::to_string(name.canonical) == "Book Circle");
  CHECK(cli::to_string(name.type) == "club");
  CHECK(std::string(heard_words_at(HEARD_NAME_ACTIONS, name.action)) == "rename");
  const auto signoff = cli::fill<heard_signoff>(
      [&](auto out, auto err) { return heard_consultation_signoff(of.get(), 0, out, err); });
  CHECK(cli::to_string(signoff.section) == "c1");
  CHECK(cli::to_string(signoff.run) == "0a1b");
  CHECK(cli::to_string(signoff.who) == "zoe");
  CHECK(std::string(signoff.when) == "2026-06-01");
}

}  // namespace
