#include "report/collect.hpp"

#include <heard/identity/review.hpp>

#include <string>

namespace heard::reporting {

work_list list_organisations(const consultation& of,
                             const std::vector<identity::body_summary>& sent) {
  work_list out{
      "list-organisations",
      "Names of organisations to look at",
      "Names that may be one organisation, entries that may hold two, and words that name "
      "none. Nothing follows from a proposal until a person decides.",
      {"Name", "What it may be", "Why"},
      {}};
  const identity::organisation_review review(of, sent);
  for (const identity::body_proposal& each : review.proposals()) {
    out.rows.push_back({{each.name, true},
                        {(each.split ? "holds, among others: " : "is: ") + each.canonical, true},
                        {each.why}});
  }
  for (const name_couple& each : of.proposed_bodies()) {
    out.rows.push_back({{each.name, true},
                        {"and: " + each.other, true},
                        {"waits in decisions/organisations.csv"}});
  }
  for (const std::string& each : of.not_bodies()) {
    out.rows.push_back({{each, true}, {"no organisation"}, {"a word that names none"}});
  }
  return out;
}

}  // namespace heard::reporting
