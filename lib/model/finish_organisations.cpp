#include "model/builder_state.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace heard {

void consultation_builder::state::make_organisations(diagnostics& remarks) {
  const auto fault = [&](severity level, std::string message, const body_merge& row) {
    remarks.add({level, std::move(message), locate(row.place), 0, {}});
  };
  std::stable_sort(merges.begin(), merges.end(), [](const body_merge& a, const body_merge& b) {
    return std::tie(a.place.file, a.place.row) < std::tie(b.place.file, b.place.row);
  });

  std::map<std::string_view, const body_merge*> merge_of;
  std::map<std::string_view, bool> is_canonical;
  for (const body_merge& row : merges) {
    const auto [there, inserted] = merge_of.emplace(row.name, &row);
    if (!inserted && there->second->canonical != row.canonical) {
      fault(severity::error,
            "row " + std::to_string(there->second->place.row) + " gives this name another body",
            row);
    }
    is_canonical[row.canonical] = true;
  }
  for (const body_merge& row : merges) {
    if (!body_names.find(row.name) && !is_canonical.contains(row.name)) {
      fault(severity::warning, "no response names this organisation", row);
    }
  }

  // A name leads to another until one stands for itself; a circle of names stands for none.
  const auto body_of = [&](std::string_view name) {
    for (std::size_t steps = 0; steps <= merges.size(); ++steps) {
      const auto next = merge_of.find(name);
      if (next == merge_of.end() || next->second->canonical == name) return name;
      name = next->second->canonical;
    }
    return std::string_view();
  };

  std::map<std::string_view, std::pair<std::string, const body_merge*>> types;
  for (const body_merge& row : merges) {
    const std::string_view body = body_of(row.name);
    if (body.empty()) {
      fault(severity::error, "this name is merged into itself by way of others", row);
      continue;
    }
    if (row.type.empty()) continue;
    const auto [there, inserted] = types.emplace(body, std::pair(row.type, &row));
    if (!inserted && there->second.first != row.type) {
      fault(severity::error,
            "row " + std::to_string(there->second.second->place.row) +
                " gives this body another type",
            row);
    }
  }
  for (const name_decision& row : made->names_) {
    if (row.action != name_action::keep_apart) continue;
    const std::string_view body = body_of(row.name);
    const auto known = [&](const std::string& name) {
      return body_names.find(name) || is_canonical.contains(name);
    };
    if (!body.empty() && body == body_of(row.canonical)) {
      remarks.add({severity::error,
                   "these names are kept apart here, and other rows make them one body",
                   locate(row.place),
                   0,
                   {}});
    } else if (!known(row.name) || !known(row.canonical)) {
      remarks.add({severity::warning,
                   "no response names one of these organisations, so they are apart anyway",
                   locate(row.place),
                   0,
                   {}});
    }
  }
  if (remarks.has_errors()) {
    made->responses_.organisations = {};
    for (std::size_t i = 0; i < made->responses_.size(); ++i) {
      made->responses_.organisations.push_back({});
    }
    return;
  }

  const std::vector<std::string>& names = body_names.names();
  std::map<std::string_view, std::vector<std::uint32_t>> spelled;  // Sorted by body name.
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    spelled[body_of(names[name])].push_back(name);
  }
  std::vector<organisation_link> link_of(names.size());
  for (auto& [body, spellings] : spelled) {
    std::sort(spellings.begin(), spellings.end(),
              [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
    organisation row;
    row.name = std::string(body);
    const auto type = types.find(body);
    if (type != types.end()) row.type = type->second.first;
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
      row.spellings.push_back(names[spellings[i]]);
      link_of[spellings[i]] = {organisation_id(made->organisations_.size()), i,
                               organisation_role::author};
    }
    made->organisations_.push_back(std::move(row));
  }

  const auto key = [](const organisation_link& link) {
    return std::tie(link.organisation, link.role, link.spelling);
  };
  std::stable_sort(bodies.begin(), bodies.end(), [](const named_body& a, const named_body& b) {
    return a.response < b.response;
  });
  std::vector<organisation_link> links;
  auto next = bodies.begin();
  for (std::uint32_t response = 0; response < made->responses_.size(); ++response) {
    links.clear();
    for (; next != bodies.end() && next->response == response; ++next) {
      links.push_back(link_of[next->name]);
      links.back().role = next->role;
    }
    std::sort(links.begin(), links.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    links.erase(std::unique(links.begin(), links.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                links.end());
    made->responses_.organisations.push_back(links);
  }
}

}  // namespace heard
