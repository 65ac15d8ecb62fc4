#include <heard/identity/organisations.hpp>

#include <algorithm>
#include <tuple>

namespace heard::identity {

namespace {

// "HILL LIBRARY" and "hill library" are typed in haste.
bool mixed_case(const std::string& name) {
  const auto has = [&](char first, char last) {
    return std::any_of(name.begin(), name.end(), [&](char c) { return first <= c && c <= last; });
  };
  return has('A', 'Z') && has('a', 'z');
}

}  // namespace

name_findings match_names(std::span<const typed_name> names) {
  std::vector<std::string> spelled;
  spelled.reserve(names.size());
  for (const typed_name& name : names) spelled.push_back(name.name);
  // Rows of the index are those of the names: both are sorted, and none is there twice.
  const name_index index(spelled);
  name_findings out;
  for (std::uint32_t row = 0; row < index.size(); ++row) {
    if (index.at(row).nobody) out.nobody.push_back(row);
  }
  out.same = index.certain();
  for (std::vector<std::uint32_t>& body : out.same) {
    std::size_t most_words = 0;
    for (const std::uint32_t row : body) {
      most_words = std::max(most_words, index.at(row).words.size());
    }
    const auto rank = [&](std::uint32_t row) {
      const body_name& name = index.at(row);
      return std::tuple(name.words.size() == 1 && most_words > 1, !mixed_case(name.original),
                        ~names[row].responses, name.original.size(), row);
    };
    std::sort(body.begin(), body.end(),
              [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  }
  std::sort(out.same.begin(), out.same.end());
  return out;
}

}  // namespace heard::identity
