#include "support/small_consultation.hpp"
#include "unit/report/benches.hpp"

#include <heard/base/hash.hpp>

#include <doctest/doctest.h>

using namespace heard;
using heard::test::benches;
using heard::test::bytes_of;
using heard::test::contains;

namespace {

// Whether an id such as R01 stands in a text as a word of its own.
bool holds_id(const std::string& text, const std::string& id) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at + 1)) {
    const bool before = at > 0 && letter(text[at - 1]);
    const bool after = at + id.size() < text.size() && letter(text[at + id.size()]);
    if (!before && !after) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("nothing that may not be printed reaches publish/") {
  std::size_t published = 0;
  for (const report_file& each : render_report(benches::coded(), {})) {
    if (each.path.rfind("publish/", 0) != 0) continue;
    CAPTURE(each.path);
    CHECK_FALSE(contains(each.bytes, "CANARY"));
    CHECK_FALSE(contains(each.path, "CANARY"));
    for (int i = 1; i <= 16; ++i) {
      const std::string id = i < 10 ? "R0" + std::to_string(i) : "R" + std::to_string(i);
      CHECK_FALSE(holds_id(each.bytes, id));
    }
    ++published;
  }
  CHECK(published > 10);
}

TEST_CASE("the hash of one input file is in internal/ only") {
  const std::string hash = to_hex(hash_bytes("form"));
  const auto files = render_report(benches::coded(), {});
  for (const report_file& each : files) {
    CAPTURE(each.path);
    if (each.path.rfind("publish/", 0) == 0) CHECK_FALSE(contains(each.bytes, hash));
  }
  CHECK(contains(bytes_of(files, "internal/report.html"), hash));
}

TEST_CASE("contacts reach no folder") {
  for (const report_file& each : render_report(benches::coded(), {})) {
    CAPTURE(each.path);
    CHECK_FALSE(contains(each.bytes, "CANARYCONTACT"));
  }
}

TEST_CASE("the canaries are there to be found: internal/ has them") {
  const auto files = render_report(benches::coded(), {});
  const std::string& page = bytes_of(files, "internal/report.html");
  for (const std::string canary :
       {"CANARYCOUNTED", "CANARYUNCLEARED", "CANARYSECRET", "CANARYREASON", "CANARYUNCOVERED",
        "CANARYOTHER", "CANARYEVENT", "CANARYCODER", "CANARYREADER", "CANARYSTALE", "CANARYFILE",
        "CANARYCHAPTER", "held, for a telephone number", "Response R05", "Not for publication"}) {
    CAPTURE(canary);
    CHECK(contains(page, canary));
  }
}

TEST_CASE("quotes in publish/ are by nobody who can be told") {
  const std::string& page = bytes_of(render_report(benches::coded(), {}), "publish/report.html");
  CHECK(contains(page, "<bdi>A bench by the pond, please.</bdi>"));
  CHECK(contains(page, "<footer>Walking Club</footer>"));
  CHECK(contains(page, "<bdi>Benches by the school.</bdi>"));
  // Two respondents are neighbours (R01, R04) besides the sender of R02 and R13, so k = 2 is met.
  CHECK(contains(page, "<footer>Respondent - neighbour</footer>"));
  // R12 chose no category, like R14 and R16, and answers for themself as they do.
  CHECK(
      contains(page, "<bdi>Outside the shop.</bdi></p>\n<footer>Respondent - individual</footer>"));
  CHECK_FALSE(contains(page, "Respondent - trader"));
  CHECK_FALSE(contains(page, "held, for"));
}

TEST_CASE("organisations: one is named, one is counted") {
  const auto files = render_report(benches::coded(), {});
  const std::string& published = bytes_of(files, "publish/report.md");
  CHECK(contains(published,
                 "2 organisations in 2 responses. 1 organisation asked not to be named, "
                 "or did not say that they may be."));
  CHECK(contains(published, "- Walking Club\n"));
  CHECK(contains(bytes_of(files, "internal/report.md"),
                 "- CANARYSECRET Society **– not to be named**"));
}

TEST_CASE("a person's name is under the quotes of theirs that are published, and nowhere else") {
  test::small_consultation made;
  made.settings.small_numbers = small_numbers::none;
  made.chapters = {"c1"};
  made.asked = {{"where", question_kind::open, "c1"}};
  made.themes = {{"pond", {"pond*"}}};
  const auto add = [&](const char* id, const char* words, const char* name, publication rule,
                       capacity is = capacity::self) {
    made.responses.push_back({id, "form", {{"where", words}}, "", is});
    made.responses.back().publication = rule;
    made.responses.back().name = name;
  };
  using enum publication;
  add("r1", "Benches by the pond.", "Ann Vale", named);
  add("r2", "Not the pond.", "CANARYANONYMOUS", anonymous);
  add("r3", "The pond?", "CANARYCOUNTED", counted_only);
  add("r4", "Any pond.", "CANARYUNSAID", publication::unknown);
  add("r5", "Our pond.", "CANARYWRITER", named, capacity::organisation);
  made.responses.back().bodies = {"Pond Society"};
  add("r6", "Nothing here.", "CANARYUNQUOTED", named);
  for (const char* id : {"r1", "r2", "r5"}) {
    const auto& row = made.responses[static_cast<std::size_t>(id[1] - '1')];
    made.quotes.push_back({id, "where", row.answers[0].second, quote_action::clear});
  }
  const auto files = render_report(made.code(), {});
  for (const report_file& each : files) {
    CAPTURE(each.path);
    CHECK_FALSE(contains(each.bytes, "CANARY"));
    std::size_t times = 0;
    for (std::size_t at = each.bytes.find("Ann Vale"); at != std::string::npos;
         at = each.bytes.find("Ann Vale", at + 1)) {
      ++times;
    }
    const bool shows_quotes = each.path.find("/report.") != std::string::npos;
    CHECK(times == (shows_quotes ? 1 : 0));
  }
  const std::string& page = bytes_of(files, "publish/report.html");
  CHECK(contains(page, "<bdi>Benches by the pond.</bdi></p>\n<footer>Ann Vale</footer>"));
  CHECK(contains(page, "<bdi>Not the pond.</bdi></p>\n<footer>Respondent</footer>"));
  CHECK(contains(page, "<bdi>Our pond.</bdi></p>\n<footer>Pond Society</footer>"));
  CHECK(contains(page, "People are named only where they asked to be."));
}
