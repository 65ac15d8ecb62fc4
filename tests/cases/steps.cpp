// What each command of a case prints, said over again on heard.h.
// Long because it says what each command does, side by side, with as little between as can be.
#include "case.hpp"

#include <cli/json.hpp>

#include <functional>
#include <optional>
#include <stdexcept>

namespace cases {

namespace {

using cli::fill;
using cli::json;
using cli::make;
using cli::to_string;

// Words after the name of a command: options with their values, and the rest in order.
struct arguments {
  std::map<std::string, std::vector<std::string>> options;
  std::vector<std::string> rest;

  explicit arguments(const std::vector<std::string>& words) {
    static const std::map<std::string, int> values = {{"--json", 0},      {"--no-all", 0},
                                                      {"--published", 0}, {"--propose", 0},
                                                      {"--header", 0},    {"--explain", 2}};
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i].rfind("--", 0) != 0) {
        rest.push_back(words[i]);
        continue;
      }
      std::vector<std::string>& of = options[words[i]];
      const auto known = values.find(words[i]);
      for (int n = known == values.end() ? 1 : known->second; n > 0; --n)
        of.push_back(words.at(++i));
    }
  }

  [[nodiscard]] bool has(const char* name) const { return options.contains(name); }
  [[nodiscard]] const char* text(const char* name) const {
    return has(name) ? options.at(name).front().c_str() : nullptr;
  }
  [[nodiscard]] std::string text_or(const char* name, const char* other) const {
    return has(name) ? options.at(name).front() : other;
  }
  [[nodiscard]] std::uint32_t number(const char* name) const {
    return static_cast<std::uint32_t>(std::stoul(text_or(name, "0")));
  }
};

std::string text_of(cli::buffer bytes) {
  std::size_t size = 0;
  const char* data = heard_buffer_data(bytes.get(), &size);
  return {data, size};
}

std::int32_t value_of(heard_set set, const std::string& word) {
  for (std::size_t i = 0; i < heard_words_count(set); ++i) {
    if (word == heard_words_at(set, static_cast<std::int32_t>(i))) {
      return static_cast<std::int32_t>(i);
    }
  }
  throw std::runtime_error("no word of its set: " + word);
}

std::string response_id(const project& p, std::uint32_t row) {
  return to_string(fill<heard_response>([&](auto to, auto err) {
                     return heard_consultation_response(p.consultation.get(), row, to, err);
                   }).id);
}

heard_answer answer_at(const project& p, std::uint32_t row) {
  return fill<heard_answer>([&](auto to, auto err) {
    return heard_consultation_answer(p.consultation.get(), row, to, err);
  });
}

std::string question_id(const project& p, std::uint32_t row) {
  return to_string(fill<heard_question>([&](auto to, auto err) {
                     return heard_consultation_question(p.consultation.get(), row, to, err);
                   }).id);
}

