// Campaigns counted in several ways: what one view of a cell shows, another must not give away.
#include "unit/report/random_answers.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/report/report.hpp>
#include <heard/tables/sensitivity.hpp>
#include <heard/tables/table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace heard;

namespace {

constexpr std::int64_t k = 5;

const std::string letter =
    "The pond in the square is the only quiet place within two miles of the houses, and those who "
    "live around it look after it every week. Please keep it open on Sundays and talk to the "
    "people who use it before anything is changed.";

// Among random answers a letter of nine or more, some of whose senders write of a bus or a wood
// too.
test::small_consultation with_letter(unsigned seed) {
  test::small_consultation out = test::answers(seed, seed % 2 == 0);
  for (unsigned i = 0; i < 9 + seed % 7; ++i) {
    const std::string more = i < 1 + seed % 4 ? " A bus is what I would like most of all." : "";
    const std::string also = i % 4 == 1 ? " A wood would do." : "";
    out.responses.push_back(
        {"l" + std::to_string(i),
         "letter",
         {{"q1", letter + more + also}, {"q2", ""}, {"you", i % 3 ? "a" : "b"}}});
  }
  return out;
}

std::shared_ptr<const codings> coded(const test::small_consultation& rows) {
  const auto of = rows.build();
  auto found = find_campaigns(of);
  REQUIRE(found->all().size() == 1);
  return run_codings(of, rows.book(), {1, {}}, std::move(found));
}

// What is known of one cell in the views all, as one, excluded, and as decided.
struct range {
  std::int64_t least, most;
};

// Bounds by passing what each view says of the others along, as anybody could.
void settle(std::array<range, 4>& of, const std::array<std::int64_t, 4>& bases, range& members) {
  const auto within = [](range& more, range& fewer, std::int64_t apart) {
    more.least = std::max(more.least, fewer.least);
    more.most = std::min(more.most, fewer.most + apart);
    fewer.least = std::max(fewer.least, more.least - apart);
    fewer.most = std::min(fewer.most, more.most);
  };
  for (unsigned round = 0; round < 20; ++round) {
    within(of[0], of[1], bases[0] - bases[1]);
    within(of[1], of[2], bases[1] - bases[2]);
    within(of[0], of[2], bases[0] - bases[2]);
    within(of[0], of[3], bases[0] - bases[3]);
    within(of[3], of[2], bases[3] - bases[2]);
  }
  members = {std::max<std::int64_t>(0, of[0].least - of[2].most),
             std::min(bases[0] - bases[2], of[0].most - of[2].least)};
}

// Where nobody else says it, the one that the view "as one" counts is the letter of nine or more.
bool tells_of_few(const std::array<std::int64_t, 4>& counts, std::size_t view) {
  if (view == 1 && counts[2] == 0) return false;
  return counts[view] > 0 && counts[view] < k;
}

// Whoever knows `known` cannot tell a small count, nor how few of the letter's senders are in the
// cell. @return whether these are few
bool attack(std::array<range, 4> known, const std::array<std::int64_t, 4>& counts,
            const std::array<std::int64_t, 4>& bases) {
  range members{};
  settle(known, bases, members);
  for (std::size_t i = 0; i < known.size(); ++i) {
    CAPTURE(i);
    CHECK(known[i].least <= counts[i]);
    CHECK(known[i].most >= counts[i]);
    if (tells_of_few(counts, i)) CHECK(known[i].most - known[i].least + 1 >= k);
  }
  const std::int64_t sent = counts[0] - counts[2];
  if (sent <= 0 || sent >= k) return false;
  CHECK(members.most - members.least + 1 >= k);
  return true;
}

constexpr std::array<campaign_view, 4> views = {campaign_view::all, campaign_view::as_one,
                                                campaign_view::excluded, campaign_view::as_decided};

}  // namespace

TEST_CASE("the views of one table give nothing away together") {
  unsigned hidden = 0, shown = 0, differences = 0;
  for (unsigned seed = 1; seed <= 24; ++seed) {
    const auto from = coded(with_letter(seed));
    for (const char* columns : {"all", "you", "channel"}) {
      CAPTURE(seed);
      CAPTURE(columns);
      table_spec spec;
      spec.question = *from->of()->asked().find_question("q1");
      spec.columns = parse_axis(columns, *from->of());
      std::array<std::shared_ptr<const table>, 4> told, truth;
      for (std::size_t i = 0; i < views.size(); ++i) {
        spec.view = views[i];
        spec.small_numbers = small_numbers::none;
        truth[i] = make_table(from, spec);
        spec.small_numbers = small_numbers::k5;
        told[i] = make_table(from, spec);
        CHECK(told[i]->spec().view == views[i]);
      }
      for (std::size_t row = 0; row < told[0]->rows().size(); ++row) {
        for (std::size_t column = 0; column < told[0]->columns().size(); ++column) {
          const std::string& id = told[0]->columns()[column].id;
          std::size_t at = 0;
          while (truth[0]->columns()[at].id != id) ++at;
          std::array<range, 4> known;
          std::array<std::int64_t, 4> bases, counts;
          for (std::size_t i = 0; i < views.size(); ++i) {
            const cell& each = told[i]->cell(row, column);
            bases[i] = static_cast<std::int64_t>(each.base);
            counts[i] = static_cast<std::int64_t>(truth[i]->cell(row, at).count);
            CHECK(each.base == truth[i]->cell(row, at).base);
            if (!each.hidden) CHECK(static_cast<std::int64_t>(each.count) == counts[i]);
            known[i] = each.hidden ? range{0, bases[i]} : range{counts[i], counts[i]};
            (each.hidden ? hidden : shown) += 1;
          }
          // Those who sent the letter are not few among the people of a column either.
          const std::int64_t senders = bases[0] - bases[2];
          CHECK((senders == 0 || senders >= k));
          differences += attack(known, counts, bases) ? 1 : 0;
        }
      }
    }
  }
  CHECK(hidden > 200);
  CHECK(shown > 400);
  CHECK(differences > 40);
}

