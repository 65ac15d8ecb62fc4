#include <heard/quotes/attribution.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
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

bool speaks_as_a_body(const consultation& of, response_id response) {
  const capacity is = of.responses().capacity[response];
  return is == capacity::organisation || is == capacity::both;
}

// The type that all bodies of a response have, in the case it was given.
std::string type_of_bodies(const consultation& of, response_id response) {
  std::string out;
  for (const organisation_link& link : of.responses().organisations[response]) {
    const std::string& type = of.organisations()[link.organisation.value].type;
    if (type.empty() || (!out.empty() && type != out)) return {};
    out = type;
  }
  return out;
}

std::map<std::string, std::uint64_t> count_types(const consultation& of) {
  std::set<std::pair<std::string, respondent_id>> seen;
  std::map<std::string, std::uint64_t> out;
  for (const response_id response : of.each_response()) {
    if (!of.included(response) || !speaks_as_a_body(of, response)) continue;
    const std::string type = type_of_bodies(of, response);
    if (type.empty()) continue;
    if (seen.emplace(type, of.responses().respondent[response]).second) ++out[type];
  }
  return out;
}

}  // namespace

attributor::attributor(const consultation& of) : of_(of) {
  const std::vector<option>& options = of.asked().options();
  sharing_.resize(options.size());
  turn_.resize(options.size());
  of_type_ = count_types(of);
  if (!of.settings().attribution.valid()) return;

  const std::vector<std::string>& order = of.settings().attribution_order;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto at = std::find(order.begin(), order.end(), options[i].id);
    turn_[i] = at == order.end() ? order.size() + i : static_cast<std::size_t>(at - order.begin());
  }

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
  if (speaks_as_a_body(of_, response)) {
    if (of_.responses().publication[response] == publication::named) {
      if (auto names = names_of_bodies(of_, response)) {
        return {attribution_form::named_body, std::move(*names)};
      }
    }
    const std::string type = type_of_bodies(of_, response);
    const auto alike = of_type_.find(type);
    if (alike != of_type_.end() && alike->second >= of_.settings().attribution_k) {
      return {attribution_form::type_of_body, "Respondent - " + type};
    }
  }
  std::vector<option_id> options = chosen(of_, response);
  std::sort(options.begin(), options.end(),
            [&](option_id a, option_id b) { return turn_[a.value] < turn_[b.value]; });
  for (const option_id id : options) {
    const option& category = of_.asked()[id];
    if (category.attribution.empty()) continue;
    if (sharing_[id.value] < of_.settings().attribution_k) continue;
    return {attribution_form::category, "Respondent - " + category.attribution};
  }
  return {attribution_form::respondent, "Respondent"};
}

}  // namespace heard
