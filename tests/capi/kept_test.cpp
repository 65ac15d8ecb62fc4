// Words that are kept: what comes out is what a whole run gives, and what does not fit says why.
#include "small.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::string csv_of(const heard_codings* codings) {
  const auto text = cli::make<cli::buffer>(
      [&](auto out, auto err) { return heard_codings_csv(codings, out, err); });
  return heard_buffer_data(text.get(), nullptr);
}

cli::codings run(const small::world& w, const heard_codebook* by) {
  return cli::make<cli::codings>([&](auto out, auto err) {
    return heard_codings_run(w.consultation.get(), by, nullptr, out, err);
  });
}

std::string changed(std::string_view from, std::string_view to) {
  std::string text(small::codebook_text);
  text.replace(text.find(from), from.size(), to);
  return text;
}

cli::kept_words opened(const small::world& w, const std::string& bytes) {
  return cli::make<cli::kept_words>([&](auto out, auto err) {
    return heard_kept_words_open(w.consultation.get(), bytes.data(), bytes.size(), nullptr, out,
                                 err);
  });
}

TEST_CASE("kept words give the codings of a whole run, saved and opened too") {
  const small::world w;
  const auto again = opened(w, small::saved_words(w));
  for (const heard_kept_words* words : {w.kept_words.get(), again.get()}) {
    const auto coded = cli::make<cli::codings>([&](auto out, auto err) {
      return heard_kept_words_code(words, w.codebook.get(), nullptr, out, err);
    });
    CHECK(csv_of(coded.get()) == csv_of(w.codings.get()));
  }
}

TEST_CASE("a change is told in figures and gives the codings of a whole run") {
  const small::world w;
  const struct {
    std::string book;
    std::vector<std::string> told;  // Theme, answers before and after, gained, lost, mentions.
  } cases[] = {
      {std::string(small::codebook_text), {}},
      {changed("sunday*", "open*"), {"weekend-hours 1 2 2 1 1->2"}},
      {changed("'\"after work\"'", "'zebra'"), {"evening-hours 3 2 0 1 3->2"}},
      {changed("id = \"weekend-hours\"", "id = \"sundays\""),
       {"sundays 0 1 1 0 0->1 new", "weekend-hours 1 0 0 1 1->0 gone"}},
      {changed("name = \"Weekend opening\"", "name = \"At weekends\""), {}},
  };
  for (const auto& c : cases) {
    const auto book = small::parse_codebook(c.book);
    const auto made = cli::make<cli::recoding>([&](auto out, auto err) {
      return heard_recoding_new(w.codings.get(), book.get(), w.kept_words.get(), nullptr, out, err);
    });
    std::vector<std::string> told;
    for (std::size_t i = 0; i < heard_recoding_count(made.get()); ++i) {
      const auto t = cli::fill<heard_changed_theme>(
          [&](auto out, auto err) { return heard_recoding_at(made.get(), i, out, err); });
      told.push_back(cli::to_string(t.id) + ' ' + std::to_string(t.answers_before) + ' ' +
                     std::to_string(t.answers_after) + ' ' + std::to_string(t.gained) + ' ' +
                     std::to_string(t.lost) + ' ' + std::to_string(t.mentions_before) + "->" +
                     std::to_string(t.mentions_after) + (t.before == HEARD_NONE ? " new" : "") +
                     (t.after == HEARD_NONE ? " gone" : ""));
    }
    CHECK(told == c.told);
    const auto all = cli::make<cli::codings>(
        [&](auto out, auto err) { return heard_recoding_codings(made.get(), out, err); });
    CHECK(csv_of(all.get()) == csv_of(run(w, book.get()).get()));
  }
}

TEST_CASE("bytes that do not fit are refused with the reason") {
  const small::world w;
  std::string damaged = small::saved_words(w);
  damaged.back() = static_cast<char>(damaged.back() + 1);
  for (const auto& [bytes, why] : std::vector<std::pair<std::string, std::string>>{
           {"", "it is cut off"},
           {std::string(500, 'x'), "it holds no kept words"},
           {damaged, "it is damaged"}}) {
    heard_error* raw = nullptr;
    heard_kept_words* out = nullptr;
    CHECK(heard_kept_words_open(w.consultation.get(), bytes.data(), bytes.size(), nullptr, &out,
                                &raw) == HEARD_BAD_INPUT);
    const cli::owned<heard_error, heard_error_free> error(raw);
    CHECK(heard_error_message(error.get()) == why);
    CHECK(out == nullptr);
  }
  const auto others = small::letters(w.manifest.get());
  heard_error* raw = nullptr;
  heard_kept_words* out = nullptr;
  CHECK(heard_kept_words_open(others.get(), small::saved_words(w).data(),
                              small::saved_words(w).size(), nullptr, &out,
                              &raw) == HEARD_BAD_INPUT);
  const cli::owned<heard_error, heard_error_free> error(raw);
  CHECK(std::string(heard_error_message(error.get())) == "the texts have changed since");
}

TEST_CASE("words of another consultation are refused") {
  const small::world w;
  const auto others = small::letters(w.manifest.get());
  const auto words = cli::make<cli::kept_words>(
      [&](auto out, auto err) { return heard_kept_words_new(others.get(), nullptr, out, err); });
  heard_recoding* out = nullptr;
  CHECK(heard_recoding_new(w.codings.get(), w.codebook.get(), words.get(), nullptr, &out,
                           nullptr) == HEARD_BAD_ARGUMENT);
}

}  // namespace
