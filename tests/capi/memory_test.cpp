// Every allocation of a whole run fails once, and then every one from there on: each call either
// does what it was asked or says HEARD_NO_MEMORY and leaves nothing behind. The library takes its
// memory from this program's operator new, since the version script keeps that symbol undefined in
// it.
#include "small.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

namespace {

std::atomic<bool> counting{false};
std::atomic<bool> for_ever{false};
std::atomic<std::size_t> allocations{0};
std::atomic<std::size_t> fail_at{0};

bool fails() {
  if (!counting) return false;
  const std::size_t now = ++allocations;
  return fail_at != 0 && (now == fail_at || (for_ever && now > fail_at));
}

void* allocate(std::size_t size, std::size_t alignment) {
  if (fails()) return nullptr;
  if (alignment <= alignof(std::max_align_t)) return std::malloc(size == 0 ? 1 : size);
  return std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment = 1) {
  void* out = allocate(size, alignment);
  if (out == nullptr) throw std::bad_alloc();
  return out;
}

}  // namespace

void* operator new(std::size_t size) {
  return allocate_or_throw(size);
}
void* operator new[](std::size_t size) {
  return allocate_or_throw(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, 1);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, 1);
}
void operator delete(void* at) noexcept {
  std::free(at);
}
void operator delete[](void* at) noexcept {
  std::free(at);
}
void operator delete(void* at, std::size_t) noexcept {
  std::free(at);
}
void operator delete[](void* at, std::size_t) noexcept {
  std::free(at);
}
void operator delete(void* at, std::align_val_t) noexcept {
  std::free(at);
}
void operator delete[](void* at, std::align_val_t) noexcept {
  std::free(at);
}
void operator delete(void* at, std::size_t, std::align_val_t) noexcept {
  std::free(at);
}
void operator delete[](void* at, std::size_t, std::align_val_t) noexcept {
  std::free(at);
}

namespace {

// What one run through the library found. The run itself allocates nothing of its own.
struct outcome {
  bool finished = false;
  bool as_promised = true;
  const char* at = "";
  int lent = 0;
  int given_back = 0;