std::string check(const project& p) {
  if (!p.codings) return p.remarks;
  const auto of = p.consultation.get();
  const auto l =
      fill<heard_ledger>([&](auto to, auto err) { return heard_consultation_ledger(of, to, err); });
  const auto n = [](std::uint64_t number) { return std::to_string(number); };
  const auto of_them = [&](std::uint64_t number, const char* one, const char* many) {
    return n(number) + (number == 1 ? one : many);
  };
  std::string out = p.remarks + heard_consultation_title(of) + '\n' +
                    of_them(l.items, " item", " items") + " - " + n(l.not_a_response) +
                    " not a response + " + n(l.split) + " split - " + n(l.merged_items) +
                    " merged = " + n(l.received) + " received\n";
  for (std::int32_t i = 0; i < 13; ++i) {
    if (l.by_disposition[i] == 0) continue;
    out += "  " + n(l.by_disposition[i]) + ' ' + heard_words_at(HEARD_DISPOSITIONS, i) + '\n';
  }
  if (l.late_left_out != 0)
    out += "  " + n(l.late_left_out) + " of the included left out as late\n";
  out += n(l.included) + " in the bases; " + n(l.responses_of_bodies) +
         " on behalf of organisations, " + of_them(l.body_entries, " name", " names") + ", " +
         of_them(l.bodies, " distinct body", " distinct bodies") + '\n' +
         of_them(heard_codebook_count(p.codebook.get()), " theme", " themes") + '\n';
  const auto letters = make<cli::campaigns>(
      [&](auto to, auto err) { return heard_codings_campaigns(p.codings.get(), to, err); });
  std::size_t count = heard_campaigns_count(letters.get()), members = 0, open = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto each = fill<heard_campaign>(
        [&](auto to, auto err) { return heard_campaigns_at(letters.get(), i, to, err); });
    members += each.members;
    open += each.declared == 0 && each.who.size == 0 ? 1 : 0;
  }
  if (count == 0) return out;
  out += of_them(count, " campaign", " campaigns") + ", " + n(members) + " responses; ";
  if (open == 0) return out + "all are decided on\n";
  return out + of_them(open, " of them awaits", " of them await") +
         " a decision (heard campaigns --rows)\n";
}

cli::table make_table(const project& p, const arguments& given, std::uint32_t threads) {
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  const auto axis = [&](const char* name, const char* usual) {
    heard_axis out{};
    cli::error e;
    e.check(
        heard_axis_parse(p.consultation.get(), given.text_or(name, usual).c_str(), &out, e.out()));
    return out;
  };
  spec.rows = axis("--rows", "theme");
  spec.columns = axis("--columns", "all");
  spec.unit = value_of(HEARD_UNITS, given.text_or("--unit", "responses"));
  spec.base = value_of(HEARD_BASES, given.text_or("--base", "answered"));
  spec.view = value_of(HEARD_CAMPAIGN_VIEWS, given.text_or("--view", "as_decided"));
  spec.question = given.text("--question");
  spec.chapter = given.text("--chapter");
  spec.coder = given.text("--coder");
  spec.no_all = given.has("--no-all") ? 1 : 0;
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  options.threads = threads;
  return make<cli::table>([&](auto to, auto err) {
    return heard_table_new(p.codings.get(), &spec, &options, to, err);
  });
}

std::size_t place_of(heard_table* table, std::int32_t axis, const std::string& id) {
  for (std::size_t i = 0;; ++i) {
    const auto heading = fill<heard_heading>(
        [&](auto to, auto err) { return heard_table_heading(table, axis, i, to, err); });
    if (to_string(heading.id) == id) return i;
  }
}

std::string explain(const project& p, heard_table* table, const std::vector<std::string>& cell) {
  const std::size_t row = place_of(table, 0, cell[0]);
  const std::size_t column = place_of(table, 1, cell[1]);
  const auto sources = make<cli::cell_sources>(
      [&](auto to, auto err) { return heard_table_explain(table, row, column, to, err); });
  std::string out;
  for (std::size_t i = 0; i < heard_cell_sources_count(sources.get()); ++i) {
    const auto source = fill<heard_cell_source>(
        [&](auto to, auto err) { return heard_cell_sources_at(sources.get(), i, to, err); });
    out += "{\"response\":" + json(response_id(p, source.response));
    if (source.answer != HEARD_NONE) {
      const heard_answer answer = answer_at(p, source.answer);
      out += ",\"question\":" + json(question_id(p, answer.question)) +
             ",\"file\":" + json(answer.file) + ",\"row\":" + std::to_string(answer.row) +
             ",\"column\":" + std::to_string(answer.column);
    }
    if (source.coding != HEARD_NONE) {
      const auto coding = fill<heard_coding>([&](auto to, auto err) {
        return heard_codings_at(p.codings.get(), source.coding, to, err);
      });
      const auto theme = fill<heard_theme>([&](auto to, auto err) {
        return heard_codebook_theme(p.codebook.get(), coding.theme, to, err);
      });
      out += ",\"theme\":" + json(to_string(theme.id)) +
             ",\"by\":" + json(heard_words_at(HEARD_CODER_KINDS, coding.kind)) + ",\"evidence\":[";
      for (std::size_t which = 0; which < coding.evidence; ++which) {
        const auto e = fill<heard_evidence>([&](auto to, auto err) {
          return heard_codings_evidence(p.codings.get(), source.coding, which, to, err);
        });
        out += std::string(which == 0 ? "[" : ",[") + std::to_string(e.first) + ',' +
               std::to_string(e.last) + ']';
      }
      out += ']';
    }
    out += "}\n";
  }
  return out;
}

