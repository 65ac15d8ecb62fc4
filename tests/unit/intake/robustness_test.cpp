// Whatever the bytes, the readers end with rows or with an error that holds none of their words.

#include <heard/base/error.hpp>
#include <heard/intake/json.hpp>
#include <heard/intake/multi_select.hpp>
#include <heard/intake/sheet.hpp>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace heard;
using namespace std::string_literals;

namespace {

/// Stands for a respondent's words, which no message may hold.
const std::string canary = "zebra";

const std::vector<std::string> seeds = {
    "id,q1,q2\r\n1,\"zebra\nzebra\",x\r\n2,\"ze\"\"bra\",\r\n",
    "sep=;\nid;why\n1;zebra\n2;\"zebra\"\n",
    "Q1,Q2\nzebra zebra zebra zebra zebra?,zebra zebra zebra zebra zebra!\n1,2\n",
    "UserID,Who?,,\n,A,B,C\n1,A,,zebra\n",
    "{\"a\":\"zebra\",\"b\":{\"c\":[1,2.50,null,\"\\ud83d\\ude00\"]}}\n{\"zebra\":[{}]}\n",
    "\xEF\xBB\xBFid,q\n1,\xE2\x80\x98zebra\xE2\x80\x99\n",
    "\xFF\xFEi\0d\0,\0q\0\n\0z\0e\0b\0r\0a\0,\0\"\0=\xD8\x00\xDE\"\0\n\0"s,
};
const std::vector<std::string> pieces = {
    "\"",       "\"\"",  ",",       ";",      "\t", "|",    "\n",   "\r",       "\r\n",
    "\0"s,      "\\",    "{",       "}",      "[",  "]",    ":",    "\\u",      "d8",
    "e",        "-",     "0",       ".",      " ",  "\xFF", "\xC3", "\xC3\xA9", "\xED\xA0\x80",
    "\xF0\x9F", "zebra", "Other: ", "sep=,\n"};

class mutator {
 public:
  std::string next() {
    std::string text = pick(seeds);
    for (std::size_t n = below(8); n > 0; --n) {
      const std::size_t at = below(text.size() + 1);
      switch (below(4)) {
        case 0:
          text.insert(at, pick(pieces));
          break;
        case 1:
          text.erase(at, below(9));
          break;
        case 2:
          text.insert(at, text.substr(below(text.size() + 1), below(30)));
          break;
        default:
          if (at < text.size()) text[at] = static_cast<char>(below(256));
      }
    }
    return text;
  }
  std::size_t below(std::size_t n) { return random_() % n; }

 private:
  const std::string& pick(const std::vector<std::string>& from) { return from[below(from.size())]; }
  std::mt19937_64 random_{20260302};
};

bool silent(const std::string& message) {
  return message.find(canary) == message.npos;
}

/// Reads a file to its end and counts its rows; false where something is wrong with what it says.
bool read_whole(const std::string& bytes, const sheet_options& options, std::size_t& rows) {
  bool good = true;
  try {
    sheet read(bytes, "data", options);
    std::uint64_t last = 0;
    const auto forward = [&](std::uint64_t first, std::uint64_t end) {
      good = good && last <= first && first <= end && end <= bytes.size();
      last = end;
    };
    read.for_each_row(
        [&](const sheet_row& row) {
          forward(row.first, row.last);
          ++rows;
          good = good && row.cells.size() == read.columns().size();
          for (const sheet_cell& cell : row.cells) {
            good =
                good && row.first <= cell.first && cell.first <= cell.last && cell.last <= row.last;
          }
        },
        [&](const unreadable_row& row) {
          forward(row.first, row.last);
          good = good && silent(row.why);
        });
    for (const std::string& name : read.columns()) {
      good = good && (read.find_column(name) || read.ambiguous(name));
    }
  } catch (const error& e) {
    good = good && silent(e.what()) && e.where().offset <= bytes.size();
  }
  return good;
}

}  // namespace

TEST_CASE("mutated files") {
  mutator mutate;
  std::size_t rows = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string bytes = mutate.next();
    CAPTURE(i);
    sheet_options options;
    options.format = static_cast<sheet_format>(mutate.below(3));
    if (mutate.below(2) == 0) options.header_rows = mutate.below(3) + 1;
    if (mutate.below(4) == 0) options.delimiter = ",;\t|\"\n"[mutate.below(6)];
    REQUIRE(read_whole(bytes, options, rows));
  }
  CHECK(rows > 5000);
}

TEST_CASE("every byte of a CSV file is in one record or ends a line") {
  mutator mutate;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = mutate.next();
    CAPTURE(i);
    csv_reader reader(text, detect_dialect(text));
    csv_row row;
    std::uint64_t at = reader.position();
    std::uint64_t line = at == 0 ? 0 : 1;
    while (reader.next(row)) {
      REQUIRE(row.first == at);
      REQUIRE(row.last <= reader.position());
      REQUIRE(row.line > line);
      REQUIRE(text.find_first_not_of("\r\n", row.last) >= reader.position());
      at = reader.position();
      line = row.line;
    }
    REQUIRE(at == text.size());
  }
}

TEST_CASE("mutated cells of several options") {
  mutator mutate;
  const std::vector<option_spelling> spellings = {{"id,q1", 0},        {"1", 1}, {"2", 1},
                                                  {"zebra\nzebra", 2}, {"x", 3}, {"A,,B", 4}};
  std::size_t chosen = 0;
  std::size_t others = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string cell = mutate.next();
    CAPTURE(i);
    const std::string separators[] = {",", ";", ", ", "\n", "", "\"\""};
    const multi_select got =
        split_multi_select(cell, separators[mutate.below(6)], spellings, "Other");
    const auto inside = [&](std::string_view part) {
      return part.data() >= cell.data() && part.data() + part.size() <= cell.data() + cell.size();
    };
    for (const std::string_view part : got.unexplained) REQUIRE((!part.empty() && inside(part)));
    REQUIRE((got.other.empty() || inside(got.other)));
    REQUIRE(got.options.size() <= 5);
    chosen += got.options.size();
    others += got.other.empty() ? 0 : 1;
  }
  CHECK(chosen > 1000);
  CHECK(others > 20);
}

TEST_CASE("mutated JSON") {
  mutator mutate;
  int rows = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = mutate.next();
    CAPTURE(i);
    try {
      for (const json_cell& cell : flatten_json_object(text, "data")) {
        REQUIRE((cell.first < cell.last && cell.last <= text.size()));
      }
      ++rows;
      // What can be flattened is JSON.
      CHECK_NOTHROW(check_json(text, "data"));
    } catch (const error& e) {
      REQUIRE(silent(e.what()));
      REQUIRE(e.where().offset <= text.size());
    }
  }
  CHECK(rows > 0);
}
