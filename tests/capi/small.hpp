/// @file
/// A consultation that fits on a page, and every kind of handle made of it.
#pragma once

#include <cli/handle.hpp>

#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace small {

inline constexpr std::string_view manifest_text = R"([consultation]
id = "library-hours"
title = "Library opening hours"
opens = 2026-03-02
closes = 2026-04-27

[[chapter]]
id = "c1"
title = "When we open"

[[question]]
id = "c1q1"
chapter = "c1"
kind = "open"
text = "When would you use the library if you could?"

[[question]]
id = "you"
kind = "multiple"
role = "about_you"
text = "Which of these describe you?"
options = [
  { id = "parent", label = "Parent, carer or guardian", attribution = "parent or carer" },
  { id = "student", label = "Student", attribution = "student" },
]

[[source]]
file = "data/form.csv"
channel = "form"
response_id = "Response ID"
organisation = "Organisation"
received = { column = "Submitted", format = "%d/%m/%Y %H:%M" }
publication = { column = "Publish", named = "Yes, with my name", anonymous = "Yes", counted_only = "No" }
capacity = { column = "Capacity", self = "Self", organisation = "Organisation" }
answers = { c1q1 = "Q1", you = { column = "About you", separator = "," } }

[[event]]
id = "evening"
title = "An evening at the library"
date = 2026-03-20
place = "Reading room"
attendance = 12
notes = "data/evening.txt"
)";

inline constexpr std::string_view codebook_text = R"([codebook]
language = "en"

[[theme]]
id = "hours"
name = "Opening hours"

[[theme]]
id = "evening-hours"
name = "Evening opening"
parent = "hours"
match = ['(open* OR close*) NEAR/4 (evening* OR late*)', '"after work"']
stance_of = "The library should open in the evening"
for = ['should']
against = ['no BEFORE/3 need']

[[theme]]
id = "weekend-hours"
name = "Weekend opening"
parent = "hours"
match = ['sunday* OR saturday*']
)";

inline constexpr std::string_view form_csv =
    "Response ID,Submitted,Organisation,Publish,Capacity,Q1,About you\n"
    "r1,02/03/2026 09:00,n/a,Yes,Self,You should open in the evening.,\"Parent, carer or "
    "guardian\"\n"
    "r2,03/03/2026 10:30,,Yes,Self,I come after work. Sundays too.,\"Student,Parent, carer or "
    "guardian\"\n"
    "r3,04/03/2026 11:45,Reading Circle,\"Yes, with my name\",Organisation,There is no need to "
    "open late.,\n"
    "r4,05/03/2026 12:00,Reading Circle Friends,No,Self,n/a,Student\n";

/// The same form, with a letter that three sent, one of them with words of her own, and "Yes".
inline constexpr std::string_view letters_csv =
    "Response ID,Submitted,Organisation,Publish,Capacity,Q1,About you\n"
    "p1,02/03/2026 09:00,,Yes,Self,The library should open in the evening and on every Sunday of "
    "the year.,Student\n"
    "p2,04/03/2026 09:00,Reading Circle,Yes,Organisation,The library should open in the evening "
    "and on every Sunday of the year.,\n"
    "p3,03/03/2026 09:00,,Yes,Self,The library should open in the evening and on every Sunday of "
    "the year. My street is dark.,Student\n"
    "p4,03/03/2026 09:00,,Yes,Self,Sundays would suit me.,Student\n"
    "p5,03/03/2026 09:00,,Yes,Self,Yes,\n"
    "p6,03/03/2026 09:00,,Yes,Self,yes!,\n"
    "p7,03/03/2026 09:00,,Yes,Self,YES,\n";

/// A number of those kept for drama, and a made-up name.
inline constexpr std::string_view personal_text = "Ring my son Tom Obi on 020 7946 0018.";

inline constexpr std::string_view evening_notes = "People asked for Sundays.\n";
inline constexpr std::string_view register_csv = "id,received,channel,file,note\n";
/// By name in the folder `decisions/`.
using decision_files = std::vector<std::pair<std::string, std::string>>;

