#include "small.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace {

// The statuses as heard.h lists them.
constexpr struct {
  heard_status status;
  const char* name;
} statuses[] = {
    {HEARD_OK, "ok"},
    {HEARD_BAD_ARGUMENT, "bad argument"},
    {HEARD_NO_MEMORY, "no memory"},
    {HEARD_BAD_ENCODING, "bad encoding"},
    {HEARD_BAD_INPUT, "bad input"},
    {HEARD_BAD_MANIFEST, "bad manifest"},
    {HEARD_BAD_CODEBOOK, "bad codebook"},
    {HEARD_CANCELLED, "cancelled"},
    {HEARD_REFUSED, "refused"},
    {HEARD_NOT_FOUND, "not found"},
    {HEARD_INTERNAL, "internal"},
};

TEST_CASE("every status has a name of its own, and any other number has one too") {
  for (const auto& each : statuses) CHECK(std::string(heard_status_name(each.status)) == each.name);
  for (const heard_status odd : {-1, 11, INT32_MAX, INT32_MIN}) {
    CHECK(heard_status_name(odd) != nullptr);
  }
}

TEST_CASE("names live as long as the library") {
  std::vector<const char*> names;
  for (const auto& each : statuses) names.push_back(heard_status_name(each.status));
  for (std::size_t i = 0; i < names.size(); ++i) {
    CHECK(std::string(names[i]) == statuses[i].name);
    CHECK(heard_status_name(statuses[i].status) == names[i]);
  }
}

TEST_CASE("no error is an error of status HEARD_OK, without words") {
  CHECK(heard_error_status(nullptr) == HEARD_OK);
  CHECK(std::string(heard_error_message(nullptr)).empty());
  CHECK(heard_error_location(nullptr) == nullptr);
  heard_error_free(nullptr);
}

TEST_CASE("a fault in a rule has its place") {
  heard_match* match = reinterpret_cast<heard_match*>(1);
  heard_error* raw = nullptr;
  const heard_status status =
      heard_match_run("evening AND AND", "x", 1, nullptr, nullptr, &match, &raw);
  const cli::owned<heard_error, heard_error_free> error(raw);
  CHECK(status == HEARD_BAD_CODEBOOK);
  CHECK(match == nullptr);
  REQUIRE(error != nullptr);
  CHECK(heard_error_status(error.get()) == status);
  const heard_location* where = heard_error_location(error.get());
  REQUIRE(where != nullptr);
  CHECK(std::string(where->name) == "rule");
  CHECK(where->line == 1);
  CHECK(where->column == where->offset + 1);  // all ASCII
  // The second AND, or the end behind it.
  CHECK(where->offset >= 12);
}

TEST_CASE("messages are one line, and end without a full stop") {
  const auto message_of = [](auto&& call) {
    heard_error* raw = nullptr;
    CHECK(call(&raw) != HEARD_OK);
    const cli::owned<heard_error, heard_error_free> error(raw);
    return std::string(heard_error_message(error.get()));
  };
  const small::world w;
  std::size_t at = 0;
  heard_manifest* manifest = nullptr;
  const std::string messages[] = {
      message_of([&](auto err) { return heard_codebook_find(w.codebook.get(), "hour", &at, err); }),
      message_of([&](auto err) {
        return heard_consultation_find_question(w.consultation.get(), "c1q2", &at, err);
      }),
      message_of(
          [&](auto err) { return heard_manifest_parse("[x", 2, "m", &manifest, nullptr, err); }),
  };
  for (const std::string& message : messages) {
    CHECK_FALSE(message.empty());
    CHECK(message.find('\n') == std::string::npos);
    CHECK(message.back() != '.');
  }
  CHECK(messages[0] == "there is no theme \"hour\", did you mean \"hours\"?");
  CHECK(messages[1] == "there is no question \"c1q2\", did you mean \"c1q1\"?");
}

TEST_CASE("words: every set is named throughout, and there is nothing past its end") {
  // How many values each set has in heard.h and docs/manifest.md.
  constexpr std::size_t counts[] = {13, 3, 4, 4, 3, 4, 3, 10, 3, 4, 5, 5,
                                    6,  5, 3, 3, 5, 3, 4, 3,  4, 6, 4};
  for (heard_set set = 0; set <= HEARD_WAYS_HELD; ++set) {
    const std::size_t count = heard_words_count(set);
    CHECK(count == counts[set]);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < count; ++i) {
      const char* word = heard_words_at(set, static_cast<int32_t>(i));
      REQUIRE(word != nullptr);
      seen.insert(word);
      CHECK(heard_words_find(set, word) == static_cast<int32_t>(i));
    }
    CHECK(seen.size() == count);
    CHECK(heard_words_at(set, static_cast<int32_t>(count)) == nullptr);
    CHECK(heard_words_at(set, -1) == nullptr);
  }
  for (const heard_set odd : {-1, HEARD_WAYS_HELD + 1, INT32_MAX, INT32_MIN}) {
    CHECK(heard_words_count(odd) == 0);
    CHECK(heard_words_at(odd, 0) == nullptr);
  }
  CHECK(heard_words_find(HEARD_DISPOSITIONS, "out of scope") == -1);
  CHECK(heard_words_find(HEARD_DISPOSITIONS, "") == -1);
  CHECK(heard_words_find(HEARD_WAYS_HELD + 1, "included") == -1);
  CHECK(std::string(heard_words_at(HEARD_DISPOSITIONS, HEARD_DISPOSITION_OUT_OF_SCOPE)) ==
        "out_of_scope");
  CHECK(std::string(heard_words_at(HEARD_UNITS, HEARD_MENTIONS)) == "mentions");
  CHECK(std::string(heard_words_at(HEARD_BASES, HEARD_BASE_REVIEWED)) == "reviewed");
}

TEST_CASE("the library says which it is") {
  CHECK(heard_abi_version() == HEARD_ABI_VERSION);
  CHECK(std::string(heard_unicode_version()) == "15.0.0");
  CHECK(std::string(heard_version()).find('.') != std::string::npos);
}

}  // namespace
