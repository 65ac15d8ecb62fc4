// What people decided, row by row.
#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

namespace {

// What every row of a decision file has.
template <class Row>
void set_source(Row& row, const heard::consultation& of, const provenance& by,
                const source_place& place) {
  row.who = as_text(by.who);
  copy_date(row.when, by.when);
  row.file = place.file.valid() ? of.files()[place.file.value].path.c_str() : "";
  row.row = place.row;
}

}  // namespace

heard_status heard_consultation_quote_decision(const heard_consultation* consultation, size_t index,
                                               heard_quote_decision* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_quote_decision");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.quote_decisions().size(), "index");
    const auto& from = c.quote_decisions()[index];
    heard_quote_decision row{};
    set_source(row, c, from.by, from.place);
    row.why = as_text(from.by.why);
    row.answer = from.answer.value;
    row.first = from.first;
    row.last = from.last;
    row.translation = as_text(from.translation);
    row.action = static_cast<int32_t>(from.action);
    result.set(row);
  });
}

heard_status heard_consultation_redaction(const heard_consultation* consultation, size_t index,
                                          heard_redaction* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_redaction");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.redactions().size(), "index");
    const auto& from = c.redactions()[index];
    heard_redaction row{};
    set_source(row, c, from.by, from.place);
    row.why = as_text(from.by.why);
    row.answer = from.answer.value;
    row.first = from.first;
    row.last = from.last;
    row.replacement = as_text(from.replacement);
    result.set(row);
  });
}

heard_status heard_consultation_translation(const heard_consultation* consultation, size_t index,
                                            heard_translation* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_translation");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.translations().size(), "index");
    const auto& from = c.translations()[index];
    heard_translation row{};
    set_source(row, c, from.by, from.place);
    row.why = as_text(from.by.why);
    row.answer = from.answer.value;
    row.text = as_text(c.text(from.text));
    row.language = as_text(from.language);
    result.set(row);
  });
}

heard_status heard_consultation_campaign_decision(const heard_consultation* consultation,
                                                  size_t index, heard_campaign_decision* out,
                                                  heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_campaign_decision");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.campaign_decisions().size(), "index");
    const auto& from = c.campaign_decisions()[index];
    heard_campaign_decision row{};
    set_source(row, c, from.by, from.place);
    row.why = as_text(from.by.why);
    row.campaign = as_text(from.campaign);
    row.policy = static_cast<int32_t>(from.policy);
    result.set(row);
  });
}

heard_status heard_consultation_name_decision(const heard_consultation* consultation, size_t index,
                                              heard_name_decision* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_name_decision");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.name_decisions().size(), "index");
    const auto& from = c.name_decisions()[index];
    heard_name_decision row{};
    set_source(row, c, from.by, from.place);
    row.why = as_text(from.by.why);
    row.name = as_text(from.name);
    row.canonical = as_text(from.canonical);
    row.type = as_text(from.type);
    row.action = static_cast<int32_t>(from.action);
    result.set(row);
  });
}

heard_status heard_consultation_signoff(const heard_consultation* consultation, size_t index,
                                        heard_signoff* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_signoff");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.signoffs().size(), "index");
    const auto& from = c.signoffs()[index];
    heard_signoff row{};
    set_source(row, c, from.by, from.place);
    row.section = as_text(from.section);
    row.run = as_text(from.run);
    result.set(row);
  });
}