TEST_CASE("ranks with small numbers hidden are those of the numbers told") {
  const auto from = coded(with_letter(2));
  table_spec spec;
  spec.small_numbers = small_numbers::k5;
  const auto rows = make_sensitivity(from, spec);
  const auto tables = make_views(from, spec);
  unsigned hidden = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < 3; ++i) {
      const cell& each = tables[i]->cell(row, 0);
      CHECK(rows[row].hidden[i] == each.hidden);
      CHECK(rows[row].count[i] == each.count);
      if (each.hidden) {
        ++hidden;
        CHECK(rows[row].rank[i] == 0);
        continue;
      }
      std::uint32_t rank = each.count == 0 ? 0 : 1;
      for (std::size_t other = 0; rank > 0 && other < rows.size(); ++other) {
        rank += tables[i]->cell(other, 0).count > each.count ? 1 : 0;
      }
      CHECK(rows[row].rank[i] == rank);
    }
  }
  CHECK(hidden > 0);
  const std::string csv = render(rows, table_format::csv);
  CHECK(csv.find(",[c],[c],") != csv.npos);
  const std::string json = render(rows, table_format::json);
  CHECK(json.find("\"rank\": null, \"count\": null, ") != json.npos);
  CHECK(json.find("\"suppressed\": true") != json.npos);
  CHECK(render(rows, table_format::markdown).find("| [c] ([c] of ") != std::string::npos);
}

TEST_CASE("nobody finds out a small number from the views that a report publishes") {
  unsigned hidden = 0, shown = 0, differences = 0;
  for (unsigned seed = 1; seed <= 24; ++seed) {
    CAPTURE(seed);
    std::map<std::string, test::grid> publish, internal;
    for (const report_file& file : render_report(coded(with_letter(seed)), {})) {
      const std::string name = file.path.substr(file.path.rfind('/') + 1);
      if (!name.starts_with("themes-by-")) continue;
      (file.path.starts_with("publish/") ? publish : internal)[name] = test::parse(file.bytes);
    }
    const test::grid& told = publish["themes-by-campaigns.csv"];
    for (const std::string theme : {"place", "pond", "wood", "shop", "bus"}) {
      CAPTURE(theme);
      std::array<range, 4> known;
      std::array<std::int64_t, 4> bases, counts;
      const auto read = [&](std::size_t i, const std::string& table, const std::string& column) {
        const auto at = publish[table].find({theme, column});
        if (at == publish[table].end()) return false;
        bases[i] = at->second.base;
        counts[i] = *internal[table].at({theme, column}).count;
        known[i] =
            at->second.count ? range{*at->second.count, *at->second.count} : range{0, bases[i]};
        (at->second.count ? shown : hidden) += 1;
        return true;
      };
      if (!told.contains({theme, "all"})) continue;
      REQUIRE(read(0, "themes-by-campaigns.csv", "all"));
      REQUIRE(read(1, "themes-by-campaigns.csv", "campaigns_as_one"));
      REQUIRE(read(2, "themes-by-campaigns.csv", "campaigns_excluded"));
      REQUIRE(read(3, "themes-by-chapter.csv", "all"));
      differences += attack(known, counts, bases) ? 1 : 0;
    }
  }
  CHECK(hidden > 50);
  CHECK(shown > 100);
  CHECK(differences > 20);
}

TEST_CASE("a report can be made whatever is decided on a campaign") {
  for (const campaign_policy policy :
       {campaign_policy::count_each, campaign_policy::count_one, campaign_policy::exclude}) {
    CAPTURE(word(policy));
    for (const small_numbers preset : {small_numbers::none, small_numbers::k5}) {
      test::small_consultation rows = with_letter(4);
      rows.settings.small_numbers = preset;
      const auto found = find_campaigns(rows.build());
      rows.campaign_policies = {{found->all()[0].id, policy}};
      CHECK_NOTHROW(static_cast<void>(render_report(coded(rows), {})));
    }
  }
}
