#include "intake/survey.hpp"

#include "intake/part.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/space.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace heard {

void survey::add(std::string_view id) {
  ids_.push_back(part_context::key(id));
}

void survey::keep_together(std::string_view id) {
  together_.insert(part_context::key(id));
}

void survey::add(const new_response& response) {
  add(response.id);
  ++responses_;
  const std::uint64_t id = ids_.back();
  if (!response.sender.empty()) sent_.push_back({hash_bytes(response.sender).low, id});
  for (const new_organisation& body : response.organisations) {
    const std::string_view name = trim(body.name);
    if (name.empty()) continue;
    const auto [found, inserted] =
        name_rows_.emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
    if (inserted) {
      names_.emplace_back(name);
      typed_.emplace_back();
    }
    typed& of = typed_[found->second];
    // A response that types a name twice typed it.
    if (of.last != responses_) ++of.responses;
    of.last = responses_;
    if (!body.type.empty()) {
      const auto same = [&](const auto& each) { return each.first == body.type; };
      const auto known = std::find_if(of.types.begin(), of.types.end(), same);
      if (known == of.types.end()) {
        of.types.emplace_back(body.type, response.place);
      } else if (std::tie(response.place.file, response.place.row) <
                 std::tie(known->second.file, known->second.row)) {
        known->second = response.place;
      }
    }
    if (response.sender.empty() && body.role == organisation_role::author) {
      authored_.push_back({found->second, id});
    }
  }
}

std::vector<known_name> survey::names() const {
  std::vector<std::uint32_t> order(names_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return names_[a] < names_[b]; });
  std::vector<known_name> out;
  for (const std::uint32_t row : order) {
    out.push_back({names_[row], typed_[row].responses, typed_[row].types});
  }
  return out;
}

std::unordered_set<std::uint64_t> survey::together(const std::vector<organisation>& bodies) const {
  std::unordered_set<std::uint64_t> out = together_;
  std::vector<std::uint64_t> ids = ids_;
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (ids[i] == ids[i - 1]) out.insert(ids[i]);
  }
  ids = {};
  const auto add_several = [&](std::vector<sent> all) {
    std::sort(all.begin(), all.end(),
              [](const sent& a, const sent& b) { return a.sender < b.sender; });
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].sender != all[i - 1].sender) continue;
      out.insert(all[i].response);
      out.insert(all[i - 1].response);
    }
  };
  add_several(sent_);

  std::map<std::string_view, std::vector<std::uint64_t>> of_name;
  for (std::size_t body = 0; body < bodies.size(); ++body) {
    for (const std::string& name : bodies[body].spellings) of_name[name].push_back(body);
  }
  std::vector<sent> by_bodies;
  for (const authored& each : authored_) {
    const auto found = of_name.find(names_[each.name]);
    if (found == of_name.end()) continue;  // It names none.
    for (const std::uint64_t body : found->second) by_bodies.push_back({body, each.response});
  }
  add_several(std::move(by_bodies));
  return out;
}

}  // namespace heard
