/// @file
/// Runs a program on one text after another.
#pragma once

#include "coding/hits.hpp"
#include "coding/program.hpp"
#include "coding/reader.hpp"
#include "coding/row_set.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace heard::matching {

/// Belongs to one thread. What steps gave for the last text is only good until the next read().
class evaluator {
 public:
  /// @param rules  must outlive the evaluator
  explicit evaluator(const program& rules);

  /// Takes a text in: its tokens, the steps that may hit in it, the hits of the themes that rules
  /// refer to.
  void read(std::string_view text);
  void read(const kept_reader& from, text_row text);

  [[nodiscard]] std::span<const text::token> tokens() const { return reader_.tokens(); }
  /// What the direct rules hit: reader::direct().
  [[nodiscard]] direct_hits& direct() { return reader_.direct(); }
  /// Other match rules that may hit, by number, sorted. No further one can.
  [[nodiscard]] std::span<const std::uint32_t> woken_rules() const { return woken_rules_; }

  /// The hits of a step.
  /// @param by_sentence  as if it stood inside SENTENCE
  /// @param without      words and phrases that lie inside it are not there; may be null
  /// @param[out] out     replaced
  void hits(step_id id, bool by_sentence, const cover* without, hit_list& out);
  [[nodiscard]] bool occurs(atom a) const { return reader_.count(a) != 0; }
  /// What the `unless` rules of a theme hit.
  [[nodiscard]] cover unless_of(const theme_steps& theme);

  [[nodiscard]] text::span bytes(hit h) const {
    return {tokens()[h.first].bytes.first, tokens()[h.last].bytes.last};
  }

 private:
  /// A list for a while; recursion would otherwise allocate at every step.
  class lease {
   public:
    explicit lease(evaluator& from);
    ~lease() { --from_.leased_; }
    lease(const lease&) = delete;
    lease& operator=(const lease&) = delete;
    hit_list& operator*() const { return list_; }

   private:
    evaluator& from_;
    hit_list& list_;
  };

  void begin();
  void wake();
  [[nodiscard]] bool holds(const guard& words) const;
  [[nodiscard]] bool may_wake(step_id id) const;
  [[nodiscard]] bool awake(step_id id) const { return woken_at_[id] == text_number_; }
  void find_references();
  void run(step_id id, bool by_sentence, const cover* without, hit_list& out);
  void run_word(step_id id, const cover* without, hit_list& out) const;
  void run_phrase(step_id id, const cover* without, hit_list& out) const;
  [[nodiscard]] bool phrase_at(std::span<const atom> phrase, std::size_t first,
                               std::size_t known) const;

  const program& rules_;
  reader reader_;
  std::uint64_t text_number_ = 0;
  std::vector<std::uint64_t> woken_at_;  // By step: the number of the last text that woke it.
  std::vector<step_id> to_wake_;
  row_set woken_;
  std::vector<std::uint32_t> woken_rules_;
  std::vector<hit_list> of_theme_;  // By row, for the themes in program::references.
  std::deque<hit_list> lists_;
  std::size_t leased_ = 0;
};

}  // namespace heard::matching
