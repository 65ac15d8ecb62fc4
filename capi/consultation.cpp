#include "guard.hpp"
#include "handles.hpp"

#include <heard/model/ledger.hpp>

#include <algorithm>

using namespace heard;
using namespace heard::capi;

namespace heard::capi {

question_id find_question(const consultation& of, std::string_view id) {
  if (const auto found = of.asked().find_question(id)) return *found;
  throw not_found("question", id, of.asked().questions(), &question::id);
}

}  // namespace heard::capi

namespace {

// As many as the struct has room for, whatever the sets have grown to since it was laid out.
template <class From, std::size_t Room>
void copy_known(const From& from, std::uint64_t (&to)[Room]) {
  std::copy_n(from.begin(), std::min(from.size(), Room), to);
}

// The state at a question of each included response.
template <class Each>
void each_state(const heard::consultation& of, question_id question, Each each) {
  for (const response_id response : of.each_response()) {
    if (of.included(response)) each(static_cast<std::size_t>(of.state(response, question)));
  }
}

}  // namespace

size_t heard_consultation_count(const heard_consultation* consultation, heard_entity entity) {
  if (consultation == nullptr) return 0;
  const heard::consultation& c = *consultation->value;
  switch (entity) {
    case HEARD_FILE:
      return c.files().size();
    case HEARD_CHANNEL:
      return c.asked().channels().size();
    case HEARD_CHAPTER:
      return c.asked().chapters().size();
    case HEARD_QUESTION:
      return c.asked().questions().size();
    case HEARD_OPTION:
      return c.asked().options().size();
    case HEARD_ITEM:
      return c.items().size();
    case HEARD_RESPONSE:
      return c.responses().size();
    case HEARD_RESPONDENT:
      return c.respondents();
    case HEARD_ORGANISATION:
      return c.organisations().size();
    case HEARD_ANSWER:
      return c.answers().size();
    case HEARD_EVENT:
      return c.events().size();
    case HEARD_CODER:
      return c.coders().size();
    case HEARD_STALE_DECISION:
      return c.stale().size();
    case HEARD_QUOTE_DECISION:
      return c.quote_decisions().size();
    case HEARD_REDACTION:
      return c.redactions().size();
    case HEARD_CAMPAIGN_DECISION:
      return c.campaign_decisions().size();
    case HEARD_NAME_DECISION:
      return c.name_decisions().size();
    case HEARD_SIGNOFF:
      return c.signoffs().size();
    case HEARD_TRANSLATION:
      return c.translations().size();
    default:
      return 0;
  }
}

const char* heard_consultation_id(const heard_consultation* consultation) {
  return consultation == nullptr ? "" : consultation->value->settings().id.c_str();
}

const char* heard_consultation_title(const heard_consultation* consultation) {
  return consultation == nullptr ? "" : consultation->value->settings().title.c_str();
}

heard_status heard_consultation_question(const heard_consultation* consultation, size_t index,
                                         heard_question* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_question");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, c.asked().questions().size(), "index");
    const question& q = c.asked().questions()[index];
    heard_question row{};
    row.id = as_text(q.id);
    row.text = as_text(q.text);
    row.label = as_text(q.label);
    row.chapter = q.chapter.value;
    row.kind = static_cast<int32_t>(q.kind);
    row.aspect = static_cast<int32_t>(q.aspect);
    row.about_you = q.about_you ? 1 : 0;
    row.declared = q.place == question_place::declared ? 1 : 0;
    row.options = static_cast<uint32_t>(q.options.size());
    row.first_option = q.options.empty() ? HEARD_NONE : q.options.front().value;
    result.set(row);
  });
}

heard_status heard_consultation_find_question(const heard_consultation* consultation,
                                              const char* id, size_t* out, heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    required(id, "id");
    *out = capi::find_question(*required(consultation, "consultation").value, id).value;
  });
}

