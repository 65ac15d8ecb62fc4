#include "coding/reader.hpp"

#include <algorithm>

namespace heard::matching {
namespace {

// Past this many types a reader starts afresh, so that memory does not grow with the input.
constexpr std::size_t most_types = std::size_t{1} << 18;

}  // namespace

reader::reader(const lexicon& words)
    : words_(words), scratch_(words.make_scratch()), place_(words.size()) {}

void reader::read(std::string_view text) {
  if (types_.size() > most_types) forget();
  for (const atom a : present_) place_[a] = {};
  present_.clear();
  tokenise_.tokens(text, tokens_);
  types_.intern(text, tokens_, type_of_);
  while (first_atom_.size() <= types_.size()) compile_next();

  // Most words are in no rule, so those that are come first and the loops below see no others.
  found_.resize(tokens_.size());
  std::size_t found = 0;
  std::size_t hits = 0;
  for (std::uint32_t i = 0; i < type_of_.size(); ++i) {
    const std::uint32_t atoms = atoms_of_type_[type_of_[i]];
    found_[found] = i;
    found += atoms != 0;
    hits += atoms;
  }
  found_.resize(found);

  hits_.resize(hits);
  occurrence* hit = hits_.data();
  for (const std::uint32_t i : found_) {
    for (const atom a : atoms_of(type_of_[i])) {
      if (place_[a].count++ == 0) present_.push_back(a);
      *hit++ = {a, i};
    }
  }
  positions_.resize(hits);
  std::uint32_t next = 0;
  for (const atom a : present_) {
    place_[a].first = next;
    next += std::exchange(place_[a].count, 0);
  }
  for (const occurrence& o : hits_) {
    place& p = place_[o.what];
    positions_[p.first + p.count++] = o.token;
  }
}

void reader::compile_next() {
  const auto type = static_cast<text::type_id>(first_atom_.size() - 1);
  words_.match(types_, type, scratch_, matched_);
  atoms_.insert(atoms_.end(), matched_.begin(), matched_.end());
  atoms_of_type_.push_back(static_cast<std::uint32_t>(matched_.size()));
  first_atom_.push_back(static_cast<std::uint32_t>(atoms_.size()));
}

bool reader::satisfies(std::uint32_t token, atom a) const {
  const std::span<const atom> atoms = atoms_of(type_of_[token]);
  return std::binary_search(atoms.begin(), atoms.end(), a);
}

void reader::forget() {
  types_ = text::vocabulary();
  first_atom_ = {0};
  atoms_of_type_.clear();
  atoms_.clear();
}

}  // namespace heard::matching
