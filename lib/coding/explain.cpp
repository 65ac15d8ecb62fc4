#include "coding/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace heard::matching {
namespace {

using query::node_kind;

std::string counted_words(std::uint32_t n) {
  return fmt::format("{} word{}", n, n == 1 ? "" : "s");
}

/// Words between the two sides where they come nearest, or nothing if no two hits can be paired.
std::optional<std::uint32_t> nearest_gap(const hit_list& left, const hit_list& right, bool in_order,
                                         const scope& within, std::uint32_t tokens) {
  hit_list pairs;
  const auto any_at = [&](std::uint32_t distance) {
    pair_nearest(left, right, distance, in_order, within, pairs);
    return !pairs.empty();
  };
  if (!any_at(tokens)) return std::nullopt;
  std::uint32_t low = 0;
  std::uint32_t high = tokens;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (any_at(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

class explainer {
 public:
  explainer(const program& rules, evaluator& run, std::span<const part_hits> parts)
      : rules_(rules), run_(run), parts_(parts) {}

  std::string why(std::size_t at) {
    const traced_part& part = parts_[at].traced;
    switch (part.part->kind) {
      case node_kind::word:
      case node_kind::phrase:
        return why_no_words(part.step);
      case node_kind::list:
        return "none of its words is there";
      case node_kind::theme:
        return "the theme is not found";
      case node_kind::either:
        return "none of its alternatives is there";
      case node_kind::sentence:
        return why_not_in_sentence(at);
      default:
        return why_no_pair(at);
    }
  }

 private:
  std::string why_no_words(step_id id) const {
    if (rules_.steps[id].kind == operation::word) return "no such word";
    for (const atom a : rules_.operands_of(id)) {
      if (a != any_word && !run_.occurs(a)) return "not all of its words are there";
    }
    return "its words are there, but not side by side in one sentence";
  }

  std::string why_not_in_sentence(std::size_t at) {
    hit_list anywhere;
    run_.hits(parts_[at + 1].traced.step, false, nullptr, anywhere);
    return anywhere.empty() ? "what it asks for is not there"
                            : "what it asks for is there, but not in one sentence";
  }

  /// The rows of the two sides of an operator.
  std::array<std::size_t, 2> sides(std::size_t at) const {
    std::size_t second = at + 2;
    while (parts_[second].traced.depth != parts_[at + 1].traced.depth) ++second;
    return {at + 1, second};
  }

  std::string why_no_pair(std::size_t at) {
    const traced_part& part = parts_[at].traced;
    const auto [l, r] = sides(at);
    const hit_list& left = parts_[l].hits;
    const hit_list& right = parts_[r].hits;
    if (part.part->kind == node_kind::both_not) {
      if (left.empty()) return "what stands left of AND NOT is not there";
      return part.by_sentence ? "what stands right of AND NOT is in the same sentence"
                              : "what stands right of AND NOT is there";
    }
    if (left.empty() && right.empty()) return "neither side is there";
    if (left.empty()) return "its left side is not there";
    if (right.empty()) return "its right side is not there";
    if (part.part->kind == node_kind::both) return "its sides are in different sentences";
    return why_not_near(*part.part, left, right, part.by_sentence);
  }

  std::string why_not_near(const query::node& n, const hit_list& left, const hit_list& right,
                           bool by_sentence) {
    const bool in_order = n.kind == node_kind::before;
    const auto tokens = static_cast<std::uint32_t>(run_.tokens().size());
    const scope within(run_.tokens(), by_sentence);
    if (const auto gap = nearest_gap(left, right, in_order, within, tokens)) {
      return fmt::format("the nearest pair{} is {} apart, {} {} allowed",
                         in_order ? " in this order" : "", counted_words(*gap), n.distance,
                         n.distance == 1 ? "is" : "are");
    }
    if (in_order && nearest_gap(left, right, false, within, tokens)) {
      return "its sides are there, but not in this order";
    }
    const scope anywhere(run_.tokens(), false);
    if (by_sentence && nearest_gap(left, right, in_order, anywhere, tokens)) {
      return "its sides are in different sentences";
    }
    return "both sides hit the same words, and it takes two";
  }

  const program& rules_;
  evaluator& run_;
  std::span<const part_hits> parts_;
};

}  // namespace

std::string why_not(const program& rules, evaluator& run, std::span<const part_hits> parts,
                    std::size_t at) {
  return explainer(rules, run, parts).why(at);
}

}  // namespace heard::matching
