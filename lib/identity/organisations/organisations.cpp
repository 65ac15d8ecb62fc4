#include "identity/organisations/judge.hpp"
#include "identity/organisations/near_words.hpp"

#include <heard/identity/organisations.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace heard::identity {

namespace {

using rows = std::vector<std::uint32_t>;

// More names than this behind one word say nothing of which body it is.
constexpr std::size_t most_holders = 32;

template <class Key>
const rows* find(const boost::unordered_flat_map<Key, rows>& in, const Key& key) {
  const auto found = in.find(key);
  return found == in.end() ? nullptr : &found->second;
}

}  // namespace

struct name_index::state {
  std::vector<prepared_name> names;  // By original bytes.
  std::vector<std::string> words;    // By id.
  std::vector<std::uint64_t> holders;
  boost::unordered_flat_map<std::string, std::uint32_t> word_ids;
  std::vector<rows> by_word;
  boost::unordered_flat_map<std::string, rows> by_words;     // words_key
  boost::unordered_flat_map<std::string, rows> by_letters;   // letters_key
  boost::unordered_flat_map<std::string, rows> by_initials;  // either kind
  boost::unordered_flat_map<std::string, rows> by_acronym;   // printed
  std::set<std::string> disputed;  // Acronyms printed beside different names.
  std::optional<near_words> near;

  explicit state(std::span<const std::string> typed);
  [[nodiscard]] prepared_name prepare(body_name name) const;
  void candidates(const prepared_name& of, bool all, rows& out) const;
  [[nodiscard]] bool all_one(const rows& same) const;
  [[nodiscard]] bool acronym_of_one(const body_name& a, const body_name& b) const;
  [[nodiscard]] resemblance judge_in(const prepared_name& a, std::uint32_t b) const;
};

name_index::state::state(std::span<const std::string> typed) {
  std::vector<std::string_view> sorted(typed.begin(), typed.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  names.reserve(sorted.size());
  for (const std::string_view name : sorted) names.push_back({read_name(name), {}});
  for (std::uint32_t row = 0; row < names.size(); ++row) {
    const body_name& name = names[row].name;
    if (name.nobody) continue;
    by_words[name.words_key].push_back(row);
    if (!name.letters_key.empty()) by_letters[name.letters_key].push_back(row);
    if (name.words.size() > 1) {
      by_initials[name.initials].push_back(row);
      if (name.main_initials != name.initials) by_initials[name.main_initials].push_back(row);
    }
    if (!name.acronym.empty()) by_acronym[name.acronym].push_back(row);
    for (const std::string& word : name.words) {
      const auto [found, added] = word_ids.emplace(word, static_cast<std::uint32_t>(words.size()));
      if (added) {
        words.push_back(word);
        by_word.emplace_back();
      }
      rows& holding = by_word[found->second];
      if (holding.empty() || holding.back() != row) holding.push_back(row);
    }
  }
  for (const auto& [acronym, printed] : by_acronym) {
    const std::string& key = names[printed.front()].name.words_key;
    if (!std::all_of(printed.begin(), printed.end(),
                     [&](std::uint32_t row) { return names[row].name.words_key == key; })) {
      disputed.insert(acronym);
    }
  }
  for (const rows& holding : by_word) holders.push_back(holding.size());
  for (prepared_name& name : names) name = prepare(std::move(name.name));
  near.emplace(words);
}

prepared_name name_index::state::prepare(body_name name) const {
  prepared_name out{std::move(name), {}};
  auto unknown = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t i = 0; i < out.name.words.size(); ++i) {
    const std::string& word = out.name.words[i];
    const auto found = word_ids.find(word);
    const bool known = found != word_ids.end();
    out.terms.push_back({known ? found->second : unknown++,
                         weight_of(word, known ? holders[found->second] : 1, names.size()), i,
                         stop_word(word), generic_word(word), telling_word(word)});
  }
  std::sort(out.terms.begin(), out.terms.end(), [](const term& a, const term& b) {
    return a.id != b.id ? a.id < b.id : a.word < b.word;
  });
  return out;
}

