// Kept words as bytes: what fits, and what is done with bytes that do not.
#include "books.hpp"
#include "coding/word_store.hpp"
#include "unit/model/small.hpp"

#include <heard/base/error.hpp>
#include <heard/base/hash.hpp>
#include <heard/coding/codings.hpp>
#include <heard/coding/kept_words.hpp>
#include <heard/coding/recoding.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

using namespace heard;
using namespace heard::testing;

namespace {

const run_options one_thread = {1, {}};

std::vector<std::string> answers() {
  return {
      "The bus was late. THE Bus was never late!",
      "",
      "...",
      "naïve café 👍🏽 don't don’t https://example.org/plan #plan @council a@example.org",
      std::string(300, ' ') + "far" + std::string(255, '-') + "further" + std::string(254, ' ') +
          "near",
      "Кот. Коты? 10:16 3.5 work.The decision-making"};
}

std::shared_ptr<const consultation> consult(const std::vector<std::string>& texts) {
  small s;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto handle = s.builder.add_response(s.response("r" + std::to_string(i)));
    s.say(*handle, i % 2 == 0 ? s.why : s.how, texts[i]);
  }
  engagement_event event;
  event.id = event.title = "market";
  s.builder.add_event(event, "Late trams. A bus.");
  return s.finish();
}

/// Made whole again after an edit: only what the words say can tell.
void seal(std::string& bytes) {
  constexpr std::size_t contents = 88;
  constexpr std::size_t self = 104;
  constexpr std::size_t size = 120;
  const auto put = [&](std::size_t at, hash128 h) {
    std::memcpy(bytes.data() + at, &h.high, sizeof h.high);
    std::memcpy(bytes.data() + at + sizeof h.high, &h.low, sizeof h.low);
  };
  put(contents, hash_bytes(std::string_view(bytes).substr(size)));
  put(self, hash_bytes(std::string_view(bytes).substr(0, self)));
}

}  // namespace

TEST_CASE("kept words are the tokeniser's, in any text and by any number of threads") {
  const auto of = consult(answers());
  const auto words = keep_words(of, one_thread);
  const matching::word_store& store = words->store();
  text::tokeniser tokenise;
  std::vector<text::token> expected;
  std::vector<text::token> got;
  std::size_t tokens = 0;
  REQUIRE(words->texts() == store.texts.size());
  for (matching::text_row row = 0; row < store.texts.size(); ++row) {
    const std::string_view text = store.texts[row];
    tokenise.tokens(text, expected);
    store.tokens(row, got);
    REQUIRE(got.size() == expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      CHECK(got[i].bytes == expected[i].bytes);
      CHECK(got[i].kind == expected[i].kind);
      const auto type = matching::word_store::type_of(store.words_of(row)[i]);
      CHECK(store.types.spelling(type) == expected[i].bytes.of(text));
      const bool same_sentence = i > 0 && expected[i].sentence == expected[i - 1].sentence;
      if (i > 0) CHECK(same_sentence == (got[i].sentence == got[i - 1].sentence));
    }
    tokens += got.size();
  }
  CHECK(words->tokens() == tokens);
  CHECK(tokens > 30);
  for (const unsigned threads : {2U, 3U, 8U}) {
    CHECK(keep_words(of, {threads, {}})->save() == words->save());
  }
}

TEST_CASE("places are where a type stands") {
  const auto words = keep_words(consult(answers()), one_thread);
  const matching::word_store& store = words->store();
  std::size_t places = 0;
  for (text::type_id type = 0; type < store.types.size(); ++type) {
    for (const matching::token_row token : store.where()[type]) {
      CHECK(matching::word_store::type_of(store.words[token]) == type);
      const matching::text_row row = store.where().text_of(token);
      CHECK(store.first_token[row] <= token);
      CHECK(token < store.first_token[row + 1]);
      ++places;
    }
  }
  CHECK(places == words->tokens());
}

