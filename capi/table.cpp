#include "guard.hpp"
#include "handles.hpp"

#include <heard/tables/render.hpp>
#include <heard/tables/sensitivity.hpp>

using namespace heard;
using namespace heard::capi;

namespace {

void check_value(int32_t value, int32_t last, const char* name) {
  if (value < 0 || value > last) bad_argument(std::string("\"") + name + "\" is unknown");
}

axis to_axis(const heard_axis& from, const consultation& of) {
  if (from.kind < HEARD_BY_NOTHING || from.kind > HEARD_BY_OPTION) {
    bad_argument("an axis has an unknown kind");
  }
  axis out{static_cast<axis_kind>(from.kind), {}};
  if (out.kind == axis_kind::option) {
    in_range(from.question, of.asked().questions().size(), "question");
    out.question = question_id(from.question);
  }
  return out;
}

coder_id find_coder(const codings& from, std::string_view name) {
  for (std::size_t i = 0; i < from.coders().size(); ++i) {
    if (from.coders()[i].name == name) return coder_id(i);
  }
  throw not_found("coder", name, from.coders(), &coder::name);
}

chapter_id find_chapter(const questionnaire& asked, const std::string& id) {
  if (const auto found = asked.find_chapter(id)) return *found;
  if (asked.find_question(id)) {
    throw error(status::not_found, "there is no chapter \"" + id + "\", it is a question");
  }
  throw not_found("chapter", id, asked.chapters(), &chapter::id);
}

table_spec to_spec(const heard_table_spec& from, const codings& in) {
  const consultation& of = *in.of();
  table_spec out;
  out.rows = to_axis(from.rows, of);
  out.columns = to_axis(from.columns, of);
  check_value(from.unit, HEARD_MENTIONS, "unit");
  check_value(from.base, HEARD_BASE_REVIEWED, "base");
  check_value(from.small_numbers, HEARD_SMALL_NUMBERS_K10_ROUND5, "small_numbers");
  check_value(from.view, HEARD_VIEW_CAMPAIGNS_EXCLUDED, "view");
  out.view = static_cast<campaign_view>(from.view);
  out.unit = static_cast<unit>(from.unit);
  out.base = static_cast<base>(from.base);
  if (from.question != nullptr) out.question = find_question(of, from.question);
  if (from.chapter != nullptr) out.chapter = find_chapter(of.asked(), from.chapter);
  if (from.coder != nullptr) out.coder = find_coder(in, from.coder);
  out.all_column = from.no_all == 0;
  out.small_numbers = static_cast<small_numbers>(from.small_numbers);
  return out;
}

}  // namespace

heard_status heard_axis_parse(const heard_consultation* consultation, const char* word,
                              heard_axis* out, heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = {HEARD_BY_NOTHING, 0};
    required(word, "word");
    const axis a = parse_axis(word, *required(consultation, "consultation").value);
    *out = {static_cast<heard_axis_kind>(a.kind), a.question.valid() ? a.question.value : 0};
  });
}

heard_status heard_table_new(const heard_codings* codings, const heard_table_spec* spec,
                             const heard_run_options* options, heard_table** out,
                             heard_error** err) {
  return guarded(err, [&] {
    heard_table*& result = out_handle(out);
    const auto& from = required(codings, "codings").value;
    required(spec, "spec");
    const table_spec what = to_spec(read_struct(spec, "heard_table_spec"), *from);
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    result = new heard_table{make_table(from, what, how)};
  });
}

void heard_table_shape(const heard_table* table, size_t* rows, size_t* columns) {
  if (rows != nullptr) *rows = table == nullptr ? 0 : table->value->rows().size();
  if (columns != nullptr) *columns = table == nullptr ? 0 : table->value->columns().size();
}

int32_t heard_table_overlap(const heard_table* table, int32_t axis) {
  if (table == nullptr || axis < 0 || axis > 1) return 0;
  return (axis == 0 ? table->value->rows_overlap() : table->value->columns_overlap()) ? 1 : 0;
}

heard_status heard_table_heading(const heard_table* table, int32_t axis, size_t index,
                                 heard_heading* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_heading");
    const heard::table& t = *required(table, "table").value;
    if (axis != 0 && axis != 1) bad_argument("\"axis\" is neither 0 nor 1");
    const auto& headings = axis == 0 ? t.rows() : t.columns();
    in_range(index, headings.size(), "index");
    const heading& h = headings[index];
    result.set({0, as_text(h.id), as_text(h.label), as_text(h.note), h.depth, 0});
  });
}

