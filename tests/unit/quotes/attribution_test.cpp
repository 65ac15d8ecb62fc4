#include "support/small_consultation.hpp"

#include <heard/quotes/attribution.hpp>

#include <doctest/doctest.h>

using namespace heard;

namespace {

// k is 2: two carers and two drivers (by two options with one attribution), one teacher who sent
// two responses, one pilot; parents have no attribution.
test::small_consultation people() {
  test::small_consultation out;
  out.settings.attribution_k = 2;
  out.chapters = {"c1"};
  out.asked = {{"q1", question_kind::open, "c1", ""},
               {"you", question_kind::multiple, "", "parent pilot teacher carer bus lorry"}};
  out.attribution = "you";
  out.option_attributions = {{"pilot", "pilot"},
                             {"teacher", "teacher"},
                             {"carer", "foster carer"},
                             {"bus", "driver"},
                             {"lorry", "driver"}};
  const auto add = [&](const char* id, const char* options, capacity is = capacity::self,
                       std::vector<std::string> bodies = {},
                       publication rule = publication::anonymous) -> auto& {
    out.responses.push_back({id, "form", {{"q1", "Words."}, {"you", options}}});
    out.responses.back().capacity = is;
    out.responses.back().bodies = std::move(bodies);
    out.responses.back().publication = rule;
    return out.responses.back();
  };
  add("carer", "carer", capacity::self, {}, publication::named);
  add("parent", "parent carer");
  add("pilot", "pilot");
  add("pilot-carer", "pilot carer").disposition = disposition::duplicate;
  add("teacher-1", "teacher").sender = "one";
  add("teacher-2", "teacher").sender = "one";
  add("bus", "bus");
  add("lorry", "lorry bus");
  add("several", "pilot carer bus");
  add("silent", "");
  add("body", "bus", capacity::organisation, {"Zeta", "Alpha"}, publication::named);
  add("both", "", capacity::both, {"Zeta"}, publication::named);
  add("hidden-body", "bus", capacity::organisation, {"Zeta"}, publication::anonymous);
  add("self-with-body", "bus", capacity::self, {"Zeta"}, publication::named);
  add("no-body", "", capacity::organisation, {}, publication::named);
  return out;
}

}  // namespace

