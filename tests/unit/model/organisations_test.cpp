#include "unit/model/small.hpp"

#include <doctest/doctest.h>

using namespace heard;
using heard::testing::small;

namespace {

response_id find(const consultation& of, std::string_view id) {
  const auto found = of.find_response(id);
  REQUIRE(found);
  return *found;
}

std::vector<std::string> messages(const diagnostics& remarks) {
  std::vector<std::string> out;
  for (const diagnostic& remark : remarks.all()) out.push_back(to_string(remark));
  return out;
}

}  // namespace

TEST_CASE("names are one body where people say so, and otherwise where they are equal") {
  small s;
  const auto add = [&](const char* id, std::vector<new_organisation> bodies) {
    new_response response = s.response(id);
    response.organisations = std::move(bodies);
    s.builder.add_response(response);
  };
  using enum organisation_role;
  add("a", {{"Zebra", author}, {"The Trust", signatory}});
  add("b", {{" The Trust\xC2\xA0", author}});
  add("c", {{"the trust", author}});
  add("d", {{"Trust, The", author}, {"Trust, The", author}, {"  ", author}});
  s.builder.merge_organisation("Trust, The", "The Trust", "", {});
  s.builder.merge_organisation("The Trust", "Library Trust", "charity", {});
  const auto made = s.finish();
  REQUIRE(made);
  const auto& bodies = made->organisations();
  REQUIRE(bodies.size() == 3);
  CHECK(bodies[0].name == "Library Trust");
  CHECK(bodies[0].type == "charity");
  CHECK(bodies[0].spellings == std::vector<std::string>{"The Trust", "Trust, The"});
  CHECK(bodies[1].name == "Zebra");
  CHECK(bodies[2].name == "the trust");
  const auto links = made->responses().organisations[find(*made, "a")];
  REQUIRE(links.size() == 2);
  CHECK(links[0].organisation == organisation_id(0u));
  CHECK(links[0].role == signatory);
  CHECK(links[1].organisation == organisation_id(1u));
  const auto d = made->responses().organisations[find(*made, "d")];
  REQUIRE(d.size() == 1);
  CHECK(bodies[0].spellings[d[0].spelling] == "Trust, The");
}

TEST_CASE("merges that contradict one another are faults") {
  struct {
    std::vector<std::vector<std::string>> merges;
    std::vector<std::string> expected;
  } const rows[] = {
      {{{"A", "B", ""}, {"A", "C", ""}},
       {"data/form.csv:3: error: row 2 gives this name another body"}},
      {{{"A", "B", ""}, {"B", "A", ""}},
       {"data/form.csv:2: error: this name is merged into itself by way of others",
        "data/form.csv:3: error: this name is merged into itself by way of others"}},
      {{{"A", "B", "charity"}, {"B", "B", "council"}},
       {"data/form.csv:3: error: row 2 gives this body another type"}},
      {{{"A", "B", ""}, {"Nobody", "B", ""}},
       {"data/form.csv:3: warning: no response names this organisation"}},
  };
  for (const auto& row : rows) {
    small s;
    new_response response = s.response("a");
    response.organisations = {{"A", organisation_role::author}};
    s.builder.add_response(response);
    std::uint32_t line = 2;
    for (const auto& merge : row.merges) {
      s.builder.merge_organisation(merge[0], merge[1], merge[2], {s.sheet, line++, 0, 0, 0});
    }
    diagnostics remarks;
    const auto made = s.builder.finish(remarks);
    CHECK(messages(remarks) == row.expected);
    CHECK((made == nullptr) == remarks.has_errors());
  }
}

namespace {

using strings = std::vector<std::string>;

// Each row a response that names these bodies. Beyond doubt are names whose first four bytes are
// equal; "none" names nobody.
struct named_bodies {
  small s;
  std::shared_ptr<const consultation> made;
  diagnostics remarks;

  explicit named_bodies(const std::vector<strings>& responses) {
    char id = 'a';
    for (const strings& names : responses) {
      new_response response = s.response(std::string(1, id++));
      for (const std::string& name : names) response.organisations.push_back({name, {}, {}});
      response.capacity = capacity::organisation;
      response.capacity_by_name = true;
      s.builder.add_response(response);
    }
    s.builder.match_names([](std::span<const typed_name> names) {
      name_findings out;
      for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (names[i].name == "none") {
          out.nobody.push_back(i);
        } else if (!out.same.empty() &&
                   names[out.same.back().front()].name.substr(0, 4) == names[i].name.substr(0, 4)) {
          out.same.back().push_back(i);
        } else {
          out.same.push_back({i});
        }
      }
      return out;
    });
  }
  named_bodies& finish() {
    made = s.builder.finish(remarks);
    return *this;
  }
  [[nodiscard]] std::vector<strings> bodies() const {
    std::vector<strings> out;
    if (!made) return out;
    for (const organisation& each : made->organisations()) {
      strings& body = out.emplace_back(strings{each.name + ":"});
      body.insert(body.end(), each.spellings.begin(), each.spellings.end());
    }
    return out;
  }
};

}  // namespace

