#include <heard/quotes/attribution.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace heard {

namespace {

// Options that one response chose at the question that names respondents, in declared order.
std::vector<option_id> chosen(const consultation& of, response_id response) {
  std::vector<option_id> out;
  const question_id question = of.settings().attribution;
  if (!question.valid()) return out;
  const auto [first, last] = of.answers_of(response);
  for (answer_id answer = first; answer < last; ++answer.value) {
    if (of.answers().question[answer] != question) continue;
    const auto options = of.answers().options[answer];
    out.insert(out.end(), options.begin(), options.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// The names of the bodies with the first of these roles that any has, in the annex's order.
std::optional<std::string> names_of_bodies(const consultation& of, response_id response) {
  for (const organisation_role role :
       {organisation_role::author, organisation_role::behalf_of, organisation_role::signatory}) {
    std::vector<organisation_id> bodies;
    for (const organisation_link& link : of.responses().organisations[response]) {
      if (link.role == role) bodies.push_back(link.organisation);
    }
    if (bodies.empty()) continue;
    std::sort(bodies.begin(), bodies.end());
    bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
    std::string out;
    for (const organisation_id body : bodies) {
      if (!out.empty()) out += ", ";
      out += of.organisations()[body.value].name;
    }
    return out;
  }
  return std::nullopt;
}

}  // namespace

attributor::attributor(const consultation& of) : of_(of) {
  const std::vector<option>& options = of.asked().options();
  sharing_.resize(options.size());
  if (!of.settings().attribution.valid()) return;

  // Options with one attribution are one crowd.
  std::map<std::string_view, std::size_t> crowd_of;
  std::vector<std::size_t> crowds(options.size(), 0);
  for (const option_id id : of.asked()[of.settings().attribution].options) {
    crowds[id.value] = crowd_of.emplace(of.asked()[id].attribution, crowd_of.size()).first->second;
  }
  std::vector<std::pair<std::size_t, respondent_id>> members;
  for (const response_id response : of.each_response()) {
    if (!of.included(response)) continue;
    for (const option_id id : chosen(of, response)) {
      members.emplace_back(crowds[id.value], of.responses().respondent[response]);
    }
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  std::vector<std::uint64_t> sizes(crowd_of.size());
  for (const auto& [crowd, respondent] : members) ++sizes[crowd];
  for (const option_id id : of.asked()[of.settings().attribution].options) {
    sharing_[id.value] = sizes[crowds[id.value]];
  }
}

attribution attributor::of(response_id response) const {
  const response_table& responses = of_.responses();
  const capacity is = responses.capacity[response];
  const bool as_a_body = is == capacity::organisation || is == capacity::both;
  if (as_a_body && responses.publication[response] == publication::named) {
    if (auto names = names_of_bodies(of_, response)) {
      return {attribution_form::named_body, std::move(*names)};
    }
  }
  for (const option_id id : chosen(of_, response)) {
    const option& category = of_.asked()[id];
    if (category.attribution.empty()) continue;
    if (sharing_[id.value] < of_.settings().attribution_k) continue;
    return {attribution_form::category, "Respondent - " + category.attribution};
  }
  return {attribution_form::respondent, "Respondent"};
}

}  // namespace heard
