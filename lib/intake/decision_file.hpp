// One decision file: its rows, and what they speak of.
#pragma once

#include "intake/draft.hpp"
#include "intake/person_table.hpp"

#include <heard/base/nearest.hpp>
#include <heard/model/decisions.hpp>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

class decision_file {
 public:
  // @param path  must have been supplied
  decision_file(draft& to, std::string path);

  // Reads every row and checks its `when`.
  void read(std::initializer_list<std::string_view> columns,
            const std::function<void(const person_row&)>& row,
            std::initializer_list<std::string_view> optional = {});

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] source_place place(const person_row& row) const;

  // No message repeats a cell: in a row that has shifted it may hold a respondent's words.
  void fault(const person_row& row, std::string_view column, std::string message);
  // The row was made on other words: it is set aside, listed, and applied to nothing.
  void stale(const person_row& row, std::string why);

  // What a cell names; nothing, after a remark, where there is no such thing. A response that was
  // purged is as good as none, but no fault: nothing is decided about words that are gone.
  [[nodiscard]] std::optional<response_handle> response(const person_row& row);
  [[nodiscard]] std::optional<question_id> question(const person_row& row);
  [[nodiscard]] std::optional<hash128> text_hash(const person_row& row);
  template <class Kind>
  [[nodiscard]] std::optional<Kind> word(const person_row& row, std::string_view column);
  // A short name of letters, digits, `-`, `_` and `.`: of a campaign, a section, a run.
  [[nodiscard]] std::optional<std::string> short_name(const person_row& row,
                                                      std::string_view column);

  // The last columns of a row, those that it has.
  [[nodiscard]] static provenance by(const person_row& row);
  // Unknown where the cell is empty or no date, which read() has remarked on.
  [[nodiscard]] static timestamp when(const person_row& row);

  // The answer whose words a row was made on; nothing, after a remark or a stale row, where there
  // is none.
  [[nodiscard]] std::optional<consultation_builder::answer_words> answer(const person_row& row);

  struct byte_range {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
  };
  // `first` and `last`, both whole numbers and in order. @pre neither is empty
  [[nodiscard]] std::optional<byte_range> range(const person_row& row);
  // The same, within words and between characters.
  [[nodiscard]] std::optional<byte_range> range_in(const person_row& row, std::string_view words);

 private:
  draft& to_;
  std::string path_;
  file_id file_;
};

template <class Kind>
std::optional<Kind> decision_file::word(const person_row& row, std::string_view column) {
  const auto found = from_word<Kind>(row[column]);
  if (found) return found;
  const auto words = words_of<Kind>();
  const std::vector<std::string> known(words.begin(), words.end());
  fault(row, column, "this is no " + std::string(column) + did_you_mean(row[column], known));
  return std::nullopt;
}

}  // namespace heard