std::string table(const project& p, const arguments& given, std::uint32_t threads) {
  const cli::table made = make_table(p, given, threads);
  if (given.has("--explain")) return explain(p, made.get(), given.options.at("--explain"));
  static const std::map<std::string, heard_format> formats = {
      {"csv", HEARD_CSV}, {"json", HEARD_JSON}, {"markdown", HEARD_MARKDOWN}};
  const heard_format format = formats.at(given.text_or("--format", "markdown"));
  return text_of(make<cli::buffer>(
      [&](auto to, auto err) { return heard_table_render(made.get(), format, to, err); }));
}

std::string kwic(const project& p, const arguments& given, std::uint32_t threads) {
  heard_kwic_options options = HEARD_KWIC_OPTIONS_INIT;
  options.question = given.text("--question");
  options.words = given.number("--words");
  heard_run_options run = HEARD_RUN_OPTIONS_INIT;
  run.threads = threads;
  const auto found = make<cli::kwic>([&](auto to, auto err) {
    return heard_kwic_run(p.consultation.get(), given.rest.at(0).c_str(), p.codebook.get(),
                          &options, &run, to, err);
  });
  std::string out;
  for (std::size_t i = 0; i < heard_kwic_count(found.get()); ++i) {
    const auto l = fill<heard_kwic_line>(
        [&](auto to, auto err) { return heard_kwic_at(found.get(), i, to, err); });
    out += "{\"response\":" + json(response_id(p, l.response)) +
           ",\"question\":" + json(question_id(p, answer_at(p, l.answer).question)) +
           ",\"first\":" + std::to_string(l.first) + ",\"last\":" + std::to_string(l.last) +
           ",\"left\":" + json(to_string(l.left)) + ",\"hit\":" + json(to_string(l.hit)) +
           ",\"right\":" + json(to_string(l.right)) + "}\n";
  }
  return out;
}

std::string quotes(const project& p, const arguments& given) {
  std::size_t theme = 0;
  cli::error e;
  e.check(heard_codebook_find(p.codebook.get(), given.text("--theme"), &theme, e.out()));
  heard_quote_options options = HEARD_QUOTE_OPTIONS_INIT;
  options.question = given.text("--question");
  options.limit = given.number("--limit");
  options.seed = given.number("--seed");
  options.published_only = given.has("--published") ? 1 : 0;
  const auto found = make<cli::quotes>([&](auto to, auto err) {
    return heard_quotes_select(p.codings.get(), theme, &options, to, err);
  });
  std::string out;
  for (std::size_t i = 0; i < heard_quotes_count(found.get()); ++i) {
    const auto q = fill<heard_quote>(
        [&](auto to, auto err) { return heard_quotes_at(found.get(), i, to, err); });
    const auto flag = [](std::int32_t value) { return value != 0 ? "true" : "false"; };
    const auto response = response_id(p, q.response);
    if (given.has("--json")) {
      const auto answer = answer_at(p, q.answer);
      out += "{\"response\":" + json(response) +
             ",\"question\":" + json(question_id(p, answer.question)) +
             ",\"first\":" + std::to_string(q.first) + ",\"last\":" + std::to_string(q.last) +
             ",\"pieces\":" + std::to_string(q.pieces) +
             ",\"text_hash\":" + json(answer.text_hash) + ",\"text\":" + json(to_string(q.text)) +
             ",\"attribution\":" + json(to_string(q.attribution)) + ",\"attribution_form\":" +
             json(heard_words_at(HEARD_ATTRIBUTION_FORMS, q.attribution_form)) +
             ",\"cleared\":" + flag(q.cleared) + ",\"pinned\":" + flag(q.pinned) +
             ",\"may_be_published\":" + flag(q.may_be_published) +
             ",\"why_held\":" + json(heard_words_at(HEARD_WAYS_HELD, q.why_held)) + "}\n";
    } else {
      out += "\u201C" + to_string(q.text) + "\u201D\n  " + to_string(q.attribution) + "   [" +
             response + (q.may_be_published != 0 ? "; may be published]\n\n" : "; ...]\n\n");
    }
  }
  return out;
}

