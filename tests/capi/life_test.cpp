// Long because each kind of handle has its way to be looked at, side by side.
// Made, used, freed: every kind of handle, in every order. The sanitizers see what is read too
// late.
#include "small.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

// How to use a handle so that it reads what it borrows from, and how to free it.
struct life {
  const char* name;
  std::function<void()> use;
  std::function<void()> free;
};

std::size_t read(heard_text text) {
  return std::accumulate(
      text.data, text.data + text.size, std::size_t{0},
      [](std::size_t sum, char c) { return sum + static_cast<unsigned char>(c); });
}

template <class Struct, class Call>
Struct at(Call&& call) {
  return cli::fill<Struct>(std::forward<Call>(call));
}

// Distinct handles live in one world; each is given up alone.
std::vector<life> lives(small::world& w) {
  std::vector<life> all;
  all.push_back(
      {"manifest",
       [&] { CHECK(std::string(heard_manifest_codebook(w.manifest.get())) == "codebook.toml"); },
       [&] { w.manifest.reset(); }});
  all.push_back({"codebook",
                 [&] {
                   CHECK(std::string(heard_codebook_language(w.codebook.get())) == "en");
                   const auto theme = at<heard_theme>([&](auto o, auto e) {
                     return heard_codebook_theme(w.codebook.get(), 1, o, e);
                   });
                   CHECK(cli::to_string(theme.stance_of) ==
                         "The library should open in the evening");
                 },
                 [&] { w.codebook.reset(); }});
  all.push_back({"builder", [&] { CHECK(heard_builder_wanted_count(w.builder.get()) == 0); },
                 [&] { w.builder.reset(); }});
  all.push_back({"diagnostics", [&] { CHECK(heard_diagnostics_errors(w.diagnostics.get()) == 0); },
                 [&] { w.diagnostics.reset(); }});
  all.push_back({"consultation",
                 [&] {
                   const auto answer = at<heard_answer>([&](auto o, auto e) {
                     return heard_consultation_answer(w.consultation.get(), 0, o, e);
                   });
                   CHECK(cli::to_string(answer.text) == "You should open in the evening.");
                   CHECK(std::string(answer.file) == "data/form.csv");
                 },
                 [&] { w.consultation.reset(); }});
  all.push_back({"codings",
                 [&] {
                   const auto coding = at<heard_coding>(
                       [&](auto o, auto e) { return heard_codings_at(w.codings.get(), 0, o, e); });
                   CHECK(coding.answer == 0);
                   CHECK(coding.evidence == 1);
                 },
                 [&] { w.codings.reset(); }});
  all.push_back({"kept_words",
                 [&] {
                   const auto saved = cli::make<cli::buffer>([&](auto o, auto e) {
                     return heard_kept_words_save(w.kept_words.get(), o, e);
                   });
                   CHECK(std::string(heard_buffer_data(saved.get(), nullptr)).rfind("heard", 0) ==
                         0);
                 },
                 [&] { w.kept_words.reset(); }});
  all.push_back({"recoding",
                 [&] {
                   const auto theme = at<heard_changed_theme>([&](auto o, auto e) {
                     return heard_recoding_at(w.recoding.get(), 0, o, e);
                   });
                   CHECK(cli::to_string(theme.id) == "weekend-hours");
                   CHECK(theme.answers_before == 1);
                   const auto later = cli::make<cli::codings>([&](auto o, auto e) {
                     return heard_recoding_codings(w.recoding.get(), o, e);
                   });
                   CHECK(heard_codings_count(later.get()) > 0);
                 },
                 [&] { w.recoding.reset(); }});
  all.push_back({"buffer",
                 [&] {
                   std::size_t size = 0;
                   const char* bytes = heard_buffer_data(w.buffer.get(), &size);
                   CHECK(std::char_traits<char>::length(bytes) == size);
                 },
                 [&] { w.buffer.reset(); }});
  all.push_back({"table",
                 [&] {
                   const auto heading = at<heard_heading>([&](auto o, auto e) {
                     return heard_table_heading(w.table.get(), 0, 0, o, e);
                   });
                   CHECK(cli::to_string(heading.id) == "hours");
                   CHECK(heard_table_note(w.table.get(), 0) != nullptr);
                 },
                 [&] { w.table.reset(); }});
  all.push_back({"cell_sources",
                 [&] { CHECK(heard_cell_sources_count(w.cell_sources.get()) >= 3); },
                 [&] { w.cell_sources.reset(); }});
  all.push_back({"quotes",
                 [&] {
                   const auto quote = at<heard_quote>(
                       [&](auto o, auto e) { return heard_quotes_at(w.quotes.get(), 0, o, e); });
                   CHECK(read(quote.text) + read(quote.attribution) > 0);
                 },
                 [&] { w.quotes.reset(); }});
  all.push_back({"organisations",
                 [&] {
                   const auto body = at<heard_body>([&](auto o, auto e) {
                     return heard_organisations_at(w.organisations.get(), 0, o, e);
                   });
                   CHECK(cli::to_string(body.name) == "Reading Circle");
                 },
                 [&] { w.organisations.reset(); }});
  all.push_back({"resemblances",
                 [&] {
                   const auto like = at<heard_resemblance>([&](auto o, auto e) {
                     return heard_resemblances_at(w.resemblances.get(), 0, o, e);
                   });
                   CHECK(cli::to_string(like.name) == "Reading Circle");
                   CHECK(read(like.why) > 0);
                 },
                 [&] { w.resemblances.reset(); }});
  all.push_back({"campaigns",
                 [&] {
                   const auto of = at<heard_campaign>([&](auto o, auto e) {
                     return heard_campaigns_at(w.campaigns.get(), 0, o, e);
                   });
                   CHECK(of.members == 3);
                 },
                 [&] { w.campaigns.reset(); }});
  all.push_back({"differences",
                 [&] {
                   const auto own = at<heard_difference>([&](auto o, auto e) {
                     return heard_differences_at(w.differences.get(), 0, o, e);
                   });
                   CHECK(cli::to_string(own.own) == "My street is dark");
                 },
                 [&] { w.differences.reset(); }});
  all.push_back({"sensitivity",
                 [&] {
                   const auto row = at<heard_sensitivity_row>([&](auto o, auto e) {
                     return heard_sensitivity_at(w.sensitivity.get(), 0, o, e);
                   });
                   CHECK(row.rank[0] == 1);
                 },
                 [&] { w.sensitivity.reset(); }});
  all.push_back({"privacy",
                 [&] {
                   const auto name = at<heard_personal>(
                       [&](auto o, auto e) { return heard_privacy_at(w.privacy.get(), 0, o, e); });
                   CHECK(std::string(name.kind) == "name");
                   CHECK(std::string(name.replacement) == "[name]");
                 },
                 [&] { w.privacy.reset(); }});
  all.push_back({"purge",
                 [&] {
                   const auto file = at<heard_purge_file>(
                       [&](auto o, auto e) { return heard_purge_at(w.purge.get(), 1, o, e); });
                   CHECK(std::string(file.path) == "decisions/purged.csv");
                   const std::string words = "<b>I come after work. Sundays too.</b>";
                   size_t at = 0;
                   CHECK(heard_purge_find(w.purge.get(), words.data(), words.size(), &at,
                                          nullptr) == HEARD_OK);
                   CHECK(at == 3);
                 },
                 [&] { w.purge.reset(); }});
  all.push_back({"kwic",
                 [&] {
                   const auto line = at<heard_kwic_line>(
                       [&](auto o, auto e) { return heard_kwic_at(w.kwic.get(), 0, o, e); });
                   CHECK(cli::to_string(line.left) == "You should ");
                   CHECK(cli::to_string(line.hit) == "open");
                 },
                 [&] { w.kwic.reset(); }});
  all.push_back({"tokens",
                 [&] {
                   const auto token = at<heard_token>(
                       [&](auto o, auto e) { return heard_tokens_at(w.tokens.get(), 1, o, e); });
                   CHECK(cli::to_string(token.folded) == "late");
                 },
                 [&] { w.tokens.reset(); }});
  all.push_back({"match",
                 [&] {
                   const auto step = at<heard_match_step>(
                       [&](auto o, auto e) { return heard_match_step_at(w.match.get(), 0, o, e); });
                   CHECK(cli::to_string(step.part) == "open");
                 },
                 [&] { w.match.reset(); }});
  all.push_back({"stream",
                 [&] {
                   const auto next = at<heard_stream_file>(
                       [&](auto o, auto e) { return heard_stream_next(w.stream.get(), o, e); });
                   CHECK(std::string(next.path).empty());
                 },
                 [&] { w.stream.reset(); }});
  all.push_back({"report",
                 [&] {
                   const auto file = at<heard_report_file>(
                       [&](auto o, auto e) { return heard_report_at(w.report.get(), 0, o, e); });
                   CHECK(std::string(file.path).rfind("internal/", 0) == 0);
                   CHECK(read(file.bytes) > 0);
                 },
                 [&] { w.report.reset(); }});
  all.push_back({"error",
                 [&] { CHECK(std::string(heard_error_location(w.error.get())->name) == "rule"); },
                 [&] { w.error.reset(); }});
  return all;
}

