#include "support/small_consultation.hpp"

#include <heard/quotes/attribution.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace heard;

namespace {

// k is 2. Who can bear an attribution, by hand: everybody but pilot-carer, who is left out,
// silenced and mute, who may not be quoted, and body and both, who are called by name. Parents have
// no attribution; bus and lorry have one.
//
//   pilot    pilot, several (who ticked carer and bus too, later ones)
//   teacher  teacher-1 and teacher-2, who are one sender
//   carer    carer, parent
//   driver   bus, lorry, hidden-body, self-with-body
//   individual, where nothing finer is shared: silent, teacher-1 and teacher-2
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
  add("silenced", "pilot", capacity::self, {}, publication::counted_only);
  add("mute", "teacher", capacity::self, {}, publication::unknown);
  add("body", "bus", capacity::organisation, {"Zeta", "Alpha"}, publication::named);
  add("both", "", capacity::both, {"Zeta"}, publication::named);
  add("hidden-body", "bus", capacity::organisation, {"Zeta"}, publication::anonymous);
  add("self-with-body", "bus", capacity::self, {"Zeta"}, publication::named);
  add("no-body", "", capacity::organisation, {}, publication::named);
  return out;
}

std::string attribution_of(const test::small_consultation& rows, const char* response) {
  const auto of = rows.build();
  return attributor(*of).of(*of->find_response(response)).text;
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
        {"carer", category, "Respondent - foster carer"},  // may be named, and gave no name
        {"parent", category, "Respondent - foster carer"},
        {"pilot", category, "Respondent - pilot"},
        {"teacher-1", individual, "Respondent - individual"},  // one sender twice is no crowd
        {"bus", category, "Respondent - driver"},
        {"lorry", category, "Respondent - driver"},
        {"several", category, "Respondent - pilot"},  // the first in declared order
        {"silent", individual, "Respondent - individual"},
        {"silenced", category, "Respondent - pilot"},
        {"mute", individual, "Respondent - individual"},
        {"body", named_body, "Alpha, Zeta"},
        {"both", named_body, "Zeta"},
        {"hidden-body", category, "Respondent - driver"},
        {"self-with-body", category, "Respondent - driver"},
        {"no-body", respondent, "Respondent"},  // and no individual
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
    rows.settings.attribution_k = 3;  // several goes from the pilots to the carers, who are 3 so
    CHECK(attribution_of(rows, "several") == "Respondent - foster carer");
    CHECK(attribution_of(rows, "carer") == "Respondent - foster carer");
    CHECK(attribution_of(rows, "pilot") == "Respondent - individual");  // with silent and teacher
    rows.settings.attribution_k = 4;  // the carers are 3, so several goes on to the drivers: 5
    CHECK(attribution_of(rows, "several") == "Respondent - driver");
    CHECK(attribution_of(rows, "carer") == "Respondent - individual");
    CHECK(attribution_of(rows, "silenced") == "Respondent - individual");
    rows.settings.attribution_k = 5;  // carer, parent, pilot, the teacher, silent
    CHECK(attribution_of(rows, "bus") == "Respondent - driver");
    CHECK(attribution_of(rows, "carer") == "Respondent - individual");
    rows.settings.attribution_k = 6;  // and the drivers but for hidden-body: 5 + 4
    CHECK(attribution_of(rows, "bus") == "Respondent - individual");
    CHECK(attribution_of(rows, "hidden-body") == "Respondent");
    rows.settings.attribution_k = 10;
    CHECK(attribution_of(rows, "bus") == "Respondent");
    CHECK(attribution_of(rows, "body") == "Alpha, Zeta");
    rows.settings.attribution_k = 1;
    CHECK(attribution_of(rows, "teacher-1") == "Respondent - teacher");
    rows.attribution.clear();
    CHECK(attribution_of(rows, "bus") == "Respondent - individual");
    CHECK(attribution_of(rows, "body") == "Alpha, Zeta");
  }

  TEST_CASE("who may not be quoted hides nobody") {
    test::small_consultation rows = people();
    rows.settings.attribution_k = 3;  // pilot, several, and silenced who cannot be it
    CHECK(attribution_of(rows, "pilot") == "Respondent - individual");
    for (auto& each : rows.responses) {
      if (each.id == "silenced") each.publication = publication::anonymous;
    }
    CHECK(attribution_of(rows, "pilot") == "Respondent - pilot");
  }

  TEST_CASE("categories put together, while enough share them") {
    test::small_consultation rows = people();
    rows.settings.attribution_categories = 3;
    const auto add = [&](const char* id, const char* options) {
      rows.responses.push_back({id, "form", {{"q1", "Words."}, {"you", options}}});
    };
    CHECK(attribution_of(rows, "several") == "Respondent - pilot");  // the only one of them
    add("several-2", "lorry carer pilot");
    CHECK(attribution_of(rows, "several") == "Respondent - pilot, foster carer and driver");
    // Of the pilots there is one left now, whose quotes only can be called so.
    CHECK(attribution_of(rows, "pilot") == "Respondent - individual");
    rows.settings.attribution_categories = 2;
    CHECK(attribution_of(rows, "several-2") == "Respondent - pilot and foster carer");
    add("pilot-2", "pilot teacher");
    CHECK(attribution_of(rows, "pilot-2") == "Respondent - pilot");
    CHECK(attribution_of(rows, "pilot") == "Respondent - pilot");
    rows.settings.attribution_categories = 1;
    CHECK(attribution_of(rows, "several-2") == "Respondent - pilot");
  }

  TEST_CASE("the declared order of categories goes before that of the options") {
    test::small_consultation rows = people();
    rows.settings.attribution_order = {"bus", "carer"};
    CHECK(attribution_of(rows, "several") == "Respondent - driver");
    CHECK(attribution_of(rows, "parent") == "Respondent - foster carer");
    CHECK(attribution_of(rows, "pilot") == "Respondent - individual");
  }

  // What is claimed, checked the long way round on many small consultations.
  TEST_CASE("whatever is printed is shared by k respondents who may be quoted, and true of each") {
    std::uint64_t seed = 1;
    const auto draw = [&](std::uint64_t below) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      return (seed >> 33) % below;
    };
    const std::vector<std::pair<std::string, std::string>> options = {
        {"a", "ant"}, {"b", "bee"}, {"c", "cat"}, {"d", "bee"}};
    std::size_t categories = 0, individuals = 0;
    for (int round = 0; round < 200; ++round) {
      test::small_consultation rows;
      rows.chapters = {"c1"};
      rows.asked = {{"q1", question_kind::open, "c1", ""},
                    {"you", question_kind::multiple, "", "a b c d"}};
      rows.attribution = "you";
      rows.option_attributions = options;
      rows.settings.attribution_k = static_cast<std::uint32_t>(1 + draw(4));
      rows.settings.attribution_categories = static_cast<std::uint32_t>(1 + draw(3));
      for (int i = 0; i < 14; ++i) {
        std::string ticked;
        for (const auto& [id, name] : options) {
          if (draw(3) == 0) ticked += id + " ";
        }
        rows.responses.push_back({std::to_string(i), "form", {{"q1", "Words."}, {"you", ticked}}});
        auto& each = rows.responses.back();
        each.sender = std::to_string(draw(10));
        each.capacity = draw(4) == 0 ? capacity::organisation : capacity::self;
        each.publication = static_cast<publication>(draw(4));
      }
      const auto of = rows.build();
      const attributor by(*of);
      std::map<std::string, std::set<std::string>> sharing;
      for (const auto& each : rows.responses) {
        const attribution made = by.of(*of->find_response(each.id));
        if (each.publication != publication::named && each.publication != publication::anonymous) {
          continue;
        }
        if (made.form != attribution_form::respondent) sharing[made.text].insert(each.sender);
        if (made.form == attribution_form::individual) {
          CHECK(each.capacity == capacity::self);
          ++individuals;
        }
        if (made.form != attribution_form::category) continue;
        std::size_t names = 0;
        for (const auto& [id, name] : options) {
          const bool printed = made.text.find(name) != std::string::npos;
          const std::string& ticked = each.answers[1].second;
          const bool twin = name == "bee" && ticked.find_first_of("bd") != std::string::npos;
          if (printed) CHECK((ticked.find(id) != std::string::npos || twin));
          names += printed ? 1 : 0;
        }
        CHECK(names > 0);
        ++categories;
      }
      for (const auto& [text, senders] : sharing) {
        CAPTURE(text);
        CHECK(senders.size() >= rows.settings.attribution_k);
      }
    }
    CHECK(categories > 400);
    CHECK(individuals > 50);
  }

  TEST_CASE("an individual is named where they let themselves be, and nowhere else") {
    consultation_builder builder;
    builder.settings().attribution_k = 100;
    builder.asked().add(channel{"form", "Form", ""});
    builder.finish_questionnaire();
    struct row {
      const char* id;
      capacity is;
      publication rule;
      const char* body;
      const char* name;
      const char* expected;
    };
    using enum publication;
    const row rows[] = {
        {"self", capacity::self, named, "", "Ann Vale", "Ann Vale"},
        {"unknown", capacity::unknown, named, "", "Bo", "Bo"},
        {"self-of-a-body", capacity::self, named, "Zeta", "Cy", "Cy"},
        {"anonymous", capacity::self, anonymous, "", "CANARY", "Respondent"},
        {"counted", capacity::self, counted_only, "", "CANARY", "Respondent"},
        {"unsaid", capacity::self, publication::unknown, "", "CANARY", "Respondent"},
        {"nameless", capacity::self, named, "", "", "Respondent"},
        {"blank", capacity::self, named, "", "\xE2\x80\x8B", "Respondent"},
        {"body", capacity::organisation, named, "Zeta", "CANARY", "Zeta"},
        {"both", capacity::both, named, "Zeta", "CANARY", "Zeta"},
        {"both-nameless", capacity::both, named, "", "CANARY", "Respondent"},
        {"unknown-of-a-body", capacity::unknown, named, "Zeta", "CANARY", "Respondent"},
        {"telephone", capacity::self, named, "", "CANARY 01632 960001", "Respondent"},
        {"mail", capacity::self, named, "", "canary@example.org", "Respondent"},
        {"markup", capacity::self, named, "", "<b>CANARY</b>", "Respondent"},
    };
    for (const row& each : rows) {
      new_response response;
      response.id = each.id;
      response.channel = *builder.asked().find_channel("form");
      response.capacity = each.is;
      response.publication = each.rule;
      response.name = each.name;
      if (*each.body != '\0') {
        response.organisations = {{each.body, organisation_role::author}};
      }
      builder.decide(*builder.add_response(response), disposition::included, "");
    }
    new_response letter;  // A whole letter typed into the field.
    letter.id = "letter";
    letter.channel = *builder.asked().find_channel("form");
    letter.capacity = capacity::self;
    letter.publication = named;
    letter.name = std::string(101, 'x');
    CHECK(builder.add_response(letter));
    diagnostics remarks;
    const auto of = builder.finish(remarks);
    REQUIRE(of);
    const attributor by(*of);
    for (const row& each : rows) {
      CAPTURE(each.id);
      const response_id response = *of->find_response(each.id);
      CHECK(by.of(response).text == each.expected);
      CHECK((by.of(response).form == attribution_form::named_individual) ==
            (each.name == std::string(each.expected)));
      if (each.rule != named) CHECK(of->text(of->responses().name[response]).empty());
    }
    CHECK(by.of(*of->find_response("letter")).text == "Respondent");
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
    add("trust-3", {"East trust"}, publication::anonymous);
    add("school-1", {"School"}, publication::anonymous);
    add("school-2", {"High school"}, publication::named);
    add("mixed", {"North trust", "School"}, publication::anonymous);
    for (const auto& [name, type] : {std::pair("North trust", "NHS trust"),
                                     {"South trust", "NHS trust"},
                                     {"East trust", "NHS trust"},
                                     {"School", "school"},
                                     {"High school", "school"}}) {
      builder.merge_organisation(name, "The " + std::string(name), type, {});
    }
    diagnostics remarks;
    const auto of = builder.finish(remarks);
    REQUIRE(of);
    const attributor by(*of);
    CHECK(by.of(*of->find_response("trust-1")).form == attribution_form::type_of_body);
    CHECK(by.of(*of->find_response("trust-1")).text == "Respondent - NHS trust");
    CHECK(by.of(*of->find_response("trust-2")).text == "The South trust");
    CHECK(by.of(*of->find_response("school-1")).text == "Respondent");  // the other has its name
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

  TEST_CASE("what is written for a name and is none is not printed") {
    test::small_consultation rows;
    rows.responses = {
        {"a"}, {"b"}, {"c"}, {"d"}, {"e"}, {"f"},
    };
    const std::string hundred(100, 'a');
    const std::vector<std::string> names = {hundred,    hundred + "a", "Ann: call me",
                                            "ann@home", "Ann <3",      "Ann O'Hara-Vale, MA"};
    for (std::size_t i = 0; i < names.size(); ++i) {
      rows.responses[i].name = names[i];
      rows.responses[i].publication = publication::named;
    }
    const auto of = rows.build();
    const attributor by(*of);
    const auto text = [&](const char* id) { return by.of(*of->find_response(id)).text; };
    CHECK(text("a") == hundred);
    for (const char* id : {"b", "c", "d", "e"}) CHECK(text(id) == "Respondent");
    CHECK(text("f") == names[5]);
  }
}
