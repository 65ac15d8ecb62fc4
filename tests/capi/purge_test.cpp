// Taking back a response, and releasing responses, in C.
#include "small.hpp"

#include <doctest/doctest.h>

#include <map>

namespace {

std::map<std::string, std::string> files_of(const heard_report* from) {
  std::map<std::string, std::string> out;
  for (size_t i = 0; i < heard_report_count(from); ++i) {
    const auto file = cli::fill<heard_report_file>(
        [&](auto made, auto err) { return heard_report_at(from, i, made, err); });
    out[file.path] = cli::to_string(file.bytes);
  }
  return out;
}

std::map<std::string, std::string> files_of(const heard_purge* from) {
  std::map<std::string, std::string> out;
  for (size_t i = 0; i < heard_purge_count(from); ++i) {
    const auto file = cli::fill<heard_purge_file>(
        [&](auto made, auto err) { return heard_purge_at(from, i, made, err); });
    out[file.path] = cli::to_string(file.bytes);
  }
  return out;
}

size_t found(const heard_purge* from, std::string_view bytes) {
  size_t at = 7;
  cli::error e;
  e.check(heard_purge_find(from, bytes.data(), bytes.size(), &at, e.out()));
  return at;
}

}  // namespace

TEST_CASE("a response is taken back") {
  const small::world w;
  const auto one = cli::make<cli::purge>([&](auto out, auto err) {
    return heard_purge_new(w.manifest.get(), w.consultation.get(), "r4", "ab", "2026-05-02",
                           "asked, \"please\"", out, err);
  });
  const auto supply = [&](const std::string& path, std::string_view bytes) {
    cli::error e;
    e.check(heard_purge_supply(one.get(), path.c_str(), bytes.data(), bytes.size(), e.out()));
  };
  supply("data/form.csv", small::form_csv);
  for (const auto& [name, bytes] : small::one_of_each) supply("decisions/" + name, bytes);
  const auto changed = files_of(one.get());
  REQUIRE(changed.size() == 5);
  CHECK(changed.at("decisions/dispositions.csv") ==
        "response,disposition,reason,who,when,why\n"
        "r4,withdrawn,,ab,2026-05-02,\"asked, \"\"please\"\"\"\n");
  CHECK(changed.at("decisions/quotes.csv").find("r1,c1q1") != std::string::npos);
  CHECK(changed.at("decisions/quotes.csv").find("r4,") == std::string::npos);
  CHECK(changed.at("decisions/redactions.csv") ==
        "response,question,first,last,replacement,text_hash,who,when,why\n");
  CHECK(changed.at("decisions/translations.csv").find("amherthnasol") == std::string::npos);
  REQUIRE(heard_purge_places(one.get()) == 1);
  const auto place = cli::fill<heard_purge_place>(
      [&](auto out, auto err) { return heard_purge_place_at(one.get(), 0, out, err); });
  CHECK(std::string(place.path) == "data/form.csv");
  CHECK(place.row == 5);
  CHECK(small::form_csv.substr(place.offset, 3) == "r4,");
}

TEST_CASE("words that are left are found, and those of others are not") {
  const small::world w;
  const std::string own = "{\"text\": \"I come after work.\\nSundays too.\"}";
  CHECK(found(w.purge.get(), own) == 10);
  CHECK(found(w.purge.get(), "You should open in the evening.") == 31);
  CHECK(found(w.purge.get(), "") == 0);
}

TEST_CASE("what a purge must be told") {
  const small::world w;
  const auto made = [&](const char* response, const char* who, const char* when, const char* why) {
    heard_purge* out = nullptr;
    const heard_status status = heard_purge_new(w.manifest.get(), w.consultation.get(), response,
                                                who, when, why, &out, nullptr);
    CHECK((out != nullptr) == (status == HEARD_OK));
    heard_purge_free(out);
    return status;
  };
  CHECK(made("r4", "ab", "2026-05-02", "x") == HEARD_OK);
  CHECK(made("r9", "ab", "2026-05-02", "x") == HEARD_NOT_FOUND);
  CHECK(made("r4", "", "2026-05-02", "x") == HEARD_BAD_ARGUMENT);
  CHECK(made("r4", "ab", "soon", "x") == HEARD_BAD_ARGUMENT);
  CHECK(made("r4", "ab", "2026-05-02", "") == HEARD_BAD_ARGUMENT);
}

TEST_CASE("responses are released") {
  const small::world w;
  heard_disclose_options options = HEARD_DISCLOSE_OPTIONS_INIT;
  const auto released = [&] {
    return files_of(cli::make<cli::report>([&](auto out, auto err) {
                      return heard_disclose_render(w.consultation.get(), &options, out, err);
                    }).get());
  };
  auto files = released();
  // Three of four may be released, fewer than the five that would share what is shown of them; the
  // Reading Circle may be named.
  CHECK(files["publish/responses.csv"] ==
        "number,organisation,channel,capacity,you,c1q1,c1,general\r\n"
        "1,,[withheld],[withheld],[withheld],I come after work. Sundays too.,,\r\n"
        "2,,[withheld],[withheld],[withheld],You should open in the evening.,,\r\n"
        "3,Reading Circle,form,organisation,,There is no need to open late.,,\r\n");
  CHECK(files["internal/ids.csv"] == "number,response\r\n1,r2\r\n2,r1\r\n3,r3\r\n4,r4\r\n");
  CHECK(files["publish/withheld.csv"].find("4,,counted_only,1\r\n") != std::string::npos);
  options.k = 1;
  options.ids = 1;
  files = released();
  CHECK(files.count("internal/ids.csv") == 0);
  CHECK(files["publish/responses.csv"].find("r1,,form,self,\"Parent, carer or guardian\",") !=
        std::string::npos);
}