std::string bodies(const heard_organisations* of) {
  std::string out;
  for (std::size_t i = 0; i < heard_organisations_count(of); ++i) {
    const auto body =
        fill<heard_body>([&](auto to, auto err) { return heard_organisations_at(of, i, to, err); });
    const char* const origins[] = {"", "self", "assigned"};
    out += "{\"name\":" + json(to_string(body.name)) + ",\"type\":" + json(to_string(body.type)) +
           ",\"type_from\":" + json(origins[body.type_from]) +
           ",\"responses\":" + std::to_string(body.responses) +
           ",\"may_be_named\":" + (body.may_be_named != 0 ? "true" : "false") + ",\"spellings\":[";
    for (std::uint32_t which = 0; which < body.spellings; ++which) {
      const auto name = fill<heard_named>(
          [&](auto to, auto err) { return heard_organisations_spelling(of, i, which, to, err); });
      out += (which == 0 ? "" : ",") + json(to_string(name.name));
    }
    out += "]}\n";
  }
  for (std::size_t i = 0; i < heard_organisations_nobody_count(of); ++i) {
    const auto word = fill<heard_named>(
        [&](auto to, auto err) { return heard_organisations_nobody(of, i, to, err); });
    out += "{\"nobody\":" + json(to_string(word.name)) + "}\n";
  }
  return out;
}

std::string organisations(const project& p, const arguments& given) {
  const auto of = make<cli::organisations>(
      [&](auto to, auto err) { return heard_organisations_new(p.consultation.get(), to, err); });
  if (!given.has("--propose")) return bodies(of.get());
  return text_of(make<cli::buffer>([&](auto to, auto err) {
    return heard_organisations_rows(of.get(), given.has("--header") ? 1 : 0, to, err);
  }));
}

std::string members(const project& p, const arguments& given) {
  const auto found = make<cli::campaigns>([&](auto to, auto err) {
    return heard_campaigns_find(p.consultation.get(), nullptr, nullptr, to, nullptr, err);
  });
  std::size_t at = 0;
  cli::error e;
  e.check(heard_campaigns_index(found.get(), given.text("--members"), &at, e.out()));
  const auto size = fill<heard_campaign>([&](auto to, auto err) {
                      return heard_campaigns_at(found.get(), at, to, err);
                    }).members;
  std::string out;
  for (std::size_t which = 0; which < size; ++which) {
    const auto m = fill<heard_campaign_member>(
        [&](auto to, auto err) { return heard_campaigns_member(found.get(), at, which, to, err); });
    out += "{\"response\":" + json(response_id(p, m.response)) +
           ",\"how\":" + json(heard_words_at(HEARD_MEMBERSHIPS, m.how)) +
           ",\"kept\":" + std::to_string(m.kept) + ",\"added\":" + std::to_string(m.added) +
           ",\"cut\":" + std::to_string(m.cut) + ",\"changed\":" + std::to_string(m.changed) +
           ",\"differences\":[";
    const auto differences = make<cli::differences>([&](auto to, auto err) {
      return heard_campaigns_compare(found.get(), at, which, to, err);
    });
    for (std::size_t i = 0; i < heard_differences_count(differences.get()); ++i) {
      const auto d = fill<heard_difference>(
          [&](auto to, auto err) { return heard_differences_at(differences.get(), i, to, err); });
      out += std::string(i == 0 ? "" : ",") +
             "{\"kind\":" + json(heard_words_at(HEARD_DIFFERENCE_KINDS, d.kind)) +
             ",\"own\":" + json(to_string(d.own)) + ",\"letter\":" + json(to_string(d.letter)) +
             "}";
    }
    out += "]}\n";
  }
  return out;
}

