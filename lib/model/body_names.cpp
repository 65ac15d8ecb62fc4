#include "model/body_names.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace heard {

namespace {

class resolver {
 public:
  resolver(const std::vector<typed_name>& typed, const std::vector<body_decision>& decisions,
           const std::function<location(const source_place&)>& locate, diagnostics& remarks)
      : typed_(typed), decisions_(decisions), locate_(locate), remarks_(remarks) {}

  resolved_names run(const name_matcher& match) {
    number_names();
    read_decisions();
    find_unused();
    follow_merges();
    check_apart();
    if (!remarks_.has_errors()) join_found(match);
    return finish();
  }

 private:
  using row = std::uint32_t;

  void fault(severity level, std::string message, const body_decision& about) {
    remarks_.add({level, std::move(message), locate_(about.place), 0, {}});
  }
  static std::string row_of(const body_decision& of) {
    return "row " + std::to_string(of.place.row);
  }

  // Every name that is typed or that a decision speaks of, sorted.
  void number_names() {
    for (const typed_name& name : typed_) counts_[name.name] = name.responses;
    for (const body_decision& each : decisions_) {
      if (each.action == body_action::proposed) continue;
      counts_.emplace(each.name, 0);
      counts_.emplace(each.other, 0);
    }
    for (const auto& [name, responses] : counts_) {
      rows_.emplace(name, static_cast<row>(names_.size()));
      names_.push_back({std::string(name), responses});
    }
    leader_.resize(names_.size());
    for (row i = 0; i < leader_.size(); ++i) leader_[i] = i;
    heads_.resize(names_.size());
  }

  void read_decisions() {
    for (const body_decision& each : decisions_) {
      switch (each.action) {
        case body_action::merge: {
          const auto [there, inserted] = merges_.emplace(each.name, &each);
          if (!inserted && there->second->other != each.other) {
            fault(severity::error, row_of(*there->second) + " gives this name another body", each);
          }
          break;
        }
        case body_action::split:
          splits_[each.name].push_back(&each);
          break;
        case body_action::keep_apart:
          if (each.name == each.other) {
            fault(severity::error, "a name cannot be kept apart from itself", each);
          }
          break;
        case body_action::proposed:
          break;
      }
    }
    for (const auto& [name, parts] : splits_) {
      const auto merge = merges_.find(name);
      if (merge != merges_.end()) {
        fault(severity::error, row_of(*merge->second) + " gives this name one body",
              *parts.front());
      }
      for (const body_decision* part : parts) {
        if (part->other == name || splits_.contains(part->other)) {
          fault(severity::error, "a part cannot be split itself", *part);
        }
      }
      const bool one = std::all_of(parts.begin(), parts.end(), [&](const body_decision* part) {
        return part->other == parts.front()->other;
      });
      if (one) {
        fault(severity::warning, "this is the only part: a name is split into two or more",
              *parts.front());
      }
    }
  }

  // A row that speaks of names that nobody typed does nothing.
  void find_unused() {
    for (const body_decision& each : decisions_) {
      const bool decides = each.action == body_action::merge || each.action == body_action::split;
      if (decides) known_.insert(each.other);
    }
    for (const typed_name& name : typed_) known_.insert(name.name);
    for (const body_decision& each : decisions_) {
      if (each.action != body_action::keep_apart && !known_.contains(each.name)) {
        fault(severity::warning, "no response names this organisation", each);
      }
    }
  }

  // A name leads to another until one stands for itself; a circle of names stands for none.
  std::optional<std::string_view> body_of(std::string_view name) const {
    for (std::size_t steps = 0; steps <= decisions_.size(); ++steps) {
      const auto next = merges_.find(name);
      if (next == merges_.end() || next->second->other == name) return name;
      name = next->second->other;
    }
    return std::nullopt;
  }

  void follow_merges() {
    for (const body_decision& each : decisions_) {
      if (each.action != body_action::merge && each.action != body_action::split) continue;
      const bool merge = each.action == body_action::merge;
      const auto body = body_of(merge ? each.name : each.other);
      if (!body) {
        fault(severity::error, "this name is merged into itself by way of others", each);
        continue;
      }
      const row head = rows_.at(*body);
      heads_[head] = &each;
      if (merge) join(head, rows_.at(each.name));
    }
    for (const body_decision& each : decisions_) {
      if (each.type.empty() || each.action == body_action::proposed) continue;
      const auto body = body_of(each.action == body_action::split ? each.other : each.name);
      if (!body) continue;
      const auto [there, inserted] = types_.emplace(rows_.at(*body), &each);
      if (!inserted && there->second->type != each.type) {
        fault(severity::error, row_of(*there->second) + " gives this body another type", each);
      }
    }
  }

  void check_apart() {
    for (const body_decision& each : decisions_) {
      if (each.action != body_action::keep_apart || each.name == each.other) continue;
      const row a = rows_.at(each.name);
      const row b = rows_.at(each.other);
      if (first_of(a) == first_of(b)) {
        fault(severity::error, "these names are kept apart here, and other rows make them one body",
              each);
      } else if (!known_.contains(each.name) || !known_.contains(each.other)) {
        fault(severity::warning,
              "no response names one of these organisations, so they are apart anyway", each);
      }
      apart_.emplace_back(a, b);
    }
  }

  void join_found(const name_matcher& match) {
    if (!match) return;
    const name_findings found = match(names_);
    nobody_ = {found.nobody.begin(), found.nobody.end()};
    for (const std::vector<row>& same : found.same) {
      for (std::size_t i = 1; i < same.size(); ++i) {
        // Where the best is not to be joined, the next may be.
        bool told = false;
        for (std::size_t j = 0; j < i; ++j) {
          if (joined(same[j], same[i], told)) break;
        }
      }
      for (row place = 0; place < same.size(); ++place) best_[same[place]] = place;
    }
  }

