#include <heard/identity/review.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace heard::identity {

namespace {

std::vector<std::string> all_names(const consultation& of) {
  std::vector<std::string> out;
  for (const organisation& body : of.organisations()) {
    out.push_back(body.name);
    out.insert(out.end(), body.spellings.begin(), body.spellings.end());
  }
  return out;
}

name_couple couple(const std::string& a, const std::string& b) {
  return {std::min(a, b), std::max(a, b)};
}

bool among(const std::vector<name_couple>& sorted, const name_couple& names) {
  return std::binary_search(sorted.begin(), sorted.end(), names);
}

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

organisation_review::organisation_review(const consultation& of)
    : organisation_review(of, summarise_bodies(of)) {}

organisation_review::organisation_review(const consultation& of, std::vector<body_summary> sent)
    : of_(&of), index_(all_names(*of_)), bodies_of_(index_.size()), bodies_(std::move(sent)) {
  for (std::uint32_t row = 0; row < index_.size(); ++row) {
    rows_.emplace(index_.at(row).original, row);
  }
  const auto& all = of_->organisations();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const organisation_id body(i);
    for (const std::string& name : all[i].spellings) bodies_of_[rows_.at(name)].push_back(body);
    // What only a person calls it, no response typed.
    std::vector<organisation_id>& called = bodies_of_[rows_.at(all[i].name)];
    if (called.empty()) called.push_back(body);
  }
  propose_merges();
  propose_splits();
  std::sort(
      proposals_.begin(), proposals_.end(), [](const body_proposal& a, const body_proposal& b) {
        return std::tie(a.name, a.split, a.canonical) < std::tie(b.name, b.split, b.canonical);
      });
}

std::vector<body_summary> summarise_bodies(const consultation& of) {
  std::vector<body_summary> out;
  for (std::size_t i = 0; i < of.organisations().size(); ++i) {
    out.push_back({organisation_id(i), 0, false});
  }
  const response_table& responses = of.responses();
  for (const response_id response : of.each_response()) {
    const capacity speaks = responses.capacity[response];
    if (!of.included(response) || (speaks != capacity::organisation && speaks != capacity::both)) {
      continue;
    }
    std::set<organisation_id> once;
    for (const organisation_link& link : responses.organisations[response]) {
      once.insert(link.organisation);
    }
    for (const organisation_id body : once) {
      body_summary& sent = out[body.value];
      ++sent.responses;
      sent.may_be_named =
          sent.may_be_named || responses.publication[response] == publication::named;
    }
  }
  return out;
}

std::span<const organisation_id> organisation_review::bodies_called(std::string_view name) const {
  const auto row = rows_.find(name);
  if (row == rows_.end()) return {};
  return bodies_of_[row->second];
}

void organisation_review::propose_merges() {
  const auto& all = of_->organisations();
  // What a person said already are two, or has been asked about.
  std::set<std::pair<organisation_id, organisation_id>> decided;
  for (const auto* couples : {&of_->kept_apart(), &of_->proposed_bodies()}) {
    for (const name_couple& names : *couples) {
      for (const organisation_id a : bodies_called(names.name)) {
        for (const organisation_id b : bodies_called(names.other)) {
          decided.insert({std::min(a, b), std::max(a, b)});
        }
      }
    }
  }
  // The best reason for each two bodies.
  std::map<std::pair<organisation_id, organisation_id>, name_pair> best;
  for (const name_pair& pair : index_.proposals()) {
    if (bodies_of_[pair.a].size() != 1 || bodies_of_[pair.b].size() != 1) continue;
    organisation_id a = bodies_of_[pair.a].front();
    organisation_id b = bodies_of_[pair.b].front();
    if (a == b) continue;
    if (b < a) std::swap(a, b);
    const auto [there, added] = best.emplace(std::pair(a, b), pair);
    if (!added && pair.score > there->second.score) there->second = pair;
  }
  for (const auto& [both, pair] : best) {
    if (decided.contains(both)) continue;
    const auto rank = [&](organisation_id of) {
      const std::string& name = all[of.value].name;
      return std::tuple(bodies_[of.value].responses, name.size(), name);
    };
    const bool second = rank(both.first) < rank(both.second);
    const organisation_id canonical = second ? both.second : both.first;
    const organisation_id name = second ? both.first : both.second;
    proposals_.push_back({all[name.value].name, all[canonical.value].name, false, pair.score,
                          phrases(pair.reasons)});
  }
}

void organisation_review::propose_splits() {
  for (const joint_entry& entry : index_.joint_entries()) {
    const std::string& name = index_.at(entry.name).original;
    if (bodies_of_[entry.name].size() != 1) continue;  // Split already.
    // Where a person merged or renamed it, it is settled.
    const organisation& body = of_->organisations()[bodies_of_[entry.name].front().value];
    if (body.name != name) continue;
    for (const std::string& part : {entry.first, entry.second}) {
      const name_couple both = couple(name, part);
      if (among(of_->kept_apart(), both) || among(of_->proposed_bodies(), both)) continue;
      proposals_.push_back({name, part, true, entry.both_known ? 800u : 600u,
                            entry.both_known ? "the entry joins the names of two other bodies"
                                             : "the entry may hold two bodies"});
    }
  }
}

std::vector<body_likeness> organisation_review::nearest(std::string_view name,
                                                        std::size_t limit) const {
  std::vector<body_likeness> out;
  for (const resemblance& like : index_.nearest(name, limit)) {
    for (const organisation_id body : bodies_of_[like.name]) {
      out.push_back({index_.at(like.name).original, body, like.score, like.reasons, like.certain});
    }
  }
  return out;
}

std::string organisation_review::rows(bool header) const {
  std::string out;
  if (header) out = "name,canonical,type,action,who,when,why\n";
  for (const body_proposal& each : proposals_) {
    out += cell(each.name) + ',' + cell(each.canonical) + ",,proposed,,," +
           cell((each.split ? "split: " : "merge: ") + each.why) + '\n';
  }
  return out;
}

}  // namespace heard::identity
