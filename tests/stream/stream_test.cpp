// What streaming promises: the bytes of the report in memory, for any piece, chunk and number of
// threads.
#include "streamed.hpp"

#include <heard/base/escape.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace streaming;

namespace {

void check_same(const outcome& memory, const outcome& pieces) {
  CHECK(pieces.error == memory.error);
  CHECK(pieces.remarks.has_errors() == memory.remarks.has_errors());
  REQUIRE(pieces.report.size() == memory.report.size());
  for (const auto& [path, bytes] : memory.report) {
    CAPTURE(path);
    REQUIRE(pieces.report.contains(path));
    const std::string& found = pieces.report.at(path);
    if (path == "internal/codings.csv") {
      CHECK((sorted_lines(found) == sorted_lines(bytes)));
    } else {
      CHECK((found == bytes));
    }
  }
}

std::string remarks_of(const outcome& of) {
  std::string out;
  for (const heard::diagnostic& each : of.remarks.all()) out += to_string(each) + '\n';
  return out;
}

TEST_CASE("the example, in pieces of any size") {
  const files from = read_folder(std::string(HEARD_SOURCE_DIR) + "/examples/data/case-for-change");
  const outcome memory = in_memory(from);
  REQUIRE(memory.report.size() > 20);
  for (const std::size_t piece :
       {std::size_t{1} << 30, std::size_t{200'000}, std::size_t{20'000}}) {
    for (const unsigned threads : {1u, 2u, 8u}) {
      CAPTURE(piece);
      CAPTURE(threads);
      const outcome pieces = in_pieces(from, {piece, 4096, threads});
      check_same(memory, pieces);
      CHECK(remarks_of(pieces) == remarks_of(memory));
      CHECK((pieces.parts > 5) == (piece < 100'000));
    }
  }
}

// Rows of people and bodies who send several, once and again the same; quotes that are not closed,
// cells over many lines, rows that are too long, rows without an id.
class maker {
 public:
  explicit maker(std::uint64_t seed) : draw_(seed) {}

  files make(const std::string& repeats, bool jsonl, bool ids) {
    files out;
    out["consultation.toml"] =
        "[consultation]\nid = \"made\"\ntitle = \"Made\"\ncloses = 2026-04-20\n\n"
        "[[chapter]]\nid = \"c1\"\ntitle = \"One\"\n\n"
        "[[question]]\nid = \"q1\"\nchapter = \"c1\"\nkind = \"open\"\ntext = \"What?\"\n\n"
        "[[question]]\nid = \"q2\"\nchapter = \"c1\"\nkind = \"open\"\ntext = \"Why?\"\n\n"
        "[[question]]\nid = \"you\"\nkind = \"multiple\"\nrole = \"about_you\"\ntext = \"Who?\"\n"
        "options = [\n  { id = \"a\", label = \"Apple\", attribution = \"apple\" },\n"
        "  { id = \"b\", label = \"Berry\", attribution = \"berry\" },\n]\n\n"
        "[[source]]\nfile = \"data/form." +
        std::string(jsonl ? "jsonl" : "csv") + "\"\nchannel = \"form\"\n" +
        (ids ? "response_id = \"id\"\n" : "") +
        "received = { column = \"sent\", format = \"%Y-%m-%d\" }\n"
        "respondent = \"sender\"\norganisation = { column = \"body\", type = \"type\" }\n"
        "publication = { column = \"publish\", named = \"named\", anonymous = \"anonymous\" }\n"
        "answers = { q1 = \"q1\", q2 = \"q2\", you = { column = \"you\", separator = \";\" } }\n\n"
        "[counting]\nrepeats = \"" +
        repeats + "\"\n\n[report]\nattribution = \"you\"\nk = 3\n";
    out["codebook.toml"] =
        "[codebook]\nlanguage = \"en\"\n\n[[theme]]\nid = \"late\"\nname = \"Late\"\n"
        "match = ['late*', 'evening NEAR/3 open']\n\n[[theme]]\nid = \"very\"\nname = \"Very\"\n"
        "parent = \"late\"\nmatch = ['\"very late\"']\n\n[[theme]]\nid = \"more\"\nname = "
        "\"More\"\n"
        "match = ['more AND NOT less']\n";
    const std::vector<std::string> columns = {"id",      "sent", "sender", "body", "type",
                                              "publish", "q1",   "q2",     "you"};
    std::string rows;
    if (!jsonl) {
      for (const std::string& each : columns) rows += (rows.empty() ? "" : ",") + each;
      rows += "\n";
    }
    std::vector<std::string> before;
    for (int i = 0; i < 400; ++i) {
      std::vector<std::string> cells = cells_of(i);
      // The same again, by the same sender.
      if (!before.empty() && one_in(8)) {
        cells = before;
        cells[0] = "again" + std::to_string(i);
      }
      before = cells;
      rows += jsonl ? json_row(columns, cells) : csv_row(cells);
    }
    out["data/form." + std::string(jsonl ? "jsonl" : "csv")] = rows;
    return out;
  }

 private:
  bool one_in(unsigned n) { return draw_() % n == 0; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[draw_() % all.size()];
  }

  std::string words() {
    static const std::vector<std::string> all = {
        "late",  "very late", "evening",   "open",     "more",         "less.", "We need",
        "Łódź,", "\n",        "it \"so\"", "said Ann", "07700 900123", "and"};
    std::string out;
    for (std::uint64_t n = draw_() % 12; n > 0; --n) out += one_of(all) + ' ';
    return out;
  }

  std::vector<std::string> cells_of(int i) {
    static const std::vector<std::string> bodies = {
        "", "", "Reading Circle", "reading circle ltd", "n/a", "Rowing Club"};
    const std::string body = one_in(4) ? one_of(bodies) : "";
    return {one_in(40) ? "" : "R" + std::to_string((i * 7919) % 1000),
            "2026-04-" + std::to_string(10 + draw_() % 20),
            one_in(3) ? "s" + std::to_string(draw_() % 60) : "",
            body,
            body.empty() ? "" : one_of<std::string>({"", "club"}),
            one_of<std::string>({"named", "anonymous", ""}),
            words(),
            one_in(3) ? "" : words(),
            one_of<std::string>({"Apple", "Berry", "Apple;Berry", ""})};
  }

  std::string csv_row(const std::vector<std::string>& cells) {
    if (one_in(50)) return "stray,\"quote\n";
    if (one_in(50)) return "\"a\" b,c\r\n";
    if (one_in(60)) return "\n";
    if (one_in(60)) return "1,2,3,4,5,6,7,8,9,10\n";
    std::string out;
    for (const std::string& each : cells) {
      std::string cell = "\"";
      for (const char c : each) cell += c == '"' ? "\"\"" : std::string(1, c);
      out += (out.empty() ? "" : ",") + cell + '"';
    }
    return out + (one_in(3) ? "\r\n" : "\n");
  }

  std::string json_row(const std::vector<std::string>& columns,
                       const std::vector<std::string>& cells) {
    if (one_in(50)) return "{\"id\": no\n";
    if (one_in(60)) return "\n";
    std::string out = "{";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty() && i > 0 && i < 6) continue;
      out += (out.size() > 1 ? "," : "") + heard::json_text(columns[i]) + ":" +
             heard::json_text(cells[i]);
    }
    return out + "}\n";
  }

  std::mt19937_64 draw_;
};

TEST_CASE("made consultations: repeats, bodies, faults, CSV and JSON Lines, with ids and without") {
  std::uint64_t seed = 0;
  for (const char* repeats : {"keep_all_flagged", "keep_first", "keep_last"}) {
    for (const bool jsonl : {false, true}) {
      for (const bool ids : {true, false}) {
        const files from = maker(++seed).make(repeats, jsonl, ids);
        const outcome memory = in_memory(from);
        CAPTURE(seed);
        CAPTURE(remarks_of(memory));
        REQUIRE(memory.report.size() > 10);
        for (const std::size_t piece : {1, 997, 20'000}) {
          CAPTURE(piece);
          const outcome pieces = in_pieces(from, {piece, piece == 1 ? 1u : 4096u, 2});
          check_same(memory, pieces);
          CHECK(pieces.parts > 3);
        }
      }
    }
  }
}

TEST_CASE("encodings, a mark, and what is read whole") {
  files from = maker(77).make("keep_all_flagged", false, true);
  std::string& form = from["data/form.csv"];
  const std::string as_made = form;
  const auto same = [&](const char* what) {
    CAPTURE(what);
    const outcome memory = in_memory(from);
    REQUIRE(memory.report.size() > 10);
    const outcome pieces = in_pieces(from, {5000, 313, 1});
    check_same(memory, pieces);
  };
  form = "\xEF\xBB\xBF" + as_made;
  same("a byte order mark");
  form = as_made;
  for (std::size_t at; (at = form.find("Łódź")) != form.npos;) {
    form.replace(at, std::string("Łódź").size(), "caf\xE9");
  }
  same("Windows-1252");
  form = "\xFF\xFE";
  for (const char c : as_made) {
    if (static_cast<unsigned char>(c) < 0x80) form += {c, '\0'};
  }
  same("UTF-16, read whole");
}

TEST_CASE("a repeat that is merged is refused") {
  const files from = maker(5).make("merge", false, true);
  CHECK(in_pieces(from, {}).error ==
        "merging \"repeats\" needs all texts at once, so it cannot be streamed");
}

TEST_CASE("every case, byte by byte and record by record") {
  std::size_t cases = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(HEARD_SOURCE_DIR) + "/tests/cases")) {
    if (!std::filesystem::exists(entry.path() / "case.txt")) continue;
    CAPTURE(entry.path().filename().string());
    const files from = read_folder(entry.path());
    // Campaigns that a person decided on can only be found where all texts are there.
    if (entry.path().filename() == "equal-letters") {
      CHECK(in_pieces(from, {}).error ==
            "campaign \"sundays\", which does not count each response, needs all texts at once, so "
            "it cannot be streamed");
      continue;
    }
    const outcome memory = in_memory(from);
    for (const std::size_t piece : {1, 100, 1'000'000}) {
      for (const std::size_t chunk : {1, 7, 100'000}) {
        CAPTURE(piece);
        CAPTURE(chunk);
        const outcome pieces = in_pieces(from, {piece, chunk, 1});
        check_same(memory, pieces);
        CHECK(remarks_of(pieces) == remarks_of(memory));
      }
    }
    ++cases;
  }
  CHECK(cases > 8);
}

}  // namespace
