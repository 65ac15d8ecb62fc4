/// @file
/// Handles of heard.h that free themselves, and failures as exceptions.
#pragma once

#include <heard.h>
#include <memory>
#include <stdexcept>
#include <string>

namespace cli {

/// Calls a handle's `_free`.
template <auto Free>
struct freeing {
  template <class T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
template <class T, auto Free>
using owned = std::unique_ptr<T, freeing<Free>>;

using manifest = owned<heard_manifest, heard_manifest_free>;
using codebook = owned<heard_codebook, heard_codebook_free>;
using builder = owned<heard_builder, heard_builder_free>;
using consultation = owned<heard_consultation, heard_consultation_free>;
using codings = owned<heard_codings, heard_codings_free>;
using diagnostics = owned<heard_diagnostics, heard_diagnostics_free>;
using buffer = owned<heard_buffer, heard_buffer_free>;
using kept_words = owned<heard_kept_words, heard_kept_words_free>;
using recoding = owned<heard_recoding, heard_recoding_free>;
using table = owned<heard_table, heard_table_free>;
using sensitivity = owned<heard_sensitivity, heard_sensitivity_free>;
using campaigns = owned<heard_campaigns, heard_campaigns_free>;
using differences = owned<heard_differences, heard_differences_free>;
using cell_sources = owned<heard_cell_sources, heard_cell_sources_free>;
using quotes = owned<heard_quotes, heard_quotes_free>;
using organisations = owned<heard_organisations, heard_organisations_free>;
using resemblances = owned<heard_resemblances, heard_resemblances_free>;
using privacy = owned<heard_privacy, heard_privacy_free>;
using kwic = owned<heard_kwic, heard_kwic_free>;
using tokens = owned<heard_tokens, heard_tokens_free>;
using match = owned<heard_match, heard_match_free>;
using purge = owned<heard_purge, heard_purge_free>;
using stream = owned<heard_stream, heard_stream_free>;
using report = owned<heard_report, heard_report_free>;

/// A call of heard.h that failed; `what()` is `place: message` as printed.
class failure : public std::runtime_error {
 public:
  failure(heard_status status, const std::string& message)
      : std::runtime_error(message), status_(status) {}
  [[nodiscard]] heard_status status() const { return status_; }

 private:
  heard_status status_;
};

/// Collects the error of one call: `error e; e.check(heard_x(..., e.out()));`.
class error {
 public:
  heard_error** out() { return &raw_; }
  /// @throw failure unless `status` is HEARD_OK
  void check(heard_status status) {
    const owned<heard_error, heard_error_free> given(raw_);
    raw_ = nullptr;
    if (status == HEARD_OK) return;
    std::string message;
    if (const heard_location* where = heard_error_location(given.get())) {
      message = where->name;
      if (where->line != 0) {
        message += ":" + std::to_string(where->line) + ":" + std::to_string(where->column);
      }
      message += ": ";
    }
    throw failure(status, message + heard_error_message(given.get()));
  }

 private:
  heard_error* raw_ = nullptr;
};

/// Makes a handle: `auto t = make<table>([&](auto out, auto err) { return heard_table_new(..., out,
/// err); })`.
template <class Owned, class Call>
Owned make(Call&& call) {
  typename Owned::pointer raw = nullptr;
  error e;
  e.check(call(&raw, e.out()));
  return Owned(raw);
}

/// Fills a struct: `auto row = fill<heard_cell>([&](auto out, auto err) { return ...; })`.
template <class Struct, class Call>
Struct fill(Call&& call) {
  Struct out{};
  out.struct_size = sizeof(Struct);
  error e;
  e.check(call(&out, e.out()));
  return out;
}

inline std::string to_string(heard_text text) {
  return {text.data, text.size};
}

}  // namespace cli
