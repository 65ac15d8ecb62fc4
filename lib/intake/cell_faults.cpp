#include "intake/cell_faults.hpp"

#include <heard/base/hash.hpp>

namespace heard {

void cell_faults::add(const rule& broken, std::string_view column, const source_place& place,
                      std::string_view cell) {
  tally& of = tallies_[{std::string(column), broken.one}];
  // Rows that waited for others come out of turn.
  if (of.cells == 0 || place.row < of.first.row) of.first = place;
  if (of.cells++ == 0) of.broken = broken;
  of.values.insert(hash_bytes(cell).low);
}

void cell_faults::report(draft& to) const {
  for (const auto& [key, of] : tallies_) {
    const bool one = of.cells == 1;
    std::string message = std::to_string(of.cells) + (one ? " cell" : " cells") + " in column \"" +
                          key.first + "\" " + (one ? of.broken.one : of.broken.several);
    if (of.values.size() > 1) {
      message += ", " + std::to_string(of.values.size()) + " different values";
    }
    if (!one) message += "; first in row " + std::to_string(of.first.row);
    to.remark(of.broken.kind.empty() ? of.broken.level : to.unsettled(of.broken.kind),
              std::move(message), of.first);
  }
}

}  // namespace heard
