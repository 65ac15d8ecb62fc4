/// @file
/// The published account: two folders, `publish/` and `internal/`, as named bytes.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/base/parallel.hpp>
#include <heard/coding/codings.hpp>

#include <memory>
#include <string>
#include <vector>

namespace heard {

struct report_options {
  bool final = false;  ///< Without it every page says DRAFT.
  run_options run;
};

/// A file of the report. Paths use '/' and begin with `publish/` or `internal/`.
struct report_file {
  std::string path;
  std::string bytes;
};

/// Writes the account: introduction and arithmetic, who responded, a section for
/// each chapter with one for each question, what was missed, the annex. In each folder `report.md`,
/// `report.html`, `report.json` and `tables/*.csv`; in `internal/` also `codings.csv` and the
/// quotes that may not be published. Sorted by path.
/// @throw error(status::cancelled); error(status::refused) if a quote is pinned that may not be
/// published, or if `publish/`, read again, tells a number that small numbers hide, or leaves one
/// too few values; error(status::internal) if a sum does not close
[[nodiscard]] std::vector<report_file> render_report(std::shared_ptr<const codings> from,
                                                     const report_options& options);

/// All codings as CSV, with their evidence: response, question, theme, coder, kind, counts, stance,
/// rule, first, last, when. No respondent's words.
[[nodiscard]] std::string codings_csv(const codings& from);

}  // namespace heard
