#include "report/audit.hpp"

#include "report/read_back.hpp"

#include <heard/base/error.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace heard::reporting {

namespace {

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos;
}

class auditor {
 public:
  explicit auditor(const published_numbers& of) : of_(of) {
    for (std::size_t table = 0; table < of.tables().size(); ++table) {
      const auto& known = of.tables()[table];
      by_title_[without_blanks(known.title)].push_back(table);
      auto& labels = labels_.emplace_back();
      for (std::size_t i = 0; i < known.rows.size(); ++i) {
        labels.rows[without_blanks(known.rows[i].label)].push_back(i);
      }
      for (std::size_t i = 0; i < known.columns.size(); ++i) {
        labels.columns.emplace(without_blanks(known.columns[i].label), i);
      }
    }
    // The codebook in the annex has the figures of all questions together.
    if (const auto all = of.find("themes-by-chapter")) {
      by_title_[without_blanks("Themes and their rules")].push_back(*all);
    }
  }

  void look_at(const report_file& file) {
    file_ = file.path;
    const std::size_t slash = file.path.rfind('/');
    const std::string name = file.path.substr(slash + 1);
    if (file.path.ends_with(".csv")) {
      table_file(name.substr(0, name.size() - 4), read_csv(file.bytes));
    } else if (file.path.ends_with(".json")) {
      json(read_json(file.bytes));
    } else if (file.path.ends_with(".md")) {
      page(read_markdown(file.bytes));
    } else if (file.path.ends_with(".html")) {
      page(read_html(file.bytes));
    }
  }

  // What all the files tell is what was judged: whether that leaves each hidden number its values.
  void bound() const {
    const auto away = of_.guard().given_away();
    if (!away) return;
    if (away->table == of_.tables().size()) {
      throw error(status::refused,
                  "what is published gives away a small number that is what two others leave");
    }
    const auto& known = of_.tables()[away->table];
    throw error(status::refused, "tables/" + known.name + ".csv: what is published gives away " +
                                     place(*away) + ", which small numbers hide");
  }

 private:
  using cell_place = small_number_guard::place;

  [[nodiscard]] std::string place(const cell_place& at) const {
    const auto& known = of_.tables()[at.table];
    return "row \"" + known.rows[at.row].id + "\", column \"" + known.columns[at.column].id + '"';
  }

  [[noreturn]] void refuse(const cell_place& at) const {
    throw error(status::refused, file_ + " tells a number that small numbers hide: table \"" +
                                     of_.tables()[at.table].name + "\", " + place(at));
  }

  [[nodiscard]] bool hidden(const cell_place& at) const {
    return of_.guard().hidden(at.table, at.row, at.column);
  }

  [[nodiscard]] bool as_judged(const cell_place& at, std::uint64_t count) const {
    const auto value = static_cast<std::uint64_t>(of_.guard().value(at.table, at.row, at.column));
    return count == rounded(value, of_.rule().round);
  }

  void tells(const cell_place& at, std::uint64_t count) const {
    if (hidden(at)) refuse(at);
    if (as_judged(at, count)) return;
    throw error(status::refused, file_ + " tells another number than was counted: table \"" +
                                     of_.tables()[at.table].name + "\", " + place(at));
  }

  [[nodiscard]] std::size_t table_named(std::string_view name) const {
    const auto found = of_.find(name);
    if (found) return *found;
    throw error(status::refused, file_ + ": table \"" + std::string(name) +
                                     "\" is not among those whose small numbers were looked at");
  }

  // An id that a spreadsheet would run has an apostrophe before it in CSV.
  static std::map<std::string, std::size_t, std::less<>>::const_iterator find_id(
      const std::map<std::string, std::size_t, std::less<>>& in, std::string_view id) {
    const auto found = in.find(id);
    return found != in.end() || !id.starts_with('\'') ? found : in.find(id.substr(1));
  }

  [[nodiscard]] cell_place at(std::size_t table, std::string_view row,
                              std::string_view column) const {
    const auto& known = of_.tables()[table];
    const auto down = find_id(known.row_at, row);
    const auto across = find_id(known.column_at, column);
    if (down == known.row_at.end() || across == known.column_at.end()) {
      throw error(status::refused, file_ + ": table \"" + known.name +
                                       "\" has a cell whose small numbers were not looked at");
    }
    return {table, down->second, across->second};
  }

