// What comes before and after coding, on one thread: a form's CSV or JSONL to a consultation in
// bytes a second, and tables in responses a second. The responses are made up, the same each time.
#include <heard/codebook/codebook.hpp>
#include <heard/coding/codings.hpp>
#include <heard/intake/assembly.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/tables/table.hpp>

#include <benchmark/benchmark.h>
#include <random>
#include <stdexcept>
#include <string>

using namespace heard;

namespace {

constexpr int responses = 20'000;

std::string manifest_of(const std::string& file) {
  std::string out =
      "[consultation]\nid = \"b\"\ntitle = \"B\"\n\n[[chapter]]\nid = \"c\"\ntitle = \"C\"\n\n"
      "[[question]]\nid = \"q\"\nchapter = \"c\"\nkind = \"open\"\ntext = \"Q?\"\n\n"
      "[[question]]\nid = \"group\"\nkind = \"single\"\nrole = \"about_you\"\ntext = \"G?\"\n"
      "options = [";
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    out += "{ id = \"k" + n + "\", label = \"Group " + n + "\" }, ";
  }
  return out + "]\n\n[[source]]\nfile = \"" + file +
         "\"\nchannel = \"form\"\nresponse_id = \"id\"\norganisation = \"body\"\n"
         "answers = { q = \"answer\", group = \"group\" }\n";
}

/// Rows of id, group, body and answer: as CSV, or a JSON object a line.
std::string rows(bool json) {
  const char* const words[] = {"the",  "library", "should", "open",   "late",   "parking", "costs",
                               "more", "sunday",  "bus",    "please", "please", "school",  "not"};
  std::mt19937 random(1);
  std::string out = json ? "" : "id,group,body,answer\n";
  for (int i = 0; i < responses; ++i) {
    const std::string id = "R" + std::to_string(i);
    const std::string group = "Group " + std::to_string(random() % 12);
    const std::string body = random() % 3 == 0 ? "Body " + std::to_string(random() % 500) : "";
    std::string answer;
    for (std::size_t n = 30 + random() % 170; n > 0; --n) {
      answer += words[random() % std::size(words)];
      answer += ' ';
    }
    out += json ? R"({"id":")" + id + R"(","group":")" + group + R"(","body":")" + body +
                      R"(","answer":")" + answer + "\"}\n"
                : id + ',' + group + ',' + body + ",\"" + answer + "\"\n";
  }
  return out;
}

template <class Made>
Made required(Made made, const char* what) {
  if (!made) throw std::runtime_error(what);
  return made;
}

std::shared_ptr<const consultation> assembled(const std::string& file, const std::string& bytes) {
  diagnostics remarks;
  assembly work(required(parse_manifest(manifest_of(file), "m", remarks), "the manifest"));
  for (auto wanted = work.wanted(); !wanted.empty(); wanted = work.wanted()) {
    if (wanted.front().path == file) {
      work.supply(file, bytes);
    } else {
      work.close(wanted.front().path);
    }
  }
  assembly_options options;
  options.run.threads = 1;
  return required(work.finish(options, remarks), "the consultation");
}

void intake(benchmark::State& state, bool json) {
  const std::string bytes = rows(json);
  for (auto _ : state) {
    benchmark::DoNotOptimize(assembled(json ? "f.jsonl" : "f.csv", bytes));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK_CAPTURE(intake, csv, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(intake, jsonl, true)->Unit(benchmark::kMillisecond);

const std::shared_ptr<const codings>& coded() {
  static const std::shared_ptr<const codings> made = [] {
    std::string book = "[codebook]\nlanguage = \"en\"\n";
    const char* const rules[] = {"late", "parking AND costs", "sunday NEAR/4 bus", "school", "not"};
    for (std::size_t i = 0; i < 40; ++i) {
      const std::string id = "t" + std::to_string(i);
      book += "\n[[theme]]\nid = \"" + id + "\"\nname = \"" + id + "\"\nmatch = ['";
      book += std::string(rules[i % std::size(rules)]) + "']\n";
      if (i % 4 != 0) book += "parent = \"t" + std::to_string(i - i % 4) + "\"\n";
    }
    diagnostics remarks;
    const auto by = required(parse_codebook(book, "b", remarks), "the codebook");
    return run_codings(assembled("f.csv", rows(false)), by, {1, {}});
  }();
  return made;
}

void tables(benchmark::State& state, unit counted, axis_kind by) {
  const std::shared_ptr<const codings> from = coded();  // Before the clock runs.
  table_spec spec;
  spec.unit = counted;
  spec.columns = {by, {}};
  if (by == axis_kind::option) spec.columns = parse_axis("group", *from->of());
  if (counted == unit::organisations) spec.base = base::included;
  for (auto _ : state) benchmark::DoNotOptimize(make_table(from, spec, {1, {}}));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * responses);
}
BENCHMARK_CAPTURE(tables, themes_of_responses, unit::responses, axis_kind::all)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tables, by_group, unit::responses, axis_kind::option)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tables, of_organisations_by_group, unit::organisations, axis_kind::option)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tables, of_mentions, unit::mentions, axis_kind::all)
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
