/// @file
/// The published account: two folders, `publish/` and `internal/`, as named bytes.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/base/parallel.hpp>
#include <heard/coding/codings.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
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

/// Writes the account of a consultation that comes in parts, each of which may go once it is added:
/// the same bytes as render_report() gives for the whole without campaigns, but for two things.
/// `internal/codings.csv` is not among the files: see codings_csv_rows(). And a list of
/// `internal/tables/` holds the rows that come first in it, up to most_list_rows, and says so.
///
/// Parts have the same settings, questionnaire, codebook, coders and organisations, and no item,
/// response or respondent is in two; the order of the parts does not matter. Belongs to one thread.
class report_writer {
 public:
  /// @param options  its `run.report` is asked whether to go on, but learns of no progress
  explicit report_writer(report_options options);
  ~report_writer();
  report_writer(report_writer&&) noexcept;
  report_writer& operator=(report_writer&&) noexcept;

  /// @throw as render_report()
  void add(const std::shared_ptr<const codings>& part);
  /// Once only. @param last  the last part, which is added too. The files are taken from it.
  [[nodiscard]] std::vector<report_file> finish(const std::shared_ptr<const codings>& last);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// Most rows of a list in a report that is written part by part.
inline constexpr std::size_t most_list_rows = 10'000;

/// The rows of codings_csv() for a part, without the line of column names, in the order of the
/// responses' places in their files: put together, the rows of all parts of a file are in an order
/// that does not depend on how it was cut.
[[nodiscard]] std::string codings_csv_rows(const codings& part);
/// The line of column names.
[[nodiscard]] std::string_view codings_csv_header();

/// All codings as CSV, with their evidence: response, question, theme, coder, kind, counts, stance,
/// rule, first, last, when. No respondent's words.
[[nodiscard]] std::string codings_csv(const codings& from);

}  // namespace heard
