#include "commands.hpp"
#include "explain.hpp"
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
  std::string view = "as_decided";
  std::string question, chapter, coder;
  std::string small_numbers = "none";
  bool no_all = false;
  bool cache = false;
  bool sensitivity = false;
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

// The value of a word, or a failure that lists the words there are.
int32_t value_of(heard_set set, const std::string& word, const char* what) {
  std::string listed;
  for (std::size_t i = 0; i < heard_words_count(set); ++i) {
    const char* each = heard_words_at(set, static_cast<int32_t>(i));
    if (word == each) return static_cast<int32_t>(i);
    listed += (i == 0 ? "" : ", ") + std::string(each);
  }
  throw failure(HEARD_NOT_FOUND,
                std::string("there is no ") + what + " \"" + word + "\"; there are " + listed);
}

heard_format format_of(const std::string& word) {
  if (word == "csv") return HEARD_CSV;
  if (word == "json") return HEARD_JSON;
  if (word == "markdown") return HEARD_MARKDOWN;
  throw failure(HEARD_NOT_FOUND,
                "there is no format \"" + word + "\"; there are csv, json, markdown");
}

// A table of nothing but bases of 0 looks like a result.
void warn_of_nothing(const project& p, const heard_table* of, const std::string& question,
                     const manner& how) {
  std::size_t rows = 0;
  std::size_t columns = 0;
  heard_table_shape(of, &rows, &columns);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const auto cell = fill<heard_cell>(
          [&](auto out, auto err) { return heard_table_cell(of, row, column, out, err); });
      if (cell.base != 0) return;
    }
  }
  std::string message = "nobody is in any base of this table";
  for (std::size_t i = 0; i < heard_consultation_count(p.consultation.get(), HEARD_CHAPTER); ++i) {
    const auto chapter = fill<heard_named>([&](auto out, auto err) {
      return heard_consultation_named(p.consultation.get(), HEARD_CHAPTER, i, out, err);
    });
    if (to_string(chapter.id) != question) continue;
    message += ": as a question, \"" + question +
               "\" is what was said to the chapter as a whole; --chapter " + question +
               " counts its questions";
  }
  print_warning("heard", message, how);
}

void print_buffer(const buffer& text) {
  std::size_t size = 0;
  const char* bytes = heard_buffer_data(text.get(), &size);
  std::cout.write(bytes, static_cast<std::streamsize>(size));
}

int make_table(const table_arguments& arguments, const manner& how) {
  const heard_format format = format_of(arguments.format);
  if (!arguments.explain.empty() && format == HEARD_CSV) {
    throw failure(HEARD_BAD_ARGUMENT, "--explain prints text, or with --format json JSON lines");
  }
  project p = load(arguments.manifest, how);
  p.cache = arguments.cache;
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
  spec.small_numbers = value_of(HEARD_SMALL_NUMBERS, arguments.small_numbers, "preset");
  spec.view = value_of(HEARD_CAMPAIGN_VIEWS, arguments.view, "view");
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  options.threads = how.threads;
  if (arguments.sensitivity) {
    const auto s = make<sensitivity>([&](auto out, auto err) {
      return heard_sensitivity_new(c.get(), &spec, &options, out, err);
    });
    print_buffer(make<buffer>(
        [&](auto out, auto err) { return heard_sensitivity_render(s.get(), format, out, err); }));
    return 0;
  }
  const auto t = make<table>(
      [&](auto out, auto err) { return heard_table_new(c.get(), &spec, &options, out, err); });
  warn_of_nothing(p, t.get(), arguments.question, how);
  if (arguments.explain.empty()) {
    print_buffer(make<buffer>(
        [&](auto out, auto err) { return heard_table_render(t.get(), format, out, err); }));
    return 0;
  }
  explain_cell(p, c.get(), t.get(), arguments.explain[0], arguments.explain[1],
               format == HEARD_JSON);
  return 0;
}

}  // namespace

void add_table(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<table_arguments>();
  CLI::App* command =
      app.add_subcommand("table", "Count themes, answers or choices, by whom or where");
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
  command
      ->add_option("--small-numbers", arguments->small_numbers,
                   "Hide them as if the table were published alone: none, k5 or k10_round5")
      ->capture_default_str();
  command
      ->add_option("--view", arguments->view,
                   "How campaigns count: as_decided, all, campaigns_as_one, campaigns_excluded")
      ->capture_default_str();
  command->add_flag("--sensitivity", arguments->sensitivity,
                    "Instead of the table, each theme's rank in the three views of campaigns");
  command->add_flag("--no-all", arguments->no_all, "No column \"All\"");
  command
      ->add_option("--explain", arguments->explain, "Instead of the table, what is behind one cell")
      ->expected(2)
      ->type_name("ROW COLUMN");
  add_cache_option(*command, arguments->cache);
  command->footer(
      "Example:\n  heard table consultation.toml --rows theme --columns category --question c1q1");
  command->callback([=] { run([=](const manner& how) { return make_table(*arguments, how); }); });
}

}  // namespace cli
