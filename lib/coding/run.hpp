/// @file
/// How run_codings() goes: a codebook over all answers, in units of work.
#pragma once

#include "coding/external.hpp"
#include "coding/looked_for.hpp"
#include "coding/program.hpp"
#include "coding/theme_coder.hpp"
#include "coding/unit.hpp"

#include <heard/base/parallel.hpp>
#include <heard/coding/codings.hpp>
#include <heard/coding/kept_words.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace heard {

/// How answers are cut into units: by number and by bytes, whichever is reached first. Bytes keep
/// a unit near a millisecond, so that a run stops soon after it is told to. No result depends on
/// it.
struct work_cut {
  std::size_t answers = 512;
  std::size_t bytes = std::size_t{64} << 10;
};

/// One call of run_codings().
class coding_run {
 public:
  coding_run(std::shared_ptr<const consultation> of, std::shared_ptr<const heard::codebook> by,
             std::shared_ptr<const campaigns> campaigns = nullptr);

  /// @pre called once
  /// @param words  of the same consultation; may be null, then texts are read
  [[nodiscard]] std::shared_ptr<const codings> run(const run_options& options, work_cut cut,
                                                   const kept_words* words = nullptr);

 private:
  void choose_answers();
  void choose_events();
  [[nodiscard]] std::vector<std::size_t> cut_work(work_cut cut) const;
  void code_unit(std::size_t first, std::size_t last, matching::theme_coder& coder,
                 matching::unit_result& out) const;
  void code_event(event_id event, matching::theme_coder& coder, matching::unit_result& out) const;
  void merge(matching::unit_result& unit);
  void make_room(std::size_t units_done, std::size_t units);
  void add_outside_before(answer_id answer, theme_id theme);
  void add_row(answer_id answer, theme_id theme, coder_id coder, stance towards,
               std::span<const evidence> spans, answer_id inherited_from = {});
  void finish();

  std::shared_ptr<codings> made_;
  matching::program rules_;
  matching::themes_by_question looked_for_;
  std::vector<answer_id> work_;                         // Answers that rules are tried on.
  std::map<answer_id, const translation*> translated_;  // Of `work_`, what is read instead.
  std::vector<std::uint64_t> looked_at_;                // By question.
  std::vector<bool> looked_for_at_events_;              // By theme.
  std::vector<event_id> events_;                        // With notes that rules are tried on.
  std::optional<matching::kept_reader> kept_;           // Of what is read; empty: the texts are.
  std::vector<matching::outside_coding> outside_;
  std::size_t next_outside_ = 0;
};

}  // namespace heard
