/// @file
/// Which texts of a consultation rules may ever be tried on.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace heard::matching {

/// A row of kept_texts.
using text_row = std::uint32_t;
inline constexpr text_row no_text = 0xFFFFFFFF;

/// Answers, then translations, then notes of events, each in the consultation's order. Which they
/// are does not depend on a codebook: languages and questions are chosen from among them.
class kept_texts {
 public:
  /// @param of  must outlive it
  explicit kept_texts(const consultation& of);

  [[nodiscard]] std::size_t size() const {
    return answers_.size() + translations() + of_->events().size();
  }
  [[nodiscard]] std::string_view operator[](text_row row) const;

  /// Rows below this are answers as they were given.
  [[nodiscard]] std::size_t answers() const { return answers_.size(); }
  [[nodiscard]] bool is_translation(text_row row) const {
    return row >= answers_.size() && row < answers_.size() + translations();
  }
  [[nodiscard]] bool is_event(text_row row) const {
    return row >= answers_.size() + translations();
  }
  /// The answer that a text is or translates. @pre not is_event()
  [[nodiscard]] answer_id answer(text_row row) const;
  /// @pre is_translation()
  [[nodiscard]] const translation* translated(text_row row) const {
    return &of_->translations()[row - answers_.size()];
  }
  /// @pre is_event()
  [[nodiscard]] event_id event(text_row row) const {
    return event_id(row - answers_.size() - translations());
  }

  /// no_text for answers that no rule is ever tried on.
  [[nodiscard]] text_row of(answer_id answer) const { return row_of_answer_[answer.value]; }
  /// @param words  one of consultation::translations()
  [[nodiscard]] text_row of(const translation* words) const {
    return static_cast<text_row>(answers_.size() + (words - of_->translations().data()));
  }
  [[nodiscard]] text_row of(event_id event) const {
    return static_cast<text_row>(answers_.size() + translations() + event.value);
  }

  /// Of all texts and their sizes, in order.
  [[nodiscard]] hash128 hash() const;

 private:
  [[nodiscard]] std::size_t translations() const { return of_->translations().size(); }

  const consultation* of_;
  std::vector<answer_id> answers_;
  std::vector<text_row> row_of_answer_;
};

}  // namespace heard::matching
