// Long calls: what they tell, how they are stopped, and that threads change nothing.
#include "small.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace {

using run = std::function<heard_status(const heard_run_options*, heard_error**)>;

// Every function that takes run options, on what a small world holds.
std::map<std::string, run> long_calls(const small::world& w) {
  return {
      {"heard_builder_finish",
       [&](auto options, auto err) {
         const cli::builder builder = small::full_builder(w.manifest.get());
         heard_consultation* out = nullptr;
         const heard_status status =
             heard_builder_finish(builder.get(), w.codebook.get(), options, &out, nullptr, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_consultation_free(out);
         return status;
       }},
      {"heard_codings_run",
       [&](auto options, auto err) {
         heard_codings* out = nullptr;
         const heard_status status =
             heard_codings_run(w.consultation.get(), w.codebook.get(), options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_codings_free(out);
         return status;
       }},
      {"heard_kept_words_new",
       [&](auto options, auto err) {
         heard_kept_words* out = nullptr;
         const heard_status status = heard_kept_words_new(w.consultation.get(), options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_kept_words_free(out);
         return status;
       }},
      {"heard_kept_words_open",
       [&](auto options, auto err) {
         heard_kept_words* out = nullptr;
         const heard_status status =
             heard_kept_words_open(w.consultation.get(), small::saved_words(w).data(),
                                   small::saved_words(w).size(), options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_kept_words_free(out);
         return status;
       }},
      {"heard_kept_words_code",
       [&](auto options, auto err) {
         heard_codings* out = nullptr;
         const heard_status status =
             heard_kept_words_code(w.kept_words.get(), w.codebook.get(), options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_codings_free(out);
         return status;
       }},
      {"heard_recoding_new",
       [&](auto options, auto err) {
         const cli::codebook later = small::later_codebook();
         heard_recoding* out = nullptr;
         const heard_status status = heard_recoding_new(w.codings.get(), later.get(),
                                                        w.kept_words.get(), options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_recoding_free(out);
         return status;
       }},
      {"heard_table_new",
       [&](auto options, auto err) {
         const heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
         heard_table* out = nullptr;
         const heard_status status = heard_table_new(w.codings.get(), &spec, options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_table_free(out);
         return status;
       }},
      {"heard_kwic_run",
       [&](auto options, auto err) {
         heard_kwic* out = nullptr;
         const heard_status status =
             heard_kwic_run(w.consultation.get(), "open*", nullptr, nullptr, options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_kwic_free(out);
         return status;
       }},
      {"heard_report_render",
       [&](auto options, auto err) {
         heard_report* out = nullptr;
         const heard_status status = heard_report_render(w.codings.get(), options, &out, err);
         CHECK((out != nullptr) == (status == HEARD_OK));
         heard_report_free(out);
         return status;
       }},
  };
}

struct told {
  std::vector<heard_progress> all;
  std::thread::id thread = std::this_thread::get_id();
  bool elsewhere = false;
  std::size_t stop_at = SIZE_MAX;  // which call of it says stop
};

int32_t tell(const heard_progress* now, void* user) {
  auto& to = *static_cast<told*>(user);
  to.elsewhere |= std::this_thread::get_id() != to.thread;
  to.all.push_back(*now);
  return to.all.size() > to.stop_at ? 1 : 0;
}

heard_run_options options_of(told& to, uint32_t threads) {
  heard_run_options out = HEARD_RUN_OPTIONS_INIT;
  out.progress = tell;
  out.user_data = &to;
  out.threads = threads;
  return out;
}

TEST_CASE("progress never falls, its total never changes, and the end is told, on this thread") {
  const small::world w;
  for (const auto& [name, call] : long_calls(w)) {
    CAPTURE(name);
    for (const uint32_t threads : {1U, 2U, 8U}) {
      told heard;
      const heard_run_options options = options_of(heard, threads);
      CHECK(call(&options, nullptr) == HEARD_OK);
      REQUIRE_FALSE(heard.all.empty());
      CHECK_FALSE(heard.elsewhere);
      for (std::size_t i = 1; i < heard.all.size(); ++i) {
        CHECK(heard.all[i - 1].done <= heard.all[i].done);
        CHECK(heard.all[i - 1].total == heard.all[i].total);
      }
      CHECK(heard.all.back().done == heard.all.back().total);
    }
  }
}

TEST_CASE("whenever the callback says stop, the run is cancelled") {
  const small::world w;
  for (const auto& [name, call] : long_calls(w)) {
    CAPTURE(name);
    told once;
    heard_run_options options = options_of(once, 1);
    REQUIRE(call(&options, nullptr) == HEARD_OK);
    REQUIRE_FALSE(once.all.empty());
    // The last is the end. The others come by the clock, so there may be fewer this time.
    for (std::size_t at = 0; at < once.all.size(); ++at) {
      told heard;
      heard.stop_at = at;
      options = options_of(heard, 1);
      heard_error* raw = nullptr;
      const heard_status status = call(&options, &raw);
      const cli::owned<heard_error, heard_error_free> error(raw);
      const bool asked = heard.all.size() > at;
      CHECK(status == (asked ? HEARD_CANCELLED : HEARD_OK));
      CHECK(heard_error_status(error.get()) == status);
      CHECK(heard.all.size() <= at + 1);  // Once is enough.
    }
  }
}

TEST_CASE("after a run was cancelled the same objects serve another") {
  const small::world w;
  for (const auto& [name, call] : long_calls(w)) {
    CAPTURE(name);
    told heard;
    heard.stop_at = 0;
    const heard_run_options options = options_of(heard, 2);
    CHECK(call(&options, nullptr) == HEARD_CANCELLED);
    CHECK(call(nullptr, nullptr) == HEARD_OK);
  }
}

// All bytes that leave the library, with the work on so many threads.
std::map<std::string, std::string> everything(uint32_t threads) {
  const cli::manifest manifest = small::parse_manifest();
  const cli::codebook codebook = small::parse_codebook();
  const cli::builder builder = small::full_builder(manifest.get());
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  options.threads = threads;
  const auto consultation = cli::make<cli::consultation>([&](auto out, auto err) {
    return heard_builder_finish(builder.get(), codebook.get(), &options, out, nullptr, err);
  });
  const auto codings = cli::make<cli::codings>([&](auto out, auto err) {
    return heard_codings_run(consultation.get(), codebook.get(), &options, out, err);
  });
  std::map<std::string, std::string> out;
  const auto keep = [&](const std::string& name, cli::buffer bytes) {
    std::size_t size = 0;
    const char* data = heard_buffer_data(bytes.get(), &size);
    out[name].assign(data, size);
  };
  keep("codings", cli::make<cli::buffer>([&](auto to, auto err) {
         return heard_codings_csv(codings.get(), to, err);
       }));
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  spec.columns = {HEARD_BY_OPTION, 1};
  const auto table = cli::make<cli::table>(
      [&](auto to, auto err) { return heard_table_new(codings.get(), &spec, &options, to, err); });
  for (const heard_format format : {HEARD_CSV, HEARD_JSON, HEARD_MARKDOWN}) {
    keep("table" + std::to_string(format), cli::make<cli::buffer>([&](auto to, auto err) {
           return heard_table_render(table.get(), format, to, err);
         }));
  }
  const auto report = cli::make<cli::report>(
      [&](auto to, auto err) { return heard_report_render(codings.get(), &options, to, err); });
  for (std::size_t i = 0; i < heard_report_count(report.get()); ++i) {
    const auto file = cli::fill<heard_report_file>(
        [&](auto to, auto err) { return heard_report_at(report.get(), i, to, err); });
    out[file.path] = cli::to_string(file.bytes);
  }
  return out;
}

TEST_CASE("a table whose small numbers are hidden") {
  const small::world w;
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  const auto make = [&] {
    return cli::make<cli::table>([&](auto to, auto err) {
      return heard_table_new(w.codings.get(), &spec, nullptr, to, err);
    });
  };
  const auto cell_of = [](const cli::table& from, std::size_t row) {
    return cli::fill<heard_cell>(
        [&](auto to, auto err) { return heard_table_cell(from.get(), row, 0, to, err); });
  };
  const auto plain = make();
  spec.small_numbers = HEARD_SMALL_NUMBERS_K5;
  const auto hiding = make();
  std::size_t rows = 0;
  heard_table_shape(hiding.get(), &rows, nullptr);
  unsigned hidden = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const heard_cell known = cell_of(plain, row);
    const heard_cell told = cell_of(hiding, row);
    CHECK(known.hidden == 0);
    CHECK(told.base == known.base);
    if (known.count > 0 && known.count < 5) CHECK(told.hidden == 1);
    if (told.hidden == 0) CHECK(told.count == known.count);
    if (told.hidden == 0) continue;
    CHECK(told.count == 0);
    ++hidden;
  }
  CHECK(hidden > 0);
  const auto json = cli::make<cli::buffer>(
      [&](auto to, auto err) { return heard_table_render(hiding.get(), HEARD_JSON, to, err); });
  CHECK(std::string(heard_buffer_data(json.get(), nullptr)).find("\"suppressed\": true") !=
        std::string::npos);
  heard_cell_sources* sources = nullptr;
  CHECK(heard_table_explain(hiding.get(), 0, 0, &sources, nullptr) == HEARD_BAD_ARGUMENT);
  CHECK(sources == nullptr);
  spec.small_numbers = 3;
  heard_table* none = nullptr;
  CHECK(heard_table_new(w.codings.get(), &spec, nullptr, &none, nullptr) == HEARD_BAD_ARGUMENT);
}

TEST_CASE("the same bytes for any number of threads") {
  const auto alone = everything(1);
  CHECK(alone.size() > 6);
  for (const auto& [name, bytes] : alone) CHECK_MESSAGE(!bytes.empty(), name);
  for (const uint32_t threads : {2U, 8U, 0U}) CHECK(everything(threads) == alone);
}

TEST_CASE("many threads may read one object at once") {
  const small::world w;
  const auto read = [&] {
    std::string out;
    for (std::size_t i = 0; i < heard_consultation_count(w.consultation.get(), HEARD_ANSWER); ++i) {
      out += cli::to_string(cli::fill<heard_answer>([&](auto to, auto err) {
                              return heard_consultation_answer(w.consultation.get(), i, to, err);
                            }).text);
    }
    heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
    const auto table = cli::make<cli::table>([&](auto to, auto err) {
      return heard_table_new(w.codings.get(), &spec, nullptr, to, err);
    });
    const auto bytes = cli::make<cli::buffer>(
        [&](auto to, auto err) { return heard_table_render(table.get(), HEARD_JSON, to, err); });
    const auto again = cli::make<cli::codings>([&](auto to, auto err) {
      return heard_codings_run(w.consultation.get(), w.codebook.get(), nullptr, to, err);
    });
    const auto report = cli::make<cli::report>(
        [&](auto to, auto err) { return heard_report_render(again.get(), nullptr, to, err); });
    return out + heard_buffer_data(bytes.get(), nullptr) +
           std::to_string(heard_report_count(report.get()));
  };
  const std::string expected = read();
  std::vector<std::string> found(6);
  {
    std::vector<std::jthread> readers;
    for (std::string& each : found) readers.emplace_back([&] { each = read(); });
  }
  for (const std::string& each : found) CHECK(each == expected);
}

}  // namespace
