#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct table_arguments {
  std::string manifest;
  std::string rows = "theme";
  std::string columns = "all";
  std::string unit = "responses";
  std::string base = "answered";
  std::string format = "markdown";
  std::string question, chapter, coder;
  bool no_all = false;
  std::vector<std::string> explain;
};

const char* or_null(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

heard_axis parse_axis(const project& p, const std::string& word) {
  heard_axis out{};
  error e;
  e.check(heard_axis_parse(p.consultation.get(), word.c_str(), &out, e.out()));
  return out;
}

// By id; the words that --explain takes.
std::size_t find_heading(heard_table* table, int32_t axis, const std::string& id) {
  std::size_t shape[2] = {0, 0};
  heard_table_shape(table, &shape[0], &shape[1]);
  for (std::size_t i = 0; i < shape[axis]; ++i) {
    const auto heading = fill<heard_heading>(
        [&](auto out, auto err) { return heard_table_heading(table, axis, i, out, err); });
    if (to_string(heading.id) == id) return i;
  }
  throw failure(HEARD_NOT_FOUND, std::string("the table has no ") + (axis == 0 ? "row" : "column") +
                                     " \"" + id + "\"");
}

// One JSON line for each answer behind a cell: ids and byte places, no words.
void print_evidence(const project& p, heard_codings* codings, const heard_cell_source& source) {
  const auto of = p.consultation.get();
  const auto response = fill<heard_response>([&](auto out, auto err) {
    return heard_consultation_response(of, source.response, out, err);
  });
  std::cout << "{\"response\":" << json(to_string(response.id));
  if (source.answer != HEARD_NONE) {
    const auto answer = fill<heard_answer>(
        [&](auto out, auto err) { return heard_consultation_answer(of, source.answer, out, err); });
    const auto question = fill<heard_question>([&](auto out, auto err) {
      return heard_consultation_question(of, answer.question, out, err);
    });
    std::cout << ",\"question\":" << json(to_string(question.id))
              << ",\"file\":" << json(answer.file) << ",\"row\":" << answer.row
              << ",\"column\":" << answer.column;
  }
  if (source.coding != HEARD_NONE) {
    const auto coding = fill<heard_coding>(
        [&](auto out, auto err) { return heard_codings_at(codings, source.coding, out, err); });
    const auto theme = fill<heard_theme>([&](auto out, auto err) {
      return heard_codebook_theme(p.codebook.get(), coding.theme, out, err);
    });
    std::cout << ",\"theme\":" << json(to_string(theme.id))
              << ",\"by\":" << json(heard_words_at(HEARD_CODER_KINDS, coding.kind))
              << ",\"evidence\":[";
    for (std::size_t i = 0; i < coding.evidence; ++i) {
      const auto e = fill<heard_evidence>([&](auto out, auto err) {
        return heard_codings_evidence(codings, source.coding, i, out, err);
      });
      std::cout << (i == 0 ? "" : ",") << '[' << e.first << ',' << e.last << ']';
    }
    std::cout << ']';
  }
  std::cout << "}\n";
}

// The value of a word, or a failure that lists the words there are.
int32_t value_of(heard_set set, const std::string& word, const char* what) {
  std::string known;
  for (std::size_t i = 0; i < heard_words_count(set); ++i) {
    const char* each = heard_words_at(set, static_cast<int32_t>(i));
    if (word == each) return static_cast<int32_t>(i);
    known += (i == 0 ? "" : ", ") + std::string(each);
  }
  throw failure(HEARD_NOT_FOUND,
                std::string("there is no ") + what + " \"" + word + "\"; there are " + known);
}

heard_format format_of(const std::string& word) {
  if (word == "csv") return HEARD_CSV;
  if (word == "json") return HEARD_JSON;
  if (word == "markdown") return HEARD_MARKDOWN;
  throw failure(HEARD_NOT_FOUND,
                "there is no format \"" + word + "\"; there are csv, json, markdown");
}

int make_table(const table_arguments& arguments, const manner& how) {
  const heard_format format = format_of(arguments.format);
  const project p = load(arguments.manifest, how);
  const codings c = run_codings(p, how);
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  spec.rows = parse_axis(p, arguments.rows);
  spec.columns = parse_axis(p, arguments.columns);
  spec.unit = value_of(HEARD_UNITS, arguments.unit, "unit");
  spec.base = value_of(HEARD_BASES, arguments.base, "base");
  spec.question = or_null(arguments.question);
  spec.chapter = or_null(arguments.chapter);
  spec.coder = or_null(arguments.coder);
  spec.no_all = arguments.no_all ? 1 : 0;
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  options.threads = how.threads;
  const auto t = make<table>(
      [&](auto out, auto err) { return heard_table_new(c.get(), &spec, &options, out, err); });
  if (arguments.explain.empty()) {
    const auto text = make<buffer>(
        [&](auto out, auto err) { return heard_table_render(t.get(), format, out, err); });
    std::size_t size = 0;
    const char* bytes = heard_buffer_data(text.get(), &size);
    std::cout.write(bytes, static_cast<std::streamsize>(size));
    return 0;
  }
  const std::size_t row = find_heading(t.get(), 0, arguments.explain[0]);
  const std::size_t column = find_heading(t.get(), 1, arguments.explain[1]);
  const auto sources = make<cell_sources>(
      [&](auto out, auto err) { return heard_table_explain(t.get(), row, column, out, err); });
  for (std::size_t i = 0; i < heard_cell_sources_count(sources.get()); ++i) {
    print_evidence(p, c.get(), fill<heard_cell_source>([&](auto out, auto err) {
                     return heard_cell_sources_at(sources.get(), i, out, err);
                   }));
  }
  return 0;
}

}  // namespace

void add_table(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<table_arguments>();
  CLI::App* command = app.add_subcommand("table", "Count: themes, questions, categories ...");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  const char* axes =
      "all, theme, question, chapter, channel, capacity, category, or a closed question's id";
  command->add_option("--rows", arguments->rows, axes)->capture_default_str();
  command->add_option("--columns", arguments->columns, axes)->capture_default_str();
  command
      ->add_option("--unit", arguments->unit,
                   "responses, respondents, organisations, answers or mentions")
      ->capture_default_str();
  command
      ->add_option(
          "--base", arguments->base,
          "What shares are shares of: received, included, asked, answered, substantive, reviewed")
      ->capture_default_str();
  command->add_option("--format", arguments->format, "csv, json or markdown")
      ->capture_default_str();
  command->add_option("--question", arguments->question, "Only what was said there");
  command->add_option("--chapter", arguments->chapter, "Only what was said there");
  command->add_option("--coder", arguments->coder,
                      "Only this coder's codings, whatever the precedence");
  command->add_flag("--no-all", arguments->no_all, "No column \"All\"");
  command
      ->add_option("--explain", arguments->explain, "Instead of the table, what is behind one cell")
      ->expected(2)
      ->type_name("ROW COLUMN");
  command->callback([=] { run([=](const manner& how) { return make_table(*arguments, how); }); });
}

}  // namespace cli
