/// @file
/// Which theme was found where: by rules, by people, by models, and which of them count.
#pragma once

#include <heard/base/date.hpp>
#include <heard/base/parallel.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/coding/coding_table.hpp>
#include <heard/model/campaigns.hpp>
#include <heard/model/column.hpp>
#include <heard/model/consultation.hpp>
#include <heard/text/span.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace heard {

class kept_words;

/// A theme that rules found in the notes of an engagement event. It is in no table and in no base.
struct event_coding {
  event_id event;  ///< Row of consultation::events().
  theme_id theme;
  std::vector<evidence> spans;  ///< Of the event's notes. Sorted, each once, at least one.
};

/// How a rule did.
struct rule_use {
  theme_id theme;
  std::uint16_t rule = 0;       ///< Row of the theme's `match`.
  std::uint64_t answers = 0;    ///< Answers with a hit, `unless` applied. Events are none.
  std::uint64_t looked_at = 0;  ///< Answers it was tried on.
  std::uint64_t alone = 0;      ///< Answers that no other rule of the theme hits.
};

/// All codings of a consultation. Immutable; keeps the consultation and the codebook alive.
class codings {
 public:
  [[nodiscard]] const std::shared_ptr<const consultation>& of() const { return of_; }
  [[nodiscard]] const std::shared_ptr<const heard::codebook>& by() const { return by_; }
  /// The campaigns among the responses; nothing where none were looked for.
  [[nodiscard]] const std::shared_ptr<const heard::campaigns>& campaigns() const {
    return campaigns_;
  }
  [[nodiscard]] const coding_table& table() const { return table_; }
  /// The consultation's coders in their order, then the coder `rule`.
  [[nodiscard]] const std::vector<coder>& coders() const { return coders_; }
  [[nodiscard]] coder_id rule_coder() const { return coder_id(coders_.size() - 1); }

  /// The codings of one answer.
  [[nodiscard]] std::pair<coding_id, coding_id> of_answer(answer_id answer) const;
  /// The codings of one theme, in order: who looks at few themes need not look at all rows.
  [[nodiscard]] std::span<const coding_id> of_theme(theme_id theme) const;
  /// When a person or a model made a coding: the latest date of the rows that say so, else the
  /// coder's. Unknown where neither has one, and for rules.
  [[nodiscard]] timestamp when(coding_id coding) const;
  /// The answer of a campaign's letter that was coded, where the coding is inherited; else invalid.
  [[nodiscard]] answer_id inherited_from(coding_id coding) const;
  /// The kind of coder whose codings count at this answer; coder_kind::rule where none of the
  /// precedence read it.
  [[nodiscard]] coder_kind counted_kind(answer_id answer) const { return counted_[answer]; }
  /// Whether a person read this answer (a review or a coding by a person).
  [[nodiscard]] bool reviewed(answer_id answer) const { return reviewed_[answer]; }
  /// How each match rule did, in codebook order.
  [[nodiscard]] const std::vector<rule_use>& rules() const { return rules_; }

  /// What rules found in the notes of engagement events, by event, then theme. Nobody else codes
  /// them. Themes that are limited to some questions are not looked for: at an event none was put.
  [[nodiscard]] const std::vector<event_coding>& events() const { return events_; }
  /// Whether rules were tried on the notes of this event: it has some, and the codebook is in the
  /// consultation's language, as far as the primary subtag goes.
  [[nodiscard]] bool notes_read(event_id event) const { return notes_read_[event]; }

  [[nodiscard]] id_range<coding_id> each() const { return id_range<coding_id>(table_.size()); }

 private:
  friend class coding_run;
  friend class recoded;
  std::shared_ptr<const consultation> of_;
  std::shared_ptr<const heard::codebook> by_;
  std::shared_ptr<const heard::campaigns> campaigns_;
  coding_table table_;
  std::vector<coder> coders_;
  // In order, and not columns, since few codings have a date or are inherited.
  std::vector<std::pair<coding_id, timestamp>> dated_;
  std::vector<std::pair<coding_id, answer_id>> inherited_;
  std::vector<std::uint32_t> first_of_answer_;
  column<answer_id, coder_kind> counted_;
  column<answer_id, bool> reviewed_;
  std::vector<rule_use> rules_;
  // Filled when it is first asked for.
  mutable std::once_flag by_theme_asked_;
  mutable list_column<theme_id, coding_id> by_theme_;
  std::vector<event_coding> events_;
  column<event_id, bool> notes_read_;
};

/// Applies the codebook's rules to every included response's open answers in its language, adds
/// what people and models coded, and settles which codings count: at each answer those of the first
/// kind in the manifest's precedence that coded or reviewed it. Apart from these, applies the rules
/// to the notes of engagement events.
/// docs/coding.md says it in full. Where `campaigns` are given, their members inherit the codings
/// of the reference letter: docs/campaigns.md. Where `words` are given, no text is read again; what
/// comes out is the same.
/// @throw error(status::cancelled) when the callback stops it; error(status::bad_codebook) for a
///        rule that cannot be compiled, such as a stem in a language without a stemmer, and for a
///        theme or question that one of the two does not have; error(status::bad_input) for a
///        coding of bytes outside its answer; error(status::bad_argument) for words of another
///        consultation
[[nodiscard]] std::shared_ptr<const codings> run_codings(
    std::shared_ptr<const consultation> of, std::shared_ptr<const heard::codebook> by,
    const run_options& options, std::shared_ptr<const campaigns> campaigns = nullptr,
    const kept_words* words = nullptr);

/// Checks what a codebook's parser cannot: that every word of every rule holds a token, and that
/// there is a stemmer for its language where one is needed. Each fault is an error at its word.
/// A codebook without faults compiles.
void check_rules(const codebook& book, diagnostics& remarks);

/// Remarks on rules that match nothing here, that fire on over 80 % of the answers they are tried
/// on (20 or more), and that hit only where another rule of their theme does.
void remark_on_rules(const codings& from, diagnostics& remarks);

}  // namespace heard