/// A row of each kind. The words are r4's "n/a", which is quoted nowhere; the first row was made on
/// other words than r1 now has, so it is stale; and nobody sent a letter here, so the row for
/// campaigns is one that nothing uses.
inline const decision_files one_of_each = {
    {"quotes.csv",
     "response,question,first,last,action,text_hash,who,when,why\n"
     "r1,c1q1,0,3,clear,0123456789abcdef0123456789abcdef,ab,2026-05-01,an example\n"
     "r4,c1q1,0,3,ban,5bf13bba219f9e7627f493204e7c98a0,ab,2026-05-01,says nothing\n"},
    {"redactions.csv",
     "response,question,first,last,replacement,text_hash,who,when,why\n"
     "r4,c1q1,0,3,[x],5bf13bba219f9e7627f493204e7c98a0,ab,2026-05-01,an example\n"},
    {"translations.csv",
     "response,question,text_hash,language,translation,who,when,why\n"
     "r4,c1q1,5bf13bba219f9e7627f493204e7c98a0,cy,amherthnasol,the translator,2026-05-01,asked\n"},
    {"campaigns.csv",
     "campaign,policy,who,when,why\nnobodys-letter,count_each,ab,2026-05-01,an example\n"},
    {"organisations.csv",
     "name,canonical,type,action,who,when,why\n"
     "Reading Circle,Reading Circle,club,rename,ab,2026-05-01,an example\n"},
    {"signoff.csv", "section,run,who,when\nc1,0a1b,ab,2026-05-01\n"}};

/// What the manifest may ask for; nothing for files that are not there.
inline const std::string_view* file(const char* path) {
  if (std::strcmp(path, "data/form.csv") == 0) return &form_csv;
  if (std::strcmp(path, "data/evening.txt") == 0) return &evening_notes;
  if (std::strcmp(path, "register.csv") == 0) return &register_csv;
  return nullptr;
}

inline cli::manifest parse_manifest(std::string_view text = manifest_text) {
  return cli::make<cli::manifest>([&](auto out, auto err) {
    return heard_manifest_parse(text.data(), text.size(), "consultation.toml", out, nullptr, err);
  });
}

inline cli::codebook parse_codebook(std::string_view text = codebook_text) {
  return cli::make<cli::codebook>([&](auto out, auto err) {
    return heard_codebook_parse(text.data(), text.size(), "codebook.toml", out, nullptr, err);
  });
}

/// The codebook without "sunday*".
inline cli::codebook later_codebook() {
  std::string text(codebook_text);
  text.replace(text.find("sunday*"), 7, "monday*");
  return parse_codebook(text);
}

/// Hands in what there is and closes the rest.
inline void supply_all(heard_builder* to, const decision_files& decisions = one_of_each) {
  while (heard_builder_wanted_count(to) != 0) {
    const auto wanted = cli::fill<heard_wanted>(
        [&](auto out, auto err) { return heard_builder_wanted(to, 0, out, err); });
    const std::string path = wanted.path;
    const auto supply = [&](const std::string& name, std::string_view bytes) {
      cli::error e;
      e.check(heard_builder_supply(to, name.c_str(), bytes.data(), bytes.size(), e.out()));
    };
    if (const std::string_view* bytes = file(path.c_str())) {
      supply(path, *bytes);
      continue;
    }
    for (const auto& [name, bytes] : decisions) {
      if (path == "decisions/") supply(path + name, bytes);
    }
    cli::error e;
    e.check(heard_builder_close(to, path.c_str(), e.out()));
  }
}

inline cli::builder full_builder(const heard_manifest* from) {
  auto out = cli::make<cli::builder>(
      [&](auto made, auto err) { return heard_builder_new(from, made, err); });
  supply_all(out.get());
  return out;
}

/// One that wants everything, and keeps codings.
inline cli::stream empty_stream(const heard_manifest* from, const heard_codebook* by) {
  heard_stream_options options = HEARD_STREAM_OPTIONS_INIT;
  options.piece = 100;
  options.codings = 1;
  return cli::make<cli::stream>([&](auto made, auto err) {
    return heard_stream_new(from, by, &options, nullptr, made, err);
  });
}

