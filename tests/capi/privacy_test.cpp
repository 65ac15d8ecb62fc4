// Personal data through heard.h.
#include "small.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

heard_personal row_of(const cli::privacy& from, std::size_t index) {
  return cli::fill<heard_personal>(
      [&](auto out, auto err) { return heard_privacy_at(from.get(), index, out, err); });
}

std::vector<std::string> words_of(const cli::privacy& from, std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < heard_privacy_count(from.get()); ++i) {
    const heard_personal row = row_of(from, i);
    REQUIRE(row.first < row.last);
    REQUIRE(row.last <= text.size());
    out.push_back(row.kind + std::string(": ") +
                  std::string(text.substr(row.first, row.last - row.first)));
  }
  return out;
}

TEST_CASE("in a text, by place") {
  const small::world w;
  CHECK(words_of(w.privacy, small::personal_text) ==
        std::vector<std::string>{"name: Tom Obi", "telephone number: 020 7946 0018"});
  const heard_personal name = row_of(w.privacy, 0);
  CHECK(std::string(name.why) == "context");
  CHECK(std::string(name.replacement) == "[name]");
  CHECK(name.answer == 0);
  CHECK(name.settled == 0);
  heard_personal beyond{};
  beyond.struct_size = sizeof beyond;
  CHECK(heard_privacy_at(w.privacy.get(), 2, &beyond, nullptr) == HEARD_BAD_ARGUMENT);
}

TEST_CASE("no text, and bytes that are no text") {
  heard_privacy* raw = nullptr;
  REQUIRE(heard_privacy_of_text(nullptr, 0, &raw, nullptr) == HEARD_OK);
  const cli::privacy none(raw);
  CHECK(heard_privacy_count(none.get()) == 0);
  const std::string bytes("\xFF\0Ring 020 7946 0018\xC3", 21);
  REQUIRE(heard_privacy_of_text(bytes.data(), bytes.size(), &raw, nullptr) == HEARD_OK);
  const cli::privacy some(raw);
  CHECK(words_of(some, bytes) == std::vector<std::string>{"telephone number: 020 7946 0018"});
}

TEST_CASE("in a consultation by answer: what a redaction covers is settled") {
  const auto found = [](const small::decision_files& decisions, std::string_view form) {
    const auto manifest = small::parse_manifest();
    const auto builder = cli::make<cli::builder>(
        [&](auto out, auto err) { return heard_builder_new(manifest.get(), out, err); });
    cli::error e;
    e.check(
        heard_builder_supply(builder.get(), "data/form.csv", form.data(), form.size(), e.out()));
    small::supply_all(builder.get(), decisions);
    const auto of = cli::make<cli::consultation>([&](auto out, auto err) {
      return heard_builder_finish(builder.get(), nullptr, nullptr, out, nullptr, err);
    });
    const auto all = cli::make<cli::privacy>(
        [&](auto out, auto err) { return heard_privacy_find(of.get(), out, err); });
    std::string out;
    for (std::size_t i = 0; i < heard_privacy_count(all.get()); ++i) {
      const heard_personal row = row_of(all, i);
      const auto answer = cli::fill<heard_answer>([&](auto o, auto err) {
        return heard_consultation_answer(of.get(), row.answer, o, err);
      });
      out += std::string(answer.text_hash) + " " + row.kind + " " + std::to_string(row.first) +
             "-" + std::to_string(row.last) + (row.settled != 0 ? " settled\n" : "\n");
    }
    return out;
  };
  const std::string form =
      "Response ID,Submitted,Organisation,Publish,Capacity,Q1,About you\n"
      "r1,02/03/2026 09:00,,Yes,Self,Ask my son Tom Obi about it.,\n";
  const std::string before = found({}, form);
  const std::string hash = before.substr(0, 32);
  CHECK(before == hash + " name 11-18\n");
  const auto redacted = [&](const char* bytes) {
    return found({{"redactions.csv",
                   "response,question,first,last,replacement,text_hash,who,when,why\n"
                   "r1,c1q1," +
                       std::string(bytes) + ",[name]," + hash + ",zoe,2026-05-02,a name\n"}},
                 form);
  };
  CHECK(redacted("11,18") == hash + " name 11-18 settled\n");
  CHECK(redacted("11,14") == hash + " name 11-18\n");  // "Obi" is left
}

}  // namespace
