#include "report/json.hpp"

#include "report/json_value.hpp"
#include "report/phrases.hpp"
#include "report/show_campaigns.hpp"

#include <heard/tables/share.hpp>
#include <heard/text/segment.hpp>

namespace heard::reporting {

namespace {

using json = json_value;

json figure(std::uint64_t count, std::uint64_t base, std::string_view base_is) {
  return {{"count", count}, {"base", base}, {"base_is", base_is}, {"share", share(count, base)}};
}

json hidden_figure(std::uint64_t base, std::string_view base_is) {
  return {{"count", json()},
          {"base", base},
          {"base_is", base_is},
          {"share", json()},
          {"suppressed", true}};
}

// What the base is stands once, with the table.
json cell_json(const cell& of) {
  if (of.hidden) {
    return {{"count", json()},
            {"base", of.base},
            {"share", json()},
            {"by_rule_only", json()},
            {"suppressed", true}};
  }
  return {{"count", of.count},
          {"base", of.base},
          {"share", share(of.count, of.base)},
          {"by_rule_only", of.by_rule_only}};
}

json heading_json(const heading& of) {
  json out = {{"id", of.id}, {"label", of.label}};
  if (!of.note.empty()) out["note"] = of.note;
  return out;
}

// Rows that nobody is in are left to the table's CSV where `all_rows` is false.
json table_json(const shown_table& of, bool all_rows) {
  json columns = json::array();
  for (const heading& each : of.columns) columns.push_back(heading_json(each));
  json rows = json::array();
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    if (!all_rows && of.at(row, 0).count == 0 && !of.at(row, 0).hidden) continue;
    json made = heading_json(of.rows[row]);
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
      made["cells"].push_back(cell_json(of.at(row, i)));
    }
    rows.push_back(std::move(made));
  }
  return {{"name", of.name},
          {"title", of.title},
          {"unit", of.unit},
          {"base_is", of.base},
          {"rows_overlap", of.rows_overlap},
          {"columns_overlap", of.columns_overlap},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)},
          {"notes", of.notes}};
}

// A theme is left out for nothing: which one loses its rank in a view is what the table is for.
json views_json(const shown_table& of) {
  const std::vector<sensitivity_row> themes = ranked(of);
  json rows = json::array();
  for (std::size_t row = 0; row < themes.size(); ++row) {
    const sensitivity_row& each = themes[row];
    json made = heading_json(each.theme);
    for (std::size_t i = 0; i < each.count.size(); ++i) {
      json told = cell_json(of.at(row, i));
      told["rank"] = each.rank[i] == 0 ? json() : json(std::uint64_t{each.rank[i]});
      made["cells"].push_back(std::move(told));
    }
    rows.push_back(std::move(made));
  }
  json out = table_json(of, true);
  out["rows"] = std::move(rows);
  return out;
}

// A cell of a table that does not stand in the file as one.
json figure_of_cell(const shown_table& of, std::size_t row) {
  const cell& each = of.at(row, 0);
  if (!each.hidden) return figure(each.count, each.base, of.base);
  return {{"count", json()},
          {"base", each.base},
          {"base_is", of.base},
          {"share", json()},
          {"suppressed", true}};
}

json quote_json(const shown_quote& of, bool internal) {
  std::vector<std::string> pieces;
  bool cut = true;
  for (const quote_part& part : of.parts) {
    if (part.is != quote_part::kind::cut) {
      if (cut) pieces.emplace_back();
      pieces.back() += part.text;
    }
    cut = part.is == quote_part::kind::cut;
  }
  json out = {{"pieces", pieces}, {"by", of.by}};
  if (!of.language.empty()) out["language"] = of.language;
  if (!of.translation.empty()) {
    out["translation"] = {{"text", of.translation},
                          {"language", of.translation_language},
                          {"by", of.translator},
                          {"of", of.translation_is_longer ? "answer" : "quote"}};
  }
  if (internal) {
    out["response"] = of.response;
    out["cleared"] = of.cleared;
    out["pinned"] = of.pinned;
    out["may_be_published"] = of.may_be_published;
  }
  return out;
}

class writer {
 public:
  explicit writer(const account& from) : from_(from), of_(from.of()) {}

  json make() {
    json out = {{"folder", from_.internal() ? "internal" : "publish"}, {"draft", !from_.final}};
    out["consultation"] = consultation_json();
    out["figures"] = figures();
    out["events"] = events();
    out["about_respondents"] = questions(from_.about_you);
    out["chapters"] = chapters();
    if (from_.general) out["general"] = question_json(*from_.general);
    if (!from_.all_themes.name.empty()) out["themes"] = table_json(from_.all_themes, false);
    if (!from_.by_campaigns.name.empty()) {
      out["themes_by_campaigns"] = views_json(from_.by_campaigns);
    }
    if (from_.campaigns.any()) out["campaigns"] = campaigns_json();
    out["organisations"] = organisations();
    out["coding"] = coding();
    out["disclosed"] = of_.settings().disclosed;
    if (from_.internal()) out["lists"] = lists();
    out["run"] = run();
    return out;
  }

