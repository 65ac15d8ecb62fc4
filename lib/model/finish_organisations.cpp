#include "model/builder_state.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace heard {

std::vector<name_couple> consultation_builder::state::couples(body_action action) const {
  std::vector<name_couple> out;
  for (const body_decision& each : body_decisions) {
    if (each.action != action) continue;
    out.push_back({std::min(each.name, each.other), std::max(each.name, each.other)});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void consultation_builder::state::make_organisations(diagnostics& remarks) {
  std::stable_sort(body_decisions.begin(), body_decisions.end(),
                   [](const body_decision& a, const body_decision& b) {
                     return std::tie(a.place.file, a.place.row) <
                            std::tie(b.place.file, b.place.row);
                   });
  made->kept_apart_ = couples(body_action::keep_apart);
  made->proposed_bodies_ = couples(body_action::proposed);
  remark_on_proposals(remarks);

  const std::vector<typed_name> typed = count_names();
  const resolved_names resolved = resolve_names(
      typed, body_decisions, match, [&](const source_place& place) { return locate(place); },
      remarks);
  const auto links_of = add_bodies(resolved);
  if (!remarks.has_errors()) set_types(resolved, remarks);
  link_responses(links_of, remarks);
}

void consultation_builder::state::remark_on_proposals(diagnostics& remarks) const {
  const std::size_t waiting = made->proposed_bodies_.size();
  if (waiting == 0) return;
  const auto first =
      std::find_if(body_decisions.begin(), body_decisions.end(),
                   [](const body_decision& each) { return each.action == body_action::proposed; });
  remarks.add({severity::note,
               std::to_string(waiting) + (waiting == 1 ? " proposal waits" : " proposals wait") +
                   " for a person to write merge, rename, keep_apart or split",
               locate(first->place),
               0,
               {}});
}

// Names as typed, and by how many responses. Sorts `bodies` by response.
std::vector<typed_name> consultation_builder::state::count_names() {
  std::vector<typed_name> typed;
  for (const std::string& name : body_names.names()) typed.push_back({name, 0});
  std::stable_sort(bodies.begin(), bodies.end(), [](const named_body& a, const named_body& b) {
    return a.response < b.response;
  });
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const bool again = i > 0 && bodies[i - 1].response == bodies[i].response &&
                       bodies[i - 1].name == bodies[i].name;
    typed[bodies[i].name].responses += !again;
  }
  for (std::size_t name = 0; name < known_responses.size(); ++name) {
    typed[name].responses = known_responses[name];
  }
  return typed;
}

// For each name as typed the bodies it stands for.
std::vector<std::vector<organisation_link>> consultation_builder::state::add_bodies(
    const resolved_names& resolved) {
  for (std::size_t body = 0; body < resolved.bodies.size(); ++body) {
    organisation row;
    row.name = resolved.bodies[body];
    row.type = resolved.types[body];
    if (!row.type.empty()) row.type_from = type_origin::assigned;
    made->organisations_.push_back(std::move(row));
  }
  const std::vector<std::string>& names = body_names.names();
  std::vector<std::vector<organisation_link>> links_of(names.size());
  for (const std::uint32_t name : order_of(names)) {
    for (const std::uint32_t body : resolved.of_name[name]) {
      std::vector<std::string>& spellings = made->organisations_[body].spellings;
      links_of[name].push_back({organisation_id(body), static_cast<std::uint32_t>(spellings.size()),
                                organisation_role::author});
      spellings.push_back(names[name]);
    }
    if (links_of[name].empty()) made->not_bodies_.push_back(names[name]);
  }
  return links_of;
}

void consultation_builder::state::link_responses(
    const std::vector<std::vector<organisation_link>>& links_of, diagnostics& remarks) {
  const auto key = [](const organisation_link& link) {
    return std::tie(link.organisation, link.role, link.spelling);
  };
  std::vector<organisation_link> links;
  std::uint64_t without = 0;
  response_id first_without;
  auto next = bodies.begin();
  for (const response_id response : made->each_response()) {
    links.clear();
    bool said = false;
    for (; next != bodies.end() && next->response == response.value; ++next) {
      said = true;
      for (organisation_link link : links_of[next->name]) {
        link.role = next->role;
        links.push_back(link);
      }
    }
    std::sort(links.begin(), links.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    links.erase(std::unique(links.begin(), links.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                links.end());
    made->responses_.organisations.push_back(links);
    capacity& speaks = made->responses_.capacity[response];
    if (!said || !links.empty() || remarks.has_errors() ||
        (speaks != capacity::organisation && speaks != capacity::both)) {
      continue;
    }
    if (without++ == 0) first_without = response;
    if (extra[response.value].capacity_by_name) speaks = capacity::unknown;
  }
  if (without > 0) {
    remarks.add({severity::note,
                 std::to_string(without) + (without == 1 ? " response names" : " responses name") +
                     " an organisation by a word that names none; a row of organisations.csv that "
                     "renames it makes it a name",
                 locate(made->responses_.place[first_without]),
                 0,
                 {}});
  }
}

// A body has the type that its responses give it, if no person decided and none gives another.
void consultation_builder::state::set_types(const resolved_names& resolved, diagnostics& remarks) {
  std::map<std::uint32_t, std::vector<const body_type*>> by_body;
  for (const body_type& said : body_types) {
    // Of an entry that holds two bodies nobody knows which one it is about.
    const std::vector<std::uint32_t>& of = resolved.of_name[said.name];
    if (of.size() == 1) by_body[of.front()].push_back(&said);
  }
  for (auto& [body, said] : by_body) {
    organisation& row = made->organisations_[body];
    if (row.type_from == type_origin::assigned) continue;
    std::sort(said.begin(), said.end(), [](const body_type* a, const body_type* b) {
      return std::tie(a->place.file, a->place.row, a->type) <
             std::tie(b->place.file, b->place.row, b->type);
    });
    const auto other = std::find_if(said.begin(), said.end(), [&](const body_type* each) {
      return each->type != said.front()->type;
    });
    if (other == said.end()) {
      row.type = said.front()->type;
      row.type_from = type_origin::self;
    } else {
      remarks.add({severity::warning,
                   "responses of one body give it different types; a row of organisations.csv "
                   "decides",
                   locate((*other)->place),
                   0,
                   {}});
    }
  }
}

}  // namespace heard
