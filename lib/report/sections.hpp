/// @file
/// The sections of the report, each from the account to blocks. Their sentences are fixed and built
/// from numbers; none says more than its number.
#pragma once

#include "report/account.hpp"
#include "report/document.hpp"

namespace heard::reporting {

/// The whole report of one folder.
[[nodiscard]] document write(const account& from);

void introduction(const account& from, document& out);
void how_to_read(const account& from, document& out);
void respondents(const account& from, document& out);
void chapters(const account& from, document& out);
void missed(const account& from, document& out);
void annex(const account& from, document& out);
/// Letters that several sent, and what they do to the order of themes; nothing where there are
/// none.
void campaigns_section(const account& from, document& out);
/// For `internal/`: the lists.
void unsettled(const account& from, document& out);

/// One question under a heading of `level`: what was asked, how many answered, what they said.
void question_section(const account& from, const question_account& of, unsigned level,
                      document& out);
/// Says "298 counted = 73 not asked ... + 173 with words", unless all are in one state and
/// answered.
void say_states(const account& from, const question_account& of, document& out);
/// A chart of these rows of a table's first column, and the table.
/// @param base_is  in words
[[nodiscard]] figure_block figure_of(const shown_table& of, const std::vector<std::size_t>& rows,
                                     const std::string& base_is);
/// The same rows with a column for each group: counts and shares, bases in the first row.
[[nodiscard]] table_block groups_table(const shown_table& of, const std::vector<std::size_t>& rows);
[[nodiscard]] std::vector<std::size_t> all_rows(const shown_table& of);
/// What was done about small numbers.
[[nodiscard]] std::string on_small_numbers(const account& from);
/// What the body that consulted answers; nothing for an empty text.
void reply(const account& from, const std::string& text, document& out);

}  // namespace heard::reporting
