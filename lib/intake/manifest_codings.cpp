#include "intake/manifest_reader.hpp"
#include "toml/checks.hpp"

#include <string>
#include <utility>

namespace heard {

namespace {

// One [[source.coding]].
class coding_reading {
 public:
  coding_reading(manifest_reading& reading, const toml::value& table, bool rows_are_answers,
                 const toml::names& answered)
      : reading_(reading),
        in_(table, reading.out),
        out_(reading.out),
        rows_are_answers_(rows_are_answers),
        answered_(answered) {}

  coding_source run() {
    read_coder();
    read_question();
    const toml::value* columns = in_.find("columns", toml::kind::table);
    const toml::value* column = in_.find("column");
    if (columns != nullptr && column != nullptr) {
      out_.error(columns->where, "\"column\" and \"columns\" cannot both be given");
    } else if (in_.find("columns") == nullptr && column == nullptr) {
      in_.missing("columns");
    }
    if (columns != nullptr) read_columns(*columns);
    if (const auto text = read_column(in_, "column")) coding_.column = *text;
    read_values(column != nullptr);
    coding_.separator = read_separator(in_);
    goes_with("separator", "column", column != nullptr);
    coding_.ticked = read_texts(in_, "ticked");
    goes_with("ticked", "columns", in_.find("columns") != nullptr);
    coding_.review = in_.boolean("review").value_or(true);
    in_.done();
    const toml::extent where = in_.table().where;
    coding_.where = {coding_.coder.name, where.first, where.last - where.first};
    return std::move(coding_);
  }

 private:
  void read_coder() {
    constexpr std::string_view kinds[] = {"human", "model", "adjudicated"};
    const toml::value* name = in_.need_filled("coder");
    const std::optional<std::size_t> kind = in_.word("kind", kinds);
    if (in_.find("kind") == nullptr) in_.missing("kind");
    coding_.coder.model = in_.text("model");
    coding_.coder.version = in_.text("version");
    coding_.coder.when = read_when();
    if (kind) coding_.coder.kind = *from_word<coder_kind>(kinds[*kind]);
    if (name == nullptr) return;
    coding_.coder.name = name->text;
    if (name->text == "rule") {
      out_.error(name->where, "coder \"rule\" is taken by the rules of the codebook");
    }
    if (!kind) return;
    const auto [at, fresh] = reading_.coders.emplace(name->text, coding_.coder.kind);
    if (!fresh && at->second != coding_.coder.kind) {
      out_.error(name->where, "coder " + toml::quoted(name->text) + " is " +
                                  std::string(word(at->second)) + " elsewhere");
    }
  }

  // A day, a day and time, or what a model's log says.
  std::string read_when() {
    const toml::value* when = in_.find("when");
    if (when == nullptr) return {};
    if (when->kind == toml::kind::date || when->kind == toml::kind::date_time) {
      return to_string(when->when);
    }
    return in_.text("when");
  }

  void read_question() {
    const toml::value* id = in_.filled("question");
    if (id == nullptr) {
      if (in_.find("question") == nullptr && !rows_are_answers_) in_.missing("question");
      return;
    }
    coding_.question = id->text;
    if (reading_.question(id->text, id->where) == nullptr) return;
    if (!answered_.has(id->text)) {
      out_.error(id->where,
                 "question " + toml::quoted(id->text) + " has no answers in this source");
    }
  }

  void read_columns(const toml::value& columns) {
    if (columns.entries.empty()) out_.error(columns.where, "\"columns\" is empty");
    for (const toml::entry& e : columns.entries) {
      check_theme(e);
      if (!toml::filled_text(e.value, toml::quoted(e.key), out_)) continue;
      coding_.ticks.emplace_back(e.key, text_of(e.value));
    }
  }

  void read_values(bool one_column) {
    cell_meanings cells(out_);
    const toml::value* values = in_.find("values", toml::kind::table);
    if (values != nullptr) {
      if (values->entries.empty()) out_.error(values->where, "\"values\" is empty");
      for (const toml::entry& e : values->entries) {
        check_theme(e);
        cells.add(e, e.key, coding_.values);
      }
    } else if (one_column && in_.find("values") == nullptr) {
      in_.missing("values");
    }
    for (const toml::value* text : in_.texts("ignore")) {
      cells.add(*text, "");
      coding_.ignore.push_back(text->text);
    }
    goes_with("values", "column", one_column);
    goes_with("ignore", "column", one_column);
  }

  // Whether the codebook has the theme is checked when there is a codebook.
  void check_theme(const toml::entry& e) {
    if (toml::valid_id(e.key)) return;
    out_.error(e.where, toml::quoted(e.key) + " is no theme's id: " + std::string(toml::id_rule));
  }

  void goes_with(std::string_view key, std::string_view with, bool given) {
    const toml::value* found = in_.find(key);
    if (found == nullptr || given) return;
    out_.error(found->where, toml::quoted(key) + " goes with " + toml::quoted(with));
  }

  manifest_reading& reading_;
  toml::table_reader in_;
  toml::faults& out_;
  bool rows_are_answers_;
  const toml::names& answered_;
  coding_source coding_;
};

}  // namespace

void read_codings(manifest_reading& reading, toml::table_reader& source, data_source& into,
                  const toml::names& answered) {
  const bool rows_are_answers = into.rows_are_answers.has_value();
  for (const toml::value* table : source.tables("coding")) {
    into.codings.push_back(coding_reading(reading, *table, rows_are_answers, answered).run());
  }
}

}  // namespace heard
