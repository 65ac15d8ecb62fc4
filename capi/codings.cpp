#include "guard.hpp"
#include "handles.hpp"

#include <heard/base/stages.hpp>
#include <heard/quotes/gate.hpp>

using namespace heard;
using namespace heard::capi;

namespace {

heard_evidence to_row(const evidence& e) {
  return {0, e.bytes.first, e.bytes.last, e.rule == no_rule ? -1 : e.rule, 0};
}

}  // namespace

heard_status heard_codings_run(const heard_consultation* consultation,
                               const heard_codebook* codebook, const heard_run_options* options,
                               heard_codings** out, heard_error** err) {
  return guarded(err, [&] {
    heard_codings*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    const auto& by = required(codebook, "codebook").value;
    const run_options how = to_run_options(read_struct(options, "heard_run_options"));
    // What a campaign counts as decides every figure, so campaigns are looked for here.
    stages run(how, 2);
    auto campaigns = find_campaigns(of, {}, run.next());
    result = new heard_codings{run_codings(of, by, run.next(), std::move(campaigns))};
  });
}

size_t heard_codings_count(const heard_codings* codings) {
  return codings == nullptr ? 0 : codings->value->table().size();
}

heard_status heard_codings_at(const heard_codings* codings, size_t index, heard_coding* out,
                              heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_coding");
    const heard::codings& from = *required(codings, "codings").value;
    const coding_table& t = from.table();
    in_range(index, t.size(), "index");
    const coding_id c(index);
    const coder_id who = t.coder[c];
    heard_coding row{};
    row.answer = t.answer[c].value;
    row.theme = t.theme[c].value;
    row.coder = who.value;
    row.kind = static_cast<int32_t>(from.coders()[who.value].kind);
    row.stance = static_cast<int32_t>(t.stance[c]);
    row.counts = t.counts[c] ? 1 : 0;
    row.evidence = static_cast<uint32_t>(t.spans[c].size());
    row.inherited_from = from.inherited_from(c).value;
    copy_date(row.when, from.when(c));
    result.set(row);
  });
}

heard_status heard_codings_evidence(const heard_codings* codings, size_t index, size_t which,
                                    heard_evidence* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_evidence");
    const coding_table& t = required(codings, "codings").value->table();
    in_range(index, t.size(), "index");
    const auto spans = t.spans[coding_id(index)];
    in_range(which, spans.size(), "which");
    result.set(to_row(spans[which]));
  });
}

size_t heard_codings_event_count(const heard_codings* codings) {
  return codings == nullptr ? 0 : codings->value->events().size();
}

heard_status heard_codings_event_at(const heard_codings* codings, size_t index,
                                    heard_event_coding* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_event_coding");
    const auto& events = required(codings, "codings").value->events();
    in_range(index, events.size(), "index");
    const event_coding& row = events[index];
    result.set({0, row.event.value, row.theme.value, static_cast<uint32_t>(row.spans.size()), 0});
  });
}

heard_status heard_codings_event_evidence(const heard_codings* codings, size_t index, size_t which,
                                          heard_evidence* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_evidence");
    const auto& events = required(codings, "codings").value->events();
    in_range(index, events.size(), "index");
    const std::vector<evidence>& spans = events[index].spans;
    in_range(which, spans.size(), "which");
    result.set(to_row(spans[which]));
  });
}

heard_status heard_codings_remarks(const heard_codings* codings, heard_diagnostics** out,
                                   heard_error** err) {
  return guarded(err, [&] {
    out_handle(out);
    diagnostics remarks;
    const heard::codings& from = *required(codings, "codings").value;
    remark_on_rules(from, remarks);
    remarks.append(from.campaigns()->remarks());
    remarks.append(check_print_decisions(*from.of()));
    hand_out(out, std::move(remarks));
  });
}

heard_status heard_codings_csv(const heard_codings* codings, heard_buffer** out,
                               heard_error** err) {
  return guarded(err, [&] {
    heard_buffer*& result = out_handle(out);
    result = new heard_buffer{codings_csv(*required(codings, "codings").value)};
  });
}

heard_status heard_codings_campaigns(const heard_codings* codings, heard_campaigns** out,
                                     heard_error** err) {
  return guarded(err, [&] {
    heard_campaigns*& result = out_handle(out);
    result = new heard_campaigns{required(codings, "codings").value->campaigns()};
  });
}

void heard_codings_free(heard_codings* codings) {
  delete codings;
}
