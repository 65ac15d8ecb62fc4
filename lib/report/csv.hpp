/// @file
/// Tables and lists as CSV files.
#pragma once

#include "report/account.hpp"

#include <string>

namespace heard::reporting {

/// A line for each cell, as tables give it anywhere (heard::csv_line).
[[nodiscard]] std::string to_csv(const shown_table& of);
[[nodiscard]] std::string to_csv(const work_list& of);

/// Calls `visit` for every table of the account, in the order of the report.
template <class Visit>
void each_table(const account& of, Visit visit) {
  const auto question = [&](const question_account& each) {
    if (!each.figures.name.empty()) visit(each.figures);
    for (const shown_table& by : each.by_group) visit(by);
  };
  for (const question_account& each : of.about_you) question(each);
  for (const chapter_account& chapter : of.chapters) {
    for (const question_account& each : chapter.asked) question(each);
    if (chapter.place) question(*chapter.place);
    for (const question_account& each : chapter.missed) question(each);
  }
  if (of.general) question(*of.general);
  if (!of.all_themes.name.empty()) visit(of.all_themes);
  if (!of.by_campaigns.name.empty()) visit(of.by_campaigns);
}

}  // namespace heard::reporting