 private:
  json consultation_json() const {
    const settings& about = of_.settings();
    return {{"id", about.id},
            {"title", about.title},
            {"publisher", about.publisher},
            {"note", about.note},
            {"opens", to_string(about.opens)},
            {"closes", to_string(about.closes)},
            {"language", about.language}};
  }

  json received(std::uint64_t count) const {
    return figure(count, from_.sums.received, "received");
  }
  json included(std::uint64_t count) const {
    return figure(count, from_.sums.included, "included");
  }

  json figures() const {
    const ledger& sums = from_.sums;
    json out;
    out["received"] = received(sums.received);
    for (const auto& [name, count] : {std::pair<const char*, std::uint64_t>{"items", sums.items},
                                      {"not_a_response", sums.not_a_response},
                                      {"split", sums.split},
                                      {"merged_items", sums.merged_items}}) {
      out["items"][name] = figure(count, sums.items, "items");
    }
    for (std::size_t i = 0; i < sums.by_channel.size(); ++i) {
      out["by_channel"][of_.asked().channels()[i].id] = received(sums.by_channel[i]);
    }
    for (std::size_t i = 0; i < disposition_count; ++i) {
      out["by_disposition"][std::string(word(static_cast<disposition>(i)))] =
          received(sums.by_disposition[i]);
    }
    out["included"] = received(sums.included);
    out["late_let_in"] = received(sums.late_let_in);
    out["late_left_out"] = received(sums.late_left_out);
    for (std::size_t i = 0; i < sums.by_capacity.size(); ++i) {
      out["by_capacity"][std::string(word(static_cast<capacity>(i)))] =
          included(sums.by_capacity[i]);
    }
    for (std::size_t i = 0; i < from_.by_publication.size(); ++i) {
      out["by_publication"][std::string(word(static_cast<publication>(i)))] =
          included(from_.by_publication[i]);
    }
    out["repeats"] = included(sums.repeats);
    out["responses_of_bodies"] = included(sums.responses_of_bodies);
    return out;
  }

  json events() const {
    json out = json::array();
    for (const event_account& row : from_.events) {
      const engagement_event& each = of_.events()[row.id.value];
      json event = {{"id", each.id},
                    {"title", each.title},
                    {"date", to_string(each.date)},
                    {"place", each.place}};
      // Attendance is no share of anything.
      event["attendance"] = each.attendance == 0 ? json() : json(each.attendance);
      json themes = json::array();
      for (const theme_id id : row.themes) {
        const theme& about = from_.by()[id];
        json found = {{"id", about.id}, {"name", about.name}};
        themes.push_back(std::move(found));
      }
      // Nobody looked, or there was nothing to look at.
      event["themes_by_rule"] = row.notes_read ? std::move(themes) : json();
      out.push_back(std::move(event));
    }
    return out;
  }

  json question_json(const question_account& of) const {
    const question& about = of_.asked()[of.id];
    json out = {{"id", about.id},
                {"kind", word(about.kind)},
                {"label", label_of(about)},
                {"text", about.text}};
    if (!about.reply.empty()) out["reply"] = about.reply;
    out["answered"] = included(of.answered);
    for (std::size_t i = 0; i < of.states.size(); ++i) {
      out["states"][std::string(word(static_cast<answer_state>(i)))] = included(of.states[i]);
    }
    if (about.kind == question_kind::open) {
      out["without_a_theme"] = of.uncovered.hidden
                                   ? hidden_figure(of.with_words, "with words")
                                   : figure(of.uncovered.count, of.with_words, "with words");
    }
    if (!of.figures.name.empty()) out["figures"] = table_json(of.figures, true);
    json by = json::array();
    for (const shown_table& each : of.by_group) by.push_back(table_json(each, false));
    if (!by.empty()) out["by_group"] = std::move(by);
    json themes = json::array();
    for (const theme_account& each : of.themes) themes.push_back(theme_json(each));
    if (!themes.empty()) out["themes"] = std::move(themes);
    return out;
  }

  json theme_json(const theme_account& of) const {
    const theme& about = from_.by()[of.theme];
    json out = {{"id", about.id}, {"name", about.name}, {"other_point", of.other_point}};
    out["figure"] = cell_json(of.figure);
    if (!about.stance_of.empty() && of.stances.any()) {
      out["stance_of"] = about.stance_of;
      for (std::size_t i = 0; i < of.stances.count.size(); ++i) {
        out["stances"][std::string(word(static_cast<stance>(i)))] =
            figure(of.stances.count[i], of.stances.total(), "raised it itself");
      }
    }
    json quotes = json::array();
    for (const shown_quote& each : of.quotes) quotes.push_back(quote_json(each, from_.internal()));
    out["quotes"] = std::move(quotes);
    return out;
  }