heard_status heard_consultation_named(const heard_consultation* consultation, heard_entity entity,
                                      size_t index, heard_named* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_named");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(index, heard_consultation_count(consultation, entity), "index");
    const questionnaire& asked = c.asked();
    heard_named row{};
    row.question = HEARD_NONE;
    const auto set = [&](std::string_view id, std::string_view name, std::string_view note) {
      row.id = as_text(id);
      row.name = as_text(name);
      row.note = as_text(note);
    };
    switch (entity) {
      case HEARD_CHANNEL: {
        const channel& from = asked.channels()[index];
        set(from.id, from.title, from.note);
        break;
      }
      case HEARD_CHAPTER: {
        const chapter& from = asked.chapters()[index];
        set(from.id, from.title, from.note);
        break;
      }
      case HEARD_OPTION: {
        const option& from = asked.options()[index];
        set(from.id, from.label, from.note);
        row.question = from.question.value;
        break;
      }
      case HEARD_ORGANISATION: {
        const organisation& from = c.organisations()[index];
        set(from.name, from.name, from.type);
        break;
      }
      case HEARD_CODER: {
        const coder& from = c.coders()[index];
        set(from.name, from.model.empty() ? from.name : from.model, from.version);
        row.kind = static_cast<int32_t>(from.kind);
        break;
      }
      default:
        bad_argument("\"entity\" has rows of another kind");
    }
    result.set(row);
  });
}

int32_t heard_consultation_state(const heard_consultation* consultation, size_t response,
                                 size_t question) {
  if (consultation == nullptr) return -1;
  const heard::consultation& c = *consultation->value;
  if (response >= c.responses().size() || question >= c.asked().questions().size()) return -1;
  return static_cast<int32_t>(c.state(response_id(response), question_id(question)));
}

heard_status heard_consultation_ledger(const heard_consultation* consultation, heard_ledger* out,
                                       heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_ledger");
    const ledger l = make_ledger(*required(consultation, "consultation").value);
    heard_ledger row{};
    row.items = l.items;
    row.not_a_response = l.not_a_response;
    row.split = l.split;
    row.merged_items = l.merged_items;
    row.received = l.received;
    copy_known(l.by_disposition, row.by_disposition);
    copy_known(l.by_capacity, row.by_capacity);
    row.late_let_in = l.late_let_in;
    row.late_left_out = l.late_left_out;
    row.included = l.included;
    row.repeats = l.repeats;
    row.responses_of_bodies = l.responses_of_bodies;
    row.body_entries = l.body_entries;
    row.bodies = l.bodies;
    row.stale = l.stale;
    row.unread_answers = l.unread_answers;
    result.set(row);
  });
}

heard_status heard_consultation_states(const heard_consultation* consultation, size_t question,
                                       heard_states* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_states");
    const heard::consultation& c = *required(consultation, "consultation").value;
    in_range(question, c.asked().questions().size(), "question");
    heard_states row{};
    each_state(c, question_id(question), [&](std::size_t state) {
      if (state < std::size(row.by_state)) ++row.by_state[state];
    });
    result.set(row);
  });
}

uint64_t heard_consultation_received_by(const heard_consultation* consultation, size_t channel) {
  if (consultation == nullptr) return 0;
  const auto& channels = consultation->value->responses().channel;
  return static_cast<uint64_t>(std::count_if(channels.begin(), channels.end(), [&](channel_id id) {
    return id.valid() && id.value == channel;
  }));
}

uint64_t heard_consultation_by(const heard_consultation* consultation, heard_set set,
                               int32_t value) {
  if (consultation == nullptr) return 0;
  const heard::consultation& c = *consultation->value;
  const auto& all = c.responses();
  std::uint64_t out = 0;
  for (const response_id r : c.each_response()) {
    const bool has = set == HEARD_DISPOSITIONS   ? static_cast<int32_t>(all.disposition[r]) == value
                     : !c.included(r)            ? false
                     : set == HEARD_LATENESS     ? static_cast<int32_t>(all.late[r]) == value
                     : set == HEARD_CAPACITIES   ? static_cast<int32_t>(all.capacity[r]) == value
                     : set == HEARD_PUBLICATIONS ? static_cast<int32_t>(all.publication[r]) == value
                                                 : false;
    if (has) ++out;
  }
  return out;
}

uint64_t heard_consultation_in_state(const heard_consultation* consultation, size_t question,
                                     int32_t state) {
  if (consultation == nullptr) return 0;
  const heard::consultation& c = *consultation->value;
  if (question >= c.asked().questions().size()) return 0;
  std::uint64_t out = 0;
  each_state(c, question_id(question),
             [&](std::size_t its) { out += static_cast<int32_t>(its) == state ? 1 : 0; });
  return out;
}

void heard_consultation_free(heard_consultation* consultation) {
  delete consultation;
}
