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
