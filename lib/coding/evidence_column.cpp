#include <heard/base/error.hpp>
#include <heard/coding/evidence_column.hpp>

#include <limits>

namespace heard {

namespace {

// A piece in 48 bits: where it begins, how long it is, its rule. A length of all ones says that it
// is an unusual one, and the other bits which.
constexpr unsigned size_bits = 12;
constexpr unsigned rule_bits = 14;
constexpr unsigned first_bits = 22;
static_assert(size_bits + rule_bits + first_bits == 48);

constexpr std::uint64_t ones(unsigned bits) {
  return (std::uint64_t{1} << bits) - 1;
}
constexpr std::uint64_t unusual = ones(size_bits);
constexpr std::uint64_t by_nobody = ones(rule_bits);

std::array<std::uint16_t, 3> parts(std::uint64_t bits) {
  return {static_cast<std::uint16_t>(bits), static_cast<std::uint16_t>(bits >> 16),
          static_cast<std::uint16_t>(bits >> 32)};
}

}  // namespace

evidence evidence_column::piece(std::size_t at) const {
  const packed& in = packed_[at];
  const std::uint64_t bits = in[0] | std::uint64_t{in[1]} << 16 | std::uint64_t{in[2]} << 32;
  const std::uint64_t size = bits & ones(size_bits);
  if (size == unusual) return unusual_[bits >> size_bits];
  const std::uint64_t rule = bits >> size_bits & ones(rule_bits);
  const auto first = static_cast<std::uint32_t>(bits >> (size_bits + rule_bits));
  return {{first, first + static_cast<std::uint32_t>(size)},
          rule == by_nobody ? no_rule : static_cast<std::uint16_t>(rule)};
}

void evidence_column::add_piece(const evidence& each) {
  const bool usual = each.bytes.first <= ones(first_bits) && each.bytes.size() < unusual &&
                     (each.rule == no_rule || each.rule < by_nobody);
  std::uint64_t bits = unusual | std::uint64_t{unusual_.size()} << size_bits;
  if (usual) {
    const std::uint64_t rule = each.rule == no_rule ? by_nobody : each.rule;
    bits = each.bytes.size() | rule << size_bits |
           std::uint64_t{each.bytes.first} << (size_bits + rule_bits);
  } else {
    unusual_.push_back(each);
  }
  packed_.push_back(parts(bits));
}

coding_id evidence_column::push_back(std::span<const evidence> row) {
  check_room(row.size());
  const std::size_t first = packed_.size();
  for (const evidence& each : row) add_piece(each);
  add_row(first, packed_.size());
  return coding_id(size() - 1);
}

void evidence_column::check_room(std::size_t pieces) const {
  if (pieces > std::numeric_limits<std::uint32_t>::max() - packed_.size()) {
    throw error(status::bad_input, "codings cannot rest on more than 4,294,967,295 pieces of text");
  }
}

void evidence_column::add_row(std::size_t first, std::size_t last) {
  if (wide_ends_.empty()) {
    if (ends_.size() % rows_together == 0) before_.push_back(static_cast<std::uint32_t>(first));
    if (last - before_.back() <= std::numeric_limits<std::uint16_t>::max()) {
      ends_.push_back(static_cast<std::uint16_t>(last));
      return;
    }
    std::vector<std::uint32_t> wide;
    for (std::size_t row = 0; row < ends_.size(); ++row) wide.push_back(end_of(row));
    wide_ends_ = std::move(wide);
    ends_ = {};
    before_ = {};
  }
  wide_ends_.push_back(static_cast<std::uint32_t>(last));
}

void evidence_column::append(const evidence_column& from, coding_id first, coding_id last) {
  if (first >= last) return;
  const std::size_t there = first.value == 0 ? 0 : from.end_of(first.value - std::size_t{1});
  const std::size_t end = from.end_of(last.value - std::size_t{1});
  check_room(end - there);
  std::size_t here = packed_.size();
  if (from.unusual_.empty()) {
    packed_.insert(packed_.end(), from.packed_.begin() + static_cast<std::ptrdiff_t>(there),
                   from.packed_.begin() + static_cast<std::ptrdiff_t>(end));
  } else {
    for (std::size_t at = there; at < end; ++at) add_piece(from.piece(at));
  }
  const std::size_t moved = here - there;
  for (std::size_t row = first.value; row < last.value; ++row) {
    const std::size_t next = from.end_of(row) + moved;
    add_row(here, next);
    here = next;
  }
}

void evidence_column::reserve(std::size_t rows, std::size_t pieces) {
  packed_.reserve(pieces);
  ends_.reserve(rows);
  before_.reserve(rows / rows_together + 1);
}

}  // namespace heard