/// One to which nothing was handed over but what it wants whole.
inline cli::stream full_stream(const heard_manifest* from, const heard_codebook* by) {
  cli::stream out = empty_stream(from, by);
  while (heard_stream_wanted_count(out.get()) != 0) {
    const auto wanted = cli::fill<heard_wanted>(
        [&](auto made, auto err) { return heard_stream_wanted(out.get(), 0, made, err); });
    const std::string path = wanted.path;
    const auto supply = [&](const std::string& name, std::string_view bytes) {
      cli::error e;
      e.check(heard_stream_supply(out.get(), name.c_str(), bytes.data(), bytes.size(), e.out()));
    };
    if (const std::string_view* bytes = file(path.c_str())) {
      supply(path, *bytes);
      continue;
    }
    for (const auto& [name, bytes] : one_of_each) {
      if (path == "decisions/") supply(path + name, bytes);
    }
    cli::error e;
    e.check(heard_stream_close(out.get(), path.c_str(), e.out()));
  }
  return out;
}

/// One to which all was handed over. @param chunk  bytes at a time
inline cli::stream read_stream(const heard_manifest* from, const heard_codebook* by,
                               std::size_t chunk = 7) {
  cli::stream out = full_stream(from, by);
  for (;;) {
    const auto next = cli::fill<heard_stream_file>(
        [&](auto made, auto err) { return heard_stream_next(out.get(), made, err); });
    if (*next.path == '\0') return out;
    for (std::string_view rest = form_csv; !rest.empty();) {
      const std::string_view now = rest.substr(0, chunk);
      cli::error e;
      e.check(heard_stream_take(out.get(), now.data(), now.size(), e.out()));
      rest.remove_prefix(now.size());
    }
    cli::error e;
    e.check(heard_stream_end(out.get(), 0, e.out()));
  }
}

/// A consultation of letters_csv.
inline cli::consultation letters(const heard_manifest* from, const decision_files& decisions = {}) {
  const auto builder = cli::make<cli::builder>(
      [&](auto made, auto err) { return heard_builder_new(from, made, err); });
  cli::error e;
  e.check(heard_builder_supply(builder.get(), "data/form.csv", letters_csv.data(),
                               letters_csv.size(), e.out()));
  supply_all(builder.get(), decisions);
  return cli::make<cli::consultation>([&](auto made, auto err) {
    return heard_builder_finish(builder.get(), nullptr, nullptr, made, nullptr, err);
  });
}

inline cli::campaigns campaigns_in(const heard_consultation* of) {
  return cli::make<cli::campaigns>([&](auto out, auto err) {
    return heard_campaigns_find(of, nullptr, nullptr, out, nullptr, err);
  });
}