// Frees one after another and uses all that are left after each.
void end_in_order(const std::vector<std::size_t>& order) {
  small::world w;
  const std::vector<life> all = lives(w);
  REQUIRE(order.size() == all.size());
  for (std::size_t gone = 0; gone <= order.size(); ++gone) {
    for (std::size_t i = gone; i < order.size(); ++i) {
      CAPTURE(all[order[i]].name);
      all[order[i]].use();
    }
    if (gone < order.size()) all[order[gone]].free();
  }
}

constexpr std::size_t kinds = 25;  // as many as heard.h has opaque structs

std::vector<std::size_t> in_order() {
  std::vector<std::size_t> order(kinds);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

TEST_CASE("parents before children") {
  end_in_order(in_order());
}

TEST_CASE("children before parents") {
  auto order = in_order();
  std::reverse(order.begin(), order.end());
  end_in_order(order);
}

TEST_CASE("each kind first and each kind last") {
  for (std::size_t i = 0; i < kinds; ++i) {
    auto order = in_order();
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i),
                order.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    end_in_order(order);
    order = in_order();
    std::rotate(order.begin() + static_cast<std::ptrdiff_t>(i),
                order.begin() + static_cast<std::ptrdiff_t>(i) + 1, order.end());
    end_in_order(order);
  }
}