  bool joined(row a, row b, bool& told) {
    if (splits_.contains(names_[a].name) || splits_.contains(names_[b].name)) return false;
    const row x = first_of(a);
    const row y = first_of(b);
    if (x == y) return true;
    const body_decision* one = heads_[x];
    const body_decision* other = heads_[y];
    if (one != nullptr && other != nullptr) {
      if (std::exchange(told, true)) return false;
      const bool first = one->place.row < other->place.row;
      fault(severity::warning,
            row_of(first ? *one : *other) +
                " gives another body to a name of the same words; keep_apart says that it should",
            first ? *other : *one);
      return false;
    }
    for (const auto& [p, q] : apart_) {
      const row first = first_of(p);
      const row second = first_of(q);
      if ((first == x && second == y) || (first == y && second == x)) return false;
    }
    join(one != nullptr || other == nullptr ? x : y, one != nullptr || other == nullptr ? y : x);
    return true;
  }

  row first_of(row name) {
    while (leader_[name] != name) name = leader_[name] = leader_[leader_[name]];
    return name;
  }
  // Keeps the head that was decided: `head` leads.
  void join(row head, row name) {
    head = first_of(head);
    name = first_of(name);
    if (head == name) return;
    leader_[name] = head;
    if (heads_[head] == nullptr) heads_[head] = heads_[name];
  }

  // What a body is called: as decided, else by the best of its names that were typed.
  std::string_view called(row leader, const std::vector<row>& members) const {
    if (heads_[leader] != nullptr) {
      return *body_of(names_[leader].name);
    }
    row best = members.front();
    for (const row each : members) {
      const auto place = [&](row of) {
        const auto found = best_.find(of);
        return std::pair(names_[of].responses == 0, found == best_.end() ? row{0} : found->second);
      };
      if (place(each) < place(best)) best = each;
    }
    return names_[best].name;
  }

  resolved_names finish() {
    resolved_names out;
    out.of_name.resize(typed_.size());
    if (remarks_.has_errors()) return out;
    std::map<row, std::vector<row>> members;  // By leader.
    for (row i = 0; i < names_.size(); ++i) members[first_of(i)].push_back(i);
    std::map<row, std::vector<std::size_t>> used;  // Typed names, by the leader of their body.
    for (std::size_t i = 0; i < typed_.size(); ++i) {
      const std::string& name = typed_[i].name;
      const row own = rows_.at(name);
      const auto split = splits_.find(name);
      if (split != splits_.end()) {
        std::set<row> parts;
        for (const body_decision* part : split->second)
          parts.insert(first_of(rows_.at(part->other)));
        for (const row part : parts) used[part].push_back(i);
      } else if (!nobody_.contains(own) || heads_[first_of(own)] != nullptr || kept_apart(own)) {
        used[first_of(own)].push_back(i);
      }
    }
    std::map<std::string_view, row> sorted;
    for (const auto& [leader, names] : used) {
      sorted.emplace(called(leader, members.at(leader)), leader);
    }
    for (const auto& [name, leader] : sorted) {
      const auto body = static_cast<row>(out.bodies.size());
      out.bodies.emplace_back(name);
      out.types.emplace_back();
      out.types.back() = type_of(members.at(leader));
      for (const std::size_t typed : used.at(leader)) out.of_name[typed].push_back(body);
    }
    return out;
  }

  // Decisions on names that were found to be one body may differ too.
  std::string type_of(const std::vector<row>& names) {
    const body_decision* first = nullptr;
    for (const row name : names) {
      const auto found = types_.find(name);
      if (found == types_.end()) continue;
      const body_decision* type = found->second;
      if (first != nullptr && first->type != type->type) {
        const bool later = type->place.row > first->place.row;
        fault(severity::warning,
              row_of(later ? *first : *type) + " gives another type to a name of the same words",
              later ? *type : *first);
      }
      if (first == nullptr || type->place.row < first->place.row) first = type;
    }
    return first == nullptr ? std::string() : first->type;
  }

  bool kept_apart(row name) const {
    return std::any_of(apart_.begin(), apart_.end(),
                       [&](const auto& pair) { return pair.first == name || pair.second == name; });
  }

  const std::vector<typed_name>& typed_;
  const std::vector<body_decision>& decisions_;
  const std::function<location(const source_place&)>& locate_;
  diagnostics& remarks_;

  std::set<std::string_view> known_;  // Typed, or made by a decision.
  std::map<std::string_view, std::uint32_t> counts_;
  std::vector<typed_name> names_;
  std::map<std::string_view, row> rows_;
  std::map<std::string_view, const body_decision*> merges_;
  std::map<std::string_view, std::vector<const body_decision*>> splits_;
  std::map<row, const body_decision*> types_;  // By the name that decisions lead to.
  std::vector<row> leader_;
  std::vector<const body_decision*> heads_;  // The decision by which a leader is called so.
  std::vector<std::pair<row, row>> apart_;
  std::set<row> nobody_;
  std::map<row, row> best_;  // For a name that was found: its place in the order of preference.
};

}  // namespace

resolved_names resolve_names(const std::vector<typed_name>& typed,
                             const std::vector<body_decision>& decisions, const name_matcher& match,
                             const std::function<location(const source_place&)>& locate,
                             diagnostics& remarks) {
  diagnostics found;
  resolved_names out = resolver(typed, decisions, locate, found).run(match);
  remarks.append(std::move(found));
  return out;
}

}  // namespace heard