TEST_SUITE("attribution") {
  TEST_CASE("each form, with its fallback") {
    test::small_consultation rows = people();
    const auto of = rows.build();
    const attributor by(*of);
    struct row {
      const char* response;
      attribution_form form;
      const char* text;
    };
    using enum attribution_form;
    const row expected[] = {
        {"carer", category, "Respondent - foster carer"},  // a person is never named
        {"parent", category, "Respondent - foster carer"},
        {"pilot", category, "Respondent - pilot"},  // with "several"
        {"teacher-1", respondent, "Respondent"},    // one sender twice is no crowd
        {"bus", category, "Respondent - driver"},
        {"lorry", category, "Respondent - driver"},
        {"several", category, "Respondent - pilot"},  // the first in declared order
        {"silent", respondent, "Respondent"},
        {"body", named_body, "Alpha, Zeta"},
        {"both", named_body, "Zeta"},
        {"hidden-body", category, "Respondent - driver"},
        {"self-with-body", category, "Respondent - driver"},
        {"no-body", respondent, "Respondent"},
    };
    for (const row& each : expected) {
      CAPTURE(each.response);
      const attribution made = by.of(*of->find_response(each.response));
      CHECK(made.form == each.form);
      CHECK(made.text == each.text);
    }
  }

  TEST_CASE("k, and who is counted") {
    test::small_consultation rows = people();
    const auto named = [&](const char* response) {
      const auto of = rows.build();
      return attributor(*of).of(*of->find_response(response)).text;
    };
    rows.settings.attribution_k = 3;  // carers: carer, parent, several; pilot-carer is left out
    CHECK(named("carer") == "Respondent - foster carer");
    CHECK(named("several") == "Respondent - foster carer");  // pilots are two, so the next
    rows.settings.attribution_k = 4;
    CHECK(named("carer") == "Respondent");
    rows.settings.attribution_k = 6;  // bus, lorry, several, body, hidden-body, self-with-body
    CHECK(named("bus") == "Respondent - driver");
    rows.settings.attribution_k = 7;
    CHECK(named("bus") == "Respondent");
    rows.settings.attribution_k = 1;
    CHECK(named("teacher-1") == "Respondent - teacher");
    rows.attribution.clear();
    CHECK(named("bus") == "Respondent");
    CHECK(named("body") == "Alpha, Zeta");
  }

  TEST_CASE("the declared order of categories goes before that of the options") {
    test::small_consultation rows = people();
    rows.settings.attribution_order = {"bus", "carer"};
    const auto of = rows.build();
    const attributor by(*of);
    CHECK(by.of(*of->find_response("several")).text == "Respondent - driver");
    CHECK(by.of(*of->find_response("parent")).text == "Respondent - foster carer");
    CHECK(by.of(*of->find_response("pilot")).text == "Respondent - pilot");
  }

  TEST_CASE("a body that may not be named, by its type") {
    consultation_builder builder;
    builder.settings().attribution_k = 2;
    builder.asked().add(channel{"form", "Form", ""});
    builder.finish_questionnaire();
    const auto add = [&](const char* id, std::vector<std::string> bodies, publication rule) {
      new_response response;
      response.id = id;
      response.channel = *builder.asked().find_channel("form");
      response.capacity = capacity::organisation;
      response.publication = rule;
      for (std::string& each : bodies) {
        response.organisations.push_back({std::move(each), organisation_role::author});
      }
      const auto made = builder.add_response(response);
      REQUIRE(made);
      builder.decide(*made, disposition::included, "");  // though it says nothing
    };
    add("trust-1", {"North trust"}, publication::anonymous);
    add("trust-2", {"South trust"}, publication::named);
    add("school", {"School"}, publication::anonymous);
    add("mixed", {"North trust", "School"}, publication::anonymous);
    for (const auto& [name, type] : {std::pair("North trust", "NHS trust"),
                                     {"South trust", "NHS trust"},
                                     {"School", "school"}}) {
      builder.merge_organisation(name, "The " + std::string(name), type, {});
    }
    diagnostics remarks;
    const auto of = builder.finish(remarks);
    REQUIRE(of);
    const attributor by(*of);
    CHECK(by.of(*of->find_response("trust-1")).form == attribution_form::type_of_body);
    CHECK(by.of(*of->find_response("trust-1")).text == "Respondent - NHS trust");
    CHECK(by.of(*of->find_response("trust-2")).text == "The South trust");
    CHECK(by.of(*of->find_response("school")).text == "Respondent");  // the only one
    CHECK(by.of(*of->find_response("mixed")).text == "Respondent");
  }

  TEST_CASE("of several bodies, those in whose name it was written") {
    consultation_builder builder;
    builder.asked().add(channel{"form", "Form", ""});
    new_response response;
    response.id = "r1";
    response.channel = *builder.asked().find_channel("form");
    response.capacity = capacity::organisation;
    response.publication = publication::named;
    response.organisations = {{"Signer", organisation_role::signatory},
                              {"Principal", organisation_role::behalf_of},
                              {"Author", organisation_role::author}};
    builder.finish_questionnaire();
    CHECK(builder.add_response(response));
    response.id = "r2";
    response.organisations.pop_back();
    CHECK(builder.add_response(response));
    response.id = "r3";
    response.organisations.pop_back();
    CHECK(builder.add_response(response));
    diagnostics remarks;
    const auto of = builder.finish(remarks);
    REQUIRE(of);
    const attributor by(*of);
    CHECK(by.of(*of->find_response("r1")).text == "Author");
    CHECK(by.of(*of->find_response("r2")).text == "Principal");
    CHECK(by.of(*of->find_response("r3")).text == "Signer");
  }
}
