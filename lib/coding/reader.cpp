#include "coding/reader.hpp"

#include <algorithm>

namespace heard::matching {
namespace {

// Past this many types a reader starts afresh, so that memory does not grow with the input.
constexpr std::size_t most_types = std::size_t{1} << 18;

}  // namespace

reader::reader(const program& rules)
    : rules_(rules),
      scratch_(rules.words.make_scratch()),
      pairs_(rules),
      direct_(rules.themes.size()),
      occurrences_(1),
      place_(rules.words.size()),
      present_(rules.words.size() + 1) {}

void reader::read(std::string_view text) {
  if (types_.size() > most_types) forget();
  tokenise_.tokens(text, tokens_);
  types_.intern(text, tokens_, type_of_);
  while (wanted_.size() < types_.size()) compile_next();
  take_in();
}

void reader::read(const kept_reader& from, text_row text) {
  from.read(text, tokens_, type_of_);
  while (wanted_.size() < from.rows()) {
    const std::span<const atom> atoms = from.atoms(static_cast<std::uint32_t>(wanted_.size()));
    matched_.assign(atoms.begin(), atoms.end());
    compile_matched();
  }
  take_in();
}

void reader::take_in() {
  choose_tokens();
  take_words();
  take_phrases();
}

// Most words are in no rule, so those that are are picked out first, without a branch that depends
// on the text, and the loops behind see no others.
void reader::choose_tokens() {
  const std::size_t count = tokens_.size();
  if (candidates_.size() < count) {
    with_rules_.resize(count);
    with_atoms_.resize(count);
    candidates_.resize(count);
  }
  std::size_t rules = 0;
  std::size_t atoms = 0;
  std::size_t candidates = 0;
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const wanted& w = wanted_[type_of_[i]];
    with_rules_[rules] = {i, w.rules};
    rules += w.rules != 0;
    with_atoms_[atoms] = {i, w.atoms};
    atoms += w.atoms != 0;
    candidates_[candidates] = {i - 1, first, w.in_phrases.second};
    candidates += static_cast<std::size_t>(first != 0) & (w.in_phrases.second != 0);
    first = w.in_phrases.first;
  }
  rules_count_ = rules;
  atoms_count_ = atoms;
  candidates_count_ = candidates;
}

inline void reader::add_place(atom a, std::uint32_t token) {
  const auto number = static_cast<std::uint32_t>(occurrences_.size());
  occurrences_.push_back({token, 0});
  place& p = place_[a];
  occurrences_[p.last].next = number;  // Of the first occurrence, which is none, for a new atom.
  p.first = p.count == 0 ? number : p.first;
  p.last = number;
  present_[present_count_] = a;
  present_count_ += p.count == 0;
  ++p.count;
}

void reader::take_words() {
  direct_.clear();
  occurrences_.resize(1);
  for (const atom a : present()) place_[a] = {};
  present_count_ = 0;
  for (std::size_t i = 0; i < rules_count_; ++i) {
    const std::uint32_t token = with_rules_[i].token;
    const std::uint32_t* list = lists_.data() + with_rules_[i].list;
    const std::uint32_t* const end = list + 1 + 2 * *list;
    for (++list; list != end; list += 2) direct_.add({list[0], list[1]}, {token, token});
  }
  for (std::size_t i = 0; i < atoms_count_; ++i) {
    const std::uint32_t token = with_atoms_[i].token;
    const std::uint32_t* list = lists_.data() + with_atoms_[i].list;
    const std::uint32_t* const end = list + 1 + *list;
    for (++list; list != end; ++list) add_place(*list, token);
  }
}

void reader::take_phrases() {
  for (std::size_t i = 0; i < candidates_count_; ++i) {
    const wanted_pair& c = candidates_[i];
    for (const std::uint32_t row : pairs_.phrases(c.first, c.second)) {
      const direct_phrase& p = rules_.direct_phrases[row];
      const std::span<const atom> phrase = rules_.operands_of(p.step);
      if (!stands_at(phrase, c.token)) continue;
      const auto last = static_cast<std::uint32_t>(c.token + phrase.size() - 1);
      direct_.add({rules_.theme_of_rule[p.rule].value, p.rule}, {c.token, last});
    }
  }
}

// The first two words are there.
bool reader::stands_at(std::span<const atom> phrase, std::uint32_t first) const {
  if (first + phrase.size() > tokens_.size()) return false;
  if (tokens_[first].sentence != tokens_[first + phrase.size() - 1].sentence) return false;
  for (std::uint32_t i = 2; i < phrase.size(); ++i) {
    const bool there = phrase[i] == any_word ? tokens_[first + i].kind == text::token_kind::word
                                             : satisfies(first + i, phrase[i]);
    if (!there) return false;
  }
  return true;
}

void reader::compile_next() {
  const auto type = static_cast<text::type_id>(wanted_.size());
  rules_.words.match(types_, type, scratch_, matched_);
  compile_matched();
}

std::uint32_t reader::begin_list() {
  lists_.push_back(0);
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

void reader::compile_matched() {
  wanted made;
  if (!matched_.empty()) {
    made.in_phrases = pairs_.class_of(matched_);
    made.rules = begin_list();
    for (const atom a : matched_) {
      for (const std::uint32_t rule : rules_.direct_words[a]) {
        lists_.push_back(rules_.theme_of_rule[rule].value);
        lists_.push_back(rule);
        ++lists_[made.rules];
      }
    }
    made.atoms = begin_list();
    for (const atom a : matched_) {
      if (!rules_.has_places[a]) continue;
      lists_.push_back(a);
      ++lists_[made.atoms];
    }
    if (lists_[made.rules] == 0) made.rules = 0;
    if (lists_[made.atoms] == 0) made.atoms = 0;
  }
  wanted_.push_back(made);
  atoms_.insert(atoms_.end(), matched_.begin(), matched_.end());
  first_atom_.push_back(static_cast<std::uint32_t>(atoms_.size()));
}

bool reader::satisfies(std::uint32_t token, atom a) const {
  const text::type_id type = type_of_[token];
  return std::binary_search(atoms_.begin() + first_atom_[type],
                            atoms_.begin() + first_atom_[type + 1], a);
}

void reader::forget() {
  types_ = text::vocabulary();
  first_atom_ = {0};
  atoms_.clear();
  wanted_.clear();
  lists_ = {0};
}

}  // namespace heard::matching