heard_status heard_table_cell(const heard_table* table, size_t row, size_t column, heard_cell* out,
                              heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_cell");
    const heard::table& t = *required(table, "table").value;
    in_range(row, t.rows().size(), "row");
    in_range(column, t.columns().size(), "column");
    const cell& c = t.cell(row, column);
    result.set({0, c.count, c.base, c.by_rule_only, c.applies ? 1 : 0, c.hidden ? 1 : 0});
  });
}

size_t heard_table_notes(const heard_table* table) {
  return table == nullptr ? 0 : table->value->notes().size();
}

const char* heard_table_note(const heard_table* table, size_t index) {
  if (table == nullptr || index >= table->value->notes().size()) return nullptr;
  return table->value->notes()[index].c_str();
}

heard_status heard_table_render(const heard_table* table, heard_format format, heard_buffer** out,
                                heard_error** err) {
  return guarded(err, [&] {
    heard_buffer*& result = out_handle(out);
    check_value(format, HEARD_MARKDOWN, "format");
    result = new heard_buffer{
        render(*required(table, "table").value, static_cast<table_format>(format))};
  });
}

heard_status heard_table_explain(const heard_table* table, size_t row, size_t column,
                                 heard_cell_sources** out, heard_error** err) {
  return guarded(err, [&] {
    heard_cell_sources*& result = out_handle(out);
    const heard::table& t = *required(table, "table").value;
    in_range(row, t.rows().size(), "row");
    in_range(column, t.columns().size(), "column");
    result = new heard_cell_sources{explain_cell(t, row, column)};
  });
}

size_t heard_cell_sources_count(const heard_cell_sources* sources) {
  return sources == nullptr ? 0 : sources->value.size();
}

heard_status heard_cell_sources_at(const heard_cell_sources* sources, size_t index,
                                   heard_cell_source* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_cell_source");
    const auto& all = required(sources, "sources").value;
    in_range(index, all.size(), "index");
    result.set({0, all[index].response.value, all[index].answer.value, all[index].coding.value, 0});
  });
}

void heard_cell_sources_free(heard_cell_sources* sources) {
  delete sources;
}

heard_status heard_sensitivity_new(const heard_codings* codings, const heard_table_spec* spec,
                                   const heard_run_options* options, heard_sensitivity** out,
                                   heard_error** err) {
  return guarded(err, [&] {
    heard_sensitivity*& result = out_handle(out);
    const auto& from = required(codings, "codings").value;
    table_spec what;
    if (spec != nullptr) what = to_spec(read_struct(spec, "heard_table_spec"), *from);
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    result = new heard_sensitivity{from->by(), make_sensitivity(from, what, how)};
  });
}

size_t heard_sensitivity_count(const heard_sensitivity* sensitivity) {
  return sensitivity == nullptr ? 0 : sensitivity->rows.size();
}

heard_status heard_sensitivity_at(const heard_sensitivity* sensitivity, size_t index,
                                  heard_sensitivity_row* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_sensitivity_row");
    const heard_sensitivity& from = required(sensitivity, "sensitivity");
    in_range(index, from.rows.size(), "index");
    const sensitivity_row& r = from.rows[index];
    result.set({0,
                {r.count[0], r.count[1], r.count[2]},
                {r.base[0], r.base[1], r.base[2]},
                {r.rank[0], r.rank[1], r.rank[2]},
                from.by->find(r.theme.id)->value,
                {r.hidden[0] ? 1 : 0, r.hidden[1] ? 1 : 0, r.hidden[2] ? 1 : 0},
                0});
  });
}

heard_status heard_sensitivity_render(const heard_sensitivity* sensitivity, heard_format format,
                                      heard_buffer** out, heard_error** err) {
  return guarded(err, [&] {
    heard_buffer*& result = out_handle(out);
    check_value(format, HEARD_MARKDOWN, "format");
    result = new heard_buffer{
        render(required(sensitivity, "sensitivity").rows, static_cast<table_format>(format))};
  });
}

void heard_sensitivity_free(heard_sensitivity* sensitivity) {
  delete sensitivity;
}

void heard_table_free(heard_table* table) {
  delete table;
}
