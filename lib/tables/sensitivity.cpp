#include <heard/base/escape.hpp>
#include <heard/tables/sensitivity.hpp>
#include <heard/tables/share.hpp>
#include <heard/tables/small_numbers.hpp>

#include <algorithm>
#include <string_view>

namespace heard {

namespace {

constexpr std::array<campaign_view, 3> views = {campaign_view::all, campaign_view::as_one,
                                                campaign_view::excluded};
constexpr std::array<std::string_view, 3> view_labels = {"All responses", "Campaigns as one",
                                                         "Without campaigns"};

std::string rank_of(const sensitivity_row& row, std::size_t view, std::string_view none) {
  if (row.hidden[view]) return std::string(hidden_mark);
  return row.rank[view] == 0 ? std::string(none) : std::to_string(row.rank[view]);
}

std::string count_of(const sensitivity_row& row, std::size_t view) {
  return row.hidden[view] ? std::string(hidden_mark) : std::to_string(row.count[view]);
}

std::string in_csv(const std::vector<sensitivity_row>& rows) {
  std::string out = "theme,label,view,rank,count,base,share\r\n";
  for (const sensitivity_row& row : rows) {
    for (std::size_t i = 0; i < views.size(); ++i) {
      out += csv_text(row.theme.id) + ',' + csv_text(row.theme.label) + ',';
      out += word(views[i]);
      out += ',' + rank_of(row, i, "") + ',' + count_of(row, i) + ',' +
             std::to_string(row.base[i]) + ',' +
             (row.hidden[i] ? std::string(hidden_mark) : share(row.count[i], row.base[i])) + "\r\n";
    }
  }
  return out;
}

std::string in_json(const std::vector<sensitivity_row>& rows) {
  std::string out = "[";
  for (const sensitivity_row& row : rows) {
    out += out.size() == 1 ? "\n" : ",\n";
    out +=
        "  {\"theme\": " + json_text(row.theme.id) + ", \"label\": " + json_text(row.theme.label);
    for (std::size_t i = 0; i < views.size(); ++i) {
      const bool hidden = row.hidden[i];
      out += ", \"" + std::string(word(views[i])) +
             "\": {\"rank\": " + (hidden ? std::string("null") : rank_of(row, i, "null")) +
             ", \"count\": " + (hidden ? std::string("null") : count_of(row, i)) +
             ", \"base\": " + std::to_string(row.base[i]) +
             (hidden ? ", \"suppressed\": true}" : "}");
    }
    out += "}";
  }
  return out + (rows.empty() ? "]\n" : "\n]\n");
}

std::string in_markdown(const std::vector<sensitivity_row>& rows) {
  std::string out = "| Theme |";
  for (const std::string_view label : view_labels) out += " " + std::string(label) + " |";
  out += "\n| --- | ---: | ---: | ---: |\n";
  bool any_hidden = false;
  for (const sensitivity_row& row : rows) {
    out += "| ";
    for (unsigned i = 0; i < row.theme.depth; ++i) out += "&emsp;";
    out += markdown_text(row.theme.label, " ", false) + " |";
    for (std::size_t i = 0; i < views.size(); ++i) {
      any_hidden = any_hidden || row.hidden[i];
      out += " " + rank_of(row, i, "-") + " (" + count_of(row, i) + " of " +
             std::to_string(row.base[i]) + ") |";
    }
    out += "\n";
  }
  out += "\n- The rank of each theme among all themes, and how many units have it\n";
  if (any_hidden) out += "- " + markdown_text(hidden_note(), " ") + "\n";
  return out;
}

}  // namespace

void rank(std::vector<sensitivity_row>& rows) {
  for (sensitivity_row& row : rows) {
    for (std::size_t i = 0; i < views.size(); ++i) {
      row.rank[i] = 0;
      if (row.hidden[i] || row.count[i] == 0) continue;
      row.rank[i] = 1;
      for (const sensitivity_row& other : rows) {
        row.rank[i] += !other.hidden[i] && other.count[i] > row.count[i] ? 1 : 0;
      }
    }
  }
}

std::vector<sensitivity_row> make_sensitivity(std::shared_ptr<const codings> from, table_spec spec,
                                              const run_options& options) {
  spec.rows = {axis_kind::theme, {}};
  spec.columns = {axis_kind::all, {}};
  const auto tables = make_views(std::move(from), spec, options);
  std::vector<sensitivity_row> out(tables[0]->rows().size());
  for (std::size_t row = 0; row < out.size(); ++row) {
    out[row].theme = tables[0]->rows()[row];
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const cell& here = tables[i]->cell(row, 0);
      out[row].count[i] = here.count;
      out[row].base[i] = here.base;
      out[row].hidden[i] = here.hidden;
    }
  }
  rank(out);
  return out;
}

std::string render(const std::vector<sensitivity_row>& rows, table_format format) {
  switch (format) {
    case table_format::csv:
      return in_csv(rows);
    case table_format::json:
      return in_json(rows);
    case table_format::markdown:
      return in_markdown(rows);
  }
  return {};
}

}  // namespace heard
