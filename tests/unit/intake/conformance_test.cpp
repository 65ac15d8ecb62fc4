// Published conformance files, where they are at hand.

#include "intake/json_reader.hpp"
#include "read_csv.hpp"
#include "shared_data.hpp"

#include <heard/base/error.hpp>
#include <heard/intake/json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace heard;
namespace fs = std::filesystem;

namespace {

bool accepted(const std::string& text) {
  try {
    check_json(text, "");
  } catch (const error&) {
    return false;
  }
  return true;
}

/// An array of objects, or one object, of strings: the keys, then the values of each object.
csv_table objects_as_table(const std::string& text) {
  csv_table out(1);
  const std::string name;
  json_reader reader(text, name);
  for (json_token token = reader.next(); token.kind != json_kind::end; token = reader.next()) {
    if (token.kind == json_kind::begin_object) out.emplace_back();
    if (token.kind == json_kind::key && out.size() == 2) {
      reader.append_string(token, out[0].emplace_back());
    }
    if (token.kind == json_kind::string) reader.append_string(token, out.back().emplace_back());
  }
  return out;
}

}  // namespace

TEST_CASE("JSONTestSuite") {
  const auto folder = test::shared_folder("conformance/jsontestsuite/test_parsing");
  if (!folder) return;
  // The standard leaves these open. Any number is accepted, since its spelling is kept; the other
  // i_ files hold ill-formed UTF-8, UTF-16, lone surrogates, a byte order mark or 500 levels.
  const std::set<std::string> open_and_accepted = {
      "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json",
      "i_number_neg_int_huge_exp.json",    "i_number_pos_double_huge_exp.json",
      "i_number_real_neg_overflow.json",   "i_number_real_pos_overflow.json",
      "i_number_real_underflow.json",      "i_number_too_big_neg_int.json",
      "i_number_too_big_pos_int.json",     "i_number_very_big_negative_int.json"};
  std::map<char, int> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(*folder)) {
    const std::string file = entry.path().filename().string();
    CAPTURE(file);
    ++files[file[0]];
    const bool expected = file[0] == 'y' || open_and_accepted.count(file) == 1;
    CHECK(accepted(*test::read_file(entry.path().string())) == expected);
  }
  CHECK(files['y'] == 95);
  CHECK(files['n'] == 188);
  CHECK(files['i'] == 35);
}

TEST_CASE("csv-spectrum") {
  const auto folder = test::shared_folder("conformance/csv_spectrum");
  if (!folder) return;
  int files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(*folder / "csvs")) {
    const std::string name = entry.path().stem().string();
    CAPTURE(name);
    ++files;
    const csv_table got = read_csv(*test::read_file(entry.path().string()));
    csv_table expected =
        objects_as_table(*test::read_file((*folder / "json" / (name + ".json")).string()));
    REQUIRE(expected.size() >= 2);
    // The JSON beside this file has another telephone number than the file itself.
    if (name == "location_coordinates") expected[1][0] = "2095257564";
    CHECK(got == expected);
  }
  CHECK(files == 12);
}