  void table_file(const std::string& name, const std::vector<std::vector<std::string>>& lines) {
    const std::size_t table = table_named(name);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::vector<std::string>& cells = lines[i];
      if (cells.size() < 10) continue;
      const cell_place here = at(table, cells[0], cells[2]);
      if (const auto count = leading_number(cells[5])) tells(here, *count);
      // A share or a part of a count is a count too.
      if (hidden(here) && (has_digit(cells[5]) || has_digit(cells[8]) || has_digit(cells[9]))) {
        refuse(here);
      }
    }
  }

  void figure(const cell_place& here, const json_node& of) const {
    const json_node* count = of.find("count");
    if (count != nullptr && count->is == json_node::kind::number) {
      tells(here, leading_number(count->text).value_or(0));
    }
    if (!hidden(here)) return;
    for (const std::string_view key : {"share", "by_rule_only"}) {
      const json_node* told = of.find(key);
      if (told != nullptr && told->is != json_node::kind::null) refuse(here);
    }
  }

  void json(const json_node& of) const {
    const json_node* rows = of.find("rows");
    const json_node* columns = of.find("columns");
    if (rows != nullptr && columns != nullptr) {
      const std::size_t table = table_named(of.text_of("name"));
      for (const auto& [none, row] : rows->members) {
        const json_node* cells = row.find("cells");
        if (cells == nullptr) continue;
        for (std::size_t i = 0; i < cells->members.size() && i < columns->members.size(); ++i) {
          figure(at(table, row.text_of("id"), columns->members[i].second.text_of("id")),
                 cells->members[i].second);
        }
      }
    }
    const json_node* figures = of.find("figures");
    const json_node* themes = of.find("themes");
    if (figures != nullptr && themes != nullptr && themes->is == json_node::kind::array) {
      const std::size_t table = table_named(figures->text_of("name"));
      for (const auto& [none, theme] : themes->members) {
        const cell_place here = at(table, theme.text_of("id"), "all");
        if (const json_node* told = theme.find("figure")) figure(here, *told);
        if (hidden(here) && theme.find("stances") != nullptr) refuse(here);
      }
    }
    if (const json_node* told = of.find("campaigns")) campaigns(*told);
    for (const auto& [key, member] : of.members) {
      if (!member.members.empty()) json(member);
    }
  }

  // A campaign has a figure of each of two tables.
  void campaigns(const json_node& of) const {
    const json_node* list = of.find("list");
    if (list == nullptr) return;
    for (const auto& [none, each] : list->members) {
      for (const auto& [table, column] :
           {std::pair{"campaigns", "responses"}, std::pair{"campaigns-own-words", "own_words"}}) {
        const json_node* told = each.find(column);
        if (told != nullptr) figure(at(table_named(table), each.text_of("id"), column), *told);
      }
    }
  }

  // Where a page says something of a row: under names, which two tables may share. A number is told
  // wrongly where every table that it may be of hides it.
  void tells_of_name(const std::vector<std::size_t>& tables, const std::string& row,
                     std::optional<std::string> column, std::string_view text) const {
    std::optional<cell_place> bad;
    const std::string down = without_blanks(row);
    for (const std::size_t table : tables) {
      const auto rows = labels_[table].rows.find(down);
      if (rows == labels_[table].rows.end()) continue;
      std::size_t across = 0;
      if (column) {
        const auto found = labels_[table].columns.find(*column);
        if (found == labels_[table].columns.end()) continue;
        across = found->second;
      }
      for (const std::size_t each : rows->second) {
        const cell_place here{table, each, across};
        const auto count = leading_number(text);
        if (!hidden(here)) return;
        if (count || (has_digit(text) && !text.starts_with(hidden_mark))) bad = here;
      }
    }
    if (bad) refuse(*bad);
  }

  void page(const std::vector<page_part>& parts) const {
    using kind = page_part::kind;
    const std::vector<std::size_t>* captioned = nullptr;
    const std::vector<std::size_t>* section = nullptr;
    std::string theme;
    std::vector<std::string> header;
    for (const page_part& each : parts) {
      const std::string& text = each.cells.empty() ? theme : each.cells[0];
      if (each.is != kind::row && each.is != kind::caption) captioned = nullptr;
      switch (each.is) {
        case kind::heading:
          if (each.level < 4) section = tables_called(text);
          theme = each.level < 4 ? std::string() : text;
          break;
        case kind::caption:
          captioned = tables_called(text);
          header.clear();
          break;
        case kind::row:
          if (captioned == nullptr) break;
          if (header.empty()) {
            header = each.cells;
          } else {
            row(*captioned, header, each.cells);
          }
          break;
        case kind::item:
          if (section != nullptr) item(*section, text);
          break;
        case kind::words:
          if (section != nullptr && !theme.empty() && is_finding(text)) {
            tells_of_name(*section, theme, std::nullopt, "1");
          }
          break;
      }
    }
  }

  // A paragraph that tells a figure says of how many.
  static bool is_finding(std::string_view text) {
    for (std::size_t at = 0; (at = text.find(" of ", at)) != text.npos; at += 4) {
      if (at > 0 && has_digit(text.substr(at - 1, 1)) && has_digit(text.substr(at + 4, 1))) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] const std::vector<std::size_t>* tables_called(const std::string& title) const {
    const auto found = by_title_.find(without_blanks(title));
    return found == by_title_.end() ? nullptr : &found->second;
  }

  void row(const std::vector<std::size_t>& tables, const std::vector<std::string>& header,
           const std::vector<std::string>& cells) const {
    // What stands right of a column and is none itself belongs to it: its share, its rank.
    std::optional<std::string> column;
    bool any = false;
    for (std::size_t i = 1; i < cells.size() && i < header.size(); ++i) {
      const std::string name = without_blanks(header[i]);
      const bool is_column = std::any_of(tables.begin(), tables.end(), [&](std::size_t each) {
        return labels_[each].columns.contains(name);
      });
      if (is_column) {
        column = name;
        any = true;
      } else if (header[i] == "Responses") {
        column.reset();
        any = true;
      }
      if (any) tells_of_name(tables, cells[0], column, cells[i]);
    }
  }

  // "Name: 3 of 40": of the names that it begins with the longest.
  void item(const std::vector<std::size_t>& tables, const std::string& text) const {
    std::string name;
    for (const std::size_t table : tables) {
      for (const heading& each : of_.tables()[table].rows) {
        if (each.label.size() > name.size() && text.starts_with(each.label + ":")) {
          name = each.label;
        }
      }
    }
    if (!name.empty() && has_digit(std::string_view(text).substr(name.size()))) {
      tells_of_name(tables, name, std::nullopt, "1");
    }
  }

  struct label_index {
    std::map<std::string, std::vector<std::size_t>> rows;
    std::map<std::string, std::size_t> columns;
  };

  const published_numbers& of_;
  std::map<std::string, std::vector<std::size_t>> by_title_;
  std::vector<label_index> labels_;
  std::string file_;
};

}  // namespace

void audit(const published_numbers& of, std::span<const report_file> files) {
  auditor looks(of);
  for (const report_file& each : files) looks.look_at(each);
  looks.bound();
}

}  // namespace heard::reporting
