/// @file
/// All that one folder says in numbers which may tell of a few: one system of figures, by the names
/// under which a reader finds them.
#pragma once

#include "report/shown_table.hpp"

#include <heard/tables/small_numbers.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard::reporting {

class published_numbers {
 public:
  explicit published_numbers(small_number_rule rule) : rule_(rule), guard_(rule) {}

  /// A table, with its counts as they are. Its number.
  std::size_t add(const shown_table& of, const counted_table& how);
  [[nodiscard]] small_number_guard& guard() { return guard_; }
  [[nodiscard]] const small_number_guard& guard() const { return guard_; }
  [[nodiscard]] const small_number_rule& rule() const { return rule_; }

  /// Hides in the table that was added under this number what has to be hidden, with a note.
  void hide(std::size_t table, shown_table& into) const;

  /// A table that was added: where its headings are, and what it is called.
  struct known_table {
    std::string name;
    std::string title;
    std::vector<heading> rows, columns;
    std::map<std::string, std::size_t, std::less<>> row_at, column_at;  ///< By id.
  };
  [[nodiscard]] const std::vector<known_table>& tables() const { return tables_; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

 private:
  small_number_rule rule_;
  small_number_guard guard_;
  std::vector<known_table> tables_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace heard::reporting