  json questions(const std::vector<question_account>& of) const {
    json out = json::array();
    for (const question_account& each : of) out.push_back(question_json(each));
    return out;
  }

  json chapters() const {
    json out = json::array();
    for (const chapter_account& each : from_.chapters) {
      const chapter& about = of_.asked()[each.id];
      json made = {{"id", about.id}, {"title", about.title}};
      if (!about.reply.empty()) made["reply"] = about.reply;
      made["questions"] = questions(each.asked);
      if (each.place) made["as_a_whole"] = question_json(*each.place);
      made["missed"] = questions(each.missed);
      out.push_back(std::move(made));
    }
    return out;
  }

  json campaigns_json() const {
    const campaigns_account& told = from_.campaigns;
    const campaigns& all = *from_.from->campaigns();
    const std::uint64_t every = told.not_listed + told.listed.size();
    const print_gate gate(of_);
    json listed = json::array();
    for (std::size_t row = 0; row < told.listed.size(); ++row) {
      const campaign& each = all[told.listed[row]];
      json made = {{"id", each.id}, {"title", each.title}, {"policy", word(each.policy)}};
      made["first"] = to_string(each.first);
      made["last"] = to_string(each.last);
      if (!each.note.empty()) made["note"] = each.note;
      made["responses"] = figure_of_cell(told.sizes, row);
      made["own_words"] = figure_of_cell(told.own_words, row);
      json letter = json::array();
      for (letter_words& part : words_of_letter(all, told.listed[row], gate, from_.reader)) {
        json words = {{"text", std::move(part.text)}};
        if (!part.language.empty()) words["language"] = std::move(part.language);
        letter.push_back(std::move(words));
      }
      made["letter"] = std::move(letter);
      listed.push_back(std::move(made));
    }
    const std::uint64_t base = told.listed.empty() ? from_.sums.included : told.sizes.at(0, 0).base;
    return {{"responses", figure(told.responses, base, "included")},
            {"not_listed", figure(told.not_listed, every, "campaigns")},
            {"list", std::move(listed)}};
  }

  json organisations() const {
    const ledger& sums = from_.sums;
    json named = json::array();
    for (const body_account& each : from_.bodies) {
      json body = {{"name", each.name}, {"type", each.type}};
      if (from_.internal()) {
        body["may_be_named"] = each.named;
        body["spellings"] = each.spellings;
      }
      named.push_back(std::move(body));
    }
    return {{"bodies", figure(sums.bodies, sums.body_entries, "entries")},
            {"not_named", figure(from_.unnamed_bodies, sums.bodies, "bodies")},
            {"list", std::move(named)}};
  }

  json coding() const {
    json out;
    out["reviewed"] =
        figure(from_.answers_reviewed, from_.answers_with_words, "answers with words");
    for (std::size_t i = 0; i < from_.answers_by_kind.size(); ++i) {
      out["by_kind"][std::string(word(static_cast<coder_kind>(i)))] =
          figure(from_.answers_by_kind[i], from_.answers_with_words, "answers with words");
    }
    for (const coder_kind each : of_.settings().precedence) {
      out["precedence"].push_back(word(each));
    }
    return out;
  }

  json lists() const {
    json out = json::array();
    for (const work_list& each : from_.lists) {
      json rows = json::array();
      for (const auto& row : each.rows) {
        json cells = json::array();
        for (const work_list::entry& entry : row) cells.push_back(entry.text);
        rows.push_back(std::move(cells));
      }
      out.push_back({{"name", each.name},
                     {"title", each.title},
                     {"header", each.header},
                     {"rows", std::move(rows)}});
    }
    return out;
  }

  json run() const {
    json out = {{"heard", HEARD_VERSION},
                {"unicode", text::unicode_version()},
                {"hash", "XXH3-128"},
                {"codebook", to_hex(from_.by().hash)},
                {"inputs", from_.inputs_hash}};
    if (!from_.internal()) return out;
    json files = json::array();
    for (const file_account& each : from_.files) {
      files.push_back({{"path", each.path},
                       {"encoding", each.encoding},
                       {"hash", each.hash},
                       {"bytes", each.size},
                       {"rows", each.rows}});
    }
    out["files"] = std::move(files);
    return out;
  }

  const account& from_;
  const consultation& of_;
};

}  // namespace

std::string to_json(const account& of) {
  return writer(of).make().dump() + '\n';
}

}  // namespace heard::reporting
