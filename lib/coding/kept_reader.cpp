#include "coding/kept_reader.hpp"

#include <memory>
#include <utility>

namespace heard::matching {

kept_reader::kept_reader(const word_store& from, const lexicon& words, const run_options& options)
    : from_(&from), row_of_(from.types.size(), 0) {
  constexpr std::size_t at_once = 4096;
  using matched = std::vector<std::pair<text::type_id, std::vector<atom>>>;
  std::vector<matched> found((from.types.size() + at_once - 1) / at_once);
  // Not told of: what follows has a total of its own.
  for_each_chunk(
      from.types.size(), at_once, {options.threads, {}},
      [&](const chunk& c) {
        index_scratch scratch = words.make_scratch();
        std::vector<atom> atoms;
        for (auto type = static_cast<text::type_id>(c.first); type < c.last; ++type) {
          words.match(from.types, type, scratch, atoms);
          if (!atoms.empty()) found[c.index].emplace_back(type, atoms);
        }
      },
      [&](const chunk& c) {
        for (const auto& [type, atoms] : std::exchange(found[c.index], {})) add(type, atoms);
      });
}

kept_reader::kept_reader(const word_store& from, const lexicon& words,
                         std::span<const text::type_id> types)
    : from_(&from), row_of_(from.types.size(), 0) {
  index_scratch scratch = words.make_scratch();
  std::vector<atom> atoms;
  for (const text::type_id type : types) {
    words.match(from.types, type, scratch, atoms);
    if (!atoms.empty()) add(type, atoms);
  }
}

void kept_reader::add(text::type_id type, std::span<const atom> atoms) {
  row_of_[type] = static_cast<std::uint32_t>(rows());
  types_.push_back(type);
  atoms_.insert(atoms_.end(), atoms.begin(), atoms.end());
  first_.push_back(static_cast<std::uint32_t>(atoms_.size()));
}

links kept_reader::types_of_atoms(std::size_t atoms) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t row = 1; row < rows(); ++row) {
    for (const atom a : this->atoms(row)) pairs.emplace_back(a, types_[row]);
  }
  return links(atoms, std::move(pairs));
}

void kept_reader::read(text_row text, std::vector<text::token>& tokens,
                       std::vector<std::uint32_t>& rows) const {
  from_->tokens(text, tokens);
  rows.clear();
  for (const std::uint32_t word : from_->words_of(text)) {
    rows.push_back(row_of_[word_store::type_of(word)]);
  }
}

}  // namespace heard::matching
