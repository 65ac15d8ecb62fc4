/// @file
/// Where a walk's findings become counts.
#pragma once

#include "tables/head_counts.hpp"
#include "tables/plan.hpp"
#include "tables/tally.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace heard::counting {

// Marks the slots that one response (or answer) is in, then counts it once in each.
class tally_sink {
 public:
  tally_sink(const plan& of, tally& into)
      : plan_(of),
        into_(into),
        by_id_(of.keeps_ids()),
        mentions_(of.spec.unit == unit::mentions),
        base_marks_(of.base_slots(), false),
        cell_marks_(of.cells(), mark::none),
        heads_(of.counted.size()) {}

  void begin(response_id response, answer_id answer) {
    if (by_id_) unit_ids(plan_, response, answer, ids_);
  }

  void base(std::size_t slot) {
    if (base_marks_[slot]) return;
    base_marks_[slot] = true;
    bases_.push_back(slot);
  }

  void cell(std::size_t slot, answer_id, coding_id coding, bool by_rule) {
    if (mentions_) {
      for (const evidence& part : plan_.from->table().spans[coding]) {
        mentioned_.push_back({slot, part.bytes, by_rule});
      }
      return;
    }
    mark& is = cell_marks_[slot];
    if (is == mark::none) touched_.push_back(slot);
    if (is != mark::firm) is = by_rule ? mark::by_rule : mark::firm;
  }

  /// Where the headings of a response in these groups are counted; nothing where not so.
  [[nodiscard]] std::optional<head_counts::response> heads(const std::vector<place>& groups) {
    if (by_id_ || mentions_) return std::nullopt;
    return heads_.begin(groups);
  }

  /// After the last response.
  void finish() {
    heads_.each([&](place head, place group, std::uint64_t count, std::uint64_t by_rule_only) {
      figure& f = into_.cells_[plan_.slot(head, group)];
      f.count += count;
      f.by_rule_only += by_rule_only;
    });
  }

  void close() {
    for (const std::size_t slot : bases_) {
      base_marks_[slot] = false;
      if (by_id_) {
        auto& to = into_.base_ids_[slot];
        to.insert(to.end(), ids_.begin(), ids_.end());
      } else {
        ++into_.bases_[slot];
      }
    }
    for (const std::size_t slot : touched_) {
      const bool by_rule = cell_marks_[slot] == mark::by_rule;
      cell_marks_[slot] = mark::none;
      if (by_id_) {
        auto& to = by_rule ? into_.by_rule_ids_[slot] : into_.firm_ids_[slot];
        to.insert(to.end(), ids_.begin(), ids_.end());
      } else {
        ++into_.cells_[slot].count;
        into_.cells_[slot].by_rule_only += by_rule ? 1 : 0;
      }
    }
    bases_.clear();
    touched_.clear();
    if (mentions_) count_mentions();
  }

 private:
  enum class mark : std::uint8_t { none, by_rule, firm };
  struct mention {
    std::size_t slot;
    text::span bytes;
    bool by_rule;
    bool operator<(const mention& other) const {
      return std::tie(slot, bytes, by_rule) < std::tie(other.slot, other.bytes, other.by_rule);
    }
  };

  // The same bytes count once; a firm finding of them comes first.
  void count_mentions() {
    std::sort(mentioned_.begin(), mentioned_.end());
    for (std::size_t i = 0; i < mentioned_.size(); ++i) {
      const mention& is = mentioned_[i];
      if (i > 0 && mentioned_[i - 1].slot == is.slot && mentioned_[i - 1].bytes == is.bytes) {
        continue;
      }
      ++into_.cells_[is.slot].count;
      into_.cells_[is.slot].by_rule_only += is.by_rule ? 1 : 0;
    }
    mentioned_.clear();
  }

  const plan& plan_;
  tally& into_;
  const bool by_id_;
  const bool mentions_;
  std::vector<std::uint32_t> ids_;
  std::vector<bool> base_marks_;
  std::vector<std::size_t> bases_;
  std::vector<mark> cell_marks_;
  std::vector<std::size_t> touched_;
  std::vector<mention> mentioned_;
  head_counts heads_;
};

/// One walk for several tallies of plans that differ in their view alone.
class tally_sinks {
 public:
  tally_sinks(std::span<const plan> of, std::span<tally> into) : plans_(of) {
    sinks_.reserve(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) sinks_.emplace_back(of[i], into[i]);
    active_.assign(of.size(), false);
  }
  void begin(response_id response, answer_id answer) {
    for (std::size_t i = 0; i < sinks_.size(); ++i) {
      active_[i] = plans_[i].part_of(response) != part::none;
      if (active_[i]) sinks_[i].begin(response, answer);
    }
  }
  void base(std::size_t slot) {
    for (std::size_t i = 0; i < sinks_.size(); ++i) {
      if (active_[i]) sinks_[i].base(slot);
    }
  }
  void cell(std::size_t slot, answer_id answer, coding_id coding, bool by_rule) {
    for (std::size_t i = 0; i < sinks_.size(); ++i) {
      if (active_[i]) sinks_[i].cell(slot, answer, coding, by_rule);
    }
  }
  void close() {
    for (std::size_t i = 0; i < sinks_.size(); ++i) {
      if (active_[i]) sinks_[i].close();
    }
  }

 private:
  std::span<const plan> plans_;
  std::vector<tally_sink> sinks_;
  std::vector<bool> active_;
};

}  // namespace heard::counting