TEST_CASE("any other order") {
  std::mt19937 draw(20260302);
  for (int i = 0; i < 20; ++i) {
    auto order = in_order();
    std::shuffle(order.begin(), order.end(), draw);
    end_in_order(order);
  }
}

// A form with one long answer, on the heap, so that reading it once it was given back is seen.
struct loan {
  std::string bytes = std::string(small::form_csv.substr(0, small::form_csv.find('\n') + 1)) +
                      "long,02/03/2026 09:00,,Yes,Self,\"" + words() + "\",\n";
  int* given_back = nullptr;

  static std::string words() {
    std::string out;
    while (out.size() < 1000) out += "You should open in the evening. ";
    return out;
  }
};

void give_back(void* owner) {
  auto* const back = static_cast<loan*>(owner);
  ++*back->given_back;
  delete back;
}

// A builder to which that form was lent. @param[out] place  where the form stands
cli::builder lending_builder(const heard_manifest* from, int& given_back,
                             std::string_view* place = nullptr) {
  auto out = cli::make<cli::builder>(
      [&](auto made, auto err) { return heard_builder_new(from, made, err); });
  auto* const form = new loan;
  form->given_back = &given_back;
  if (place != nullptr) *place = form->bytes;
  cli::error e;
  e.check(heard_builder_lend(out.get(), "data/form.csv", form->bytes.data(), form->bytes.size(),
                             give_back, form, e.out()));
  small::supply_all(out.get(), {});
  return out;
}