/// One handle of each kind.
struct world {
  cli::manifest manifest = parse_manifest();
  cli::codebook codebook = parse_codebook();
  cli::builder builder = full_builder(manifest.get());
  cli::diagnostics diagnostics;
  cli::consultation consultation = make_consultation();
  cli::codings codings = cli::make<cli::codings>([&](auto out, auto err) {
    return heard_codings_run(consultation.get(), codebook.get(), nullptr, out, err);
  });
  cli::kept_words kept_words = cli::make<cli::kept_words>([&](auto out, auto err) {
    return heard_kept_words_new(consultation.get(), nullptr, out, err);
  });
  cli::recoding recoding = make_recoding();
  cli::buffer buffer = cli::make<cli::buffer>(
      [&](auto out, auto err) { return heard_codings_csv(codings.get(), out, err); });
  cli::table table = make_table();
  cli::cell_sources cell_sources = cli::make<cli::cell_sources>(
      [&](auto out, auto err) { return heard_table_explain(table.get(), 0, 0, out, err); });
  cli::campaigns campaigns = campaigns_in(letters(manifest.get()).get());
  cli::differences differences = cli::make<cli::differences>(
      [&](auto out, auto err) { return heard_campaigns_compare(campaigns.get(), 0, 2, out, err); });
  cli::sensitivity sensitivity = cli::make<cli::sensitivity>([&](auto out, auto err) {
    return heard_sensitivity_new(codings.get(), nullptr, nullptr, out, err);
  });
  cli::quotes quotes = cli::make<cli::quotes>(
      [&](auto out, auto err) { return heard_quotes_select(codings.get(), 0, nullptr, out, err); });
  cli::organisations organisations = cli::make<cli::organisations>(
      [&](auto out, auto err) { return heard_organisations_new(consultation.get(), out, err); });
  cli::resemblances resemblances = cli::make<cli::resemblances>([&](auto out, auto err) {
    return heard_organisations_explain(organisations.get(), "The Reading Circle", 3, out, err);
  });
  cli::privacy privacy = cli::make<cli::privacy>([&](auto out, auto err) {
    return heard_privacy_of_text(personal_text.data(), personal_text.size(), out, err);
  });
  cli::kwic kwic = cli::make<cli::kwic>([&](auto out, auto err) {
    return heard_kwic_run(consultation.get(), "open*", codebook.get(), nullptr, nullptr, out, err);
  });
  cli::tokens tokens = cli::make<cli::tokens>(
      [&](auto out, auto err) { return heard_tokens_new("Open late", 9, out, err); });
  cli::match match = cli::make<cli::match>([&](auto out, auto err) {
    return heard_match_run("open", "Open late", 9, nullptr, codebook.get(), out, err);
  });
  cli::stream stream = read_stream(manifest.get(), codebook.get());
  cli::report report = cli::make<cli::report>(
      [&](auto out, auto err) { return heard_report_render(codings.get(), nullptr, out, err); });
  cli::purge purge = cli::make<cli::purge>([&](auto out, auto err) {
    return heard_purge_new(manifest.get(), consultation.get(), "r2", "ann", "2026-05-01", "asked",
                           out, err);
  });
  cli::owned<heard_error, heard_error_free> error = make_error();

 private:
  cli::consultation make_consultation() {
    heard_diagnostics* remarks = nullptr;
    auto out = cli::make<cli::consultation>([&](auto made, auto err) {
      return heard_builder_finish(builder.get(), codebook.get(), nullptr, made, &remarks, err);
    });
    diagnostics.reset(remarks);
    return out;
  }

  cli::recoding make_recoding() {
    const auto later = later_codebook();
    return cli::make<cli::recoding>([&](auto out, auto err) {
      return heard_recoding_new(codings.get(), later.get(), kept_words.get(), nullptr, out, err);
    });
  }

  cli::table make_table() {
    heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
    spec.columns = {HEARD_BY_OPTION, 1};
    return cli::make<cli::table>([&](auto out, auto err) {
      return heard_table_new(codings.get(), &spec, nullptr, out, err);
    });
  }

  static cli::owned<heard_error, heard_error_free> make_error() {
    heard_error* raw = nullptr;
    heard_match* none = nullptr;
    if (heard_match_run("AND", "x", 1, nullptr, nullptr, &none, &raw) == HEARD_OK) return nullptr;
    return cli::owned<heard_error, heard_error_free>(raw);
  }
};

/// What `kept_words` saves.
inline const std::string& saved_words(const world& w) {
  static const std::string bytes = [&] {
    const auto saved = cli::make<cli::buffer>(
        [&](auto out, auto err) { return heard_kept_words_save(w.kept_words.get(), out, err); });
    std::size_t size = 0;
    const char* data = heard_buffer_data(saved.get(), &size);
    return std::string(data, size);
  }();
  return bytes;
}

/// Id of the campaign in `campaigns`.
inline const char* first_campaign(const world& w) {
  static const std::string id = [&] {
    return cli::to_string(cli::fill<heard_campaign>([&](auto out, auto err) {
                            return heard_campaigns_at(w.campaigns.get(), 0, out, err);
                          }).id);
  }();
  return id.c_str();
}

}  // namespace small
