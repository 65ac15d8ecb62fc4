#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

namespace {

heard_text text_or_empty(const consultation& of, const answer_part& part) {
  return part.answer.valid() ? as_text(part.bytes.of(of.text_of(part.answer))) : as_text({});
}

const campaign& at(const heard_campaigns* campaigns, size_t index) {
  const auto& all = required(campaigns, "campaigns").value->all();
  in_range(index, all.size(), "index");
  return all[index];
}

}  // namespace

heard_status heard_campaigns_find(const heard_consultation* consultation,
                                  const heard_campaign_options* options,
                                  const heard_run_options* run, heard_campaigns** out,
                                  heard_diagnostics** diagnostics, heard_error** err) {
  return guarded(err, [&] {
    if (diagnostics != nullptr) *diagnostics = nullptr;
    heard_campaigns*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    const heard_campaign_options given = read_struct(options, "heard_campaign_options");
    campaign_options what;
    if (given.least_members != 0) what.least_members = given.least_members;
    const run_options how = to_run_options(read_struct(run, "heard_run_options"));
    auto made = std::make_unique<heard_campaigns>(heard_campaigns{find_campaigns(of, what, how)});
    hand_out(diagnostics, made->value->remarks());
    result = made.release();
  });
}

size_t heard_campaigns_count(const heard_campaigns* campaigns) {
  return campaigns == nullptr ? 0 : campaigns->value->all().size();
}

heard_status heard_campaigns_at(const heard_campaigns* campaigns, size_t index, heard_campaign* out,
                                heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_campaign");
    const campaign& c = at(campaigns, index);
    heard_campaign row{};
    row.id = as_text(c.id);
    row.title = as_text(c.title);
    row.note = as_text(c.note);
    row.who = c.by ? as_text(c.by->who) : as_text({});
    row.why = c.by ? as_text(c.by->why) : as_text({});
    copy_date(row.first, c.first);
    copy_date(row.last, c.last);
    row.policy = static_cast<int32_t>(c.policy);
    row.declared = c.declared ? 1 : 0;
    row.reference = c.reference.value;
    row.members = static_cast<uint32_t>(c.members.size());
    row.organisations = static_cast<uint32_t>(c.organisations.size());
    row.letter =
        static_cast<uint32_t>(campaign_letter(*campaigns->value, campaign_id(index)).size());
    result.set(row);
  });
}

heard_status heard_campaigns_index(const heard_campaigns* campaigns, const char* id, size_t* out,
                                   heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    required(id, "id");
    const heard::campaigns& from = *required(campaigns, "campaigns").value;
    const auto found = from.find(id);
    if (!found) throw not_found("campaign", id, from.all(), &campaign::id);
    *out = found->value;
  });
}

uint32_t heard_campaigns_of_response(const heard_campaigns* campaigns, uint32_t response) {
  if (campaigns == nullptr || response >= campaigns->value->of()->responses().size()) {
    return HEARD_NONE;
  }
  return campaigns->value->of_response(response_id(response)).value;
}

heard_status heard_campaigns_member(const heard_campaigns* campaigns, size_t index, size_t member,
                                    heard_campaign_member* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_campaign_member");
    const campaign& c = at(campaigns, index);
    in_range(member, c.members.size(), "member");
    const campaign_member& m = c.members[member];
    result.set(
        {0, m.response.value, static_cast<int32_t>(m.how), m.kept, m.added, m.cut, m.changed});
  });
}

heard_status heard_campaigns_organisation(const heard_campaigns* campaigns, size_t index,
                                          size_t which, uint32_t* out, heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    const campaign& c = at(campaigns, index);
    in_range(which, c.organisations.size(), "which");
    *out = c.organisations[which].value;
  });
}

heard_status heard_campaigns_compare(const heard_campaigns* campaigns, size_t index, size_t member,
                                     heard_differences** out, heard_error** err) {
  return guarded(err, [&] {
    heard_differences*& result = out_handle(out);
    const campaign& c = at(campaigns, index);
    in_range(member, c.members.size(), "member");
    const auto& from = campaigns->value;
    result = new heard_differences{from, campaign_differences(*from, campaign_id(index), member)};
  });
}

size_t heard_differences_count(const heard_differences* differences) {
  return differences == nullptr ? 0 : differences->value.size();
}

heard_status heard_differences_at(const heard_differences* differences, size_t index,
                                  heard_difference* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_difference");
    const heard_differences& from = required(differences, "differences");
    in_range(index, from.value.size(), "index");
    const difference& d = from.value[index];
    const consultation& of = *from.from->of();
    result.set({0, text_or_empty(of, d.own), text_or_empty(of, d.letter), d.own.bytes.first,
                d.own.bytes.last, d.letter.bytes.first, d.letter.bytes.last, d.own.answer.value,
                d.letter.answer.value, static_cast<int32_t>(d.kind), d.words});
  });
}

void heard_differences_free(heard_differences* differences) {
  delete differences;
}

heard_status heard_campaigns_letter(const heard_campaigns* campaigns, size_t index, size_t which,
                                    uint32_t* out, heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    at(campaigns, index);
    const std::vector<answer_id> letter = campaign_letter(*campaigns->value, campaign_id(index));
    in_range(which, letter.size(), "which");
    *out = letter[which].value;
  });
}

size_t heard_campaigns_short_answers(const heard_campaigns* campaigns) {
  return campaigns == nullptr ? 0 : campaigns->value->short_answers().size();
}

heard_status heard_campaigns_short_answer(const heard_campaigns* campaigns, size_t index,
                                          heard_short_answer* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_short_answer");
    const heard::campaigns& from = *required(campaigns, "campaigns").value;
    in_range(index, from.short_answers().size(), "index");
    const short_answer& s = from.short_answers()[index];
    result.set(
        {0, as_text(from.of()->text_of(s.example)), s.answers, s.question.value, s.example.value});
  });
}

void heard_campaigns_free(heard_campaigns* campaigns) {
  delete campaigns;
}
