#include "report/collect.hpp"

#include <heard/identity/campaigns.hpp>
#include <heard/quotes/runs.hpp>

#include <string>

namespace heard::reporting {

namespace {

std::string words_of(const consultation& of, const answer_part& part) {
  quote slice;
  slice.answer = part.answer;
  slice.pieces = {part.bytes};
  std::string out;
  for (const quote_run& each : quote_runs(of, slice)) out += each.text;
  return out;
}

work_list list_letters(const campaigns& all) {
  const consultation& of = *all.of();
  work_list out{"list-campaigns",
                "Letters of campaigns",
                "The words that most senders of a campaign are nearest to, with redactions made.",
                {"Campaign", "Responses", "Response", "Question", "Letter"},
                {}};
  for (std::size_t i = 0; i < all.all().size(); ++i) {
    const campaign& each = all.all()[i];
    for (const answer_id answer : campaign_letter(all, campaign_id(i))) {
      out.rows.push_back({{each.id},
                          {std::to_string(each.members.size())},
                          {std::string(of.id_of(each.reference))},
                          {of.asked()[of.answers().question[answer]].id},
                          {shown_words(of, answer), true}});
    }
  }
  return out;
}

work_list list_members(const campaigns& all) {
  const consultation& of = *all.of();
  work_list out{"list-campaign-members",
                "What senders of campaigns added and changed",
                "Each response of a campaign with words of its own. Whoever reads many equal "
                "letters overlooks these.",
                {"Campaign", "Response", "Kind", "Added", "Cut", "Changed", "Its own words"},
                {}};
  for (std::size_t i = 0; i < all.all().size(); ++i) {
    const campaign& in = all.all()[i];
    for (std::size_t m = 0; m < in.members.size(); ++m) {
      const campaign_member& member = in.members[m];
      if (member.added + member.changed == 0) continue;
      std::string own;
      for (const difference& each : campaign_differences(all, campaign_id(i), m)) {
        if (!each.own.answer.valid()) continue;
        own += (own.empty() ? "" : " [...] ") + words_of(of, each.own);
      }
      out.rows.push_back({{in.id},
                          {std::string(of.id_of(member.response))},
                          {std::string(word(member.how))},
                          {std::to_string(member.added)},
                          {std::to_string(member.cut)},
                          {std::to_string(member.changed)},
                          {std::move(own), true}});
    }
  }
  return out;
}

}  // namespace

std::vector<work_list> list_campaigns(const campaigns& all) {
  return {list_letters(all), list_members(all)};
}

}  // namespace heard::reporting
