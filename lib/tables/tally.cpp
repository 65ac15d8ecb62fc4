#include "tables/tally.hpp"

#include "tables/walk.hpp"

#include <algorithm>
#include <tuple>

namespace heard::counting {

namespace {

bool keeps_ids(const plan& of) {
  return of.spec.unit == unit::respondents || of.spec.unit == unit::organisations;
}

// Ids seen so far, forgotten in the time it took to see them: sorting would take longer.
class id_marks {
 public:
  explicit id_marks(std::size_t limit) : seen_(limit, 0) {}
  // How many of `ids` are new.
  std::uint64_t add(const std::vector<std::uint32_t>& ids) {
    std::uint64_t out = 0;
    for (const std::uint32_t id : ids) {
      out += seen_[id] == 0 ? 1 : 0;
      seen_[id] = 1;
    }
    return out;
  }
  void forget(const std::vector<std::uint32_t>& ids) {
    for (const std::uint32_t id : ids) seen_[id] = 0;
  }

 private:
  std::vector<std::uint8_t> seen_;
};

void append(std::vector<std::vector<std::uint32_t>>& to,
            std::vector<std::vector<std::uint32_t>>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i].insert(to[i].end(), from[i].begin(), from[i].end());
  }
}

}  // namespace

// Marks the slots that one response (or answer) is in, then counts it once in each.
class tally_sink {
 public:
  tally_sink(const plan& of, tally& into)
      : plan_(of),
        into_(into),
        by_id_(keeps_ids(of)),
        mentions_(of.spec.unit == unit::mentions),
        base_marks_(of.base_slots(), false),
        cell_marks_(of.cells(), mark::none) {}

  void begin(response_id response) {
    if (by_id_) unit_ids(plan_, response, ids_);
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
};

tally::tally(const plan& of) {
  cells_.resize(of.cells());
  bases_.resize(of.base_slots());
  if (!keeps_ids(of)) return;
  firm_ids_.resize(of.cells());
  by_rule_ids_.resize(of.cells());
  base_ids_.resize(of.base_slots());
  id_limit_ =
      of.spec.unit == unit::respondents ? of.of().respondents() : of.of().organisations().size();
}

void tally::add(const plan& of, std::size_t first, std::size_t last) {
  tally_sink sink(of, *this);
  walk<tally_sink> visit(of, sink);
  for (std::size_t row = first; row < last; ++row) visit(response_id(row));
}

void tally::merge(tally&& next) {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    cells_[i].count += next.cells_[i].count;
    cells_[i].by_rule_only += next.cells_[i].by_rule_only;
  }
  for (std::size_t i = 0; i < bases_.size(); ++i) bases_[i] += next.bases_[i];
  append(firm_ids_, next.firm_ids_);
  append(by_rule_ids_, next.by_rule_ids_);
  append(base_ids_, next.base_ids_);
}

void tally::finish() {
  id_marks marks(id_limit_);
  for (std::size_t i = 0; i < base_ids_.size(); ++i) {
    bases_[i] = marks.add(base_ids_[i]);
    marks.forget(base_ids_[i]);
  }
  for (std::size_t i = 0; i < firm_ids_.size(); ++i) {
    const std::uint64_t firm = marks.add(firm_ids_[i]);
    cells_[i].by_rule_only = marks.add(by_rule_ids_[i]);
    cells_[i].count = firm + cells_[i].by_rule_only;
    marks.forget(firm_ids_[i]);
    marks.forget(by_rule_ids_[i]);
  }
  firm_ids_.clear();
  by_rule_ids_.clear();
  base_ids_.clear();
}

void unit_ids(const plan& of, response_id response, std::vector<std::uint32_t>& out) {
  out.clear();
  const response_table& responses = of.of().responses();
  if (of.spec.unit == unit::respondents) {
    out.push_back(responses.respondent[response].value);
    return;
  }
  const capacity is = responses.capacity[response];
  if (is != capacity::organisation && is != capacity::both) return;
  for (const organisation_link& link : responses.organisations[response]) {
    out.push_back(link.organisation.value);
  }
}

}  // namespace heard::counting
