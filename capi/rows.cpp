// The larger tables of a consultation, row by row.
#include "guard.hpp"
#include "handles.hpp"

#include <heard/base/hash.hpp>

#include <cstring>

using namespace heard;
using namespace heard::capi;

heard_status heard_consultation_response(const heard_consultation* consultation, size_t index,
                                         heard_response* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_response");
    const heard::consultation& c = *required(consultation, "consultation").value;
    const response_table& t = c.responses();
    in_range(index, t.size(), "index");
    const response_id r(index);
    const auto [first, last] = c.answers_of(r);
    heard_response row{};
    row.id = as_text(c.id_of(r));
    copy_date(row.received, t.received[r]);
    row.channel = t.channel[r].value;
    row.item = t.item[r].value;
    row.respondent = t.respondent[r].value;
    row.organisations = static_cast<uint32_t>(t.organisations[r].size());
    row.disposition = static_cast<int32_t>(t.disposition[r]);
    row.late = static_cast<int32_t>(t.late[r]);
    row.capacity = static_cast<int32_t>(t.capacity[r]);
    row.publication = static_cast<int32_t>(t.publication[r]);
    row.included = c.included(r) ? 1 : 0;
    row.repeats = t.repeats[r];
    row.first_answer = first.value;
    row.answers = last.value - first.value;
    result.set(row);
  });
}

heard_status heard_consultation_response_organisation(const heard_consultation* consultation,
                                                      size_t response, size_t which, size_t* out,
                                                      heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(response, c.responses().size(), "response");
    const auto links = c.responses().organisations[response_id(response)];
    in_range(which, links.size(), "which");
    *out = links[which].organisation.value;
  });
}

heard_status heard_consultation_answer(const heard_consultation* consultation, size_t index,
                                       heard_answer* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_answer");
    const heard::consultation& c = *required(consultation, "consultation").value;
    const answer_table& t = c.answers();
    in_range(index, t.size(), "index");
    const answer_id a(index);
    const source_place& place = t.place[a];
    heard_answer row{};
    row.text = as_text(c.text(t.text[a]));
    row.other = as_text(c.text(t.other[a]));
    row.language = as_text(c.languages()[t.language[a]]);
    row.file = place.file.valid() ? c.files()[place.file.value].path.c_str() : "";
    row.first = place.first;
    row.last = place.last;
    row.row = place.row;
    row.column = place.column;
    row.response = t.response[a].value;
    row.question = t.question[a].value;
    row.state = static_cast<int32_t>(t.state[a]);
    row.origin = static_cast<int32_t>(t.origin[a]);
    row.options = static_cast<uint32_t>(t.options[a].size());
    std::memcpy(row.text_hash, to_hex(hash_bytes(c.text(t.text[a]))).data(), 32);
    result.set(row);
  });
}

heard_status heard_consultation_answer_option(const heard_consultation* consultation, size_t answer,
                                              size_t which, size_t* out, heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(answer, c.answers().size(), "answer");
    const auto options = c.answers().options[answer_id(answer)];
    in_range(which, options.size(), "which");
    *out = options[which].value;
  });
}

heard_status heard_consultation_file(const heard_consultation* consultation, size_t index,
                                     heard_file* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_file");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.files().size(), "index");
    const input_file& file = c.files()[index];
    heard_file row{};
    row.path = file.path.c_str();
    row.encoding = file.encoding.c_str();
    std::memcpy(row.hash, to_hex(file.hash).data(), 32);
    row.size = file.size;
    row.rows = file.rows;
    result.set(row);
  });
}

heard_status heard_consultation_item(const heard_consultation* consultation, size_t index,
                                     heard_item* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_item");
    const heard::consultation& c = *required(consultation, "consultation").value;
    const item_table& t = c.items();
    in_range(index, t.size(), "index");
    const item_id i(index);
    heard_item row{};
    row.id = as_text(c.text(t.id[i]));
    row.note = as_text(c.text(t.note[i]));
    copy_date(row.received, t.received[i]);
    row.channel = t.channel[i].value;
    row.responses = t.responses[i];
    row.merged = t.merged[i];
    result.set(row);
  });
}

heard_status heard_consultation_event(const heard_consultation* consultation, size_t index,
                                      heard_event* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_event");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.events().size(), "index");
    const engagement_event& event = c.events()[index];
    heard_event row{};
    row.id = as_text(event.id);
    row.title = as_text(event.title);
    row.place = as_text(event.place);
    row.notes = as_text(c.text(event.notes));
    copy_date(row.date, event.date);
    row.attendance = event.attendance;
    result.set(row);
  });
}

heard_status heard_consultation_stale(const heard_consultation* consultation, size_t index,
                                      heard_stale_decision* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_stale_decision");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.stale().size(), "index");
    const stale_decision& stale = c.stale()[index];
    result.set({0, as_text(stale.file), as_text(stale.response), as_text(stale.question),
                as_text(stale.why), stale.row, 0});
  });
}