  // Whether to go on. A call that fails must say why, and hand out nothing. By reference, because
  // the call that sets them stands in the same argument list.
  template <class Out>
  bool after(const char* call, heard_status status, heard_error* const& error, Out* const& out) {
    at = call;
    if (status == HEARD_OK) {
      as_promised = as_promised && error == nullptr && out != nullptr;
      return as_promised;
    }
    as_promised = as_promised && status == HEARD_NO_MEMORY && out == nullptr &&
                  heard_error_status(error) == HEARD_NO_MEMORY &&
                  std::strcmp(heard_error_message(error), "memory ran out") == 0;
    heard_error_free(error);
    return false;
  }
};

// The page's responses, and a letter that three sent, so that there is a campaign.
const std::string& all_rows() {
  static const std::string out =
      std::string(small::form_csv) +
      std::string(small::letters_csv.substr(small::letters_csv.find('\n') + 1));
  return out;
}

const std::string& later_codebook() {
  static const std::string out = [] {
    std::string text(small::codebook_text);
    text.replace(text.find("sunday*"), 7, "evening");
    return text;
  }();
  return out;
}

const std::string_view* file(const char* path) {
  static const std::string_view form = all_rows();
  return std::strcmp(path, "data/form.csv") == 0 ? &form : small::file(path);
}

outcome* lend(outcome& to) {
  ++to.lent;
  return &to;
}

void give_back(void* owner) {
  ++static_cast<outcome*>(owner)->given_back;
}

outcome load_code_table_report(uint32_t threads) {
  outcome o;
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  options.threads = threads;
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  spec.columns = {HEARD_BY_OPTION, 1};
  heard_manifest* manifest = nullptr;
  heard_codebook* codebook = nullptr;
  heard_diagnostics* remarks[4] = {};
  heard_builder* builder = nullptr;
  heard_consultation* consultation = nullptr;
  heard_codings* codings = nullptr;
  heard_kept_words* words = nullptr;
  heard_kept_words* opened = nullptr;
  heard_buffer* saved = nullptr;
  heard_codebook* later = nullptr;
  heard_codings* coded_again = nullptr;
  heard_recoding* recoding = nullptr;
  heard_table* table = nullptr;
  heard_cell_sources* sources = nullptr;
  heard_buffer* bytes = nullptr;
  heard_campaigns* campaigns = nullptr;
  heard_differences* differences = nullptr;
  heard_sensitivity* sensitivity = nullptr;
  heard_buffer* ranks = nullptr;
  heard_quotes* quotes = nullptr;
  heard_organisations* organisations = nullptr;
  heard_buffer* rows = nullptr;
  heard_resemblances* resemblances = nullptr;
  heard_privacy* personal = nullptr;
  heard_privacy* in_text = nullptr;
  heard_kwic* kwic = nullptr;
  heard_match* match = nullptr;
  heard_tokens* tokens = nullptr;
  heard_report* report = nullptr;
  heard_report* released = nullptr;
  heard_purge* purge = nullptr;
  heard_error* e = nullptr;
  const auto supplied = [&] {
    while (heard_builder_wanted_count(builder) != 0) {
      heard_wanted wanted{};
      wanted.struct_size = sizeof wanted;
      if (!o.after("wanted", heard_builder_wanted(builder, 0, &wanted, &e), e, &wanted))
        return false;
      char path[64] = {};
      std::strncpy(path, wanted.path, sizeof path - 1);
      const std::string_view* held = file(path);
      const heard_status status =
          held == nullptr ? heard_builder_close(builder, path, &e)
          : std::strcmp(path, "data/form.csv") == 0
              ? heard_builder_lend(builder, path, held->data(), held->size(), give_back, lend(o),
                                   &e)
              : heard_builder_supply(builder, path, held->data(), held->size(), &e);
      if (!o.after("supply", status, e, status == HEARD_OK ? builder : nullptr)) return false;
    }
    return true;
  };

  const auto handed_in = [&] {
    for (std::size_t i = 0; i < heard_consultation_count(consultation, HEARD_FILE); ++i) {
      heard_file read{};
      read.struct_size = sizeof read;
      const heard_status known = heard_consultation_file(consultation, i, &read, &e);
      if (!o.after("file", known, e, known == HEARD_OK ? purge : nullptr)) return false;
      const std::string_view* held = file(read.path);
      const heard_status status =
          heard_purge_supply(purge, read.path, held->data(), held->size(), &e);
      if (!o.after("hand in", status, e, status == HEARD_OK ? purge : nullptr)) return false;
    }
    return true;
  };
  const auto reopened = [&] {
    std::size_t size = 0;
    const char* data = heard_buffer_data(saved, &size);
    return heard_kept_words_open(consultation, data, size, &options, &opened, &e);
  };
  std::size_t left = 0;
  const auto looked_for = [&] {
    const std::string_view form = *file("data/form.csv");
    const heard_status status = heard_purge_find(purge, form.data(), form.size(), &left, &e);
    return o.after("find", status, e, status == HEARD_OK ? purge : nullptr);
  };

  o.finished =
      o.after("manifest",
              heard_manifest_parse(small::manifest_text.data(), small::manifest_text.size(), "m",
                                   &manifest, &remarks[0], &e),
              e, manifest) &&
      o.after("codebook",
              heard_codebook_parse(small::codebook_text.data(), small::codebook_text.size(), "c",
                                   &codebook, &remarks[1], &e),
              e, codebook) &&
      o.after("builder", heard_builder_new(manifest, &builder, &e), e, builder) && supplied() &&
      o.after("finish",
              heard_builder_finish(builder, codebook, &options, &consultation, &remarks[2], &e), e,
              consultation) &&
      o.after("codings", heard_codings_run(consultation, codebook, &options, &codings, &e), e,
              codings) &&
      o.after("words", heard_kept_words_new(consultation, &options, &words, &e), e, words) &&
      o.after("save", heard_kept_words_save(words, &saved, &e), e, saved) &&
      o.after("open", reopened(), e, opened) &&
      o.after("later codebook",
              heard_codebook_parse(later_codebook().data(), later_codebook().size(), "c", &later,
                                   nullptr, &e),
              e, later) &&
      o.after("recoding", heard_recoding_new(codings, later, opened, &options, &recoding, &e), e,
              recoding) &&
      o.after("coded again", heard_recoding_codings(recoding, &coded_again, &e), e, coded_again) &&
      o.after("csv", heard_codings_csv(codings, &bytes, &e), e, bytes) &&
      o.after("table", heard_table_new(codings, &spec, &options, &table, &e), e, table) &&
      o.after("explain", heard_table_explain(table, 0, 0, &sources, &e), e, sources) &&
      o.after("campaigns",
              heard_campaigns_find(consultation, nullptr, &options, &campaigns, &remarks[3], &e), e,
              campaigns) &&
      o.after("compare", heard_campaigns_compare(campaigns, 0, 2, &differences, &e), e,
              differences) &&
      o.after("sensitivity", heard_sensitivity_new(codings, nullptr, &options, &sensitivity, &e), e,
              sensitivity) &&
      o.after("ranks", heard_sensitivity_render(sensitivity, HEARD_CSV, &ranks, &e), e, ranks) &&
      o.after("quotes", heard_quotes_select(codings, 0, nullptr, &quotes, &e), e, quotes) &&
      o.after("organisations", heard_organisations_new(consultation, &organisations, &e), e,
              organisations) &&
      o.after("rows", heard_organisations_rows(organisations, 1, &rows, &e), e, rows) &&
      o.after("resemblances",
              heard_organisations_explain(organisations, "Reading Cirlce", 3, &resemblances, &e), e,
              resemblances) &&
      o.after("privacy", heard_privacy_find(consultation, &personal, &e), e, personal) &&
      o.after("privacy of text",
              heard_privacy_of_text(small::personal_text.data(), small::personal_text.size(),
                                    &in_text, &e),
              e, in_text) &&
      o.after("kwic",
              heard_kwic_run(consultation, "open* NEAR/3 evening", codebook, nullptr, &options,
                             &kwic, &e),
              e, kwic) &&
      o.after("match",
              heard_match_run("%open AND @hours", "Open late.", 10, "en", codebook, &match, &e), e,
              match) &&
      o.after("tokens", heard_tokens_new("Open late.", 10, &tokens, &e), e, tokens) &&
      o.after("report", heard_report_render(codings, &options, &report, &e), e, report) &&
      o.after("disclose", heard_disclose_render(consultation, nullptr, &released, &e), e,
              released) &&
      o.after(
          "purge",
          heard_purge_new(manifest, consultation, "r4", "ab", "2026-05-02", "asked", &purge, &e), e,
          purge) &&
      handed_in() && looked_for();

  // What remarks there are goes with what they are about, or not at all.
  o.as_promised = o.as_promised && (remarks[0] != nullptr) == (manifest != nullptr) &&
                  (remarks[1] != nullptr) == (codebook != nullptr) &&
                  (remarks[2] != nullptr) == (consultation != nullptr) &&
                  (remarks[3] != nullptr) == (campaigns != nullptr);
  for (heard_diagnostics* each : remarks) heard_diagnostics_free(each);
  heard_purge_free(purge);
  heard_report_free(released);
  heard_report_free(report);
  heard_tokens_free(tokens);
  heard_match_free(match);
  heard_kwic_free(kwic);
  heard_resemblances_free(resemblances);
  heard_buffer_free(rows);
  heard_organisations_free(organisations);
  heard_buffer_free(ranks);
  heard_sensitivity_free(sensitivity);
  heard_differences_free(differences);
  heard_campaigns_free(campaigns);
  heard_quotes_free(quotes);
  heard_privacy_free(personal);
  heard_privacy_free(in_text);
  heard_cell_sources_free(sources);
  heard_table_free(table);
  heard_buffer_free(bytes);
  heard_recoding_free(recoding);
  heard_codings_free(coded_again);
  heard_codebook_free(later);
  heard_buffer_free(saved);
  heard_kept_words_free(opened);
  heard_kept_words_free(words);
  heard_codings_free(codings);
  heard_consultation_free(consultation);
  heard_builder_free(builder);
  heard_codebook_free(codebook);
  heard_manifest_free(manifest);
  o.as_promised = o.as_promised && o.given_back == o.lent;
  return o;
}

// A run in which the nth allocation fails.
outcome run_failing(std::size_t n, bool ever, uint32_t threads) {
  fail_at = n;
  for_ever = ever;
  allocations = 0;
  counting = true;
  const outcome o = load_code_table_report(threads);
  counting = false;
  return o;
}

TEST_CASE("the library takes its memory from here") {
  const outcome clean = run_failing(0, false, 1);
  CHECK(clean.as_promised);
  CHECK_MESSAGE(clean.finished, std::string(clean.at));
  CHECK(clean.lent == 1);
  CHECK(allocations > 1000);
}

TEST_CASE("every allocation may fail") {
  run_failing(0, false, 1);  // What is made once and kept has been made now.
  run_failing(0, false, 1);
  const std::size_t all = allocations;
  MESSAGE(all << " allocations");
  REQUIRE(all > 1000);
  // Each of the first, then fewer and fewer: the long tail is one loop of the report after another.
  for (const bool ever : {false, true}) {
    for (std::size_t n = 1; n <= all; n += 1 + n / 100) {
      const outcome o = run_failing(n, ever, 1);
      CAPTURE(n);
      CAPTURE(std::string(o.at));
      CHECK(o.as_promised);
      if (!o.as_promised) break;
    }
  }
}

TEST_CASE("with threads too") {
  run_failing(0, false, 3);
  const std::size_t all = allocations;
  REQUIRE(all > 1000);
  for (std::size_t n = 1; n <= all; n += 1 + all / 97) {
    const outcome o = run_failing(n, n % 2 == 0, 3);
    CAPTURE(n);
    CAPTURE(std::string(o.at));
    CHECK(o.as_promised);
  }
}

TEST_CASE("after all that the library still works") {
  const outcome clean = run_failing(0, false, 1);
  CHECK(clean.finished);
}

}  // namespace
