/// @file
/// What themes say of one another: parents, and `@theme` in rules. Private to parse_codebook().
#pragma once

#include "toml/faults.hpp"

#include <heard/codebook/codebook.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace heard {

/// `@theme` somewhere in the rules of a theme.
struct theme_reference {
  std::size_t to = 0;  ///< Row of the theme meant.
  const rule* in = nullptr;
  query::place where;
};

/// Where a theme names its parent.
struct parent_reference {
  std::string id;  ///< Empty for a theme at the top.
  toml::extent where;
};

/// Sets parents and children. Unknown parents and parents in a circle are faults; the themes of a
/// circle get none.
void join_parents(codebook& book, const std::vector<parent_reference>& parents,
                  const toml::names& themes, toml::faults& out);

/// Finds the lists and themes that rules refer to; unknown ones are faults, and so are themes that
/// need one another's hits. `@theme` takes in the theme's children, so a child that refers to its
/// parent needs its own hits.
void check_references(const codebook& book, const toml::names& lists, const toml::names& themes,
                      toml::faults& out);

}  // namespace heard
