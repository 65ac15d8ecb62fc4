#include "intake/manifest_reader.hpp"
#include "intake/white_space.hpp"
#include "toml/checks.hpp"

#include <string>
#include <utility>

namespace heard {

namespace {

// One entry of `answers`: a question's id, and where its answer stands.
class answer_reading {
 public:
  answer_reading(toml::faults& out, const toml::entry& from, const question_shape* shape)
      : out_(out), from_(from), shape_(shape) {
    const toml::extent where = toml::whole(from);
    answer_.question = from.key;
    answer_.where = {from.key, where.first, where.last - where.first};
  }

  answer_source run() {
    const toml::value& value = from_.value;
    if (value.kind == toml::kind::text) {
      if (toml::filled_text(value, toml::quoted(from_.key), out_)) answer_.column = text_of(value);
    } else if (value.kind == toml::kind::table) {
      toml::table_reader in(value, out_);
      read_table(in);
      in.done();
    } else {
      out_.error(value.where, toml::quoted(from_.key) + " must be a column or a table, not " +
                                  std::string(toml::name(value.kind)));
    }
    return std::move(answer_);
  }

 private:
  bool open() const { return shape_ != nullptr && shape_->open(); }
  bool closed() const { return shape_ != nullptr && shape_->closed(); }

  void read_table(toml::table_reader& in) {
    const toml::value* column = in.find("column");
    const toml::value* columns = in.find("columns");
    if (column != nullptr && columns != nullptr) {
      out_.error(columns->where, "\"column\" and \"columns\" cannot both be given");
    } else if (column == nullptr && columns == nullptr) {
      in.missing("column");
    }
    if (const auto text = read_column(in, "column")) answer_.column = *text;
    if (columns != nullptr) read_columns(*columns);
    read_separator_of(in, columns != nullptr);
    read_ticked(in, columns);
    answer_.wording = in.text("wording");
    if (const auto assigned = in.boolean("assigned")) {
      answer_.assigned = *assigned;
      if (*assigned && open()) {
        out_.error(in.find("assigned")->where, "\"assigned\" is for closed questions");
      }
    }
  }

  void read_columns(const toml::value& columns) {
    if (columns.kind == toml::kind::table) {
      if (open()) {
        out_.error(columns.where,
                   "\"columns\" of an open question is a list; this is a table of options");
      }
      for (const toml::entry& e : columns.entries) read_tick(e);
    } else if (columns.kind == toml::kind::list) {
      if (closed()) {
        out_.error(columns.where,
                   "\"columns\" of a closed question is a table of options; this is a list");
      }
      for (const toml::value& part : columns.items) {
        if (!toml::filled_text(part, "an entry of \"columns\"", out_)) continue;
        new_column(part);
        answer_.parts.push_back(text_of(part));
      }
    } else {
      out_.error(columns.where, "\"columns\" must be a table of options or a list, not " +
                                    std::string(toml::name(columns.kind)));
      return;
    }
    if (columns.items.empty() && columns.entries.empty()) {
      out_.error(columns.where, "\"columns\" is empty");
    }
  }

  void read_tick(const toml::entry& e) {
    if (closed() && !shape_->options.has(e.key)) {
      out_.unknown(e.where, "option", e.key, shape_->options.all());
    }
    if (!toml::filled_text(e.value, toml::quoted(e.key), out_)) return;
    new_column(e.value);
    answer_.ticks.emplace_back(e.key, text_of(e.value));
  }

  void new_column(const toml::value& column) {
    if (seen_.add(normalised_space(column.text), column.where)) return;
    out_.error(column.where, "column " + toml::quoted(column.text) + " stands here twice");
  }

  void read_separator_of(toml::table_reader& in, bool several_columns) {
    answer_.separator = read_separator(in);
    const toml::value* separator = in.find("separator");
    if (separator == nullptr) return;
    if (shape_ != nullptr && shape_->kind && *shape_->kind != question_kind::multiple) {
      out_.error(separator->where, "\"separator\" is for multiple questions, and " +
                                       toml::quoted(from_.key) + " is " +
                                       std::string(word(*shape_->kind)));
    } else if (several_columns) {
      out_.error(separator->where, "\"separator\" goes with \"column\", not with \"columns\"");
    }
  }

  void read_ticked(toml::table_reader& in, const toml::value* columns) {
    answer_.ticked = read_texts(in, "ticked");
    const toml::value* ticked = in.find("ticked");
    if (ticked == nullptr) return;
    if (columns == nullptr || columns->kind != toml::kind::table) {
      out_.error(ticked->where, "\"ticked\" goes with a table of \"columns\"");
    } else if (ticked->kind == toml::kind::list && ticked->items.empty()) {
      out_.error(ticked->where, "\"ticked\" is empty");
    }
  }

  toml::faults& out_;
  const toml::entry& from_;
  const question_shape* shape_;
  answer_source answer_;
  toml::names seen_;
};

}  // namespace

void read_answers(manifest_reading& reading, toml::table_reader& source, data_source& into,
                  toml::names& answered) {
  const toml::value* answers = source.find("answers", toml::kind::table);
  if (answers == nullptr) return;
  if (answers->entries.empty()) reading.out.error(answers->where, "\"answers\" is empty");
  for (const toml::entry& e : answers->entries) {
    const question_shape* shape = reading.question(e.key, e.where);
    answered.add(e.key, e.where);
    into.answers.push_back(answer_reading(reading.out, e, shape).run());
  }
}

void read_long(manifest_reading& reading, toml::table_reader& source, data_source& into,
               toml::names& answered) {
  const toml::value* table = source.find("long", toml::kind::table);
  if (table == nullptr) return;
  if (source.find("response_id") == nullptr) {
    reading.out.error(table->where,
                      "\"long\" needs \"response_id\": rows with one id are one response");
  }
  toml::table_reader in(*table, reading.out);
  long_layout out;
  if (const auto column = read_column(in, "question")) out.question_column = *column;
  if (const auto column = read_column(in, "answer")) out.answer_column = *column;
  for (const std::string_view key : {"question", "answer"}) {
    if (in.find(key) == nullptr) in.missing(key);
  }
  if (const toml::value* values = in.need("values", toml::kind::table)) {
    if (values->entries.empty()) reading.out.error(values->where, "\"values\" is empty");
    cell_meanings cells(reading.out);
    for (const toml::entry& e : values->entries) {
      (void)reading.question(e.key, e.where);
      if (!answered.add(e.key, e.where)) {
        reading.out.error(e.where, "question " + toml::quoted(e.key) +
                                       " is in \"answers\" of this source already");
      }
      cells.add(e, e.key, out.values);
    }
  }
  in.done();
  into.rows_are_answers = std::move(out);
}

}  // namespace heard