TEST_CASE("what is beyond doubt is joined unless a person keeps it apart") {
  named_bodies plain({{"Hill A"}, {"Hill B"}, {"Dale"}});
  CHECK(plain.finish().bodies() ==
        std::vector<strings>{{"Dale:", "Dale"}, {"Hill A:", "Hill A", "Hill B"}});
  CHECK(plain.remarks.empty());

  named_bodies apart({{"Hill A"}, {"Hill B"}, {"Hill C"}});
  apart.s.builder.keep_organisations_apart("Hill B", "Hill A", "", {apart.s.sheet, 2, 0, 0, 0});
  CHECK(apart.finish().bodies() ==
        std::vector<strings>{{"Hill A:", "Hill A", "Hill C"}, {"Hill B:", "Hill B"}});
  CHECK(apart.remarks.empty());

  // The third name would bring the two together by way of itself.
  named_bodies chain({{"Hill A"}, {"Hill B"}, {"Other"}});
  chain.s.builder.merge_organisation("Other", "Hill B", "", {chain.s.sheet, 2, 0, 0, 0});
  chain.s.builder.keep_organisations_apart("Hill A", "Other", "", {chain.s.sheet, 3, 0, 0, 0});
  CHECK(chain.finish().bodies() ==
        std::vector<strings>{{"Hill A:", "Hill A"}, {"Hill B:", "Hill B", "Other"}});

  named_bodies renamed({{"Hill A"}, {"Hill B"}});
  renamed.s.builder.merge_organisation("Hill B", "The Hill", "charity",
                                       {renamed.s.sheet, 2, 0, 0, 0});
  CHECK(renamed.finish().bodies() == std::vector<strings>{{"The Hill:", "Hill A", "Hill B"}});
  CHECK(renamed.made->organisations()[0].type_from == type_origin::assigned);
}

TEST_CASE("an entry that holds two bodies is one entry") {
  named_bodies split({{"Both"}, {"Hill A"}});
  split.s.builder.split_organisation("Both", "Hill A", "", {split.s.sheet, 2, 0, 0, 0});
  split.s.builder.split_organisation("Both", "Dale", "council", {split.s.sheet, 3, 0, 0, 0});
  CHECK(split.finish().bodies() ==
        std::vector<strings>{{"Dale:", "Both"}, {"Hill A:", "Both", "Hill A"}});
  CHECK(split.made->organisations()[0].type == "council");
  const response_id both = find(*split.made, "a");
  CHECK(split.made->responses().organisations[both].size() == 2);
  CHECK(split.made->responses().respondent[both] !=
        split.made->responses().respondent[find(*split.made, "b")]);
}

TEST_CASE("a word that names nobody is no body, unless a decision speaks of it") {
  named_bodies none({{"none"}, {"none", "Dale"}, {"Dale"}});
  CHECK(none.finish().bodies() == std::vector<strings>{{"Dale:", "Dale"}});
  CHECK(none.made->not_bodies() == strings{"none"});
  CHECK(none.made->responses().capacity[find(*none.made, "a")] == capacity::unknown);
  CHECK(none.made->responses().capacity[find(*none.made, "b")] == capacity::organisation);
  CHECK(none.made->responses().organisations[find(*none.made, "a")].empty());
  REQUIRE(none.remarks.all().size() == 1);
  CHECK(none.remarks.all()[0].level == severity::note);
  CHECK(none.remarks.all()[0].message.starts_with("1 response names an organisation by a word"));

  named_bodies band({{"none"}});
  band.s.builder.merge_organisation("none", "None (a band)", "", {band.s.sheet, 2, 0, 0, 0});
  CHECK(band.finish().bodies() == std::vector<strings>{{"None (a band):", "none"}});
  CHECK(band.remarks.empty());
}

TEST_CASE("decisions on names that contradict one another are told of") {
  struct row {
    char action;
    const char* name;
    const char* other;
    const char* type = "";
  };
  struct {
    std::vector<row> rows;
    strings expected;
  } const cases[] = {
      {{{'m', "Hill A", "Dale"}, {'a', "Hill A", "Dale"}},
       {"data/form.csv:3: error: these names are kept apart here, and other rows make them one "
        "body"}},
      {{{'a', "Hill A", "Hill A"}},
       {"data/form.csv:2: error: a name cannot be kept apart from itself"}},
      {{{'a', "Hill A", "Gone"}},
       {"data/form.csv:2: warning: no response names one of these organisations, so they are apart "
        "anyway"}},
      {{{'a', "Gone", "Hill A"}},
       {"data/form.csv:2: warning: no response names one of these organisations, so they are apart "
        "anyway"}},
      {{{'m', "Hill A", "X"}, {'s', "Hill A", "Y"}, {'s', "Hill A", "Z"}},
       {"data/form.csv:3: error: row 2 gives this name one body"}},
      {{{'s', "Hill A", "Y"}},
       {"data/form.csv:2: warning: this is the only part: a name is split into two or more"}},
      {{{'s', "Hill A", "Hill A"}, {'s', "Hill A", "Z"}},
       {"data/form.csv:2: error: a part cannot be split itself"}},
      {{{'m', "Hill A", "X"}, {'m', "Hill B", "Y"}},
       {"data/form.csv:3: warning: row 2 gives another body to a name of the same words; "
        "keep_apart says that it should"}},
      {{{'a', "Hill A", "Dale", "charity"}, {'m', "Hill B", "Hill B", "school"}},
       {"data/form.csv:3: warning: row 2 gives another type to a name of the same words"}},
  };
  for (const auto& each : cases) {
    named_bodies of({{"Hill A"}, {"Hill B"}, {"Dale"}});
    std::uint32_t line = 2;
    for (const row& decided : each.rows) {
      const source_place place{of.s.sheet, line++, 0, 0, 0};
      if (decided.action == 'm') {
        of.s.builder.merge_organisation(decided.name, decided.other, decided.type, place);
      } else if (decided.action == 's') {
        of.s.builder.split_organisation(decided.name, decided.other, decided.type, place);
      } else {
        of.s.builder.keep_organisations_apart(decided.name, decided.other, decided.type, place);
      }
    }
    of.finish();
    CHECK(messages(of.remarks) == each.expected);
    CHECK((of.made == nullptr) == of.remarks.has_errors());
  }
}
