#include "intake/manifest_reader.hpp"
#include "toml/checks.hpp"

#include <heard/base/space.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace heard {

namespace {

// What a final run may go on with, if the report says so.
constexpr std::string_view disclosable[] = {"unreadable", "pending", "unread", "stale"};

void read_precedence(toml::table_reader& in, std::vector<coder_kind>& into) {
  const toml::value* list = in.find("precedence", toml::kind::list);
  if (list == nullptr) return;
  into.clear();
  if (list->items.empty()) in.out().error(list->where, "\"precedence\" is empty");
  for (const toml::value* text : in.texts("precedence")) {
    const auto at = toml::one_of(*text, "precedence", words_of<coder_kind>(), in.out());
    if (!at) continue;
    const auto kind = static_cast<coder_kind>(*at);
    if (std::find(into.begin(), into.end(), kind) != into.end()) {
      in.out().error(text->where, toml::quoted(text->text) + " stands here twice");
    } else {
      into.push_back(kind);
    }
  }
}

void read_attribution(manifest_reading& reading, toml::table_reader& in) {
  const toml::value* id = in.filled("attribution");
  if (id == nullptr) return;
  const question_shape* question = reading.question(id->text, id->where);
  if (question == nullptr) return;
  if (!question->about_you) {
    reading.out.error(id->where, "question " + toml::quoted(id->text) +
                                     " is not about the respondent: role = \"about_you\"");
  } else if (!question->attributes) {
    reading.out.error(
        id->where, "question " + toml::quoted(id->text) + " has no option with an \"attribution\"");
  }
  reading.into.settings.attribution = question->id;
}

void read_attribution_order(manifest_reading& reading, toml::table_reader& in) {
  const auto ids = in.texts("attribution_order");
  if (ids.empty()) return;
  settings& into = reading.into.settings;
  const auto shape =
      std::find_if(reading.shapes.begin(), reading.shapes.end(),
                   [&](const auto& each) { return each.second.id == into.attribution; });
  toml::names seen;
  for (const toml::value* id : ids) {
    if (!seen.add(id->text, id->where)) {
      reading.out.error(id->where, toml::quoted(id->text) + " stands here twice");
    } else if (shape == reading.shapes.end() || !shape->second.options.has(id->text)) {
      reading.out.error(
          id->where, "the question that names respondents has no option " + toml::quoted(id->text));
    }
    into.attribution_order.push_back(id->text);
  }
}

// The first question about the respondent that can name one.
question_id first_attribution(const manifest_reading& reading) {
  question_id first;
  for (const auto& [id, shape] : reading.shapes) {
    if (shape.about_you && shape.attributes && (!first.valid() || shape.id < first)) {
      first = shape.id;
    }
  }
  return first;
}

void read_final(manifest_reading& reading, const toml::value& table) {
  toml::table_reader in(table, reading.out);
  if (const toml::value* disclose = in.find("disclose", toml::kind::table)) {
    toml::table_reader what(*disclose, reading.out);
    for (const std::string_view key : disclosable) {
      if (const toml::value* sentence = what.filled(key)) {
        reading.into.settings.disclosed.emplace(key, sentence->text);
      }
    }
    what.done();
  }
  in.done();
}

}  // namespace

void read_consultation(manifest_reading& reading, toml::table_reader& root) {
  const toml::value* table = root.find("consultation", toml::kind::table);
  if (table == nullptr) {
    if (root.find("consultation") == nullptr) {
      reading.out.error({0, 0}, "table [consultation] is missing");
    }
    return;
  }
  toml::table_reader in(*table, reading.out);
  settings& into = reading.into.settings;
  toml::names ids;
  into.id = toml::read_id(in, "consultation", ids).value_or("");
  if (const toml::value* title = in.need_filled("title")) into.title = title->text;
  into.publisher = in.text("publisher");
  into.opens = in.date("opens");
  into.closes = in.date("closes");
  if (into.opens.known() && into.closes.known() && into.closes < into.opens) {
    reading.out.error(in.find("closes")->where, "\"closes\" is before \"opens\"");
  }
  if (const auto language = read_language(in, "language")) into.language = *language;
  into.about = in.text("about");
  into.note = in.text("note");
  if (const toml::value* path = in.path("codebook")) reading.into.codebook_path = path->text;
  if (const auto path = in.folder("decisions")) reading.into.decisions_path = *path;
  in.done();
}

void read_counting(manifest_reading& reading, toml::table_reader& root) {
  const toml::value* table = root.find("counting", toml::kind::table);
  if (table == nullptr) return;
  toml::table_reader in(*table, reading.out);
  read_precedence(in, reading.into.settings.precedence);
  if (const auto repeats = in.word("repeats", words_of<repeat_policy>())) {
    reading.into.settings.repeats = static_cast<repeat_policy>(*repeats);
  }
  constexpr std::string_view late[] = {"let_in", "leave_out"};
  if (const auto at = in.word("late", late)) {
    reading.into.late = *at == 0 ? lateness::let_in : lateness::left_out;
  }
  toml::names seen;
  for (const toml::value* id : in.texts("late_except")) {
    if (!seen.add(id->text, id->where)) {
      reading.out.error(id->where, toml::quoted(id->text) + " stands here twice");
    }
    reading.into.late_except.push_back(id->text);
  }
  in.done();
}

void read_privacy(manifest_reading& reading, toml::table_reader& root) {
  const toml::value* table = root.find("privacy", toml::kind::table);
  if (table == nullptr) return;
  toml::table_reader in(*table, reading.out);
  settings& into = reading.into.settings;
  if (const auto preset = in.word("small_numbers", words_of<small_numbers>())) {
    into.small_numbers = static_cast<small_numbers>(*preset);
  }
  for (const toml::value* each : in.texts("not_names")) {
    if (invisible(each->text)) reading.out.error(each->where, "\"not_names\" has an empty text");
    into.not_names.push_back(each->text);
  }
  in.done();
}

void read_report(manifest_reading& reading, toml::table_reader& root) {
  settings& into = reading.into.settings;
  into.attribution = first_attribution(reading);
  if (const toml::value* table = root.find("report", toml::kind::table)) {
    toml::table_reader in(*table, reading.out);
    read_attribution(reading, in);
    read_attribution_order(reading, in);
    if (const auto most = in.integer("attribution_categories", 1, 3)) {
      into.attribution_categories = static_cast<std::uint32_t>(*most);
    }
    if (const auto k = in.integer("k", 1, 1'000'000)) {
      into.attribution_k = static_cast<std::uint32_t>(*k);
    }
    if (const auto quotes = in.integer("quotes", 0, 1000)) {
      into.quotes = static_cast<std::uint32_t>(*quotes);
    }
    constexpr std::string_view orders[] = {"name", "without_article", "type"};
    if (const auto order = in.word("annex_order", orders)) {
      into.annex = static_cast<annex_order>(*order);
    }
    in.done();
  }
  if (const toml::value* table = root.find("words", toml::kind::table)) {
    toml::table_reader in(*table, reading.out);
    constexpr std::string_view scales[] = {"none"};
    (void)in.word("scale", scales);
    in.done();
  }
  if (const toml::value* table = root.find("final", toml::kind::table)) read_final(reading, *table);
}

}  // namespace heard
