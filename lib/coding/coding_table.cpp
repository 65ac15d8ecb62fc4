#include <heard/coding/coding_table.hpp>

namespace heard {

void coding_table::reserve(std::size_t rows, std::size_t evidences) {
  answer.reserve(rows);
  theme.reserve(rows);
  coder.reserve(rows);
  stance.reserve(rows);
  counts.reserve(rows);
  spans.reserve(rows, evidences);
}

}  // namespace heard
