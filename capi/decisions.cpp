// What people decided, row by row.
#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

namespace {

// The row at an index, with what every row of a decision file has; `fill` does the rest of it.
template <class Row, class From, class Fill>
heard_status decision(const heard_consultation* consultation, size_t index, Row* out,
                      const char* name, heard_error** err,
                      const std::vector<From>& (heard::consultation::*rows)() const, Fill fill) {
  return guarded(err, [&] {
    filled result(out, name);
    const heard::consultation& c = *required(consultation, "consultation").value;
    const std::vector<From>& all = (c.*rows)();
    in_range(index, all.size(), "index");
    const From& from = all[index];
    Row row{};
    row.who = as_text(from.by.who);
    if constexpr (requires { row.why; }) row.why = as_text(from.by.why);
    copy_date(row.when, from.by.when);
    row.file = from.place.file.valid() ? c.files()[from.place.file.value].path.c_str() : "";
    row.row = from.place.row;
    fill(row, from, c);
    result.set(row);
  });
}

}  // namespace

heard_status heard_consultation_quote_decision(const heard_consultation* consultation, size_t index,
                                               heard_quote_decision* out, heard_error** err) {
  return decision(consultation, index, out, "heard_quote_decision", err,
                  &heard::consultation::quote_decisions,
                  [](heard_quote_decision& row, const quote_decision& from, const auto&) {
                    row.answer = from.answer.value;
                    row.first = from.first;
                    row.last = from.last;
                    row.translation = as_text(from.translation);
                    row.action = static_cast<int32_t>(from.action);
                  });
}

heard_status heard_consultation_redaction(const heard_consultation* consultation, size_t index,
                                          heard_redaction* out, heard_error** err) {
  return decision(consultation, index, out, "heard_redaction", err,
                  &heard::consultation::redactions,
                  [](heard_redaction& row, const redaction& from, const auto&) {
                    row.answer = from.answer.value;
                    row.first = from.first;
                    row.last = from.last;
                    row.replacement = as_text(from.replacement);
                  });
}

heard_status heard_consultation_translation(const heard_consultation* consultation, size_t index,
                                            heard_translation* out, heard_error** err) {
  return decision(consultation, index, out, "heard_translation", err,
                  &heard::consultation::translations,
                  [](heard_translation& row, const translation& from, const auto& c) {
                    row.answer = from.answer.value;
                    row.text = as_text(c.text(from.text));
                    row.language = as_text(from.language);
                  });
}

heard_status heard_consultation_campaign_decision(const heard_consultation* consultation,
                                                  size_t index, heard_campaign_decision* out,
                                                  heard_error** err) {
  return decision(consultation, index, out, "heard_campaign_decision", err,
                  &heard::consultation::campaign_decisions,
                  [](heard_campaign_decision& row, const campaign_decision& from, const auto&) {
                    row.campaign = as_text(from.campaign);
                    row.policy = static_cast<int32_t>(from.policy);
                  });
}

heard_status heard_consultation_name_decision(const heard_consultation* consultation, size_t index,
                                              heard_name_decision* out, heard_error** err) {
  return decision(consultation, index, out, "heard_name_decision", err,
                  &heard::consultation::name_decisions,
                  [](heard_name_decision& row, const name_decision& from, const auto&) {
                    row.name = as_text(from.name);
                    row.canonical = as_text(from.canonical);
                    row.type = as_text(from.type);
                    row.action = static_cast<int32_t>(from.action);
                  });
}

heard_status heard_consultation_signoff(const heard_consultation* consultation, size_t index,
                                        heard_signoff* out, heard_error** err) {
  return decision(consultation, index, out, "heard_signoff", err, &heard::consultation::signoffs,
                  [](heard_signoff& row, const signoff& from, const auto&) {
                    row.section = as_text(from.section);
                    row.run = as_text(from.run);
                  });
}