TEST_CASE("lent bytes are not copied, and given back once, after the last handle that shows them") {
  const auto manifest = small::parse_manifest();
  const auto codebook = small::parse_codebook();
  int given_back = 0;
  std::string_view lent;
  auto builder = lending_builder(manifest.get(), given_back, &lent);
  auto consultation = cli::make<cli::consultation>([&](auto out, auto err) {
    return heard_builder_finish(builder.get(), codebook.get(), nullptr, out, nullptr, err);
  });
  builder.reset();
  const auto answer = at<heard_answer>(
      [&](auto o, auto e) { return heard_consultation_answer(consultation.get(), 0, o, e); });
  CHECK(cli::to_string(answer.text) == loan::words());
  CHECK(answer.text.data == lent.data() + lent.find("You should"));
  auto codings = cli::make<cli::codings>([&](auto out, auto err) {
    return heard_codings_run(consultation.get(), codebook.get(), nullptr, out, err);
  });
  auto quotes = cli::make<cli::quotes>(
      [&](auto out, auto err) { return heard_quotes_select(codings.get(), 0, nullptr, out, err); });
  consultation.reset();
  CHECK(given_back == 0);
  codings.reset();
  const auto quote =
      at<heard_quote>([&](auto o, auto e) { return heard_quotes_at(quotes.get(), 0, o, e); });
  CHECK(read(quote.text) > 0);
  CHECK(given_back == 0);
  quotes.reset();
  CHECK(given_back == 1);
}

TEST_CASE("lent bytes of which little is needed are copied and given back early") {
  const auto manifest = small::parse_manifest();
  int given_back = 0;
  auto builder = cli::make<cli::builder>(
      [&](auto out, auto err) { return heard_builder_new(manifest.get(), out, err); });
  cli::error fault;
  fault.check(heard_builder_lend(
      builder.get(), "data/form.csv", small::form_csv.data(), small::form_csv.size(),
      [](void* count) { ++*static_cast<int*>(count); }, &given_back, fault.out()));
  small::supply_all(builder.get(), {});
  const auto consultation = cli::make<cli::consultation>([&](auto out, auto err) {
    return heard_builder_finish(builder.get(), nullptr, nullptr, out, nullptr, err);
  });
  CHECK(given_back == 1);
  const auto answer = at<heard_answer>(
      [&](auto o, auto e) { return heard_consultation_answer(consultation.get(), 0, o, e); });
  CHECK(cli::to_string(answer.text) == "You should open in the evening.");
}

TEST_CASE("lent bytes are given back by a builder that makes nothing") {
  const auto manifest = small::parse_manifest();
  int given_back = 0;
  auto builder = lending_builder(manifest.get(), given_back);
  CHECK(given_back == 0);
  builder.reset();
  CHECK(given_back == 1);
}

TEST_CASE("lent bytes are given back by a call that is refused") {
  const auto manifest = small::parse_manifest();
  const auto builder = cli::make<cli::builder>(
      [&](auto out, auto err) { return heard_builder_new(manifest.get(), out, err); });
  const auto lend = [](heard_builder* to, const char* path, const char* data) {
    int given_back = 0;
    CHECK(heard_builder_lend(
              to, path, data, 1, [](void* count) { ++*static_cast<int*>(count); }, &given_back,
              nullptr) == HEARD_BAD_ARGUMENT);
    return given_back;
  };
  CHECK(lend(builder.get(), "nobody-asked.csv", "x") == 1);
  CHECK(lend(builder.get(), "data/form.csv", nullptr) == 1);
  CHECK(lend(builder.get(), nullptr, "x") == 1);
  CHECK(lend(nullptr, "data/form.csv", "x") == 1);
}

TEST_CASE("a manifest may go while its builder collects") {
  auto manifest = small::parse_manifest();
  auto builder = cli::make<cli::builder>(
      [&](auto out, auto err) { return heard_builder_new(manifest.get(), out, err); });
  manifest.reset();
  small::supply_all(builder.get());
  const auto codebook = small::parse_codebook();
  const auto consultation = cli::make<cli::consultation>([&](auto out, auto err) {
    return heard_builder_finish(builder.get(), codebook.get(), nullptr, out, nullptr, err);
  });
  builder.reset();
  CHECK(heard_consultation_count(consultation.get(), HEARD_RESPONSE) == 4);
}

}  // namespace
