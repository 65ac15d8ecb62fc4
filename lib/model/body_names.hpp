// Which body each name is: what people decided, then what a matcher finds beyond doubt.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/model/builder.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace heard {

enum class body_action : std::uint8_t { merge, keep_apart, split, proposed };

// A row of decisions/organisations.csv.
struct body_decision {
  body_action action = body_action::merge;
  std::string name;
  std::string other;  // The body, the name kept apart, or the part.
  std::string type;
  source_place place;
};

struct resolved_names {
  std::vector<std::string> bodies;  // As the annex prints them, sorted.
  // For each typed name its bodies, as rows of `bodies`, sorted: several where it was split, none
  // where it names nobody.
  std::vector<std::vector<std::uint32_t>> of_name;
  std::vector<std::string> types;  // By body, as people decided; may be empty.
};

// @param typed      in any order, each once
// @param decisions  sorted by place
// @param locate     for remarks on rows
// @return whatever it is where a remark is an error
[[nodiscard]] resolved_names resolve_names(
    const std::vector<typed_name>& typed, const std::vector<body_decision>& decisions,
    const name_matcher& match, const std::function<location(const source_place&)>& locate,
    diagnostics& remarks);

}  // namespace heard
