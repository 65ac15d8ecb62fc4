#include "explain.hpp"

#include "json.hpp"
#include "nearest.hpp"

#include <iostream>

namespace cli {

namespace {

// By id; the words that --explain takes.
std::size_t find_heading(const heard_table* of, int32_t axis, const std::string& id) {
  std::size_t shape[2] = {0, 0};
  heard_table_shape(of, &shape[0], &shape[1]);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < shape[axis]; ++i) {
    const auto heading = fill<heard_heading>(
        [&](auto out, auto err) { return heard_table_heading(of, axis, i, out, err); });
    known.push_back(to_string(heading.id));
    if (known.back() == id) return i;
  }
  throw failure(HEARD_NOT_FOUND, std::string("the table has no ") + (axis == 0 ? "row" : "column") +
                                     " \"" + id + "\"" + did_you_mean(id, known));
}

// What is told of one source, with nothing where there is no answer or no coding.
struct source {
  std::string response, question, file, theme, by;
  uint32_t row = 0, column = 0;
  std::vector<heard_evidence> evidence;
};

source source_of(const project& p, const heard_codings* made, const heard_cell_source& from) {
  const auto of = p.consultation.get();
  source out;
  out.response = to_string(fill<heard_response>([&](auto to, auto err) {
                             return heard_consultation_response(of, from.response, to, err);
                           }).id);
  if (from.answer != HEARD_NONE) {
    const auto answer = fill<heard_answer>(
        [&](auto to, auto err) { return heard_consultation_answer(of, from.answer, to, err); });
    out.question = to_string(fill<heard_question>([&](auto to, auto err) {
                               return heard_consultation_question(of, answer.question, to, err);
                             }).id);
    out.file = answer.file;
    out.row = answer.row;
    out.column = answer.column;
  }
  if (from.coding != HEARD_NONE) {
    const auto coding = fill<heard_coding>(
        [&](auto to, auto err) { return heard_codings_at(made, from.coding, to, err); });
    out.theme = to_string(fill<heard_theme>([&](auto to, auto err) {
                            return heard_codebook_theme(p.codebook.get(), coding.theme, to, err);
                          }).id);
    out.by = heard_words_at(HEARD_CODER_KINDS, coding.kind);
    for (std::size_t i = 0; i < coding.evidence; ++i) {
      out.evidence.push_back(fill<heard_evidence>([&](auto to, auto err) {
        return heard_codings_evidence(made, from.coding, i, to, err);
      }));
    }
  }
  return out;
}

void print_json(const source& s) {
  std::cout << "{\"response\":" << json(s.response);
  if (!s.question.empty()) {
    std::cout << ",\"question\":" << json(s.question) << ",\"file\":" << json(s.file)
              << ",\"row\":" << s.row << ",\"column\":" << s.column;
  }
  if (!s.theme.empty()) {
    std::cout << ",\"theme\":" << json(s.theme) << ",\"by\":" << json(s.by) << ",\"evidence\":[";
    for (std::size_t i = 0; i < s.evidence.size(); ++i) {
      std::cout << (i == 0 ? "" : ",") << '[' << s.evidence[i].first << ',' << s.evidence[i].last
                << ']';
    }
    std::cout << ']';
  }
  std::cout << "}\n";
}

// "r2 at c1q1, data/form.csv:3:4: evening-hours, by a rule at bytes 18-44"
void print_text(const project& p, const source& s) {
  std::cout << "  " << visible(s.response);
  if (!s.question.empty()) {
    std::cout << " at " << visible(s.question);
    if (!s.file.empty()) {
      std::cout << ", " << visible(p.folder.named(s.file));
      if (s.row != 0) std::cout << ':' << s.row << ':' << s.column;
    }
  }
  if (!s.theme.empty()) {
    const char* by = s.by == "human"         ? "a person"
                     : s.by == "model"       ? "a model"
                     : s.by == "adjudicated" ? "adjudication"
                                             : "a rule";
    std::cout << ": " << visible(s.theme) << ", by " << by;
    for (std::size_t i = 0; i < s.evidence.size(); ++i) {
      std::cout << (i == 0 ? " at bytes " : ", ") << s.evidence[i].first << '-'
                << s.evidence[i].last;
    }
  }
  std::cout << '\n';
}

void print_figure(const heard_table* of, std::size_t row, std::size_t column) {
  const auto label = [&](int32_t axis, std::size_t i) {
    return visible(to_string(fill<heard_heading>([&](auto to, auto err) {
                               return heard_table_heading(of, axis, i, to, err);
                             }).label));
  };
  const auto cell = fill<heard_cell>(
      [&](auto to, auto err) { return heard_table_cell(of, row, column, to, err); });
  std::cout << label(0, row) << " / " << label(1, column) << ": ";
  if (cell.applies == 0) {
    std::cout << "n/a, nobody looked for it there\n";
    return;
  }
  std::cout << cell.count << " of " << cell.base;
  if (cell.by_rule_only != 0) std::cout << ", " << cell.by_rule_only << " by rule alone";
  std::cout << '\n';
}

}  // namespace

void explain_cell(const project& p, const heard_codings* from, const heard_table* of,
                  const std::string& row_id, const std::string& column_id, bool as_json) {
  const std::size_t row = find_heading(of, 0, row_id);
  const std::size_t column = find_heading(of, 1, column_id);
  const auto sources = make<cell_sources>(
      [&](auto out, auto err) { return heard_table_explain(of, row, column, out, err); });
  if (!as_json) print_figure(of, row, column);
  for (std::size_t i = 0; i < heard_cell_sources_count(sources.get()); ++i) {
    const source s = source_of(p, from, fill<heard_cell_source>([&](auto out, auto err) {
                                 return heard_cell_sources_at(sources.get(), i, out, err);
                               }));
    as_json ? print_json(s) : print_text(p, s);
  }
}

}  // namespace cli
