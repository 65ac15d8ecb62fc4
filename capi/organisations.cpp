#include "guard.hpp"
#include "handles.hpp"

#include <heard/identity/similarity.hpp>

using namespace heard;
using namespace heard::capi;

namespace {

const identity::organisation_review& review_of(const heard_organisations* organisations) {
  return required(organisations, "organisations").value;
}

heard_named just_named(const std::string& name) {
  heard_named row{};
  row.id = as_text(name);
  row.name = as_text(name);
  row.note = as_text("");
  row.question = HEARD_NONE;
  return row;
}

}  // namespace

heard_status heard_organisations_new(const heard_consultation* consultation,
                                     heard_organisations** out, heard_error** err) {
  return guarded(err, [&] {
    heard_organisations*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    result = new heard_organisations(of);
  });
}

size_t heard_organisations_count(const heard_organisations* organisations) {
  return organisations == nullptr ? 0 : organisations->value.bodies().size();
}

heard_status heard_organisations_at(const heard_organisations* organisations, size_t index,
                                    heard_body* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_body");
    const identity::organisation_review& from = review_of(organisations);
    in_range(index, from.bodies().size(), "index");
    const identity::body_summary& summary = from.bodies()[index];
    const organisation& body = from.of().organisations()[index];
    heard_body row{};
    row.name = as_text(body.name);
    row.type = as_text(body.type);
    row.responses = summary.responses;
    row.spellings = static_cast<uint32_t>(body.spellings.size());
    row.type_from = static_cast<int32_t>(body.type_from);
    row.may_be_named = summary.may_be_named ? 1 : 0;
    result.set(row);
  });
}

heard_status heard_organisations_spelling(const heard_organisations* organisations, size_t index,
                                          size_t which, heard_named* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_named");
    const identity::organisation_review& from = review_of(organisations);
    in_range(index, from.bodies().size(), "index");
    const std::vector<std::string>& spellings = from.of().organisations()[index].spellings;
    in_range(which, spellings.size(), "which");
    result.set(just_named(spellings[which]));
  });
}

size_t heard_organisations_nobody_count(const heard_organisations* organisations) {
  return organisations == nullptr ? 0 : organisations->value.of().not_bodies().size();
}

heard_status heard_organisations_nobody(const heard_organisations* organisations, size_t index,
                                        heard_named* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_named");
    const std::vector<std::string>& words = review_of(organisations).of().not_bodies();
    in_range(index, words.size(), "index");
    result.set(just_named(words[index]));
  });
}

size_t heard_organisations_proposal_count(const heard_organisations* organisations) {
  return organisations == nullptr ? 0 : organisations->value.proposals().size();
}

heard_status heard_organisations_proposal(const heard_organisations* organisations, size_t index,
                                          heard_body_proposal* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_body_proposal");
    const auto& proposals = review_of(organisations).proposals();
    in_range(index, proposals.size(), "index");
    const identity::body_proposal& from = proposals[index];
    result.set({0, as_text(from.name), as_text(from.canonical), as_text(from.why), from.score,
                from.split ? 1 : 0});
  });
}

heard_status heard_organisations_rows(const heard_organisations* organisations, int32_t header,
                                      heard_buffer** out, heard_error** err) {
  return guarded(err, [&] {
    heard_buffer*& result = out_handle(out);
    result = new heard_buffer{review_of(organisations).rows(header != 0)};
  });
}

heard_status heard_organisations_explain(const heard_organisations* organisations, const char* name,
                                         size_t limit, heard_resemblances** out,
                                         heard_error** err) {
  return guarded(err, [&] {
    heard_resemblances*& result = out_handle(out);
    const identity::organisation_review& from = review_of(organisations);
    const std::string_view asked = &required(name, "name");
    auto made = std::make_unique<heard_resemblances>();
    made->asked = identity::read_name(asked);
    made->fingerprint = identity::fingerprint(asked);
    for (identity::body_likeness& like : from.nearest(asked, limit)) {
      std::string why = identity::phrases(like.reasons);
      made->value.push_back({std::move(like), std::move(why)});
    }
    result = made.release();
  });
}

void heard_organisations_free(heard_organisations* organisations) {
  delete organisations;
}

heard_status heard_resemblances_asked(const heard_resemblances* resemblances, heard_name_parts* out,
                                      heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_name_parts");
    const heard_resemblances& from = required(resemblances, "resemblances");
    const identity::body_name& name = from.asked;
    result.set({0, as_text(name.ordered_key), as_text(from.fingerprint), as_text(name.legal_form),
                as_text(name.acronym), as_text(name.main_initials), name.nobody ? 1 : 0, 0});
  });
}

size_t heard_resemblances_count(const heard_resemblances* resemblances) {
  return resemblances == nullptr ? 0 : resemblances->value.size();
}

heard_status heard_resemblances_at(const heard_resemblances* resemblances, size_t index,
                                   heard_resemblance* out, heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_resemblance");
    const heard_resemblances& from = required(resemblances, "resemblances");
    in_range(index, from.value.size(), "index");
    const heard_resemblances::row& row = from.value[index];
    result.set({0, as_text(row.like.name), as_text(row.why), row.like.body.value, row.like.score,
                row.like.certain ? 1 : 0, 0});
  });
}

void heard_resemblances_free(heard_resemblances* resemblances) {
  delete resemblances;
}