TEST_CASE("bytes that were not saved of these texts do not fit, and say why") {
  const auto of = consult(answers());
  const std::string saved = keep_words(of, one_thread)->save();
  const auto why = [&](const std::string& bytes) {
    const opened_words opened = open_words(of, bytes, one_thread);
    CHECK((opened.words == nullptr) == !opened.why_not.empty());
    return opened.why_not;
  };
  REQUIRE(why(saved).empty());
  CHECK(open_words(of, saved, one_thread).words->save() == saved);

  CHECK(why("") == "it is cut off");
  CHECK(why(saved.substr(0, 119)) == "it is cut off");
  CHECK(why(saved.substr(0, saved.size() - 1)) == "it is cut off");
  CHECK(why(saved + "x") == "it is cut off");
  CHECK(why(std::string(200, 'x')) == "it holds no kept words");
  const auto with = [&](std::size_t at, char bits) {
    std::string bytes = saved;
    bytes[at] = static_cast<char>(bytes[at] ^ bits);
    return why(bytes);
  };
  CHECK(with(16, 1) == "another version of heard wrote it");  // The order of bytes, ...
  CHECK(with(20, 1) == "another version of heard wrote it");  // ... the form, ...
  CHECK(with(56, 1) == "another version of heard wrote it");  // ... the library and Unicode.
  CHECK(with(24, 1) == "it is damaged");
  CHECK(with(saved.size() - 1, 1) == "it is damaged");

  // A word that was changed, an answer that went, one that is no answer any more.
  std::vector<std::string> changed = answers();
  changed[0][4] = 'B';
  CHECK(open_words(consult(changed), saved, one_thread).why_not == "the texts have changed since");
  changed = answers();
  changed.pop_back();
  CHECK(open_words(consult(changed), saved, one_thread).why_not == "the texts have changed since");
  changed = answers();
  std::swap(changed[1], changed[2]);
  CHECK(open_words(consult(changed), saved, one_thread).why_not == "the texts have changed since");
}

TEST_CASE("no byte may be wrong or lacking") {
  const auto of = consult(answers());
  const std::string saved = keep_words(of, one_thread)->save();
  for (std::size_t at = 0; at < saved.size(); ++at) {
    CAPTURE(at);
    std::string bytes = saved;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
    CHECK(open_words(of, bytes, one_thread).words == nullptr);
    CHECK(open_words(of, saved.substr(0, at), one_thread).words == nullptr);
  }
}

TEST_CASE("bytes that somebody made whole again harm nobody") {
  const auto of = consult(answers());
  const std::string saved = keep_words(of, one_thread)->save();
  const auto book = made_book({{"bus", {"bus", "\"the bus\"", "b*s OR late~1 OR =Bus"}, {"never"}},
                               {"late", {"%late NEAR/3 bus", "SENTENCE(late AND NOT never)"}},
                               {"all", {"w?*s", "\"* was\"", "@bus AND *at*"}}});
  std::mt19937 random(20260427);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  int refused = 0;
  int fitted = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = saved;
    for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
      // Mostly in the contents; sometimes in how many there are of each.
      const std::size_t at = round % 4 == 0 ? 24 + below(32) : 120 + below(saved.size() - 120);
      const char values[] = {0, 1, 2, 3, 127, -128, -2, -1, static_cast<char>(below(256))};
      bytes[at] = values[below(std::size(values))];
    }
    if (below(8) == 0) bytes.resize(120 + below(bytes.size() - 120));
    seal(bytes);
    const opened_words opened = open_words(of, bytes, one_thread);
    REQUIRE((opened.words == nullptr) == !opened.why_not.empty());
    if (!opened.words) {
      ++refused;
      continue;
    }
    ++fitted;
    const auto made = run_codings(of, book, one_thread, nullptr, opened.words.get());
    for (const coding_id row : made->each()) {
      for (const evidence& e : made->table().spans[row]) {
        REQUIRE(e.bytes.last <= of->text_of(made->table().answer[row]).size());
      }
    }
    const recoding again(made, made_book({{"bus", {"bus AND late"}}, {"new", {"*us*"}}}),
                         opened.words, one_thread);
    REQUIRE(again.result() != nullptr);
    REQUIRE(opened.words->save().size() > 120);
  }
  CHECK(refused > 2000);
  CHECK(fitted > 100);
}

TEST_CASE("words of another consultation are no words of this one") {
  const auto of = consult(answers());
  const auto book = made_book({{"bus", {"bus"}}});
  const auto words = keep_words(consult(answers()), one_thread);
  const auto before = run_codings(of, book, one_thread);
  CHECK_THROWS_WITH_AS((void)run_codings(of, book, one_thread, nullptr, words.get()),
                       "the words were kept of another consultation", error);
  CHECK_THROWS_WITH_AS(recoding(before, book, words, one_thread),
                       "the words were kept of another consultation", error);
}

TEST_CASE("keeping and opening stop when they are told to") {
  const auto of = consult(answers());
  const std::string saved = keep_words(of, one_thread)->save();
  const run_options stopping = {1, [](const progress&) { return false; }};
  CHECK_THROWS_AS((void)keep_words(of, stopping), error);
  CHECK_THROWS_AS((void)open_words(of, saved, stopping), error);
}
