/// @file
/// What the opaque structs of heard.h hold: shared ownership of something immutable.
#pragma once

#include "heard.h"

#include <heard/base/diagnostic.hpp>
#include <heard/base/parallel.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/coding/codings.hpp>
#include <heard/coding/kept_words.hpp>
#include <heard/coding/match.hpp>
#include <heard/coding/recoding.hpp>
#include <heard/identity/campaigns.hpp>
#include <heard/identity/review.hpp>
#include <heard/intake/assembly.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/intake/purge.hpp>
#include <heard/intake/stream.hpp>
#include <heard/model/consultation.hpp>
#include <heard/quotes/findings.hpp>
#include <heard/quotes/runs.hpp>
#include <heard/quotes/select.hpp>
#include <heard/report/report.hpp>
#include <heard/tables/sensitivity.hpp>
#include <heard/tables/table.hpp>
#include <heard/terms/kwic.hpp>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct heard_error {
  heard_status status = HEARD_OK;
  std::string message;
  heard::location where;
  heard_location location{};
  bool has_location = false;
};

struct heard_diagnostics {
  std::vector<heard::diagnostic> remarks;
};

struct heard_buffer {
  std::string bytes;
};

struct heard_manifest {
  std::shared_ptr<const heard::manifest> value;
};

struct heard_codebook {
  std::shared_ptr<const heard::codebook> value;
};

struct heard_builder {
  heard::assembly value;
  std::vector<heard::wanted_file> wanted;  // what the borrowed paths point into
};

struct heard_consultation {
  std::shared_ptr<const heard::consultation> value;
};

struct heard_codings {
  std::shared_ptr<const heard::codings> value;
};

struct heard_kept_words {
  std::shared_ptr<const heard::kept_words> value;
};

struct heard_recoding {
  std::shared_ptr<const heard::recoding> value;
};

struct heard_table {
  std::shared_ptr<const heard::table> value;
};

struct heard_campaigns {
  std::shared_ptr<const heard::campaigns> value;
};

struct heard_differences {
  std::shared_ptr<const heard::campaigns> from;
  std::vector<heard::difference> value;
};

struct heard_sensitivity {
  std::shared_ptr<const heard::codebook> by;
  std::vector<heard::sensitivity_row> rows;
};

struct heard_cell_sources {
  std::vector<heard::cell_source> value;
};

struct heard_quotes {
  std::shared_ptr<const heard::codings> from;
  std::vector<heard::quote> value;
  std::vector<std::string> texts;
  std::vector<std::optional<heard::quote_translation>> translations;
};

struct heard_organisations {
  explicit heard_organisations(std::shared_ptr<const heard::consultation> consultation)
      : of(std::move(consultation)), value(*of) {}
  std::shared_ptr<const heard::consultation> of;
  heard::identity::organisation_review value;
};

struct heard_resemblances {
  struct row {
    heard::identity::body_likeness like;
    std::string why;
  };
  heard::identity::body_name asked;
  std::string fingerprint;
  std::vector<row> value;
};

struct heard_privacy {
  std::vector<heard::personal_finding> value;
};

struct heard_tokens {
  struct row {
    heard_token token;
    std::string folded;
  };
  std::vector<row> value;
};

struct heard_match {
  heard::match_result value;
};

struct heard_kwic {
  std::shared_ptr<const heard::consultation> of;
  std::vector<heard::kwic_line> value;
};

struct heard_stream {
  std::shared_ptr<const heard::codebook> by;
  bool final = false;
  std::optional<heard::streamed_assembly> reading;
  std::optional<heard::report_writer> writer;
  heard::run_options run;
  heard_progress_fn progress = nullptr;
  void* user_data = nullptr;
  std::uint64_t done = 0;   // Bytes that were handed over, in all passes.
  std::uint64_t total = 0;  // 0: not known.
  bool keeps_codings = false;
  std::string codings;       // Rows that nobody has taken yet.
  heard::diagnostics unfit;  // Why the codebook does not fit.
  bool broken = false;
  // What borrowed paths point into.
  std::vector<heard::wanted_file> wanted;
  std::string next;
};

struct heard_report {
  std::vector<heard::report_file> value;
};

struct heard_purge {
  heard::purge value;
  std::vector<heard::purged_file> files;  // What borrowed bytes point into.
};

namespace heard::capi {

/// Options of a long run; NULL means the defaults.
[[nodiscard]] run_options to_run_options(const heard_run_options& options);

/// Hands out diagnostics where the caller wants them.
void hand_out(heard_diagnostics** out, diagnostics remarks);

/// A rule as a caller wrote it, called "rule" in errors. @throw error(status::bad_codebook)
[[nodiscard]] query::node parse_one_rule(const char* rule);

/// Into a field of a struct that is zero; the longest is "2026-03-02T14:05:00".
template <std::size_t N>
void copy_date(char (&out)[N], const timestamp& when) {
  static_assert(N > 19);
  const std::string text = to_string(when);
  std::memcpy(out, text.data(), std::min(text.size(), N - 1));
}

/// The question with an id. @throw error(status::not_found) that names the nearest
[[nodiscard]] question_id find_question(const consultation& of, std::string_view id);

}  // namespace heard::capi
