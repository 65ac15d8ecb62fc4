// What only the C interface says of a stream; tests/stream has the report itself.
#include "small.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string text_of(cli::buffer bytes) {
  std::size_t size = 0;
  const char* data = heard_buffer_data(bytes.get(), &size);
  return {data, size};
}

std::string codings_of(heard_stream* from) {
  return text_of(cli::make<cli::buffer>(
      [&](auto out, auto err) { return heard_stream_codings(from, out, err); }));
}

std::map<std::string, std::string> files_of(const heard_report* from) {
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < heard_report_count(from); ++i) {
    const auto file = cli::fill<heard_report_file>(
        [&](auto made, auto err) { return heard_report_at(from, i, made, err); });
    out.emplace(file.path, cli::to_string(file.bytes));
  }
  return out;
}

std::vector<std::string> sorted_lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("a stream gives the tables and the codings that memory gives") {
  const small::world w;
  const auto memory = files_of(w.report.get());
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 20}) {
    const cli::stream stream = small::read_stream(w.manifest.get(), w.codebook.get(), chunk);
    const auto made = cli::make<cli::report>(
        [&](auto out, auto err) { return heard_stream_finish(stream.get(), out, nullptr, err); });
    auto files = files_of(made.get());
    files.emplace("internal/codings.csv", codings_of(stream.get()));
    CHECK(codings_of(stream.get()).empty());
    REQUIRE(files.size() == memory.size());
    for (const auto& [path, bytes] : memory) {
      CAPTURE(path);
      if (path == "internal/codings.csv") {
        CHECK(sorted_lines(files[path]) == sorted_lines(bytes));
      } else if (path.find("/tables/") != path.npos) {
        CHECK(files[path] == bytes);
      }
    }
  }
}

TEST_CASE("files come three times, and must be the same each time") {
  const cli::manifest manifest = small::parse_manifest();
  const cli::codebook codebook = small::parse_codebook();
  const cli::stream stream = small::full_stream(manifest.get(), codebook.get());
  std::string form(small::form_csv);
  heard_error* raw = nullptr;
  for (std::uint32_t pass = 0; pass < 3; ++pass) {
    const auto next = cli::fill<heard_stream_file>(
        [&](auto out, auto err) { return heard_stream_next(stream.get(), out, err); });
    CHECK(std::string(next.path) == "data/form.csv");
    CHECK(next.pass == pass);
    CHECK(next.passes == 3);
    if (pass == 2) form.back() = ' ';
    cli::error e;
    e.check(heard_stream_take(stream.get(), form.data(), form.size(), e.out()));
    const heard_status status = heard_stream_end(stream.get(), 0, &raw);
    CHECK(status == (pass == 2 ? HEARD_BAD_INPUT : HEARD_OK));
  }
  CHECK(std::string(heard_error_message(raw)) ==
        "file \"data/form.csv\" changed while it was read");
  heard_error_free(raw);
  // After a failure a stream can only be freed.
  CHECK(heard_stream_end(stream.get(), 0, nullptr) == HEARD_BAD_ARGUMENT);
}

TEST_CASE("what is wanted whole comes first") {
  const cli::manifest manifest = small::parse_manifest();
  const cli::codebook codebook = small::parse_codebook();
  const cli::stream stream = small::empty_stream(manifest.get(), codebook.get());
  heard_stream_file next{};
  next.struct_size = sizeof next;
  CHECK(heard_stream_next(stream.get(), &next, nullptr) == HEARD_BAD_ARGUMENT);
}

}  // namespace
