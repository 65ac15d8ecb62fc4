#include "intake/value_cells.hpp"

#include "intake/white_space.hpp"

#include <heard/base/space.hpp>
#include <heard/text/fold.hpp>

namespace heard {

std::string comparable_cell(std::string_view cell) {
  return normalised_space(text::fold(cell));
}

meanings::meanings(std::span<const std::pair<std::string, std::string>> declared) {
  for (const auto& [cell, meaning] : declared) {
    exact_.emplace(normalised_space(cell), meaning);
    folded_.emplace(comparable_cell(cell), meaning);
  }
}

std::optional<std::string_view> meanings::find(std::string_view cell) const {
  if (const auto found = exact_.find(normalised_space(cell)); found != exact_.end()) {
    return found->second;
  }
  const auto found = folded_.find(comparable_cell(cell));
  if (found == folded_.end()) return std::nullopt;
  return found->second;
}

ticks::ticks(std::span<const std::string> declared) {
  for (const std::string& cell : declared) declared_.emplace(comparable_cell(cell), true);
}

bool ticks::ticked(std::string_view cell) const {
  if (invisible(cell)) return false;
  const std::string said = comparable_cell(cell);
  if (!declared_.empty()) return declared_.contains(said);
  return said != "0" && said != "no" && said != "false" && said != "unchecked";
}

}  // namespace heard