std::string tokens(const std::string& text) {
  const auto found = make<cli::tokens>(
      [&](auto to, auto err) { return heard_tokens_new(text.data(), text.size(), to, err); });
  std::string out;
  for (std::size_t i = 0; i < heard_tokens_count(found.get()); ++i) {
    const auto t = fill<heard_token>(
        [&](auto to, auto err) { return heard_tokens_at(found.get(), i, to, err); });
    out += "{\"first\":" + std::to_string(t.first) + ",\"last\":" + std::to_string(t.last) +
           ",\"sentence\":" + std::to_string(t.sentence) +
           ",\"kind\":" + json(heard_words_at(HEARD_TOKEN_KINDS, t.kind)) +
           ",\"folded\":" + json(to_string(t.folded)) + "}\n";
  }
  return out;
}

outcome match(const std::string& rule, const std::string& text) {
  const auto found = make<cli::match>([&](auto to, auto err) {
    return heard_match_run(rule.c_str(), text.data(), text.size(), nullptr, nullptr, to, err);
  });
  outcome out;
  for (std::size_t i = 0; i < heard_match_count(found.get()); ++i) {
    const auto e = fill<heard_evidence>(
        [&](auto to, auto err) { return heard_match_at(found.get(), i, to, err); });
    out.text += std::to_string(e.first) + '-' + std::to_string(e.last) + ": " +
                text.substr(e.first, e.last - e.first) + '\n';
  }
  if (heard_match_matched(found.get()) != 0) return out;
  out.status = 1;
  out.text += "no match\n";
  for (std::size_t i = 0; i < heard_match_steps(found.get()); ++i) {
    const auto s = fill<heard_match_step>(
        [&](auto to, auto err) { return heard_match_step_at(found.get(), i, to, err); });
    out.text += std::string(2 * s.depth, ' ') + to_string(s.part) + ": ";
    if (s.matched != 0) {
      out.text += std::to_string(s.hits) + (s.hits == 1 ? " hit\n" : " hits\n");
    } else {
      out.text += to_string(s.why) + '\n';
    }
  }
  return out;
}

}  // namespace

outcome run(const test_case& of, const step& what, std::uint32_t threads) {
  const std::string& command = what.words.at(0);
  const arguments given(what.words);
  if (command == "tokens") return {tokens(given.rest.at(0)), 0};
  if (command == "match") return match(given.rest.at(0), given.rest.at(1));
  const project p = load(of.folder, threads);
  if (command == "check") return {check(p), p.codings ? 0 : 1};
  if (!p.codings) return {"", 1};
  if (command == "table") return {table(p, given, threads), 0};
  if (command == "kwic") return {kwic(p, given, threads), 0};
  if (command == "quotes") return {quotes(p, given), 0};
  if (command == "campaigns") return {members(p, given), 0};
  if (command == "organisations") return {organisations(p, given), 0};
  if (command == "code") {
    return {text_of(make<cli::buffer>(
                [&](auto to, auto err) { return heard_codings_csv(p.codings.get(), to, err); })),
            0};
  }
  throw std::runtime_error("no command of a case: " + command);
}

}  // namespace cases
