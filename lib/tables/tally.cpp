#include "tables/tally.hpp"

#include "tables/tally_sink.hpp"
#include "tables/walk.hpp"

namespace heard::counting {

namespace {

// Ids from 0 for the units themselves; from here on for campaigns that count as one.
std::size_t first_campaign_id(const plan& of) {
  switch (of.spec.unit) {
    case unit::respondents:
      return of.of().respondents();
    case unit::organisations:
      return of.of().organisations().size();
    case unit::answers:
      return of.of().answers().size();
    default:
      return of.of().responses().size();
  }
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

tally::tally(const plan& of) {
  cells_.resize(of.cells());
  bases_.resize(of.base_slots());
  if (!of.keeps_ids()) return;
  firm_ids_.resize(of.cells());
  by_rule_ids_.resize(of.cells());
  base_ids_.resize(of.base_slots());
  id_limit_ = first_campaign_id(of);
  if (of.any_as_one) {
    id_limit_ += of.from->campaigns()->all().size() *
                 (of.spec.unit == unit::answers ? of.of().asked().questions().size() : 1);
  }
}

void tally::add(const plan& of, std::size_t first, std::size_t last) {
  tally_sink sink(of, *this);
  walk<tally_sink> visit(of, sink);
  for (std::size_t row = first; row < last; ++row) visit(response_id(row));
  sink.finish();
}

void tally::add(const plan& visited, std::span<const plan> of, std::span<tally> into,
                std::size_t first, std::size_t last) {
  tally_sinks sinks(of, into);
  walk<tally_sinks> visit(visited, sinks);
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

void unit_ids(const plan& of, response_id response, answer_id answer,
              std::vector<std::uint32_t>& out) {
  out.clear();
  const response_table& responses = of.of().responses();
  if (of.spec.unit == unit::organisations) {
    const capacity is = responses.capacity[response];
    if (is != capacity::organisation && is != capacity::both) return;
    for (const organisation_link& link : responses.organisations[response]) {
      out.push_back(link.organisation.value);
    }
    if (out.empty()) return;
  }
  if (of.any_as_one && of.part_of(response) == part::as_one) {
    std::size_t row = of.campaign_of(response).value;
    if (of.spec.unit == unit::answers) {
      row = row * of.of().asked().questions().size() + of.of().answers().question[answer].value;
    }
    out.assign(1, static_cast<std::uint32_t>(first_campaign_id(of) + row));
    return;
  }
  if (of.spec.unit == unit::respondents) out.push_back(responses.respondent[response].value);
  if (of.spec.unit == unit::responses) out.push_back(response.value);
  if (of.spec.unit == unit::answers) out.push_back(answer.value);
}

}  // namespace heard::counting
