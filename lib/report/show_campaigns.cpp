#include "report/show_campaigns.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/quotes/runs.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace heard::reporting {

namespace {

shown_table table_of(std::string name, std::string base, heading column) {
  shown_table out;
  out.name = std::move(name);
  out.title = "Campaigns";
  out.rows_title = "Campaign";
  out.unit = "responses";
  out.base = std::move(base);
  out.columns.push_back(std::move(column));
  // How many each has is told of all that are listed, and of these together: no sum says more.
  out.rows_overlap = true;
  return out;
}

}  // namespace

campaigns_account show_campaigns(const campaigns& all, std::uint64_t included,
                                 std::uint64_t at_least) {
  campaigns_account out;
  out.at_least = at_least;
  out.sizes = table_of("campaigns", "included", {"responses", "Responses", "", 0});
  out.own_words = table_of("campaigns-own-words", "responses of the campaign",
                           {"own_words", "With own words", "", 0});
  for (std::size_t i = 0; i < all.all().size(); ++i) {
    const campaign& each = all.all()[i];
    const std::uint64_t size = each.members.size();
    if (size < at_least) {
      ++out.not_listed;
      continue;
    }
    const auto own = static_cast<std::uint64_t>(
        std::count_if(each.members.begin(), each.members.end(),
                      [](const campaign_member& member) { return member.added > 0; }));
    const heading row{each.id, each.title.empty() ? each.id : each.title, "", 0};
    out.listed.push_back(campaign_id(i));
    out.responses += size;
    out.sizes.rows.push_back(row);
    out.sizes.cells.push_back({size, included});
    out.own_words.rows.push_back(row);
    out.own_words.cells.push_back({own, size});
  }
  return out;
}

std::vector<letter_words> words_of_letter(const campaigns& all, campaign_id which,
                                          const print_gate& gate, audience reader) {
  const consultation& of = *all.of();
  std::vector<letter_words> out;
  for (const answer_id answer : campaign_letter(all, which)) {
    const auto size = static_cast<std::uint32_t>(of.text_of(answer).size());
    const std::array<text::span, 1> whole = {text::span{0, size}};
    if (reader == audience::publish && gate.may_print(answer, whole).why != held::no) return {};
    const std::string& language = of.languages()[of.answers().language[answer]];
    out.push_back(
        {shown_words(of, answer), language == of.settings().language ? std::string() : language});
  }
  return out;
}

std::vector<sensitivity_row> ranked(const shown_table& of) {
  std::vector<sensitivity_row> out(of.rows.size());
  for (std::size_t row = 0; row < of.rows.size(); ++row) {
    out[row].theme = of.rows[row];
    for (std::size_t i = 0; i < out[row].count.size(); ++i) {
      const cell& each = of.at(row, i);
      out[row].count[i] = each.count;
      out[row].base[i] = each.base;
      out[row].hidden[i] = each.hidden;
    }
  }
  rank(out);
  return out;
}

}  // namespace heard::reporting