// Rows worth judging, sorted, each once. `all`: a person asked about one name; time matters less.
void name_index::state::candidates(const prepared_name& of, bool all, rows& out) const {
  out.clear();
  const body_name& name = of.name;
  const std::size_t most = all ? names.size() : most_holders;
  const auto take = [&](const rows* found) {
    if (found == nullptr) return;
    out.insert(out.end(), found->begin(),
               found->begin() + static_cast<std::ptrdiff_t>(std::min(found->size(), most)));
  };
  take(find(by_words, name.words_key));
  take(find(by_letters, name.letters_key));
  if (name.words.size() == 1) {
    take(find(by_initials, name.words.front()));
    take(find(by_acronym, name.words.front()));
  } else {
    take(find(by_words, name.initials));
    take(find(by_words, name.main_initials));
  }
  if (!name.acronym.empty()) {
    take(find(by_words, name.acronym));
    take(find(by_acronym, name.acronym));
  }
  std::size_t few = all ? name.words.size() : 4;
  std::vector<term> rarest = of.terms;
  std::sort(rarest.begin(), rarest.end(), [](const term& a, const term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
  });
  for (const term& each : rarest) {
    const std::string& word = name.words[each.word];
    if (few-- == 0 || each.stop) break;
    if (each.id < by_word.size() && by_word[each.id].size() <= most) take(&by_word[each.id]);
    for (const std::uint32_t id : near->find(word)) {
      if (id != each.id && by_word[id].size() <= most) take(&by_word[id]);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

// An acronym printed beside two different names is no proof for either.
bool name_index::state::acronym_of_one(const body_name& a, const body_name& b) const {
  return !disputed.contains(a.acronym.empty() ? b.acronym : a.acronym);
}

// Whether names of the same words in the same order are all one. "Smith" is "Smith Ltd" unless
// there is a "Smith plc" too: then nobody knows which.
bool name_index::state::all_one(const rows& same) const {
  const body_name& first = names[same.front()].name;
  const body_name* formed = &first;
  const body_name* numbered = &first;
  for (const std::uint32_t row : same) {
    const body_name& name = names[row].name;
    if (!name.legal_form.empty()) formed = &name;
    if (!name.number.empty()) numbered = &name;
  }
  return std::all_of(same.begin(), same.end(), [&](std::uint32_t row) {
    const body_name& name = names[row].name;
    return same_beyond_doubt(name, *formed) && same_beyond_doubt(name, *numbered);
  });
}

resemblance name_index::state::judge_in(const prepared_name& a, std::uint32_t b) const {
  resemblance out = judge(a, names[b]);
  out.name = b;
  const auto printed = static_cast<std::uint32_t>(likeness::printed_acronym);
  if (out.certain && (out.reasons & printed) != 0 && !acronym_of_one(a.name, names[b].name)) {
    out.certain = false;
    out.score = 800;
  }
  return out;
}

name_index::name_index(std::span<const std::string> names)
    : state_(std::make_unique<const state>(names)) {}
name_index::~name_index() = default;
name_index::name_index(name_index&&) noexcept = default;
name_index& name_index::operator=(name_index&&) noexcept = default;

std::size_t name_index::size() const {
  return state_->names.size();
}
const body_name& name_index::at(std::size_t row) const {
  return state_->names[row].name;
}

std::vector<std::vector<std::uint32_t>> name_index::certain() const {
  // Each name leads to the first of its body.
  rows leader(size());
  for (std::uint32_t i = 0; i < leader.size(); ++i) leader[i] = i;
  const auto first_of = [&](std::uint32_t row) {
    while (leader[row] != row) row = leader[row] = leader[leader[row]];
    return row;
  };
  const auto join = [&](std::uint32_t a, std::uint32_t b) {
    a = first_of(a);
    b = first_of(b);
    leader[std::max(a, b)] = std::min(a, b);
  };
  for (const auto& [key, bucket] : state_->by_words) {
    // By what tells parts of a body from each other; the names of each are the same or in doubt.
    std::map<std::string, rows> by_order;
    for (const std::uint32_t row : bucket) by_order[order_key(at(row))].push_back(row);
    std::map<std::string, rows> one;
    for (const auto& [order, same] : by_order) {
      const bool fit = state_->all_one(same);
      for (const std::uint32_t row : same) {
        std::string apart = order;
        if (!fit) apart += '\n' + at(row).legal_form + '\n' + at(row).number;
        one[std::move(apart)].push_back(row);
      }
    }
    for (const auto& [apart, same] : one) {
      for (const std::uint32_t row : same) join(same.front(), row);
    }
  }
  for (const auto& [acronym, printed] : state_->by_acronym) {
    const rows* alone = find(state_->by_words, acronym);
    if (alone == nullptr || !state_->acronym_of_one(at(printed.front()), at(printed.front()))) {
      continue;
    }
    // Where full names that print it are several bodies, it is of none of them.
    const bool one_body = std::all_of(printed.begin(), printed.end(), [&](std::uint32_t row) {
      return first_of(row) == first_of(printed.front());
    });
    for (const std::uint32_t row : *alone) {
      if (one_body && at(row).legal_form.empty()) join(printed.front(), row);
    }
  }
  std::map<std::uint32_t, rows> bodies;
  for (std::uint32_t row = 0; row < size(); ++row) bodies[first_of(row)].push_back(row);
  std::vector<rows> out;
  for (auto& [first, body] : bodies) {
    if (body.size() > 1) out.push_back(std::move(body));
  }
  return out;
}

std::vector<name_pair> name_index::proposals(std::size_t most) const {
  std::vector<std::uint32_t> body(size());
  for (std::uint32_t i = 0; i < body.size(); ++i) body[i] = i;
  for (const rows& group : certain()) {
    for (const std::uint32_t row : group) body[row] = group.front();
  }
  std::vector<name_pair> out;
  rows found;
  std::vector<resemblance> best;
  for (std::uint32_t a = 0; a < size(); ++a) {
    if (at(a).nobody) continue;
    state_->candidates(state_->names[a], false, found);
    best.clear();
    for (const std::uint32_t b : found) {
      if (body[a] == body[b]) continue;
      resemblance like = state_->judge_in(state_->names[a], b);
      if (like.score >= proposed_from) best.push_back(like);
    }
    std::sort(best.begin(), best.end(), [](const resemblance& x, const resemblance& y) {
      return x.score != y.score ? x.score > y.score : x.name < y.name;
    });
    if (best.size() > most) best.resize(most);
    for (const resemblance& like : best) {
      out.push_back({std::min(a, like.name), std::max(a, like.name), like.score, like.reasons});
    }
  }
  const auto same = [](const name_pair& x, const name_pair& y) { return x.a == y.a && x.b == y.b; };
  std::sort(out.begin(), out.end(), [](const name_pair& x, const name_pair& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

std::vector<joint_entry> name_index::joint_entries() const {
  std::vector<joint_entry> out;
  const auto known = [&](const std::vector<std::string>& words, std::size_t first,
                         std::size_t last) -> const rows* {
    std::vector<std::string> part(words.begin() + static_cast<std::ptrdiff_t>(first),
                                  words.begin() + static_cast<std::ptrdiff_t>(last));
    std::sort(part.begin(), part.end());
    std::string key;
    for (const std::string& word : part) key += (key.empty() ? "" : " ") + word;
    return find(state_->by_words, key);
  };
  for (std::uint32_t row = 0; row < size(); ++row) {
    const body_name& name = at(row);
    if (name.nobody) continue;
    bool found = false;
    for (std::size_t i = 1; i + 1 < name.words.size() && !found; ++i) {
      if (name.words[i] != "and") continue;
      const rows* first = known(name.words, 0, i);
      const rows* second = known(name.words, i + 1, name.words.size());
      if (first == nullptr || second == nullptr) continue;
      out.push_back({row, at(first->front()).original, at(second->front()).original, true});
      found = true;
    }
    if (!found && !name.parts.empty()) {
      out.push_back({row, name.parts[0], name.parts[1], false});
    }
  }
  return out;
}

std::vector<resemblance> name_index::nearest(std::string_view name, std::size_t limit) const {
  const prepared_name asked = state_->prepare(read_name(name));
  rows found;
  state_->candidates(asked, true, found);
  const auto itself = std::lower_bound(
      state_->names.begin(), state_->names.end(), name,
      [](const prepared_name& a, std::string_view b) { return a.name.original < b; });
  if (itself != state_->names.end() && itself->name.original == name) {
    const auto row = static_cast<std::uint32_t>(itself - state_->names.begin());
    if (!std::binary_search(found.begin(), found.end(), row)) found.push_back(row);
  }
  std::vector<resemblance> out;
  for (const std::uint32_t row : found) {
    resemblance like = state_->judge_in(asked, row);
    if (like.score > 0) out.push_back(like);
  }
  std::sort(out.begin(), out.end(), [](const resemblance& a, const resemblance& b) {
    if (a.certain != b.certain) return a.certain;
    return a.score != b.score ? a.score > b.score : a.name < b.name;
  });
  if (out.size() > limit) out.resize(limit);
  return out;
}

resemblance compare(std::string_view a, std::string_view b) {
  const std::string names[] = {std::string(a), std::string(b)};
  const name_index both(names);
  for (const resemblance& like : both.nearest(a, 2)) {
    if (both.at(like.name).original == b) return like;
  }
  return {};
}

}  // namespace heard::identity
